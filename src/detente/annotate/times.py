"""Dates in a text, resolved by the tense of the clause that they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.dates import Tense, find_times, resolve
from detente.model.annotation import Sentence, TimeMention, Token
from detente.model.document import Rejection
from detente.model.when import DateRange

_FUTURE_VERBS = frozenset({"will", "shall", "'ll", "wo"})
_DUE = frozenset({"due", "schedule", "slate", "plan", "set", "expect", "aim", "hope", "intend"})
# Verbs whose infinitive tells what is so: "began to shell on Monday"; others' looks ahead.
_COMES_TRUE = frozenset(
    {
        "begin",
        "continue",
        "start",
        "manage",
        "seem",
        "appear",
        "happen",
        "fail",
        "refuse",
        "help",
        "come",
    }
)
_PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class _Clock:
    """What a relative date is reckoned from."""

    published: DateRange | None
    context: DateRange | None  # the last date of the paragraph
    before: DateRange | None  # the last date of the paragraphs before


def find_time_mentions(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    published: DateRange | None,
) -> tuple[TimeMention, ...]:
    """Find the dates of each sentence; the last exact one is the context of the next."""
    found: list[TimeMention] = []
    context: DateRange | None = None
    paragraph, before = -1, None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            # a paragraph on 1994 gives no year to the next, but "two months later" counts on from it
            paragraph, before, context = sentence.paragraph, context or before, None
        clock = _Clock(published, context, before)
        for mention in _in_sentence(text, tokens, sentence, clock):
            found.append(mention)
            if mention.when is not None and _is_told(mention.when, published):
                context = mention.when
    return tuple(found)


def _is_told(when: DateRange, published: DateRange | None) -> bool:
    """Say whether a date is of what the text looks back on: a plan is no context for what follows."""
    latest = published.end if published else None
    return latest is None or (when.start is not None and when.start <= latest)


def _in_sentence(
    text: str, tokens: Sequence[Token], sentence: Sentence, clock: _Clock
) -> list[TimeMention]:
    mentions = []
    context = clock.context
    for expression in find_times(text[sentence.start : sentence.end]):
        start, end = sentence.start + expression.start, sentence.start + expression.end
        inside = [t for t in tokens[sentence.first : sentence.last] if start <= t.start < end]
        if not inside:
            continue
        head = next((t for t in inside if not start <= tokens[t.head].start < end), inside[0])
        tense = tense_at(tokens, head.i)
        answer = resolve(expression, anchor=clock.published, tense=tense, context=context)
        if isinstance(answer, Rejection) and clock.before and not context:
            answer = resolve(expression, anchor=clock.published, tense=tense, context=clock.before)
        rejected = isinstance(answer, Rejection)
        when = None if isinstance(answer, Rejection) else answer
        context = when if when and _is_told(when, clock.published) else context
        mentions.append(
            TimeMention(
                start,
                end,
                when,
                head.i,
                open_start=_is_since(tokens, inside[0].i),
                ahead=tense is Tense.FUTURE,
                rejection=answer if isinstance(answer, Rejection) and rejected else None,
            )
        )
    return mentions


def _is_since(tokens: Sequence[Token], first: int) -> bool:
    return "since" in {t.text.lower() for t in tokens[max(0, first - 1) : first + 1]}


def tense_at(tokens: Sequence[Token], i: int) -> Tense:
    """Read the tense off the verb that governs token ``i``."""
    verb = _governor(tokens, i)
    if verb is None:
        return Tense.UNKNOWN
    helpers = [t for t in tokens[max(0, verb.i - 6) : verb.i] if t.head == verb.i]
    words = {t.text.lower() for t in helpers if t.dep in {"aux", "auxpass"}}
    is_due = verb.lemma in _DUE and verb.tag in {"VBN", "JJ", "VBZ", "VBP"}
    if is_due or words & _FUTURE_VERBS:
        return Tense.FUTURE
    if verb.tag == "VB" and any(t.text.lower() == "to" for t in helpers):
        above = tokens[verb.head]
        return tense_at_verb(above) if above.lemma in _COMES_TRUE else Tense.FUTURE
    if verb.tag in _PAST_TAGS or words & {"had", "has", "have", "was", "were"}:
        return Tense.PAST
    return Tense.UNKNOWN


def tense_at_verb(verb: Token) -> Tense:
    """Read the tense off a verb alone."""
    return Tense.PAST if verb.tag in _PAST_TAGS else Tense.UNKNOWN


def _governor(tokens: Sequence[Token], i: int) -> Token | None:
    seen = 0
    while seen < 25:
        token = tokens[i]
        if token.pos in {"VERB", "AUX"} or (token.pos == "ADJ" and token.lemma in _DUE):
            return token
        if token.head == i:
            return None
        i, seen = token.head, seen + 1
    return None
