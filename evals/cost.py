"""Section 7: what reading costs beside spaCy's bare pipeline, as it is shipped, on the same text in the same run.

Time on the processor, in turn, the best of some rounds for each group of documents that is read together: a busy
machine stretches all but the best, and so it runs when the rest is done. The reading gets from the model all
that the shipped pipeline gives; what its networks, its ruler and its lemmatizer answer for a word is kept, and is
all known from the second turn on.
``benchmarks/reading.py`` measures it more closely.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import spacy

from detente.annotate import find_model
from detente.demo import PROCESS, dispatches
from detente.ingest import find_inputs, read_input
from detente.model.document import Document
from detente.pipeline.reading import TOGETHER
from evals.measure import Measure
from evals.reader import entries_of_all, profile
from evals.table import Row, Table

ROUNDS = 8
_TITLE = "What reading costs beside spaCy alone"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the processor for so many words."""

    words: int
    alone: float
    ours: float


def measure_cost(rounds: int) -> Cost:
    """Read the dispatches of the demo both ways, in turn, and add up the best times of their groups."""
    documents, as_shipped = _documents(), spacy.load(find_model().folder, exclude=["senter"])

    def bare(group: Sequence[Document]) -> None:
        for _ in as_shipped.pipe(d.text for d in group):
            pass

    def whole(group: Sequence[Document]) -> None:
        for _ in entries_of_all(group, profile(PROCESS)):
            pass

    for way in (bare, whole):  # what is loaded at first use is not what is measured
        way(documents)
    alone = ours = 0.0
    for at in range(0, len(documents), TOGETHER):
        group = documents[at : at + TOGETHER]
        times = [(_seconds(bare, group), _seconds(whole, group)) for _ in range(rounds)]
        alone += min(a for a, _ in times)
        ours += min(b for _, b in times)
    return Cost(sum(len(d.text.split()) for d in documents), alone, ours)


def _documents() -> list[Document]:
    with dispatches() as folder:
        inputs, _ = find_inputs([folder])
        outlets = profile(PROCESS).outlets
        found = [d for item in inputs for d in read_input(item, outlets=outlets)]
    return [d for d in found if isinstance(d, Document)]


def _seconds(way: Callable[[Sequence[Document]], None], group: Sequence[Document]) -> float:
    began = time.process_time()
    way(group)
    return time.process_time() - began


def tables(costs: Sequence[Cost]) -> list[Table]:
    """Give the ratio and the words a second."""
    (cost,) = costs
    values = {
        "ratio": cost.ours / cost.alone,
        "words a CPU second": round(cost.words / cost.ours),
        "spaCy alone": round(cost.words / cost.alone),
    }
    row = Row("annotate and extract", values)
    notes = (
        f"Dispatches of the demo, {cost.words:,} words, {ROUNDS} rounds; at most 1.5 is wanted.",
    )
    return [Table("cost", _TITLE, tuple(values), (row,), notes)]


MEASURE = Measure("cost", _TITLE, lambda: [ROUNDS], measure_cost, tables, timed=True)
