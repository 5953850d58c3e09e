"""Wording: an event in each outlet's words for the same actors, places and acts; and who did not report it.

It describes: which words stand where. Of outlets that are silent it says no more than that the record has
articles of theirs from those days and none that tells of the event.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import actor_keys, standing
from detente.ledger.facts import load_texts
from detente.model.entry import Kind, PlaceRef, Statement
from detente.model.event import HAPPENINGS, DocumentHead, Event
from detente.model.filter import Filter
from detente.model.identity import slug
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.outlet_words import EventNames, other_names
from detente.query.pages import show
from detente.query.results import EventPage, RecordedEntry, RecordedStory
from detente.query.standpoint import looking
from detente.query.stories import stories_of
from detente.query.terms import (
    ContestedUse,
    Material,
    Naming,
    ReportWords,
    Term,
    in_headline,
    namings,
    once,
    once_each,
)

DAYS_AROUND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The words of one outlet. ``copies``: articles of others that are near copies of these."""

    outlet: str | None
    articles: tuple[DocumentHead, ...]
    copies: tuple[DocumentHead, ...]
    reports: tuple[RecordedEntry, ...]
    actors: tuple[Naming, ...]
    places: tuple[Naming, ...]
    acts: tuple[Term, ...]
    attribution: tuple[Term, ...]
    contested: tuple[ContestedUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentOutlet:
    """An outlet of which the record has articles from those days, none with a report that was joined to the event.

    ``near``: what these tell of the day and of one who took part, so that the outlet was not silent about it.
    ``carried``: those that report the same news as an article that does tell of the event, without this part of it.
    """

    outlet: str
    articles: int
    near: tuple[RecordedEntry, ...] = ()
    carried: tuple[DocumentHead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWording:
    """An event in the words of each outlet. ``days``: those in which others could have reported it."""

    event: Event
    columns: tuple[Column, ...]
    silent: tuple[SilentOutlet, ...]
    days: tuple[date, date] | None


def wording(
    ledger: Ledger,
    item: str,
    *,
    as_of: date | None = None,
    known_at: str | None = None,
    days: int = DAYS_AROUND,
) -> EventWording | None:
    """Return an event in the words of each outlet; ``None`` where ``item`` is the id of no event.

    Outlets that published within ``days`` of the event and have no report of it are named as silent.
    """
    page = show(ledger, item, as_of=as_of, known_at=known_at)
    if not isinstance(page, EventPage):
        return None
    reports, event = page.recorded.reports, page.recorded.event
    span = days_around(event, reports, days)
    with looking(ledger, Filter(as_of=as_of, known_at=known_at)) as here:
        connection = here.connection
        documents = {r.document.id for r in reports}
        material = Material(
            process=ledger.process,
            event=event,
            texts=load_texts(connection, documents),
            statements=_statements(connection, documents),
        )
        columns = tuple(_columns(material, reports))
        telling = {h.outlet for c in columns for h in (*c.articles, *c.copies) if h.outlet}
        carried = _carried(connection, documents, event)
        since = _known_since(event, reports)
        silent = tuple(_silent(connection, span, telling, event, since, carried)) if span else ()
    return EventWording(event=event, columns=columns, silent=silent, days=span)


def _statements(
    connection: Connection, documents: Collection[str]
) -> Mapping[str, Sequence[Statement]]:
    items = s.items.c
    query = select(items.id).where(
        items.type == "entry", items.kind == Kind.STATEMENT, items.document.in_(documents)
    )
    found: dict[str, list[Statement]] = {}
    for recorded in fetch_entries(connection, list(connection.scalars(query))).values():
        if isinstance(recorded.entry, Statement):
            found.setdefault(recorded.document.id, []).append(recorded.entry)
    return found


def days_around(
    event: Event, reports: Sequence[RecordedEntry], days: int
) -> tuple[date, date] | None:
    """Return the days around the event, or around all reports of one without a day."""
    published = [r.document.published for r in reports if r.document.published]
    ranges = [event.date] if event.date else published
    known = [day for when in ranges for day in (when.start, when.end) if day]
    if not known:
        return None
    around = timedelta(days=days)
    return min(known) - around, max(known) + around


def _columns(material: Material, reports: Sequence[RecordedEntry]) -> Iterator[Column]:
    """Yield a column for each outlet, the first to publish first; near copies by others are folded into it."""
    event = material.event
    acting = (*event.participants, *event.by, *event.to, *event.mediator)
    places = [p for r in reports if (p := getattr(r.entry, "place", None))]
    names = EventNames(material.process, acting, (event.place, *places) if event.place else places)
    for articles, copies in folded({r.document.id: r.document for r in reports}.values()):
        ids = {head.id for head in articles}
        told = [r for r in reports if r.document.id in ids]
        found = [ReportWords(material, names, report) for report in told]
        uses = [use for words in found for use in words.contested()]
        uses += [use for head in articles for use in in_headline(material.process, head)]
        yield Column(
            outlet=articles[0].outlet,
            articles=articles,
            copies=copies,
            reports=tuple(told),
            actors=namings(names.actors, found),
            places=tuple(
                replace(naming, contested=other_names(material.process, naming.of))
                for naming in namings(names.places, found)
                if isinstance(naming.of, PlaceRef)
            ),
            acts=once(term for words in found for term in words.acts()),
            attribution=once(term for words in found for term in words.sayings()),
            contested=once_each(uses),
        )


def folded(
    heads: Iterable[DocumentHead],
) -> Iterator[tuple[tuple[DocumentHead, ...], tuple[DocumentHead, ...]]]:
    """Yield the articles of each outlet, and the copies of them by others."""
    ordered = sorted(heads, key=_by_day)
    first_of: dict[str, DocumentHead] = {}
    groups: dict[str, list[DocumentHead]] = {}
    for head in ordered:
        lead = first_of.setdefault(head.copy_group or head.id, head)
        groups.setdefault(lead.outlet or lead.source, []).append(head)
    for them in groups.values():
        outlet = them[0].outlet
        yield (
            tuple(h for h in them if h.outlet == outlet),
            tuple(h for h in them if h.outlet != outlet),
        )


def _by_day(head: DocumentHead) -> tuple[date, str, str]:
    when = head.published
    return (when and (when.end or when.start)) or date.max, head.outlet or "", head.id


def _silent(
    connection: Connection,
    span: tuple[date, date],
    telling: set[str],
    event: Event,
    known_since: date | None,
    carried: Mapping[str, Sequence[DocumentHead]],
) -> Iterator[SilentOutlet]:
    """Yield the outlets with articles of those days that are not among the telling ones."""
    a = s.articles.c
    query = select(a.outlet_key, func.min(a.document), func.count())
    query = query.where(a.outlet_key.is_not(None), *_of_those_days(span))
    if known_since:  # who had published only before could not report it
        query = query.having(func.max(a.published_end) >= known_since.isoformat())
    counts = {
        str(document): (str(key), int(count))
        for key, document, count in connection.execute(
            query.group_by(a.outlet_key).order_by(a.outlet_key)
        )
    }
    heads = fetch_heads(connection, counts)
    near = _near(connection, span, event)
    for document, (key, count) in counts.items():
        outlet = heads[document].outlet
        if outlet and outlet not in telling:
            also = tuple(carried.get(key, ()))
            yield SilentOutlet(outlet=outlet, articles=count, near=near.get(key, ()), carried=also)


def _known_since(event: Event, reports: Sequence[RecordedEntry]) -> date | None:
    """Return the day from which on an outlet can have told of an event: its own, or that of the first report."""
    days = [when.start for r in reports if (when := r.document.published) and when.start]
    days += [event.date.start] if event.date and event.date.start else []
    return min(days, default=None)


def _carried(
    connection: Connection, documents: Collection[str], event: Event
) -> Mapping[str, Sequence[DocumentHead]]:
    """Return the articles that report the same news as these, by outlet, where the event is of that news."""
    found: dict[str, list[DocumentHead]] = {}
    for recorded in stories_of(connection, documents):
        if not _is_of_the_news(event, recorded, documents):
            continue
        for head in recorded.articles:
            if head.outlet and head.id not in documents:
                found.setdefault(slug(head.outlet), []).append(head)
    return found


def _is_of_the_news(event: Event, recorded: RecordedStory, telling: Collection[str]) -> bool:
    """Say whether an event belongs to a story and not to the background of an article: by its day, or by who tells it."""
    told, story = len(set(recorded.story.documents) & set(telling)), recorded.story
    if event.date is None or not (
        event.date.start and event.date.end and story.first and story.last
    ):
        return told > 1
    around = timedelta(days=DAYS_AROUND)
    return event.date.start <= story.last + around and event.date.end >= story.first - around


def _of_those_days(span: tuple[date, date]) -> tuple[ColumnElement[bool], ...]:
    a = s.articles.c
    first, last = (day.isoformat() for day in span)
    return standing(s.articles), a.published_start <= last, a.published_end >= first


def _near(
    connection: Connection, span: tuple[date, date], event: Event
) -> Mapping[str, tuple[RecordedEntry, ...]]:
    """Return what the articles of those days tell of the event's days and of one who took part, by outlet."""
    acting = actor_keys((*event.participants, *event.by, *event.to))
    if event.date is None or event.date.start is None or event.date.end is None or not acting:
        return {}
    if (event.date.end - event.date.start).days > DAYS_AROUND:
        return {}  # of a year much is told that is another thing
    a, items, by = s.articles.c, s.items.c, s.item_actors.c
    around = timedelta(days=1)
    first, last = event.date.start - around, event.date.end + around
    query = (
        select(a.outlet_key, items.id)
        .join(s.items, items.document == a.document)
        .where(
            *_of_those_days(span),
            items.type == "entry",
            items.kind.in_(sorted(HAPPENINGS)),
            items.day_start >= first.isoformat(),
            items.day_end <= last.isoformat(),
            select(by.item).where(by.item == items.number, by.key.in_(sorted(acting))).exists(),
        )
        .order_by(items.id)
    )
    found: dict[str, list[str]] = {}
    for key, entry in connection.execute(query):
        found.setdefault(str(key), []).append(str(entry))
    recorded = fetch_entries(connection, [i for ids in found.values() for i in ids])
    return {key: tuple(recorded[i] for i in ids) for key, ids in found.items()}
