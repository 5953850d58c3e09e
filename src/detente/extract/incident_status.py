"""Whether an incident happened, goes on, is denied, or is threatened."""

from dataclasses import dataclass

from detente.extract.force import group_of
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import IncidentStatus

_UNREAL = frozenset({Reality.CONDITIONAL, Reality.DEMANDED, Reality.DENIED})
# What is announced of these is a plan under an agreement and no threat: "will release 32 servicemen".
_NO_THREAT = frozenset({"relief", "mobilize", "protest"})
_OPEN = frozenset({"ready", "prepared", "prepare", "poised", "poise"})
_FORCE = frozenset({"assault", "fight", "kill", "seize", "destroy", "mobilize", "retaliate"})
_TO_COME = frozenset({"will", "would", "wo", "shall", "can", "could", "may", "might"})
_STILL = frozenset({"is", "are", "'s", "'re", "has", "have"})
_GOING_ON = frozenset({"continue", "persist", "remain", "rage", "ongoing"})


@dataclass(frozen=True, slots=True)
class Core:
    """The words that tell of an incident: the head of the clause that is the evidence, and what names the deed."""

    head: Token  # of the clause that is the evidence
    trigger: Token
    plover: str


def status_of(reading: Reading, core: Core) -> IncidentStatus | None:
    """Return whether an incident happened, goes on, is denied or threatened; nothing where it is none of these."""
    how = reality(reading, core.head.i)
    if core.trigger.lemma == "threaten" and how is Reality.ACTUAL:
        return IncidentStatus.THREATENED
    if how is Reality.DENIED and reading.auxiliaries(core.head.i) & _TO_COME:
        return None  # "would not attack" denies nothing that happened
    if how is Reality.DENIED:
        denied = reading.has(core.head.i, {"not", "n't"}, "neg") or not reading.negated(core.head.i)
        return IncidentStatus.DENIED if denied else None
    if how in _UNREAL:
        return None
    if how in {Reality.FUTURE, Reality.WISHED, Reality.POSSIBLE}:
        return IncidentStatus.THREATENED if _is_threat(reading, core) else None
    return IncidentStatus.ONGOING if _goes_on(reading, core) else IncidentStatus.HAPPENED


def _is_threat(reading: Reading, core: Core) -> bool:
    """Say whether what is not yet real is planned or threatened, and not just a purpose or a fear."""
    group = group_of(reading, core.head)
    if group is None and core.head.i == core.trigger.i:
        return False
    table = load_table("incidents")
    peril = table["peril"].words
    above = [reading.tokens[j].lemma for j in reading.doc.ancestors(core.head.i)][:3]
    if group and group.name in _NO_THREAT:  # planned or threatened in so many words, or nothing
        return bool(set(above) & {"plan", "threaten", "threat"}) and group.name == "mobilize"
    if set(above) & _OPEN and group and group.name not in _FORCE:
        return False  # "is prepared to freeze its programme"
    helpers = reading.auxiliaries(core.head.i)
    if above and above[0] in table["aspect"].words:  # "will continue to shell"
        helpers |= reading.auxiliaries(reading.tokens[core.head.i].head)
    return bool(helpers & peril or set(above) & peril)


def _goes_on(reading: Reading, core: Core) -> bool:
    head = core.head
    still = reading.has(head.i, {"still"}, "advmod")
    if still or head.lemma in _GOING_ON or any(t.open_start for t in reading.times_of(head.i)):
        return True
    helpers = reading.auxiliaries(head.i)
    if head.tag == "VBG" and helpers & _STILL:  # "has been pounding"
        return True
    if {"is", "are"} & helpers and "being" in helpers:
        return True
    above = reading.tokens[head.head]
    dated = [t for t in reading.times_of(head.i) if t.when and not t.ahead]
    present = head.tag in {"VBZ", "VBP"} and not dated
    return present or (head.dep == "xcomp" and above.lemma in _GOING_ON)
