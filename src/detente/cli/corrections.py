"""A correction on the page: who said what of which sentence, and what has become of it."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from detente.cli.evidence import put_quote
from detente.cli.sheet import Sheet
from detente.model.correction import Act, CorrectionState
from detente.model.entry import ActorRef, Entry, Evidence, Figure, PlaceRef, Plover
from detente.model.when import DateRange
from detente.wording import actors, days, facts, figure, short

if TYPE_CHECKING:
    from detente.query import RecordedCorrection, RecordedEntry

_SHOWN = 5  # entries of one side of a judgement that are written out


def field_words(entry: Entry, name: str) -> str:
    """Write one field of an entry; nothing where it is empty or the kind has none."""
    return _words(getattr(entry, name, None))


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case DateRange():
            return days(value)
        case PlaceRef():
            return value.name
        case ActorRef():
            return actors((value,))
        case Evidence():
            return f"“{value.quote}” ({value.start}:{value.end})"
        case Figure():
            return figure(value)
        case Plover():
            return " ".join(filter(None, (value.event, value.mode)))
        case tuple():
            return ", ".join(_words(part) for part in value)
        case _:
            return str(value)


def changes(before: Entry, after: Entry) -> list[str]:
    """Write each field that differs, before and after."""
    names = dict.fromkeys(f.name for entry in (before, after) for f in fields(entry))
    told = [(n, field_words(before, n) or "–", field_words(after, n) or "–") for n in names]
    if before.kind != after.kind:
        told.insert(0, ("kind", before.kind.value, after.kind.value))
    return [f"{name}: {old} → {new}" for name, old, new in told if old != new]


def put_correction(sheet: Sheet, recorded: "RecordedCorrection") -> None:
    """Write a correction with the sentences that it speaks of."""
    made = recorded.correction
    when = f"{made.recorded_at:%Y-%m-%d %H:%M}"
    parts = (made.act.value, recorded.state.value, f"{made.reviewer}, {when}", made.reason)
    sheet.put((str(made.number), "bold"), f" · {' · '.join(filter(None, parts))}")
    if made.target is not None:
        sheet.put(f"correction {made.target}", indent=4)
    if made.actor and made.meant:
        sign = "is" if made.act is Act.ACTOR_SAME else "is not"
        sheet.put(f"{made.actor} {sign} {made.meant.name} ({made.meant.id})", indent=4)
    _put_entries(sheet, recorded.subjects or ((recorded.result,) if recorded.result else ()))
    if recorded.subjects and recorded.result:
        for line in changes(recorded.subjects[0].entry, recorded.result.entry):
            sheet.put(line, indent=4)
    if recorded.others:
        sheet.put("tells of another happening than", indent=4)
        _put_entries(sheet, recorded.others)
    _put_outcome(sheet, recorded)


def _put_entries(sheet: Sheet, entries: "tuple[RecordedEntry, ...]") -> None:
    for entry in entries[:_SHOWN]:
        put_quote(sheet, entry, indent=4)
    if len(entries) > _SHOWN:
        sheet.put(f"and {len(entries) - _SHOWN} more", indent=4)


def _put_outcome(sheet: Sheet, recorded: "RecordedCorrection") -> None:
    now = recorded.now
    if now and recorded.state in (CorrectionState.OPEN, CorrectionState.OVERRULED):
        sheet.put(f"stands there now: {facts(now.entry)} · {short(now.id)}", indent=4)
    if recorded.offered:
        sheet.put(
            "the same words stand once in the newest version of the article; to say it of that one:",
            indent=4,
        )
        sheet.command(f"detente review carry {recorded.correction.number}", indent=4)
