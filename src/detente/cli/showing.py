"""``detente show``: one thing in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.chains import put_chain
from detente.cli.differing import put_differences
from detente.cli.ending import nothing, write_json
from detente.cli.evidence import identity, put_entry, put_quote
from detente.cli.opening import open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.passages import put_passage
from detente.cli.sheet import Piece, Sheet
from detente.cli.stories import put_story_page
from detente.cli.terminal import stdout
from detente.model.correction import ReviewState
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.wording import (
    actors,
    days,
    event_words,
    facts,
    printed,
    published,
    short,
    support,
    where,
)

if TYPE_CHECKING:
    from detente.model.correction import Review
    from detente.model.event import Event, Step
    from detente.query import DocumentHead, DocumentPage, EntryPage, EventPage, Page

ItemArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="Id of an entry, event, document or story, or its first digits."
    ),
]


@takes_filters("as_of", "known_at")
def show(
    item: ItemArgument, *, wanted: Filter, record: RecordFolder = None, as_json: AsJson = False
) -> None:
    """Show one entry, event, article or story in its context."""
    from detente import query
    from detente.export import page_shape

    with open_record(record) as ledger:
        page = query.show(ledger, item.casefold(), as_of=wanted.as_of, known_at=wanted.known_at)
    if page is None:
        nothing(
            f"Nothing in the record has the id {item!r}. Ids stand at the end of lines; six letters of one "
            "are enough where no other begins so. An event of an earlier state needs its --as-of or "
            "--known-at."
        )
    if as_json:
        write_json(page_shape(page))
    else:
        _put_page(Sheet(stdout()), page)


def _put_page(sheet: Sheet, page: "Page") -> None:
    from detente.query import DocumentPage, EntryPage, EventPage, StoryPage

    match page:
        case EntryPage():
            _put_entry_page(sheet, page)
        case EventPage():
            _put_event_page(sheet, page)
        case DocumentPage():
            _put_document_page(sheet, page)
        case StoryPage():
            put_story_page(sheet, page)


def _put_entry_page(sheet: Sheet, page: "EntryPage") -> None:
    put_entry(sheet, page.recorded)
    sheet.blank()
    for passage in page.context:
        put_passage(sheet, passage, indent=4)
        sheet.blank()
    _put_head(sheet, page.recorded.document)
    if page.events:
        sheet.labelled("events", ", ".join(short(event) for event in page.events))
    if page.superseded_by:
        sheet.labelled("superseded by", *identity(page.superseded_by)[1:])
    if page.recorded.review:
        sheet.labelled("review", *_review(page.recorded.review))


def _review(word: "Review") -> tuple[Piece, ...]:
    """Write the last word of a person on an entry."""
    told = (
        f"{word.state.value} by {word.by}, {word.on:%Y-%m-%d %H:%M} · correction {word.correction}"
    )
    why = f" · {word.reason}" if word.reason else ""
    other = "made of" if word.state is ReviewState.EDITED else "by"
    return (told + why, *((f" · {other} ", *identity(word.entry)[1:]) if word.entry else ()))


def _put_head(sheet: Sheet, head: "DocumentHead") -> None:
    """Write how the document is known."""
    sheet.labelled("headline", head.title or "(none found)")
    sheet.labelled("outlet", head.outlet or "not known")
    if head.byline:
        sheet.labelled("byline", ", ".join(head.byline))
    basis = f" ({head.published_basis})" if head.published_basis else ""
    sheet.labelled("published", published(head.published) + basis)
    if head.url:
        sheet.labelled("address", head.url)
    sheet.labelled("file", head.source)
    sheet.labelled("document", *identity(head.id)[1:])


def _put_event_page(sheet: Sheet, page: "EventPage") -> None:
    event = page.recorded.event
    sheet.put((event.kind.value, "bold"), f" · {event.status}", *identity(event.id))
    sheet.labelled("what", " · ".join(filter(None, (_when(event), event_words(event)))))
    if event.tracks:
        sheet.labelled("tracks", ", ".join(event.tracks))
    copies = " (copies of one text count once)" if len(event.outlets) > event.support else ""
    outlets = ", ".join(event.outlets) or "not known"
    sheet.labelled("told by", f"{support(event)}{copies}: {outlets}")
    for number, step in enumerate(event.history):
        sheet.labelled("" if number else "history", _step(step), *identity(step.entry))
    if page.chain:
        put_chain(sheet, page.chain, page.recorded.reports)
    for link in event.links:
        why = "; ".join(feature.because for feature in link.features)
        sheet.labelled("joined", f"{short(link.first)} and {short(link.second)}: {why}")
    put_differences(sheet, page)


def _when(event: "Event") -> str:
    due = "due " if event.kind is Kind.COMMITMENT and event.date else ""
    return due + days(event.date)


def _step(step: "Step") -> str:
    said_by = f"said by {actors(step.said_by)}" if step.said_by else ""
    source = f"{step.outlet or 'outlet not known'}, {published(step.published)}"
    return " · ".join(filter(None, (step.status, days(step.date), said_by, source)))


def _put_document_page(sheet: Sheet, page: "DocumentPage") -> None:
    document = page.recorded.document
    head = next(version for version in page.versions if version.id == page.recorded.id)
    _put_head(sheet, head)
    for found in document.found:
        sheet.labelled("found", f"{found.field}: {found.value} ({found.how})")
    if page.recorded.superseded_by:
        sheet.labelled("superseded by", *identity(page.recorded.superseded_by)[1:])
    if page.story:
        others = (h for h in page.story.articles if h.id != head.id)
        also = "; ".join(f"{where(other)} ({short(other.id)})" for other in others)
        sheet.labelled("the same news", also, *identity(page.story.story.id))
    sheet.blank()
    sheet.prose([document.text], indent=4)
    for told in page.entries:
        sheet.blank()
        sheet.put((told.entry.kind.value, "bold"), f" · {facts(told.entry)}")
        put_quote(sheet, told, indent=4)
    for rejection in page.rejections:
        sheet.blank()
        sheet.put(f"left out: {rejection.reason.value} · {rejection.detail}")
        sheet.put(printed(rejection.subject), indent=4)
