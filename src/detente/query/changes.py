"""What changed between two states of the record: added, moved, put off, withdrawn, newly said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from detente.ledger import Ledger
from detente.ledger.counting import stored_counts
from detente.ledger.facets import Selection
from detente.ledger.moments import Moment, last_moment
from detente.model.entry import Kind
from detente.model.event import DocumentHead, TrackStatus
from detente.model.filter import Filter
from detente.query.fetching import fetch_entries, fetch_heads, picked
from detente.query.listing import document_ids
from detente.query.moves import EventMove, Pairing, event_moves, load_pairing
from detente.query.results import RecordedEntry
from detente.query.standpoint import Standpoint, looking
from detente.query.successors import Successors, load_successors

MOST = 10  # of each list that are shown
SAID = (
    Kind.COMMITMENT,
    Kind.CONDITION,
    Kind.REFUSAL,
    Kind.DEMAND,
    Kind.ACCUSATION,
    Kind.ASSESSMENT,
    Kind.STATEMENT,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A list, perhaps cut short: how many there are, and the first of them."""

    count: int
    shown: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSeen:
    """One of the two states: by which day or change it was asked for, and the day that its statuses hold for."""

    as_of: date | None
    known_at: Moment | None
    reckoned_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackMove:
    """A track whose word or rule is another now; ``rests_on`` is the evidence for the new one."""

    before: TrackStatus | None
    after: TrackStatus
    rests_on: tuple[RecordedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChanged:
    """An article that its outlet changed; ``lost`` are entries whose sentence the new text no longer has."""

    before: DocumentHead
    after: DocumentHead
    lost: tuple[RecordedEntry, ...]
    kept: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed from the state ``since`` to the state ``until``.

    ``retold``: new reports of events that were known. ``reread``: entries of unchanged articles that stand
    no longer as they did, since the program or a person read them in another way.
    """

    since: StateSeen
    until: StateSeen
    tracks: tuple[TrackMove, ...]
    added: Listed[EventMove]
    moved: Listed[EventMove]
    put_off: Listed[EventMove]
    withdrawn: Listed[EventMove]
    said: Mapping[Kind, Listed[RecordedEntry]]
    articles: Listed[DocumentHead]
    changed: Listed[SourceChanged]
    retold: int
    reread: int


def changes(ledger: Ledger, since: Filter, until: Filter, *, most: int | None = MOST) -> Changes:
    """Compare two states of the record, named by ``as_of`` and ``known_at`` of the filters.

    What they let pass by track, actor, kind, outlet and words is compared; their days are not looked at. Of
    each list the first ``most`` are shown.
    """
    first, second = states_of(ledger, since, until)
    with looking(ledger, first) as then, looking(ledger, second) as now:
        return _Comparison(then, now, most).changes(since, until)


def states_of(ledger: Ledger, since: Filter, until: Filter) -> tuple[Filter, Filter]:
    """Return the two states to compare, so that what has no day of publication is in both or in neither.

    It is in none as of a day; so the record as it stands is then taken as of its last day, where some have none.
    """
    then, now = _bare(since), _bare(until)
    if then.as_of is None or now.as_of is not None:
        return then, now
    with looking(ledger, now) as here:
        last, undated = here.reckoned_on, stored_counts(here.connection).undated
    is_later = last is not None and last >= then.as_of
    return then, replace(now, as_of=last) if undated and is_later else now


def _bare(where: Filter) -> Filter:
    return replace(where, since=None, until=None)


class _Comparison:
    """Two states side by side."""

    def __init__(self, then: Standpoint, now: Standpoint, most: int | None) -> None:
        self.then, self.now, self.most = then, now, most
        self.successors: Successors = load_successors(now.connection)
        before, after = set(then.item_ids("entry")), now.item_ids("entry")
        self.gone = fetch_entries(then.connection, sorted(before.difference(after)))
        self.new = fetch_entries(now.connection, [name for name in after if name not in before])
        self.pairing: Pairing = load_pairing(then, now, self.successors)

    def changes(self, since: Filter, until: Filter) -> Changes:
        moves = event_moves(self.pairing)
        superseding = self._superseding()
        return Changes(
            since=_seen(self.then, since),
            until=_seen(self.now, until),
            tracks=tuple(self._track_moves()),
            added=self._cut([m for m in moves if m.before is None]),
            moved=self._cut([m for m in moves if m.before and not (m.put_off or m.withdrawn)]),
            put_off=self._cut([m for m in moves if m.put_off]),
            withdrawn=self._cut([m for m in moves if m.withdrawn]),
            said=self._said(),
            articles=self._articles(set(superseding.values())),
            changed=self._cut(list(self._changed(superseding))),
            retold=sum(r.id in self.pairing.retelling for r in self._newly_told()),
            reread=sum(r.document.id not in superseding for r in self.gone.values()),
        )

    def _cut(self, items: Sequence[T]) -> Listed[T]:
        return Listed(len(items), tuple(items[: self.most]))

    def _track_moves(self) -> Iterable[TrackMove]:
        """Compare the statuses of tracks, which are of no kind, outlet or actor."""
        wanted = self.now.selection.tracks
        if replace(self.now.selection, tracks=None, common=frozenset()) != Selection():
            return
        before = {status.track: status for status in self.then.statuses()}
        for status in self.now.statuses():
            old = before.get(status.track)
            same = old is not None and (old.status, old.rule) == (status.status, status.rule)
            if same or (wanted is not None and status.track not in wanted):
                continue
            events = self.now.events_named(status.events)
            told = [step.entry for e in events.values() for step in e.history[-1:]]
            names = tuple(dict.fromkeys((*status.entries, *told)))[: self.most]
            found = fetch_entries(self.now.connection, names)
            yield TrackMove(before=old, after=status, rests_on=picked(names, found))

    def _said(self) -> dict[Kind, Listed[RecordedEntry]]:
        """Sort what was newly said by kind; a copy of a text, and a promise or remark that was known, say nothing new."""
        found: dict[Kind, dict[object, RecordedEntry]] = defaultdict(dict)
        for recorded in self._newly_told():
            if recorded.id not in self.pairing.retelling:
                group = recorded.document.copy_group or recorded.document.id
                once = self.pairing.words_of.get(recorded.id, (group, recorded.sentence))
                found[recorded.entry.kind].setdefault(once, recorded)
        return {kind: self._cut(list(found[kind].values())) for kind in SAID if found[kind]}

    def _newly_told(self) -> list[RecordedEntry]:
        """Return the new entries but for those whose like stood in the same article before."""
        known = {self.successors.anchor(recorded) for recorded in self.gone.values()}
        return [r for r in self.new.values() if self.successors.anchor(r) not in known]

    def _superseding(self) -> dict[str, str]:
        """Return what stands now in the place of documents that stood then."""
        before, after = set(document_ids(self.then)), self.successors.newest
        return {name: after[name] for name in sorted(before & after.keys())}

    def _articles(self, superseding: set[str]) -> Listed[DocumentHead]:
        before = set(document_ids(self.then)) | superseding
        names = [name for name in document_ids(self.now) if name not in before]
        heads = fetch_heads(self.now.connection, names[: self.most])
        return Listed(len(names), tuple(heads[n] for n in names[: self.most]))

    def _changed(self, superseding: Mapping[str, str]) -> Iterable[SourceChanged]:
        heads = fetch_heads(self.now.connection, {*superseding, *superseding.values()})
        told = {self.successors.anchor(r) for r in self.new.values()}
        for old, new in superseding.items():
            ours = [r for r in self.gone.values() if r.document.id == old]
            lost = tuple(r for r in ours if self.successors.anchor(r) not in told)
            yield SourceChanged(
                before=heads[old], after=heads[new], lost=lost, kept=len(ours) - len(lost)
            )


def _seen(here: Standpoint, asked: Filter) -> StateSeen:
    return StateSeen(
        as_of=asked.as_of,
        known_at=last_moment(here.connection) if asked.known_at or not asked.as_of else None,
        reckoned_on=here.reckoned_on,
    )
