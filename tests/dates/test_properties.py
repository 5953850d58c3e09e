"""What holds for any text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dates import Tense, find_times, parse_day, publication_bounds, read_times, resolve
from detente.model.document import Rejection
from detente.model.when import DateRange

VOCABULARY = (
    "May march Friday Fri. last next the of in from to and between early end 14 31 2020 9999 0000 "
    "'90s week weeks year years' two hundred first third twenty ago later since by coming within "
    "12/05/2023 2023-02-30 Q1 half fall summer - – , . ' s \n\n that same now then before after "
    "February 29 century centuries days 1st decade quarter weekend recent"
)
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=25).map(" ".join)
)
ANCHORS = st.one_of(
    st.none(),
    st.dates().map(DateRange.on),
    st.tuples(st.dates(), st.dates()).map(lambda pair: DateRange(min(pair), max(pair))),
    st.dates().map(lambda day: DateRange(day, None)),
)


@given(TEXTS)
def test_every_span_slices_in_order(text: str) -> None:
    place = 0
    for time in find_times(text):
        assert place <= time.start < time.end
        assert text[time.start : time.end] == time.text
        place = time.end


@given(TEXTS, ANCHORS, st.sampled_from(Tense), st.one_of(st.none(), st.dates().map(DateRange.on)))
def test_resolve_gives_days_or_a_reason(
    text: str, anchor: DateRange | None, tense: Tense, context: DateRange | None
) -> None:
    for time in find_times(text):
        found = resolve(time, anchor=anchor, tense=tense, context=context)
        assert isinstance(found, DateRange | Rejection)


@given(TEXTS)
def test_whole_texts_never_fail(text: str) -> None:
    read_times(text, anchor=DateRange.on(date(2023, 5, 26)))
    publication_bounds(text)
    parse_day(text)


@pytest.mark.parametrize("piece", ["1", " ", "\n", "a", "1,"])
def test_huge_runs_are_read(piece: str) -> None:
    assert find_times(piece * (100_000 // len(piece))) == ()


PIECES = ("the ", "May ", "1-", "2020 ", "from ", "last ", "twenty-", ". ", "'", "in a ", "\n \n")


@pytest.mark.parametrize(
    "piece", [*PIECES, "early ", "the end of ", "1 and ", "Monday, ", "a year "]
)
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert len(find_times(text)) <= len(text)
    publication_bounds(text)
