"""Inputs -> documents, or why there are none. Nothing that lies in a file raises."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, TypeVar

from detente.ingest.archives import BROKEN, Budget, Member, members_of, unpacked
from detente.ingest.article import Raw, read_article
from detente.ingest.decoding import decode
from detente.ingest.formats import READABLE, Format, format_of, looks_like_page
from detente.ingest.inputs import Input, too_large
from detente.ingest.limits import MAX_FILE_BYTES, MAX_NESTED_BYTES, MAX_NESTING
from detente.ingest.outlet_names import OutletNames, outlet_names
from detente.ingest.page_reader import PAGES, PageError
from detente.ingest.publication import day_from
from detente.ingest.rows import rows_in
from detente.model.document import Document, Found, Reason, Rejection
from detente.model.profile import Outlet

Result = Iterator[Document | Rejection]
T = TypeVar("T")

# what reading from a file, or from a packed one, raises
_UNREADABLE = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stream of bytes with its label: a file, or a member of an archive."""

    source: str
    name: str
    stream: IO[bytes]
    size: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Context:
    names: OutletNames
    budget: Budget


def read_input(item: Input, *, outlets: Sequence[Outlet]) -> Result:
    """Yield the documents of an input, and a Rejection for each part that gives none."""
    context = _Context(outlet_names(tuple(outlets)), Budget())
    try:
        stream = item.open()
    except (OSError, ValueError) as error:
        yield Rejection(Reason.UNREADABLE, _words(error), item.source)
        return
    with stream:
        part = _Part(item.source, item.path.name, stream, item.size)
        yield from _read(part, item.format, context)


def _read(part: _Part, kind: Format, context: _Context) -> Result:
    if kind is Format.ARCHIVE:
        yield from _archive(part, context)
    elif kind is Format.COMPRESSED:
        yield from _compressed(part, context)
    elif kind is Format.ROWS:
        yield from _rows(part, context)
    else:
        yield _single(part, kind, context)


def _single(part: _Part, kind: Format, context: _Context) -> Document | Rejection:
    try:
        data = part.stream.read(MAX_FILE_BYTES + 1)
    except _UNREADABLE as error:
        return Rejection(Reason.UNREADABLE, _words(error), part.source)
    if len(data) > MAX_FILE_BYTES:
        return too_large(part.source)
    decoded = decode(data, part.source)
    if isinstance(decoded, Rejection):
        return decoded
    note = (Found("encoding", "", decoded.how),) if decoded.how else ()
    if kind is Format.PAGE or looks_like_page(decoded.text):
        return _page(decoded.text, part.source, note, context)
    return read_article(Raw(part.source, decoded.text, note), names=context.names)


def _page(
    page: str, source: str, note: tuple[Found, ...], context: _Context
) -> Document | Rejection:
    try:
        result = PAGES.read(page)
    except PageError as failure:
        return Rejection(Reason.TOO_SLOW, f"{failure}; save its text as .txt", source)
    text = "\n\n".join(result["paragraphs"])
    if not text.strip():
        return Rejection(Reason.NO_TEXT, f"no text in {len(page)} signs of markup", source)
    found = tuple(_given(result["found"]))
    how = result["how"]
    extracted = (Found("text", "", how),) if how != "trafilatura" else ()
    return read_article(Raw(source, text, (*note, *extracted, *found)), names=context.names)


def _given(found: list[list[str]]) -> Iterator[Found]:
    """Keep what the markup says, days as ISO days; an unreadable day is left out."""
    for field, value, how in found:
        if field == "published":
            day = day_from(value)
            if day:
                yield Found(field, day.isoformat(), how)
        elif words := " ".join(value.split()):
            yield Found(field, words, how)


def _rows(part: _Part, context: _Context) -> Result:
    rows = _guarded(rows_in(part.stream, part.source), _UNREADABLE, Reason.UNREADABLE, part.source)
    for row in rows:
        yield row if isinstance(row, Rejection) else read_article(row, names=context.names)


def _compressed(part: _Part, context: _Context) -> Result:
    name = part.name[: -len(".gz")]
    kind = format_of(name)
    if kind in (None, Format.ARCHIVE, Format.COMPRESSED):
        yield Rejection(
            Reason.UNKNOWN_FORMAT, f"{name} is not read; what is: {READABLE}", part.source
        )
        return
    inner = replace(part, name=name, stream=unpacked(part.stream))
    yield from _read(inner, kind or Format.TEXT, context)


def _archive(part: _Part, context: _Context) -> Result:
    if part.depth >= MAX_NESTING:
        yield Rejection(Reason.BAD_ARCHIVE, "archives inside archives inside archives", part.source)
        return
    members = members_of(part.stream, part.name, packed=part.size, budget=context.budget)
    for member in _guarded(members, BROKEN, Reason.BAD_ARCHIVE, part.source):
        if isinstance(member, Rejection):
            source = f"{part.source}/{member.subject}" if member.subject else part.source
            yield replace(member, source=source, subject="")
        else:
            yield from _member(part, member, context)


def _member(archive: _Part, member: Member, context: _Context) -> Result:
    source = f"{archive.source}/{member.name}"
    kind = format_of(member.name)
    if kind is None:
        yield Rejection(Reason.UNKNOWN_FORMAT, f"not read; what is: {READABLE}", source)
        return
    if member.size > MAX_FILE_BYTES and kind in (Format.TEXT, Format.PAGE):
        yield too_large(source, member.size)
        return
    part = _Part(source, member.name, member.stream, member.size, archive.depth + 1)
    if kind is Format.ARCHIVE:
        held = _held(part)
        if isinstance(held, Rejection):
            yield held
            return
        part = held
    yield from _read(part, kind, context)


def _held(part: _Part) -> _Part | Rejection:
    """Hold an archive inside an archive in memory: zip files are read from their end."""
    try:
        data = part.stream.read(MAX_NESTED_BYTES + 1)
    except BROKEN as error:
        return Rejection(Reason.BAD_ARCHIVE, _words(error), part.source)
    if len(data) > MAX_NESTED_BYTES:
        return too_large(part.source)
    return replace(part, stream=io.BytesIO(data), size=len(data))


def _guarded(
    items: Iterator[T], faults: tuple[type[Exception], ...], reason: Reason, source: str
) -> Iterator[T | Rejection]:
    """Yield items until reading them fails; then yield why."""
    while True:
        try:
            item = next(items)
        except StopIteration:
            return
        except faults as error:
            yield Rejection(reason, _words(error), source)
            return
        yield item


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
