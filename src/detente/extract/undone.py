"""Nouns of force that tell of no deed: the name of a war, what breaks a paper, an attack in words."""

from collections.abc import Sequence

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import TimeMention, Token
from detente.model.when import Precision

NAMED = frozenset({"war", "conflict"})


def is_attack_in_words(reading: Reading, noun: Token) -> bool:
    """Read "the speech contains attacks on us": a paper holds them."""
    verb = reading.tokens[noun.head]
    holders = reading.children(verb.i, "nsubj") if noun.dep == "dobj" else ()
    speech = load_table("speech")
    papers = speech["paper"].words | speech["text"].words
    return any(t.lemma in papers for t in holders)


def own_times(reading: Reading, noun: Token) -> Sequence[TimeMention]:
    """Return the days of a happening; "the war of 2020" and "of the statement of 2020" name no day of it."""
    times = [t for t in reading.times_of(noun.i) if not _is_of_paper(reading, noun, t)]
    times += [] if times else day_before_noun(reading, noun)
    if noun.lemma in NAMED:
        return [t for t in times if t.when and t.when.precision is not Precision.YEAR]
    return times


def day_before_noun(reading: Reading, noun: Token) -> list[TimeMention]:
    """Read "the October 25, 2021 military coup", of which the model makes two nouns."""
    first = min((t.i for t in reading.children(noun.i, "amod", "compound")), default=noun.i)
    start = reading.tokens[min(first, noun.i)].start
    before = [t for t in reading.doc.times if t.when and 0 <= start - t.end <= 1]
    return [t for t in before if not reading.text[t.end : start].strip()]


def _is_of_paper(reading: Reading, noun: Token, time: TimeMention) -> bool:
    speech = load_table("speech")
    papers = speech["paper"].words | load_table("stance")["offer"].words
    between: list[Token] = []
    for j in (time.token, *reading.doc.ancestors(time.token)):
        if j == noun.i:
            return any(t.lemma in papers for t in between)
        between.append(reading.tokens[j])
    return False
