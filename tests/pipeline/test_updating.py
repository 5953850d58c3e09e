"""Views that grew with the record are those that are made anew from it."""

import itertools
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from detente.ledger import Ledger, schema, verify
from detente.ledger.crash import EXIT_CODE, VARIABLE
from detente.ledger.dump import dump, dump_views
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import Kind
from detente.pipeline import add, rebuild, refresh
from detente.pipeline.correcting import reject, same, undo
from tests.ledger.stories import (
    ANNOUNCED,
    STORIES,
    article,
    document,
    new_ledger,
    read,
    reader,
    rows,
)

CHILD = Path(__file__).with_name("child.py")

SENTENCES = (
    "Norland and Sudland will meet on 2023-05-25 over the treaty.",
    "Norland and Sudland met on 2023-05-25 over the treaty.",
    "Norland and Sudland met on 2023-05-26 at the border.",
    "Ana Ruiz met Sudland, it was heard.",
    "Sudland promised to open the border by 2023-07-01.",
    "Holm said that the border was quiet.",
    "Norland refused to talk about the treaty.",
    "The talks of Norland and Sudland on 2023-05-25 were off.",
    "There can be no treaty unless the border is settled, Holm added.",
)
WORDS = tuple("".join(w) for w in product(("ba", "do", "ke", "lu"), ("rn", "st", "lt", "sk")))
# long enough to be found again in a copy
REPORT = " ".join(f"{one} {other}" for one in WORDS[:6] for other in WORDS[6:]) + "."
DAYS = st.sampled_from([None, "2023-05-15", "2023-05-24", "2023-05-26", "2023-06-20"])


@st.composite
def articles(draw: st.DrawFn) -> tuple[Document, ...]:
    """Draw articles: some of them versions of one, some copies of another."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        told = draw(st.lists(st.sampled_from(SENTENCES), max_size=3))
        copied = draw(st.sampled_from(["", "", REPORT]))
        found.append(
            document(
                "\n\n".join([*told, copied, f"Number {number}."]),
                source=draw(st.sampled_from([f"{number}.txt", f"{number}.txt", "same.txt"])),
                day=draw(DAYS),
                outlet=draw(st.sampled_from(["Northern Post", "Sud Daily", None])),
            )
        )
    return tuple(found)


def put(ledger: Ledger, found: tuple[Document, ...], *, version: int = 1) -> None:
    """Record articles and bring the views up."""
    run = begin_run(ledger, program="test", reader=f"by hand {version}")
    for doc in found:
        entries = read(doc).entries
        kept = entries if version == 1 else entries[1:]
        record_document(ledger, doc, Reading(reader=f"by hand {version}", entries=kept), run=run)
    refresh(ledger, ledger.process)


def views(ledger: Ledger) -> list[str]:
    with ledger.looking() as connection:
        return list(dump_views(connection))


@settings(deadline=None, max_examples=25)
@given(articles(), st.data())
def test_added_one_by_one_and_made_anew_are_equal(found, data):
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        for doc in found:
            put(ledger, (doc,))
        again = data.draw(st.lists(st.sampled_from(found), max_size=2), label="read again")
        put(ledger, tuple(again), version=2)
        grown = views(ledger)
        assert verify(ledger).sound
        rebuild(ledger, ledger.process)
        assert grown == views(ledger)


@settings(deadline=None, max_examples=15)
@given(articles(), st.data())
def test_neither_order_nor_batches_matter(found, data):
    apart = tuple({d.source: d for d in found}.values())  # of versions the order of arrival counts
    mixed = data.draw(st.permutations(apart))
    cut = data.draw(st.integers(0, len(mixed)))
    with (
        TemporaryDirectory() as folder,
        new_ledger(Path(folder) / "one") as one,
        new_ledger(Path(folder) / "other") as other,
    ):
        put(one, apart)
        put(other, tuple(mixed[:cut]))
        put(other, tuple(mixed[cut:]))
        assert list(dump(one)) == list(dump(other))


@settings(deadline=None, max_examples=10)
@given(articles(), st.data())
def test_corrections_are_brought_in_and_taken_back(found, data):
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        for doc in found:
            put(ledger, (doc,))
        before = views(ledger)
        names = sorted(meetings_in(ledger))
        if len(names) < 2:
            return
        pair = data.draw(st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True))
        number = data.draw(st.sampled_from((same, rejected_first)))(ledger, pair, by="Ada")
        refresh(ledger, ledger.process)
        grown = views(ledger)
        rebuild(ledger, ledger.process)
        assert grown == views(ledger)
        undo(ledger, number, by="Ada")
        refresh(ledger, ledger.process)
        assert views(ledger) == before


def meetings_in(ledger: Ledger) -> list[str]:
    c = schema.items.c
    query = select(c.id).join(schema.event_entries, schema.event_entries.c.entry == c.id)
    with ledger.looking() as connection:
        return list(connection.scalars(query.where(c.kind == Kind.MEETING)))


def rejected_first(ledger: Ledger, pair: list[str], *, by: str) -> int:
    return reject(ledger, pair[0], by=by)


@pytest.mark.parametrize("point", ["before-views", "inside-views", "before-commit"])
def test_a_kill_while_they_grow_leaves_the_old_views_or_the_new(tmp_path, point):
    rows(tmp_path / "more" / "4.jsonl", [article("four", "2023-06-21", "Sud Daily", SENTENCES[2])])
    with new_ledger(tmp_path) as ledger:
        first = rows(
            tmp_path / "first.jsonl", [*STORIES, ANNOUNCED | {"url": "https://example.test/5"}]
        )
        add(ledger, [first], process=ledger.process, reader=reader())
        old = views(ledger)
    for n in itertools.count(1):
        environment = os.environ | {VARIABLE: f"{point}:{n}"}
        command = [sys.executable, str(CHILD), str(ledger.folder), str(tmp_path / "more")]
        killed = subprocess.run(command, env=environment).returncode == EXIT_CODE
        with Ledger.open(ledger.folder) as opened:
            now = views(opened)
            assert verify(opened).sound
        if not killed:
            break
        assert now == old
    with Ledger.open(ledger.folder) as opened:
        rebuild(opened, opened.process)
        assert now == views(opened) != old
