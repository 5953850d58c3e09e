"""Words that judge how things go: phrases, lone words, the absence of a sign."""

from collections.abc import Sequence

from detente.extract.duties import has_yet
from detente.extract.judges import shares_object
from detente.extract.other_senses import has_other_sense
from detente.extract.reading import Reading
from detente.extract.relevance import is_told_of_process, stands_in_process
from detente.extract.rules import set_off_by
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Sign

_TURN = {Sign.GOOD: Sign.BAD, Sign.BAD: Sign.GOOD}
# "narrowed their remaining differences": articles and modifiers may stand inside a phrase
_GAP = 3
_BETWEEN = frozenset({"DET", "PRON", "ADJ", "ADV", "NUM", "NOUN", "AUX"})
# "this is a difficult moment": what these are called, the process is
_NAMES_OF_IT = frozenset(
    {"period", "time", "moment", "day", "week", "month", "thing", "news", "point", "situation",
     "position", "start", "beginning", "story", "picture", "reality", "truth", "year"}
)  # fmt: skip
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


def by_phrase(reading: Reading, token: Token) -> Sign | None:
    """Read a phrase that judges, in a clause on the process: "narrowed their differences"."""
    table = load_table("assessment")
    if token.lemma == "close" and _is_close(reading, token):
        return _turned(reading, token, Sign.GOOD, "good phrase")
    for name in ("good phrase", "bad phrase"):
        begun = table[name].begun_by(token.lemma, token.text.lower())
        near = _forms_near(reading, token.i, begun)
        if any(near.issuperset(p) and _matches(reading, token.i, p) for p in begun):
            if has_other_sense(reading, token):
                return None
            if stands_in_process(reading, token):
                return _turned(reading, token, Sign(table[name].traits["sign"]), name)
    return None


@set_off_by(lambda: load_table("assessment")["sign of it"].words)
def by_absence(reading: Reading, token: Token) -> Sign | None:
    """Read "sees no sign that they will meet", "there is not any prospect of a deal"."""
    group = load_table("assessment")["sign of it"]
    if token.pos != "NOUN":
        return None
    told = reading.children(token.i, "acl", "ccomp", "relcl") or [
        p for p in reading.children(token.i, "prep") if p.lemma == "of"
    ]
    verb = reading.tokens[token.head]
    governed = token.dep in {"dobj", "attr", "nsubj"} and verb.pos in {"VERB", "AUX"}
    absent = reading.has(token.i, {"no", "little", "scant", "few"}, "det", "amod") or (
        token.dep != "nsubj" and bool(reading.children(verb.i, "neg"))
    )
    near = stands_in_process(reading, token)
    return Sign(group.traits["sign"]) if told and governed and absent and near else None


@set_off_by(lambda: load_table("assessment")["good thing"].words)
def by_gift(reading: Reading, noun: Token) -> Sign | None:
    """Read "the truce brought months of calm", "offers some relief to the people"."""
    table = load_table("assessment")
    if noun.pos != "NOUN":
        return None
    top = noun
    while top.dep == "pobj" and reading.tokens[top.head].lemma == "of":  # "a measure of relief"
        top = reading.tokens[reading.tokens[top.head].head]
    verb = reading.tokens[top.head]
    brought = top.dep in {"dobj", "npadvmod"} and verb.lemma in table["bring"].words
    near = stands_in_process(reading, noun)
    return Sign.GOOD if brought and near and not reading.negated(verb.i) else None


def _is_close(reading: Reading, token: Token) -> bool:
    """Read "close to a deal", and not "close to the border"."""
    matter = load_table("assessment")["deal"].words
    ends = [o for p in reading.children(token.i, "prep") for o in reading.children(p.i, "pobj")]
    return any(t.lemma in matter for t in ends)


def _forms_near(
    reading: Reading, i: int, phrases: Sequence[tuple[str, ...]]
) -> frozenset[str] | set[str]:
    """Return the words among which a phrase must stand that begins here."""
    if not phrases:
        return frozenset()
    around = reading.tokens[i : i + max(map(len, phrases)) + _GAP]
    return {form for t in around for form in (t.lemma, t.text.lower())}


def _matches(reading: Reading, i: int, phrase: tuple[str, ...]) -> bool:
    """Find the words of a phrase in their order; modifiers may stand between them."""
    wanted = list(phrase)
    for token in reading.tokens[i : i + len(phrase) + _GAP]:
        if wanted and wanted[0] in {token.lemma, token.text.lower()}:
            wanted.pop(0)
        elif len(wanted) == len(phrase) or (wanted and token.pos not in _BETWEEN):
            return False
    return not wanted


def _judging() -> frozenset[str]:
    return load_table("assessment")["good word"].words | load_table("assessment")["bad word"].words


