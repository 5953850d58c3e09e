"""The record as it was: kept at hand once made, and made in parts that memory holds.

An earlier state of a large record takes long. Who cannot wait has it made by another process
(``make_state``, ``bring_up``), takes it up when it is there, and asks by ``at_hand`` whether it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.earlier import (
    Bounds,
    copy_within,
    follow,
    kept_copy,
    left_out,
    new_folder,
    passing_copy,
)
from detente.ledger.facts import read_state
from detente.ledger.lessening import copy_whole, lessen, settle, touched_by, without_keys
from detente.ledger.moments import last_change
from detente.ledger.view_state import write_left_out
from detente.ledger.view_writing import write_change
from detente.ledger.views import changed_since_views, count_articles
from detente.model.profile import Process
from detente.pipeline.updating import work_out
from detente.pipeline.viewing import assess_tracks, made_with, rebuild

AT_HAND = 4  # earlier states of a record that are kept once made
TOGETHER = 1000  # documents whose views are made at once
SHARE = 2  # one in so many
MOST_TAKEN = 5000  # documents that are taken out of a copy of the whole; of more the state is made from nothing

Far = Callable[[int, int], None]  # is told how many documents are done, and of how many


@dataclass(frozen=True, slots=True)
class _Name:
    """Which state it is. What was recorded up to a change stays what it is, whatever is ``recorded`` later."""

    bounds: Bounds
    made_with: str
    recorded: int | None


def _name(ledger: Ledger, process: Process, bounds: Bounds) -> _Name:
    recorded = last_change(ledger) if bounds.known_at is None else None
    return _Name(bounds, made_with(process), recorded)


def as_it_was(ledger: Ledger, process: Process, bounds: Bounds) -> Ledger:
    """Return the record as it was, its views made by this program; without bounds the record itself."""
    if bounds == Bounds():
        return ledger
    with ledger.lock:
        name = _name(ledger, process, bounds)
        then = ledger.earlier.pop(name, None) or make_state(ledger, process, bounds)
        _keep(ledger, name, then)
    return then


def at_hand(ledger: Ledger, process: Process, bounds: Bounds) -> Ledger | None:
    """Return the record as it was, if that was made already."""
    if bounds == Bounds():
        return ledger
    return ledger.earlier.get(_name(ledger, process, bounds))


def overtaken(ledger: Ledger, process: Process, bounds: Bounds) -> Ledger | None:
    """Return a state within these bounds that was made before more was recorded."""
    wanted = _name(ledger, process, bounds)
    return next((then for name, then in ledger.earlier.items() if _but_last(name, wanted)), None)


def _but_last(name: object, wanted: _Name) -> bool:
    return (
        isinstance(name, _Name)
        and name != wanted
        and (name.bounds, name.made_with) == (wanted.bounds, wanted.made_with)
    )


def take_up(ledger: Ledger, process: Process, bounds: Bounds, then: Ledger) -> None:
    """Keep at hand a state that was made, or brought up, elsewhere, and throw the oldest away."""
    with ledger.lock:
        for name in [name for name, there in ledger.earlier.items() if there is then]:
            del ledger.earlier[name]
        _keep(ledger, _name(ledger, process, bounds), then)


def _keep(ledger: Ledger, name: _Name, then: Ledger) -> None:
    ledger.earlier[name] = then
    for oldest in list(ledger.earlier)[:-AT_HAND]:
        del ledger.earlier[oldest]


def make_state(
    ledger: Ledger,
    process: Process,
    bounds: Bounds,
    *,
    folder: Path | None = None,
    far: Far | None = None,
) -> Ledger:
    """Make a record of what counts within the bounds; one in a ``folder`` outlives what is returned."""
    if then := _lessened(ledger, process, bounds, folder):
        return then
    then = copy_within(ledger, bounds, folder=folder)
    documents = _documents(then)
    if len(documents) <= TOGETHER:
        rebuild(then, process, as_of=bounds.as_of)
    else:
        _make_in_parts(then, process, documents, as_of=bounds.as_of, far=far)
    hidden = left_out(ledger, bounds)
    with then.writing() as connection:
        write_left_out(connection, hidden)
    return then


def _lessened(
    ledger: Ledger, process: Process, bounds: Bounds, folder: Path | None
) -> Ledger | None:
    """Make a state by taking out of the whole what came later, where that is little of much."""
    with ledger.looking() as connection:
        pending = changed_since_views(connection, made_with=made_with(process))
        touched = touched_by(connection, bounds)
        many = count_articles(connection)
    few = len(touched) <= MOST_TAKEN and len(touched) * SHARE <= many
    if pending != frozenset() or many <= TOGETHER or not few:
        return None
    hidden = left_out(ledger, bounds)
    then = kept_copy(ledger, folder) if folder else passing_copy(ledger, new_folder())
    copy_whole(ledger, then)
    with without_keys(then) as connection:
        lessen(connection, bounds)
        state = read_state(connection, touched)
        gone = touched - {a.id for a in state.articles}
        change = work_out(
            connection, process, replace(state, removed=gone), made_with=made_with(process)
        )
        write_change(connection, change)
        settle(connection)
        assess_tracks(connection, process, as_of=bounds.as_of)
        write_left_out(connection, hidden)
    return then


def _documents(ledger: Ledger) -> list[str]:
    """Return all documents by day, so that most of what is merged is in one part."""
    c = s.sightings.c
    by_day = select(c.document).group_by(c.document).order_by(func.min(c.published_end), c.document)
    with ledger.looking() as connection:
        return list(connection.scalars(by_day))


def _make_in_parts(
    then: Ledger,
    process: Process,
    documents: Sequence[str],
    *,
    as_of: date | None,
    far: Far | None,
) -> None:
    """Make the views as if the documents had come one part after the other: they are the same."""
    for done in range(0, len(documents), TOGETHER):
        if far:
            far(done, len(documents))
        with then.writing() as connection:
            state = read_state(connection, documents[done : done + TOGETHER])
            change = work_out(connection, process, state, made_with=made_with(process))
            write_change(connection, change)
    with then.writing() as connection:
        assess_tracks(connection, process, as_of=as_of)


def bring_up(ledger: Ledger, process: Process, bounds: Bounds, then: Ledger) -> bool:
    """Add to a state what was recorded within its bounds since; say whether it could be done, else nothing was."""
    hidden = left_out(ledger, bounds)
    with then.engine.connect() as connection, connection.begin() as all_of_it:
        could = _followed(connection, ledger, process, bounds)
        if could:
            write_left_out(connection, hidden)
        else:
            all_of_it.rollback()
    then.engine.dispose()  # a connection that is used again would hold the other file
    return could


def _followed(connection: Connection, ledger: Ledger, process: Process, bounds: Bounds) -> bool:
    is_whole = follow(connection, ledger, bounds)
    touched = changed_since_views(connection, made_with=made_with(process))
    if not is_whole or touched is None or len(touched) > TOGETHER:
        return False
    if touched:
        state = read_state(connection, touched)
        change = work_out(connection, process, state, made_with=made_with(process))
        write_change(connection, change)
        assess_tracks(connection, process, as_of=bounds.as_of)
    return True
