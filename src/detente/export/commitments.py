"""Commitments with their outcome as plain JSON values."""

from detente.export.shapes import entry_shape, event_shape
from detente.model.codec import Json, date_to_json
from detente.query import FollowedCommitment


def commitment_shape(followed: FollowedCommitment) -> Json:
    """Write a commitment with all its mentions, what became of it, and the sentences that say so."""
    under = followed.undertaking
    event = event_shape(followed.commitment.event)
    return {
        "id": under.event,
        "outcome": under.outcome.value,
        "because": under.because,
        "due": date_to_json(under.due),
        "last_said": under.last_said.isoformat() if under.last_said else None,
        "silent_days": under.silent_days,
        "strength": event["status"],
        "event": event | {"reports": [entry_shape(r) for r in followed.commitment.reports]},
        "sentences": [entry_shape(r) for r in followed.sentences],
        "denials": [entry_shape(r) for r in followed.denials],
        "conditions": [entry_shape(r) for r in followed.conditions],
    }
