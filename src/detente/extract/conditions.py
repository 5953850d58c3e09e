"""Conditions: one thing must come before, or hangs on, another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.extract.ends import ends
from detente.extract.reading import Reading
from detente.extract.roles import agent_side
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Condition, Entry, Plover

_BARTER = (
    "in return for",
    "in exchange for",
    "as long as",
    "so long as",
    "on condition that",
    "provided that",
    "only if",
    "as soon as",
    "only when",
    "only once",
)


# "as soon as possible" asks for haste and sets no terms.
_MOST = 0.8  # of what is required: a time by itself requires nothing
_MERE_WISH = re.compile(
    r"^(?:if )?(?:necessary|needed|possible|required|any|anything|so|not|you will|i may|asked)$|^(?:if )?(?:they|he|she|we|you|one) (?:wants?|wish(?:es)?|likes?|chooses?)(?: to| so)?$"
)
_HASTE = frozenset({"possible", "practicable", "feasible", "practical", "ever"})
_FIRM = frozenset({"unless", "without"})
_POSSIBLE = frozenset({"can", "could", "may", "might"})
_TO_COME = frozenset({"will", "wo", "would", "shall", "'ll"})
_DUTY = frozenset({"must", "should"})
_HARD = frozenset({"hard", "difficult", "impossible", "unthinkable", "unlikely", "pointless"})
# After these "if" means whether.
_DOUBTS = frozenset({"ask", "wonder", "know", "see", "say", "question", "be", "doubt", "decide"})


@dataclass(frozen=True, slots=True)
class _Gate:
    start: int
    end: int
    gated: tuple[int, int]
    required: tuple[int, int]
    firm: bool = False  # the words alone make a condition: "unless"


def conditions(reading: Reading) -> Iterator[Entry]:
    """Find every passage that makes one thing of the process hang on another."""
    taken: list[tuple[int, int]] = []
    for gate in (_within_voice(reading, g) for g in _gates(reading)):
        gates = reading.tracks.find(reading.text[slice(*gate.gated)])
        requires = reading.tracks.find(reading.text[slice(*gate.required)])
        spoken_of = gates or requires or gate.firm or reading.tracks.find(_sentence(reading, gate))
        asked = _sentence(reading, gate).rstrip(" \"'”’").endswith("?")
        if (
            _is_mere_time(reading, gate)
            or asked
            or not spoken_of
            or any(a < gate.end and gate.start < b for a, b in taken)
        ):
            continue
        taken.append((gate.start, gate.end))
        start, end = reading.trim(*gate.required)
        yield Condition(
            document=reading.document_id,
            evidence=reading.evidence(gate.start, gate.end),
            said_by=reading.said_by(gate.start, gate.end) or _whose_word(reading, gate),
            gates=gates or reading.track_ids(*gate.gated),
            requires=requires,
            requires_text=reading.text[start:end] or None,
            plover=Plover("DEMAND", "condition"),
        )


def _is_mere_time(reading: Reading, gate: _Gate) -> bool:
    """Say whether a time, a pointer or a bare wish should hold it: "until a week ago", "if they want to"."""
    start, end = reading.trim(*gate.required)
    words = reading.text[start:end].strip(" .,;").casefold()
    times = [t for t in reading.times_in(start, end) if t.end - t.start >= _MOST * (end - start)]
    if _MERE_WISH.search(words):
        return True
    return bool(times) or words in {"that", "this", "it", "then", "now"}


def _within_voice(reading: Reading, gate: _Gate) -> _Gate:
    """Cut a gate to what one voice says: "X, he said on Monday" ends before the comma."""
    at = gate.required[0]
    around = [v for v in reading.voices if v.start <= at < v.end]
    if not around:
        return gate
    voice = min(around, key=lambda v: v.end - v.start)

    def cut(span: tuple[int, int]) -> tuple[int, int]:
        start, end = max(span[0], voice.start), min(span[1], voice.end)
        return (start, end) if start < end else span

    start, end = cut((gate.start, gate.end))
    return _Gate(start, end, cut(gate.gated), cut(gate.required), gate.firm)


def _whose_word(reading: Reading, gate: _Gate) -> Actors:
    """Return who sets the condition where the outlet tells of a refusal or a demand: its agent."""
    table = load_table("stance")
    setting = table["refusal verb"].words | table["demand verb"].words
    for token in reading.tokens:
        if gate.start <= token.start < gate.end and token.pos == "VERB" and token.lemma in setting:
            return agent_side(reading, token.i)
    return ()


def _sentence(reading: Reading, gate: _Gate) -> str:
    around = next(s for s in reading.doc.sentences if s.start <= gate.start < s.end)
    return reading.text[around.start : around.end]


def _gates(reading: Reading) -> Iterator[_Gate]:
    for end in ends(reading):
        yield _Gate(end.gated[0], end.required[1], end.gated, end.required)
    for token in reading.tokens:
        lower = token.text.lower()
        if token.lemma in {"hinge", "depend", "contingent", "conditional", "dependent", "rest"}:
            yield from _hinge(reading, token)
        elif lower in {"without"} and token.dep in {"prep", "mark"}:
            main = _governor(reading, reading.tokens[token.head])
            if (
                _cannot_do_without(reading, main)
                and not _is_even(reading, token)
                and not _is_untold(reading, token)
            ):
                yield from _around(reading, token, main, token)
        elif lower in {"unless", "if", "before", "until", "once", "after"} and token.dep in {
            "mark",
            "prep",
            "advmod",
        }:
            yield from _clause_gate(reading, token)
        elif lower in {"in", "as", "so", "on", "provided", "only"}:
            yield from _phrase_gate(reading, token)
        elif token.lemma in {"precondition", "prerequisite"}:
            sentence = reading.sentence(token.i)
            yield _Gate(
                *reading.trim(sentence.start, sentence.end),
                (token.end, sentence.end),
                (sentence.start, token.start),
            )


def _cannot_do_without(reading: Reading, main: Token) -> bool:
    """Say whether what lacks something cannot be: "ended without a deal" tells what is, and binds nothing."""
    hard = {t.lemma for t in reading.children(main.i, "acomp", "attr")} & _HARD
    refused = main.lemma in load_table("stance")["refusal verb"].words
    helpers = reading.auxiliaries(main.i) & {"will", "can", "could", "would", "wo", "ca"}
    return bool(hard or refused or helpers or reading.negated(main.i)) and main.tag != "VBG"


def _is_untold(reading: Reading, without: Token) -> bool:
    """Read "without detailing when", "without giving a date", which hold nothing."""
    telling = load_table("speech")["say"].words | load_table("speech")["detail"].words
    return any(t.lemma in telling for t in reading.children(without.i, "pcomp"))


def _hinge(reading: Reading, token: Token) -> Iterator[_Gate]:
    """Read "progress hinged on the border": the subject is held by what follows "on"."""
    subject = reading.subject(token.i)
    after = [p for p in reading.children(token.i, "prep") if p.i > token.i]
    preps = [p for p in after if p.lemma in {"on", "upon"}]  # "the law upon which peace depends"
    if not subject or not preps:
        return
    last = max(reading.doc.subtree(preps[0].i))
    gated = _span_of(reading, subject)
    required = (preps[0].end, reading.tokens[last].end)
    yield _Gate(min(gated[0], token.start), required[1], gated, required)


def _clause_gate(reading: Reading, mark: Token) -> Iterator[_Gate]:
    verb = reading.tokens[mark.head] if mark.dep in {"mark", "advmod"} else mark
    main = _governor(reading, reading.tokens[verb.head])
    if main.i == verb.i or verb.dep not in {"advcl", "prep", "pcomp", "ccomp"}:
        return
    if mark.text.lower() in {"before", "until", "once", "after"} and not _binds(
        reading, mark, main, verb
    ):
        return
    if mark.text.lower() == "if" and (_is_whether(mark, main) or _is_even(reading, mark)):
        return
    for gate in _around(reading, mark, main, verb):
        first_main = mark.text.lower() == "before" and not reading.negated(main.i)
        # "A must come before B": B is what is held
        yield replace(gate, gated=gate.required, required=gate.gated) if first_main else gate


def _governor(reading: Reading, verb: Token) -> Token:
    """Climb from a joined or infinitive verb to the one that carries duty or denial."""
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    return verb


def _is_even(reading: Reading, mark: Token) -> bool:
    """Say whether "even if" or "not without" stands there, which bind nothing."""
    return mark.i > 0 and reading.tokens[mark.i - 1].text.lower() in {"even", "as", "not"}


def _is_whether(mark: Token, main: Token) -> bool:
    return main.lemma in _DOUBTS and mark.i > main.i


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
    if verb.tag == "VBD" and not reading.auxiliaries(verb.i) & _POSSIBLE and not put_back:
        return False
    if reading.auxiliaries(verb.i) & _POSSIBLE:
        return True
    if mark.text.lower() in {"after", "once"}:
        to_come = bool(helpers & (_TO_COME | _POSSIBLE)) or _is_pledged(main)
        return (to_come or only) and (mark.dep != "prep" or only)
    return (
        bool(helpers & (_TO_COME | _POSSIBLE | _DUTY))
        or _sets_terms(main)
        or reading.negated(main.i)
    )


def _sets_terms(main: Token) -> bool:
    table = load_table("stance")
    groups = ("refusal verb", "demand verb", "demand verb with object", "must")
    return any(main.lemma in table[g].words for g in groups)


def _is_pledged(main: Token) -> bool:
    table = load_table("stance")
    groups = ("pledge verb", "readiness verb", "pledge noun", "readiness adjective")
    return main.lemma == "agree" or any(main.lemma in table[g].words for g in groups)


def _around(reading: Reading, mark: Token, main: Token, below: Token) -> Iterator[_Gate]:
    """Split a sentence into the clause that is held and the one that holds it."""
    inside = sorted({mark.i, *reading.doc.subtree(below.i)})
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
    yield _Gate(min(start, mark.start), max(end, required[1]), gated, required, firm)


def _opening(reading: Reading, main: Token) -> int:
    """Return the first token of a clause's subject, or its verb."""
    subjects = reading.children(main.i, "nsubj", "nsubjpass", "expl", "csubj")
    return min((j for s in subjects for j in reading.doc.subtree(s.i)), default=main.i)


def _phrase_gate(reading: Reading, token: Token) -> Iterator[_Gate]:
    for phrase in _BARTER:
        words = tuple(phrase.split())
        here = reading.tokens[token.i : token.i + len(words)]
        if tuple(t.text.lower() for t in here) != words:
            continue
        sentence = reading.sentence(token.i)
        following = here[-1].i + 1
        if following >= sentence.last or reading.tokens[following].lemma in _HASTE:
            continue
        required = (here[-1].end, sentence.end)
        gated = (sentence.start, token.start)
        if gated[1] - gated[0] < 8:
            comma = reading.text.find(",", required[0], sentence.end)
            if comma < 0:
                continue
            required, gated = (required[0], comma), (comma, sentence.end)
        yield _Gate(*reading.trim(sentence.start, sentence.end), gated, required, firm=True)


def _span_of(reading: Reading, token: Token) -> tuple[int, int]:
    inside = sorted(reading.doc.subtree(token.i))
    return reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end
