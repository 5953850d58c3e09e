"""A section of the evaluation: tasks that run in any process, and the tables that come of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from evals.surroundings import AbsentError
from evals.table import Table, skipped


@dataclass(frozen=True, slots=True)
class Measure:
    """``tasks`` raises ``AbsentError`` where the data is not here; ``work`` is a function of a module.

    ``tables`` gets what ``work`` made of each task, in the order of the tasks. What is ``timed`` runs when
    nothing else of the evaluation does: two processes beside each other slow what lives from the cache more.
    """

    id: str
    title: str
    tasks: Callable[[], Sequence[Any]]
    work: Callable[[Any], Any]
    tables: Callable[[Sequence[Any]], Sequence[Table]]
    at_once: int = 4
    timed: bool = False


def run_all(measures: Iterable[Measure], *, jobs: int) -> Iterator[Table]:
    """Run the tasks in ``jobs`` processes and give the tables in order, those of timed measures last."""
    measures = sorted(measures, key=lambda m: m.timed)
    if jobs == 1:
        for measure in measures:
            yield from _submitted(measure, lambda m, tasks: map(m.work, tasks))()
        return
    timed = [m for m in measures if m.timed]
    yield from _run_in_processes([m for m in measures if not m.timed], jobs=jobs)
    yield from _run_in_processes(timed, jobs=1)


def _run_in_processes(measures: Iterable[Measure], *, jobs: int) -> Iterator[Table]:
    # not forked: each worker loads the language model by itself
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:

        def submit(measure: Measure, tasks: Sequence[Any]) -> Iterator[Any]:
            return pool.map(measure.work, tasks, chunksize=measure.at_once)

        # all is handed out before the first table is asked for, so that no worker waits
        for waiting in [_submitted(measure, submit) for measure in measures]:
            yield from waiting()


Submit = Callable[[Measure, Sequence[Any]], Iterator[Any]]


def _submitted(measure: Measure, submit: Submit) -> Callable[[], Sequence[Table]]:
    try:
        outcomes = submit(measure, measure.tasks())
    except AbsentError as absent:
        table = skipped(measure.id, measure.title, f"skipped: {absent}")
        return lambda: [table]
    return lambda: measure.tables(list(outcomes))
