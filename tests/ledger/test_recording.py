import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, update

from detente.ledger import Ledger, verify
from detente.ledger.earlier import Bounds, copy_within
from detente.ledger.facts import load_state
from detente.ledger.recording import (
    Outcome,
    Reading,
    begin_run,
    record_document,
    record_reading,
    record_rejections,
    was_read,
)
from detente.ledger.schema import facts
from detente.model.document import Document, Reason, Rejection
from detente.model.errors import EvidenceError, RecordError
from tests.ledger.stories import MOMENT, document, new_ledger, read

MET = "Norland and Sudland met on 2023-05-14 over the treaty."


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        yield opened


def record(ledger: Ledger, doc: Document, *, reader: str = "by hand 1") -> Outcome:
    run = begin_run(ledger, program="test", reader=reader)
    found = read(doc)
    reading = Reading(reader=reader, entries=found.entries, rejections=found.rejections)
    return record_document(ledger, doc, reading, run=run)


def standing(ledger: Ledger) -> list[str]:
    return [load_state(ledger).texts[a.id] for a in load_state(ledger).standing()]


def test_what_is_recorded_comes_back_whole(ledger):
    doc = document(MET)
    assert record(ledger, doc) is Outcome.NEW
    state = load_state(ledger)
    assert state.texts[doc.id] == MET
    assert [entry for _, entry in state.entries[doc.id]] == list(read(doc).entries)
    assert was_read(ledger, doc.id, reader="by hand 1")


def test_the_same_text_is_not_added_twice(ledger):
    record(ledger, document(MET))
    assert record(ledger, document(MET)) is Outcome.DUPLICATE
    assert record(ledger, document(MET, source="b.txt")) is Outcome.DUPLICATE
    assert len(load_state(ledger).articles) == 1


