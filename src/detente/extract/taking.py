"""Verbs of many meanings that take land, put arms out of action, bring help or move forces."""

from detente.extract.captivity import is_person, is_taken_away
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, patient
from detente.lexicon import load_table
from detente.model.annotation import Token

RULED = frozenset(
    {"take", "knock", "eliminate", "neutralize", "neutralise", "kick", "throw", "bring", "operate"}
    | {"hover", "circle", "overfly"}
)
_HELD_GROUND = frozenset({"ground", "land", "position", "positions", "post", "height", "heights"})


def is_forceful(reading: Reading, verb: Token, objects: set[str]) -> bool | None:
    """Say whether a verb of ``RULED`` means an incident here; nothing where its phrase says enough."""
    table = load_table("incidents")
    parts = {t.text.lower() for t in reading.children(verb.i, "prt", "advmod")}
    match verb.lemma:
        case "take" if "out" in parts:
            return _puts_out(reading, verb, objects)
        case "take" if "dobj" in _phrase_of(reading, verb):
            return None  # "took control", "took hostages"
        case "take":
            return _takes_land(reading, verb, objects) or is_taken_away(reading, verb)
        case "knock" | "eliminate" | "neutralize" | "neutralise":
            return _puts_out(reading, verb, objects)
        case "kick" | "throw":
            return bool(agent_side(reading, verb.i) and patient(reading, verb.i))
        case "bring" if parts & {"back", "home"}:
            return bool(objects & (table["captive"].words | {"body", "remains"}))
        case "bring":
            return bool(objects & table["cargo"].words)
        case "operate":
            return _has_armed_subject(reading, verb) and reading.place_of(verb.i) is not None
        case _:
            return _has_armed_subject(reading, verb)


def _phrase_of(reading: Reading, verb: Token) -> set[str]:
    """Return by what a verb is made a phrase of the table: its object, or nothing."""
    table = load_table("incidents")
    phrases = {p for name in ("seize", "detain") for p in table[name].phrases}
    objects = reading.children(verb.i, "dobj", "oprd")
    return {"dobj" for t in objects if (verb.lemma, t.text.lower()) in phrases}


def _puts_out(reading: Reading, verb: Token, objects: set[str]) -> bool:
    """Read "took out the air defences", "eliminated dozens of fighters"."""
    table = load_table("incidents")
    known = table["taken out"].words | table["weapon"].words | table["armed"].words
    befallen = reading.children(verb.i, "dobj", "nsubjpass")
    return bool(objects & known) or any(is_person(reading, t) for t in befallen)


def _takes_land(reading: Reading, verb: Token, objects: set[str]) -> bool:
    """Read "took the town", "took rebel ground", "took over Raqqa"."""
    table = load_table("incidents")
    befallen = reading.children(verb.i, "dobj", "nsubjpass")
    if not (agent_side(reading, verb.i) or _has_armed_subject(reading, verb)):
        return False
    if objects & table["taken land"].words:
        return True
    if any((m := reading.mention(t.i)) and m.place for t in befallen):
        return True
    theirs = [c for t in befallen for c in reading.children(t.i, "amod", "compound", "poss")]
    of_foe = any(t.lemma in table["armed"].words or reading.mention(t.i) for t in theirs)
    return bool(objects & _HELD_GROUND) and of_foe


def _has_armed_subject(reading: Reading, verb: Token) -> bool:
    table = load_table("incidents")
    subject = reading.subject(verb.i)
    armed = table["armed"].words | table["weapon"].words
    return subject is not None and verb.dep != "acl" and subject.lemma in armed
