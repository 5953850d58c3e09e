"""Seasons, quarters, decades: "the fall of 2020", "Q1 2021", "the quarter ended June 30", "the 1990s".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from dataclasses import replace

from detente.dates import words
from detente.dates.calendar_grammar import Parse, read_calendar
from detente.dates.meaning import Ending, Fraction, Relative, Season, Unit, Within, Years
from detente.dates.numbers import read_ordinal, read_year
from detente.dates.relative_grammar import read_shifted_name
from detente.dates.tokens import Shape, Tokens
from detente.dates.year_grammar import read_short_year


def read_season(tokens: Tokens, at: int) -> Parse | None:
    """Read "the fall of 2020", "summer 2021", "winter"."""
    year_first = read_year(tokens, at)
    place = year_first[1] if year_first else tokens.skip(at, "the")
    low, before = tokens.low(place), tokens.low(place - 1)
    if year_first and low in words.SEASONS:  # "2016 summer", no "the 2016 fall of the city"
        is_closed = tokens[place + 1].shape is not Shape.WORD
        return (Season(words.SEASONS[low], year_first[0]), place + 1) if is_closed else None
    if low not in words.SEASONS or (tokens[place].glued and before in ("-", "'", "’")):
        return None
    season = Season(words.SEASONS[low])
    year_at = tokens.skip(tokens.skip(place + 1, ","), "of")
    dated = read_year(tokens, year_at) or read_short_year(tokens, year_at)
    if dated:
        return replace(season, year=dated[0]), _second_year(tokens, dated[1])
    shifted = read_shifted_name(tokens, tokens.skip(place + 1, "of"))
    if shifted and isinstance(shifted[0], Relative) and shifted[0].unit is Unit.YEAR:
        return Within(season, shifted[0]), shifted[1]
    is_bare = low not in words.DOUBTFUL_SEASONS and not tokens.is_capital(place)
    in_company = before in words.SEASON_COMPANY or tokens.low(at - 1) in words.SEASON_COMPANY
    return (
        (season, place + 1) if (is_bare or in_company) and tokens.low(place + 1) != "of" else None
    )


def _second_year(tokens: Tokens, at: int) -> int:
    """Step over the second year of "winter 2020-21"."""
    is_pair = tokens.low(at) in ("-", "–", "/") and tokens[at + 1].glued
    return at + 2 if is_pair and tokens.digits(at + 1) is not None else at


_FRACTIONS = {"quarter": 4, "quarters": 4, "half": 2}


def read_fraction(tokens: Tokens, at: int) -> Parse | None:
    """Read "the third quarter", "Q1 2021", "Q1'21", "first half of 2021", "H2"."""
    dated = read_year(tokens, tokens.skip(at, "the")) or _year_before_letter(tokens, at)
    place = tokens.skip(tokens.skip(dated[1] if dated else at, "the"), "fiscal")
    place = tokens.skip(place, "-", ",") if dated else place
    letter = tokens.low(place)
    if (reversed_ := _digit_first(tokens, place)) and not dated:
        return reversed_
    if letter in ("q", "h") and tokens[place + 1].glued and tokens.is_capital(place):
        number, parts, after = (
            tokens.digits(place + 1, most=1),
            4 if letter == "q" else 2,
            place + 2,
        )
    else:
        ordinal = read_ordinal(tokens, place)
        noun = tokens.skip(ordinal[1], "-", "fiscal") if ordinal else place
        if not ordinal or tokens.low(noun) not in _FRACTIONS:
            return None
        number, parts, after = ordinal[0], _FRACTIONS[tokens.low(noun)], noun + 1
    if number is None or not 1 <= number <= parts:
        return None
    if dated:
        return Fraction(number, parts, dated[0]), after
    return _fraction_of(tokens, Fraction(number, parts), after)


def _year_before_letter(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read the year of "2016Q1"."""
    year, letter = tokens.digits(at), tokens[at + 1]
    is_dated = year is not None and len(tokens[at].text) == 4 and letter.glued
    return (year, at + 1) if year and is_dated and letter.low in ("q", "h") else None


def _digit_first(tokens: Tokens, at: int) -> Parse | None:
    """Read "3Q 2016", "2H18", "1Q"."""
    number, letter = tokens.digits(at, most=1), tokens.low(at + 1)
    parts = {"q": 4, "h": 2}.get(letter)
    is_named = parts and tokens[at + 1].glued and tokens.is_capital(at + 1)
    if number is None or not is_named or not parts or not 1 <= number <= parts:
        return None
    fraction, after = Fraction(number, parts), at + 2
    short = tokens.digits(after, most=2) if tokens[after].glued else None
    if short is not None and len(tokens[after].text) == _SHORT_YEAR:
        return replace(fraction, year=2000 + short), after + 1
    return _fraction_of(tokens, fraction, after)


_SHORT_YEAR = 2  # digits


