"""Assessments: a speaker or the outlet judges how the process or a track goes."""

from collections.abc import Iterator

from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, people_or_sides
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Assessment, Entry, Plover, Sign

_NOT_JUDGED = frozenset({Reality.DEMANDED, Reality.CONDITIONAL, Reality.WISHED})
_TURN = {Sign.GOOD: Sign.BAD, Sign.BAD: Sign.GOOD}
# "narrowed their remaining differences": articles and modifiers may stand inside a phrase
_GAP = 3
_BETWEEN = frozenset({"DET", "PRON", "ADJ", "ADV", "NUM", "NOUN"})
_PREDICATIVE = frozenset(
    {
        "ROOT",
        "ccomp",
        "acomp",
        "attr",
        "advcl",
        "conj",
        "relcl",
        "xcomp",
        "parataxis",
        "dobj",
        "nsubj",
        "nsubjpass",
        "amod",
        "oprd",
        "pobj",
        "pcomp",
        "appos",
    }
)


def assessments(reading: Reading) -> Iterator[Entry]:
    """Find every passage that judges the process, at most one for a clause."""
    taken: list[tuple[int, int]] = []
    for token in reading.tokens:
        judges = _who_judges(reading, token)
        sign = judges[0] if judges else _by_phrase(reading, token) or _by_word(reading, token)
        verb = _verb(reading, token)
        if sign is None or reality(reading, verb.i) in _NOT_JUDGED or _is_due(reading, verb):
            continue
        start, end = _span(reading, token)
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        said_by = reading.said_by(start, end)
        by = said_by
        if judges:
            by, said_by = (
                _persons(reading, judges[1], said_by),
                said_by or _voiced(token, judges[1]),
            )
        yield Assessment(
            document=reading.doc.document.id,
            evidence=reading.evidence(start, end),
            said_by=said_by,
            by=by,
            sign=sign,
            plover=Plover("CONSULT", "assess"),
        )


def _who_judges(reading: Reading, token: Token) -> tuple[Sign, Actors] | None:
    """Read a word whose subject is the one that judges: "Ankara condemned", "is frustrated", "views it as a threat"."""
    table = load_table("assessment")
    verb = _verb(reading, token)
    if reading.negated(verb.i):
        return None
    for name in ("good judgement", "bad judgement"):
        active = token.pos == "VERB" and (
            bool(reading.children(token.i, "dobj", "nsubjpass")) or _shares_object(reading, token)
        )
        passive = bool(reading.children(token.i, "auxpass"))
        felt = token.dep in {"acomp", "oprd"} or (
            passive and token.text.lower() in table[name].words
        )
        if token.lemma in table[name].words or token.text.lower() in table[name].words:
            by = _judge(reading, verb, felt=felt) if active or felt else ()
            if by:
                return Sign(table[name].traits["sign"]), by
    if token.lemma in table["feeling"].words and reading.tokens[token.head].i == verb.i:
        voiced = verb.lemma in load_table("stance")["express"].words
        by = _judge(reading, verb, felt=False) if voiced and token.dep == "dobj" else ()
        if by:
            return Sign.GOOD if token.lemma in table["good word"].words else Sign.BAD, by
    seen = token.pos == "NOUN" and token.dep == "pobj" and reading.tokens[token.head].lemma == "as"
    if seen and verb.lemma in table["view"].words:
        for name in ("good word", "bad word"):
            by = _judge(reading, verb, felt=False)
            if by and token.lemma in table[name].words:
                return Sign(table[name].traits["sign"]), by
    return None


def _persons(reading: Reading, by: Actors, speakers: Actors) -> Actors:
    """Take the speaker for the "we" that stands for the speaker's side."""
    spoken_for = {reading.side_of(r).id for r in speakers}
    return speakers if spoken_for and {r.id for r in by} <= spoken_for else by


def _voiced(token: Token, by: Actors) -> Actors:
    """Return who stands behind a judgement: to condemn is to say so, to be worried is not."""
    aloud = token.pos == "VERB" and token.lemma in load_table("assessment")["aloud"].words
    return by if aloud else ()


def _judge(reading: Reading, verb: Token, *, felt: bool) -> Actors:
    """Return who judges, where that is a side or somebody of the profile."""
    subjects = reading.children(verb.i, "nsubj", "nsubjpass") if felt else []
    found = people_or_sides(reading, subjects[0].i) if subjects else agent(reading, verb.i)
    return tuple(r for r in found if r.listed or r.side)


def _by_phrase(reading: Reading, token: Token) -> Sign | None:
    """Read a phrase that judges, in a clause on the process: "narrowed their differences"."""
    table = load_table("assessment")
    if token.lemma == "close" and _is_close(reading, token):
        return _turned(reading, token, Sign.GOOD, "good phrase")
    for name in ("good phrase", "bad phrase"):
        begun = table[name].begun_by(token.lemma, token.text.lower())
        if any(_matches(reading, token.i, phrase) for phrase in begun):
            start, end = _span(reading, token)
            if _on_matter(reading, start, end):
                return _turned(reading, token, Sign(table[name].traits["sign"]), name)
    return None


