"""Whether an incident happened, goes on, is denied, or is threatened."""

from dataclasses import dataclass

from detente.extract.event_nouns import of_which
from detente.extract.force import group_of
from detente.extract.nominal_deeds import carried_on, has_lasted, undergone
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent_side
from detente.extract.tolls import counts_fallen
from detente.extract.undone import is_past, own_times
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import IncidentStatus

_UNREAL = frozenset({Reality.CONDITIONAL, Reality.DEMANDED, Reality.DENIED})
_TOLD_OF = frozenset(
    {Reality.CONDITIONAL, Reality.DEMANDED, Reality.WISHED, Reality.FUTURE, Reality.POSSIBLE}
)
_OPENS_IF = frozenset({"if", "unless", "whether", "until"})
_MAY_COME = frozenset({Reality.ACTUAL, Reality.FUTURE, Reality.POSSIBLE})
# What is announced of these is a plan under an agreement and no threat: "will release 32 servicemen".
_NO_THREAT = frozenset({"relief", "mobilize", "protest", "violate"})
_OPEN = frozenset({"ready", "prepared", "prepare", "poised", "poise"})
_FORCE = frozenset({"assault", "fight", "kill", "seize", "destroy", "mobilize", "retaliate"})
_TO_COME = frozenset({"will", "would", "wo", "shall", "can", "could", "may", "might"})
_DRIFT = frozenset(
    {"slip", "slide", "plunge", "spiral", "descend", "drift", "fall", "sink", "return"}
)
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
    if how in _TOLD_OF and _has_its_day(reading, core):
        how = Reality.ACTUAL  # "demanded the return to what was before the October 25 coup"
    if core.plover == "THREATEN" and core.head is not core.trigger:
        return IncidentStatus.THREATENED if how in _MAY_COME else None
    if how is not Reality.ACTUAL and core.head is core.trigger and is_known(reading, core.trigger):
        return IncidentStatus.ONGOING  # "agreed to lift its 11-week blockade"
    if core.trigger.lemma == "threaten" and how is Reality.ACTUAL:
        return IncidentStatus.THREATENED
    if how is Reality.DENIED:
        return _denied(reading, core.head)
    if how in _UNREAL:
        return None
    if how in {Reality.FUTURE, Reality.WISHED, Reality.POSSIBLE}:
        return IncidentStatus.THREATENED if _is_threat(reading, core) else None
    if is_to_come(reading, core.trigger):
        return IncidentStatus.THREATENED
    return IncidentStatus.ONGOING if _goes_on(reading, core) else IncidentStatus.HAPPENED


def _has_its_day(reading: Reading, core: Core) -> bool:
    """Say whether a deed is told with a day that is over: it happened, whatever is asked or wished about it."""
    head, noun = core.head, core.trigger
    if noun.pos in {"NOUN", "PROPN"} and head is noun:
        none = reading.has(noun.i, {"no", "any"}, "det")
        return not none and any(is_past(reading, t) for t in own_times(reading, noun))
    if (
        head.tag != "VBD"
        or reading.negated(head.i)
        or reading.has(head.i, _OPENS_IF, "mark", "advmod")
    ):
        return False
    return any(is_past(reading, t) for t in reading.times_of(head.i))


def _is_threat(reading: Reading, core: Core) -> bool:
    """Say whether what is not yet real is planned or threatened, and not just a purpose or a fear."""
    group = group_of(reading, core.head)
    if group is None and core.head.i == core.trigger.i:
        return False
    if group and group.name == "kill" and not agent_side(reading, core.head.i):
        return False  # "children could die within days"
    if group is None and not _is_undertaken(reading, core):
        return False
    if is_urged(reading, core.head):
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


def is_urged(reading: Reading, verb: Token) -> bool:
    """Read "warned residents to evacuate", "warned the group against attacking": what another is told to do or leave."""
    above = reading.tokens[verb.head]
    if verb.dep == "pcomp":
        return above.lemma == "against"
    told = reading.children(above.i, "dobj")
    return verb.dep in {"xcomp", "ccomp"} and above.lemma == "warn" and bool(told)


def _is_undertaken(reading: Reading, core: Core) -> bool:
    """Say whether a verb tells that a deed will be done: "will launch a raid"; "would mark the end" does not."""
    whole = of_which(reading, core.trigger)
    if core.trigger.tag == "VBG" and whole.dep == "nsubj":
        return False
    if core.head.lemma in _DRIFT:
        return False  # "could slip back into conflict" is a fear
    begins = load_table("incidents")["break out"].words | load_table("incidents")["aspect"].words
    return whole.dep in {"dobj", "nsubjpass", "pobj"} or core.head.lemma in begins


def _denied(reading: Reading, verb: Token) -> IncidentStatus | None:
    """Return what a denial tells: "would not attack" denies nothing that happened."""
    if is_kept_out(reading, verb):
        return IncidentStatus.ONGOING
    if reading.auxiliaries(verb.i) & (_TO_COME | {"to"}) or is_never(reading, verb):
        return None
    denied = reading.has(verb.i, {"not", "n't"}, "neg") or not reading.negated(verb.i)
    return IncidentStatus.DENIED if denied else None


def is_known(reading: Reading, noun: Token) -> bool:
    """Say whether a noun tells of what is there whatever becomes of it: "its 11-week blockade"."""
    if noun.pos != "NOUN" or reading.has(noun.i, {"no", "any"}, "det"):
        return False
    imposed = load_table("incidents")["carry out"].words
    below = reading.children(noun.i, "relcl", "acl")
    if any(t.lemma in imposed and t.tag in {"VBD", "VBN"} for t in below):
        return True  # "to lift the sanctions that were imposed on the bank"
    return has_lasted(reading, noun, of_which(reading, noun))


def is_never(reading: Reading, verb: Token) -> bool:
    """Read "a sane country does not wage war": it denies no deed that somebody tells of."""
    doing = reading.auxiliaries(verb.i) & {"do", "does", "can", "ca", "never"}
    return bool(doing) and reading.has(verb.i, {"not", "n't"}, "neg")


def is_kept_out(reading: Reading, verb: Token) -> bool:
    """Read "no food has been allowed in since April": it is still kept out."""
    group = group_of(reading, verb)
    moved = reading.children(verb.i, "nsubj", "nsubjpass", "dobj")
    none = any(reading.has(t.i, {"no"}, "det") for t in moved)
    since = any(t.open_start for t in reading.times_of(verb.i))
    return group is not None and group.name == "relief" and none and since


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
    if _is_over(reading, head):
        return False
    if still or lasts or any(t.open_start for t in reading.times_of(head.i)):
        return True
    dated = [t for t in reading.times_of(head.i) if t.when and not t.ahead]
    if _lasts_by_its_form(reading, head, dated=bool(dated)):
        return True
    if head.i != core.trigger.i and not dated and _is_state(reading, core):
        return True
    present = head.tag in {"VBZ", "VBP"} and not dated
    return present or (head.dep == "xcomp" and reading.tokens[head.head].lemma in _GOING_ON)


def _is_over(reading: Reading, verb: Token) -> bool:
    """Read "the two men had been held since April", told of who is free; what was said "had been" may still be."""
    helpers = reading.auxiliaries(verb.i)
    return {"had", "been"} <= helpers and not reading.said_by(verb.start, verb.end)


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
