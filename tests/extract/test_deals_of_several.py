"""Deals that several join, that outsiders make among themselves, and that have lasted."""

from detente.model.entry import Agreement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only


def test_who_joins_others_in_signing_signs_with_them(read: Read) -> None:
    text = "On Monday, Britain joined France and Canada in signing a joint statement on Karabakh."
    signed = only(read(text), Agreement)
    assert names(signed.by) == ["United Kingdom", "France", "Canada"]


def test_what_outsiders_agree_among_themselves_is_no_deal_of_the_parties(read: Read) -> None:
    text = "Armenia waits. Turkish ministers reached an agreement on the border on Monday."
    assert all("Azerbaijan" not in names(a.by) for a in of_type(read(text), Agreement))


def test_an_accord_with_the_other_side_unnamed_stands(read: Read) -> None:
    text = "The accord of November 9, 2020, between the Armenian government and those who fought it still holds, Baku said."
    (accord,) = of_type(read(text), Agreement)
    assert accord.date is not None
    assert str(accord.date.day) == "2020-11-09"
