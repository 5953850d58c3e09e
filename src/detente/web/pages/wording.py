"""Wording: one event in the words of each outlet, a column for each, and where their reports differ."""

from detente import query
from detente.export import wording_shape
from detente.query import Column, Differences, EventPage
from detente.web.address import DAYS
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.web.pages.missing import not_found
from detente.wording import event_title

COLUMNS = (
    "id",
    "outlet",
    "headline",
    "published",
    "actors",
    "places",
    "act",
    "attribution",
    "contested",
)
MOST = 12  # outlets side by side
SHOWN = 40  # events to choose from
GONE = "The record has no event “{}”. One of an earlier day may need its day: set “as of”."


def answer(asked: Asked) -> Answer:
    """Show an event, a column for each outlet."""
    where = asked.address.filter
    found = query.wording(
        asked.ledger, asked.name.casefold(), as_of=where.as_of, known_at=where.known_at
    )
    page = query.show(
        asked.ledger, asked.name.casefold(), as_of=where.as_of, known_at=where.known_at
    )
    if found is None or not isinstance(page, EventPage):
        return not_found(GONE.format(asked.name))
    columns = found.columns[:MOST]
    shapes = wording_shape(found)["columns"][:MOST]
    return Answer(
        template="wording.html",
        title=f"Wording: {event_title(found.event)}",
        rows=rows_of(
            COLUMNS, tuple(enumerate(columns)), lambda c: _cells(c[1]), lambda c: shapes[c[0]]
        ),
        values={
            "event": found.event,
            "columns": tuple((column_id(c), c) for c in columns),
            "silent": found.silent,
            "days_around": found.days,
            "points": _points(page),
        },
    )


def _points(page: EventPage) -> Differences:
    return query.differences(page.recorded)


def column_id(column: Column) -> str:
    """Name the column of an outlet by its first article."""
    return column.articles[0].id


def _cells(column: Column) -> Row:
    first = column.articles[0]
    return (
        *(column_id(column), column.outlet, first.title),
        str(first.published) if first.published else None,
        [f"{n.of.name}: {t.words}" for n in column.actors for t in n.terms],
        [f"{n.of.name}: {t.words}" for n in column.places for t in n.terms],
        [t.words for t in column.acts],
        [t.words for t in column.attribution],
        [f"{c.term.words} ({c.used_by})" for c in column.contested],
    )


def choose(asked: Asked) -> Answer:
    """Show the events that several outlets tell of, the latest first."""
    events = query.latest_events(asked.ledger, asked.address.filter, limit=SHOWN * 10)
    several = [e for e in events if len(e.outlets) > 1][:SHOWN]
    shown = query.told_events(asked.ledger, asked.address.filter, several)
    columns = ("id", "title", "kind", "status", "date", "outlets")
    return Answer(
        template="wordings.html",
        title="Wording",
        rows=rows_of(
            columns,
            shown,
            lambda r: (
                r.event.id,
                event_title(r.event),
                r.event.kind,
                r.event.status,
                str(r.event.date or ""),
                list(r.event.outlets),
            ),
            lambda r: {
                "id": r.event.id,
                "title": event_title(r.event),
                "kind": r.event.kind,
                "outlets": list(r.event.outlets),
            },
        ),
        values={"told": shown},
    )


CHOOSE = Page(path="/wording", title="Wording", answer=choose, key="x")
PAGE = Page(path="/wording/{name}", title="Wording", answer=answer, in_menu=False, uses=DAYS)
