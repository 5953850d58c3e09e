"""How likely or how near a good end is said to be: "hopes rose", "we are very close", "could help end the war"."""

from detente.extract.reading import Reading
from detente.extract.relevance import stands_in_process
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Sign

_AHEAD = frozenset({"will", "would", "could", "can", "may", "might", "'ll"})
_BE = frozenset({"be", "remain", "look", "appear", "seem", "become", "stay", "get", "grow"})
_HERE = frozenset({"here", "there", "now"})


def by_prospect(reading: Reading, token: Token) -> Sign | None:
    """Read what makes a good end likelier or less likely, in a clause on the process."""
    sign = (
        _by_size(reading, token, "prospect", "grows", "shrinks")
        or _by_size(reading, token, "gap", "small", "large")
        or _by_size(reading, token, "standing", "grows", "shrinks")
        or _by_size(reading, token, "weight", "shrinks", "grows")
        or _by_nearness(reading, token)
        or _by_help(reading, token)
        or _by_making(reading, token)
        or _by_early_word(reading, token)
    )
    return sign if sign and stands_in_process(reading, token) else None


def _by_size(reading: Reading, noun: Token, of: str, good: str, bad: str) -> Sign | None:
    """Read "hopes for a truce rose", "the prospects of a deal are bleak", "the gaps are still wide"."""
    if noun.pos != "NOUN" or noun.lemma not in load_table("assessment")[of].words:
        return None
    verb = reading.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubjpass"} or reading.auxiliaries(verb.i) & _AHEAD:
        return None
    said_of = {t.lemma for t in reading.children(verb.i, "acomp", "oprd", "attr", "prt")}
    words = {verb.lemma} | (said_of if verb.lemma in _BE else set())
    words |= {t.lemma for t in reading.children(verb.i, "xcomp")}  # "has continued to grow"
    return _turned(reading, verb, _sign_of(words, good, bad))


def _by_nearness(reading: Reading, token: Token) -> Sign | None:
    """Read "we are very close", "the sides are nearly there", said of no place."""
    verb = reading.tokens[token.head]
    if verb.lemma != "be" or token.dep not in {"acomp", "advmod"}:
        return None
    nearly = reading.has(token.i, {"nearly", "almost"}, "advmod") or reading.has(
        verb.i, {"nearly", "almost"}, "advmod"
    )
    if token.lemma != "close" and not (token.lemma in _HERE and nearly):
        return None
    if reading.children(token.i, "prep") or not reading.said_by(token.start, token.end):
        return None
    subject = reading.subject(verb.i)
    table = load_table("assessment")
    sides = subject is not None and (
        subject.text.lower() in {"we", "they"} or subject.lemma in table["matter"].words
    )
    never_so = reading.has(token.i, {"so", "as", "this"}, "advmod")  # "have never been so close"
    return (Sign.GOOD if never_so else _turned(reading, verb, Sign.GOOD)) if sides else None


def _by_help(reading: Reading, verb: Token) -> Sign | None:
    """Read "the move could help revive the talks", "would contribute to stability": no person's promise."""
    table = load_table("assessment")
    if verb.pos != "VERB" or verb.lemma not in {"help", "contribute"}:
        return None
    subject = reading.subject(verb.i)
    if subject is None or subject.pos not in {"NOUN", "PRON"} or reading.actors(subject.i):
        return None
    if subject.text.lower() in {"we", "i", "he", "she", "they", "you", "who"}:
        return None
    if not reading.auxiliaries(verb.i) & _AHEAD:
        return None
    done = reading.children(verb.i, "xcomp", "ccomp")
    ends = [o for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pobj")]
    good = any(t.lemma in table["help to"].words for t in done)
    good = good or any(t.lemma in table["matter"].words | table["good thing"].words for t in ends)
    return _turned(reading, verb, Sign.GOOD) if good else None


def _by_making(reading: Reading, verb: Token) -> Sign | None:
    """Read "will only make things worse", "makes it harder to reach them", "made a deal more likely"."""
    if verb.pos != "VERB" or verb.lemma != "make":
        return None
    made = reading.children(verb.i, "ccomp", "oprd", "acomp")
    words = {w for t in made for w in (t.text.lower(), *_more(reading, t))}
    return _turned(reading, verb, _sign_of(words, "makes good", "makes bad"))


def _more(reading: Reading, word: Token) -> list[str]:
    """Return "difficult" as it stands behind "more", and its contrary behind "less"."""
    return [word.lemma] if reading.has(word.i, {"more"}, "advmod") else []


def _by_early_word(reading: Reading, word: Token) -> Sign | None:
    """Read "it is too early to speak of a breakthrough"."""
    early = word.lemma == "premature" or (
        word.lemma in {"early", "soon"} and reading.has(word.i, {"too"}, "advmod")
    )
    if not early or word.dep not in {"acomp", "advmod"}:
        return None
    verb = reading.tokens[word.head]
    told = [*reading.children(word.i, "xcomp"), *reading.children(verb.i, "xcomp", "advcl")]
    table = load_table("assessment")
    good = table["good word"].words | table["deal"].words | table["prospect"].words
    inside = {reading.tokens[j].lemma for t in told for j in reading.doc.subtree(t.i)}
    return Sign.BAD if inside & good else None


def _sign_of(words: set[str], good: str, bad: str) -> Sign | None:
    table = load_table("assessment")
    if words & table[bad].words:
        return Sign.BAD
    return Sign.GOOD if words & table[good].words else None


def _turned(reading: Reading, verb: Token, sign: Sign | None) -> Sign | None:
    if sign is None or not reading.negated(verb.i):
        return sign
    return Sign.BAD if sign is Sign.GOOD else None
