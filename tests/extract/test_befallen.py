"""Whom a deed befalls where a noun names it: whoever was murdered did not do it."""

import pytest

from detente.model.entry import Incident
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type


@pytest.mark.parametrize(
    ("sentence", "by", "to"),
    [
        ("The killing of Rabee Haddad by gunmen shocked Yerevan.", [], ["Rabee Haddad"]),
        ("The assassination of Rabee Haddad shocked Yerevan on Monday.", [], ["Rabee Haddad"]),
        ("The shooting of Rabee Haddad in Yerevan on Monday was condemned.", [], ["Rabee Haddad"]),
        ("Azerbaijani shelling of Sotk killed nine people on Monday.", ["Azerbaijan"], []),
    ],
)
def test_whom_a_deed_befalls_does_not_do_it(
    read: Read, sentence: str, by: list[str], to: list[str]
) -> None:
    incident = of_type(read(sentence), Incident)[0]
    assert (names(incident.by), names(incident.to)) == (by, to)
