"""Lines of a ``.jsonl`` file -> one article each; a bad line is a Rejection and the others are read."""

import html
import json
from collections.abc import Iterator
from typing import IO, Any

from detente.ingest.article import Raw
from detente.ingest.limits import MAX_ROW_BYTES, MEBIBYTE
from detente.ingest.publication import day_from
from detente.model.document import Found, Reason, Rejection

_HOW = "field of the row"


def rows_in(stream: IO[bytes], source: str) -> Iterator[Raw | Rejection]:
    """Yield the articles of a file of rows, one line in memory at a time."""
    number = 0
    while line := stream.readline(MAX_ROW_BYTES + 1):
        number += 1
        if len(line) > MAX_ROW_BYTES:
            _skip_line(stream, line)
            detail = f"line {number} is longer than {MAX_ROW_BYTES // MEBIBYTE} MB"
            yield Rejection(Reason.TOO_LARGE, detail, source, f"line {number}")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _row(line, source, number)


def _skip_line(stream: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MEBIBYTE)


def _row(line: bytes, source: str, number: int) -> Raw | Rejection:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _bad(source, number, f"not UTF-8 at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return _bad(source, number, f"not JSON: {str(error)[:120]}")
    if not isinstance(row, dict):
        return _bad(source, number, "not an object of fields")
    text = row.get("text")
    if not isinstance(text, str):
        return _bad(source, number, "no field 'text', or it holds no text")
    if not text.strip():
        return Rejection(
            Reason.EMPTY, f"line {number}: the text is empty", source, f"line {number}"
        )
    return Raw(_name(row, source, number), text, tuple(_given(row)))


def _bad(source: str, number: int, why: str) -> Rejection:
    return Rejection(Reason.BAD_ROW, f"line {number}: {why}", source, f"line {number}")


def _name(row: dict[str, Any], source: str, number: int) -> str:
    if url := _words(row.get("url")):
        return url
    own = row.get("id")
    is_id = isinstance(own, (str, int)) and str(own).strip()
    return f"{source}#{str(own).strip()}" if is_id else f"{source}#line {number}"


def _given(row: dict[str, Any]) -> Iterator[Found]:
    for field in ("title", "outlet", "url"):
        if words := _words(row.get(field)):
            yield Found(field, words if field == "url" else html.unescape(words), _HOW)
    bylines = row.get("byline")
    for line in bylines if isinstance(bylines, list) else [bylines]:
        if words := _words(line):
            yield Found("byline", words, _HOW)
    stamp = _words(row.get("date"))
    if stamp and (day := day_from(stamp)):
        yield Found("published", day.isoformat(), _HOW)


def _words(value: object) -> str:
    """Return a field's words on one line; anything but text counts as absent."""
    return " ".join(value.split()) if isinstance(value, str) else ""
