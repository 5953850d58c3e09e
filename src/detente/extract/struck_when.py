"""One deed told in two clauses: who was harmed, and behind it who struck: "were killed when a drone hit their bus"."""

from detente.extract.force import group_of, has_force
from detente.extract.reading import Reading
from detente.model.annotation import Token

_WHEN = frozenset({"when", "after", "as"})
_BLOWS = frozenset({"assault", "destroy", "fight", "outbreak"})
_HARM = frozenset({"kill", "destroy"})
_FALLS = frozenset({"die", "perish"})


def struck_when(reading: Reading, verb: Token) -> Token | None:
    """Return the verb of the blow behind a harm: "hit" of "were killed when a drone hit their bus"."""
    if not reading.children(verb.i, "nsubjpass") and verb.lemma not in _FALLS:
        return None
    group = group_of(reading, verb)
    if group is None or group.name not in _HARM:
        return None
    clauses = reading.children(verb.i, "advcl")
    return next((t for t in clauses if _is_blow(reading, t)), None)


def harms_before(reading: Reading, verb: Token) -> bool:
    """Say whether a blow is told in the clause behind the harm that it did."""
    above = reading.tokens[verb.head]
    return verb.dep == "advcl" and struck_when(reading, above) is verb


def _is_blow(reading: Reading, verb: Token) -> bool:
    above = reading.tokens[verb.head]
    if (
        verb.pos != "VERB"
        or verb.i < above.i
        or (reading.times_of(verb.i) and reading.times_of(above.i))
    ):
        return False
    group = group_of(reading, verb)
    told = reading.has(verb.i, _WHEN, "mark", "advmod") and group and group.name in _BLOWS
    return bool(told and group and has_force(reading, verb, group))
