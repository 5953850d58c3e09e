"""Which actors people said are one: every mention of the one then means the other."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from functools import reduce
from typing import Any

from sqlalchemy import Connection, select

from detente.ledger import schema as s
from detente.ledger.standing import not_undone
from detente.model.codec import ACTOR_FIELDS
from detente.model.correction import ABOUT_ACTORS, Act
from detente.model.entry import ActorRef, Actors, Entry


@dataclass(frozen=True, slots=True)
class SaidOfActors:
    """That an actor is, or is not, another one."""

    actor: str
    meant: ActorRef
    same: bool


@dataclass(frozen=True, slots=True)
class ActorNames:
    """Whom an actor's id means."""

    meant: dict[str, ActorRef] = field(default_factory=dict)

    def of(self, actors: Actors) -> Actors:
        """Return whom these are, each once."""
        if not any(a.id in self.meant for a in actors):
            return actors
        return tuple({(m := self.meant.get(a.id, a)).id: m for a in actors}.values())

    def settle(self, entry: Entry) -> Entry:
        """Let an entry name whom it means; it keeps the id under which it was recorded."""
        if not self.meant:
            return entry
        named = {f.name for f in fields(entry)} & set(ACTOR_FIELDS)
        before: dict[str, Any] = {n: getattr(entry, n) for n in named}
        after: dict[str, Any] = {n: self.of(them) for n, them in before.items()}
        return entry if after == before else replace(entry, **after)


def settle_names(said: Iterable[SaidOfActors]) -> ActorNames:
    """Join actors by what was said of them; two that were said to differ never become one.

    The last word on a pair counts. A group is called by its listed actor, or else by the one named last.
    """
    last = {frozenset({w.actor, w.meant.id}): w for w in said}
    apart = [pair for pair, word in last.items() if not word.same]
    groups: dict[str, frozenset[str]] = {}
    heads: dict[str, ActorRef] = {}
    for word in (w for w in last.values() if w.same):
        ours, theirs = (groups.get(i, frozenset({i})) for i in (word.actor, word.meant.id))
        whole = ours | theirs
        if any(pair <= whole for pair in apart) or sum(not i.startswith("~") for i in whole) > 1:
            continue
        old = heads.get(min(ours)), heads.get(min(theirs)), word.meant
        head = reduce(_called_by, (h for h in old if h is not None))
        for member in whole:
            groups[member], heads[member] = whole, head
    return ActorNames({i: head for i, head in heads.items() if i != head.id})


def _called_by(one: ActorRef, other: ActorRef) -> ActorRef:
    return one if one.listed else other


def load_actor_names(connection: Connection, *, reviewer: str | None = None) -> ActorNames:
    """Read what was said of actors and not undone; with ``reviewer`` by that person alone."""
    c = s.corrections.c
    query = (
        select(c.actor, c.meant, c.act)
        .where(c.act.in_(sorted(ABOUT_ACTORS)), not_undone())
        .order_by(c.number)
    )
    if reviewer is not None:
        query = query.where(c.reviewer == reviewer)
    return settle_names(
        SaidOfActors(actor, ActorRef(**json.loads(meant)), act == Act.ACTOR_SAME)
        for actor, meant, act in connection.execute(query)
    )
