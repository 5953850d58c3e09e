"""The rules by which an entry finds a line, as small stories; nothing is read here."""

from datetime import date

import pytest
from evals.expected import Expected
from evals.matching import CASE_RULES, GOLD_RULES, days_of, overlap, pair_up, same_actors, same_date
from evals.tally import judge

from detente.model.entry import (
    ActorRef,
    Entry,
    Evidence,
    Kind,
    Meeting,
    MeetingStatus,
    Mode,
    PlaceRef,
    Statement,
)
from detente.model.when import DateRange

MIRZOYAN = ActorRef("mirzoyan", "Ararat Mirzoyan", "Armenia")
DIPLOMAT = ActorRef("~western-diplomat", "Western diplomat")


def said(quote: str, speaker: ActorRef = MIRZOYAN) -> Statement:
    passage = (Evidence(quote, 0, len(quote)),)
    return Statement(document="d", evidence=passage, speaker=(speaker,), mode=Mode.INDIRECT)


def met(quote: str, *, place: PlaceRef | None = None, level: str | None = None) -> Meeting:
    return Meeting(
        document="d",
        evidence=(Evidence(quote, 0, len(quote)),),
        status=MeetingStatus.HELD,
        participants=(MIRZOYAN,),
        place=place,
        level=level,
    )


def wants(kind: str, evidence: str, *, optional: bool = False, **fields: str) -> Expected:
    values = {name: tuple(value.split("&")) for name, value in fields.items()}
    return Expected(Kind(kind), evidence, values, optional)


def found(expected: list[Expected], entries: list[Entry]) -> list[tuple[str, str]]:
    pairs = pair_up(expected, entries, GOLD_RULES)
    return [(p.expected.evidence, p.entry.evidence[0].quote) for p in pairs]


def test_passages_are_compared_by_the_words_of_the_shorter_one() -> None:
    assert overlap("the two ministers met in Washington", "Ministers met") == 1
    assert overlap("the border", "the treaty") == 0.5


def test_half_of_the_words_are_enough_and_fewer_are_not() -> None:
    line = [wants("meeting", "the ministers met in Sochi")]
    assert found(line, [met("the ministers had lunch")])
    assert not found(line, [met("the two presidents had lunch")])


def test_another_kind_is_never_found() -> None:
    line = [wants("demand", "the ministers met", by="Armenia")]
    assert not found(line, [met("the ministers met")])


def test_a_statement_counts_only_with_its_speaker() -> None:
    line = [wants("statement", "the treaty is near", speaker="Jeyhun Bayramov")]
    assert not found(line, [said("the treaty is near")])
    assert found(
        [wants("statement", "the treaty is near", speaker="Armenia")], [said("the treaty is near")]
    )


def test_an_unnamed_speaker_is_known_by_half_of_the_words() -> None:
    assert same_actors(("a Western diplomat",), (DIPLOMAT,))
    assert not same_actors(("an Armenian lawmaker",), (DIPLOMAT,))


def test_every_named_actor_must_be_there() -> None:
    assert not same_actors(("Ararat Mirzoyan", "Azerbaijan"), (MIRZOYAN,))


def test_one_entry_finds_one_line_and_the_nearly_whole_passage_first() -> None:
    lines = [
        wants("meeting", "talks in Prague and later in Sochi"),
        wants("meeting", "talks in Prague"),
    ]
    assert found(lines, [met("talks in Prague")]) == [
        ("talks in Prague and later in Sochi", "talks in Prague")
    ]
    both = found(lines, [met("talks in Prague"), met("talks in Prague and later in Sochi")])
    assert len(both) == 2


def test_a_line_that_could_be_decided_either_way_counts_neither_for_nor_against() -> None:
    tally = judge(
        "d",
        [wants("meeting", "the ministers met", optional=True)],
        [met("the ministers met")],
        GOLD_RULES,
    )
    assert (tally.wanted.total(), tally.made.total(), tally.found.total()) == (0, 0, 0)
    missed = judge("d", [wants("meeting", "the ministers met", optional=True)], [], GOLD_RULES)
    assert missed.wanted.total() == 0


def test_what_no_line_wants_is_made_up() -> None:
    tally = judge("d", [], [met("the ministers met")], GOLD_RULES)
    assert tally.prf()["P"] == 0
    assert tally.misses == ["made up  d meeting: the ministers met"]


@pytest.mark.parametrize(
    ("gold", "start", "end", "right"),
    [
        ("2023-05-14", date(2023, 5, 14), date(2023, 5, 14), True),
        ("2023-05-14", date(2023, 5, 15), date(2023, 5, 15), False),
        ("2023-05-14", date(2023, 5, 10), date(2023, 5, 16), True),  # ten days are near enough
        ("2023-05-14", date(2023, 5, 1), date(2023, 5, 31), False),  # a month is not
        ("2023-05", date(2023, 4, 1), date(2023, 6, 30), True),
        ("2023", date(2023, 12, 31), date(2023, 12, 31), True),
        ("2023-09/2023-10", date(2023, 10, 31), date(2023, 10, 31), True),
    ],
)
def test_a_date_is_right_when_it_meets_the_gold_and_is_not_much_vaguer(
    gold: str, start: date, end: date, *, right: bool
) -> None:
    assert same_date(gold, DateRange(start, end)) is right


def test_next_week_has_a_week_of_slack() -> None:
    assert same_date("2023-05-14", DateRange.on(date(2023, 5, 20)), near=True)
    assert not same_date("2023-05-14", DateRange.on(date(2023, 5, 22)), near=True)


def test_no_date_is_never_right() -> None:
    assert not same_date("2023", None)
    assert not same_date("2023", DateRange(None, date(2023, 5, 1)))


def test_a_month_ends_with_its_last_day() -> None:
    assert days_of("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert days_of("2023-12") == (date(2023, 12, 1), date(2023, 12, 31))


def field_of(rules: object, entry: Entry, **fields: str) -> dict[str, float]:
    (pair,) = pair_up([wants("meeting", "the ministers met", **fields)], [entry], rules)  # type: ignore[arg-type]
    return dict(pair.fields)


def test_our_own_cases_do_not_take_an_absent_place_for_right() -> None:
    assert field_of(GOLD_RULES, met("the ministers met"), place="Sochi") == {"place": 1}
    assert field_of(CASE_RULES, met("the ministers met"), place="Sochi") == {"place": 0}
    there = met("the ministers met", place=PlaceRef("sochi", "Sochi, Russia"))
    assert field_of(CASE_RULES, there, place="Sochi") == {"place": 1}


def test_the_level_of_a_meeting_is_compared_in_our_own_cases_alone() -> None:
    entry = met("the ministers met", level="foreign ministers")
    assert field_of(CASE_RULES, entry, level="leaders") == {"level": 0}
    assert field_of(GOLD_RULES, entry, level="leaders") == {}
