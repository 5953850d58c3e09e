"""Changes: what came, moved, was put off, withdrawn and said between two days or states of the record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from detente import query
from detente.model.codec import Json
from detente.model.errors import DetenteError
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.query.changes import Changes, changes
from detente.query.moves import EventMove
from detente.web.address import read_day
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.wording import attribution, days, event_words, telling_report

MOST = 40  # of each list
RECENT_DAYS = 30  # before the last day, where no other is asked for
COLUMNS = ("id", "section", "what", "before", "after", "words", "item")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?")
MOVED = (
    ("added", "New"),
    ("moved", "Moved"),
    ("put_off", "Put off"),
    ("withdrawn", "Withdrawn, or told not to have been"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change. ``item`` is the id that its evidence opens at, or that of an article."""

    id: str
    section: str
    what: str
    words: str
    item: str
    before: str = ""
    after: str = ""
    is_article: bool = False


def answer(asked: Asked) -> Answer:
    """Show what changed between two states."""
    address = asked.address
    since, until = address.value("since") or _default_since(asked), address.value("until")
    values: dict[str, Any] = {
        "since": since,
        "until": until,
        "problem": None,
        "sections": (),
        "found": None,
    }
    lines: tuple[Line, ...] = ()
    if since:
        try:
            tracks = address.filter.tracks
            found = changes(asked.ledger, *_states(since, until, tracks), most=MOST)
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


def _default_since(asked: Asked) -> str:
    """Return what the reader saw last, or a day a month before the last one."""
    if asked.visited:
        return str(asked.visited)
    last = query.reckoned_on(asked.ledger)
    return str(last - timedelta(days=RECENT_DAYS)) if last and last.year > 1 else ""


def _states(since: str, until: str, tracks: tuple[str, ...]) -> tuple[Filter, Filter]:
    before, after = _state(since, tracks), _state(until, tracks)
    if until and (before.as_of is None) is not (after.as_of is None):
        raise ValueError(
            f"“{since}” and “{until}” are not of one sort: write two days, or two states"
        )
    if before.as_of and after.as_of and before.as_of > after.as_of:
        raise ValueError(f"{since} comes after {until}")
    return before, after


def _state(typed: str, tracks: tuple[str, ...]) -> Filter:
    """Read a day (what had been published by then), or a state as the record was known."""
    if not typed:
        return Filter(tracks=tracks)
    if _DAY.fullmatch(typed):
        return Filter(tracks=tracks, as_of=read_day(typed, last=True))
    return Filter(tracks=tracks, known_at=typed)


def _lines(found: Changes) -> Iterator[Line]:
    for move in found.tracks:
        before = move.before.status if move.before else "not there"
        yield Line(
            id=f"track-{move.after.track}",
            section="Tracks",
            what=move.after.name,
            before=before,
            after=move.after.status,
            words=move.after.rule,
            item=move.rests_on[0].id if move.rests_on else "",
        )
    for name, heading in MOVED:
        for each in getattr(found, name).shown:
            yield _event_line(name, heading, each)
    for kind, them in found.said.items():
        for told in them.shown:
            what = f"{kind} · {attribution(told)}"
            yield Line(
                id=f"said-{told.id}", section="Said", what=what, words=told.sentence, item=told.id
            )
    for head in found.articles.shown:
        yield _article_line("articles", "Articles", head)
    for changed in found.changed.shown:
        line = _article_line("changed", "Articles that their outlet changed", changed.after)
        yield replace(
            line, before=f"{len(changed.lost)} sentences lost", after=f"{changed.kept} kept"
        )


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
        words=telling_report(recorded).sentence,
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
    return (line.id, line.section, line.what, line.before, line.after, line.words, line.item)


def _shape(line: Line) -> Json:
    return dict(zip(COLUMNS, _cells(line), strict=True))


PAGE = Page(path="/changes", title="Changes", answer=answer, key="n")
