"""Facts to views: events and track statuses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from detente.assess import assess
from detente.ledger import Ledger
from detente.ledger.articles import Article
from detente.ledger.facts import State, load_state
from detente.ledger.views import (
    ViewContents,
    load_view,
    views_are_current,
    views_are_missing,
    write_views,
)
from detente.merge import fold_copies, merge
from detente.model.codec import entry_day
from detente.model.event import Event, Report, TrackStatus
from detente.model.profile import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Events and statuses by what had been published on ``as_of``.

    ``reckoned_on`` is the day that the statuses hold for: ``as_of``, or else the last day of publication.
    ``left_out`` counts the documents that ``as_of`` hides: published later, or not known to have been
    published by then.
    """

    as_of: date | None
    reckoned_on: date | None
    events: tuple[Event, ...]
    statuses: tuple[TrackStatus, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    reckoned_on: date | None
    copy_groups: Mapping[str, str]
    events: tuple[Event, ...]
    statuses: tuple[TrackStatus, ...]


def rebuild(ledger: Ledger, process: Process) -> None:
    """Throw the views away and make them again from the facts, in one transaction."""
    state = load_state(ledger)
    made = _make(state, process, as_of=None)
    write_views(
        ledger,
        ViewContents(
            state=state,
            made_with=made_with(process),
            reckoned_on=made.reckoned_on,
            copy_groups=made.copy_groups,
            events=made.events,
            statuses=made.statuses,
        ),
    )


def refresh(ledger: Ledger, process: Process) -> None:
    """Rebuild the views if a fact was added or the means changed since they were made."""
    if not views_are_current(ledger, made_with=made_with(process)):
        rebuild(ledger, process)


def open_ledger(folder: Path) -> Ledger:
    """Open a record with its views, making them where an older program's were dropped."""
    ledger = Ledger.open(folder)
    if views_are_missing(ledger):
        rebuild(ledger, ledger.process)
    return ledger


def view(ledger: Ledger, process: Process, *, as_of: date | None = None) -> View:
    """Return events and statuses: the stored ones, or those of another day, made in memory."""
    if as_of is None:
        stored = load_view(ledger)
        return View(
            as_of=None,
            reckoned_on=stored.reckoned_on,
            events=stored.events,
            statuses=stored.statuses,
            left_out=0,
        )
    state = load_state(ledger, as_of=as_of)
    made = _make(state, process, as_of=as_of)
    return View(
        as_of=as_of,
        reckoned_on=as_of,
        events=made.events,
        statuses=made.statuses,
        left_out=sum(not _published_by(a, as_of) for a in state.standing()),
    )


def made_with(process: Process) -> str:
    """Name all that the views hang on besides the facts."""
    return f"detente {version('detente')}, profile {process.digest}"


def _make(state: State, process: Process, *, as_of: date | None) -> _Made:
    articles = state.standing(as_of)
    copy_groups = fold_copies({a.id: state.texts[a.id] for a in articles})
    reports = state.reports(articles, copy_groups)
    events = merge(reports, judgements=state.judgements, process=process)
    day = as_of or _last_day(articles, reports)
    statuses = assess(process, events, reports, as_of=day) if day else ()
    return _Made(reckoned_on=day, copy_groups=copy_groups, events=events, statuses=statuses)


def _published_by(article: Article, day: date) -> bool:
    end = article.published.end if article.published else None
    return end is not None and end <= day


def _last_day(articles: Sequence[Article], reports: Sequence[Report]) -> date | None:
    """Find the day that the record stands for: never the machine's, so that it says the same tomorrow.

    It is the last certain day of publication; where none is certain the last possible one; where nothing
    is known of any, the last day that an entry tells of.
    """
    published = [a.published for a in articles if a.published]
    told = [when for r in reports if (when := entry_day(r.entry))]
    for days in (
        [p.day for p in published if p.day],
        [p.end or p.start for p in published],
        [when.end or when.start for when in told],
    ):
        if known := [day for day in days if day]:
            return max(known)
    return None
