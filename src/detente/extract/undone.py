"""Nouns of force that tell of no deed: the name of a war, what breaks a paper, an attack in words."""

from collections.abc import Sequence

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import TimeMention, Token
from detente.model.when import Precision

NAMED = frozenset({"war", "conflict"})
_NEAR = 4  # characters: " on ", " in "


def is_attack_in_words(reading: Reading, noun: Token) -> bool:
    """Read "the speech contains attacks on us": a paper holds them."""
    verb = reading.tokens[noun.head]
    holders = reading.children(verb.i, "nsubj") if noun.dep == "dobj" else ()
    speech = load_table("speech")
    papers = speech["paper"].words | speech["text"].words
    harmed = verb.lemma in load_table("incidents")["suffer"].words  # "the site sustained damage"
    return not harmed and any(t.lemma in papers for t in holders)


def is_no_wreck(reading: Reading, noun: Token) -> bool:
    """Read "economic damage", "damage to the reputation of the mayor"."""
    if noun.lemma != "damage":
        return False
    table = load_table("incidents")
    to = [o for p in reading.children(noun.i, "prep") for o in reading.children(p.i, "pobj")]
    abstract = any(o.lemma in table["tame object"].words for o in to)
    return abstract or reading.has(noun.i, table["peaceful"].words, "amod", "compound")


def is_no_loss(reading: Reading, noun: Token) -> bool:
    """Say whether nothing tells that losses are of forces: "inflicted losses on three brigades" does."""
    if noun.lemma != "loss":
        return False
    verb = reading.tokens[noun.head]
    if noun.dep not in {"dobj", "nsubjpass"} or noun.tag != "NNS":
        return True
    armed = load_table("incidents")["armed"].words
    if verb.lemma in {"inflict", "cause", "deal"}:
        on = [
            p
            for i in (noun.i, verb.i)
            for p in reading.children(i, "prep")
            if p.lemma in {"on", "upon", "to"}
        ]
        hit = [o for p in on for o in reading.children(p.i, "pobj")]
    elif verb.lemma in {"suffer", "sustain", "take"}:
        subject = reading.subject(verb.i)
        hit = [subject] if subject else []
    else:
        return True
    below = {reading.tokens[j].lemma for t in hit for j in reading.doc.subtree(t.i)}
    return not below & armed


def own_times(reading: Reading, noun: Token) -> Sequence[TimeMention]:
    """Return the days of a happening; "the war of 2020" and "of the statement of 2020" name no day of it."""
    times = [t for t in reading.times_of(noun.i) if not _is_of_paper(reading, noun, t)]
    times += [] if times else day_before_noun(reading, noun)
    times += [] if times else day_behind_noun(reading, noun)
    if noun.lemma in NAMED:
        return [t for t in times if t.when and t.when.precision is not Precision.YEAR]
    return times


def day_before_noun(reading: Reading, noun: Token) -> list[TimeMention]:
    """Read "the October 25, 2021 military coup", of which the model makes two nouns."""
    first = min((t.i for t in reading.children(noun.i, "amod", "compound")), default=noun.i)
    start = reading.tokens[min(first, noun.i)].start
    before = [t for t in reading.doc.times if t.when and 0 <= start - t.end <= 1]
    return [t for t in before if not reading.text[t.end : start].strip()]


def day_behind_noun(reading: Reading, noun: Token) -> list[TimeMention]:
    """Read "offers a prize for the attack on the town on May 3": a day that is past is none of the present verb."""
    if noun.dep not in {"pobj", "dobj", "oprd", "attr"}:
        return []
    verb = next(
        (t for j in reading.doc.ancestors(noun.i) if (t := reading.tokens[j]).pos == "VERB"), None
    )
    if verb is None or verb.tag in {"VBD", "VBN"} or {"did", "had"} & reading.auxiliaries(verb.i):
        return []
    end = reading.tokens[max(reading.doc.subtree(noun.i))].end
    behind = [t for t in reading.doc.times if t.when and 0 < t.start - end <= _NEAR]
    return [
        t
        for t in behind
        if reading.text[end : t.start].strip() in {"on", "of", "in"} and is_past(reading, t)
    ]


def is_past(reading: Reading, time: TimeMention) -> bool:
    """Say whether a day that is named is over by the day of publication."""
    published = reading.doc.document.published
    last, day = time.when.end if time.when else None, published.start if published else None
    return last is not None and day is not None and last < day and not time.open_start


def _is_of_paper(reading: Reading, noun: Token, time: TimeMention) -> bool:
    speech = load_table("speech")
    papers = speech["paper"].words | load_table("stance")["offer"].words
    between: list[Token] = []
    for j in (time.token, *reading.doc.ancestors(time.token)):
        if j == noun.i:
            return any(t.lemma in papers for t in between)
        between.append(reading.tokens[j])
    return False
