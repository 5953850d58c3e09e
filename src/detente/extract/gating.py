"""Where one thing holds another: "unless", "only if", "hinges on", "in return for", "before it can"."""

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.barter import Gate, phrase_gates
from detente.extract.ends import ends
from detente.extract.musing import is_even, is_mere_order, is_musing, is_untrue, is_whether
from detente.extract.reading import Reading
from detente.extract.tying import ties
from detente.lexicon import load_table
from detente.model.annotation import Token

_MARKS = frozenset({"unless", "if", "before", "until", "once", "after", "while", "when"})
_FIRM = frozenset({"unless", "without"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_TO_COME = frozenset({"will", "wo", "would", "shall", "'ll"})
_DUTY = frozenset({"must", "should"})
_HARD = frozenset({"hard", "difficult", "impossible", "unthinkable", "unlikely", "pointless"})
_IDLE = frozenset({"stand", "sit", "watch", "look", "wait", "remain"})
_LENGTHS = frozenset({"time", "year", "month", "week", "day", "while", "decade", "hour", "minute"})


def gates(reading: Reading) -> Iterator[Gate]:
    """Find every place where one thing is said to hold another."""
    for end in ends(reading):
        yield Gate(end.gated[0], end.required[1], end.gated, end.required)
    for held, holds in (pair for token in reading.tokens for pair in ties(reading, token)):
        sides = (*held, *holds)
        yield Gate(min(sides), max(sides), held, holds)
    yield from _by_words(reading)


def _by_words(reading: Reading) -> Iterator[Gate]:
    for token in reading.tokens:
        lower = token.text.lower()
        if token.lemma in {"hinge", "depend", "contingent", "conditional", "dependent", "rest"}:
            yield from _hinge(reading, token)
        elif lower in {"without"} and token.dep in {"prep", "mark"}:
            main = _governor(reading, reading.tokens[token.head])
            if (
                _cannot_do_without(reading, main)
                and not is_even(reading, token)
                and not _is_untold(reading, token)
            ):
                yield from _around(reading, token, main, token)
        elif lower in _MARKS and token.dep in {
            "mark",
            "prep",
            "advmod",
        }:
            yield from _clause_gate(reading, token)
        elif lower == "should" and token.dep == "aux":
            yield from _inverted(reading, token)
        elif lower in {"in", "as", "so", "on", "provided", "only"}:
            yield from phrase_gates(reading, token)
        elif token.lemma in {"precondition", "prerequisite"} and not _is_lacking(reading, token):
            sentence = reading.sentence(token.i)
            yield Gate(
                *reading.trim(sentence.start, sentence.end),
                (token.end, sentence.end),
                (sentence.start, token.start),
            )


def _inverted(reading: Reading, should: Token) -> Iterator[Gate]:
    """Read "vowed an answer should the militia advance": the verb stands before its subject."""
    verb = reading.tokens[should.head]
    subjects = reading.children(verb.i, "nsubj", "nsubjpass")
    main = _governor(reading, reading.tokens[verb.head])
    while main.pos not in {"VERB", "AUX"} and main.head != main.i:  # "vowed an answer should ..."
        main = reading.tokens[main.head]
    if verb.dep in {"advcl", "acl"} and subjects and should.i < subjects[0].i and main.i != verb.i:
        yield from _around(reading, should, main, verb)


def _cannot_do_without(reading: Reading, main: Token) -> bool:
    """Say whether what lacks something cannot be: "ended without a deal" tells what is, and binds nothing."""
    hard = {t.lemma for t in reading.children(main.i, "acomp", "attr")} & _HARD
    refused = main.lemma in load_table("stance")["refusal verb"].words
    helpers = reading.auxiliaries(main.i) & {
        "will",
        "would",
        "wo",
    }  # "can do without" needs nothing
    return bool(hard or refused or helpers or reading.negated(main.i)) and main.tag != "VBG"


def _is_untold(reading: Reading, without: Token) -> bool:
    """Read "without detailing when", "without giving a date", which hold nothing."""
    telling = load_table("speech")["say"].words | load_table("speech")["detail"].words
    return any(t.lemma in telling for t in reading.children(without.i, "pcomp"))


def _is_lacking(reading: Reading, noun: Token) -> bool:
    """Read "without preconditions", "sets no precondition", which hold nothing."""
    above = reading.tokens[noun.head]
    return above.lemma == "without" or reading.has(noun.i, {"no", "any"}, "det")


def _hinge(reading: Reading, token: Token) -> Iterator[Gate]:
    """Read "progress hinged on the border": the subject is held by what follows "on"."""
    subject = reading.subject(token.i)
    after = [p for p in reading.children(token.i, "prep") if p.i > token.i]
    preps = [p for p in after if p.lemma in {"on", "upon"}]  # "the law upon which peace depends"
    if not subject or not preps:
        return
    last = max(reading.doc.subtree(preps[0].i))
    gated = _span_of(reading, subject)
    required = (preps[0].end, reading.tokens[last].end)
    yield Gate(min(gated[0], token.start), required[1], gated, required)


def _clause_gate(reading: Reading, mark: Token) -> Iterator[Gate]:
    verb = reading.tokens[mark.head] if mark.dep in {"mark", "advmod"} else mark
    main = _governor(reading, reading.tokens[verb.head])
    if main.i == verb.i or verb.dep not in {"advcl", "prep", "pcomp", "ccomp"}:
        return
    if mark.dep == "advmod" and mark.i > verb.i and mark.lemma in {"before", "after"}:
        return  # "as I have said before"
    lower = mark.text.lower()
    if lower in {"before", "until", "once", "after"} and not _binds(reading, mark, main, verb):
        return
    meanwhile = lower in {"while", "when"}
    if meanwhile and (mark.i < main.i or not _holds_meanwhile(reading, lower, main, verb)):
        return
    if is_even(reading, mark) or is_untrue(reading, main):
        return
    if mark.text.lower() == "if" and (
        is_whether(reading, mark, main) or is_musing(reading, main, verb)
    ):
        return
    for gate in _around(reading, mark, main, verb):
        refused = main.lemma in load_table("stance")["refusal verb"].words
        denied = refused or reading.negated(main.i)
        first_main = mark.text.lower() == "before" and not denied
        # "A must come before B": B is what is held
        held = replace(gate, bound=_waits(reading, mark))
        yield replace(held, gated=gate.required, required=gate.gated) if first_main else held


def _governor(reading: Reading, verb: Token) -> Token:
    """Climb from a joined or infinitive verb to the one that carries duty or denial."""
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        if verb.dep == "conj" and reading.children(verb.i, "nsubj", "nsubjpass"):
            return verb  # "fighting went on, and a truce was not possible while it did"
        verb = reading.tokens[verb.head]
    return verb


def _holds_meanwhile(reading: Reading, lower: str, main: Token, verb: Token) -> bool:
    """Read "a truce is not possible while the raids go on", "talks can resume when they leave"."""
    helpers = reading.auxiliaries(main.i)
    now = verb.tag in {"VBZ", "VBP", "VBG"} or bool(
        reading.auxiliaries(verb.i) & {"has", "have", "are", "is"}
    )
    told = bool(reading.said_by(main.start, main.end)) and main.tag == "VBD"
    now = now or (
        told and verb.tag == "VBD" and lower == "while"
    )  # "was not possible while they fought"
    if lower == "when":
        return now and bool(helpers & {"can", "could"}) and not reading.negated(main.i)
    called = {t.lemma for t in reading.children(main.i, "acomp", "attr")}
    open_yet = bool(helpers & (_TO_COME | _POSSIBLE)) or "possible" in called
    denied = reading.negated(main.i) or bool(called & _HARD)
    idle = main.lemma in _IDLE  # "will not stand by while they starve" holds nothing
    return denied and not idle and (open_yet or bool(called & _HARD))


def _waits(reading: Reading, mark: Token) -> bool:
    """Read "until", "before", "only after": what is told waits for the other."""
    only = mark.i > 0 and reading.tokens[mark.i - 1].text.lower() in {"only", "not"}
    return only or mark.text.lower() in {"until", "before", "unless"}


def _binds(reading: Reading, mark: Token, main: Token, verb: Token) -> bool:
    """Say whether "before", "until", "once", "after" bind and do not merely order.

    They bind what must, will or can be, what is denied, refused, demanded or promised, and what the clause
    below says can be only then: "before the demarcation can begin".
    """
    helpers = reading.auxiliaries(main.i)
    only = reading.tokens[mark.i - 1].text.lower() in {"only", "not"} if mark.i else False
    put_back = only and bool(
        helpers & {"could", "would"}
    )  # "could be signed only after it changed"
    refused = main.lemma in load_table("stance")["refusal verb"].words and main.tag == "VBD"
    put_back = put_back or (refused and mark.text.lower() in {"before", "until"})
    if verb.tag == "VBD" and not reading.auxiliaries(verb.i) & _POSSIBLE and not put_back:
        return False
    lasts = {t.lemma for t in reading.children(main.i, "attr", "npadvmod")} & _LENGTHS
    if lasts or main.lemma in _LENGTHS:  # "it will be a long time before they recover"
        return False
    told = main.tag == "VBD" or bool(helpers & {"was", "were", "had"})
    if only and told and not refused and not helpers & (_TO_COME | _POSSIBLE):
        return False  # "it was let in only after a search"
    if reading.auxiliaries(verb.i) & _POSSIBLE:
        return True
    if mark.text.lower() == "before" and is_mere_order(reading, mark, main):
        return False
    if mark.text.lower() in {"after", "once"}:
        to_come = bool(helpers & (_TO_COME | _POSSIBLE)) or _is_pledged(main)
        return (to_come or only) and (mark.dep != "prep" or only)
    return (
        bool(helpers & (_TO_COME | _POSSIBLE | _DUTY))
        or _sets_terms(reading, main)
        or _is_pledged(main)
        or reading.negated(main.i)
    )


def _sets_terms(reading: Reading, main: Token) -> bool:
    if main.lemma == "have" and not reading.children(main.i, "xcomp"):
        return False  # "the strength that it had before the war"
    table = load_table("stance")
    groups = ("refusal verb", "demand verb", "demand verb with object", "must")
    return any(main.lemma in table[g].words for g in groups)


def _is_pledged(main: Token) -> bool:
    table = load_table("stance")
    groups = ("pledge verb", "readiness verb", "pledge noun", "readiness adjective")
    return main.lemma == "agree" or any(main.lemma in table[g].words for g in groups)


def _around(reading: Reading, mark: Token, main: Token, below: Token) -> Iterator[Gate]:
    """Split a sentence into the clause that is held and the one that holds it."""
    inside = sorted({mark.i, *reading.doc.subtree(below.i), *_rest_of_list(reading, mark, below)})
    opening = _opening(reading, main)
    if mark.i < opening:  # all between the mark and the main clause belongs to what is required
        inside = list(range(mark.i, opening))
    required = (mark.end, reading.tokens[inside[-1]].end)
    if required[1] <= required[0]:
        return
    span = set(inside)
    start, end = reading.clause(main.i, without=("parataxis",))
    rest = [j for j in reading.doc.subtree(main.i) if j not in span]
    if not rest:
        return
    before = [j for j in rest if j < inside[0]]
    after = [j for j in rest if j > inside[-1]]
    kept = sorted(before if len(before) >= len(after) else after)
    if len(kept) < 2:
        return
    gated = (reading.tokens[kept[0]].start, reading.tokens[kept[-1]].end)
    firm = mark.text.lower() in _FIRM
    yield Gate(min(start, mark.start), max(end, required[1]), gated, required, firm)


def _rest_of_list(reading: Reading, mark: Token, below: Token) -> Iterator[int]:
    """Give what else must come: "before the border is drawn, links are opened and trust grows"."""
    last = max(reading.doc.subtree(below.i))
    if mark.i > below.i or last + 1 >= len(reading.tokens) or reading.tokens[last + 1].text != ",":
        return
    sentence = reading.sentence(mark.i)
    for verb in reading.tokens[last + 2 : sentence.last]:
        subjects = reading.children(verb.i, "nsubj", "nsubjpass")
        if not subjects or min(reading.doc.subtree(subjects[0].i)) != last + 2:
            continue
        joined = [t for t in reading.children(verb.i, "conj") if reading.children(t.i, *_LED)]
        own = (t.text.lower() for t in reading.children(verb.i, "cc"))
        if joined and "and" in own and verb.dep in {"conj", "ccomp", "advcl"}:
            yield from (j for j in reading.doc.subtree(verb.i) if j > last)
        return


_LED = ("nsubj", "nsubjpass")  # a clause of its own


def _opening(reading: Reading, main: Token) -> int:
    """Return the first token of a clause's subject, or its verb."""
    subjects = reading.children(main.i, "nsubj", "nsubjpass", "expl", "csubj")
    return min((j for s in subjects for j in reading.doc.subtree(s.i)), default=main.i)


def _span_of(reading: Reading, token: Token) -> tuple[int, int]:
    inside = sorted(reading.doc.subtree(token.i))
    return reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end
