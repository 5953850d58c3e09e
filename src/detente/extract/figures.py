"""How many people or things: a number, its bounds, and whose count it is."""

import re

from detente.extract.reading import Reading
from detente.model.annotation import Token
from detente.model.entry import Figure

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
# the least that the words can mean: two of them
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
_MORE = frozenset({"more", "over", "least", "above"})
_LESS = frozenset({"fewer", "less", "most", "under", "up", "nearly", "almost"})
_PEOPLE = frozenset({
    "people", "person", "soldier", "serviceman", "civilian", "man", "woman", "child", "resident", "troop",
    "prisoner", "hostage", "fighter", "armenian", "refugee", "worker", "medic", "journalist", "militant",
    "casualty", "death", "victim", "house", "village", "settlement", "tank", "drone", "helicopter", "vehicle",
    "life", "policeman", "officer", "family", "detainee", "captive", "rebel", "missile", "rocket", "personnel",
})  # fmt: skip


def figures_in(reading: Reading, start: int, end: int) -> tuple[Figure, ...]:
    """Read the numbers of people and things in a passage."""
    speakers = reading.said_by(start, end)
    by = speakers[0].name if speakers else None
    found = []
    for token in reading.tokens:
        if start <= token.start and token.end <= end and (bounds := _bounds(reading, token)):
            what = _counted(reading, token)
            if what:
                found.append(Figure(what, bounds[0], bounds[1], by))
    return tuple(found)


def _counted(reading: Reading, number: Token) -> str | None:
    head = reading.tokens[number.head]
    for token in (head, reading.tokens[head.head], *(reading.children(number.i, "prep"))):
        if token.dep == "prep" or token.lemma == "of":
            below = reading.children(token.i, "pobj")
            token = below[0] if below else token
        if token.lemma in _PEOPLE or token.text.lower() in _PEOPLE:
            return token.text.lower()
    return None


def _bounds(reading: Reading, token: Token) -> tuple[int | None, int | None] | None:
    lower = token.text.lower()
    if lower in _VAGUE:
        return _VAGUE[lower], None
    if token.pos != "NUM":
        return None
    value = _value(reading, token)
    if value is None:
        return None
    words = {t.text.lower() for t in reading.tokens[max(0, token.i - 3) : token.i]}
    if words & _MORE:
        return value, None
    if words & _LESS:
        return None, value
    return value, value


def _value(reading: Reading, token: Token) -> int | None:
    lower = token.text.lower()
    if lower in _SCALES:
        return None  # read with the number before it
    plain = _DIGITS.fullmatch(lower)
    value = int(plain.group().replace(",", "")) if plain else _WORDS.get(lower)
    if value is None:
        return None
    after = reading.tokens[token.i + 1].text.lower() if token.i + 1 < len(reading.tokens) else ""
    return value * _SCALES.get(after, 1)
