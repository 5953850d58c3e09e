"""The twins of a page: exactly its rows, as JSON and as CSV."""

from collections.abc import Iterator
from typing import Any

from starlette.responses import Response

from detente.export import json_page, table_lines
from detente.model.codec import Json
from detente.web.address import Address
from detente.web.answer import Answer, Asked


def json_twin(asked: Asked, answer: Answer) -> Response:
    """Write the rows as JSON, with the filter that they passed."""
    value: Json = {
        "process": asked.ledger.process.name,
        "title": answer.title,
        "asked": asked_shape(asked.address),
        "not_applied": {**asked.address.faults, **asked.address.notes},
        "more": answer.more,
        "rows": list(answer.rows.shapes),
    }
    return Response(json_page(value), answer.status, media_type="application/json")


def asked_shape(address: Address) -> Json:
    """Write what was asked for: each parameter with its values."""
    names = dict.fromkeys(name for name, value in address.typed if value and name != "item")
    return {name: list(address.values(name)) for name in names} | {"page": address.page}


def csv_twin(asked: Asked, answer: Answer) -> Response:
    """Write the rows as CSV."""
    name = asked.address.path.strip("/").replace("/", "-").rsplit(".", 1)[0] or "board"
    ascii_name = "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{ascii_name[:60]}.csv"'}
    text = "".join(_lines(answer))
    return Response(
        text.encode("utf-8", "backslashreplace"), answer.status, headers, "text/csv; charset=utf-8"
    )


def _lines(answer: Answer) -> Iterator[str]:
    rows: tuple[tuple[Any, ...], ...] = answer.rows.cells
    return table_lines(answer.rows.columns, rows)
