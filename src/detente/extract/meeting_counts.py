"""Which of several rounds is meant, and what talks are by the words around them: "the second", "two sessions of talks"."""

from detente.extract.meeting_form import ORDINALS
from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token

_ROUNDS = frozenset({"round", "session", "series", "stage", "phase"})
_ONE_OF = frozenset({*ORDINALS, "last", "latest", "one", "next", "other"})


def is_one_of_them(reading: Reading, token: Token) -> bool:
    """Read "the first of them took place on Monday", "the second was held in Rome": one of those spoken of."""
    if token.dep not in {"nsubj", "nsubjpass"} or not _is_counted(reading, token):
        return False
    table = load_table("meetings")
    verb = reading.tokens[token.head]
    if "take place" in reading.verb_forms(verb.i) or verb.lemma in {"hold", "convene"}:
        dated = bool(reading.times_of(verb.i)) or reading.place_of(verb.i) is not None
        if dated and reading.has(token.i, {"the"}, "det"):
            return True
    happens = verb.lemma in table["happen"].words or verb.lemma in table["hold"].words
    of = [p for p in reading.children(token.i, "prep") if p.lemma == "of"]
    return happens and any(
        o.text.lower() in {"them", "these", "those", "which"}
        for p in of
        for o in reading.children(p.i, "pobj")
    )


def _is_counted(reading: Reading, token: Token) -> bool:
    """Say whether a word counts those spoken of: "the second", "the last ones"."""
    ones = token.lemma == "one" and reading.has(token.i, _ONE_OF, "amod")
    return ones or token.text.lower() in _ONE_OF


def is_called_something(reading: Reading, verb: Token) -> bool:
    """Read "the talks were the only hope", which tells what they are and not that they were held."""
    table = load_table("meetings")
    names = reading.children(verb.i, "attr") if verb.lemma in {"be", "become"} else []
    held = table["noun"].words | _ONE_OF
    return bool(names) and not any(
        {t.lemma, t.text.lower()} & held or reading.times_of(t.i) for t in names
    )


def holds_talks(reading: Reading, noun: Token) -> bool:
    """Read "two sessions of talks"."""
    of = [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma == "of"
        for o in reading.children(p.i, "pobj")
    ]
    return any(o.text.lower() in {"talks", "negotiations", "consultations"} for o in of)


def counted_with(reading: Reading, noun: Token) -> tuple[Token, ...]:
    """Return a noun of meeting with what it counts or is counted by: "a round of talks" is one thing."""
    above = reading.tokens[noun.head]
    over = reading.tokens[above.head]
    counts = noun.dep == "pobj" and above.lemma == "of" and over.lemma in _ROUNDS
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "of"]
    below = [o for p in of for o in reading.children(p.i, "pobj")] if noun.lemma in _ROUNDS else []
    talks = load_table("meetings")["talks"].words
    return (noun, *([over] if counts else []), *(t for t in below if t.lemma in talks))


def dep_of_count(reading: Reading, noun: Token) -> str:
    """Return what "the first" is to its verb in "opened the first of three rounds", else what the noun is."""
    above = reading.tokens[noun.head]
    counted = noun.dep == "pobj" and above.lemma == "of"
    first = reading.tokens[above.head]
    return first.dep if counted and first.text.lower() in _ONE_OF else noun.dep
