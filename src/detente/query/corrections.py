"""The corrections of the record, each with what has become of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import ColumnElement, Connection, or_, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.corrected import Placed
from detente.ledger.corrections import (
    Places,
    load_corrections,
    pairs_of,
    placed,
    resolve,
)
from detente.ledger.parts import in_parts
from detente.model.correction import (
    ABOUT_ACTORS,
    ABOUT_ARTICLES,
    ABOUT_STORIES,
    DECISIONS,
    JUDGEMENTS,
    TAKING_BACK,
    Act,
    Correction,
    CorrectionState,
)
from detente.model.event import DocumentHead
from detente.pipeline.correcting import offers
from detente.query.fetching import fetch_entries, fetch_heads
from detente.query.results import RecordedEntry

_WORST_FIRST = tuple(CorrectionState)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCorrection:
    """A correction with its state and the entries that it speaks of.

    ``now`` is what stands where a decision was made, ``read`` what the latest reading found there where that is
    not what it was made on. ``offered``: it was made on an older version of the
    article, and can be carried to the newest, where the same words stand.
    """

    correction: Correction
    state: CorrectionState
    subjects: tuple[RecordedEntry, ...]
    result: RecordedEntry | None
    others: tuple[RecordedEntry, ...]
    now: RecordedEntry | None
    read: RecordedEntry | None
    offered: bool
    article: DocumentHead | None = None  # of which it speaks as a whole
    beside: DocumentHead | None = None  # which reports the same news, or does not


def corrections(
    ledger: Ledger, *, document: str | None = None, numbers: Collection[int] | None = None
) -> tuple[RecordedCorrection, ...]:
    """Return every correction, the undone ones too, the latest first.

    ``document``: only those that speak of it; ``numbers``: only these, best the last ones that were made,
    since what came after them is not looked at.
    """
    with ledger.looking() as connection:
        made = load_corrections(connection, *_speaking_of(document), *_between(numbers))
        if numbers is not None:
            made = tuple(m for m in made if m.number in set(numbers))
        documents = _documents(connection, made)
        places = placed(resolve(connection, sorted(documents)))
        older = _superseded(connection)
        on_offer = {offer.correction for offer in offers(connection)}
        later = _Later(made)
        there = {m.number: place for m in made if (place := _place(m, places))}
        names = set(chain.from_iterable(m.entries for m in made))
        names |= {n for place in there.values() for n in (place.entry, place.read) if n}
        found = fetch_entries(connection, sorted(names))
        heads = fetch_heads(connection, {n for m in made for n in (m.document, m.beside) if n})
    return tuple(
        RecordedCorrection(
            correction=m,
            state=_state(m, places, later, changed=_changed(m, found, older)),
            subjects=tuple(found[n] for n in m.subjects if n in found),
            result=found.get(m.result) if m.result else None,
            others=tuple(found[n] for n in m.others if n in found),
            now=found.get((there[m.number].entry or "") if m.number in there else ""),
            read=found.get(_read_anew(m, there.get(m.number)) or ""),
            offered=m.number in on_offer,
            article=heads.get(m.document or ""),
            beside=heads.get(m.beside or ""),
        )
        for m in reversed(made)
    )


def _speaking_of(document: str | None) -> tuple[ColumnElement[bool], ...]:
    if document is None:
        return ()
    link, c = s.correction_entries.c, s.corrections.c
    here = select(link.correction).where(link.document == document)
    of = s.article_corrections.c
    speaks = or_(of.document == document, of.value == document)
    whole = select(of.correction).where(speaks)
    return (or_(*(n.in_(them) for n in (c.number, c.target) for them in (here, whole))),)


def _between(numbers: Collection[int] | None) -> tuple[ColumnElement[bool], ...]:
    if numbers is None:
        return ()
    return (s.corrections.c.number.between(min(numbers, default=0), max(numbers, default=0)),)


def _documents(connection: Connection, made: tuple[Correction, ...]) -> frozenset[str]:
    link = s.correction_entries.c
    found: set[str] = set()
    for part in in_parts([m.number for m in made]):
        query = select(link.document).where(link.correction.in_(part))
        found |= set(connection.scalars(query.distinct()))
    return frozenset(found)


def _superseded(connection: Connection) -> frozenset[str]:
    a = s.articles.c
    query = select(a.document).where(a.superseded_on.is_not(None))
    return frozenset(connection.scalars(query))


def _place(made: Correction, places: Places) -> Placed | None:
    if made.act not in DECISIONS:
        return None
    return places.get((made.number, made.subjects[0] if made.subjects else made.result or ""))


def _read_anew(made: Correction, place: Placed | None) -> str | None:
    """Return what is read now where a decision was made, unless it is what it was made on or has come to."""
    read = place.read if place else None
    return None if read in made.entries else read


def _changed(made: Correction, found: Mapping[str, RecordedEntry], older: frozenset[str]) -> bool:
    if made.act in ABOUT_STORIES:
        return made.document in older or made.beside in older
    return any(found[n].document.id in older for n in made.entries if n in found)


class _Later:
    """What later corrections say of the same."""

    def __init__(self, made: tuple[Correction, ...]) -> None:
        self._pairs: dict[frozenset[str], Act] = {}
        self._articles: dict[tuple[Act, str | None], int] = {}
        self._news: dict[frozenset[str], Act] = {}
        self._actors: dict[frozenset[str], Act] = {}
        self._targets: dict[int, int] = {}
        for one in made:
            if one.target is not None:
                self._targets[one.target] = one.number
            elif not one.stands:
                continue
            elif one.act in JUDGEMENTS:
                self._pairs |= {frozenset(pair): one.act for pair in pairs_of(one)}
            elif one.document and one.beside:
                self._news[frozenset({one.document, one.beside})] = one.act
            elif one.document:
                self._articles[one.act, one.document] = one.number
            elif one.actor and one.meant:
                self._actors[frozenset({one.actor, one.meant.id})] = one.act

    def overrules(self, made: Correction) -> bool:
        """Say whether nothing of what a correction said is the last word."""
        if made.target is not None:
            return self._targets[made.target] != made.number
        if made.act in JUDGEMENTS:
            return all(self._pairs[frozenset(pair)] is not made.act for pair in pairs_of(made))
        if made.act in ABOUT_STORIES and made.document and made.beside:
            return self._news[frozenset({made.document, made.beside})] is not made.act
        if made.act in ABOUT_ARTICLES:
            return self._articles[made.act, made.document] != made.number
        if made.act in ABOUT_ACTORS and made.actor and made.meant:
            return self._actors[frozenset({made.actor, made.meant.id})] is not made.act
        return False


def _state(made: Correction, places: Places, later: _Later, *, changed: bool) -> CorrectionState:
    if not made.stands:
        return CorrectionState.UNDONE
    if later.overrules(made):
        return CorrectionState.OVERRULED
    if made.act in ABOUT_STORIES and changed:
        return CorrectionState.TEXT_CHANGED
    if made.act in TAKING_BACK | ABOUT_ACTORS | ABOUT_ARTICLES:
        return CorrectionState.APPLIES
    states = {places[made.number, n].state for n in made.entries if (made.number, n) in places}
    state = min(states, key=_WORST_FIRST.index, default=CorrectionState.UNANCHORED)
    if changed and state is not CorrectionState.OVERRULED:
        return CorrectionState.TEXT_CHANGED
    return state
