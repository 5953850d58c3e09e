"""Corrections, suggestions and agreement as plain JSON values."""

from dataclasses import asdict

from detente.export.answers import passage_shape
from detente.export.shapes import entry_shape
from detente.model.codec import Json, date_to_json, entry_to_json
from detente.query import (
    Agreed,
    Agreement,
    RecordedCorrection,
    RecordedEntry,
    Suggestion,
)


def correction_shape(recorded: RecordedCorrection) -> Json:
    """Write a correction with its state and the entries that it speaks of."""
    made = recorded.correction
    return {
        "number": made.number,
        "act": made.act.value,
        "state": recorded.state.value,
        "by": made.reviewer,
        "on": made.recorded_at.isoformat(),
        "reason": made.reason,
        "subjects": _entries(recorded.subjects),
        "result": _maybe(recorded.result),
        "others": _entries(recorded.others),
        "changes": changed_fields(recorded),
        "now": _maybe(recorded.now),
        "read": _maybe(recorded.read),
        "actor": made.actor,
        "meant": asdict(made.meant) if made.meant else None,
        "article": made.document,
        "day": date_to_json(made.day),
        "outlet": made.outlet,
        "beside": made.beside,
        "target": made.target,
        "offered": recorded.offered,
    }


def _entries(entries: tuple[RecordedEntry, ...]) -> list[Json]:
    return [entry_shape(e) for e in entries]


def _maybe(entry: RecordedEntry | None) -> Json | None:
    return entry_shape(entry) if entry else None


def changed_fields(recorded: RecordedCorrection) -> Json:
    """Return the fields that an edit changed, each with the value before and after."""
    if not recorded.subjects or recorded.result is None:
        return {}
    before, after = (entry_to_json(e.entry) for e in (recorded.subjects[0], recorded.result))
    names = sorted(n for n in {**before, **after} if before.get(n) != after.get(n))
    return {n: {"before": before.get(n), "after": after.get(n)} for n in names}


def suggestion_shape(suggestion: Suggestion) -> Json:
    """Write an entry that waits for a decision, in its paragraphs."""
    return {
        "entry": entry_shape(suggestion.recorded),
        "context": [passage_shape(p) for p in suggestion.context],
    }


def agreement_shape(found: Agreement) -> Json:
    """Write how far two reviewers agree."""
    return {
        "reviewers": [found.first, found.second],
        **_agreed(found.whole),
        "edited_alike": found.edited_alike,
        "kinds": {kind: _agreed(of) for kind, of in found.kinds},
        "differ": [
            {"entry": entry_shape(entry), found.first: one.value, found.second: other.value}
            for entry, one, other in found.differ
        ],
    }


def _agreed(of: Agreed) -> Json:
    return {"both": of.both, "agreed": of.agreed, "share": of.share, "kappa": of.kappa}
