"""``detente wording``: an event in each outlet's words, and which outlets did not report it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import nothing, write_json
from detente.cli.evidence import identity
from detente.cli.opening import open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout
from detente.model.filter import Filter
from detente.wording import (
    actors,
    counted,
    days,
    event_words,
    outlet,
    published,
    sentence,
    short,
    where,
)

if TYPE_CHECKING:
    from detente.query import Column, ContestedUse, EventWording, Naming, Term

EventArgument = Annotated[
    str, typer.Argument(metavar="EVENT", help="Id of an event, or its first digits.")
]
NEAR_SHOWN = 4  # passages of an outlet that are not joined to the event

Around = Annotated[
    int,
    typer.Option(
        "--days",
        metavar="N",
        min=0,
        help="Name outlets without a report that published within N days of the event.",
    ),
]


@takes_filters("as_of", "known_at")
def wording(
    event: EventArgument,
    *,
    wanted: Filter,
    around: Around = 3,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show an event in each outlet's words, and who did not report it.

    For each outlet: its headline, its words for the actors, the places and the act, the words of attribution, and
    contested terms of the profile with who uses them. Near copies are folded and named.
    """
    from detente import query
    from detente.export import wording_shape

    with open_record(record) as ledger:
        found = query.wording(
            ledger,
            event.casefold(),
            as_of=wanted.as_of,
            known_at=wanted.known_at,
            days=around,
        )
    if found is None:
        nothing(f"No event in the record has the id {event!r}. 'detente list events' shows them.")
    if as_json:
        write_json(wording_shape(found))
    else:
        _put_wording(Sheet(stdout()), found)


def _put_wording(sheet: Sheet, found: "EventWording") -> None:
    event = found.event
    told = " · ".join(filter(None, (event.status, days(event.date), event_words(event))))
    sheet.put((event.kind.value, "bold"), f" · {told}", *identity(event.id))
    if len(found.columns) > 1 and sheet.room_for(len(found.columns)):
        sheet.blank()
        _put_side_by_side(sheet, found.columns)
    else:
        for column in found.columns:
            sheet.blank()
            _put_column(sheet, column)
    if found.days:
        sheet.blank()
        _put_silent(sheet, found)


def _put_side_by_side(sheet: Sheet, columns: "tuple[Column, ...]") -> None:
    sheet.beside("", [outlet(column.articles[0]) for column in columns], style="bold")
    for label in _labels(columns):
        told = [
            "; ".join(words for name, words in _rows(column) if name == label) or "–"
            for column in columns
        ]
        sheet.beside(label, told)
    if any(column.contested for column in columns):
        sheet.put("In brackets: who uses the word, by the profile.")


def _labels(columns: "tuple[Column, ...]") -> list[str]:
    """Name the rows in the order of the columns' own."""
    order = ("headline", "published", "near copies")
    named = [label for column in columns for label, _ in _rows(column)]
    last = ("the act", "attribution")
    middle = [n for n in named if n not in (*order, *last) and not n.startswith("for ")]
    things = [n for n in named if n.startswith("for ")]
    return list(dict.fromkeys(n for n in (*order, *middle, *last, *things) if n in named))


def _rows(column: "Column") -> "Iterator[tuple[str, str]]":
    for head in column.articles:
        yield "headline", f"“{head.title}” ({short(head.id)})" if head.title else "(none found)"
        yield "published", published(head.published)
    for head in column.copies:
        yield "near copies", where(head)
    for naming in (*column.actors, *column.places):
        yield naming.of.name, _words(naming.terms)
    if column.acts:
        yield "the act", _words(column.acts)
    if column.attribution:
        yield "attribution", _words(column.attribution)
    for use in column.contested:
        yield f"for {use.thing}", f"“{use.term.words}”, {_voice(use)} [{use.used_by}]"


def _put_column(sheet: Sheet, column: "Column") -> None:
    for number, head in enumerate(column.articles):
        if number == 0:
            sheet.put((outlet(head), "bold"))
        title = f"“{head.title}”" if head.title else "(no headline found)"
        sheet.labelled("headline", title, f" — {where(head)}", *identity(head.id))
    if column.copies:
        sheet.labelled("near copies", "; ".join(where(head) for head in column.copies))
    for naming in (*column.actors, *column.places):
        _put_naming(sheet, naming)
    for label, terms in (("the act", column.acts), ("attribution", column.attribution)):
        if terms:
            sheet.labelled(label, _words(terms))
    for use in column.contested:
        sheet.labelled("contested", *_contested(use))


def _put_naming(sheet: Sheet, naming: "Naming") -> None:
    sheet.labelled(naming.of.name, _words(naming.terms))
    if naming.contested:
        called = "; ".join(f"“{word}” by {users}" for word, users in naming.contested)
        sheet.labelled("", f"called {called}")


def _words(terms: "Iterable[Term]") -> str:
    return ", ".join(f"“{term.words}”" for term in terms)


def _contested(use: "ContestedUse") -> tuple[str, ...]:
    by_profile = f"by the profile a word of {use.used_by}"
    return f"“{use.term.words}” for {use.thing}", f" · {_voice(use)} · {by_profile}"


def _voice(use: "ContestedUse") -> str:
    if use.term.in_headline:
        return "in the headline"
    return f"said by {actors(use.voice)}" if use.voice else "no speaker read"


def _put_silent(sheet: Sheet, found: "EventWording") -> None:
    assert found.days is not None  # noqa: S101 - see the caller
    first, last = found.days
    between = f"between {first} and {last}"
    if not found.silent:
        sheet.put(f"No other outlet of this record published {between}.")
        return
    otherwise = [o for o in found.silent if o.near]
    for told in otherwise:
        sheet.put(f"{told.outlet} told of that day and those sides in words that were not joined:")
        for entry in told.near[:NEAR_SHOWN]:
            sheet.put(sentence(entry), f" · {entry.id[:8]}", indent=2)
    carried = [o for o in found.silent if o.carried and not o.near]
    for silent in carried:
        titles = "; ".join(
            f"“{h.title}” ({short(h.id)})" if h.title else short(h.id) for h in silent.carried
        )
        sheet.put(f"{silent.outlet} carried the story, with no report of this in it: {titles}")
    names = [
        f"{o.outlet} ({counted(o.articles, 'article')})"
        for o in found.silent
        if not o.near and not o.carried
    ]
    if names:
        sheet.put(f"Published {between}, with no report of it in this record: {', '.join(names)}.")
