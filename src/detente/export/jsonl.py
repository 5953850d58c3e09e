"""JSON that any terminal, editor and program can take: UTF-8, controls and bidi marks escaped."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

# json.dumps escapes only below U+0020. C1 controls act on terminals, bidi marks reorder what a reader sees,
# U+2028 ends a line for some readers, and a lone surrogate cannot be written as UTF-8.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def json_line(value: Any) -> str:
    """Write a value as one line of JSON, without the line end."""
    return _escaped(json.dumps(value, ensure_ascii=False))


def json_page(value: Any) -> str:
    """Write a value as indented JSON, with the line end."""
    return _escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def jsonl_lines(shapes: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Write one JSON object a line."""
    return (json_line(shape) + "\n" for shape in shapes)
