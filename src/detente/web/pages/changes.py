"""Changes: what came, moved, was put off, withdrawn and said between two days or states of the record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from detente import query
from detente.model.codec import Json
from detente.model.entry import Kind
from detente.model.errors import DetenteError
from detente.model.event import Event, TrackStatus
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.query.changes import Changes, TrackMove, changes
from detente.query.moves import EventMove
from detente.query.results import RecordedEntry
from detente.web.address import without
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.web.days import read_day
from detente.wording import actors, attribution, days, event_words, sentence, telling_report

MOST = 40  # of each list
RECENT_DAYS = 30  # before the last day, where no other is asked for
SPANS = (7, 30, 90, 365)  # days that are offered
STAGES = 12  # of a meeting
COLUMNS = ("id", "section", "what", "before", "after", "stages", "words", "item")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?")
MOVED = (
    ("added", "New"),
    ("moved", "Moved"),
    ("put_off", "Put off"),
    ("withdrawn", "Withdrawn, or told not to have been"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change. ``item`` is the id that its evidence opens at, or that of an article; ``stages``: how it came."""

    id: str
    section: str
    what: str
    words: str
    item: str
    before: str = ""
    after: str = ""
    stages: tuple[str, ...] = ()
    is_article: bool = False


def answer(asked: Asked) -> Answer:
    """Show what changed between two states."""
    address = asked.address
    last = address.filter.as_of or query.reckoned_on(asked.ledger)
    until = address.value("until") or (str(last) if address.filter.as_of else "")
    since = address.value("since") or _before(last, RECENT_DAYS)
    values: dict[str, Any] = {
        "since": since,
        "until": until,
        "last": last,
        "recent": None if address.value("since") else RECENT_DAYS,
        "spans": [(days, start) for days in SPANS if (start := _before(last, days))],
        "visited": asked.visited,
        "problem": None,
        "sections": (),
        "found": None,
    }
    lines: tuple[Line, ...] = ()
    # both states of a large record are made anew for it, which takes long: only when it is asked for
    waits = not address.value("since") and query.is_large(asked.ledger)
    values["waits"] = waits
    if since and not waits:
        try:
            found = _compared(asked, *_states(since, until, address.filter))
            lines = tuple(_lines(found))
            values |= {"found": found, "sections": _sections(lines), "counts": _counts(found)}
        except (DetenteError, ValueError) as error:
            values["problem"] = f"{error}. Nothing was compared."
    return Answer(
        template="changes.html",
        title="Changes",
        rows=rows_of(COLUMNS, lines, _cells, _shape),
        values=values,
    )


def _compared(asked: Asked, since: Filter, until: Filter) -> Changes:
    if asked.states:
        return asked.states.compare(since, until, most=MOST)
    return changes(asked.ledger, since, until, most=MOST)


def _before(last: date | None, days: int) -> str:
    """Return the day so many days before the last one."""
    return str(last - timedelta(days=days)) if last and last.year > 1 else ""


def _states(since: str, until: str, where: Filter) -> tuple[Filter, Filter]:
    before, after = _state(since, where), _state(until, where)
    if until and (before.as_of is None) is not (after.as_of is None):
        raise ValueError(
            f"“{since}” and “{until}” are not of one sort: write two days, or two states"
        )
    if before.as_of and after.as_of and before.as_of > after.as_of:
        raise ValueError(f"{since} comes after {until}")
    return before, after


def _state(typed: str, where: Filter) -> Filter:
    """Read a day (what had been published by then), or a state as the record was known."""
    where = replace(where, as_of=None)
    if not typed:
        return where
    if _DAY.fullmatch(typed):
        return replace(where, as_of=read_day(typed, last=True))
    return replace(where, known_at=typed)


