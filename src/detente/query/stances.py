"""Positions: what a speaker or side has said on a track, in the order of the days, and what moved.

Only a page and its neighbours are read with their words; of the rest only where it stands. Each line is held
against the nearest one of an earlier day on the same matter.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.facets import Selection, actor_keys
from detente.model.entry import Actors, Commitment, Entry, Kind, Strength
from detente.model.filter import Filter
from detente.model.when import DateRange, DayIs
from detente.query.fetching import fetch_entries
from detente.query.matter import Matters, Wording
from detente.query.results import RecordedEntry
from detente.query.standpoint import UNDATED, looking
from detente.query.utterances import (
    NEAR_PUBLISHED,
    PassageKey,
    Said,
    days_apart,
    passage_keys,
    said,
    same_utterance,
    sides,
)

KINDS = (Kind.STATEMENT, Kind.DEMAND, Kind.REFUSAL, Kind.COMMITMENT, Kind.CONDITION)
REACH = 200  # passages before one, among which its other reports and its predecessor are looked for
FIRMNESS = (Strength.HOPE, Strength.READINESS, Strength.PLEDGE)


class Shift(StrEnum):
    """What a position is beside the one that it is held against, besides its words."""

    FIRMER = "firmer"
    WEAKER = "weaker"
    CONDITION_CAME = "a condition came"
    CONDITION_WENT = "without the earlier condition"
    REFUSAL_CAME = "refusal after a commitment"
    REFUSAL_WENT = "commitment after a refusal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An utterance: its day, and its reports in one or more articles, that of most words first in each.

    ``kinds`` and ``strength`` tell what it is of the one who speaks: who says that another has refused does not
    refuse. ``told_by_another``: none of those asked for says it; somebody else says it of them.
    """

    date: DateRange | None
    day_is: DayIs
    reports: tuple[RecordedEntry, ...]
    kinds: tuple[Kind, ...]
    strength: Strength | None = None
    told_by_another: bool = False

    @property
    def words(self) -> str:
        """Return the passage of the first report."""
        return self.reports[0].sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What moved against the nearest position of an earlier day on the same matter."""

    against: Position
    wording: Wording
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """A position, and what moved in it; ``move`` is ``None`` where nothing earlier is known on its matter."""

    position: Position
    move: Moved | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """A page of positions. ``next_offset``: where the next page begins; ``None`` on the last one."""

    lines: tuple[PositionLine, ...]
    next_offset: int | None


def positions(ledger: Ledger, where: Filter, *, limit: int = 100, offset: int = 0) -> Positions:
    """Return the positions of ``where.by`` on ``where.tracks``, by the day on which they were said.

    ``since`` and ``until`` bound that day here; what came before is still what a line is held against.
    ``limit`` and ``offset`` count passages, of which one utterance can have several.
    """
    asked = tuple(k for k in KINDS if not where.kinds or k in where.kinds)
    with looking(ledger, replace(where, since=None, until=None, kinds=asked)) as here:
        keys = _keys(here.connection, here.selection)
        first, last = _bounds(keys, where)
        start = min(first + offset, last)
        stop = min(start + limit, last)
        stretch = _Stretch(here.connection, keys, Matters(ledger.process), here.selection)
        lines = tuple(stretch.lines(start, stop))
    return Positions(lines=lines, next_offset=stop - first if stop < last else None)


def _keys(connection: Connection, selection: Selection) -> list[PassageKey]:
    items, entries = s.items.c, s.entries.c
    query = (
        select(entries.id, entries.document, entries.body, items.published_end)
        .select_from(s.items.join(s.entries, entries.id == items.id))
        .where(items.type == "entry", *selection.conditions())
        .order_by(entries.document)
    )
    rows = connection.execute(query)
    return passage_keys((name, document, body, day) for name, document, body, day in rows)


def _bounds(keys: Sequence[PassageKey], where: Filter) -> tuple[int, int]:
    """Return where the passages of the days asked for begin and end."""
    days = [key.day for key in keys]
    first = bisect_left(days, where.since.isoformat()) if where.since else 0
    if where.until:
        return first, max(first, bisect_right(days, where.until.isoformat()))
    return first, bisect_left(days, UNDATED) if where.since else len(days)


class _Stretch:
    """Passages with their words, read as they are needed, and what can be told of them."""

    def __init__(
        self,
        connection: Connection,
        keys: Sequence[PassageKey],
        matters: Matters,
        selection: Selection,
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._matters = matters
        self._asked = selection.actors
        self._said: dict[int, Said] = {}

    def lines(self, start: int, stop: int) -> Iterator[PositionLine]:
        """Yield the positions whose first report stands in this stretch."""
        if start >= stop:
            return
        self._load(max(0, start - REACH), min(stop + REACH, len(self._keys)))
        for first, members in self._utterances(start, stop).items():
            position = self._position([self._said[at] for at in members])
            yield PositionLine(position=position, move=self._move(first, position))

    def _load(self, start: int, stop: int) -> None:
        wanted = [at for at in range(start, stop) if at not in self._said]
        names = [name for at in wanted for name in self._keys[at].entries]
        found = fetch_entries(self._connection, names)
        self._said |= {at: said(self._keys[at], found) for at in wanted}

    def _utterances(self, start: int, stop: int) -> dict[int, list[int]]:
        """Return the passages of each utterance that begins in the stretch; some can lie behind it."""
        members: dict[int, list[int]] = {}
        first_of: dict[int, int] = {}
        latest, at = start, start
        while at < len(self._keys) and (at < stop or self._can_reach(latest, at)):
            if at not in self._said:
                self._load(at, min(at + REACH, len(self._keys)))
            joined = self._earliest_same(at)
            first_of[at] = at if joined is None else first_of.get(joined, joined)
            if start <= first_of[at] < stop:
                members.setdefault(first_of[at], []).append(at)
                latest = at
            at += 1
        return members

    def _can_reach(self, latest: int, at: int) -> bool:
        """Say whether a passage behind the stretch could still be of an utterance in it."""
        last = self._keys[latest]
        return at - latest <= REACH and days_apart(last, self._keys[at]) <= NEAR_PUBLISHED

    def _earliest_same(self, at: int) -> int | None:
        mine = self._said[at]
        return next(
            (i for i in self._before(at) if same_utterance(self._said[i], mine, self._matters)),
            None,
        )

    def _before(self, at: int) -> range:
        return range(max(0, at - REACH), at)

    def _position(self, members: Sequence[Said]) -> Position:
        first, asked = members[0], self._asked
        reports = tuple(report for m in members for report in m.reports)
        another = bool(first.voice and asked and not actor_keys(first.voice) & asked)
        own = [r.entry for r in reports if another or _is_own(r.entry, first.holders)]
        strengths = {e.strength for e in own if isinstance(e, Commitment)}
        return Position(
            date=next((r.entry.said_on for r in reports if r.entry.said_on), None)
            or first.reports[0].document.published,
            day_is=_day_is(first.key),
            reports=reports,
            kinds=tuple(k for k in KINDS if any(e.kind is k for e in own)),
            strength=next((one for one in reversed(FIRMNESS) if one in strengths), None),
            told_by_another=another,
        )

    def _move(self, at: int, position: Position) -> Moved | None:
        if position.day_is is DayIs.UNKNOWN:
            return None  # nothing is known to be earlier
        for earlier in reversed(self._before(at)):
            before = self._said[earlier]
            if before.key.day == self._keys[at].day:
                continue  # one speech says many things of one matter
            against = self._position([before])
            if self._on_one_matter(before, against, self._said[at], position):
                return Moved(
                    against=against,
                    wording=self._matters.compare(before.words, position.words),
                    shifts=tuple(_shifts(against, position)),
                )
        return None

    def _on_one_matter(
        self, before: Said, against: Position, now: Said, position: Position
    ) -> bool:
        return (
            against.told_by_another == position.told_by_another
            and bool(sides(before.holders) & sides(now.holders))
            and _one_track(before, now)
            and self._matters.one(before.words, now.words)
        )


def _day_is(key: PassageKey) -> DayIs:
    if key.day == UNDATED:
        return DayIs.UNKNOWN
    return DayIs.SAID if key.known else DayIs.PUBLISHED


def _is_own(entry: Entry, holders: Actors) -> bool:
    """Say whether an entry is a stance of those who speak, and not what they tell of another."""
    acting: Actors = getattr(entry, "by", ())
    return not acting or bool(sides(acting) & sides(holders))


def _one_track(first: Said, second: Said) -> bool:
    one, other = ({t for r in each.reports for t in r.entry.tracks} for each in (first, second))
    return bool(one & other) or not (one or other)


def _shifts(before: Position, now: Position) -> Iterator[Shift]:
    """Yield what changed besides the words."""
    if before.strength and now.strength and before.strength is not now.strength:
        firmer = FIRMNESS.index(now.strength) > FIRMNESS.index(before.strength)
        yield Shift.FIRMER if firmer else Shift.WEAKER
    if Kind.CONDITION in now.kinds and Kind.CONDITION not in before.kinds:
        yield Shift.CONDITION_CAME
    if Kind.CONDITION in before.kinds and Kind.CONDITION not in now.kinds:
        yield Shift.CONDITION_WENT
    if before.strength and Kind.REFUSAL in now.kinds and Kind.REFUSAL not in before.kinds:
        yield Shift.REFUSAL_CAME
    if now.strength and Kind.REFUSAL in before.kinds and Kind.REFUSAL not in now.kinds:
        yield Shift.REFUSAL_WENT
