"""People taken, held and let go: "is being held in Gaza", "was taken from the kibbutz", "was freed on Monday"."""

from detente.extract.reading import Reading
from detente.extract.roles import agent_side
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token

_SOMEBODY = frozenset({"he", "she", "i", "him", "her", "me", "who"})
_NOBODY = frozenset({"it", "its", "itself"})
_PERSONS = frozenset({MentionKind.NAME, MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.UNNAMED})
_WHERE_HELD = frozenset({"in", "into", "from", "inside", "under", "to"})
_BY_WHAT = frozenset({"back", "up", "accountable", "responsible", "liable", "together", "hostage"})


def is_held(reading: Reading, verb: Token, objects: set[str], subjects: set[str]) -> bool:
    """Read "still holds 58 captives", "her son is held in Gaza", "eleven remain in detention"."""
    captives = load_table("incidents")["captive"].words
    if verb.lemma != "hold":
        return bool(subjects & captives) or in_captivity(reading, verb)
    if objects & captives:
        return True
    held = reading.children(verb.i, "nsubjpass")
    if verb.dep == "acl" and verb.tag == "VBN":
        held = [reading.tokens[verb.head]]
    if held and reading.has(verb.i, captives, "oprd", "advmod", "acomp"):
        return True  # "are held captive"
    called = reading.children(verb.i, "oprd", "xcomp") or reading.has(verb.i, _BY_WHAT)
    if not held or called:
        return False
    if in_captivity(reading, verb):
        return True
    by_somebody = bool(reading.children(verb.i, "agent") and agent_side(reading, verb.i))
    known = [t for t in held if is_person(reading, t) or _are_staff(reading, t)]
    named = any(t.pos != "PROPN" for t in known)
    return bool(known) and (named or by_somebody)


def _are_staff(reading: Reading, noun: Token) -> bool:
    """Read "13 of its staff", "eleven employees"."""
    of = [o for p in reading.children(noun.i, "prep") for o in reading.children(p.i, "pobj")]
    people = of if noun.pos == "NUM" else [noun]
    return any(t.lemma in {"staff", "personnel", "employee", "worker", "crew"} for t in people)


def in_captivity(reading: Reading, verb: Token) -> bool:
    """Read "remains in detention", "returned from captivity", "was held in a cell"."""
    words = load_table("incidents")["prison"].words
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma in _WHERE_HELD]
    return any(o.lemma in words for p in preps for o in reading.children(p.i, "pobj"))


def is_let_go(reading: Reading, verb: Token) -> bool:
    """Read "Noa Shapira was released", "two nurses were freed", "he returned from captivity"."""
    if verb.lemma == "return":
        return in_captivity(reading, verb)
    if verb.lemma not in {"release", "free", "rescue"}:
        return False
    return any(is_person(reading, t) for t in reading.children(verb.i, "dobj", "nsubjpass"))


def is_taken_away(reading: Reading, verb: Token) -> bool:
    """Read "was taken from the kibbutz", "were taken into custody"."""
    taken = [t for t in reading.children(verb.i, "nsubjpass") if is_person(reading, t)]
    if not taken:
        return False
    places = [p for p in reading.children(verb.i, "prep") if p.lemma == "from"]
    from_home = any(
        reading.place_at(o.i) or o.lemma in {"home", "house", "village", "kibbutz", "camp"}
        for p in places
        for o in reading.children(p.i, "pobj")
    )
    return from_home or in_captivity(reading, verb)


def is_person(reading: Reading, noun: Token) -> bool:
    """Say whether a noun means a person or people: a name of two words, "her son", "two nurses"."""
    folk = load_table("incidents")["folk"].words
    if noun.text.lower() in _SOMEBODY or noun.lemma in folk:
        return True
    mention = reading.mention(noun.i)
    if mention:
        return mention.kind in _PERSONS and noun.text.lower() not in _NOBODY
    named = any(t.pos == "PROPN" for t in reading.children(noun.i, "compound"))
    with_kin = any(t.lemma in folk for t in reading.children(noun.i, "conj"))
    return noun.pos == "PROPN" and (named or with_kin)
