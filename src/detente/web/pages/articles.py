"""The articles of the record, and what was left out of it."""

from collections.abc import Callable

from detente import query
from detente.export import recorded_rejection_shape
from detente.export.answers import head_shape
from detente.export.shapes import shared_source
from detente.query import ListedArticle, RecordedRejection
from detente.web.address import DAYS, ROWS, without
from detente.web.answer import Answer, Asked, Page, Row, Whole, rows_of
from detente.web.wholes import in_parts, whole_of

COLUMNS = (
    "id",
    "title",
    "outlet",
    "published",
    "published_basis",
    "entries",
    "source",
    "url",
    "recorded_at",
)
LEFT_COLUMNS = ("id", "reason", "detail", "source", "subject", "document")
NEWEST, OLDEST = ("newest", "newest first"), ("oldest", "oldest first")
RECORDED = ("recorded", "last added first")
UNDATED = ("undated", "without a day")


def articles(asked: Asked) -> Answer:
    """Show one page of the articles."""
    address = asked.address
    order = address.choice("order", ("newest", "oldest", "recorded", "undated"))
    found = query.articles(
        asked.ledger, address.filter, order=order, limit=ROWS + 1, offset=address.offset
    )
    shown = found[:ROWS]
    return Answer(
        template="articles.html",
        title="Articles",
        rows=rows_of(COLUMNS, shown, _cells, _shape),
        more=len(found) > ROWS,
        whole=whole_of(
            address,
            lambda: in_parts(
                lambda limit, offset: query.articles(
                    asked.ledger, address.filter, order=order, limit=limit, offset=offset
                )
            ),
            cells=_cells,
            shape=_shape,
            shown=len(shown),
            count=_counts(asked, order) if len(found) > ROWS else None,
        ),
        values={"articles": shown, "orders": (NEWEST, OLDEST, RECORDED, UNDATED)},
    )


def _counts(asked: Asked, order: str) -> Callable[[int], int]:
    return lambda most: query.count_articles(
        asked.ledger, asked.address.filter, order=order, most=most
    )


def _cells(each: ListedArticle) -> Row:
    head = each.head
    published = str(head.published) if head.published else None
    return (
        *(head.id, head.title, head.outlet, published, head.published_basis, each.entries),
        *(shared_source(head.source), head.url, each.recorded_at.isoformat()),
    )


def _shape(each: ListedArticle) -> object:
    return head_shape(each.head) | {
        "entries": each.entries,
        "recorded_at": each.recorded_at.isoformat(),
    }


def left_out(asked: Asked) -> Answer:
    """Show one page of what was left out, with the reasons."""
    found = query.rejections(
        asked.ledger, asked.address.filter, limit=ROWS + 1, offset=asked.address.offset
    )
    shown = found[:ROWS]
    return Answer(
        template="left-out.html",
        title="Left out",
        rows=rows_of(LEFT_COLUMNS, shown, _left_cells, _left_shape),
        more=len(found) > ROWS,
        whole=Whole(
            things=lambda: in_parts(
                lambda limit, offset: query.rejections(
                    asked.ledger, asked.address.filter, limit=limit, offset=offset
                )
            ),
            cells=_left_cells,
            shape=_left_shape,
            count=None if len(found) > ROWS else asked.address.offset + len(shown),
        ),
        values={"rejections": shown},
    )


def _left_cells(each: RecordedRejection) -> Row:
    what = each.rejection
    document = each.document.id if each.document else None
    source = shared_source(what.source)
    return (document or source, what.reason, what.detail, source, what.subject, document)


def _left_shape(each: RecordedRejection) -> object:
    shape = recorded_rejection_shape(each)
    return shape | {"source": shared_source(shape["source"])}


ARTICLES = Page(
    path="/articles",
    title="Articles",
    answer=articles,
    key="a",
    uses=without("text"),
    takes=("order",),
)
LEFT_OUT = Page(path="/left-out", title="Left out", answer=left_out, uses=DAYS)
