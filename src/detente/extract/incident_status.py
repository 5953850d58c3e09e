"""Whether an incident happened, goes on, is denied, or is threatened."""

from dataclasses import dataclass

from detente.extract.event_nouns import of_which
from detente.extract.force import group_of
from detente.extract.going_on import goes_on
from detente.extract.nominal_deeds import has_lasted
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent_side
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
_INTENDED = frozenset({"plan", "threaten", "threat", "about"})
_FORCE = frozenset({"assault", "fight", "kill", "seize", "destroy", "mobilize", "retaliate"})
_TO_COME = frozenset({"will", "would", "wo", "shall", "can", "could", "may", "might"})
_DRIFT = frozenset(
    {"slip", "slide", "plunge", "spiral", "descend", "drift", "fall", "sink", "return"}
)
_DENIALS = frozenset({"deny", "denial", "refute", "reject", "dismiss", "false", "report", "truth"})


@dataclass(frozen=True, slots=True)
class Core:
    """The words that tell of an incident: the head of the clause that is the evidence, and what names the deed."""

    head: Token  # of the clause that is the evidence
    trigger: Token
    plover: str


def status_of(reading: Reading, core: Core) -> IncidentStatus | None:
    """Return whether an incident happened, goes on, is denied or threatened; nothing where it is none of these."""
    how = _reality_of(reading, core)
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
    return (
        IncidentStatus.ONGOING
        if goes_on(reading, core.head, core.trigger)
        else IncidentStatus.HAPPENED
    )


def _reality_of(reading: Reading, core: Core) -> Reality:
    """Return how real a deed is; one that is told with its day, or spoken of as known, is."""
    how = reality(reading, core.head.i)
    if how in _TOLD_OF and _has_its_day(reading, core):
        return Reality.ACTUAL  # "demanded the return to what was before the October 25 coup"
    if how is Reality.DENIED and core.head is core.trigger and _is_spoken_of(reading, core.trigger):
        return Reality.ACTUAL  # "no group claimed responsibility for Monday's attack"
    if how in _TOLD_OF and _is_held_still(reading, core.head):
        return Reality.ACTUAL  # "demanded the release of the hostages still held"
    return how


def _is_spoken_of(reading: Reading, noun: Token) -> bool:
    """Say whether a noun tells of a deed as known, which nobody denies: "there was no word on the attack"."""
    if noun.pos != "NOUN":
        return False
    known = reading.has(noun.i, {"the", "this", "these"}, "det") or reading.children(noun.i, "poss")
    above = [reading.tokens[j].lemma for j in reading.doc.ancestors(noun.i)]
    return bool(known) and not set(above) & _DENIALS


def _is_held_still(reading: Reading, verb: Token) -> bool:
    """Say whether people are said by the way to be held still: nobody asks or hopes for that."""
    group = group_of(reading, verb)
    still = verb.dep == "acl" and reading.has(verb.i, {"still"}, "advmod")
    return still and group is not None and group.name == "detain"


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
    if is_urged(reading, core.head) or reading.has(core.head.i, {"how"}, "advmod"):
        return False
    table = load_table("incidents")
    peril = table["peril"].words
    over = [reading.tokens[j] for j in reading.doc.ancestors(core.head.i)][:3]
    if any(t.lemma in peril and reading.has(t.i, {"no"}, "det") for t in over):
        return False  # "there were no plans to storm the city"
    above = [t.lemma for t in over]
    moves_in = core.head.lemma in table["move in"].words  # "is poised to advance on the town"
    blows = table["waged"].words | {"attack", "strike", "airstrike", "war"}
    strikes = reading.has(core.head.i, blows, "dobj")  # "is preparing to launch strikes"
    if (
        group and group.name in _NO_THREAT and not (moves_in or strikes)
    ):  # planned or threatened in so many words, or nothing
        return bool(set(above) & _INTENDED) and group.name == "mobilize"
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
    if reading.auxiliaries(verb.i) & (_TO_COME | {"to", "should", "must"}) or is_never(
        reading, verb
    ):
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
    if whole.dep != "pobj":
        return False
    if above.lemma == "of" and ready.lemma == "ahead":  # "told to leave ahead of an attack"
        return reading.has(noun.i, {"a", "an"}, "det")
    plans = table["make ready"].words | {"preparation", "readiness"}
    return above.lemma == "for" and ready.lemma in plans
