"""A correction on the page: who said what of which sentence, and what has become of it."""

from typing import TYPE_CHECKING

from detente.cli.evidence import identity, put_quote
from detente.cli.sheet import Sheet
from detente.model.correction import Act, CorrectionState
from detente.wording import changes, days, facts

if TYPE_CHECKING:
    from detente.query import RecordedCorrection, RecordedEntry

_SHOWN = 5  # entries of one side of a judgement that are written out


def put_correction(sheet: Sheet, recorded: "RecordedCorrection") -> None:
    """Write a correction with the sentences that it speaks of."""
    made = recorded.correction
    when = f"{made.recorded_at:%Y-%m-%d %H:%M}"
    parts = (made.act.value, recorded.state.value, f"{made.reviewer}, {when}", made.reason)
    sheet.put((str(made.number), "bold"), f" · {' · '.join(filter(None, parts))}")
    if made.target is not None:
        sheet.put(f"correction {made.target}", indent=4)
    if recorded.article:
        head = recorded.article
        said = days(made.day) if made.day else made.outlet
        sheet.put(" · ".join(filter(None, (said, head.title or head.source))), indent=4)
    if recorded.beside:
        sheet.put(recorded.beside.title or recorded.beside.source, indent=4)
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
    now, read = recorded.now, recorded.read
    if now and recorded.state in (CorrectionState.OPEN, CorrectionState.OVERRULED):
        sheet.put(f"stands there now: {facts(now.entry)}", *identity(now.id), indent=4)
    if read and recorded.state is CorrectionState.CARRIED:
        sheet.put("read there now: ", *_told(recorded, read), *identity(read.id), indent=4)
    if recorded.offered:
        sheet.put(
            "the same words stand once in the newest version of the article; to say it of that one:",
            indent=4,
        )
        sheet.command(f"detente review carry {recorded.correction.number}", indent=4)


def _told(recorded: "RecordedCorrection", read: "RecordedEntry") -> tuple[str, ...]:
    """Write what is read otherwise than it was when the correction was made."""
    if not recorded.subjects:
        return (facts(read.entry),)
    return ("; ".join(changes(recorded.subjects[0].entry, read.entry)),)
