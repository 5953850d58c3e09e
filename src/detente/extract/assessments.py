"""Assessments: a speaker or the outlet judges how the process or a track goes."""

from collections.abc import Iterator
from functools import cache

from detente.extract.judges import judged_by, judgement, shares_object, sized_up_by, voiced_by
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality, wishes
from detente.extract.relevance import stands_in_courtesy
from detente.extract.when import is_long_over
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Assessment, Entry, Plover, Sign

_NOT_JUDGED = frozenset({Reality.DEMANDED, Reality.CONDITIONAL, Reality.WISHED})
_TURN = {Sign.GOOD: Sign.BAD, Sign.BAD: Sign.GOOD}
# "narrowed their remaining differences": articles and modifiers may stand inside a phrase
_GAP = 3
_BETWEEN = frozenset({"DET", "PRON", "ADJ", "ADV", "NUM", "NOUN"})
# the groups of assessment.toml whose words can make an assessment
_JUDGING = frozenset(
    {
        "good phrase",
        "bad phrase",
        "good word",
        "bad word",
        "good judgement",
        "bad judgement",
        "feeling",
        "sign of it",
        "warn",
    }
)
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
    triggers = _triggers()
    for token in reading.tokens:
        if token.lemma not in triggers and token.text.lower() not in triggers:
            continue
        verb = _verb(reading, token)
        judged = judgement(reading, token, verb)
        signs = (s(reading, token) for s in (_by_phrase, _by_absence, _by_word))
        sign = judged[0] if judged else next(filter(None, signs), None)
        if sign is None or _is_unreal(reading, token, verb) or _is_due(reading, verb):
            continue
        if is_long_over(reading, verb.i) or stands_in_courtesy(reading, token.i):
            continue
        start, end = _span(reading, token, with_content=judged is not None)
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        said_by = by = reading.said_by(start, end)
        if judged:
            by = judged_by(reading, judged[1], said_by)
            said_by = said_by or voiced_by(token, judged[1])
        elif sizing := sized_up_by(reading, verb):
            by, said_by = sizing, said_by or sizing
        yield Assessment(
            document=reading.document_id,
            evidence=reading.evidence(start, end),
            said_by=said_by,
            by=by,
            sign=sign,
            plover=Plover("CONSULT", "assess"),
        )


def _is_unreal(reading: Reading, token: Token, verb: Token) -> bool:
    """Say whether it is wished, asked for or supposed: "vowed to make progress", "called him to condemn"."""
    current = token
    while current.i != verb.i and current.head != current.i:
        above = reading.tokens[current.head]
        infinitive = current.dep in {"xcomp", "ccomp"} and "to" in reading.auxiliaries(current.i)
        if infinitive and (_asks(above) or (wishes(above) and above.lemma not in _CAN)):
            return True
        current = above
    return reality(reading, verb.i) in _NOT_JUDGED


_CAN = frozenset({"able", "unable"})


def _asks(above: Token) -> bool:
    stance = load_table("stance")
    groups = (stance["demand verb"], stance["demand verb with object"])
    return above.pos == "VERB" and any(above.lemma in g.words for g in groups)


@cache
def _triggers() -> frozenset[str]:
    """Return the words that judge by themselves or begin a phrase that does."""
    groups = [g for name, g in load_table("assessment").groups.items() if name in _JUDGING]
    return frozenset(
        {w for g in groups for w in (*g.words, *(p[0] for p in g.phrases))} | {"close"}
    )


def _by_phrase(reading: Reading, token: Token) -> Sign | None:
    """Read a phrase that judges, in a clause on the process: "narrowed their differences"."""
    table = load_table("assessment")
    if token.lemma == "close" and _is_close(reading, token):
        return _turned(reading, token, Sign.GOOD, "good phrase")
    for name in ("good phrase", "bad phrase"):
        begun = table[name].begun_by(token.lemma, token.text.lower())
        if any(_matches(reading, token.i, phrase) for phrase in begun):
            here = reading.sentence(token.i)
            if _on_matter(reading, here.start, here.end) or _is_told_of_process(reading, token):
                return _turned(reading, token, Sign(table[name].traits["sign"]), name)
    return None


def _by_absence(reading: Reading, token: Token) -> Sign | None:
    """Read "sees no sign that they will meet", "there is not any prospect of a deal"."""
    group = load_table("assessment")["sign of it"]
    if token.lemma not in group.words or token.pos != "NOUN":
        return None
    told = reading.children(token.i, "acl", "ccomp", "relcl") or [
        p for p in reading.children(token.i, "prep") if p.lemma == "of"
    ]
    verb = reading.tokens[token.head]
    governed = token.dep in {"dobj", "attr", "nsubj"} and verb.pos in {"VERB", "AUX"}
    absent = reading.has(token.i, {"no", "little", "scant", "few"}, "det", "amod") or (
        token.dep != "nsubj" and bool(reading.children(verb.i, "neg"))
    )
    here = reading.sentence(token.i)
    near = _on_matter(reading, here.start, here.end) or _is_told_of_process(reading, token)
    return Sign(group.traits["sign"]) if told and governed and absent and near else None


def _is_close(reading: Reading, token: Token) -> bool:
    """Read "close to a deal", and not "close to the border"."""
    matter = load_table("assessment")["deal"].words
    ends = [o for p in reading.children(token.i, "prep") for o in reading.children(p.i, "pobj")]
    return any(t.lemma in matter for t in ends)


def _is_told_of_process(reading: Reading, token: Token) -> bool:
    """Say whether somebody speaks where the process stands near, whatever he names: "they are in grave danger"."""
    here = reading.sentence(token.i).index
    spoken = reading.said_by(token.start, token.end)
    return bool(spoken) and bool({here, here - 1} & reading.touched)


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
        if name == "bad word" and token.pos == "VERB" and reading.negated(token.i):
            continue  # "the talks have not been disrupted"
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
    predicate = token.pos == "ADJ" and token.dep in {"acomp", "oprd"} and token.lemma not in wrongs
    above = reading.tokens[token.head]
    open_yet = token.lemma in {"unlikely", "uncertain"} or "would" in reading.auxiliaries(above.i)
    return predicate and not open_yet and _is_told_of_process(reading, token)


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


def _span(reading: Reading, token: Token, *, with_content: bool = False) -> tuple[int, int]:
    """Return the clause that judges, with what is felt where that is a clause: "is pleased that ..."."""
    verb = _verb(reading, token)
    without: tuple[str, ...] = ("advcl", "parataxis", "conj", "relcl", "ccomp")
    if with_content and (token.i == verb.i or token.head == verb.i):
        without = tuple(dep for dep in without if dep != "ccomp")
    if shares_object(reading, verb):
        without = tuple(dep for dep in without if dep != "conj")
    return reading.passage(verb.i, without=without)
