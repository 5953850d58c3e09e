"""``detente timeline`` and ``detente agenda``: things in the order of their days."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.cli.chains import put_standing
from detente.cli.ending import nothing, write_json
from detente.cli.evidence import identity, put_quote
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout
from detente.model.chain import Chain
from detente.model.filter import Filter
from detente.model.when import DayIs
from detente.wording import days, event_words, facts, support, what_became

if TYPE_CHECKING:
    from detente.query import AgendaItem, TimelineItem


@takes_filters()
def timeline(*, wanted: Filter, record: RecordFolder = None, as_json: AsJson = False) -> None:
    """Show what happened and what was said, by day."""
    from detente import query
    from detente.export import timeline_shape

    with open_record(record) as ledger:
        items = query.timeline(ledger, known_tracks(wanted, ledger.process))
    if as_json:
        write_json([timeline_shape(item) for item in items])
    else:
        _put_timeline(Sheet(stdout()), items)
    if not items:
        nothing("Nothing with a day matches.")


@takes_filters()
def agenda(*, wanted: Filter, record: RecordFolder = None, as_json: AsJson = False) -> None:
    """Show the meetings and promises that are to come."""
    from detente import query
    from detente.export import agenda_shape

    with open_record(record) as ledger:
        items = query.agenda(ledger, known_tracks(wanted, ledger.process))
    if as_json:
        write_json([agenda_shape(item) for item in items])
    else:
        _put_agenda(Sheet(stdout()), items)
    if not items:
        nothing("Nothing is to come, by the articles that match.")


def _put_timeline(sheet: Sheet, items: "tuple[TimelineItem, ...]") -> None:
    day = ""
    for item in items:
        if days(item.date) != day:
            if day:
                sheet.blank()
            day = days(item.date)
            sheet.put((day, "bold"))
        became = (
            what_became(item.event, unheard=item.unheard, declined=item.declined)
            if item.event
            else ""
        )
        _put_thing(sheet, item, became=became, day_is=item.day_is)


def _put_agenda(sheet: Sheet, items: "tuple[AgendaItem, ...]") -> None:
    for number, item in enumerate(items):
        if number:
            sheet.blank()
        sheet.put((days(item.date, unknown="no day set"), "bold"), f" · {item.state.value}")
        became = what_became(item.event, unheard=False) if item.event else ""
        _put_thing(sheet, item, chain=item.chain, became=became)


def _put_thing(
    sheet: Sheet,
    item: "TimelineItem | AgendaItem",
    *,
    chain: Chain | None = None,
    became: str = "",
    day_is: DayIs | None = None,
) -> None:
    kind, event = (item.kind.value, "bold"), item.event
    if event:
        told = (event.status, became, event_words(event), support(event))
        sheet.put(kind, f" · {_joined(told)}", *identity(event.id), indent=2)
    else:
        words = _joined((day_is.value if day_is else "", facts(item.reports[0].entry)))
        sheet.put(kind, f" · {words}" if words else "", indent=2)
    if chain:
        put_standing(sheet, chain, item.reports)
    for report in item.reports:
        put_quote(sheet, report, indent=6)


def _joined(words: Iterable[str]) -> str:
    return " · ".join(filter(None, words))
