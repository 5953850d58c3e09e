"""Read corrections, and the entries of documents as they leave them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations, product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from detente.ledger import schema as s
from detente.ledger.corrected import (
    Corrected,
    Decision,
    Named,
    Placed,
    confirmed,
    corrected,
    in_text_order,
)
from detente.ledger.parts import in_parts
from detente.ledger.standing import not_undone
from detente.model.codec import date_from_json, entry_from_json
from detente.model.correction import (
    ABOUT_ACTORS,
    ABOUT_STORIES,
    DECISIONS,
    JUDGEMENTS,
    Act,
    Correction,
    Review,
    ReviewState,
)
from detente.model.entry import ActorRef
from detente.model.event import Judgement

SUBJECT, RESULT, OTHER = "subject", "result", "other"  # the parts that entries play in a correction
_REVIEWS = {
    Act.ACCEPT: ReviewState.ACCEPTED,
    Act.REJECT: ReviewState.REJECTED,
    Act.EDIT: ReviewState.EDITED,
    Act.ADD: ReviewState.ADDED,
}


def load_corrections(
    connection: Connection, *conditions: ColumnElement[bool]
) -> tuple[Correction, ...]:
    """Read corrections in the order of their numbers; ``conditions`` are on their table."""
    c, parts, of = s.corrections.c, s.correction_entries.c, s.article_corrections.c
    query = select(
        c.number, c.change, s.changes.c.recorded_at, c.reviewer, c.reason, c.act, c.target, c.actor,
        c.meant, not_undone().label("stands"), of.document, of.value,
    ).join(s.changes, s.changes.c.number == c.change).outerjoin(
        s.article_corrections, of.correction == c.number
    )  # fmt: skip
    rows = connection.execute(query.where(*conditions).order_by(c.number)).all()
    parts_of: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part in in_parts([row.number for row in rows]):
        links = (
            select(parts.correction, parts.part, parts.entry)
            .where(parts.correction.in_(part))
            .order_by(parts.correction, parts.position)
        )
        for number, which, entry in connection.execute(links):
            parts_of[number][which].append(entry)
    return tuple(_correction(row, parts_of.get(row.number, {})) for row in rows)


def _correction(row: Any, parts: Mapping[str, list[str]]) -> Correction:
    return Correction(
        number=row.number,
        change=row.change,
        recorded_at=datetime.fromisoformat(row.recorded_at),
        reviewer=row.reviewer,
        reason=row.reason,
        act=Act(row.act),
        subjects=tuple(parts.get(SUBJECT, ())),
        result=next(iter(parts.get(RESULT, ())), None),
        others=tuple(parts.get(OTHER, ())),
        actor=row.actor,
        meant=ActorRef(**json.loads(row.meant)) if row.meant else None,
        document=row.document,
        day=date_from_json(json.loads(row.value)) if row.act == Act.DAY and row.value else None,
        outlet=row.value if row.act == Act.OUTLET else None,
        beside=row.value if row.act in ABOUT_STORIES else None,
        target=row.target,
        stands=bool(row.stands),
    )


def review_of(correction: Correction) -> Review:
    """Return the word that a decision puts on the entry that stands by it."""
    return Review(
        state=_REVIEWS[correction.act],
        by=correction.reviewer,
        on=correction.recorded_at,
        reason=correction.reason,
        correction=correction.number,
        entry=correction.subjects[0] if correction.act is Act.EDIT else None,
    )


def load_bodies(connection: Connection, names: Collection[str]) -> dict[str, Named]:
    """Read recorded entries by id, whoever made them."""
    c = s.entries.c
    found: dict[str, Named] = {}
    for part in in_parts(names):
        rows = connection.execute(select(c.id, c.body).where(c.id.in_(part)))
        found |= {name: (name, entry_from_json(json.loads(body))) for name, body in rows}
    return found


@dataclass(slots=True)
class _Readings:
    """The readings of a document: the change of each, and the ids of its entries, by number."""

    changes: dict[int, int] = field(default_factory=dict)
    entries: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def seen(self, change: int) -> frozenset[str]:
        """Return what the latest reading had found when a change was made."""
        numbers = [n for n, made in self.changes.items() if made <= change]
        return frozenset(self.entries[max(numbers)]) if numbers else frozenset()

    @property
    def latest(self) -> frozenset[str]:
        """Return what the latest reading has found."""
        return frozenset(self.entries[max(self.changes)]) if self.changes else frozenset()


def _readings(connection: Connection, documents: Collection[str]) -> dict[str, _Readings]:
    r, link = s.readings.c, s.reading_entries.c
    found: dict[str, _Readings] = {name: _Readings() for name in documents}
    for part in in_parts(documents):
        query = (
            select(r.document, r.number, r.change, link.entry)
            .join_from(s.readings, s.reading_entries, link.reading == r.number, isouter=True)
            .where(r.document.in_(part))
        )
        for document, number, change, entry in connection.execute(query):
            found[document].changes[number] = change
            if entry:
                found[document].entries[number].add(entry)
    return found


def corrected_documents(
    connection: Connection, acts: Iterable[Act], *, among: Collection[str] | None = None
) -> frozenset[str]:
    """Return the documents of which a correction of such an act speaks that was not undone."""
    query = spoken_of(acts)
    if among is None:
        return frozenset(connection.scalars(query))
    document = s.correction_entries.c.document
    found: set[str] = set()
    for part in in_parts(among):
        found |= set(connection.scalars(query.where(document.in_(part))))
    return frozenset(found)


def spoken_of(acts: Iterable[Act]) -> Select[str]:
    """Select the same."""
    link = s.correction_entries.c
    query = (
        select(link.document)
        .join(s.corrections, s.corrections.c.number == link.correction)
        .where(s.corrections.c.act.in_(sorted(acts)), not_undone())
    )
    return query.distinct()


def resolve(
    connection: Connection, documents: Collection[str], *, reviewer: str | None = None
) -> dict[str, Corrected]:
    """Correct the latest readings of documents; with ``reviewer`` as if only that person had spoken."""
    mine = () if reviewer is None else (s.corrections.c.reviewer == reviewer,)
    readings = _readings(connection, documents)
    corrections = _standing_on(connection, documents, mine)
    names = {n for of in readings.values() for n in of.latest}
    bodies = load_bodies(connection, names | {n for c in corrections for n in c.entries})
    by_document: dict[str, list[Decision]] = defaultdict(list)
    for correction in corrections:
        for document in {bodies[n][1].document for n in correction.entries if n in bodies}:
            if document in readings:
                seen = readings[document].seen(correction.change)
                decision = _decision(correction, document, bodies, seen)
                by_document[document].append(decision)
    return {
        document: corrected(
            in_text_order(bodies[n] for n in of.latest), by_document.get(document, ())
        )
        for document, of in readings.items()
    }


def _standing_on(
    connection: Connection, documents: Collection[str], conditions: tuple[ColumnElement[bool], ...]
) -> tuple[Correction, ...]:
    link, number = s.correction_entries.c, s.corrections.c.number
    found: dict[int, Correction] = {}
    for part in in_parts(documents):
        here = select(link.correction).where(link.document.in_(part))
        for one in load_corrections(connection, number.in_(here), not_undone(), *conditions):
            found[one.number] = one
    return tuple(found.values())


def _decision(
    correction: Correction, document: str, bodies: Mapping[str, Named], seen: frozenset[str]
) -> Decision:
    def here(names: Iterable[str | None]) -> tuple[Named, ...]:
        known = [bodies[n] for n in names if n is not None and n in bodies]
        return tuple(named for named in known if named[1].document == document)

    return Decision(
        number=correction.number,
        act=correction.act,
        review=review_of(correction) if correction.act in DECISIONS else None,
        subjects=here(correction.subjects),
        result=next(iter(here([correction.result])), None),
        others=here(correction.others),
        seen=seen,
    )


def correct(
    connection: Connection, read: Mapping[str, tuple[Named, ...]], documents: Collection[str]
) -> dict[str, tuple[Named, ...]]:
    """Replace the entries of those documents that people corrected."""
    if not last_correction(connection):
        return dict(read)
    here = corrected_documents(connection, DECISIONS, among=documents)
    found = resolve(connection, sorted(here))
    return dict(read) | {name: result.entries for name, result in found.items()}


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Read what people said of pairs of entries, as of the entries that stand now, in the order of saying."""
    documents = corrected_documents(connection, JUDGEMENTS)
    if not documents:
        return ()
    places = placed(resolve(connection, sorted(documents)))
    c = s.corrections.c
    spoken = load_corrections(connection, c.act.in_(sorted(JUDGEMENTS)), not_undone())
    return tuple(
        Judgement(first, second, correction.act is Act.SAME)
        for correction in spoken
        for one, other in pairs_of(correction)
        if (first := _now(places, correction.number, one))
        and (second := _now(places, correction.number, other))
        and first != second
    )


