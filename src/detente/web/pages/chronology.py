"""The chronology: what happened and was said, by day."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from detente import query
from detente.export import timeline_shape
from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.web.address import ROWS
from detente.web.answer import Answer, Asked, Page
from detente.web.lines import GROUPS, cells_for, grouped, line, line_rows
from detente.web.wholes import whole_of

LISTED = ("group", "order")  # parameters of a list of days
OLDEST, NEWEST = ("oldest", "oldest first"), ("newest", "newest first")


def answer(asked: Asked) -> Answer:
    """Show one page of the chronology."""
    return listed(
        asked,
        asked.address.filter,
        template="chronology.html",
        title="Chronology",
        orders=(OLDEST, NEWEST),
    )


def listed(
    asked: Asked,
    where: Filter,
    *,
    template: str,
    title: str,
    orders: tuple[tuple[str, str], ...],
    **values: object,
) -> Answer:
    """Show one page of dated things under a filter; the first of the orders holds unless another is asked for."""
    address = asked.address
    order = address.choice("order", (name for name, _ in orders))
    found = query.timeline(
        asked.ledger, where, limit=ROWS + 1, offset=address.offset, newest_first=order == "newest"
    )
    shown = found[:ROWS]
    group = address.choice("group", (name for name, _ in GROUPS))
    lines = tuple(line(item) for item in shown)
    return Answer(
        template=template,
        title=title,
        rows=line_rows(shown, asked),
        more=len(found) > ROWS,
        whole=whole_of(
            address,
            partial(query.each_dated, asked.ledger, where, newest_first=order == "newest"),
            cells=cells_for(asked),
            shape=timeline_shape,
            shown=len(shown),
            count=_counts(asked.ledger, where) if len(found) > ROWS else None,
        ),
        values={
            "groups": tuple(grouped(lines, group)),
            "orders": orders,
            "group_choices": GROUPS,
            "empty_what": "Nothing dated to show here.",
            **values,
        },
    )


def _counts(ledger: Ledger, where: Filter) -> Callable[[int], int | None]:
    return lambda most: query.count_dated(ledger, where, most=most)


def of_track(where: Filter, track: str) -> Filter:
    """Narrow a filter to one track."""
    return replace(where, tracks=(track,))


PAGE = Page(path="/chronology", title="Chronology", answer=answer, key="c", takes=LISTED)
