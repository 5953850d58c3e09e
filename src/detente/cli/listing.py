"""``detente list`` and ``detente search``."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.corrections import put_correction
from detente.cli.ending import nothing, write_json
from detente.cli.evidence import identity, put_entry, put_event, put_quote
from detente.cli.kinds import ENTRY_KINDS, read_kind
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.passages import put_passage
from detente.cli.sheet import Sheet
from detente.cli.stories import put_story
from detente.cli.terminal import stdout
from detente.model.filter import Filter
from detente.wording import counted, outlet, printed, published, short, where

if TYPE_CHECKING:
    from detente.ledger import Ledger
    from detente.query import (
        RecordedDocument,
        RecordedRejection,
        SearchHit,
        UnlistedActor,
    )

KindArgument = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        parser=read_kind,
        help="entries, or one kind of them (statements, meetings, incidents, agreements, commitments, "
        "conditions, demands, refusals, accusations, assessments); events, documents (or articles); "
        "stories (pieces of news that several articles report); "
        "actors (those that the profile does not list); rejections (or left-out: what gave nothing, and why); "
        "corrections (what people said of the record, and what became of it).",
    ),
]
WordsArgument = Annotated[
    str,
    typer.Argument(
        metavar="TEXT", help='Words that must all occur; "in quotation marks" a phrase.'
    ),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many finds.")]


@takes_filters()
def list_(
    kind: KindArgument,
    *,
    wanted: Filter,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """List entries of a kind, events, articles and more."""
    with open_record(record) as ledger:
        found = _find(ledger, kind, known_tracks(wanted, ledger.process))
    shape, put = _faces(kind)
    if as_json:
        write_json([shape(each) for each in found])
    else:
        _put_all(found, put)
    if not found:
        nothing(f"No {kind} match.")


@takes_filters()
def search(
    text: WordsArgument,
    *,
    wanted: Filter,
    limit: Limit = 50,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Find entries and articles by their words."""
    from detente import query
    from detente.export import hit_shape

    if not any(letter.isalnum() for letter in text):
        raise typer.BadParameter(f"{text!r} holds no word to search for.")
    with open_record(record) as ledger:
        hits = query.search(ledger, text, known_tracks(wanted, ledger.process), limit=limit)
    if as_json:
        write_json([hit_shape(hit) for hit in hits])
    else:
        _put_all(hits, _put_hit)
    if not hits:
        nothing(f"Nothing in the record holds {text!r}.")


def _find(ledger: "Ledger", kind: str, wanted: Filter) -> tuple[Any, ...]:
    from detente import query

    if kind in ENTRY_KINDS:
        return query.entries(ledger, replace(wanted, kinds=ENTRY_KINDS[kind]))
    if kind == "events":
        return query.events(ledger, wanted)
    if kind == "documents":
        return query.documents(ledger, wanted)
    if kind == "stories":
        return query.stories(ledger, wanted)
    if replace(wanted, as_of=None, known_at=None) != Filter():
        raise typer.BadParameter(f"{kind} are listed whole: leave the filters out.")
    if kind == "corrections":
        if wanted != Filter():
            raise typer.BadParameter(
                "corrections are listed as they are now: leave the filters out."
            )
        return query.corrections(ledger)
    find = query.unlisted_actors if kind == "actors" else query.rejections
    return find(ledger, wanted)


def _faces(kind: str) -> tuple[Callable[[Any], Any], Callable[[Sheet, Any], None]]:
    """Return how things of a kind are written as JSON, and on the page."""
    from detente import export

    if kind in ENTRY_KINDS:
        return export.entry_shape, put_entry
    faces: dict[str, tuple[Callable[[Any], Any], Callable[[Sheet, Any], None]]] = {
        "events": (export.told_event_shape, put_event),
        "documents": (export.recorded_document_shape, _put_document),
        "stories": (export.told_story_shape, put_story),
        "actors": (export.unlisted_actor_shape, _put_actor),
        "rejections": (export.recorded_rejection_shape, _put_rejection),
        "corrections": (export.correction_shape, put_correction),
    }
    return faces[kind]


def _put_all(things: Iterable[Any], put: Callable[[Sheet, Any], None]) -> None:
    sheet = Sheet(stdout())
    for number, thing in enumerate(things):
        if number:
            sheet.blank()
        put(sheet, thing)


def _put_document(sheet: Sheet, recorded: "RecordedDocument") -> None:
    document = recorded.document
    sheet.put((document.title or "(no headline found)", "bold"), *identity(recorded.id))
    basis = f" ({document.published_basis})" if document.published_basis else ""
    name = document.outlet or "outlet not known"
    sheet.put(f"{name}, {published(document.published)}{basis}", indent=4)
    for source in recorded.sources:
        sheet.put(source, indent=4)
    if recorded.superseded_by:
        sheet.put(f"older version; the newest is {short(recorded.superseded_by)}", indent=4)


def _put_actor(sheet: Sheet, actor: "UnlistedActor") -> None:
    times = counted(actor.count, "entry", "entries")
    sheet.put((actor.name, "bold"), f" · {times} · {actor.id}")
    put_quote(sheet, actor.example, indent=4)


def _put_rejection(sheet: Sheet, recorded: "RecordedRejection") -> None:
    rejection = recorded.rejection
    if recorded.document is None:
        sheet.put((rejection.reason.value, "bold"), f" · {rejection.source}")
        sheet.put(rejection.detail, indent=4)
        return
    sheet.put((rejection.reason.value, "bold"), f" · {rejection.detail}")
    sheet.put(printed(rejection.subject), indent=4)
    sheet.put(f"— {where(recorded.document)}", *identity(recorded.document.id), indent=4)


def _put_hit(sheet: Sheet, hit: "SearchHit") -> None:
    if hit.entry:
        put_entry(sheet, hit.entry)
        return
    head = hit.document
    title = head.title or "(no headline found)"
    sheet.put(("article", "bold"), f" · {title}")
    put_passage(sheet, hit.context, indent=4)
    sheet.put(f"— {outlet(head)}, {published(head.published)}", *identity(head.id), indent=4)