def load_news_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Read what people said of pairs of articles, in the order of saying."""
    c = s.corrections.c
    spoken = load_corrections(connection, c.act.in_(sorted(ABOUT_STORIES)), not_undone())
    return tuple(
        Judgement(said.document, said.beside, said.act is Act.SAME_NEWS)
        for said in spoken
        if said.document and said.beside
    )


def pairs_of(correction: Correction) -> list[tuple[str, str]]:
    """Return the pairs of entries that a judgement speaks of."""
    if correction.act is Act.SAME:
        return list(combinations(correction.subjects, 2))
    return list(product(correction.subjects, correction.others))


Places = Mapping[tuple[int, str], Placed]


def placed(found: Mapping[str, Corrected]) -> Places:
    """Return where the entries of corrections are, of several documents together."""
    return {key: place for one in found.values() for key, place in one.placed.items()}


def _now(places: Places, number: int, entry: str) -> str | None:
    place = places.get((number, entry))
    return place.entry if place else None


def load_reviews(connection: Connection, names: Collection[str]) -> dict[str, Review]:
    """Return the last word on each of these entries, of decisions that were not undone."""
    c, link = s.corrections.c, s.correction_entries.c
    found: dict[str, Review] = {}
    for part in in_parts(names) if last_correction(connection) else ():
        here = select(link.correction).where(link.entry.in_(part))
        wanted = (c.number.in_(here), c.act.in_(sorted(DECISIONS)), not_undone())
        for correction in load_corrections(connection, *wanted):
            found |= _words(correction, found)
    return {name: found[name] for name in names if name in found}


def _words(correction: Correction, before: Mapping[str, Review]) -> dict[str, Review]:
    word = review_of(correction)
    if correction.act is not Act.EDIT:
        (name,) = correction.entries
        last = confirmed(before.get(name), word) if correction.act is Act.ACCEPT else word
        return {name: last} if last else {}
    (subject,) = correction.subjects
    replaced = Review(
        state=ReviewState.REPLACED,
        by=word.by,
        on=word.on,
        reason=word.reason,
        correction=word.correction,
        entry=correction.result,
    )
    return {subject: replaced} | ({correction.result: word} if correction.result else {})


def last_correction(connection: Connection) -> int:
    """Return the number of the last correction; 0 where there is none."""
    return connection.scalar(select(func.max(s.corrections.c.number))) or 0


def documents_touched(connection: Connection, *, after: int) -> frozenset[str]:
    """Return the documents whose entries, or what joins them, hang on corrections after this number."""
    c, link, of = s.corrections.c, s.correction_entries.c, s.article_corrections.c.correction
    newer = select(c.number).where(c.number > after)
    undone = select(c.target).where(c.number > after, c.target.is_not(None))
    bears = or_(link.correction.in_(newer), link.correction.in_(undone))
    found = set(connection.scalars(select(link.document).where(bears).distinct()))
    found |= _of_articles(connection, or_(of.in_(newer), of.in_(undone)))
    actors = select(c.actor).where(
        or_(c.number > after, c.number.in_(undone)), c.act.in_(sorted(ABOUT_ACTORS))
    )
    for actor in connection.scalars(actors.distinct()):
        # canonical JSON writes the id of an actor in one way
        mention = '"id":' + json.dumps(actor, ensure_ascii=False)
        e = s.entries.c
        found |= set(connection.scalars(select(e.document).where(func.instr(e.body, mention) > 0)))
    return frozenset(found)


def _of_articles(connection: Connection, bears: ColumnElement[bool]) -> set[str]:
    """Return the articles that such corrections speak of, with every version: another one may stand now."""
    seen = s.sightings.c
    named = select(s.article_corrections.c.document).where(bears)
    chains = select(seen.chain).where(seen.document.in_(named))
    return set(connection.scalars(select(seen.document).where(seen.chain.in_(chains)).distinct()))
