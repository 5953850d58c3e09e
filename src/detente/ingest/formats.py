"""Which file names are read, and as what."""

import re
from enum import StrEnum


class Format(StrEnum):
    """How a file's bytes are to be read."""

    TEXT = "text"  # plain text and Markdown: people save either under either name
    PAGE = "page"
    ROWS = "rows"
    ARCHIVE = "archive"
    COMPRESSED = "compressed"


_ENDINGS: dict[str, Format] = {
    ".tar.gz": Format.ARCHIVE,
    ".tar.bz2": Format.ARCHIVE,
    ".tar.xz": Format.ARCHIVE,
    ".tgz": Format.ARCHIVE,
    ".tbz2": Format.ARCHIVE,
    ".txz": Format.ARCHIVE,
    ".tar": Format.ARCHIVE,
    ".zip": Format.ARCHIVE,
    ".gz": Format.COMPRESSED,
    ".jsonl": Format.ROWS,
    ".ndjson": Format.ROWS,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
}

READABLE = (
    "text, .txt, .md, .html, .htm, .xhtml, .jsonl, .gz, .zip, .tar, .tar.gz, .tar.bz2, .tar.xz"
)

# "report.v2" and "notes of 12.5" have no ending in this sense
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,9}$")


def format_of(name: str) -> Format | None:
    """Name the format that a file name stands for; a name without an ending is text, an unknown ending ``None``."""
    lowered = name.lower()
    for ending, kind in _ENDINGS.items():
        if lowered.endswith(ending):
            return kind
    return None if _ENDING.search(name) else Format.TEXT


def looks_like_page(text: str) -> bool:
    """Say whether a text is a web page that was saved under another name."""
    start = text[:400].lstrip().lower()
    return start.startswith(("<!doctype html", "<html")) or (
        start.startswith("<?xml") and "<html" in start
    )