def _is_close(reading: Reading, token: Token) -> bool:
    """Read "close to a deal", and not "close to the border"."""
    matter = load_table("assessment")["deal"].words
    ends = [o for p in reading.children(token.i, "prep") for o in reading.children(p.i, "pobj")]
    return any(t.lemma in matter for t in ends)


def _on_matter(reading: Reading, start: int, end: int) -> bool:
    matter = load_table("assessment")["matter"].words
    return any(
        t.lemma in matter and t.pos in {"NOUN", "PROPN"}
        for t in reading.tokens
        if start <= t.start < end
    )


def _matches(reading: Reading, i: int, phrase: tuple[str, ...]) -> bool:
    """Find the words of a phrase in their order; modifiers may stand between them."""
    wanted = list(phrase)
    for token in reading.tokens[i : i + len(phrase) + _GAP]:
        if wanted and wanted[0] in {token.lemma, token.text.lower()}:
            wanted.pop(0)
        elif len(wanted) == len(phrase) or (wanted and token.pos not in _BETWEEN):
            return False
    return not wanted


def _by_word(reading: Reading, token: Token) -> Sign | None:
    """Read a word that judges when its clause is of the process: "the talks were constructive"."""
    table = load_table("assessment")
    for name in ("good word", "bad word"):
        group = table[name]
        if (
            token.lemma in group.words
            and token.dep in _PREDICATIVE
            and _is_of_process(reading, token)
        ):
            return _turned(reading, token, Sign(group.traits["sign"]), name)
    return None


def _is_of_process(reading: Reading, token: Token) -> bool:
    start, end = _span(reading, token)
    matter = load_table("assessment")["matter"].words
    if token.dep == "amod" and reading.tokens[token.head].lemma not in matter:
        return False
    near = [t for t in reading.tokens if start <= t.start < end and t.i != token.i]
    spoken_of = any(t.lemma in matter and t.pos in {"NOUN", "PROPN"} for t in near)
    verb = reading.tokens[token.head]
    turns = load_table("assessment")["change"].words
    subject = token.dep in {"nsubj", "nsubjpass"}
    if subject and verb.lemma in turns and token.pos == "NOUN":
        return True
    weighty = load_table("assessment")["weighty noun"].words
    if token.lemma in weighty and (subject or token.dep in {"dobj", "attr", "appos"}):
        return spoken_of
    if token.dep == "amod" and token.pos == "VERB":  # "the stalled peace process"
        return True
    acts = token.pos == "VERB" and token.dep in {"conj", "advcl", "relcl", "xcomp", "parataxis"}
    judged = (
        token.dep in {"ROOT", "ccomp", "acomp", "attr", "oprd"}
        or acts
        or token.pos == "ADJ"
        or token.lemma == "progress"
    )
    return spoken_of and judged


def _turned(reading: Reading, token: Token, sign: Sign, name: str) -> Sign:
    """Turn a word where the clause denies it: "little progress", "averted a disaster"."""
    if not name.startswith("good"):
        averted = reading.tokens[token.head].lemma in load_table("assessment")["turns good"].words
        return _TURN[sign] if averted and token.dep in {"dobj", "nsubjpass"} else sign
    turns = load_table("assessment")["turns bad"].words
    around = [reading.tokens[c] for c in reading.doc.children[token.i]]
    above = reading.tokens[token.head]
    if name == "good phrase":
        around += reading.tokens[token.i + 1 : token.i + 1 + _GAP]
    around += [reading.tokens[c] for c in reading.doc.children[above.i] if c < token.i]
    denied = (
        any(t.lemma in turns or t.text.lower() in turns for t in around) or above.lemma in turns
    )
    return _TURN[sign] if denied else sign


def _is_due(reading: Reading, verb: Token) -> bool:
    """Say whether a thing is called necessary: that is asked for and not judged."""
    due = load_table("stance")["must"].words
    return any(t.lemma in due for t in reading.children(verb.i, "acomp"))


def _verb(reading: Reading, token: Token) -> Token:
    """Return the predicate that judges; "it is hard to make progress" is judged as a whole."""
    while token.head != token.i and (token.pos not in {"VERB", "AUX"} or token.dep == "xcomp"):
        token = reading.tokens[token.head]
    return token


def _span(reading: Reading, token: Token) -> tuple[int, int]:
    verb = _verb(reading, token)
    without: tuple[str, ...] = ("advcl", "parataxis", "conj", "relcl", "ccomp")
    if _shares_object(reading, verb):
        without = tuple(dep for dep in without if dep != "conj")
    return reading.passage(verb.i, without=without)


def _shares_object(reading: Reading, verb: Token) -> bool:
    """Read "welcomes and supports the truce": the object hangs from the last verb."""
    joined = [t for t in reading.children(verb.i, "conj") if t.pos == "VERB"]
    bare = verb.pos == "VERB" and not reading.children(verb.i, "dobj", "nsubjpass", "prep")
    return bare and any(
        reading.children(t.i, "dobj") and not reading.children(t.i, "nsubj") for t in joined
    )
