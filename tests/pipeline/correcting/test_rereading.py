"""Articles are read anew, or come with another text: a correction stays, and says what became of it."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from detente.model.entry import Evidence, Meeting
from detente.model.errors import CorrectionError
from detente.model.when import DateRange
from detente.pipeline import Reader, add, refresh, reread
from detente.pipeline.correcting import accept, add_missed, carry, edit, reject, undo
from detente.query import corrections, entries
from tests.ledger.stories import HELD as ARTICLE
from tests.ledger.stories import Found, read, reader, rows
from tests.pipeline.correcting.desk import ALL, exported, saying, sentences, states

HELD = "Norland and Sudland met on 2023-05-25"
OTHER_DAY = DateRange.on(date(2023, 5, 26))


def dated_anew(doc):
    """Read as before, but give every meeting another day."""
    found = read(doc)
    entries = [replace(e, date=OTHER_DAY) if isinstance(e, Meeting) else e for e in found.entries]
    return Found(tuple(entries))


def cut_short(doc):
    """Read as before, but end each passage of a meeting before its last word."""
    entries = []
    for entry in read(doc).entries:
        (e,) = entry.evidence
        shorter = Evidence(e.quote[:-10], e.start, e.end - 10)
        entries.append(replace(entry, evidence=(shorter,)) if entry.kind == "meeting" else entry)
    return Found(tuple(entries))


def blind_to_meetings(doc):
    """Read as before, but no meetings."""
    return Found(tuple(e for e in read(doc).entries if e.kind != "meeting"))


def giving(function):
    return function


def read_anew(ledger, function):
    version = function.__name__
    reread(ledger, process=ledger.process, reader=Reader(version, partial(giving, function)))


def test_an_edit_outlives_a_better_reader_and_says_that_it_was_carried(ledger):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    read_anew(ledger, dated_anew)
    stands = saying(ledger, HELD)
    assert stands.entry.place.name == "Port Vale"
    assert str(stands.entry.date) == "2023-05-25"
    assert states(ledger) == {1: "carried"}
    (made,) = corrections(ledger)
    assert made.now == stands
    assert made.read.entry.date == OTHER_DAY


def test_a_person_may_prefer_what_is_read_now(ledger):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    read_anew(ledger, dated_anew)
    accept(ledger, corrections(ledger)[0].read.id, by="Ben")
    refresh(ledger, ledger.process)
    assert saying(ledger, HELD).entry.date == OTHER_DAY
    assert states(ledger) == {1: "overruled", 2: "applies"}


def test_an_accepted_entry_stands_in_the_place_of_what_is_read_now(ledger):
    entry = saying(ledger, HELD).id
    accept(ledger, entry, by="Ada")
    read_anew(ledger, dated_anew)
    assert saying(ledger, HELD).id == entry
    assert states(ledger) == {1: "carried"}
    undo(ledger, 1, by="Ada")
    refresh(ledger, ledger.process)
    assert saying(ledger, HELD).entry.date == OTHER_DAY


def test_a_rejection_is_carried_where_the_same_words_are_read_as_the_same_kind(ledger):
    reject(ledger, saying(ledger, HELD).id, by="Ada")
    read_anew(ledger, dated_anew)
    assert HELD not in " ".join(sentences(ledger))
    assert states(ledger) == {1: "carried"}


def test_a_rejection_is_open_where_other_words_are_read(ledger):
    reject(ledger, saying(ledger, HELD).id, by="Ada")
    read_anew(ledger, cut_short)
    assert saying(ledger, HELD).review is None
    assert states(ledger) == {1: "open"}


def test_what_a_person_accepted_stands_where_nothing_is_read_any_more(ledger):
    accept(ledger, saying(ledger, HELD).id, by="Ada")
    read_anew(ledger, blind_to_meetings)
    assert saying(ledger, HELD).review.by == "Ada"
    assert states(ledger) == {1: "unanchored"}


def test_what_a_person_added_stands_and_gives_way_to_no_reader(ledger):
    document = saying(ledger, HELD).document.id
    add_missed(
        ledger, document, "It rained in the capital", {"kind": "demand", "by": "Holm"}, by="Ada"
    )
    for function in (dated_anew, blind_to_meetings):
        read_anew(ledger, function)
        assert saying(ledger, "It rained").review.state == "added"
    assert states(ledger) == {1: "applies"}


def test_an_entry_beside_the_lost_one_is_not_taken_for_its_successor(ledger):
    def doubled(doc):
        found = read(doc)
        more = [replace(e, date=OTHER_DAY) for e in found.entries if e.kind == "meeting"]
        return Found((*found.entries, *more))

    read_anew(ledger, doubled)
    two = [e for e in entries(ledger, ALL) if HELD in e.sentence]
    lost = next(e for e in two if e.entry.date == OTHER_DAY)
    accept(ledger, lost.id, by="Ada")
    read_anew(ledger, read)
    there = [e.id for e in entries(ledger, ALL) if HELD in e.sentence]
    assert len(there) == 2
    assert states(ledger) == {1: "unanchored"}


def test_reading_back_with_the_first_reader_changes_nothing_of_what_people_said(ledger):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    before = exported(ledger)
    read_anew(ledger, dated_anew)
    read_anew(ledger, read)
    assert exported(ledger) == before


def newer(ledger, tmp_path, *sentences, day="2023-06-01"):
    changed = ARTICLE | {"text": "\n\n".join(sentences), "date": day}
    path = rows(tmp_path / "newer.jsonl", [changed])
    add(ledger, [path], process=ledger.process, reader=reader())


def test_where_the_text_changed_the_correction_says_so_and_is_not_moved(ledger, tmp_path):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    newer(ledger, tmp_path, "A correction was made.", f"{HELD} over the treaty.")
    assert saying(ledger, HELD).entry.place is None
    assert states(ledger) == {1: "text changed"}
    (made,) = corrections(ledger)
    assert made.offered


def test_a_person_carries_it_to_the_newer_text(ledger, tmp_path):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    newer(ledger, tmp_path, "A correction was made.", f"{HELD} over the treaty.")
    assert carry(ledger, by="Ben") == (2,)
    refresh(ledger, ledger.process)
    stands = saying(ledger, HELD)
    assert (stands.entry.place.name, stands.review.by) == ("Port Vale", "Ben")
    assert not any(c.offered for c in corrections(ledger))


def test_why_it_was_said_is_carried_with_it(ledger, tmp_path):
    reject(ledger, saying(ledger, HELD).id, by="Ada", reason="it was another meeting")
    newer(ledger, tmp_path, "A correction was made.", f"{HELD} over the treaty.")
    carry(ledger, [1], by="Ben")
    reasons = [c.correction.reason for c in corrections(ledger)]
    assert reasons[0] == "it was another meeting; carried from correction 1"


@pytest.mark.parametrize("act", [accept, reject])
def test_acceptance_and_rejection_are_carried_too(ledger, tmp_path, act):
    act(ledger, saying(ledger, HELD).id, by="Ada")
    newer(ledger, tmp_path, "A correction was made.", f"{HELD} over the treaty.")
    assert saying(ledger, HELD).review is None
    carry(ledger, [1], by="Ben")
    refresh(ledger, ledger.process)
    assert [c.correction.act for c in corrections(ledger)] == [act.__name__] * 2
    assert (HELD in " ".join(sentences(ledger))) is (act is accept)


def test_where_the_words_are_gone_or_stand_twice_nothing_is_offered(ledger, tmp_path):
    edit(ledger, saying(ledger, HELD).id, {"place": "Port Vale"}, by="Ada")
    twice = f"{HELD} over the treaty. Once more: {HELD} over the treaty."
    newer(ledger, tmp_path, "A correction was made.", twice)
    assert not corrections(ledger)[0].offered
    with pytest.raises(CorrectionError, match="cannot be carried"):
        carry(ledger, [1], by="Ben")
    with pytest.raises(CorrectionError, match="no correction is on offer"):
        carry(ledger, by="Ben")
