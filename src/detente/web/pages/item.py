"""A page of its own for the evidence of one thing."""

from detente import query
from detente.export import event_shape, page_shape
from detente.export.answers import head_shape
from detente.web.address import DAYS
from detente.web.answer import HEAD_COLUMNS, Answer, Asked, Page, Row, Rows, head_cells, rows_of
from detente.web.coverage import Part, part_of
from detente.web.pages.forms import Typed
from detente.web.pages.missing import not_found
from detente.web.panel import MISSING, Evidence, Panel, open_panel
from detente.wording import event_title, outlet

COLUMNS = ("id", "sentence", "quotation", "citation")
STORY_COLUMNS = ("id", "outlet", "published", "tells", "leaves_out", "joined", *HEAD_COLUMNS)


def answer(asked: Asked, typed: Typed | None = None) -> Answer:
    """Show what an id stands for."""
    panel = open_panel(asked.ledger, asked.address, asked.name, part=asked.address.page)
    if panel.page is None:
        return not_found(MISSING)
    return Answer(
        template="item.html",
        title=panel.title,
        rows=_rows(panel),
        more=panel.more > 0,
        values={"shown": panel, "typed": typed},
    )


def _rows(panel: Panel) -> Rows:
    """Write the sentences as rows; of a story its articles."""
    if panel.coverage is None:
        return rows_of(COLUMNS, panel.evidence, _cells, _shape)
    articles = [part_of(each, panel.coverage) for each in panel.headlines]
    return rows_of(STORY_COLUMNS, articles, _part_cells, _part_shape)


def _part_cells(part: Part) -> Row:
    published = str(part.head.published) if part.head.published else None
    return (
        *(part.head.id, part.head.outlet, published),
        [event_title(event) for event in part.tells],
        [event_title(event) for event in part.leaves_out],
        [f"{outlet(other)}: {'; '.join(because)}" for other, because in part.joined],
        *head_cells(part.head),
    )


def _part_shape(part: Part) -> object:
    return head_shape(part.head) | {
        "copy_of": part.copy_of or None,
        "tells": [event_shape(event) for event in part.tells],
        "leaves_out": [event_shape(event) for event in part.leaves_out],
        "joined": [{"with": other.id, "because": list(because)} for other, because in part.joined],
    }


def _cells(each: Evidence) -> tuple[str, ...]:
    return (each.told.id, each.told.sentence, each.quotation, each.citation)


def _shape(each: Evidence) -> object:
    page = query.EntryPage(recorded=each.told, context=each.context, events=())
    return page_shape(page) | {"quotation": each.quotation, "citation": each.citation}


PAGE = Page(path="/item/{name}", title="Evidence", answer=answer, in_menu=False, uses=DAYS)
