from hypothesis import given
from hypothesis import strategies as st

from detente.annotate.calm import calm


@given(st.text())
def test_the_calmed_text_is_as_long_as_the_text(text: str) -> None:
    assert len(calm(text)) == len(text)


def test_a_run_of_marks_is_blanked_and_the_words_around_it_stay() -> None:
    assert calm("no " + "!" * 100 + " yes") == "no " + " " * 100 + " yes"


def test_curly_marks_become_plain_ones() -> None:
    assert calm("“Baku’s word”") == '"Baku\'s word"'
