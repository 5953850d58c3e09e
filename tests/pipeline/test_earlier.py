"""An earlier state is the same, whether it was made whole, in parts, or brought up to what was recorded since."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledger import verify
from detente.ledger.dump import dump
from detente.ledger.earlier import Bounds
from detente.ledger.moments import last_change
from detente.ledger.searching import search_documents, search_entries
from detente.pipeline import add, as_it_was, earlier, refresh
from detente.pipeline.correcting import accept, reject, same
from detente.pipeline.earlier import at_hand, bring_up, make_state, overtaken, take_up
from tests.ledger.stories import ANNOUNCED, HELD, LATER, document, new_ledger, reader, rows
from tests.pipeline.test_updating import articles, meetings_in, put

DAY = Bounds(as_of=date(2023, 5, 26))


def made(ledger, bounds, *, together=1000):
    with patch.object(earlier, "TOGETHER", together):
        return make_state(ledger, ledger.process, bounds)


@settings(deadline=None, max_examples=4)
@given(articles())
def test_made_in_parts_it_is_what_it_is_made_whole(found):
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        put(ledger, found)
        whole, parts = made(ledger, DAY), made(ledger, DAY, together=1)
        assert list(dump(parts)) == list(dump(whole))


@settings(deadline=None, max_examples=8)
@given(articles(), articles(), st.booleans())
def test_brought_up_it_is_what_it_would_be_made_anew(first, later, says_more):
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        put(ledger, first)
        then = made(ledger, DAY)
        put(ledger, later)
        names = sorted(meetings_in(ledger))
        if says_more and names:
            reject(ledger, names[0], by="Ada")
        before = list(dump(then))
        could = bring_up(ledger, ledger.process, DAY, then)
        assert list(dump(then)) == (list(dump(made(ledger, DAY))) if could else before)


@settings(deadline=None, max_examples=6)
@given(articles(), articles(), st.sampled_from([DAY, "change", "both"]), st.booleans())
def test_made_by_taking_out_what_came_later_it_is_what_it_is_made_anew(
    first, later, wanted, says_more
):
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        put(ledger, first)
        change = Bounds(known_at=last_change(ledger))
        put(ledger, later, version=2)
        names = sorted(meetings_in(ledger))
        if says_more and names:
            for say in (reject, accept):
                say(ledger, names[0], by="Ada")
            same(ledger, names, by="Ada") if len(names) > 1 else None
            refresh(ledger, ledger.process)
        bounds = {"change": change, "both": replace(change, as_of=DAY.as_of)}.get(wanted, DAY)
        anew = made(ledger, bounds)
        lessened = by_taking_out(ledger, bounds)
        assert list(dump(lessened)) == list(dump(anew))
        assert verify(lessened) == verify(anew)
        assert found_by_words(lessened) == found_by_words(anew)


def by_taking_out(ledger, bounds):
    with patch.object(earlier, "TOGETHER", -1), patch.object(earlier, "SHARE", 0):
        then = earlier._lessened(ledger, ledger.process, bounds, None)
    assert then is not None
    return then


def found_by_words(ledger):
    words = ('"treaty"', '"border"', '"talks"', '"number"')
    with ledger.looking() as connection:
        return [
            find(connection, word, [], limit=50)
            for word in words
            for find in (search_entries, search_documents)
        ]


def test_equal_texts_are_copies_however_short_they_are(tmp_path):
    with new_ledger(tmp_path) as opened:
        put(opened, (document("It rained.", source="a.txt", day="2023-05-26"),))
        then = made(opened, DAY)
        put(opened, (document("It rained.", source="b.txt", day="2023-05-24"),))
        assert bring_up(opened, opened.process, DAY, then)
        assert list(dump(then)) == list(dump(made(opened, DAY)))


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        grow(opened, tmp_path, "1", ANNOUNCED, HELD)
        yield opened


def grow(ledger, tmp_path, name, *stories):
    path = rows(tmp_path / f"{name}.jsonl", stories)
    add(ledger, [path], process=ledger.process, reader=reader())


def test_what_was_recorded_up_to_a_change_is_made_once_whatever_is_recorded_later(ledger, tmp_path):
    then = Bounds(known_at=last_change(ledger))
    first = as_it_was(ledger, ledger.process, then)
    grow(ledger, tmp_path, "2", LATER)
    assert as_it_was(ledger, ledger.process, then) is first


def test_a_state_as_of_a_day_is_overtaken_by_what_is_recorded_later(ledger, tmp_path):
    first = as_it_was(ledger, ledger.process, DAY)
    grow(ledger, tmp_path, "2", LATER)
    assert at_hand(ledger, ledger.process, DAY) is None
    assert overtaken(ledger, ledger.process, DAY) is first
    assert bring_up(ledger, ledger.process, DAY, first)
    take_up(ledger, ledger.process, DAY, first)
    assert at_hand(ledger, ledger.process, DAY) is first
    assert overtaken(ledger, ledger.process, DAY) is None


def test_the_oldest_states_are_thrown_away_with_their_folders(ledger):
    days = [Bounds(as_of=date(2023, 5, day)) for day in range(1, earlier.AT_HAND + 2)]
    folders = [as_it_was(ledger, ledger.process, day).folder for day in days]
    assert [folder.exists() for folder in folders] == [False, *[True] * earlier.AT_HAND]
