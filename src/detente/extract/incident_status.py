"""Whether an incident happened, goes on, is denied, or is threatened."""

from dataclasses import dataclass

from detente.extract.event_nouns import of_which
from detente.extract.force import group_of
from detente.extract.nominal_deeds import carried_on, undergone
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.tolls import counts_fallen
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
    if how is Reality.DENIED and reading.auxiliaries(core.head.i) & (_TO_COME | {"to"}):
        return None  # "would not attack" denies nothing that happened
    if how is Reality.DENIED:
        denied = reading.has(core.head.i, {"not", "n't"}, "neg") or not reading.negated(core.head.i)
        return IncidentStatus.DENIED if denied else None
    if how in _UNREAL:
        return None
    if how in {Reality.FUTURE, Reality.WISHED, Reality.POSSIBLE}:
        return IncidentStatus.THREATENED if _is_threat(reading, core) else None
    if is_to_come(reading, core.trigger):
        return IncidentStatus.THREATENED
    return IncidentStatus.ONGOING if _goes_on(reading, core) else IncidentStatus.HAPPENED


def _is_threat(reading: Reading, core: Core) -> bool:
    """Say whether what is not yet real is planned or threatened, and not just a purpose or a fear."""
    group = group_of(reading, core.head)
    if group is None and core.head.i == core.trigger.i:
        return False
    if group is None and not _is_undertaken(reading, core):
        return False
    table = load_table("incidents")
    peril = table["peril"].words
    above = [reading.tokens[j].lemma for j in reading.doc.ancestors(core.head.i)][:3]
    moves_in = core.head.lemma in table["move in"].words  # "is poised to advance on the town"
    if (
        group and group.name in _NO_THREAT and not moves_in
    ):  # planned or threatened in so many words, or nothing
        return bool(set(above) & {"plan", "threaten", "threat"}) and group.name == "mobilize"
    if set(above) & _OPEN and group and group.name not in _FORCE:
        return False  # "is prepared to freeze its programme"
    helpers = reading.auxiliaries(core.head.i)
    if above and above[0] in table["aspect"].words:  # "will continue to shell"
        helpers |= reading.auxiliaries(reading.tokens[core.head.i].head)
    return bool(helpers & peril or set(above) & peril)


def _is_undertaken(reading: Reading, core: Core) -> bool:
    """Say whether a verb tells that a deed will be done: "will launch a raid"; "would mark the end" does not."""
    whole = of_which(reading, core.trigger)
    if core.trigger.tag == "VBG" and whole.dep == "nsubj":
        return False
    begins = load_table("incidents")["break out"].words | load_table("incidents")["aspect"].words
    return whole.dep in {"dobj", "nsubjpass", "pobj"} or core.head.lemma in begins


def is_to_come(reading: Reading, noun: Token) -> bool:
    """Read "a planned offensive", "an invasion is imminent", "gearing up for an assault"."""
    if noun.pos != "NOUN":
        return False
    table = load_table("incidents")
    words, whole = table["to come"].words, of_which(reading, noun)
    above = reading.tokens[whole.head]
    if reading.has(noun.i, words, "amod"):
        return True
    if whole.dep in {"nsubj", "nsubjpass"} and above.lemma in {"be", "seem", "look", "appear"}:
        return reading.has(above.i, words, "acomp")
    ready = reading.tokens[above.head]
    return whole.dep == "pobj" and above.lemma == "for" and ready.lemma in table["make ready"].words


def _goes_on(reading: Reading, core: Core) -> bool:
    head = core.head
    if counts_fallen(reading, core.trigger):
        return False
    if head.pos == "NOUN":
        return _is_going_on(reading, head)
    still = reading.has(head.i, {"still"}, "advmod")
    then = head.dep == "advcl" and head.tag == "VBD"  # "when ties were cut, as war raged"
    lasts = head.lemma in _GOING_ON and not then
    if still or lasts or any(t.open_start for t in reading.times_of(head.i)):
        return True
    dated = [t for t in reading.times_of(head.i) if t.when and not t.ahead]
    if _lasts_by_its_form(reading, head, dated=bool(dated)):
        return True
    if head.i != core.trigger.i and not dated and _is_state(reading, core):
        return True
    present = head.tag in {"VBZ", "VBP"} and not dated
    return present or (head.dep == "xcomp" and reading.tokens[head.head].lemma in _GOING_ON)


def _is_going_on(reading: Reading, noun: Token) -> bool:
    """Read "the current bombardment", "amid the shelling"."""
    lasting = reading.has(noun.i, load_table("incidents")["going on"].words, "amod")
    amid = noun.dep == "pobj" and reading.tokens[noun.head].lemma in {"amid", "amidst"}
    return lasting or amid


def _lasts_by_its_form(reading: Reading, verb: Token, *, dated: bool) -> bool:
    """Read "is shelling", "has been shelling", "were attacking", "is being shelled", "trucks are looted"."""
    helpers = reading.auxiliaries(verb.i)
    if verb.tag == "VBG":
        past = helpers & {"was", "were"} and not dated
        return bool(helpers & _STILL or past)
    if verb.tag != "VBN" or not helpers & {"is", "are"}:
        return False
    return "being" in helpers or not dated


def _is_state(reading: Reading, core: Core) -> bool:
    """Read "kept up its raids", "has resumed its strikes", "were under attack", "the war has killed"."""
    table = load_table("incidents")
    whole = of_which(reading, core.trigger)
    verb = core.head
    if undergone(reading, core.trigger) is verb:
        return verb.lemma in {"be", "remain", "stay", "live"}
    if carried_on(reading, whole) is verb:
        return True
    perfect = bool(reading.auxiliaries(verb.i) & {"has", "have"})
    return perfect and verb.lemma in table["break out"].words | {"continue", "begin", "start"}
