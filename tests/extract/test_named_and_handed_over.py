"""Whose words they are where the name stands farther on, or where a whole speech is printed."""

import pytest

from detente.model.entry import Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "An Armenian envoy said that the border would open. Ada Roe, the envoy, said that she was glad.",
            ["Ada Roe", "Ada Roe"],
        ),
        (
            "An Armenian lawmaker said that the border would open. Ada Roe, a teacher, said that she was glad.",
            ["Armenian lawmaker", "Ada Roe"],
        ),
        (
            "Lavrov met Aliyev. A Western diplomat said that Armenia was ready. He added that Baku was not.",
            ["Western diplomat", "Western diplomat"],
        ),
        (
            "Norway and Spain signed a statement. The countries said that Armenia needed peace.",
            ["Norway & Spain"],
        ),
        ("Lavrov made it clear that Armenia would stay.", ["Sergey Lavrov"]),
        ("The storm made it clear that Armenia needed a bridge.", []),
        ("Two aides said that Armenia was ready.", ["two aides"]),
    ],
)
def test_words_are_those_of_who_is_meant(read: Read, text: str, speakers: list[str]) -> None:
    said = of_type(read(text), Statement)
    assert [" & ".join(names(s.speaker)) for s in said] == speakers


def test_a_speech_that_is_printed_whole_is_of_who_gave_it(read: Read) -> None:
    text = (
        "Mirzoyan spoke in New York. The full text of his speech is as follows: Mr. President, the road "
        "to Stepanakert is shut. Armenia has always said that it must open."
    )
    said = of_type(read(text), Statement)
    assert {*names(said[-1].speaker)} == {"Ararat Mirzoyan"}
    assert quote(said[-1]) == "Armenia has always said that it must open"
