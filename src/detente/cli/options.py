"""Options that mean the same in every command: the record, the filters, the days."""

import calendar
import functools
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.model.filter import Filter

RecordFolder = Annotated[
    Path | None,
    typer.Option(
        "--record",
        envvar="DETENTE_RECORD",
        metavar="DIR",
        help="Folder of the record; otherwise this folder or the nearest one above it that has one.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON document.")]

Command = Callable[..., None]

_DAY = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that a day, month or year of the command line stands for."""

    first: date
    last: date


def read_days(typed: str) -> Days:
    """Read ``2023-05-25``, ``2023-05`` or ``2023``; anything else is wrong usage."""
    found = _DAY.fullmatch(typed)
    if found is None:
        raise typer.BadParameter(
            f"{typed!r} is not a day. Write year-month-day, as in 2023-05-25, a month, as in 2023-05, "
            "or a year, as in 2023."
        )
    try:
        first = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError as error:
        raise typer.BadParameter(f"{typed!r} is not in the calendar: {error}.") from error
    if found["day"]:
        return Days(first, first)
    if not found["month"]:
        return Days(first, first.replace(month=12, day=31))
    return Days(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def _day_option(flag: str, help_: str) -> Any:
    return Annotated[Days | None, typer.Option(flag, metavar="DAY", parser=read_days, help=help_)]


_FILTERS: dict[str, Any] = {
    "track": Annotated[
        list[str] | None,
        typer.Option("--track", metavar="TRACK", help="Only this track; may be repeated."),
    ],
    "by": Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="NAME",
            help="Only what this person or side said or did; may be repeated.",
        ),
    ],
    "from_": _day_option("--from", "Only what tells of this day or a later one."),
    "to": _day_option("--to", "Only what tells of this day or an earlier one."),
    "as_of": _day_option("--as-of", "Only what had been published by this day."),
    "known_at": Annotated[
        str | None,
        typer.Option(
            "--known-at",
            metavar="WHEN",
            help="Only what the record held then: a day (to its end, UTC), a time, a change's number "
            "or a snapshot.",
        ),
    ],
    "outlet": Annotated[
        list[str] | None,
        typer.Option("--outlet", metavar="NAME", help="Only this outlet; may be repeated."),
    ],
}


def _filter(options: dict[str, Any]) -> Filter:
    since, until, as_of = (options.pop(name, None) for name in ("from_", "to", "as_of"))
    wanted = Filter(
        tracks=tuple(options.pop("track", None) or ()),
        by=tuple(options.pop("by", None) or ()),
        outlets=tuple(options.pop("outlet", None) or ()),
        since=since.first if since else None,
        until=until.last if until else None,
        as_of=as_of.last if as_of else None,
        known_at=options.pop("known_at", None),
    )
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise typer.BadParameter(f"--from {wanted.since} comes after --to {wanted.until}.")
    return wanted


def takes_filters(*names: str) -> Callable[[Command], Command]:
    """Give a command these filter options (all of them where none is named), handed to it as ``wanted``."""
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in _FILTERS.items()
        if name in names or not names
    ]

    def wrap(command: Command) -> Command:
        own = inspect.signature(command, eval_str=True).parameters.values()
        mine = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own if p.name != "wanted"]
        # In the help, filters come after the command's own arguments and before --record and --json.
        last = [p for p in mine if p.name in ("record", "as_json")]
        parameters = [*(p for p in mine if p not in last), *options, *last]

        @functools.wraps(command)
        def run(**given: Any) -> None:
            wanted = _filter(given)
            command(wanted=wanted, **given)

        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        return run

    return wrap
