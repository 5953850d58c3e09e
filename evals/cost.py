"""Section 7: what reading costs beside spaCy's bare pipeline, as it is shipped, on the same text in the same run.

Time on the processor, in turn, the best of some rounds each: a busy machine stretches all but the best.
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

ROUNDS = 5
_TITLE = "What reading costs beside spaCy alone"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the processor, round by round."""

    words: int
    alone: tuple[float, ...]
    ours: tuple[float, ...]


def measure_cost(rounds: int) -> Cost:
    """Read the dispatches of the demo both ways, in turn."""
    documents, as_shipped = _documents(), spacy.load(find_model().folder, exclude=["senter"])

    def bare() -> None:
        for _ in as_shipped.pipe(d.text for d in documents):
            pass

    def whole() -> None:
        for at in range(0, len(documents), TOGETHER):
            for _ in entries_of_all(documents[at : at + TOGETHER], profile(PROCESS)):
                pass

    for way in (bare, whole):  # what is loaded at first use is not what is measured
        way()
    times = [(_seconds(bare), _seconds(whole)) for _ in range(rounds)]
    words = sum(len(d.text.split()) for d in documents)
    return Cost(words, tuple(a for a, _ in times), tuple(b for _, b in times))


def _documents() -> list[Document]:
    with dispatches() as folder:
        inputs, _ = find_inputs([folder])
        outlets = profile(PROCESS).outlets
        found = [d for item in inputs for d in read_input(item, outlets=outlets)]
    return [d for d in found if isinstance(d, Document)]


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def tables(costs: Sequence[Cost]) -> list[Table]:
    """Give the ratio and the words a second."""
    (cost,) = costs
    ours, alone = min(cost.ours), min(cost.alone)
    values = {
        "ratio": ours / alone,
        "words a CPU second": round(cost.words / ours),
        "spaCy alone": round(cost.words / alone),
    }
    row = Row("annotate and extract", values)
    notes = (
        f"Dispatches of the demo, {cost.words:,} words, {len(cost.ours)} rounds; at most 1.5 is wanted.",
    )
    return [Table("cost", _TITLE, tuple(values), (row,), notes)]


MEASURE = Measure("cost", _TITLE, lambda: [ROUNDS], measure_cost, tables)
