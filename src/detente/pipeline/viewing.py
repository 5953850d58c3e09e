"""Facts to views: events and track statuses."""

from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from detente.assess import assess
from detente.ledger import Ledger
from detente.ledger.articles import Article
from detente.ledger.earlier import Bounds, copy_within
from detente.ledger.facts import load_state
from detente.ledger.moments import last_change
from detente.ledger.views import ViewContents, views_are_current, views_are_missing, write_views
from detente.merge import fold_copies, merge
from detente.model.codec import entry_day
from detente.model.event import Report
from detente.model.profile import Process

_AT_HAND = 4  # earlier states of a record that are kept once made


def as_it_was(ledger: Ledger, process: Process, bounds: Bounds) -> Ledger:
    """Return the record as it was, its views made by this program; without bounds the record itself."""
    if bounds == Bounds():
        return ledger
    with ledger.lock:
        state = (bounds, last_change(ledger), made_with(process))
        then = ledger.earlier.pop(state, None)
        if then is None:
            then = copy_within(ledger, bounds)
            rebuild(then, process, as_of=bounds.as_of)
        ledger.earlier[state] = then
        for oldest in list(ledger.earlier)[:-_AT_HAND]:
            del ledger.earlier[oldest]
    return then


def rebuild(ledger: Ledger, process: Process, *, as_of: date | None = None) -> None:
    """Throw the views away and make them again from the facts, in one transaction.

    The statuses hold for ``as_of``, or else for the last day of publication.
    """
    state = load_state(ledger)
    articles = state.standing()
    copy_groups = fold_copies({a.id: state.texts[a.id] for a in articles})
    reports = state.reports(articles, copy_groups)
    events = merge(reports, judgements=state.judgements, process=process)
    day = as_of or _last_day(articles, reports)
    write_views(
        ledger,
        ViewContents(
            state=state,
            made_with=made_with(process),
            reckoned_on=day,
            copy_groups=copy_groups,
            events=events,
            statuses=assess(process, events, reports, as_of=day) if day else (),
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


def made_with(process: Process) -> str:
    """Name all that the views hang on besides the facts."""
    return f"detente {version('detente')}, profile {process.digest}"


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
