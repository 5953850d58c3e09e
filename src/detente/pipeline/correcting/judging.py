"""Judgements: which entries tell of one happening, which articles report one piece of news, which actors are one."""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from sqlalchemy import Connection, func, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.actor_names import load_actor_names
from detente.ledger.correcting import Said, record_corrections
from detente.ledger.corrections import load_bodies
from detente.ledger.recording import canonical
from detente.ledger.views import load_events
from detente.model.codec import ACTOR_FIELDS
from detente.model.correction import Act
from detente.model.entry import ActorRef
from detente.model.errors import CorrectionError
from detente.model.identity import slug
from detente.model.profile import Process
from detente.pipeline.correcting.saying import (
    find_document,
    find_entries,
    find_event,
    find_story,
    reason_text,
    reviewer_name,
)
from detente.pipeline.storable import storable_text


def same(ledger: Ledger, entries: Sequence[str], *, by: str, reason: str = "") -> int:
    """Say that entries tell of one happening."""
    with ledger.writing() as connection:
        names = find_entries(connection, entries)
        return _record(connection, ledger, Act.SAME, names, by=by, reason=reason)


def different(
    ledger: Ledger, entries: Sequence[str], others: Sequence[str], *, by: str, reason: str = ""
) -> int:
    """Say that none of these entries tells of what the others tell of."""
    with ledger.writing() as connection:
        ours, theirs = find_entries(connection, entries), find_entries(connection, others)
        return _keep_apart(connection, ledger, ours, theirs, by=by, reason=reason)


def merge_events(ledger: Ledger, events: Sequence[str], *, by: str, reason: str = "") -> int:
    """Say that events are one: every report of the one tells of what each of the other tells of."""
    with ledger.writing() as connection:
        ids = list(dict.fromkeys(find_event(connection, typed) for typed in events))
        if len(ids) < 2:
            raise CorrectionError("name two events or more to merge")
        found = load_events(connection, ids)
        names = tuple(dict.fromkeys(n for i in ids for n in found[i].entries))
        return _record(connection, ledger, Act.SAME, names, by=by, reason=reason)


def split_event(
    ledger: Ledger, event: str, entries: Sequence[str], *, by: str, reason: str = ""
) -> int:
    """Say that these reports of an event tell of another one than the rest of its reports."""
    with ledger.writing() as connection:
        whole = load_events(connection, [name := find_event(connection, event)])[name].entries
        leaving = find_entries(connection, entries)
        for one in leaving:
            if one not in whole:
                raise CorrectionError(f"the entry {one} is no report of the event {name}")
        staying = tuple(n for n in whole if n not in leaving)
        if not staying:
            raise CorrectionError("leave at least one report in the event; all of them were named")
        return _keep_apart(connection, ledger, leaving, staying, by=by, reason=reason)


def _keep_apart(
    connection: Connection,
    ledger: Ledger,
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    *,
    by: str,
    reason: str,
) -> int:
    if both := set(ours) & set(theirs):
        raise CorrectionError(f"the entry {min(both)} stands on both sides")
    if not ours or not theirs:
        raise CorrectionError("name entries on both sides")
    _check_happenings(connection, (*ours, *theirs))
    said = Said(
        reviewer=reviewer_name(by),
        reason=reason_text(reason),
        act=Act.DIFFERENT,
        subjects=ours,
        others=theirs,
    )
    return record_corrections(connection, ledger, [said])[0]


def _record(
    connection: Connection,
    ledger: Ledger,
    act: Act,
    names: tuple[str, ...],
    *,
    by: str,
    reason: str,
) -> int:
    if len(names) < 2:
        raise CorrectionError("name two entries or more")
    _check_happenings(connection, names)
    said = Said(reviewer=reviewer_name(by), reason=reason_text(reason), act=act, subjects=names)
    return record_corrections(connection, ledger, [said])[0]


def _check_happenings(connection: Connection, names: tuple[str, ...]) -> None:
    kinds = {n: e.kind.value for n, (_, e) in load_bodies(connection, names).items()}
    c = s.event_entries.c
    for name in names:
        if not connection.scalar(select(c.event).where(c.entry == name).limit(1)):
            raise CorrectionError(
                f"the entry {name} ({kinds[name]}) is the report of no event; only these are joined or parted"
            )
    if len(set(kinds.values())) > 1:
        raise CorrectionError(
            f"one event has one kind; these are of several: {', '.join(sorted(set(kinds.values())))}"
        )


