"""One deed that two verbs tell: "shot down two and hit three", "targeted and killed him", "a raid hit it, killing two"."""

from detente.extract.force import group_of, has_force
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, words_of
from detente.lexicon import load_table
from detente.model.annotation import Token

_BEFALL = frozenset({"assault", "kill", "destroy", "seize", "detain"})


def repeats(reading: Reading, verb: Token) -> bool:
    """Say whether a verb goes on with what the verb above tells: "shot down two and hit three"."""
    above = reading.tokens[verb.head]
    joined = verb.dep == "conj" and not _is_another_deed(reading, verb, above)
    trailing = verb.dep == "advcl" and verb.tag == "VBG"
    if trailing and (told := _told_by(reading, above, verb)):
        above = told
    to_come = {"will", "would", "wo"} & {t.text.lower() for t in reading.children(verb.i, "aux")}
    if to_come and not to_come & reading.auxiliaries(above.i):
        return False  # "has resumed its strikes and will step up the campaign"
    if not (joined or trailing) or (reading.times_of(verb.i) and reading.times_of(above.i)):
        return False
    if above.pos != "VERB":
        return False
    group = group_of(reading, above)
    if joined and group and group.name in _BEFALL and _shares_object(reading, verb, above):
        return above.tag == "VBG" and repeats(reading, above)
    told_above = group is not None and has_force(reading, above, group)
    if group and told_above and group.name == "relief":
        return False  # each thing freed, lifted or sent back is one of its own
    nouns = load_table("incidents")["noun"].words
    actors = reading.children(above.i, "dobj", "nsubjpass", "nsubj")
    return told_above or bool(words_of(reading, actors) & nouns)


def _told_by(reading: Reading, saying: Token, verb: Token) -> Token | None:
    """Return the verb that "a raid hit the camp, the army said, killing two" goes on with."""
    if saying.lemma not in load_table("speech")["say"].words or verb.i < saying.i:
        return None
    said = [t for t in reading.children(saying.i, "ccomp") if t.i < saying.i]
    return said[-1] if said else None


def is_told_next(reading: Reading, verb: Token) -> bool:
    """Say whether the verb joined behind tells of the deed with whom it befell: "targeted and killed him"."""
    group = group_of(reading, verb)
    if group is None or group.name not in _BEFALL:
        return False
    return any(
        group_of(reading, t) is not None and _shares_object(reading, t, verb)
        for t in reading.children(verb.i, "conj")
        if t.pos == "VERB" and not reading.children(t.i, "nsubj")
    )


def _shares_object(reading: Reading, verb: Token, above: Token) -> bool:
    """Read "targeted and killed the commander": the second verb has whom the first befalls."""
    own = reading.children(above.i, "dobj", "nsubjpass", "prep", "agent")
    return not own and bool(reading.children(verb.i, "dobj"))


def _is_another_deed(reading: Reading, verb: Token, above: Token) -> bool:
    """Say whether another side does it, or it is done elsewhere: "X freed ten and Y freed two"."""
    if not reading.children(verb.i, "nsubj", "nsubjpass"):
        return False
    if (place := reading.place_of(verb.i)) and reading.place_of(above.i) != place:
        return True
    if _have_subjects_of_their_own(reading, verb, above):
        return True
    mine, before = agent_side(reading, verb.i), agent_side(reading, above.i)
    return bool(mine and before) and not {r.id for r in mine} & {r.id for r in before}


def _have_subjects_of_their_own(reading: Reading, verb: Token, above: Token) -> bool:
    """Read "troops advanced and air strikes killed two": each verb has its own subject and tells what it did."""
    mine, before = reading.children(verb.i, "nsubj"), reading.children(above.i, "nsubj")
    return bool(mine and before and reading.children(verb.i, "dobj"))
