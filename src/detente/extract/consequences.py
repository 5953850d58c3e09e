"""What is said to come of something: "will only prolong the war", "is leading us to destruction", "could slip into chaos"."""

from detente.extract.reading import Reading
from detente.extract.relevance import stands_in_process
from detente.extract.rules import set_off_by
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Sign

_AHEAD = frozenset({"will", "would", "could", "can", "may", "might", "'ll", "risk"})
_OPEN = frozenset({"if", "unless", "when", "until", "whether", "how", "why"})
_INTO = frozenset({"to", "into", "in", "toward", "towards", "from", "back"})


def _leading() -> frozenset[str]:
    table = load_table("assessment")
    return table["lead to"].words | table["bring about"].words


@set_off_by(_leading)
def by_consequence(reading: Reading, verb: Token) -> Sign | None:
    """Read a verb by which something ends or would end badly; what once led to a war is history."""
    if verb.pos != "VERB" or reading.negated(verb.i) or _is_past(reading, verb):
        return None
    table = load_table("assessment")
    if reading.has(verb.i, _OPEN, "mark", "advmod"):
        return None
    ends = reading.children(verb.i, "dobj") if verb.lemma in table["bring about"].words else []
    if verb.lemma in table["lead to"].words:
        ends = [*ends, *_led_to(reading, verb.i)]
    bad = any(t.lemma in table["bad end"].words and not _is_eased(reading, t) for t in ends)
    return Sign.BAD if bad and stands_in_process(reading, verb) else None


def _is_past(reading: Reading, verb: Token) -> bool:
    """Say whether it is told as what once was, or is only a purpose: "led to a war", "to cause chaos"."""
    helpers = reading.auxiliaries(verb.i)
    ahead = helpers & _AHEAD or verb.tag in {"VBZ", "VBP"}
    ongoing = bool(helpers & {"is", "are", "has", "have", "'s", "'re"})
    return not (ahead or ongoing) or "to" in helpers


def _is_eased(reading: Reading, noun: Token) -> bool:
    """Read "could lead to a de-escalation", which the tokenizer takes apart."""
    return reading.text[noun.start - 3 : noun.start].lower() == "de-"


def _led_to(reading: Reading, i: int, depth: int = 1) -> list[Token]:
    """Return what stands behind "to", "into", "back into" below a verb."""
    found: list[Token] = []
    for part in reading.children(i, "prep", "advmod", "prt"):
        if part.text.lower() in _INTO:
            found += reading.children(part.i, "pobj")
            found += _led_to(reading, part.i, depth - 1) if depth else []
    return found
