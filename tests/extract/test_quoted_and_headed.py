"""Words between quotation marks that are a speaker's own, and lines of a page that are nobody's."""

import pytest

from detente.ingest.captions import why_caption
from detente.model.entry import Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote

Said = list[tuple[list[str], str]]


def _said(read: Read, text: str) -> Said:
    return [(names(s.speaker), quote(s)) for s in of_type(read(text), Statement)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Pashinyan accused Azerbaijan of “holding the people of Karabakh hostage”.",
            [
                (
                    ["Nikol Pashinyan"],
                    "accused Azerbaijan of “holding the people of Karabakh hostage”",
                )
            ],
        ),
        # two or three words are a term that is only marked as such
        ("Pashinyan accused Azerbaijan of “hybrid war” in Karabakh.", []),
        (
            "The move underscores that Armenia and Azerbaijan are close to a treaty.",
            [],
        ),
        (
            "Two soldiers of Armenia were killed, according to the OSCE, which said that the border was quiet.",
            [
                (["OSCE"], "Two soldiers of Armenia were killed"),
                (["OSCE"], "the border was quiet"),
            ],
        ),
        (
            "“The treaty with Armenia is near,” said Under Secretary Ada Roe.",
            [(["Ada Roe"], "The treaty with Armenia is near")],
        ),
        (
            (
                "Hikmet Hajiyev, the president’s adviser, posted on X: “The treaty with Armenia is near.” "
                "Later he left for Brussels."
            ),
            [(["Hikmet Hajiyev"], "The treaty with Armenia is near")],
        ),
        (
            (
                "A spokesman for the Armenian government, Tom Orr, told reporters that the border was quiet. "
                "Armenia, he said, would sign the treaty."
            ),
            [
                (["Tom Orr"], "the border was quiet"),
                (["Tom Orr"], "Armenia, he said, would sign the treaty"),
            ],
        ),
        (
            (
                "Two foreign diplomats said that Armenia wanted a treaty. "
                "One of the diplomats said that Azerbaijan had agreed to it."
            ),
            [
                (["two foreign diplomats"], "Armenia wanted a treaty"),
                (["two foreign diplomats"], "Azerbaijan had agreed to it"),
            ],
        ),
        (
            "The treaty with Armenia, as one Turkish official put it, is dead.",
            [(["Turkey"], "The treaty with Armenia, as one Turkish official put it, is dead")],
        ),
        (
            "As Pashinyan put it: “Everybody in Armenia wants the treaty.”",
            [(["Nikol Pashinyan"], "Everybody in Armenia wants the treaty")],
        ),
        (
            "The Parties reaffirmed that the treaty was near.",
            [(["Armenia", "Azerbaijan"], "the treaty was near")],
        ),
    ],
)
def test_what_is_said(read: Read, text: str, said: Said) -> None:
    assert _said(read, text) == said


def test_a_heading_of_a_live_page_says_nothing(read: Read) -> None:
    text = (
        "The foreign minister of Armenia, Ararat Mirzoyan, arrived in Brussels for the talks.\n"
        "The talks with Azerbaijan on the treaty begin in the afternoon in the same building.\n"
        "12:30 Azerbaijan says that the treaty with Armenia is ready for signature this month\n"
        "Jeyhun Bayramov said that the treaty with Armenia was ready for signature this month.\n"
        "He arrived in Brussels from Baku on Thursday evening with a delegation of the ministry.\n"
        "The border between the two countries was quiet for most of the night and the morning."
    )
    assert [who for who, _ in _said(read, text)] == [["Jeyhun Bayramov"]]


def test_what_a_reporter_asks_is_no_judgement(read: Read) -> None:
    text = (
        "QUESTION: Are you concerned that the border talks of Armenia and Azerbaijan may fail?\n"
        "MR. PRICE: The border talks of Armenia and Azerbaijan will go on."
    )
    assert not any("concerned" in quote(e) for e in read(text).entries)


def test_a_line_that_calls_itself_a_caption_is_one() -> None:
    caption = (
        "Image caption: The ministers of Armenia and Azerbaijan met in Prague, officials said."
    )
    assert why_caption(caption)
    assert why_caption("The image of the ministers in Prague went round the world.") is None
