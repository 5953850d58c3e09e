from datetime import date

import pytest

from detente import query
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.entry import (
    ActorRef,
    Commitment,
    Condition,
    Demand,
    Evidence,
    Mode,
    Refusal,
    Statement,
    Strength,
)
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.pipeline import rebuild
from detente.query import DayIs, How, Shift, positions
from tests.ledger.stories import ANA, NORLAND, SUDLAND, document, new_ledger

OLE = ActorRef("ole-berg", "Ole Berg", "Sudland")
NORTH = Filter(by=("Norland",))


class Desk:
    """Writes articles of one sentence or more into a record; ``says`` makes the entries by hand."""

    def __init__(self, ledger):
        self.ledger = ledger
        self.run = begin_run(ledger, program="tests", reader="by hand")
        self.count = 0

    def write(self, text, *makers, day="2023-05-10", outlet="Northern Post"):
        self.count += 1
        doc = document(text, source=f"{self.count}.txt", day=day, outlet=outlet)
        entries = tuple(make(doc) for make in makers)
        record_document(self.ledger, doc, Reading(reader="by hand", entries=entries), run=self.run)

    def positions(self, where=NORTH, **page):
        rebuild(self.ledger, self.ledger.process)
        return positions(self.ledger, where, **page)

    def lines(self, where=NORTH, **page):
        return self.positions(where, **page).lines


@pytest.fixture
def desk(tmp_path):
    with new_ledger(tmp_path) as ledger:
        yield Desk(ledger)


def basis(doc, words, tracks):
    start = doc.text.index(words)
    evidence = (Evidence(words, start, start + len(words)),)
    return {"document": doc.id, "evidence": evidence, "tracks": tracks}


def on(day):
    return DateRange.on(date.fromisoformat(day), "then") if day else None


def states(words, *, by=ANA, day=None, tracks=("treaty",)):
    return lambda doc: Statement(
        speaker=(by,), mode=Mode.INDIRECT, said_on=on(day), **basis(doc, words, tracks)
    )


def binds(words, strength, *, by=NORLAND, said_by=ANA, tracks=("treaty",)):
    return lambda doc: Commitment(
        by=(by,), strength=strength, said_by=(said_by,), **basis(doc, words, tracks)
    )


def refuses(words, *, by=NORLAND, said_by=(ANA,), tracks=("treaty",)):
    return lambda doc: Refusal(by=(by,), said_by=said_by, **basis(doc, words, tracks))


def hangs(words, *, tracks=("treaty",)):
    return lambda doc: Condition(said_by=(ANA,), **basis(doc, words, tracks))


def asks(words, *, tracks=("treaty",)):
    return lambda doc: Demand(by=(NORLAND,), said_by=(ANA,), **basis(doc, words, tracks))


def test_lines_stand_in_the_order_of_the_day_on_which_they_were_said(desk):
    desk.write("Roads will open.", states("Roads will open", day="2023-05-02"), day="2023-05-09")
    desk.write("Prisoners come home.", states("Prisoners come home"), day="2023-05-05")
    desk.write("Maps are old.", states("Maps are old"), day=None)
    told = [(line.position.words, line.position.day_is) for line in desk.lines()]
    assert told == [
        ("Roads will open", DayIs.SAID),
        ("Prisoners come home", DayIs.PUBLISHED),
        ("Maps are old", DayIs.UNKNOWN),
    ]


def test_one_passage_is_one_line_with_all_that_is_read_in_it(desk):
    text = "We are ready to sign the treaty if troops withdraw."
    desk.write(
        text,
        states("We are ready to sign the treaty if troops withdraw", day="2023-05-02"),
        binds("ready to sign the treaty", Strength.READINESS),
        hangs("sign the treaty if troops withdraw"),
        day="2023-05-09",
    )
    (line,) = desk.lines()
    assert line.position.kinds == ("statement", "commitment", "condition")
    assert line.position.strength is Strength.READINESS
    assert line.position.date == on("2023-05-02")


def test_reports_of_one_utterance_by_two_outlets_are_one_line(desk):
    desk.write(
        "We shall sign the peace treaty in June.", states("We shall sign the peace treaty in June")
    )
    desk.write(
        "They will sign the peace treaty in June.",
        states("They will sign the peace treaty in June"),
        day="2023-05-11",
        outlet="Sud Daily",
    )
    (line,) = desk.lines()
    assert [r.document.outlet for r in line.position.reports] == ["Northern Post", "Sud Daily"]


@pytest.mark.parametrize(
    "second",
    [
        {"day": "2023-05-20"},  # the same words ten days later are said again
        {"by": OLE},  # by somebody else
        {"words": "The prisoners go home"},
    ],
)
def test_what_is_said_again_or_by_another_or_otherwise_is_a_line_of_its_own(desk, second):
    words = "We shall sign the peace treaty in June"
    desk.write(f"{words}.", states(words, day="2023-05-10"))
    other = second.get("words", words)
    by, day = second.get("by", ANA), second.get("day", "2023-05-10")
    desk.write(f"{other}!", states(other, by=by, day=day), outlet="Sud Daily")
    assert len(desk.lines(Filter(tracks=("treaty",)))) == 2


