"""Bytes of a file -> its text, and how they were read."""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from detente.ingest.limits import SAMPLE_BYTES
from detente.model.document import Reason, Rejection

# first bytes of what people drop in by mistake; zip covers .docx, .xlsx, .odt and .epub
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
    (b"OggS", "a sound recording"),
    (b"ID3", "a sound recording"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# a stray NUL is dropped; a file in which more than one byte in a hundred is one is no text
_NUL_SHARE = 0.01
# no encoding of prose has more than a few control signs beside tabs and line ends
_CONTROLS = bytes({*range(1, 9), *range(14, 27), *range(28, 32)})
_CONTROL_SHARE = 0.02
# English in a western single-byte page has only quotation marks, dashes and some names beyond ASCII;
# guessing among twenty such pages would get those few signs wrong, Windows-1252 gets them right
_WESTERN_SHARE = 0.03
_DECLARED = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read; ``how`` is empty for plain UTF-8."""

    text: str
    how: str = ""


def decode(data: bytes, source: str) -> Decoded | Rejection:
    """Read bytes as text, or say why they are none. What a web page says of its encoding is tried after UTF-8."""
    if not data.strip(b"\x00\t\n\r\x0b\x0c "):
        return Rejection(Reason.EMPTY, "nothing but blanks", source)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    for magic, words in _MAGIC:
        if data.startswith(magic):
            return Rejection(Reason.BINARY, f"this is {words}, not text", source)
    if data.count(0) > _NUL_SHARE * len(data):
        return _without_mark(data, source)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(data):
        detail = f"{controls} control signs among {len(data)} bytes: this is no text"
        return Rejection(Reason.BINARY, detail, source)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _declared(data) or _guessed(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), f"byte order mark of {encoding.removesuffix('-sig')}")
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return Decoded(text, f"byte order mark of {encoding}, damaged letters replaced")


def _without_mark(data: bytes, source: str) -> Decoded | Rejection:
    """Read UTF-16 that lost its mark: in English every other byte is NUL, always on the same side."""
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2].count(0)), ("utf-16-be", data[::2].count(0))):
        if half and zeros > 0.8 * half and zeros > 0.9 * data.count(0):
            text = data.decode(encoding, errors="replace")
            return Decoded(text, f"read as {encoding}: every other byte is zero")
    return Rejection(Reason.BINARY, f"{data.count(0)} zero bytes among {len(data)}", source)


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    encoding = match.group(1).decode("ascii")
    try:
        return Decoded(data.decode(encoding), f"read as {encoding}, as the page says")
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> Decoded:
    repaired = data.decode("utf-8", errors="replace")
    damaged = repaired.count("\ufffd")
    if sum(letter > "\x7f" for letter in repaired) > 2 * damaged:
        return Decoded(repaired, f"UTF-8 with {damaged} damaged letters, which were replaced")
    beyond_ascii = len(data) - len(data.decode("ascii", errors="ignore"))
    best = (
        from_bytes(data[:SAMPLE_BYTES]).best()
        if beyond_ascii > _WESTERN_SHARE * len(data)
        else None
    )
    if best is not None:
        try:
            return Decoded(data.decode(best.encoding), f"not UTF-8; read as {best.encoding}")
        except (UnicodeDecodeError, LookupError):
            pass  # the sample was not like the rest: Windows-1252 reads anything
    return Decoded(data.decode("cp1252", errors="replace"), "not UTF-8; read as Windows-1252")
