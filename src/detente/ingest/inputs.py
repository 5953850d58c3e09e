"""Paths as the user gave them -> inputs, in a fixed order; nothing is read here but folder listings."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from detente.ingest.formats import READABLE, Format, format_of
from detente.ingest.limits import MAX_FILE_BYTES, MEBIBYTE
from detente.model.document import Reason, Rejection

_STREAMED = (
    Format.ROWS,
    Format.ARCHIVE,
    Format.COMPRESSED,
)  # read piece by piece, whatever the size
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a block device"),
    (stat.S_ISCHR, "a character device"),
)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: ``source`` names it as the user did, ``path`` opens it, ``size`` is in bytes.

    A file of rows and an archive are one input each that yields many documents.
    """

    source: str
    path: Path
    size: int
    format: Format

    def open(self) -> BinaryIO:
        """Open the file, if it is still a regular one; raise ``OSError`` otherwise."""
        # without O_NONBLOCK a pipe that took the file's place since would hold us for ever
        handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(f"not a regular file: {self.path}")
        return os.fdopen(handle, "rb")


def find_inputs(paths: Sequence[Path]) -> tuple[list[Input], list[Rejection]]:
    """List the files to read, in the order given and sorted inside folders, and what is none.

    Hidden files inside folders are skipped; a file that is named twice is read once.
    """
    inputs: dict[str, Input] = {}
    rejections: list[Rejection] = []
    for path in paths:
        for found in _walk(path, inside=()):
            if isinstance(found, Input):
                inputs.setdefault(found.source, found)
            else:
                rejections.append(found)
    return list(inputs.values()), rejections


def _walk(path: Path, *, inside: tuple[tuple[int, int], ...]) -> Iterator[Input | Rejection]:
    """Yield what lies at ``path``; ``inside`` holds the folders that led here, by device and inode."""
    try:
        state = path.stat()
    except (OSError, ValueError) as error:
        yield Rejection(Reason.UNREADABLE, _why(error), str(path))
        return
    if not stat.S_ISDIR(state.st_mode):
        yield _file(path, state)
        return
    here = (state.st_dev, state.st_ino)
    if here in inside:
        yield Rejection(Reason.UNREADABLE, "the link leads back to a folder above it", str(path))
        return
    yield from _folder(path, inside=(*inside, here))


def _folder(path: Path, *, inside: tuple[tuple[int, int], ...]) -> Iterator[Input | Rejection]:
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        yield Rejection(Reason.UNREADABLE, _why(error), str(path))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _walk(entry, inside=inside)


def _file(path: Path, state: os.stat_result) -> Input | Rejection:
    source = str(path)
    for is_kind, words in _KINDS:
        if is_kind(state.st_mode):
            return Rejection(Reason.UNREADABLE, f"{words}, not a file", source)
    kind = format_of(path.name)
    if kind is None:
        return Rejection(
            Reason.UNKNOWN_FORMAT, f"{path.suffix} is not read; what is: {READABLE}", source
        )
    if state.st_size > MAX_FILE_BYTES and kind not in _STREAMED:
        return too_large(source, state.st_size)
    if state.st_size == 0:
        return Rejection(Reason.EMPTY, "the file has no bytes", source)
    return Input(source, path, state.st_size, kind)


def too_large(source: str, size: int | None = None) -> Rejection:
    """Say that a single article is too large, and what to do about it."""
    limit = f"{MAX_FILE_BYTES // MEBIBYTE} MB"
    measured = f"{size / MEBIBYTE:.0f} MB" if size is not None else f"more than {limit}"
    return Rejection(
        Reason.TOO_LARGE,
        f"{measured}, the limit for one article is {limit}; "
        "save its articles as files of their own, or as .jsonl with one article a line",
        source,
    )


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)
