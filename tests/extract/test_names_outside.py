"""People and bodies outside the profile: one person under all names, one body in all its length."""

import pytest

from detente.annotate.spellings import skeleton
from detente.model.entry import Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type


def _speakers(read: Read, text: str) -> list[list[str]]:
    return [names(s.speaker) for s in of_type(read(text), Statement)]


def test_a_surname_that_is_also_a_place_means_the_person_named_in_full(read: Read) -> None:
    text = "Opposition member Aram Goris wrote to Armenia's cabinet. Goris said that the border was open."
    assert _speakers(read, text) == [["Aram Goris"]]


def test_the_place_itself_stays_a_place(read: Read) -> None:
    text = "Troops of Armenia left Goris on Monday. Armenia said that Goris was quiet."
    assert _speakers(read, text) == [["Armenia"]]


def test_a_first_name_alone_means_the_only_person_who_has_it(read: Read) -> None:
    text = "Armenian captive Davit Melkonyan came home. “The border was open,” Davit said."
    assert _speakers(read, text) == [["Davit Melkonyan"]]


def test_titles_and_parties_before_a_name_are_no_part_of_it(read: Read) -> None:
    text = "Herosim MP Tigran Avakian said that Armenia would never sign the peace treaty."
    assert _speakers(read, text) == [["Tigran Avakian"]]


def test_a_nickname_between_marks_is_no_part_of_the_name(read: Read) -> None:
    text = (
        "Robert “Razor” Malone, who heads the mission in Armenia, said that the border was quiet."
    )
    assert _speakers(read, text) == [["Robert Malone"]]


def test_a_body_for_a_cause_keeps_its_whole_name(read: Read) -> None:
    text = "The Armenian Network for Human Rights said that shells had killed two in Goris."
    assert _speakers(read, text) == [["Armenian Network for Human Rights"]]


def test_an_agency_speaks_in_its_own_name_and_for_whom_it_belongs_to(read: Read) -> None:
    text = "WHO said that the hospitals of Armenia lacked fuel. Who would bring it was unclear."
    (said,) = of_type(read(text), Statement)
    assert [(r.name, r.side) for r in said.speaker] == [
        ("World Health Organization", "United Nations")
    ]


def test_a_knight_and_a_pope_are_named_without_their_surnames(read: Read) -> None:
    text = (
        "Sir Keir Starmer and Pope Leo XIV spoke of Armenia. Sir Keir said that the border was open. "
        "Leo said that the prisoners had come home."
    )
    assert _speakers(read, text) == [["Keir Starmer"], ["Pope Leo XIV"]]


def test_a_source_keeps_its_words_and_has_the_side_that_they_name(read: Read) -> None:
    text = (
        "An Armenian military source said that the border was open. "
        "The source said that nobody was hurt."
    )
    said = of_type(read(text), Statement)
    assert [(r.name, r.side) for s in said for r in s.speaker] == [
        ("Armenian military source", "Armenia"),
        ("Armenian military source", "Armenia"),
    ]


def test_a_label_with_commas_before_a_quotation_names_who_speaks(read: Read) -> None:
    text = (
        "Old hands doubt the treaty.\n"
        "Jonathan Roe, former deputy commander of the mission: “Armenia will not sign.”\n"
        "Chairman of the Staff Daniel “Razor” Malone: “The border with Armenia is open.”\n"
        "Armenian Peace Commission: “The prisoners must come home.”"
    )
    assert _speakers(read, text) == [
        ["Jonathan Roe"],
        ["Daniel Malone"],
        ["Armenian Peace Commission"],
    ]


def test_no_colon_makes_a_speaker_of_a_clause(read: Read) -> None:
    text = "Armenia made one point clear: “The border is open for all of them.”"
    assert _speakers(read, text) in ([], [["Armenia"]])


def test_a_short_form_in_brackets_means_the_body_before_it(read: Read) -> None:
    text = (
        "The Border Peace Institute (BPI) counted 12 incidents in Armenia. "
        "BPI said that the ceasefire was broken every day."
    )
    assert _speakers(read, text) == [["Border Peace Institute"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdel-Fattah al-Burhan", "Abdulfattah Alburhan"),
        ("Badr bin Hamad bin Hamood Albusaidi", "Badr al-Busaidi"),
        ("Rami Abdel Rahman", "Rami Abdurrahman"),
        ("Sergei Lavrentiev", "Sergey Lavrentyev"),
    ],
)
def test_spellings_of_one_name_share_their_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ()


@pytest.mark.parametrize(
    ("one", "other"), [("Ali Larijani", "Sadeq Larijani"), ("Joe Biden", "Joe Biden")]
)
def test_two_people_or_a_short_name_share_none(one: str, other: str) -> None:
    assert not skeleton(one) or skeleton(one) != skeleton(other)
