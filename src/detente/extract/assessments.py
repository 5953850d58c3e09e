"""Assessments: a speaker or the outlet judges how the process or a track goes."""

from collections.abc import Iterator
from functools import cache

from detente.extract.consequences import by_consequence
from detente.extract.gauges import by_absence, by_gift, by_phrase, by_word, predicate, span_of
from detente.extract.judges import judged_by, judgement, sized_up_by
from detente.extract.outcomes import by_outcome
from detente.extract.outlooks import by_label, by_outlook
from detente.extract.prospects import by_prospect
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality, wishes
from detente.extract.relevance import stands_in_courtesy
from detente.extract.roles import agent
from detente.extract.rules import FirstOf
from detente.extract.stirred import by_stir, mounts
from detente.extract.when import is_long_over
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Assessment, Entry, Plover

_SIGNS = FirstOf(
    by_phrase,
    by_absence,
    by_gift,
    by_word,
    by_outlook,
    by_outcome,
    by_prospect,
    by_consequence,
)
_NOT_JUDGED = frozenset({Reality.DEMANDED, Reality.CONDITIONAL, Reality.WISHED})
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
        "good thing",
        "backing",
        "hold true",
        "warn",
        "end badly",
        "face",
        "label",
        "bear fruit",
        "meet",
        "err",
        "prospect",
        "gap",
        "standing",
        "weight",
        "lead to",
        "bring about",
    }
)


def assessments(reading: Reading) -> Iterator[Entry]:
    """Find every passage that judges the process, at most one for a clause."""
    taken: list[tuple[int, int]] = []
    triggers = _triggers()
    for token in reading.tokens:
        if token.lemma not in triggers and token.text.lower() not in triggers:
            continue
        verb = predicate(reading, token)
        judged = (
            judgement(reading, token, verb)
            or by_label(reading, token, verb)
            or by_stir(reading, token)
        )
        sign = judged[0] if judged else _SIGNS(reading, token)
        if sign is None or _is_unreal(reading, token, verb) or _is_due(reading, verb):
            continue
        if is_long_over(reading, verb.i) or stands_in_courtesy(reading, token.i):
            continue
        start, end = span_of(reading, token, with_content=judged is not None)
        if mounts(reading, token):
            start, end = _phrase(reading, token)
        elif token.dep == "amod" and token.pos == "VERB":  # "the stalled talks in Geneva"
            start, end = _phrase(reading, reading.tokens[token.head])
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        said_by = by = reading.said_by(start, end)
        if judged:
            by = judged_by(reading, judged[1], said_by) or said_by
            said_by = said_by or judged[1]  # who fears or hopes has let it be known
        elif sizing := sized_up_by(reading, verb) or _cited_by(reading, verb):
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
    if reading.has(verb.i, _SUPPOSED, "mark") or _is_cleft(reading, verb):
        return True
    current = token
    while current.i != verb.i and current.head != current.i:
        above = reading.tokens[current.head]
        infinitive = current.dep in {"xcomp", "ccomp"} and "to" in reading.auxiliaries(current.i)
        if infinitive and (_asks(above) or (wishes(above) and above.lemma not in _CAN)):
            return True
        current = above
    return reality(reading, verb.i) in _NOT_JUDGED or _is_hoped(reading, verb)


def _cited_by(reading: Reading, verb: Token) -> Actors:
    """Return who gives it as a reason beside what is said: "called it off, citing deep differences"."""
    aside = verb.lemma == "cite" and verb.tag == "VBG" and verb.dep == "advcl"
    return agent(reading, verb.head) if aside else ()


def _is_hoped(reading: Reading, verb: Token) -> bool:
    """Read "hoped that the talks would create conditions", "urged steps that will ease tensions"."""
    if not reading.auxiliaries(verb.i) & {"will", "would", "could", "can"}:
        return False
    stance = load_table("stance")
    above = reading.tokens[verb.head]
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = reading.tokens[above.head]
    hopes = stance["hope verb"].words - {"expect"}
    inside = verb.dep in {"ccomp", "relcl", "acl"} and above.i != verb.i
    return inside and above.lemma in hopes | stance["demand verb"].words


def _phrase(reading: Reading, noun: Token) -> tuple[int, int]:
    inside = sorted(reading.doc.subtree(noun.i))
    return reading.trim(reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)


def _is_cleft(reading: Reading, verb: Token) -> bool:
    """Read "what is shocking is that", where the rest of the sentence tells it."""
    return verb.dep == "csubj" and any(
        t.text.lower() == "what" for t in reading.children(verb.i, "nsubj", "attr", "dobj")
    )


_SUPPOSED = frozenset({"if", "unless", "whether"})
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
        {w for g in groups for w in (*g.words, *(p[0] for p in g.phrases))}
        | {"close", "unable", "incapable", "powerless", "hold", "endure", "last"}
        | {"help", "contribute", "make", "here", "there", "premature", "early", "soon"}
        | load_table("stance")["wrong"].words
    )


def _is_due(reading: Reading, verb: Token) -> bool:
    """Say whether a thing is called necessary: that is asked for and not judged."""
    due = load_table("stance")["must"].words
    return any(t.lemma in due for t in reading.children(verb.i, "acomp"))
