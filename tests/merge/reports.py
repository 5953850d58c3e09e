"""Builders for reports, so that a test can show the sentence and little else."""

from datetime import date

from detente.model.entry import (
    ActorRef,
    Agreement,
    Commitment,
    Entry,
    Evidence,
    Incident,
    IncidentStatus,
    Meeting,
    MeetingStatus,
    Mode,
    PlaceRef,
    Statement,
    Strength,
)
from detente.model.event import DocumentHead, Event, Report
from detente.model.identity import content_id, slug
from detente.model.profile import Actor, ActorKind, Process
from detente.model.when import Basis, DateRange

ALPHA, BETA, HOST = (ActorRef(slug(n), n, n) for n in ("Alphia", "Betania", "Hostland"))
UNION = ActorRef("union", "Union", "Union")
ALPHA_PM = ActorRef("ana-alda", "Ana Alda", "Alphia")
BETA_PRESIDENT = ActorRef("boris-bern", "Boris Bern", "Betania")
ALPHA_FM = ActorRef("alf-arno", "Alf Arno", "Alphia")
BETA_FM = ActorRef("bea-blum", "Bea Blum", "Betania")
HOST_PRESIDENT = ActorRef("hugo-holm", "Hugo Holm", "Hostland")
UNION_PRESIDENT = ActorRef("ulla-unger", "Ulla Unger", "Union")

PROCESS = Process(
    id="alphia-betania",
    name="Alphia and Betania",
    parties=("alphia", "betania"),
    actors=(
        Actor("alphia", "Alphia", ActorKind.SIDE, "Alphia"),
        Actor("betania", "Betania", ActorKind.SIDE, "Betania"),
    ),
)


def days(text: str, basis: Basis = Basis.EXPLICIT) -> DateRange:
    start, _, end = text.partition("/")
    return DateRange(date.fromisoformat(start), date.fromisoformat(end or start), text, basis)


def article(
    outlet: str,
    published: str | None,
    *,
    name: str = "",
    copy_group: str | None = None,
    title: str | None = None,
    lede: str = "",
) -> DocumentHead:
    when = days(published) if published else None
    own = content_id([outlet, published, name])
    return DocumentHead(own, outlet, when, copy_group, title, lede=lede)


def report(entry: Entry, head: DocumentHead) -> Report:
    return Report(
        content_id([head.id, entry.evidence[0].quote, entry.evidence[0].start]), entry, head
    )


def _evidence(sentence: str, at: int) -> tuple[Evidence, ...]:
    return (Evidence(sentence, at, at + len(sentence)),)


def meeting(
    head: DocumentHead,
    sentence: str,
    status: str = "held",
    *,
    who: tuple[ActorRef, ...] = (ALPHA, BETA),
    on: str | DateRange | None = None,
    at: int = 0,
    place: str | None = None,
    **fields: object,
) -> Report:
    entry = Meeting(
        document=head.id,
        evidence=_evidence(sentence, at),
        status=MeetingStatus(status),
        participants=who,
        date=days(on) if isinstance(on, str) else on,
        place=PlaceRef(slug(place), place) if place else None,
        **fields,  # type: ignore[arg-type]
    )
    return report(entry, head)


def incident(
    head: DocumentHead,
    sentence: str,
    status: str = "happened",
    *,
    on: str | None = None,
    at: int = 0,
    place: str | PlaceRef | None = None,
    **fields: object,
) -> Report:
    entry = Incident(
        document=head.id,
        evidence=_evidence(sentence, at),
        status=IncidentStatus(status),
        date=days(on) if on else None,
        place=PlaceRef(slug(place), place) if isinstance(place, str) else place,
        **fields,  # type: ignore[arg-type]
    )
    return report(entry, head)


def agreement(
    head: DocumentHead, sentence: str, *, on: str | None = None, at: int = 0, **fields: object
) -> Report:
    entry = Agreement(
        document=head.id,
        evidence=_evidence(sentence, at),
        date=days(on) if on else None,
        **fields,  # type: ignore[arg-type]
    )
    return report(entry, head)


def commitment(
    head: DocumentHead,
    sentence: str,
    strength: str = "pledge",
    *,
    by: tuple[ActorRef, ...] = (ALPHA,),
    due: str | None = None,
    at: int = 0,
    **fields: object,
) -> Report:
    entry = Commitment(
        document=head.id,
        evidence=_evidence(sentence, at),
        by=by,
        strength=Strength(strength),
        due=days(due) if due else None,
        **fields,  # type: ignore[arg-type]
    )
    return report(entry, head)


def statement(
    head: DocumentHead,
    sentence: str,
    *,
    by: tuple[ActorRef, ...] = (ALPHA_PM,),
    said_on: str | None = None,
    at: int = 0,
    **fields: object,
) -> Report:
    entry = Statement(
        document=head.id,
        evidence=_evidence(sentence, at),
        speaker=by,
        mode=Mode.INDIRECT,
        said_on=days(said_on) if said_on else None,
        **fields,  # type: ignore[arg-type]
    )
    return report(entry, head)


def partition(events: tuple[Event, ...]) -> set[frozenset[str]]:
    return {frozenset(e.entries) for e in events}
