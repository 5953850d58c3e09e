"""Times that hang on another day: "yesterday", "last month", "two weeks ago", "the coming weeks".

Each reader takes a place among the tokens and returns a meaning with the place behind it, or ``None``.
"""

from detente.dates import words
from detente.dates.amount_grammar import read_amounts, read_hours, read_whole_days
from detente.dates.calendar_grammar import Parse, month_name, weekday_name
from detente.dates.meaning import (
    Amount,
    Calendar,
    Duration,
    Meaning,
    Relative,
    Season,
    Shifted,
    Stretch,
    Then,
    Unit,
    Vague,
    Vagueness,
    Weekday,
)
from detente.dates.numbers import read_amount, read_month_day
from detente.dates.tokens import Shape, Tokens, remembered

_APOSTROPHES = ("'", "’")


def read_deictic(tokens: Tokens, at: int) -> Parse | None:
    """Read "today", "the day after tomorrow", "last night", "this morning"."""
    low = tokens.low(at)
    if low in words.DEICTIC_DAYS:
        return Relative(Unit.DAY, words.DEICTIC_DAYS[low]), at + 1
    place = tokens.skip(at, "the")
    if tokens.low(place) == "day" and tokens.low(place + 1) in ("before", "after"):
        offset = words.DEICTIC_DAYS.get(tokens.low(place + 2))
        step = 1 if tokens.low(place + 1) == "after" else -1
        if offset in (0, step):
            return Relative(Unit.DAY, offset + step), place + 3
    if place > at and (beside := _unit_beside(tokens, place)):
        return beside
    if low in ("this", "last") and tokens.low(at + 1) in words.DAYPARTS:
        return Relative(Unit.DAY, 0 if low == "this" else -1), at + 2
    return None


def _unit_beside(tokens: Tokens, at: int) -> Parse | None:
    """Read "the day before", "the week after the talks": the unit beside what is spoken of."""
    unit, low = words.UNITS.get(tokens.low(at)), tokens.low(at + 1)
    if not unit or tokens.low(at) in words.PLURALS or low not in ("before", "after"):
        return None
    after = _event_end(tokens, at + 2)
    return (Relative(Unit(unit), -1 if low == "before" else 1, True), after) if after else None


def _event_end(tokens: Tokens, at: int) -> int | None:
    """Step over the event that "after" points back to: nothing, "the talks", "their meeting"."""
    if tokens[at].shape in (Shape.MARK, Shape.BREAK):
        return at
    is_known = tokens.low(at) in ("the", "that", "this", "their", "its", "his", "her")
    if not is_known or tokens.low(at + 1) not in words.EVENTS:
        return None
    # "after the talks in Geneva" and "after the meeting of May 5" say themselves which are meant
    return None if tokens.low(at + 2) in ("of", "on", "in") else at + 2


@remembered
def read_shifted_name(tokens: Tokens, at: int) -> Parse | None:
    """Read "last month", "next Tuesday", "this summer", "last December", "that day"."""
    place = tokens.skip(tokens.skip(at, "the"), "very")
    low = tokens.low(place)
    if low in words.BACK:
        place = tokens.skip(place, "that", "this") if tokens.low(place + 1) == "same" else place
        unit = words.UNITS.get(tokens.low(place + 1))
        is_plural = tokens.low(place + 1) in words.PLURALS
        return (Relative(Unit(unit), 0, True), place + 2) if unit and not is_plural else None
    if low == "latest" and tokens.low(place + 1) in ("quarter", "week", "month", "year", "weekend"):
        return Relative(Unit(tokens.low(place + 1)), -1), place + 2
    unit = words.UNITS.get(low)
    beyond = {("after", "next"): 2, ("before", "last"): -2}
    steps = beyond.get((tokens.low(place + 1), tokens.low(tokens.skip(place + 2, "the"))))
    if unit and steps:
        return Relative(Unit(unit), steps), tokens.skip(place + 2, "the") + 1
    if low == "all" and tokens.low(place + 1) in ("week", "month", "year"):
        is_whole = place == at and tokens.low(place + 2) not in ("long", "round", "-")
        return (Relative(Unit(tokens.low(place + 1)), 0), place + 2) if is_whole else None
    if low == "weekend" and (place > at or tokens.low(at - 1) in ("on", "over", "at")):
        return Relative(Unit.WEEKEND, 0), place + 1
    if low not in words.SHIFTS:
        return None
    return _step(tokens, place, words.SHIFTS[low], has_article=place > at)


