from dataclasses import replace
from datetime import date

import pytest

from detente.ledger.moments import last_change
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.pipeline import add
from detente.query.changes import changes
from tests.ledger.stories import (
    ANNOUNCED,
    HELD,
    LATER,
    STORIES,
    article,
    new_ledger,
    reader,
    rows,
)

BEFORE, AFTER = (Filter(as_of=date(2023, 5, day)) for day in (20, 27))
# The outlet takes back what it had told, and keeps the rest.
TAKEN_BACK = HELD | {
    "text": HELD["text"].replace(
        "Norland refused to talk about the border.", "The talks were long."
    ),
    "date": "2023-05-28",
}


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", STORIES)
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


def add_more(ledger, tmp_path, *stories, version="by hand 1"):
    path = rows(tmp_path / "more.jsonl", stories)
    add(ledger, [path], process=ledger.process, reader=reader(version))


def since_change(ledger, change):
    return changes(ledger, Filter(known_at=str(change)), Filter())


def test_a_meeting_that_was_held_has_moved_by_the_word_of_the_new_report(ledger):
    (move,) = changes(ledger, BEFORE, AFTER).moved.shown
    (status,) = move.moves
    assert (status.field, status.old, status.new) == ("status", "scheduled", "held")
    assert status.word.document.outlet == "Sud Daily"
    assert (move.put_off, move.withdrawn) == (False, False)


def test_a_track_that_moved_has_both_words_and_the_rule(ledger):
    moved = {m.after.track: m for m in changes(ledger, BEFORE, AFTER).tracks}
    assert moved["treaty"].before.status == "scheduled"
    assert moved["treaty"].after.status == "active"
    assert moved["treaty"].after.rule.startswith("A meeting was held")
    assert [r.document.outlet for r in moved["treaty"].rests_on] == ["Sud Daily"]


def test_what_was_newly_said_is_listed_by_kind(ledger):
    said = changes(ledger, BEFORE, AFTER).said
    assert {kind: listed.count for kind, listed in said.items()} == {
        Kind.CONDITION: 1,
        Kind.REFUSAL: 1,
    }


def test_the_articles_that_came_are_listed_and_reports_of_what_was_known_counted(ledger):
    found = changes(ledger, BEFORE, AFTER)
    assert [head.title for head in found.articles.shown] == ["News of held"]
    assert found.retold == 1


def test_of_a_long_list_the_first_are_shown_and_all_counted(ledger):
    found = changes(ledger, Filter(as_of=date(2023, 1, 1)), Filter(), most=1)
    assert (found.articles.count, len(found.articles.shown)) == (3, 1)
    assert found.added.count == 2


def test_between_a_state_and_itself_nothing_changed(ledger):
    found = changes(ledger, Filter(), Filter())
    assert (found.tracks, found.said, found.articles.count, found.retold) == ((), {}, 0, 0)
    assert found.added.count == found.moved.count == found.withdrawn.count == 0


def test_only_what_bears_on_the_track_is_told(ledger):
    wide = changes(ledger, BEFORE, Filter())
    border = changes(
        ledger, Filter(tracks=("border",), as_of=BEFORE.as_of), Filter(tracks=("border",))
    )
    assert (wide.moved.count, border.moved.count) == (1, 0)
    assert [m.after.event.tracks for m in border.added.shown] == [("border",)]
    assert [m.after.track for m in border.tracks] == ["border"]


def test_an_entry_whose_sentence_its_outlet_took_back_is_told_as_such(ledger, tmp_path):
    before = last_change(ledger)
    add_more(ledger, tmp_path, TAKEN_BACK)
    found = since_change(ledger, before)
    (changed,) = found.changed.shown
    assert [r.sentence for r in changed.lost] == ["Norland refused to talk about the border."]
    assert changed.kept == 2
    assert found.articles.count == 0


def test_a_sentence_that_stayed_in_a_changed_article_says_nothing_new(ledger, tmp_path):
    before = last_change(ledger)
    add_more(ledger, tmp_path, TAKEN_BACK)
    found = since_change(ledger, before)
    assert found.said == {}
    assert (found.added.count, found.withdrawn.count, found.retold) == (0, 0, 0)


def test_an_event_that_nobody_tells_any_more_is_withdrawn(ledger, tmp_path):
    before = last_change(ledger)
    gone = LATER | {"text": "Sudland said that it was content.", "date": "2023-06-21"}
    add_more(ledger, tmp_path, gone)
    (move,) = since_change(ledger, before).withdrawn.shown
    assert move.after is None
    assert str(move.before.event.date) == "2023-06-18"


def test_an_article_that_came_in_later_is_added_to_the_record_whatever_its_day(tmp_path):
    with new_ledger(tmp_path) as ledger:
        add_more(ledger, tmp_path, HELD)
        before = last_change(ledger)
        add_more(ledger, tmp_path, ANNOUNCED)
        found = since_change(ledger, before)
    assert [head.title for head in found.articles.shown] == ["News of announced"]
    assert found.said[Kind.COMMITMENT].count == 1


def test_an_article_without_a_day_is_in_both_states_or_in_neither(ledger, tmp_path):
    undated = article("undated", "", "", "Norland refused to talk about the treaty.")
    dated = article("dated", "2023-06-21", "Sud Daily", "Ruiz said that the treaty was near.")
    add_more(ledger, tmp_path, undated, dated)
    found = changes(ledger, Filter(as_of=date(2023, 6, 20)), Filter())
    assert [kind for kind, listed in found.said.items() if listed.count] == [Kind.STATEMENT]
    assert [head.title for head in found.articles.shown] == ["News of dated"]
    assert found.until.as_of is None
    whole = changes(ledger, Filter(known_at="0"), Filter())
    assert "News of undated" in {head.title for head in whole.articles.shown}


def test_what_changed_is_narrowed_by_kind_actor_outlet_and_words(ledger):
    before, after = (replace(day, text="refused") for day in (BEFORE, AFTER))
    narrowed = changes(ledger, before, after)
    assert set(narrowed.said) == {Kind.REFUSAL}
    assert narrowed.moved.count == 0
    assert narrowed.tracks == ()
    before, after = (replace(day, kinds=(Kind.MEETING,)) for day in (BEFORE, AFTER))
    narrowed = changes(ledger, before, after)
    assert narrowed.said == {}
    assert narrowed.moved.count == 1
    before, after = (replace(day, outlets=("Northern Post",)) for day in (BEFORE, AFTER))
    narrowed = changes(ledger, before, after)
    outlets = {told.document.outlet for them in narrowed.said.values() for told in them.shown}
    assert outlets <= {"Northern Post"}
    assert {head.outlet for head in narrowed.articles.shown} <= {"Northern Post"}
