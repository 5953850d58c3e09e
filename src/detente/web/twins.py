"""The twins of a page: all rows of its filter, as JSON and as CSV, given out as they are made."""

from collections.abc import Iterator

from starlette.responses import Response, StreamingResponse

from detente.export import json_page, table_lines
from detente.model.codec import Json
from detente.web.address import Address
from detente.web.answer import Answer, Asked, Row, Whole

MARK = "\ufeff"  # by which a spreadsheet knows that a file is UTF-8


def json_twin(asked: Asked, answer: Answer) -> Response:
    """Write the rows as JSON, with the filter that they passed."""
    return StreamingResponse(
        _json_parts(asked, answer), answer.status, media_type="application/json"
    )


def _json_parts(asked: Asked, answer: Answer) -> Iterator[str]:
    """Write the head, then one row after the other, indented as if all had been written at once."""
    whole = _whole(asked, answer)
    head: Json = {
        "process": asked.ledger.process.name,
        "title": answer.title,
        "asked": asked_shape(asked.address),
        "not_applied": {**asked.address.faults, **asked.address.notes},
        "more": answer.more and not whole,
        "rows": [],
    }
    opening, closing = json_page(head).rsplit("[]", 1)
    yield f"{opening}["
    shapes = map(whole.shape, whole.things()) if whole else iter(answer.rows.shapes)
    lead = "\n"
    for shape in shapes:
        yield lead + _indented(json_page(shape))
        lead = ",\n"
    yield ("]" if lead == "\n" else "\n  ]") + closing


def _indented(page: str) -> str:
    return "\n".join(f"    {line}" for line in page.splitlines())


def asked_shape(address: Address) -> Json:
    """Write what was asked for: each parameter with its values."""
    names = dict.fromkeys(name for name, value in address.typed if value and name != "item")
    return {name: list(address.values(name)) for name in names} | {"page": address.page}


def csv_twin(asked: Asked, answer: Answer) -> Response:
    """Write the rows as CSV, for a person to open in a spreadsheet."""
    name = asked.address.path.strip("/").replace("/", "-").rsplit(".", 1)[0] or "board"
    ascii_name = "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{ascii_name[:60]}.csv"'}
    return StreamingResponse(
        (part.encode("utf-8", "backslashreplace") for part in _csv_parts(asked, answer)),
        answer.status,
        headers,
        "text/csv; charset=utf-8",
    )


def _csv_parts(asked: Asked, answer: Answer) -> Iterator[str]:
    whole = _whole(asked, answer)
    rows: Iterator[Row] = map(whole.cells, whole.things()) if whole else iter(answer.rows.cells)
    yield MARK
    yield from table_lines(answer.rows.columns, rows)


def _whole(asked: Asked, answer: Answer) -> Whole | None:
    """Return all rows, or nothing where one page of them was asked for by its number."""
    return None if asked.address.value("page") else answer.whole
