"""The matrix: who has said how much on which track, how long ago, and the last words."""

from dataclasses import dataclass
from datetime import date

from detente import query
from detente.export import entry_shape
from detente.model.codec import Json
from detente.model.profile import ActorKind
from detente.query import SpokenOf
from detente.query.tables import COUNTED
from detente.web.address import without
from detente.web.answer import HEAD_COLUMNS, Answer, Asked, Page, Row, head_cells, rows_of
from detente.wording import manner, published, sentence

MOST = 10  # speakers
COLUMNS = (
    "id",
    "track",
    "actor",
    "count",
    "latest_words",
    "manner",
    "latest_published",
    "latest_outlet",
    "latest",
    *HEAD_COLUMNS,
)
OF = {"sides": ActorKind.SIDE, "persons": ActorKind.PERSON}
AGES = (30, 120, 365)  # days, from fresh to old


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one actor has said on one track. ``age``: 0 is fresh, 3 is more than a year old."""

    said: SpokenOf
    age: int


def answer(asked: Asked) -> Answer:
    """Show tracks by speakers."""
    process = asked.ledger.process
    of = asked.address.choice("of", OF)
    found = query.spoken_of(asked.ledger, asked.address.filter, most=MOST, of=(OF[of],))
    today = asked.address.filter.as_of or query.reckoned_on(asked.ledger)
    cells = {(said.track, said.actor): Cell(said=said, age=_age(said, today)) for said in found}
    heard = {said.actor for said in found}
    totals = {a: sum(s.count for s in found if s.actor == a) for a in heard}
    speakers = sorted(
        (a for a in process.actors if a.id in heard),
        key=lambda a: (a.id not in process.parties, -totals[a.id], a.id),
    )
    tracks = [t for t in process.tracks if any(said.track == t.id for said in found)]
    shown = [cells[t.id, a.id].said for t in tracks for a in speakers if (t.id, a.id) in cells]
    return Answer(
        template="matrix.html",
        title="Matrix",
        rows=rows_of(COLUMNS, shown, _row, _shape),
        values={
            "speakers": speakers,
            "matrix_tracks": tracks,
            "cells": cells,
            "of_choices": tuple((name, name) for name in OF),
            "ages": AGES,
            "counted_most": COUNTED,
        },
    )


def _age(said: SpokenOf, today: date | None) -> int:
    when = said.latest.document.published
    if today is None or when is None or when.end is None:
        return len(AGES)
    return sum((today - when.end).days > days for days in AGES)


def _id(said: SpokenOf) -> str:
    return f"{said.track}-{said.actor}"


def _row(said: SpokenOf) -> Row:
    told = said.latest
    return (
        *(_id(said), said.track, said.actor, said.count, sentence(told), manner(told)),
        *(published(told.document.published), told.document.outlet, told.id),
        *head_cells(told.document),
    )


def _shape(said: SpokenOf) -> Json:
    return {
        "track": said.track,
        "actor": said.actor,
        "count": said.count,
        "latest": entry_shape(said.latest),
    }


PAGE = Page(
    path="/matrix", title="Matrix", answer=answer, key="m", uses=without("kind"), takes=("of",)
)
