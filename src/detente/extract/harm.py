"""Whether people or things are told to be hurt, moved or freed, whoever they are and wherever it was."""

from detente.extract.event_nouns import of_which
from detente.extract.force import TRUCES, group_of
from detente.extract.incident_status import Core
from detente.extract.nominal_deeds import SPANS
from detente.extract.noun_roles import is_of_person
from detente.extract.reading import Reading
from detente.extract.tolls import counts_fallen
from detente.lexicon import load_table
from detente.model.annotation import Token

# These tell of an incident by whom or what they befall, even where nobody known does them.
_HARM = frozenset({"kill", "expel", "detain", "destroy", "mobilize", "relief"})
_LOSSES = frozenset({"damage", "destruction", "casualty", "loss", "devastation"})
_DEATHS = frozenset({"death", "injury", "casualty"})
_FORCES = frozenset({"force", "compel", "oblige"})
_STRUCK = frozenset({"near", "in", "around", "at", "on", "inside"})


def tells_of_harm(reading: Reading, core: Core) -> bool:
    """Say whether people or things are told to be hurt, moved or freed, whoever they are."""
    if core.trigger.text.lower() in load_table("incidents")["closed"].words:
        return True
    if counts_fallen(reading, core.trigger) or _is_there(reading, core):
        return True
    whole = of_which(reading, core.trigger)
    if whole.lemma in SPANS:  # "three months of shelling"
        return True
    if (
        core.trigger.lemma in _DEATHS
        and core.head.lemma in load_table("incidents")["found dead"].words
    ):
        return _are_counted(reading, core.trigger)  # "dozens of deaths were reported"
    if core.head.lemma in load_table("incidents")["befall"].words:  # "six people died"
        return bool(reading.children(core.head.i, "nsubj"))
    return _harms_by_its_verb(reading, core)


def _harms_by_its_verb(reading: Reading, core: Core) -> bool:
    group = group_of(reading, core.head)
    harmed = reading.children(core.head.i, "nsubjpass", "dobj")
    if core.head.pos == "VERB" and core.head.lemma in load_table("incidents")["suffer"].words:
        return core.trigger.lemma in _LOSSES
    if core.head.dep == "acl" and core.head.tag == "VBN" and group and group.name == "kill":
        return _are_counted(reading, reading.tokens[core.head.head])
    if core.head.lemma in {"flee", "shelter"} and not harmed:
        return _many_flee(reading, core.head)
    if group and group.name == "fight" and not harmed:
        return _fight_somewhere(reading, core.head)
    if group and group.name == "assault":
        return _hits(reading, core.head)
    if core.trigger.pos == "NOUN":
        return _is_told_of(reading, core)
    if any(t.lemma in TRUCES for t in harmed):  # "the ceasefire was violated 14 times"
        return True
    return bool(group and group.name in _HARM and (harmed or _gets_in(reading, core)))


def _gets_in(reading: Reading, core: Core) -> bool:
    """Read "aid began to trickle back into the territory"."""
    table = load_table("incidents")
    subject = reading.subject(core.head.i)
    moved = subject is not None and subject.lemma in table["mover"].words
    return moved and core.head.lemma in table["go in"].words


def _is_told_of(reading: Reading, core: Core) -> bool:
    """Read "clashes erupted", "battles go on", "her son's release"."""
    if is_of_person(reading, core.trigger):
        return True
    table = load_table("incidents")
    if core.head.pos != "VERB":
        return False
    there_is = of_which(reading, core.trigger).dep == "attr" and bool(
        reading.children(core.head.i, "expl")
    )
    breaks_out = there_is or core.head.lemma in table["break out"].words
    return breaks_out and core.trigger.lemma not in table["standing noun"].words


def _many_flee(reading: Reading, verb: Token) -> bool:
    """Read "65,000 people had fled", "most fled", "hundreds were forced to shelter in schools"."""
    above = reading.tokens[verb.head]
    moved = reading.children(verb.i, "nsubj")
    if not moved and verb.dep == "xcomp" and above.lemma in _FORCES:
        moved = reading.children(above.i, "nsubjpass", "dobj")
    return any(_are_counted(reading, t) for t in moved)


def _are_counted(reading: Reading, noun: Token) -> bool:
    """Read "74 people", "dozens of children"."""
    quantities = load_table("incidents")["quantity"].words
    above = reading.tokens[noun.head]
    of = noun.dep == "pobj" and above.lemma == "of"
    counted = [noun, reading.tokens[above.head]] if of else [noun]
    return bool(reading.children(noun.i, "nummod")) or any(t.lemma in quantities for t in counted)


def _fight_somewhere(reading: Reading, verb: Token) -> bool:
    """Read "soldiers are fighting on a southern front"."""
    subject = reading.subject(verb.i)
    armed = load_table("incidents")["armed"].words
    where = reading.children(verb.i, "prep")
    return subject is not None and subject.lemma in armed and bool(where)


def _hits(reading: Reading, verb: Token) -> bool:
    """Read "the school was hit", "a missile struck the school", "air strikes hit near the town"."""
    table = load_table("incidents")
    # "appears to have been hit" has its subject above
    if reading.children(verb.i, "nsubjpass", "auxpass"):
        return True
    fired = table["weapon"].words | table["noun"].words
    if not any(t.lemma in fired for t in reading.children(verb.i, "nsubj")):
        return False
    near = [p for p in reading.children(verb.i, "prep") if p.lemma in _STRUCK]
    return bool(reading.children(verb.i, "dobj") or near)


def _is_there(reading: Reading, core: Core) -> bool:
    """Read "there has been a rise in attacks on hospitals"."""
    whole = of_which(reading, core.trigger)
    verb = reading.tokens[whole.head]
    there = whole.dep == "attr" and bool(reading.children(verb.i, "expl"))
    standing = load_table("incidents")["standing noun"].words
    return there and core.trigger.lemma not in standing and whole is not core.trigger
