"""Feelings that something stirs or meets with: "drew alarm", "was met with condemnation", "amid mounting worries"."""

from detente.extract.judges import feeling_of
from detente.extract.reading import Reading
from detente.extract.relevance import is_told_of_process, on_matter
from detente.extract.roles import people_or_sides, unique
from detente.extract.speakers import can_speak, speakers_of
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Sign

_WHOSE = frozenset({"among", "amongst", "from", "by", "in", "of"})


def by_stir(reading: Reading, noun: Token) -> tuple[Sign, Actors] | None:
    """Return how people take what happens, by a noun of feeling, and who they are."""
    table = load_table("assessment")
    if noun.pos != "NOUN" or noun.lemma not in table["feeling"].words:
        return None
    head = _verb_of_met(reading, noun) or _verb_of_stirring(reading, noun)
    if not (head or mounts(reading, noun)):
        return None
    here = reading.sentence(noun.i)
    if not (on_matter(reading, here.start, here.end) or is_told_of_process(reading, noun)):
        return None
    return feeling_of(noun), _whose(reading, noun, *([head] if head else []))


def mounts(reading: Reading, noun: Token) -> bool:
    """Read "amid growing concerns", "amid fears that", where no verb tells it."""
    table = load_table("assessment")
    feeling = noun.pos == "NOUN" and noun.lemma in table["feeling"].words
    amid = noun.dep == "pobj" and reading.tokens[noun.head].lemma in {"amid", "amidst"}
    grown = reading.has(noun.i, table["mounting"].words, "amod")
    return feeling and (amid or (grown and noun.dep in {"pobj", "dobj", "conj", "appos"}))


def _verb_of_met(reading: Reading, noun: Token) -> Token | None:
    """Read "was received with astonishment", "has been met with widespread condemnation"."""
    prep = reading.tokens[noun.head]
    verb = reading.tokens[prep.head]
    met = prep.lemma == "with" and verb.lemma in load_table("assessment")["take note"].words
    return verb if met and reading.children(verb.i, "auxpass") else None


def _verb_of_stirring(reading: Reading, noun: Token) -> Token | None:
    """Read "has caused alarm among officials"."""
    verb = reading.tokens[noun.head]
    stirs = noun.dep == "dobj" and verb.lemma in load_table("assessment")["stir"].words
    denied = reading.negated(verb.i) or reading.auxiliaries(verb.i) & {"to", "would", "could"}
    return verb if stirs and not denied else None


def _whose(reading: Reading, *heads: Token) -> Actors:
    """Return whose feeling it is: "among officials", "from the government"."""
    preps = [p for t in heads for p in reading.children(t.i, "prep") if p.lemma in _WHOSE]
    people = [o for p in preps for o in reading.children(p.i, "pobj")]
    found = [r for o in people for r in people_or_sides(reading, o.i)]
    unnamed = [r for o in people if can_speak(o) for r in speakers_of(reading, o.i)]
    return unique(found or unnamed)
