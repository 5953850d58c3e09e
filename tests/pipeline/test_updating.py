"""Views that grew with the record are those that are made anew from it."""

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledger import Ledger, verify
from detente.ledger.dump import dump, dump_views
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.pipeline import rebuild, refresh
from tests.ledger.stories import document, new_ledger, read

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