def same_news(
    ledger: Ledger, articles: Sequence[str], *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Say that articles report one piece of news, with all that each of them is in one story with now, as one change.

    Said of two articles alone, one that is days away from the other's story would be taken out of its own.
    """
    with ledger.writing() as connection:
        wholes = {name: _story_of(connection, name) for name in _articles(connection, articles)}
        pairs = dict.fromkeys(
            pair
            for one, other in combinations(wholes, 2)
            for pair in (
                [(one, other)] if other in wholes[one] else product(wholes[one], wholes[other])
            )
        )
        return _of_news(connection, ledger, Act.SAME_NEWS, pairs, by=by, reason=reason)


def other_news(
    ledger: Ledger, article: str, others: Sequence[str], *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Say that an article reports other news than each of the others."""
    with ledger.writing() as connection:
        one, *rest = _articles(connection, (article, *others))
        return _of_news(
            connection, ledger, Act.OTHER_NEWS, product([one], rest), by=by, reason=reason
        )


def split_story(
    ledger: Ledger, story: str, articles: Sequence[str], *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Say that these articles of a story report other news than each of the rest, as one change."""
    with ledger.writing() as connection:
        name, held = find_story(connection, story), s.story_articles.c
        whole = connection.scalars(select(held.document).where(held.story == name)).all()
        leaving = tuple(dict.fromkeys(find_document(connection, typed) for typed in articles))
        for one in leaving:
            if one not in whole:
                raise CorrectionError(f"the article {one} is none of the story {name}")
        staying = [one for one in whole if one not in leaving]
        if not leaving or not staying:
            raise CorrectionError("name some articles of the story, and leave at least one in it")
        pairs = product(leaving, staying)
        return _of_news(connection, ledger, Act.OTHER_NEWS, pairs, by=by, reason=reason)


def _story_of(connection: Connection, document: str) -> tuple[str, ...]:
    """Return the articles of the story that an article is in, or itself alone."""
    held = s.story_articles.c
    story = select(held.story).where(held.document == document)
    found = connection.scalars(select(held.document).where(held.story.in_(story)))
    return tuple(sorted(found)) or (document,)


def _articles(connection: Connection, typed: Sequence[str]) -> list[str]:
    names = list(dict.fromkeys(find_document(connection, each) for each in typed))
    if len(names) < 2:
        raise CorrectionError("name two articles or more")
    return names


def _of_news(
    connection: Connection,
    ledger: Ledger,
    act: Act,
    pairs: Iterable[tuple[str, str]],
    *,
    by: str,
    reason: str,
) -> tuple[int, ...]:
    reviewer, why = reviewer_name(by), reason_text(reason)
    said = [
        Said(reviewer=reviewer, reason=why, act=act, document=one, value=other)
        for one, other in pairs
    ]
    return record_corrections(connection, ledger, said)


def actor_is(ledger: Ledger, actor: str, meant: str, *, by: str, reason: str = "") -> int:
    """Say that an actor that the profile does not list is another one, listed or not."""
    return _of_actors(ledger, Act.ACTOR_SAME, (actor, meant), by=by, reason=reason)


def actor_is_not(ledger: Ledger, actor: str, meant: str, *, by: str, reason: str = "") -> int:
    """Say that an actor that the profile does not list is not another one, so that they are never joined."""
    return _of_actors(ledger, Act.ACTOR_DIFFERENT, (actor, meant), by=by, reason=reason)


def _of_actors(ledger: Ledger, act: Act, typed: tuple[str, str], *, by: str, reason: str) -> int:
    reviewer, why = reviewer_name(by), reason_text(reason)
    with ledger.writing() as connection:
        one, other = (_actor(connection, t, ledger.process) for t in typed)
        if one.listed:
            one, other = other, one
        if one.listed:
            raise CorrectionError(
                f"{one.name} and {other.name} both stand in the profile; join or part them in its actors.csv"
            )
        if one.id == other.id:
            raise CorrectionError(f"{typed[0]!r} and {typed[1]!r} are one actor already")
        said = Said(reviewer=reviewer, reason=why, act=act, actor=one.id, meant=other)
        (number,) = record_corrections(connection, ledger, [said])
        names = load_actor_names(connection)
        joined = names.of((one,)) == names.of((other,))
        if act is Act.ACTOR_SAME and not joined:  # the transaction is not kept
            raise CorrectionError(
                f"{one.id} and {other.id} cannot be one: others that they are one with are kept apart, or are "
                "two of the profile; see 'detente list corrections'"
            )
        if act is Act.ACTOR_DIFFERENT and joined:
            raise CorrectionError(
                f"{one.id} and {other.id} are one by way of a third actor; undo that first: "
                "see 'detente list corrections'"
            )
        return number


def _actor(connection: Connection, typed: str, process: Process) -> ActorRef:
    """Find an actor by id or name: in the profile, or else among those that the entries name."""
    wanted = storable_text(typed).strip()
    if not wanted.startswith("~"):
        for actor in process.actors:
            if actor.id == wanted or slug(wanted) in map(slug, actor.names):
                return ActorRef(actor.id, actor.name, actor.side)
    key = f"~{slug(wanted.removeprefix('~'))}"
    mention = '"id":' + canonical(key)
    e = s.entries.c
    query = select(e.id).where(func.instr(e.body, mention) > 0).order_by(e.number).limit(1)
    found = connection.scalar(query)
    if found is None:
        raise CorrectionError(
            f"no actor {typed!r} stands in the profile or in an entry; 'detente list actors' lists them"
        )
    entry = load_bodies(connection, [found])[found][1]
    named: list[ActorRef] = [a for f in ACTOR_FIELDS for a in getattr(entry, f, ())]
    return next(a for a in named if a.id == key)