def test_the_wording_is_held_against_the_nearest_earlier_line_on_the_matter(desk):
    for number, words in enumerate(
        (
            "We shall sign the treaty this year",
            "Prisoners come first",
            "We shall sign the treaty soon",
        )
    ):
        desk.write(f"{words}.", states(words, day=f"2023-05-{10 + 7 * number}"), day="2023-05-30")
    first, second, third = desk.lines()
    assert first.move is None
    assert second.move is None
    assert third.move.against.words == "We shall sign the treaty this year"
    moved = [(r.how, r.text) for r in third.move.wording.runs if r.how is not How.KEPT]
    assert moved == [(How.DROPPED, "this year"), (How.NEW, "soon")]


def test_what_was_said_on_the_same_day_is_not_what_it_is_held_against(desk):
    old, first, second = (
        "Sign the peace treaty soon",
        "The peace treaty comes first",
        "No peace treaty without troops gone",
    )
    desk.write(f"{old}.", states(old), day="2023-05-01")
    desk.write(f"{first}. {second}.", states(first), states(second), day="2023-05-20")
    assert [line.move and line.move.against.words for line in desk.lines()] == [None, old, old]


def test_what_has_no_day_is_held_against_nothing(desk):
    desk.write("Sign the peace treaty.", states("Sign the peace treaty"), day="2023-05-01")
    desk.write("Sign a peace treaty.", states("Sign a peace treaty"), day=None)
    assert [line.move for line in desk.lines()] == [None, None]


def test_a_line_of_another_track_is_not_what_it_is_held_against(desk):
    desk.write(
        "We mark the old line.",
        states("We mark the old line", tracks=("border",)),
        day="2023-05-01",
    )
    desk.write("We mark the old line.", states("We mark the old line"), day="2023-05-20")
    assert [line.move for line in desk.lines()] == [None, None]


@pytest.mark.parametrize(
    ("before", "now", "shift"),
    [
        (Strength.READINESS, Strength.PLEDGE, Shift.FIRMER),
        (Strength.PLEDGE, Strength.HOPE, Shift.WEAKER),
    ],
)
def test_a_change_of_strength_is_told(desk, before, now, shift):
    words = "sign the peace treaty"
    desk.write(f"To {words}.", binds(words, before), day="2023-05-01")
    desk.write(f"Will {words}.", binds(words, now), day="2023-05-20")
    assert desk.lines()[1].move.shifts == (shift,)


def test_a_condition_that_came_and_one_that_went_are_told(desk):
    bare, bound = "sign the peace treaty", "sign the peace treaty if troops withdraw"
    desk.write(f"To {bare}.", states(bare), day="2023-05-01")
    desk.write(f"To {bound}.", states(bound), hangs(bound), day="2023-05-11")
    desk.write(f"Yes, {bare}.", states(bare), day="2023-05-21")
    assert [line.move and line.move.shifts for line in desk.lines()] == [
        None,
        (Shift.CONDITION_CAME,),
        (Shift.CONDITION_WENT,),
    ]


def test_a_refusal_after_readiness_is_told(desk):
    words = "sign the peace treaty"
    desk.write(f"To {words}.", binds(words, Strength.READINESS), day="2023-05-01")
    desk.write(f"Not {words}.", refuses(words), day="2023-05-11")
    assert desk.lines()[1].move.shifts == (Shift.REFUSAL_CAME,)


def test_who_says_that_another_refused_has_not_refused(desk):
    words = "Sudland will not sign the peace treaty"
    desk.write(f"{words}.", states(words), refuses(words, by=SUDLAND))
    (line,) = desk.lines()
    assert line.position.kinds == ("statement",)


def test_what_another_says_of_a_side_is_marked_and_not_held_against_its_own_words(desk):
    words = "sign the peace treaty"
    desk.write(f"To {words}.", binds(words, Strength.PLEDGE), day="2023-05-01")
    desk.write(f"Not {words}.", refuses(words, said_by=(OLE,)), day="2023-05-11")
    own, others = desk.lines()
    assert not own.position.told_by_another
    assert others.position.told_by_another
    assert others.move is None


def test_days_bound_the_lines_and_not_what_they_are_held_against(desk):
    desk.write("Sign the peace treaty.", states("Sign the peace treaty", day="2023-05-01"))
    desk.write("Sign a peace treaty soon.", states("Sign a peace treaty soon", day="2023-05-20"))
    (line,) = desk.lines(Filter(by=("Norland",), since=date(2023, 5, 10)))
    assert line.move.against.date == on("2023-05-01")
    (line,) = desk.lines(Filter(by=("Norland",), until=date(2023, 5, 10)))
    assert line.move is None


def test_what_was_published_later_is_not_there(desk):
    desk.write("Sign the peace treaty.", states("Sign the peace treaty"), day="2023-05-01")
    desk.write("Roads will open.", states("Roads will open"), day="2023-05-20")
    (line,) = desk.lines(Filter(by=("Norland",), as_of=date(2023, 5, 10)))
    assert line.position.words == "Sign the peace treaty"


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_pages_of_any_size_give_the_same_lines(desk, size, monkeypatch):
    monkeypatch.setattr("detente.query.stances.REACH", 4)
    for number in range(9):
        words = f"We shall sign the peace treaty number{number // 3}x"
        desk.write(
            f"{words}.", states(words), day=f"2023-05-{10 + number}", outlet=f"Outlet {number % 2}"
        )
    whole, found, offset = desk.lines(), [], 0
    while offset is not None:
        page = desk.positions(limit=size, offset=offset)
        found += page.lines
        offset = page.next_offset
    assert tuple(found) == whole


def test_nothing_said_is_an_empty_page(desk):
    assert desk.positions() == query.Positions(lines=(), next_offset=None)
    assert desk.positions(offset=5).lines == ()
