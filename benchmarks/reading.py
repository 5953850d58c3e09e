"""Measures what reading a document costs against spaCy's bare pipeline on the same text.

Run from the repository root, with nothing else at work (about a minute)::

    .venv/bin/python benchmarks/reading.py

The documents are the dispatches of the demo as they are stored. In each round both read all of them, in
turn: ``nlp.pipe`` with every default component of the model as it is shipped, and ``annotate`` with
``extract``. What counts is time on the processor, since a machine that is busy with other things stretches the time on the clock.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import spacy

from detente.annotate import annotate_all, find_model, load_language
from detente.demo import PROCESS, dispatches
from detente.extract import extract
from detente.ingest import find_inputs, read_input
from detente.model.document import Document
from detente.model.profile import Process
from detente.pipeline.reading import TOGETHER
from detente.processes import load_process

if TYPE_CHECKING:
    from spacy.language import Language


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    process = load_process(PROCESS)
    documents = stored(process)
    language = load_language()
    as_shipped = spacy.load(find_model().folder, exclude=["senter"])
    ways: dict[str, Callable[[], None]] = {
        "spaCy, nlp.pipe": lambda: bare(documents, as_shipped),
        "annotate": lambda: annotated(documents, language, process),
        "annotate and extract": lambda: read(documents, language, process),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()  # what is loaded at first use is not what is measured
    for _ in range(rounds):
        for name, way in ways.items():
            began = time.process_time()
            way()
            taken[name].append(time.process_time() - began)
    report(taken, documents)


def stored(process: Process) -> list[Document]:
    """Return the dispatches of the demo as documents."""
    with dispatches() as folder:
        inputs, _ = find_inputs([folder])
        found = [d for item in inputs for d in read_input(item, outlets=process.outlets)]
    return [d for d in found if isinstance(d, Document)]


def bare(documents: Sequence[Document], language: "Language") -> None:
    """Run the model alone, in batches as its makers advise."""
    for _ in language.pipe(d.text for d in documents):
        pass


def annotated(documents: Sequence[Document], language: "Language", process: Process) -> None:
    """Annotate the documents in groups, as the program does."""
    for group in groups(documents):
        for _ in annotate_all(group, language=language, process=process):
            pass


def read(documents: Sequence[Document], language: "Language", process: Process) -> None:
    """Annotate the documents in groups and extract the entries of each, as the program does."""
    for group in groups(documents):
        for one in annotate_all(group, language=language, process=process):
            extract(one, process=process)


def groups(documents: Sequence[Document]) -> list[Sequence[Document]]:
    """Return the documents as they are read together."""
    return [documents[at : at + TOGETHER] for at in range(0, len(documents), TOGETHER)]


def report(taken: dict[str, list[float]], documents: Sequence[Document]) -> None:
    """Print the median of each way, words a second and the ratio to the first, round by round."""
    words = sum(len(d.text.split()) for d in documents)
    first = next(iter(taken.values()))
    print(f"{len(documents)} documents, {words:,} words, {len(first)} rounds")
    print(
        "| way | CPU seconds, median | words a CPU second | ratio to spaCy alone (lowest to highest) |"
    )
    print("| --- | --- | --- | --- |")
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        ratios = [mine / its for mine, its in zip(seconds, first, strict=True)]
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        print(f"| {name} | {middle:.2f} | {words / middle:,.0f} | {spread} |")


if __name__ == "__main__":
    main()
