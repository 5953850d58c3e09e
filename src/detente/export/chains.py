"""Chains as plain JSON values."""

from dataclasses import asdict

from detente.export.shapes import actor_shapes
from detente.model.chain import Chain, Explanation, Stage
from detente.model.codec import Json, date_to_json


def chain_shape(chain: Chain) -> Json:
    """Write what was announced of a meeting, and what became of it."""
    return {
        "standing": chain.standing,
        "as_of": chain.as_of.isoformat() if chain.as_of else None,
        "stages": [_stage(stage) for stage in chain.stages],
    }


def _stage(stage: Stage) -> Json:
    return {
        "move": stage.move.value,
        "day": date_to_json(stage.day),
        "date": date_to_json(stage.date),
        "voices": actor_shapes(stage.voices),
        "backing": stage.backing.value,
        "reports": list(stage.reports),
        "explanations": [_explanation(why) for why in stage.explanations],
    }


def _explanation(why: Explanation) -> Json:
    return asdict(why) | {"speaker": actor_shapes(why.speaker)}