def _lines(found: Changes) -> Iterator[Line]:
    for move in found.tracks:
        before = move.before.status if move.before else "not there"
        yield Line(
            id=f"track-{move.after.track}",
            section="Tracks",
            what=move.after.name,
            before=before,
            after=_since(move.after),
            stages=_rules(move),
            words=_told(move.rests_on[0]) if move.rests_on else move.after.rule,
            item=move.rests_on[0].id if move.rests_on else "",
        )
    for name, heading in MOVED:
        for each in getattr(found, name).shown:
            yield _event_line(name, heading, each)
    for kind, them in found.said.items():
        for told in them.shown:
            what = f"{kind} · {attribution(told)}"
            yield Line(
                id=f"said-{told.id}", section="Said", what=what, words=sentence(told), item=told.id
            )
    for head in found.articles.shown:
        yield _article_line("articles", "Articles", head)
    for changed in found.changed.shown:
        line = _article_line("changed", "Articles that their outlet changed", changed.after)
        yield replace(
            line, before=f"{len(changed.lost)} sentences lost", after=f"{changed.kept} kept"
        )


def _rules(move: TrackMove) -> tuple[str, ...]:
    """Say by which rule a track stood where it did, and by which it stands where it does."""
    before = (f"before: {move.before.rule}",) if move.before else ()
    return (*before, f"now: {move.after.rule}")


def _told(told: RecordedEntry) -> str:
    return f"{sentence(told)} — {attribution(told)}"


def _since(status: TrackStatus) -> str:
    return f"{status.status} since {status.since}" if status.since else status.status


def _stages(event: Event) -> tuple[str, ...]:
    """Tell how a meeting came to where it stands: each day that was set, put off or kept, and by whose word."""
    if event.kind is not Kind.MEETING:
        return ()
    found: dict[tuple[str, str], str] = {}
    for step in event.history:
        day = days(step.date) if step.date else "no day"
        who = actors(step.said_by) or step.outlet or "outlet not known"
        when = f"told {step.published} by {who}" if step.published else f"told by {who}"
        found.setdefault((step.status, day), f"{step.status} · {day} · {when}")
    told = tuple(found.values())
    shown = told if len(told) <= STAGES else (*told[: STAGES - 1], told[-1])
    return shown if len(told) > 1 else ()


def _event_line(name: str, heading: str, move: EventMove) -> Line:
    recorded = move.after or move.before
    assert recorded is not None  # noqa: S101 - a move has one end at least
    event = recorded.event
    told = " · ".join(
        filter(None, (event.kind, event.status, days(event.date), event_words(event)))
    )
    return Line(
        id=f"{name}-{event.id}",
        section=heading,
        what=told,
        before="; ".join(f"{m.field}: {_value(m.old)}" for m in move.moves),
        after="; ".join(f"{m.field}: {_value(m.new)}" for m in move.moves),
        stages=_stages(event) if move.before else (),
        words=sentence(telling_report(recorded)),
        item=event.id,
    )


def _value(value: str | DateRange | None) -> str:
    return days(value) if isinstance(value, DateRange) else str(value or "not told")


def _article_line(name: str, heading: str, head: Any) -> Line:
    words = head.title or head.source
    what = f"{head.outlet or 'outlet not known'}, {head.published or 'day not known'}"
    return Line(
        id=f"{name}-{head.id}",
        section=heading,
        what=what,
        words=words,
        item=head.id,
        is_article=True,
    )


def _sections(lines: tuple[Line, ...]) -> Mapping[str, tuple[Line, ...]]:
    names = dict.fromkeys(line.section for line in lines)
    return {name: tuple(line for line in lines if line.section == name) for name in names}


def _counts(found: Changes) -> Mapping[str, int]:
    """Count what each section would list whole."""
    counts = {heading: getattr(found, name).count for name, heading in MOVED}
    counts |= {"Tracks": len(found.tracks), "Articles": found.articles.count}
    counts["Said"] = sum(them.count for them in found.said.values())
    return counts | {"Articles that their outlet changed": found.changed.count}


def _cells(line: Line) -> Row:
    states = (line.before, line.after, list(line.stages))
    return (line.id, line.section, line.what, *states, line.words, line.item)


def _shape(line: Line) -> Json:
    return dict(zip(COLUMNS, _cells(line), strict=True))


PAGE = Page(
    path="/changes",
    title="Changes",
    answer=answer,
    key="n",
    uses=without("from", "to", "known_at"),
    takes=("since", "until"),
)
