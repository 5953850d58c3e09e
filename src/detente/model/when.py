"""Days, and how exactly and by what words they are known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """How a date was found."""

    EXPLICIT = "explicit"  # the text names it: "14 May 2023"
    RELATIVE = "relative"  # reckoned from another day: "last month", "two days later"
    WEEKDAY = "weekday"  # a day of the week and the tense of its verb
    INFERRED = "inferred"  # bounds, or a year supplied by the context
    PUBLISHED = "published"  # the day of publication stands for it, since the text says so little


class Precision(StrEnum):
    """How exact a range of days is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"


class DayIs(StrEnum):
    """Which day words are listed by that name no day of their own."""

    SAID = "said"
    PUBLISHED = "published"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days between ``start`` and ``end``, both included; ``None`` is an open end.

    ``text`` holds the words that gave it, ``because`` the reason where the words alone do not say it.
    """

    start: date | None
    end: date | None
    text: str = ""
    basis: Basis = Basis.EXPLICIT
    because: str = ""

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError(
                "a DateRange needs a start or an end; where nothing is known, use None"
            )
        if self.start and self.end and self.start > self.end:
            raise ValueError(
                f"a DateRange must not end before it starts: {self.start} > {self.end}"
            )

    @classmethod
    def on(cls, day: date, text: str = "", basis: Basis = Basis.EXPLICIT) -> "DateRange":
        """Build the range of a single day."""
        return cls(day, day, text, basis)

    @property
    def precision(self) -> Precision:
        """Name how exact the range is."""
        if self.start is None or self.end is None:
            return Precision.OPEN
        days = (self.end - self.start).days + 1
        if days == 1:
            return Precision.DAY
        if days <= 7:
            return Precision.WEEK
        if days <= 31:
            return Precision.MONTH
        return Precision.YEAR if days in (365, 366) else Precision.RANGE

    @property
    def day(self) -> date | None:
        """Return the day where the range is exactly one, else ``None``."""
        return self.start if self.start == self.end else None

    def overlaps(self, other: "DateRange") -> bool:
        """Say whether the two ranges share a day."""
        starts_before_end = self.start is None or other.end is None or self.start <= other.end
        return starts_before_end and (
            self.end is None or other.start is None or other.start <= self.end
        )

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or '…'}/{self.end or '…'}"