@set_off_by(_judging)
def by_word(reading: Reading, token: Token) -> Sign | None:
    """Read a word that judges when its clause is of the process: "the talks were constructive"."""
    table = load_table("assessment")
    for name in ("good word", "bad word"):
        group = table[name]
        if token.lemma not in group.words or token.dep not in _PREDICATIVE:
            continue
        if has_other_sense(reading, token):
            return None
        if name == "bad word" and token.pos == "VERB" and reading.negated(token.i):
            continue  # "the talks have not been disrupted"
        if name == "bad word" and (_charges(reading, token) or _is_by_the_way(reading, token)):
            continue
        if name == "good word" and token.pos == "VERB" and not _is_so(reading, token):
            continue  # "it would ease its blockade", "agreed to advance the talks"
        if _is_of_process(reading, token):
            return _turned(reading, token, Sign(group.traits["sign"]), name)
    return None


def _is_by_the_way(reading: Reading, token: Token) -> bool:
    """Read "left when the truce broke down", "threatened to leave", "in a devastating war": told beside the point."""
    above = reading.tokens[token.head]
    if token.pos == "VERB":
        threat = token.lemma == "threaten" and bool(reading.children(token.i, "xcomp"))
        return token.dep == "advcl" or threat
    return token.pos == "ADJ" and token.dep == "amod" and above.dep == "pobj"


def _charges(reading: Reading, token: Token) -> bool:
    """Say whether a deed is called a wrong, which charges who does it: "the strikes are unjustifiable"."""
    stance = load_table("stance")
    if token.lemma not in stance["wrong adjective"].words - stance["dismay"].words:
        return False
    above = reading.tokens[token.head]
    subjects = [above] if token.dep == "amod" else reading.children(above.i, "nsubj", "nsubjpass")
    deeds = load_table("incidents")["noun"].words | stance["act"].words
    return any(t.lemma in deeds for t in subjects)


def _is_so(reading: Reading, verb: Token) -> bool:
    """Say whether a verb tells what is or was, or what it is that helps: no plan and no aim."""
    helpers = reading.auxiliaries(verb.i)
    aside = verb.tag == "VBG" and verb.dep in {"advcl", "pcomp", "acl"}
    return not helpers & {"will", "would", "to", "could", "might", "may"} and not aside


def _is_of_process(reading: Reading, token: Token) -> bool:
    start, end = span_of(reading, token)
    matter = load_table("assessment")["matter"].words
    if token.dep == "amod" and reading.tokens[token.head].lemma not in matter:
        return _is_called_so(reading, token)
    near = [t for t in reading.tokens if start <= t.start < end and t.i != token.i]
    spoken_of = any(t.lemma in matter and t.pos in {"NOUN", "PROPN"} for t in near)
    spoken_of = spoken_of or _is_called_so(reading, token)
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


def _is_called_so(reading: Reading, token: Token) -> bool:
    """Read "it will be hard", said where the process stands near; to call an act a wrong is an accusation."""
    wrongs = load_table("stance")["wrong adjective"].words
    names_it = token.dep == "amod" and reading.tokens[token.head].dep == "attr"
    names_it = names_it and reading.tokens[token.head].lemma in _NAMES_OF_IT
    stands = token.dep in {"acomp", "oprd"} or names_it
    predicate = token.pos == "ADJ" and stands and token.lemma not in wrongs
    above = reading.tokens[token.head]
    open_yet = token.lemma in {"unlikely", "uncertain"} or "would" in reading.auxiliaries(above.i)
    return predicate and not open_yet and is_told_of_process(reading, token)


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
    if token.dep in {"nsubj", "nsubjpass"}:  # "progress has been slow", "a deal is unlikely"
        around += reading.children(above.i, "acomp", "oprd")
    denied = (
        any(t.lemma in turns or t.text.lower() in turns for t in around)
        or above.lemma in turns
        or any(has_yet(reading, t) for t in (token, above))
        or _is_out_of_reach(reading, token)
    )
    return _TURN[sign] if denied else sign


def _is_out_of_reach(reading: Reading, token: Token) -> bool:
    """Say whether those who would do it are not able to: "have not been able to bridge the gap"."""
    while token.dep in {"xcomp", "acomp"}:
        token = reading.tokens[token.head]
        if reading.negated(token.i):
            return True
    return False


def predicate(reading: Reading, token: Token) -> Token:
    """Return the predicate that judges; "it is hard to make progress" is judged as a whole."""
    while token.head != token.i and (token.pos not in {"VERB", "AUX"} or token.dep == "xcomp"):
        token = reading.tokens[token.head]
    return token


def span_of(reading: Reading, token: Token, *, with_content: bool = False) -> tuple[int, int]:
    """Return the clause that judges, with what is felt where that is a clause: "is pleased that ..."."""
    verb = predicate(reading, token)
    without: tuple[str, ...] = ("advcl", "parataxis", "conj", "relcl", "ccomp")
    if with_content and (token.i == verb.i or token.head == verb.i):
        without = tuple(dep for dep in without if dep != "ccomp")
    if shares_object(reading, verb):
        without = tuple(dep for dep in without if dep != "conj")
    return reading.passage(verb.i, without=without)
