"""Archives: members are streamed, never written to disk, and counted against limits.

A member's name is a label and never a path: nothing is ever opened by it.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Protocol, cast

from detente.ingest.limits import (
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    MEBIBYTE,
    RATIO_COUNTS_FROM,
)
from detente.model.document import Reason, Rejection

# what the standard library raises on archives that are broken, encrypted or packed in a way that it does not know
BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside an archive, open for reading; ``name`` is its label."""

    name: str
    stream: IO[bytes]
    size: int


@dataclass(slots=True)
class Budget:
    """What an archive and all archives inside it may still unpack to."""

    members: int = MAX_MEMBERS
    unpacked: int = MAX_UNPACKED_BYTES

    def take(self, size: int) -> str | None:
        """Count one member; return why it is one too many."""
        self.members -= 1
        self.unpacked -= size
        if self.members < 0:
            return f"more than {MAX_MEMBERS} files inside; the rest was not read"
        if self.unpacked < 0:
            return f"more than {MAX_UNPACKED_BYTES // MEBIBYTE} MB unpacked; the rest was not read"
        return None


def members_of(
    stream: IO[bytes], name: str, *, packed: int, budget: Budget
) -> Iterator[Member | Rejection]:
    """Yield the members of an archive of ``packed`` bytes, and why some are not read.

    Raises one of ``BROKEN`` where the archive is damaged.
    """
    if name.lower().endswith(".zip"):
        yield from _zipped(stream, budget)
    else:
        yield from _tarred(stream, name, packed, budget)


def unpacked(stream: IO[bytes]) -> IO[bytes]:
    """Open a gzip file for reading as a stream."""
    return cast("IO[bytes]", gzip.open(stream, mode="rb"))


def is_hidden(name: str) -> bool:
    """Say whether a member is hidden, or lies in a folder that is (``__MACOSX`` among them)."""
    parts = name.replace("\\", "/").split("/")
    return any(p.startswith(".") or p == "__MACOSX" for p in parts if p not in (".", ".."))


def _zipped(stream: IO[bytes], budget: Budget) -> Iterator[Member | Rejection]:
    with zipfile.ZipFile(stream) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
        overlapping = _overlapping(archive)
        for info in infos:
            if info.is_dir() or is_hidden(info.filename):
                continue
            if why := budget.take(info.file_size):
                yield Rejection(Reason.BAD_ARCHIVE, why, subject=info.filename)
                return
            if problem := _zip_problem(info, overlapping):
                yield problem
                continue
            with archive.open(info) as member:
                yield Member(info.filename, member, info.file_size)


def _zip_problem(info: zipfile.ZipInfo, overlapping: frozenset[int]) -> Rejection | None:
    name = info.filename
    if info.header_offset in overlapping:
        return Rejection(Reason.BAD_ARCHIVE, "its bytes overlap another file's", subject=name)
    if info.flag_bits & 0x1:
        return Rejection(Reason.UNREADABLE, "it is encrypted; unpack it first", subject=name)
    if info.file_size > RATIO_COUNTS_FROM and info.file_size > MAX_RATIO * info.compress_size:
        ratio = info.file_size // max(1, info.compress_size)
        return Rejection(Reason.BAD_ARCHIVE, f"it unpacks to {ratio} times its size", subject=name)
    return None


def _overlapping(archive: zipfile.ZipFile) -> frozenset[int]:
    """Return where members begin that share bytes with the one before (CVE-2024-0450)."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    bad: set[int] = set()
    reached = -1
    for info in infos:
        if info.header_offset < reached:
            bad.add(info.header_offset)
        # the local header is 30 bytes and the name at least
        end = info.header_offset + 30 + len(info.orig_filename) + info.compress_size
        reached = max(reached, end)
    return frozenset(bad)


_SPECIAL = (
    ("issym", "a symbolic link"),
    ("islnk", "a hard link"),
    ("isfifo", "a named pipe"),
    ("isdev", "a device"),
)


def _tarred(
    stream: IO[bytes], name: str, packed: int, budget: Budget
) -> Iterator[Member | Rejection]:
    capped = _Capped(_decompressed(stream, name), max(MAX_RATIO * packed, RATIO_COUNTS_FROM))
    with tarfile.open(fileobj=capped, mode="r|") as archive:  # type: ignore[call-overload]
        for info in archive:
            if info.isdir() or is_hidden(info.name):
                continue
            if why := budget.take(info.size):
                yield Rejection(Reason.BAD_ARCHIVE, why, subject=info.name)
                return
            special = next((words for test, words in _SPECIAL if getattr(info, test)()), None)
            member = archive.extractfile(info) if special is None else None
            if member is None:
                detail = f"{special or 'not a regular file'}, not read"
                yield Rejection(Reason.UNREADABLE, detail, subject=info.name)
            else:
                yield Member(info.name, member, info.size)


def _decompressed(stream: IO[bytes], name: str) -> _Readable:
    lowered = name.lower()
    if lowered.endswith(("gz",)):
        return unpacked(stream)
    if lowered.endswith(("bz2",)):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream) if lowered.endswith("xz") else stream


class _Capped:
    """A stream that ends with an error where it holds far more than its packed size can."""

    def __init__(self, stream: _Readable, limit: int) -> None:
        self._stream = stream
        self._left = limit

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise OSError(f"it unpacks to more than {MAX_RATIO} times its size")
        return data