def _step(tokens: Tokens, at: int, shift: int, *, has_article: bool) -> Parse | None:
    low, place = tokens.low(at), at + 1
    if shift == 0 and tokens.low(place) in words.NEAREST:  # "this coming Friday", "this past week"
        return _step(tokens, place, words.SHIFTS[tokens.low(place)], has_article=has_article)
    place = tokens.skip(place, "fiscal", "calendar", "whole", "entire")
    name = tokens.low(place)
    weekday, month = weekday_name(tokens, place), month_name(tokens, place)
    if weekday:
        from_context = low in words.FROM_CONTEXT
        nearest = low in words.NEAREST
        return Weekday(weekday[0], shift, nearest, from_context), weekday[1]
    if month and (tokens.is_capital(place) or name not in words.DOUBTFUL_MONTHS):
        day = read_month_day(tokens, month[1])
        date = Calendar(month=month[0], day=day[0] if day else None, shift=shift)
        return date, day[1] if day else month[1]
    if name in words.SEASONS:
        return Season(words.SEASONS[name], shift=shift), place + 1
    if name not in words.UNITS or name in words.PLURALS:
        return None
    unit = Unit(words.UNITS[name])
    if unit is Unit.WEEKEND and shift > 0 and low in words.NEAREST:
        shift = 0
    # "the next day" and "the previous week" step from the day spoken of; "next week" does not
    from_context = low in words.FROM_CONTEXT or (low == "next" and has_article and unit is Unit.DAY)
    return Relative(unit, shift, from_context), place + 1


def read_stretch(tokens: Tokens, at: int) -> Parse | None:
    """Read "the coming months", "the last three years", "recent weeks", "within ten days"."""
    place = tokens.skip(at, "the")
    if tokens.low(at) == "within":
        return _within(tokens, at + 1)
    shift = words.SHIFTS.get(tokens.low(place))
    if not shift:
        return None
    hours = read_hours(tokens, place + 1)
    if hours:
        return Stretch(Unit.DAY, shift, hours[0], True), hours[1]
    amount = read_amount(tokens, place + 1)
    if amount and (tokens.low(amount[1] - 1) in words.PLURALS or amount[0].most > 1):
        return Stretch(amount[0].unit, shift, amount[0]), amount[1]
    first = words.UNITS.get(tokens.low(place + 1))
    low, after = tokens.low(place + 1), place + 2
    if tokens.low(after) in (",", "and", "or") and first:
        # "the coming days and weeks": the longer of the two
        after = after + 1 if tokens.low(after + 1) in words.PLURALS else after
        low = tokens.low(after) if after > place + 2 else low
        after = after + 1 if after > place + 2 else after
    return (Stretch(Unit(words.UNITS[low]), shift), after) if low in words.PLURALS else None


def _within(tokens: Tokens, at: int) -> Parse | None:
    place = tokens.skip(tokens.skip(at, "the"), "next", "coming", "upcoming")
    amount = read_hours(tokens, place) or read_amount(tokens, place)
    return (Stretch(amount[0].unit, 1, amount[0], True), amount[1]) if amount else None


def read_distance(tokens: Tokens, at: int) -> Parse | None:
    """Read "two weeks ago", "two days later", "a week after Friday", "in a week's time"."""
    if tokens.low(at) == "in":
        return _in_amount(tokens, at)
    found = read_amounts(tokens, at) or read_whole_days(tokens, at)
    if not found:
        return None
    amounts, after = found
    if tokens.low(after) in ("before", "after"):
        return _from_other(tokens, after, amounts)
    is_from = tokens.low(after) == "from" and tokens.low(after + 1) != "now"
    return _from_other(tokens, after, amounts) if is_from else _to_side(tokens, after, amounts)


def _to_side(tokens: Tokens, at: int, amounts: tuple[Amount, ...]) -> Parse | None:
    """Read the word behind an amount that says to which side of what: "ago", "later", "from now"."""
    low, dashed = tokens.low(at), tokens.skip(at, "-")
    is_closed = tokens[at + 1].shape in (Shape.MARK, Shape.BREAK)
    if tokens.low(dashed) == "ago":
        return Shifted(amounts, -1), dashed + 1
    if low == "back" and is_closed:
        return Shifted(amounts, -1), at + 1
    if tokens.low(dashed) == "earlier" or (low == "prior" and tokens.low(at + 1) != "to"):
        return Shifted(amounts, -1, from_context=True), dashed + 1
    # "Five years on, ..."
    if low in ("later", "afterward", "afterwards") or (low == "on" and is_closed):
        return Shifted(amounts, 1, from_context=True), at + 1
    if low in words.DEICTIC_DAYS and low != "tonight":  # "a week tomorrow"
        return Shifted(amounts, 1, Relative(Unit.DAY, words.DEICTIC_DAYS[low])), at + 1
    if low in ("hence", "from"):
        return Shifted(amounts, 1), at + 1 + (low == "from")
    return None


