"""Builders for a small record of one process."""

from dataclasses import replace
from datetime import date
from itertools import count

from detente.assess import assess
from detente.model.entry import (
    ActorRef,
    Agreement,
    Assessment,
    Commitment,
    Condition,
    Entry,
    Evidence,
    Kind,
    Plover,
    Refusal,
    Sign,
    Strength,
)
from detente.model.event import DocumentHead, Event, Report, Step, TrackStatus
from detente.model.identity import content_id
from detente.model.profile import Actor, ActorKind, Process, Track
from detente.model.when import DateRange

ALPHA, BETA = ActorRef("alphia", "Alphia", "Alphia"), ActorRef("betania", "Betania", "Betania")

PROCESS = Process(
    id="alphia-betania",
    name="Alphia and Betania",
    parties=("alphia", "betania"),
    main_track="treaty",
    tracks=(
        Track("treaty", "Peace treaty", "the treaty between the two", ("treaty",)),
        Track("fighting", "Fighting", "force and its end", ("ceasefire",)),
    ),
    actors=(
        Actor("alphia", "Alphia", ActorKind.SIDE, "Alphia"),
        Actor("betania", "Betania", ActorKind.SIDE, "Betania"),
    ),
)

_serial = count()


def days(text: str) -> DateRange:
    start, _, end = text.partition("/")
    return DateRange(date.fromisoformat(start), date.fromisoformat(end or start), text)


def event(
    kind: Kind,
    status: str,
    on: str | None,
    *,
    tracks: tuple[str, ...] = ("treaty",),
    published: str | None = None,
    entries: tuple[str, ...] = (),
) -> Event:
    when = days(on) if on else None
    told = days(published) if published else when
    actors = (ALPHA, BETA)
    return Event(
        id=content_id([kind, status, on, published, next(_serial)]),
        kind=kind,
        status=status,
        date=when,
        place=None,
        participants=actors if kind is Kind.MEETING else (),
        by=() if kind is Kind.MEETING else actors,
        tracks=tracks,
        entries=entries,
        history=(Step(status, when, (), "an-entry", "Agency", told),),
    )


def meeting(status: str, on: str | None, **fields: object) -> Event:
    return event(Kind.MEETING, status, on, **fields)  # type: ignore[arg-type]


def said(entry_type: type[Entry], sentence: str, published: str, **fields: object) -> Report:
    """Report an entry of the main track, by Alphia, from an article of that day."""
    head = DocumentHead(content_id([sentence, published]), "Agency", days(published))
    defaults: dict[type[Entry], dict[str, object]] = {
        Refusal: {"by": (ALPHA,)},
        Commitment: {"by": (ALPHA,), "strength": Strength.PLEDGE},
        Condition: {"gates": ("treaty",), "said_by": (ALPHA,)},
        Assessment: {"sign": Sign.GOOD},
        Agreement: {"by": (ALPHA, BETA)},
    }
    entry = entry_type(
        document=head.id,
        evidence=(Evidence(sentence, 0, len(sentence)),),
        **({"tracks": ("treaty",)} | defaults.get(entry_type, {}) | fields),  # type: ignore[arg-type]
    )
    return Report(content_id([head.id, sentence]), entry, head)


def labelled(report: Report, label: str) -> Report:
    """Give a report's entry an event-data label."""
    return replace(report, entry=replace(report.entry, plover=Plover(label)))


def treaty(events: list[Event], reports: list[Report], as_of: str) -> TrackStatus:
    """Return the status of the main track."""
    return assess(PROCESS, events, reports, as_of=date.fromisoformat(as_of))[0]
