"""``detente positions``: what somebody has said on a track, by day, and what moved in the wording."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import nothing, write_json
from detente.cli.evidence import hang_of, identity
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.sheet import Piece, Sheet
from detente.cli.terminal import say, stdout
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.wording import attribution, days, set_words, short

if TYPE_CHECKING:
    from detente.query import Moved, Position, PositionLine, Run

PageLimit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="At most so many passages.")
]
Offset = Annotated[
    int,
    typer.Option("--offset", metavar="N", min=0, help="Leave out so many passages before them."),
]
MARKS = {"new": ("[+", "+]", "bold"), "dropped": ("[-", "-]", "dim"), "kept": ("", "", "")}


@takes_filters()
def positions(
    *,
    wanted: Filter,
    limit: PageLimit = 200,
    offset: Offset = 0,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show what somebody has said on a track, by day, and where the wording moved.

    Each line is held against the nearest of an earlier day on its matter: [-dropped-] and [+new+] words, and whether it
    is firmer, weaker, conditional or a refusal now. A line marked "new" has none. --from and --to bound the day on
    which a thing was said.
    """
    from detente import query
    from detente.export import positions_shape

    if not wanted.by:
        raise typer.BadParameter("whose positions? Name a person or side with --by.")
    with open_record(record) as ledger:
        known = known_tracks(wanted, ledger.process)
        page = query.positions(ledger, known, limit=limit, offset=offset)
    if as_json:
        write_json(positions_shape(page))
    else:
        _put_lines(Sheet(stdout()), page.lines)
    if not page.lines:
        nothing(f"Nothing in the record is said by {' or '.join(wanted.by)} that matches.")
    if page.next_offset is not None and not as_json:
        say(f"There is more: --offset {page.next_offset}")


def _put_lines(sheet: Sheet, lines: "tuple[PositionLine, ...]") -> None:
    for number, line in enumerate(lines):
        if number:
            sheet.blank()
        position = line.position
        dated = position.day_is.value != "not known"
        new = (" · new",) if line.move is None and dated else ()
        sheet.put((_day(position), "bold"), *_stance(position), *new)
        words = set_words(position.reports[0], position.words)
        sheet.put(words, indent=4, hang=hang_of(words))
        _put_reports(sheet, position)
        if line.move:
            _put_move(sheet, line.move)


def _day(position: "Position") -> str:
    if position.day_is.value == "not known":
        return "day not known"
    return f"{days(position.date)}, {position.day_is.value}"


def _stance(position: "Position") -> tuple[Piece, ...]:
    kinds = [
        f"{kind.value} ({position.strength.value})"
        if kind is Kind.COMMITMENT and position.strength
        else kind.value
        for kind in position.kinds
    ]
    told = ["told by another"] if position.told_by_another else []
    if not kinds:
        of_others = dict.fromkeys(report.entry.kind.value for report in position.reports)
        told = [f"tells of another's {kind}" for kind in of_others]
    return tuple(f" · {word}" for word in (*kinds, *told))


def _put_reports(sheet: Sheet, position: "Position") -> None:
    """Write each article once, by its longest passage."""
    seen: set[str] = set()
    for report in position.reports:
        if report.document.id not in seen:
            seen.add(report.document.id)
            sheet.put("— " + attribution(report), *identity(report.id), indent=4)


def _put_move(sheet: Sheet, move: "Moved") -> None:
    against = move.against
    shifts = "".join(f" · {shift.value}" for shift in move.shifts)
    since = f"against {days(against.date)} ({short(against.reports[0].id)})"
    sheet.put(since, (shifts, "bold"), indent=4)
    wording = move.wording
    if all(run.how.value == "kept" for run in wording.runs):
        sheet.put("the same words", indent=6)
        return
    if wording.legible:
        sheet.put(*_marked(wording.runs), indent=6, hang=0)
        return
    for label, words in (("new words", wording.new), ("dropped", wording.dropped)):
        if words:
            sheet.put(f"{label}: {', '.join(words)}", indent=6)


def _marked(runs: "tuple[Run, ...]") -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for run in runs:
        before, after, style = MARKS[run.how.value]
        lead = " " if pieces else ""
        pieces.append((f"{lead}{before}{run.text}{after}", style))
    return tuple(pieces)
