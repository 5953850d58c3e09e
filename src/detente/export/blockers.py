"""Gates as plain JSON values."""

from collections.abc import Mapping

from detente.export.shapes import actor_shapes, entry_shape
from detente.model.codec import Json
from detente.model.gate import Freed, Gate, Voice
from detente.query import BlockersPage, RecordedEntry

Sentences = Mapping[str, RecordedEntry]


def blockers_shape(page: BlockersPage) -> Json:
    """Write what holds each track back, and what would be free."""
    answer = page.blockers
    return {
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "gates": [_gate(gate, page.sentences) for gate in answer.gates],
        "rings": [list(ring) for ring in answer.rings],
        "settled": list(answer.settled),
        "freed": [_freed(freed, page.sentences) for freed in answer.freed],
    }


def _gate(gate: Gate, sentences: Sentences) -> Json:
    because = sentences.get(gate.because) if gate.because else None
    return {
        "track": gate.track,
        "requires": gate.requires,
        "words": gate.words,
        "state": gate.state.value,
        "because": entry_shape(because) if because else None,
        "first": gate.first.isoformat() if gate.first else None,
        "last": gate.last.isoformat() if gate.last else None,
        "voices": [_voice(voice, sentences) for voice in gate.voices],
    }


def _voice(voice: Voice, sentences: Sentences) -> Json:
    return {
        "speaker": actor_shapes(voice.speaker),
        "first": voice.first.isoformat() if voice.first else None,
        "last": voice.last.isoformat() if voice.last else None,
        "reports": [entry_shape(sentences[n]) for n in voice.reports if n in sentences],
    }


def _freed(freed: Freed, sentences: Sentences) -> Json:
    return {
        "track": freed.track,
        "opened": [_gate(gate, sentences) for gate in freed.opened],
        "remain": [_gate(gate, sentences) for gate in freed.remain],
    }
