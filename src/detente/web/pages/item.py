"""A page of its own for the evidence of one thing."""

from detente import query
from detente.export import page_shape
from detente.web.address import DAYS
from detente.web.answer import Answer, Asked, Page, rows_of
from detente.web.pages.forms import Typed
from detente.web.pages.missing import not_found
from detente.web.panel import MISSING, MOST, Evidence, open_panel

COLUMNS = ("id", "sentence", "quotation", "citation")


def answer(asked: Asked, typed: Typed | None = None) -> Answer:
    """Show what an id stands for."""
    first = (asked.address.page - 1) * MOST
    panel = open_panel(asked.ledger, asked.address, asked.name, first=first)
    if panel.page is None:
        return not_found(MISSING)
    return Answer(
        template="item.html",
        title=panel.title,
        rows=rows_of(COLUMNS, panel.evidence, _cells, _shape),
        more=panel.more > 0,
        values={"shown": panel, "typed": typed},
    )


def _cells(each: Evidence) -> tuple[str, ...]:
    return (each.told.id, each.told.sentence, each.quotation, each.citation)


def _shape(each: Evidence) -> object:
    page = query.EntryPage(recorded=each.told, context=each.context, events=())
    return page_shape(page) | {"quotation": each.quotation, "citation": each.citation}


PAGE = Page(path="/item/{name}", title="Evidence", answer=answer, in_menu=False, uses=DAYS)