@pytest.mark.parametrize("order", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_the_source_shown_is_the_smallest_whatever_came_first(ledger, order):
    for source in order:
        record(ledger, document(MET, source=source))
    assert [a.source for a in load_state(ledger).articles] == ["a.txt"]


def test_a_new_text_of_the_same_file_stands_in_place_of_the_old_one(ledger):
    record(ledger, document("Norland said nothing."))
    assert record(ledger, document("Norland said no.")) is Outcome.VERSION
    assert standing(ledger) == ["Norland said no."]
    assert len(load_state(ledger).articles) == 2


def test_a_new_text_under_the_same_address_is_a_version_though_the_file_is_another(ledger):
    address = "https://example.test/1"
    record(ledger, document("Norland said nothing.", source="a.txt", url=address))
    later = document("Norland said no.", source="b.txt", url=address)
    assert record(ledger, later) is Outcome.VERSION
    assert standing(ledger) == ["Norland said no."]


def test_the_latest_published_version_stands_even_if_it_came_first(ledger):
    address = "https://example.test/1"
    record(ledger, document("Norland said no.", day="2023-05-16", url=address))
    record(ledger, document("Norland said nothing.", day="2023-05-15", url=address))
    assert standing(ledger) == ["Norland said no."]


def test_a_new_text_that_has_lost_its_day_stands_now_but_in_no_earlier_view(ledger):
    record(ledger, document("Norland said no.", day="2023-05-15"))
    record(ledger, document("Norland said nothing.", day=None))
    assert standing(ledger) == ["Norland said nothing."]
    then = copy_within(ledger, Bounds(as_of=date(2023, 5, 20)))
    assert standing(then) == ["Norland said no."]


def test_a_text_that_has_found_its_day_stands_in_place_of_the_one_without(ledger):
    record(ledger, document("Norland said no.", day=None))
    record(ledger, document("Norland said nothing.", day="2023-05-15"))
    assert standing(ledger) == ["Norland said nothing."]


def test_a_file_that_is_put_back_makes_the_old_text_stand_again(ledger):
    for text in ("Norland said yes.", "Norland said no.", "Norland said yes."):
        record(ledger, document(text))
    assert standing(ledger) == ["Norland said yes."]


def test_a_text_stands_as_long_as_one_of_its_files_has_it(ledger):
    record(ledger, document("Norland said yes.", source="a.txt"))
    record(ledger, document("Norland said yes.", source="b.txt"))
    record(ledger, document("Norland said no.", source="b.txt"))
    assert sorted(standing(ledger)) == ["Norland said no.", "Norland said yes."]


def test_an_article_known_by_its_line_alone_hides_no_other(ledger):
    record(ledger, document("Norland said yes.", source="day.jsonl#line 1"))
    assert record(ledger, document("It rained.", source="day.jsonl#line 1")) is Outcome.NEW
    assert len(standing(ledger)) == 2


def test_reading_an_old_version_again_does_not_make_it_new(ledger):
    old = document("Norland said nothing.")
    record(ledger, old)
    record(ledger, document("Norland said no."))
    run = begin_run(ledger, program="test", reader="by hand 2")
    record_reading(ledger, old, Reading(reader="by hand 2", entries=read(old).entries), run=run)
    assert standing(ledger) == ["Norland said no."]


def test_another_version_of_the_reader_reads_again_and_its_reading_counts(ledger):
    doc = document(MET)
    record(ledger, doc)
    run = begin_run(ledger, program="test", reader="by hand 2")
    outcome = record_document(ledger, doc, Reading(reader="by hand 2", entries=()), run=run)
    assert outcome is Outcome.REREAD
    assert load_state(ledger).entries == {}


def test_evidence_that_does_not_slice_is_refused_and_nothing_is_kept(ledger):
    doc = document(MET)
    other = document("Norland and Sudland met on 2023-05-14, it seems.")
    entries = tuple(replace(e, document=other.id) for e in read(doc).entries)
    run = begin_run(ledger, program="test", reader="by hand 1")
    with pytest.raises(EvidenceError, match="evidence at"):
        record_document(ledger, other, Reading(reader="by hand 1", entries=entries), run=run)
    assert load_state(ledger).articles == ()


def test_an_entry_of_another_document_is_refused(ledger):
    run = begin_run(ledger, program="test", reader="by hand 1")
    reading = Reading(reader="by hand 1", entries=read(document(MET, outlet="Sud Daily")).entries)
    with pytest.raises(EvidenceError, match="was handed over with"):
        record_document(ledger, document(MET), reading, run=run)


def test_a_rejected_file_is_recorded_once(ledger):
    empty = Rejection(Reason.EMPTY, "the file has no bytes", "e.txt")
    for _ in range(2):
        run = begin_run(ledger, program="test", reader="by hand 1")
        record_rejections(ledger, [empty, empty], run=run)
    with ledger.looking() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM file_rejections").scalar()
    assert rows == 1


@pytest.mark.parametrize("table", ["documents", "sightings", "readings", "entries", "changes"])
def test_facts_cannot_be_changed_or_deleted(ledger, table):
    record(ledger, document(MET))
    for change in (delete(facts.tables[table]), update(facts.tables[table]).values(number=99)):
        with pytest.raises(RecordError, match="facts are not changed"), ledger.writing() as c:
            c.execute(change)


def test_every_fact_knows_when_it_was_recorded(ledger):
    record(ledger, document(MET))
    with ledger.looking() as connection:
        times = connection.exec_driver_sql("SELECT DISTINCT recorded_at FROM changes").all()
    assert times == [(MOMENT.isoformat(timespec="milliseconds"),)]


def test_a_sound_record_has_no_flaw(ledger):
    record(ledger, document(MET))
    report = verify(ledger)
    assert report.sound
    assert (report.documents, report.entries, report.passages) == (1, 1, 1)


def flip(ledger: Ledger, statement: str) -> None:
    """Change a fact behind the back of the program."""
    with sqlite3.connect(ledger.path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE documents SET text = replace(text, 'met', 'mat')",
            "not the one that was recorded",
        ),
        ("UPDATE documents SET text = CAST(X'4E6F72ff' AS TEXT)", "not the one that was recorded"),
        ("UPDATE entries SET body = replace(body, 'held', 'cancelled')", "does not give its id"),
        ("UPDATE entries SET body = replace(body, 'Norland and', 'Norland or ')", "evidence at"),
        ("UPDATE entries SET passage = 'They met.'", "differ from the entry"),
        ("UPDATE sightings SET header = replace(header, 'News', 'Olds')", "document's id"),
        ("DELETE FROM documents", "points to something that is not in the record"),
        ("DELETE FROM reading_entries", "belongs to no reading"),
    ],
)
def test_verify_finds_what_was_changed_behind_its_back(ledger, statement, problem):
    record(ledger, document(MET))
    flip(ledger, statement)
    assert any(problem in flaw.problem for flaw in verify(ledger).flaws)


def test_a_flipped_bit_in_the_file_is_found(ledger):
    record(ledger, document(MET))
    ledger.close()  # the log is folded back into the file
    stored = ledger.path.read_bytes()
    place = stored.index(MET.encode())
    ledger.path.write_bytes(stored[:place] + b"O" + stored[place + 1 :])
    assert not verify(ledger).sound
