"""Whether a text writes the day or the month first where a date stands in numbers."""

import re
from enum import StrEnum
from typing import Final


class Order(StrEnum):
    """What stands first in "5/6/2023"."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


_DATE: Final = re.compile(
    r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d\d){1,2}(?![\d/-])", re.ASCII
)
_MOST_MONTHS: Final = 12


def guess_order(text: str) -> Order | None:
    """Return the order of the dates that can be read in one way alone; ``None`` where they tell nothing."""
    orders = {
        Order.DAY_FIRST if int(first) > _MOST_MONTHS else Order.MONTH_FIRST
        for first, _, second in _DATE.findall(text)
        if (int(first) > _MOST_MONTHS) != (int(second) > _MOST_MONTHS)
    }
    return orders.pop() if len(orders) == 1 else None
