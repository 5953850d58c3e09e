"""What an expression of time means, before it is reckoned from any day."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """A stretch of the calendar."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    WORKDAY = "working day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Side(StrEnum):
    """Which part of a stretch of time: "early June", "later this year"."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"
    EARLIER = "earlier"  # from its start to the day that is reckoned from
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    LATER = "later"  # from the day that is reckoned from to its end


class Edge(StrEnum):
    """What the preposition before an expression makes of it."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


class Vagueness(StrEnum):
    """A side of now, and no day: "recently"."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a date as they stand there: "Friday, May 19" has no year. ``shift`` is "last" in "last May"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A date in numbers that can be read in two ways: "12/05/2023"."""

    day_first: Calendar
    month_first: Calendar


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 1: "Thursday", "last Friday" (``shift`` -1).

    ``is_nearest`` says that "next" means the nearest one, and not that of the next week: "this coming
    Friday". ``from_context`` counts from the day spoken of: "the following Monday".
    """

    number: int
    shift: int | None = None
    is_nearest: bool = False
    from_context: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its first month: "fall of 2020", "last summer"."""

    month: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day by the name of its holiday: "Christmas Eve", "last Easter" (``shift`` -1)."""

    name: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """The ``number``-th of the ``parts`` parts of a year: "Q1", "first half of 2021"."""

    number: int
    parts: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years from ``first`` to ``last``: "the 1990s", "the 20th century"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit of the calendar, counted from the present one: "last month" is -1, "today" 0.

    ``from_context`` counts from the day spoken of: "the following day", "that month".
    """

    unit: Unit
    offset: int
    from_context: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; ``least`` and ``most`` differ where the text is loose ("a few days")."""

    least: int
    most: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Shifted:
    """An amount of time before (-1) or after (1) something: "two weeks ago", "a day after Friday".

    ``origin`` is ``None`` for the day of publication, or with ``from_context`` for the day spoken of.
    ``is_length`` marks "in two weeks", which in the past tense is a length of time.
    """

    amounts: tuple[Amount, ...]
    direction: int
    origin: "Meaning | None" = None
    from_context: bool = False
    is_length: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that ends (-1) or begins (1) now: "the last three years", "in the coming months".

    ``amount`` is ``None`` where the text gives no number. ``is_limit`` marks "within ten days", which
    counts from now on, and not from tomorrow.
    """

    unit: Unit
    direction: int
    amount: Amount | None = None
    is_limit: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time with no place in the calendar: "six weeks", "more than 100 days"."""

    amount: Amount
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A side of something: "early June", "the end of the year"."""

    side: Side
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Nth:
    """The ``number``-th unit or weekday within something, -1 is the last: "the third week of May".

    ``count`` is how many of them: "the first ten days of May".
    """

    number: int
    what: Unit | Weekday
    of: "Meaning"
    count: int = 1


@dataclass(frozen=True, slots=True)
class Within:
    """One thing inside another: "Friday of next week", "June next year", "this year's third quarter"."""

    what: "Meaning"
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Span:
    """From one to another, both included: "November 9-10", "from 2014 to 2018"."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Ending:
    """The unit that ends on a day: "the quarter ended June 30"."""

    unit: Unit
    day: Calendar


@dataclass(frozen=True, slots=True)
class Long:
    """An amount of time from something on: "for three days from Monday"."""

    amount: Amount
    origin: "Meaning"


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest day of the week before (-1) or after (1) something: "the Monday after Easter"."""

    number: int
    direction: int
    origin: "Meaning"


@dataclass(frozen=True, slots=True)
class Then:
    """The time spoken of, as it is: "since then"."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A side of now: "recently", "soon"."""

    side: Vagueness


_Named = Calendar | Ambiguous | Weekday | Season | Holiday | Fraction | Years
_Reckoned = Relative | Shifted | Stretch | Duration | Then | Vague
_Joined = Part | Nth | Within | Span | Ending | Long | Beside
Meaning = _Named | _Reckoned | _Joined


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time at a half-open code point span: ``whole[start:end] == text``.

    ``daypart`` is "evening" in "Thursday evening".
    """

    start: int
    end: int
    text: str
    meaning: Meaning
    edge: Edge | None = None
    daypart: str = ""

    @property
    def points_back(self) -> bool:
        """Say whether it hangs on a time spoken of: "that month", "a day earlier"."""
        match self._core():
            case Then() | Relative(from_context=True) | Shifted(from_context=True, origin=None):
                return True
            case (
                Nth(of=Then() | Relative(from_context=True))
                | Within(of=Relative(from_context=True))
                | Weekday(from_context=True)
                | Shifted(origin=Weekday(from_context=True))
            ):
                return True
        return False

    @property
    def unit(self) -> Unit:
        """Return the unit in which it counts, as exactly as it does: days in "a week and a day"."""
        match self._core():
            case Relative(unit=unit):
                return unit
            case Shifted(amounts=(*_, Amount(unit=unit))):
                return unit
            case Weekday():
                return Unit.WEEK
            case Within(of=Relative(unit=unit)) | Nth(of=Relative(unit=unit)):
                return unit
            case Nth():
                return Unit.MONTH
        return Unit.CENTURY

    def _core(self) -> Meaning:
        core = self.meaning
        while isinstance(core, Part):
            core = core.of
        return core

    @property
    def since(self) -> bool:
        """Say whether the time is an open start: "since December 12, 2022"."""
        return self.edge is Edge.SINCE
