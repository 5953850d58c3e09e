"""The rows of the view tables: each a function of an article, a report or an event alone."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from detente.ledger.articles import Article
from detente.ledger.facets import Facets, entry_facets, event_facets
from detente.ledger.stretches import reach
from detente.ledger.told import Told
from detente.ledger.view_change import Window
from detente.ledger.view_codec import event_to_text, story_to_text
from detente.model.entry import ActorRef, Entry
from detente.model.event import HAPPENINGS, Event, Report
from detente.model.identity import slug
from detente.model.story import Story

Row = dict[str, Any]

UNDATED = "~"  # sorts after every day
_NUMBER_DIGITS = 15  # of an id: 60 bits, which a number of the database holds
# greatest width of a window in days: one class after the other is looked through
WIDTHS = (64, 512, 8192, 10**7)


def article_row(article: Article, *, copy_group: str | None, runs: int | None) -> Row:
    """Return the row of an article."""
    when = article.published
    return {
        "document": article.id,
        "source": article.source,
        "header": article.header,
        "title": article.title,
        "outlet_key": slug(article.outlet) if article.outlet else None,
        "published_start": iso(when.start if when else None),
        "published_end": iso(when.end if when else None),
        "certain_day": iso(when.day if when else None),
        "superseded_on": article.lifetime.superseded_on,
        "superseded_by": article.lifetime.superseded_by,
        "copy_group": copy_group,
        "runs": runs,
        "reading": article.reading,
        "sources": article.sources,
    }


def entry_row(
    article: Article,
    report: Report,
    *,
    number: int,
    place: int,
    in_event: bool,
    told: Told | None = None,
) -> tuple[Row, Facets]:
    """Return the item of an entry, of a superseded version too; ``place`` is that in the text."""
    entry, when = report.entry, article.published
    facets = entry_facets(entry, report.document.outlet, told.day if told else None)
    row: Row = {"number": number, "type": "entry", "id": report.id, "document": article.id}
    row |= {"kind": entry.kind, "status": getattr(entry, "status", None)}
    row |= {"published_end": iso(when.end if when else None)}
    row |= {"superseded_on": article.lifetime.superseded_on, "on_timeline": not in_event}
    listed_day = iso(when.start or when.end) if when else None
    row |= {"listed_day": listed_day or UNDATED, "listed_in": article.id, "listed_at": place}
    row |= {"day_is": told.day_is if told else None}
    return row | _day_columns(facets, listed_day), facets


def event_row(event: Event) -> tuple[Row, Facets]:
    """Return the item of an event."""
    facets = event_facets(event)
    row: Row = {"number": event_number(event.id), "type": "event", "id": event.id}
    row |= {"kind": event.kind, "status": event.status}
    row |= dict.fromkeys(("document", "published_end", "superseded_on", "day_is"))
    row |= {"on_timeline": event.kind in HAPPENINGS}
    row |= {"listed_day": facets.sort_day or UNDATED, "listed_in": event.id, "listed_at": 0}
    return row | _day_columns(facets, facets.sort_day), facets


def event_number(name: str) -> int:
    """Return the number of an event among the items: below zero, where no number of a fact is."""
    return -1 - int(name[:_NUMBER_DIGITS], 16)


def body_row(event: Event) -> Row:
    """Return the row of an event."""
    return {"id": event.id, "body": event_to_text(event)}


def story_row(story: Story) -> Row:
    """Return the row of a story."""
    body = story_to_text(story)
    return {"id": story.id, "first": iso(story.first), "last": iso(story.last), "body": body}


def reach_row(window: Window, item: int) -> Row:
    """Return under what a report is found."""
    return _reach(window) | {"item": item}


def news_reach_row(window: Window, document: str) -> Row:
    """Return under what an article is found."""
    return _reach(window) | {"document": document}


def _reach(window: Window) -> Row:
    key, first, last = window
    width = next(width for width in WIDTHS if last - first <= width)
    return {"key": key, "width": width, "first": first, "last": last}


def mention_rows(item: Row, entry: Entry) -> Iterator[Row]:
    """Yield the actors of an entry that the profile does not list, each id once."""
    place = {name: item[name] for name in ("listed_day", "listed_in", "listed_at")}
    for actor in _unlisted_in(entry):
        yield {"actor": actor.id, "name": actor.name, "item": item["number"], **place}


def iso(day: date | None) -> str | None:
    """Write a day for a column."""
    return day.isoformat() if day else None


def _day_columns(facets: Facets, listed_day: str | None) -> Row:
    start, end = facets.bounds or (None, None)
    reaches = {
        "lasts": reach(facets.bounds, facets.sort_day),
        "apart": reach(facets.bounds, listed_day),
    }
    return {"day": facets.sort_day, "day_start": start, "day_end": end, **reaches}


def _unlisted_in(entry: Entry) -> list[ActorRef]:
    fields = ("speaker", "by", "to", "participants", "said_by", "mediator")
    named = [a for field in fields for a in getattr(entry, field, ()) if not a.listed]
    # of one id the last by name, whatever field it stands in
    by_id = {a.id: a for a in sorted(named, key=lambda a: (a.id, a.name))}
    return list(by_id.values())
