"""``detente init``, ``add``, ``reread`` and ``verify``: make a record, read articles into it, check it."""

import shlex
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import Code, end, nothing, write_json
from detente.cli.opening import open_record
from detente.cli.options import AsJson, RecordFolder
from detente.cli.sheet import Sheet
from detente.cli.terminal import one_line, say, stderr, stdout
from detente.model.document import Rejection
from detente.model.errors import RecordError
from detente.wording import counted

if TYPE_CHECKING:
    from detente.pipeline import AddReport, Progress, Step

NAME_SHOWN = 30  # columns of a file's name beside the bar

FolderArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder of the record; made where it is not there.")
]
ProcessOption = Annotated[
    str,
    typer.Option(
        "--process",
        metavar="NAME|FOLDER",
        help="The peace process: armenia-azerbaijan, blank (nothing known beforehand), "
        "or the folder of a profile.",
    ),
]
PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders and archives of text, Markdown and HTML; .jsonl with title, date, outlet, "
        "url and text.",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", metavar="N", min=1, help="Read on so many processors.")
]


def init(folder: FolderArgument, *, process: ProcessOption, as_json: AsJson = False) -> None:
    """Make an empty record of a peace process."""
    from detente.ledger import Ledger

    with Ledger.create(folder, process) as ledger:
        name = ledger.process.name
    if as_json:
        write_json({"record": str(folder), "process": name})
    else:
        Sheet(stdout()).put(f"Made a record of {name} in {folder}")
    say(f"Next: detente add PATH --record {shlex.quote(str(folder))}")


def add(
    paths: PathsArgument,
    *,
    jobs: Jobs = 1,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Read articles into the record; safe to repeat."""
    from detente import pipeline

    with open_record(record) as ledger, resumable(), progress_bar("Reading") as progress:
        report = pipeline.add(ledger, paths, process=ledger.process, progress=progress, jobs=jobs)
    _tell(report, as_json=as_json)
    _end_reading(report, f"Nothing to read in {', '.join(map(str, paths))}.")


def reread(*, jobs: Jobs = 1, record: RecordFolder = None, as_json: AsJson = False) -> None:
    """Read the stored articles again, after a new version of the program or of the profile."""
    from detente import pipeline

    with open_record(record) as ledger, resumable(), progress_bar("Reading") as progress:
        report = pipeline.reread(ledger, process=ledger.process, progress=progress, jobs=jobs)
    _tell(report, as_json=as_json)
    _end_reading(report, "Every article was read by this version of the program already.")


def _tell(report: "AddReport", *, as_json: bool) -> None:
    from detente.export import rejection_shape

    if not as_json:
        put_summary(Sheet(stdout()), report)
        return
    lists = {
        "new": report.new,
        "versions": report.versions,
        "reread": report.reread,
        "empty": report.empty,
        "ahead": report.ahead,
    }
    left = {"duplicates": report.duplicates, "rejected": report.rejected}
    write_json(
        {name: list(them) for name, them in lists.items()}
        | {name: [rejection_shape(r) for r in rest] for name, rest in left.items()}
        | {"entries": report.entries}
    )


def _end_reading(report: "AddReport", none: str) -> None:
    taken = (*report.new, *report.versions, *report.reread, *report.duplicates)
    if not taken and not report.rejected:
        nothing(none)
    if report.rejected:
        end(Code.PARTLY if taken else Code.ERROR)


@contextmanager
def resumable() -> Iterator[None]:
    """Say on Ctrl-C that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        say("Interrupted. What was read is kept; the same command goes on from there.")
        raise


@contextmanager
def progress_bar(label: str) -> "Iterator[Progress]":
    """Show a bar on stderr while files are read; none where stderr is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=(console := stderr()), disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None, name="")

        def show(step: "Step") -> None:
            name = one_line(Path(step.source).name)[:NAME_SHOWN]
            bar.update(task, total=step.total, completed=step.done, name=name)

        yield show


def put_summary(sheet: Sheet, report: "AddReport") -> None:
    """Write what became of the inputs, each that was not read with its reason."""
    sheet.put(
        f"{counted(len(report.new), 'new article')}, {counted(report.entries, 'entry', 'entries')} read"
    )
    counts = (
        (report.versions, "new versions of articles that were there"),
        (report.reread, "read again by this version of the program"),
        (report.duplicates, "there already"),
        (report.rejected, "not read:"),
    )
    for them, what in counts:
        if them:
            sheet.put(f"{len(them)} {what}")
    _put_rejections(sheet, report.rejected)
    doubts = (
        (report.empty, "gave no entry; is it of this process?", "gave no entry; are they of this process?"),
        (report.ahead, "is dated after today; check its day", "are dated after today; check their days"),
    )  # fmt: skip
    for sources, one, several in doubts:
        if sources:
            sheet.put(f"{counted(len(sources), 'article')} {one if len(sources) == 1 else several}")
        for source in sources:
            sheet.put((source, "bold"), indent=4)


def _put_rejections(sheet: Sheet, rejected: Iterable[Rejection]) -> None:
    for rejection in rejected:
        why = ": ".join(filter(None, (rejection.reason.value, rejection.detail)))
        sheet.put((rejection.source, "bold"), f" · {why}", indent=4)


def verify(*, record: RecordFolder = None, as_json: AsJson = False) -> None:
    """Check every passage against its stored text."""
    from detente.ledger import verify as check

    with open_record(record) as ledger:
        report = check(ledger)
    counts = {"documents": report.documents, "entries": report.entries, "passages": report.passages}
    if as_json:
        flaws = [{"subject": flaw.subject, "problem": flaw.problem} for flaw in report.flaws]
        write_json(counts | {"sound": report.sound, "flaws": flaws})
    else:
        sheet = Sheet(stdout())
        sheet.put("Checked " + ", ".join(f"{what}: {n}" for what, n in counts.items()))
        for flaw in report.flaws:
            sheet.put((flaw.subject, "bold"), f" · {flaw.problem}", indent=2)
        if report.sound:
            sheet.put("Every passage stands letter by letter in its stored text.")
    if not report.sound:
        raise RecordError(
            f"{len(report.flaws)} things in the record do not hold. Keep the file as it is, make a new record "
            "with 'detente init' and add the articles to it again."
        )
