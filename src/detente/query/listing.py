"""Lists: entries, events and documents that pass a filter."""

from dataclasses import replace

from sqlalchemy import ColumnElement, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import FIRST_DAY, LAST_DAY, Selection, standing
from detente.model.filter import Filter
from detente.query.fetching import fetch_documents, fetch_entries, fetch_reports
from detente.query.results import RecordedDocument, RecordedEntry, RecordedEvent
from detente.query.standpoint import NO_LIMIT, UNDATED, Standpoint, looking


def entries(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedEntry, ...]:
    """Return the entries that pass, by day of publication, document and place in the text."""
    with looking(ledger, where) as here:
        names = here.item_ids("entry", limit=limit, offset=offset)
        return tuple(fetch_entries(here.connection, names).values())


def events(
    ledger: Ledger,
    where: Filter,
    *,
    said: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[RecordedEvent, ...]:
    """Return the events that pass, by their day; undated ones come last.

    With ``said`` those, too, of what was said and told by more than one report.
    """
    with looking(ledger, where) as here:
        return fetch_reports(here.connection, here.events(said=said, limit=limit, offset=offset))


def documents(
    ledger: Ledger, where: Filter, *, limit: int | None = None, offset: int = 0
) -> tuple[RecordedDocument, ...]:
    """Return the documents that pass, by day of publication.

    ``since`` and ``until`` bound the day of publication here; ``tracks``, ``by``, ``kinds`` and ``text``
    ask for one entry of the document that passes all of them.
    """
    with looking(ledger, where) as here:
        names = document_ids(here, limit=limit, offset=offset)
        return fetch_documents(here.connection, names)


def document_ids(here: Standpoint, *, limit: int | None = None, offset: int = 0) -> list[str]:
    """Return the ids of the documents that pass, by day of publication."""
    a = s.articles.c
    published = func.coalesce(a.published_start, a.published_end, UNDATED)
    query = (
        select(a.document)
        .where(*document_conditions(here.selection))
        .order_by(published, a.document)
        .limit(NO_LIMIT if limit is None else limit)
        .offset(offset)
    )
    return list(here.connection.scalars(query))


def document_conditions(selection: Selection) -> list[ColumnElement[bool]]:
    """Return the filter as conditions on the articles."""
    a = s.articles.c
    found = [standing(s.articles)]
    if selection.outlets is not None:
        found.append(a.outlet_key.in_(sorted(selection.outlets)))
    if selection.since or selection.until:
        found.append(a.published_start.is_not(None) | a.published_end.is_not(None))
    if selection.since:
        found.append(func.coalesce(a.published_end, LAST_DAY) >= selection.since.isoformat())
    if selection.until:
        found.append(func.coalesce(a.published_start, FIRST_DAY) <= selection.until.isoformat())
    if selection.tracks or selection.actors or selection.kinds or selection.matching:
        of_entries = replace(selection, outlets=None, since=None, until=None).conditions()
        told = select(s.items.c.document).where(s.items.c.document.is_not(None), *of_entries)
        each = told.where(s.items.c.document == a.document).exists()
        found.append(each if selection.common or selection.kinds else a.document.in_(told))
    return found