def _from_other(tokens: Tokens, at: int, amounts: tuple[Amount, ...]) -> Parse | None:
    direction = -1 if tokens.low(at) == "before" else 1
    deictic = read_deictic(tokens, at + 1)
    if tokens.low(at + 1) == "now":
        deictic = Relative(Unit.DAY, 0), at + 2
    if deictic:
        return Shifted(amounts, direction, deictic[0]), deictic[1]
    if tokens.low(at + 1) in ("that", "then") and tokens.low(at + 2) not in words.EVENTS:
        return Shifted(amounts, direction, from_context=True), at + 2
    after = _event_end(tokens, at + 1)
    if after:
        return Shifted(amounts, direction, from_context=True), after
    return None


# Words that make "in thirty years" a length of time: "for the first time in thirty years".
_RECORDS = words.word_set("first time most worst biggest largest highest lowest deadliest only")


def _in_amount(tokens: Tokens, at: int) -> Parse | None:
    found = read_amounts(tokens, at + 1)
    if not found or any(tokens.low(at - n) in _RECORDS for n in (1, 2, 3, 4)):
        return None
    amounts, after = found
    possessive = tokens.skip(after, *_APOSTROPHES)
    possessive = tokens.skip(possessive, "s") if possessive > after else possessive
    if tokens.low(possessive) == "time":
        return Shifted(amounts, 1), possessive + 1
    if tokens.low(after) == "from":  # "in three days from now"
        return read_distance(tokens, at + 1)
    if tokens.low(after) in ("after", "before", "of"):
        return None
    return Shifted(amounts, 1, is_length=True), after


def read_length(tokens: Tokens, at: int) -> Parse | None:
    """Read "six weeks", "more than 100 days"."""
    amount = read_amount(tokens, at)
    if not amount or (tokens.low(at) in ("a", "an", "the") and tokens.low(at - 1) != "for"):
        return None
    if tokens.low(amount[1]) == "-" and tokens.low(amount[1] + 1) == "old":
        return None
    before = (tokens.low(at - 2), tokens.low(at - 1))
    at_least = before in (("more", "than"), ("at", "least")) or before[1] == "over"
    return Duration(amount[0], at_least), amount[1]


def read_vague(tokens: Tokens, at: int) -> Parse | None:
    """Read "recently", "in the future", "then"."""
    low = tokens.low(at)
    if low in words.VAGUE and tokens.low(at + 1) != "as":
        return Vague(Vagueness(words.VAGUE[low])), at + 1
    if low == "then" and tokens.low(at - 1) in ("since", "until", "till", "by"):
        return Then(), at + 1
    if low in words.PLURALS and tokens.low(at + 1) == "ago":
        return Vague(Vagueness.PAST), at + 2
    if low == "these" and tokens.low(at + 1) == "days":
        return Vague(Vagueness.PRESENT), at + 2
    if low == "the":
        near = tokens.skip(at + 1, "near", "distant", "foreseeable")
        side = {"past": Vagueness.PAST, "future": Vagueness.FUTURE}.get(tokens.low(near))
        is_noun = tokens[near + 1].shape is not Shape.WORD or tokens.low(at - 1) in ("in", "for")
        if side and is_noun and tokens.low(near + 1) not in words.UNITS:
            return Vague(side), near + 1
    return None


def possessive_end(tokens: Tokens, at: int) -> int:
    """Step over "'s"."""
    after = tokens.skip(at, *_APOSTROPHES)
    return after + 1 if after > at and tokens.low(after) == "s" else at


def whole_unit(tokens: Tokens, at: int) -> tuple[Meaning, int] | None:
    """Read the present unit behind a part: "the year" in "the end of the year"."""
    place = tokens.skip(at, "the", "my", "its", "our")
    low = tokens.low(place)
    if low in words.UNITS and low not in words.PLURALS:
        return Relative(Unit(words.UNITS[low]), 0), place + 1
    return None
