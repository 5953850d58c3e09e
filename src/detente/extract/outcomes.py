"""What has come of it: "achieved nothing", "the truce holds", "their demands have not been met", "Kyiv misjudged him"."""

from detente.extract.onlookers import are_onlookers
from detente.extract.reading import Reading
from detente.extract.relevance import stands_in_process
from detente.extract.wrongs import doers, is_wrong
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Sign

_NOTHING = frozenset({"nothing", "little", "anything", "no"})


def by_outcome(reading: Reading, verb: Token) -> Sign | None:
    """Read a verb that tells what has come of the talks, of a truce, of what was asked or promised."""
    if verb.pos != "VERB":
        return None
    bad = (
        _comes_to_nothing(reading, verb)
        or _is_unmet(reading, verb)
        or _errs(reading, verb)
        or _is_seen_to_do_wrong(reading, verb)
    )
    holds = _holds(reading, verb)
    if not (bad or holds) or not stands_in_process(reading, verb):
        return None
    return Sign.BAD if bad or reading.negated(verb.i) else Sign.GOOD


def _comes_to_nothing(reading: Reading, verb: Token) -> bool:
    """Read "the call did not achieve anything", "sanctions do not help to end the war", "yielded little"."""
    if verb.lemma not in load_table("assessment")["bear fruit"].words or _is_open(reading, verb):
        return False
    told = reading.children(verb.i, "dobj", "xcomp", "ccomp", "prep")
    nothing = {t.lemma for t in reading.children(verb.i, "dobj")} & _NOTHING
    return bool(told) and (bool(nothing) or bool(reading.children(verb.i, "neg")))


def _is_open(reading: Reading, verb: Token) -> bool:
    """Say whether it is yet to be seen: "will not help", "would not help"."""
    return bool(reading.auxiliaries(verb.i) & {"to", "should", "must"})


def _is_unmet(reading: Reading, verb: Token) -> bool:
    """Read "their demands have still not been met"."""
    table = load_table("assessment")
    asked = [
        t for t in reading.children(verb.i, "nsubjpass") if t.lemma in table["to be met"].words
    ]
    denied = bool(reading.children(verb.i, "neg"))
    supposed = reading.has(verb.i, {"if", "unless", "until"}, "mark")
    done = "been" in reading.auxiliaries(verb.i)
    return bool(asked) and denied and done and verb.lemma in table["meet"].words and not supposed


def _holds(reading: Reading, verb: Token) -> bool:
    """Read "the truce was holding", "the ceasefire has held"."""
    if verb.lemma not in {"hold", "endure", "last"} or reading.children(verb.i, "dobj", "auxpass"):
        return False
    deals = load_table("assessment")["deal"].words
    kept = any(t.lemma in deals for t in reading.children(verb.i, "nsubj"))
    told = verb.tag == "VBG" or "has" in reading.auxiliaries(verb.i) or verb.tag in {"VBZ", "VBD"}
    return kept and told and not reading.auxiliaries(verb.i) & {"will", "would", "could", "to"}


def _errs(reading: Reading, verb: Token) -> bool:
    """Read "misjudged his influence", said by somebody."""
    errs = verb.lemma in load_table("assessment")["err"].words
    return errs and bool(reading.said_by(verb.start, verb.end)) and not reading.negated(verb.i)


def _is_seen_to_do_wrong(reading: Reading, verb: Token) -> bool:
    """Read "the army is stalling", said by an analyst, who charges nobody."""
    speakers = reading.said_by(verb.start, verb.end)
    seen = bool(speakers) and are_onlookers(reading, speakers)
    return seen and is_wrong(reading, verb) and any(r.listed for r in doers(reading, verb))