def _fraction_of(tokens: Tokens, fraction: Fraction, at: int) -> Parse | None:
    place = tokens.skip(tokens.skip(at, "of", "in", ",", "-", "/"), "fiscal")
    year = read_year(tokens, place) or read_short_year(tokens, place)
    if year:
        return replace(fraction, year=year[0]), year[1]
    other = read_shifted_name(tokens, place)
    if other and isinstance(other[0], Relative) and other[0].unit is Unit.YEAR:
        return Within(fraction, other[0]), other[1]
    # the half of a month is a part; the half of anything else is no time
    is_bare_half = fraction.parts == 2 and tokens.low(at - 1) == "half"
    return None if is_bare_half else (fraction, at)


def read_period(tokens: Tokens, at: int) -> Parse | None:
    """Read what a report of business is on: "the latest period", "the quarter ended June 30"."""
    place = tokens.skip(at, "the")
    if place == at:
        return None
    is_latest = tokens.low(place) in ("latest", "same")
    place = tokens.skip(place, "latest", "same")
    low = tokens.low(place)
    unit = words.UNITS.get(low)
    if unit and not is_latest and tokens.low(place + 1) in ("ended", "ending"):
        day = read_calendar(tokens, tokens.skip(place + 2, "on"))
        return (Ending(Unit(unit), day[0]), place + 1) if day and day[0].day else None
    is_whole = tokens.low(at - 1) == "for" and tokens[place + 1].shape is not Shape.WORD
    if (
        low in ("week", "month", "year") and is_whole and not is_latest
    ):  # "up 3 percent for the year"
        return Relative(Unit(low), 0), place + 1
    if (low, tokens.low(place + 1)) == ("full", "year"):
        return Relative(Unit.YEAR, 0), place + 2
    is_period = low == "quarter" or (low == "period" and is_latest)
    is_closed = tokens.low(place + 1) not in ("of", "century", "-", "that", "final", "finals")
    return (Relative(Unit.QUARTER, 0, True), place + 1) if is_period and is_closed else None


def read_decade(tokens: Tokens, at: int) -> Parse | None:
    """Read "the 1990s", "the '90s", "the nineties", "the two thousands", "the 20th century"."""
    place = tokens.skip(at, "the")
    century = read_ordinal(tokens, place)
    if century and tokens.low(century[1]) == "century":
        return Years(100 * century[0] - 100, 100 * century[0] - 1), century[1] + 1
    thousands = tokens.low(place), tokens.low(place + 1)
    if thousands == ("two", "thousands"):
        return Years(2000, 2009), place + 2
    if thousands == ("two", "thousand"):
        word = tokens.skip(place + 2, "and")
        tens = 10 if tokens.low(word) == "tens" else words.DECADES.get(tokens.low(word))
        if tens is not None:
            return Years(2000 + tens, 2009 + tens), word + 1
    base = words.CENTURIES.get(tokens.low(place))
    word = place if base is None else tokens.skip(place + 1, "-")
    is_named = place > at or _is_part_before(tokens, place)
    if tokens.low(word) in words.DECADES and (base is not None or is_named):
        tens = words.DECADES[tokens.low(word)]
        first = (base if base is not None else 1900 if tens else 2000) + tens
        return Years(first, first + 9), word + 1
    return _numeric_decade(tokens, place)


def _is_part_before(tokens: Tokens, at: int) -> bool:
    """Say whether a decade is parted: "in the early 80s", "since the mid-nineties"; no "in her late 80s"."""
    part = at - 2 if tokens.low(at - 1) in ("-", "–") else at - 1
    is_part = words.PARTS.get(tokens.low(part)) in ("early", "mid", "late")
    return is_part and tokens.low(part - 1) == "the" and tokens.low(part - 2) in words.PART_COMPANY


def _numeric_decade(tokens: Tokens, at: int) -> Parse | None:
    place = tokens.skip(at, "'", "’", "‘", "`")
    digits = tokens.digits(place)
    ending = tokens.skip(place + 1, "'", "’")
    if digits is None or digits % 10 or tokens.low(ending) != "s" or not tokens[ending].glued:
        return None
    length = len(tokens[place].text)
    is_marked = place > at or ending > place + 1
    is_told = tokens.low(at - 2) in ("in", "of", "during", "since", "from", "until")
    # "the '70s" and "in 70's", but no "70s" of a temperature
    is_named = tokens.low(at - 1) == "the" or (tokens.low(at - 1) == "in" and ending > place + 1)
    is_part = _is_part_before(tokens, at) or place > at
    if length == 2 and (((is_marked or is_told) and is_named) or is_part):
        digits += 1900 if digits >= 30 else 2000
    elif length != 4 or not 1000 <= digits < 2200:
        return None
    return Years(digits, digits + (99 if digits % 100 == 0 and digits < 2000 else 9)), ending + 1
