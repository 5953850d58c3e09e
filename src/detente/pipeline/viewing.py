"""Facts to views: events and track statuses."""

from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection

from detente.assess import ARROW_DAYS, assess, hurting
from detente.ledger import Ledger
from detente.ledger.bearing import Bearings
from detente.ledger.crash import crash_point
from detente.ledger.facts import load_state, read_state
from detente.ledger.view_state import last_day
from detente.ledger.view_writing import clear_views, write_change, write_statuses
from detente.ledger.views import (
    changed_since_views,
    count_articles,
    views_are_missing,
    views_are_newer,
)
from detente.model.event import TrackStatus
from detente.model.profile import Process
from detente.pipeline.updating import all_anew, work_out


def rebuild(ledger: Ledger, process: Process, *, as_of: date | None = None) -> None:
    """Throw the views away and make them again from the facts, in one transaction.

    The statuses hold for ``as_of``, or else for the last day of publication.
    """
    # worked out before the transaction that writes, so that nobody has to wait for it
    change = all_anew(process, load_state(ledger), made_with=made_with(process))
    crash_point("before-views")
    with ledger.writing() as connection:
        if not views_are_newer(connection, change):
            clear_views(connection)
            write_change(connection, change)
            assess_tracks(connection, process, as_of=as_of)


def refresh(ledger: Ledger, process: Process) -> None:
    """Bring the views up to the facts: by what was added since, or anew where the means changed."""
    with ledger.looking() as connection:
        touched = changed_since_views(connection, made_with=made_with(process))
        most = touched is not None and len(touched) * 2 > count_articles(connection)
    if touched is None or most:
        rebuild(ledger, process)
    elif touched:
        update(ledger, process)


def update(ledger: Ledger, process: Process) -> None:
    """Bring the views up to the facts, reading what lies near those that are new, in one transaction."""
    crash_point("before-views")
    with ledger.writing() as connection:
        touched = changed_since_views(connection, made_with=made_with(process))
        if touched:
            state = read_state(connection, touched)
            change = work_out(connection, process, state, made_with=made_with(process))
            write_change(connection, change)
            assess_tracks(connection, process)


def assess_tracks(connection: Connection, process: Process, *, as_of: date | None = None) -> None:
    """Write where the tracks stand, by the views as they are."""
    day = as_of or last_day(connection)
    statuses: list[TrackStatus] = []
    if day:
        found = Bearings(connection, day, earlier=day - timedelta(days=ARROW_DAYS))
        for track in process.tracks:
            bearing = found.on(
                track.id, untold=track.id == process.main_track, afar=bool(hurting(track, process))
            )
            statuses += assess(process, *bearing, as_of=day, tracks=(track,))
    write_statuses(connection, statuses, reckoned_on=day)


def open_ledger(folder: Path) -> Ledger:
    """Open a record with its views, making them where an older program's were dropped."""
    ledger = Ledger.open(folder)
    if views_are_missing(ledger):
        rebuild(ledger, ledger.process)
    return ledger


def made_with(process: Process) -> str:
    """Name all that the views hang on besides the facts."""
    return f"detente {version('detente')}, profile {process.digest}"
