"""How long something has gone on: "its 11-week blockade", "five months of air strikes"."""

from datetime import date, timedelta

from detente.dates.words import CARDINALS
from detente.extract.event_nouns import of_which
from detente.extract.reading import Reading
from detente.model.annotation import Token
from detente.model.when import Basis, DateRange

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def lasted(reading: Reading, noun: Token) -> DateRange | None:
    """Return the days up to publication through which something has gone on, where its noun counts them."""
    published = reading.doc.document.published
    if published is None or published.end is None:
        return None
    for unit in _units(reading, noun):
        for number in reading.children(unit.i, "nummod"):
            length = _count(number.text.lower()) * _DAYS[unit.lemma]
            if length:
                return _up_to(published.end, length, f"{number.text} {unit.text}")
    return None


def _units(reading: Reading, noun: Token) -> list[Token]:
    beside = reading.children(noun.i, "compound", "nmod", "amod")
    below = [u for t in beside for u in reading.children(t.i, "npadvmod", "nmod")]
    whole = of_which(reading, noun)
    return [t for t in (*beside, *below, whole) if t.lemma in _DAYS]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS.get(word, 0)


def _up_to(last: date, length: int, text: str) -> DateRange:
    start = last - timedelta(days=length)
    return DateRange(
        start, last, text, Basis.INFERRED, "so long it has lasted by the day of publication"
    )
