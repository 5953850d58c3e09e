"""Annotations apart from the text: passages as offsets into an article that is not ours to copy.

A line of ``evals/annotations/*.jsonl`` is one article: the file of ``../shared/data`` that holds it and its id
there, its process, a hash of the text that was annotated, and the entries. ``evidence`` and ``requires_at`` are
half-open offsets into ``text``, in characters; the other fields are those of the gold records.

    python -m evals.standoff GOLD.jsonl OUT.jsonl     write such lines from lines as in ``gold/dev.jsonl``
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.expected import GoldRecord, gold_record
from evals.surroundings import DATA, lines_of

Fields = Mapping[str, Any]
FILES = (
    "peace_news/armenia_azerbaijan.jsonl",
    "peace_news/other_processes.jsonl",
    "stream/news-2025-05-21.jsonl",
)


class MovedTextError(ValueError):
    """The text is not the one that was annotated, so that no offset can be trusted."""


def rows() -> dict[tuple[str, str], Fields]:
    """Return the articles that may be annotated, by file and id; raise ``AbsentError`` where they are not here."""
    lines = ((name, json.loads(line)) for name in FILES for line in lines_of(DATA / name))
    return {(name, row["id"]): row for name, row in lines}


def standoff(gold: Fields, file: str, row: Fields) -> dict[str, Any]:
    """Write a line of a gold record as offsets; raise ``ValueError`` where a passage is not in the text."""
    text = row["text"]
    return {
        "file": file,
        "article": row["id"],
        "process": gold["process"],
        "text_hash": text_hash(text),
        "entries": [_apart(item, text) for item in gold["items"]],
    }


def _apart(item: Fields, text: str) -> dict[str, Any]:
    fields = {k: v for k, v in item.items() if k not in ("kind", "ev", "requires_text")}
    found: dict[str, Any] = {"kind": item["kind"], "evidence": _place(item["ev"], text)}
    if words := item.get("requires_text"):
        found["requires_at"] = _place(words, text)
    return found | fields


def _place(words: str, text: str) -> list[int]:
    at = text.find(words)
    if at < 0:
        raise ValueError(f"not in the text, letter for letter: {words!r}")
    return [at, at + len(words)]


def record(line: Fields, text: str) -> GoldRecord:
    """Return the gold record that a line holds of ``text``; raise ``MovedTextError`` where that is another text."""
    if text_hash(text) != line["text_hash"]:
        raise MovedTextError(f"{line['article']}: the text is not the one that was annotated")
    items = [_together(entry, text) for entry in line["entries"]]
    plain = {"doc": line["article"], "process": line["process"], "items": items}
    return gold_record(json.dumps(plain), process="blank")


def _together(entry: Fields, text: str) -> dict[str, Any]:
    fields = {k: v for k, v in entry.items() if k not in ("evidence", "requires_at")}
    found = fields | {"ev": text[slice(*entry["evidence"])]}
    if at := entry.get("requires_at"):
        found["requires_text"] = text[slice(*at)]
    return found


def text_hash(text: str) -> str:
    """Return a short hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _lines(gold: Sequence[str]) -> Iterator[str]:
    """Write lines of a gold record as offsets; ``doc`` is the id of an article, or how it begins."""
    known = rows()
    for line in map(json.loads, gold):
        stem = Path(line["doc"]).stem
        file, name = next(key for key in known if key[1].startswith(stem))
        yield json.dumps(standoff(line, file, known[file, name]), ensure_ascii=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a file of annotations from a file of gold records."""
    parser = argparse.ArgumentParser(prog="python -m evals.standoff", description=main.__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    found = "".join(line + "\n" for line in _lines(lines_of(options.gold)))
    options.out.write_text(found, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
