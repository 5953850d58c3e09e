"""Names as users type them, settled by the profile: what a filter means."""

from collections.abc import Iterable
from functools import partial

from detente.ledger.facets import Selection
from detente.ledger.searching import match_expression
from detente.model.filter import Filter
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind, Process


def settle(where: Filter, process: Process) -> Selection:
    """Settle the names of a filter; case and accents do not matter, and unknown names are kept."""
    return Selection(
        tracks=frozenset(_track_ids(where.tracks, process)) if where.tracks else None,
        actors=frozenset(_actor_keys(where.by, process)) if where.by else None,
        outlets=frozenset(_outlet_keys(where.outlets, process)) if where.outlets else None,
        kinds=frozenset(where.kinds) or None,
        since=where.since,
        until=where.until,
        matching=search_words(where.text, process),
    )


def search_words(typed: str, process: Process) -> str | None:
    """Return what to search for where a user has typed words: family names in every spelling of the profile."""
    return match_expression(typed, partial(_spellings, process))


def _spellings(process: Process, word: str) -> tuple[str, ...]:
    """Return the other spellings of a family name."""
    wanted = slug(word)
    found: dict[str, str] = {}
    for actor in process.actors:
        if actor.kind is ActorKind.PERSON:
            ways = {slug(way): way for way in (name.split()[-1] for name in actor.names)}
            found |= ways if wanted in ways else {}
    return tuple(way for key, way in found.items() if key != wanted)


def _track_ids(typed: Iterable[str], process: Process) -> Iterable[str]:
    for name in typed:
        found = [t.id for t in process.tracks if slug(name) in (slug(t.id), slug(t.name))]
        # a command line can hold halves of characters, which no database takes
        yield from found or [name.encode("utf-8", "replace").decode("utf-8")]


def _outlet_keys(typed: Iterable[str], process: Process) -> Iterable[str]:
    for name in typed:
        yield slug(name)
        for outlet in process.outlets:
            if slug(name) in map(slug, (*outlet.names, *outlet.domains)):
                yield slug(outlet.name)


def _actor_keys(typed: Iterable[str], process: Process) -> Iterable[str]:
    for name in typed:
        yield slug(name)
        for actor in process.actors:
            if slug(name) in map(slug, _names(actor)):
                yield slug(actor.id)
                yield slug(actor.name)
                if actor.kind is ActorKind.BODY and actor.side:
                    yield slug(actor.side)  # the Kremlin stands for Russia, in the entries too


def _names(actor: Actor) -> Iterable[str]:
    yield actor.id
    yield from actor.adjectives
    for name in actor.names:
        yield name
        if actor.kind is ActorKind.PERSON:
            yield name.split()[-1]
