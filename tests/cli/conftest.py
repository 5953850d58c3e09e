"""A small record built by hand: three articles of ours, no language model."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli.main import app
from detente.ledger import Ledger
from detente.ledger.recording import Reading, begin_run, record_document, record_rejections
from detente.model.document import Document, Reason, Rejection
from detente.model.entry import (
    ActorRef,
    Commitment,
    Condition,
    Entry,
    Evidence,
    Meeting,
    MeetingStatus,
    Mode,
    PlaceRef,
    Refusal,
    Statement,
    Strength,
)
from detente.model.when import Basis, DateRange
from detente.pipeline import rebuild

NORTH = ActorRef("~northland", "Northland", "Northland")
SOUTH = ActorRef("~southland", "Southland", "Southland")
LIND = ActorRef("~ana-lind", "Ana Lind", "Northland")
VALE = PlaceRef("~port-vale", "Port Vale")

ANNOUNCED = Document(
    source="articles/courier.txt",
    title="Talks are set for Port Vale",
    outlet="The Courier",
    published=DateRange.on(date(2023, 5, 5), "May 5"),
    published_basis="line under the headline",
    text=(
        "Northland and Southland will meet in Port Vale on 12 May, the mediators said.\n\n"
        "“We shall reopen the road by June,” Ana Lind said on Thursday. "
        "There will be no treaty without a ceasefire, she added."
    ),
)
HELD = Document(
    source="articles/herald.txt",
    title="Round in Port Vale ends",
    outlet="Southern Herald",
    published=DateRange.on(date(2023, 5, 13), "13 May 2023"),
    published_basis="date in the address",
    text=(
        "Northland and Southland met in Port Vale on Friday. "
        "Southland rejected the draft of the treaty."
    ),
)
HOSTILE = Document(
    source="articles/evil\x1b[2J.txt",
    title="[bold]=SUM(A1)[/bold] \x1b]0;owned\x07",
    outlet=None,
    published=None,
    text="Lind said \x1b[31mnothing\u202e is [red]agreed[/red] yet.",
)


def passage(document: Document, quote: str) -> tuple[Evidence, ...]:
    start = document.text.index(quote)
    return (Evidence(quote, start, start + len(quote)),)


def entries_of(document: Document) -> tuple[Entry, ...]:
    here = document.id
    if document is ANNOUNCED:
        return (
            Meeting(
                document=here,
                evidence=passage(
                    document, "Northland and Southland will meet in Port Vale on 12 May"
                ),
                tracks=("talks",),
                status=MeetingStatus.SCHEDULED,
                participants=(NORTH, SOUTH),
                date=DateRange.on(date(2023, 5, 12), "12 May"),
                place=VALE,
            ),
            Statement(
                document=here,
                evidence=passage(document, "We shall reopen the road by June"),
                tracks=("talks",),
                speaker=(LIND,),
                mode=Mode.DIRECT,
                said_on=DateRange.on(date(2023, 5, 4), "Thursday", Basis.WEEKDAY),
            ),
            Commitment(
                document=here,
                evidence=passage(document, "We shall reopen the road by June"),
                tracks=("talks",),
                said_by=(LIND,),
                by=(NORTH,),
                strength=Strength.PLEDGE,
                due=DateRange(date(2023, 5, 5), date(2023, 6, 30), "by June", Basis.RELATIVE),
            ),
            Condition(
                document=here,
                evidence=passage(document, "no treaty without a ceasefire"),
                tracks=("talks", "ceasefire"),
                said_by=(LIND,),
                gates=("talks",),
                requires=("ceasefire",),
            ),
        )
    if document is HELD:
        return (
            Meeting(
                document=here,
                evidence=passage(document, "Northland and Southland met in Port Vale on Friday"),
                tracks=("talks",),
                status=MeetingStatus.HELD,
                participants=(NORTH, SOUTH),
                date=DateRange.on(date(2023, 5, 12), "Friday", Basis.WEEKDAY),
                place=VALE,
            ),
            Refusal(
                document=here,
                evidence=passage(document, "Southland rejected the draft of the treaty"),
                tracks=("talks",),
                by=(SOUTH,),
                date=DateRange.on(date(2023, 5, 12), "Friday", Basis.INFERRED),
            ),
        )
    return (
        Statement(
            document=here,
            evidence=passage(document, "\x1b[31mnothing\u202e is [red]agreed[/red] yet"),
            tracks=("talks",),
            speaker=(LIND,),
            mode=Mode.INDIRECT,
        ),
    )


@dataclass(frozen=True)
class Terminal:
    """Types commands in a record."""

    folder: Path
    runner: CliRunner = field(default_factory=lambda: CliRunner(env={"COLUMNS": "80"}))

    def type(self, *words: str, columns: int = 80) -> Result:
        env = {"DETENTE_RECORD": str(self.folder), "COLUMNS": str(columns)}
        return self.runner.invoke(app, words, env=env, catch_exceptions=False)


def make_record(folder: Path) -> None:
    with Ledger.create(folder, "blank") as ledger:
        run = begin_run(ledger, program="tests", reader="by hand")
        for document in (ANNOUNCED, HELD, HOSTILE):
            reading = Reading(reader="by hand", entries=entries_of(document))
            record_document(ledger, document, reading, run=run)
        gone = Rejection(Reason.EMPTY, "no bytes in it", source="articles/empty.txt")
        record_rejections(ledger, [gone], run=run)
        rebuild(ledger, ledger.process)


@pytest.fixture(scope="session")
def record(tmp_path_factory) -> Path:
    """The folder of the record; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("records") / "talks"
    make_record(folder)
    return folder


@pytest.fixture
def terminal(record) -> Terminal:
    return Terminal(record)
