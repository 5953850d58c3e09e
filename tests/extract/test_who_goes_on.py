"""Whose words a noun, a participle or a second verb of saying goes on with."""

import pytest

from detente.model.entry import Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote


def _speakers(read: Read, text: str, **facts: str) -> list[list[str]]:
    return [names(s.speaker) for s in of_type(read(text, **facts), Statement)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # whom an outlet leaves unnamed is not the minister who is named next
        (
            (
                "A Western diplomat told reporters that Baku wanted a treaty. "
                "“It will be hard for Armenia,” Foreign Minister Ararat Mirzoyan said."
            ),
            [["Western diplomat"], ["Ararat Mirzoyan"]],
        ),
        (
            (
                "A European diplomat said that Armenia wanted a treaty. "
                "The diplomat added that Azerbaijan had agreed to it."
            ),
            [["European diplomat"], ["European diplomat"]],
        ),
        (
            (
                "The Herald cited a security source as saying that Armenia had agreed to a treaty. "
                "The source stressed that Azerbaijan would sign it."
            ),
            [["security source"], ["security source"]],
        ),
        (
            (
                "“Armenia wants a treaty,” said Ada Roe of the Forum for Peace, "
                "who says that Azerbaijan has agreed to it."
            ),
            [["Ada Roe"], ["Ada Roe"]],
        ),
        ("Russia’s UN envoy said that Armenia was close to a treaty.", [["Russia"]]),
        (
            "Mirzoyan said that both sides had met in Brussels and stressed that the treaty was near.",
            [["Ararat Mirzoyan"], ["Ararat Mirzoyan"]],
        ),
        ("Bayramov accused Armenia of threatening to close the border.", []),
        (
            "“Armenia is close to a treaty,” Mirzoyan said, as quoted by the Herald.",
            [["Ararat Mirzoyan"]],
        ),
        (
            "Hikmet Hajiyev told the Herald that both generals still believed they could win in Karabakh.",
            [["Hikmet Hajiyev"]],
        ),
        (
            (
                "Assistant to the President of Azerbaijan – Head of the Foreign Policy Affairs Department "
                "Hikmet Hajiyev said that the treaty with Armenia was near."
            ),
            [["Hikmet Hajiyev"]],
        ),
        (
            (
                "A United Nations panel said that Azerbaijan had closed the road to Karabakh. "
                "The panel found that Armenia had not closed it."
            ),
            [["United Nations"], ["United Nations"]],
        ),
    ],
)
def test_who_speaks(read: Read, text: str, speakers: list[list[str]]) -> None:
    assert _speakers(read, text) == speakers


def test_the_ministry_of_an_agency_that_files_from_its_capital_is_its_own(read: Read) -> None:
    text = "The Foreign Ministry said that Armenia and Azerbaijan were close to a treaty."
    assert _speakers(read, text, outlet="Anadolu Agency", dateline="ANKARA") == [["Turkey"]]


def test_the_president_of_two_who_were_named_is_that_of_the_outlets_country(read: Read) -> None:
    text = "After a call between Biden and Aliyev, the president said that the treaty was near."
    assert _speakers(read, text, outlet="Newsweek") == [["Joe Biden"]]


def test_the_group_that_goes_on_is_the_one_that_spoke(read: Read) -> None:
    text = (
        "Doctors Without Borders said that Azerbaijan had shelled a clinic near the base of the Wagner group. "
        "The group said that five civilians were killed."
    )
    found = of_type(read(text), Statement)
    assert [names(s.speaker) for s in found] == [["Doctors Without Borders"]] * 2
    assert quote(found[1]) == "five civilians were killed"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            (
                "Deputy Foreign Minister Mikhail Galuzin of Russia said that Armenia wanted a treaty. "
                "“Azerbaijan has agreed to it,” the senior diplomat said."
            ),
            [["Mikhail Galuzin"], ["Mikhail Galuzin"]],
        ),
        (
            (
                "According to the Financial Times, Armenia has agreed to a treaty. "
                "The newspaper said that Azerbaijan would sign it."
            ),
            [["Financial Times"], ["Financial Times"]],
        ),
        (
            (
                "The BBC reported that Armenia would send a delegation to Baku. "
                "The broadcaster said that the border talks would begin in June."
            ),
            [["BBC"], ["BBC"]],
        ),
    ],
)
def test_who_is_meant_by_a_trade_after_a_name(
    read: Read, text: str, speakers: list[list[str]]
) -> None:
    assert _speakers(read, text) == speakers
