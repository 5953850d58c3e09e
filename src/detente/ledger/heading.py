"""What people said of articles as a whole: their day, their outlet, and which do not belong in the record."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from detente.ledger import schema as s
from detente.model.codec import Json, date_from_json
from detente.model.correction import ABOUT_ARTICLES, ABOUT_STORIES, TAKING_BACK, Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What holds of an article by people's word; ``None`` is what nobody corrected."""

    day: Json | None = None
    day_by: str = ""
    outlet: str | None = None
    is_left_out: bool = False

    @property
    def published_end(self) -> str | None:
        """Return the last day on which it may have been published, by that word."""
        when = date_from_json(self.day)
        return when.end.isoformat() if when and when.end else None

    def on(self, header: str) -> str:
        """Return the stored header of a document with this in its place."""
        changed: Json = {"outlet": self.outlet} if self.outlet else {}
        if self.day:
            changed |= {"published": self.day, "published_basis": f"corrected by {self.day_by}"}
        return json.dumps(json.loads(header) | changed, ensure_ascii=False) if changed else header

    def is_published_by(self, day: date) -> bool:
        """Say whether its corrected day is not after another."""
        return self.published_end is not None and self.published_end <= day.isoformat()


def load_headings(
    connection: Connection,
    *,
    among: Collection[str] | None = None,
    known_at: int | None = None,
) -> Mapping[str, Heading]:
    """Return what was said of articles, of these or of all, up to a change, and not taken back; the last word counts."""
    c, link = s.corrections.c, s.article_corrections.c
    said = (
        select(c.number, c.act, c.reviewer, link.document, link.value)
        .join(s.corrections, c.number == link.correction)
        .where(c.act.not_in(sorted(ABOUT_STORIES)))
        .order_by(c.number)
    )
    if known_at is not None:
        said = said.where(c.change <= known_at)
    rows = connection.execute(said).all()  # as many as people have made
    gone = _taken_back(connection, known_at) if rows else frozenset()
    found: dict[str, Heading] = {}
    for number, act, reviewer, document, value in rows:
        if number not in gone and (among is None or document in among):
            before = found.get(document, Heading())
            found[document] = _after(before, Act(act), value, reviewer)
    return found


def _after(before: Heading, act: Act, value: str | None, reviewer: str) -> Heading:
    match act:
        case Act.DAY:
            return replace(before, day=json.loads(value or "null"), day_by=reviewer)
        case Act.OUTLET:
            return replace(before, outlet=value)
        case _:
            return replace(before, is_left_out=True)


def _taken_back(connection: Connection, known_at: int | None) -> frozenset[int]:
    c, said = s.corrections.c, s.corrections.alias()
    query = (
        select(c.target, c.act)
        .join(said, said.c.number == c.target)
        .where(c.act.in_(sorted(TAKING_BACK)), said.c.act.in_(sorted(ABOUT_ARTICLES)))
        .order_by(c.number)
    )
    if known_at is not None:
        query = query.where(c.change <= known_at)
    last: dict[int, str] = dict(connection.execute(query).all())
    return frozenset(target for target, act in last.items() if act == Act.UNDO)


def read_as_corrected(reader: str, number: int) -> str:
    """Name a reading that a reader made of an article by its corrected day."""
    return f"{reader} as corrected {number}"


def awaiting_reading(connection: Connection) -> Mapping[str, int]:
    """Return the articles of whose day the last word came after they were read, each with that correction."""
    c, link, said = s.corrections.c, s.article_corrections.c, s.corrections.alias()
    query = (
        select(link.document, c.number)
        .join_from(s.article_corrections, said, said.c.number == link.correction)
        .join(s.corrections, (c.number == said.c.number) | (c.target == said.c.number))
        .where(said.c.act == Act.DAY.value)
        .order_by(c.number)
    )
    last: dict[str, int] = dict(connection.execute(query).all())
    return {
        name: number
        for name, number in last.items()
        if not _last_reader(connection, name).endswith(read_as_corrected("", number))
    }


def _last_reader(connection: Connection, document: str) -> str:
    r = s.readings.c
    query = select(r.reader).where(r.document == document).order_by(r.number.desc()).limit(1)
    return connection.scalar(query) or ""
