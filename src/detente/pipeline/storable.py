"""Make text storable: a file's name or a row of JSON can hold halves of characters that no UTF-8 has."""

import re
from dataclasses import fields, replace
from typing import Any

from detente.model.document import Document, Dropped, Found, Rejection
from detente.model.when import DateRange

# halves of characters, and the character that ends a text for C and for PostgreSQL
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_MARK = "\ufffd"  # one character for one: no offset moves


def storable(document: Document) -> Document:
    """Put a mark for each character of a document that cannot be stored."""
    changed = {
        f.name: _marked(getattr(document, f.name)) for f in fields(document) if f.name != "source"
    }
    return replace(document, source=storable_source(document.source), **changed)


def storable_source(source: str) -> str:
    """Write the bytes of a file's name that are no UTF-8 as escapes, so that two names stay two."""
    return source.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode("utf-8")


def storable_text(text: str) -> str:
    """Put a mark for each character that cannot be stored."""
    return _UNSTORABLE.sub(_MARK, text)


def storable_rejection(rejection: Rejection) -> Rejection:
    """Do the same for what was left out."""
    return replace(
        rejection,
        source=storable_source(rejection.source),
        detail=_marked(rejection.detail),
        subject=_marked(rejection.subject),
    )


def _marked(value: Any) -> Any:
    if isinstance(value, str):  # words of an enumeration are among them, and stay what they are
        return _UNSTORABLE.sub(_MARK, value) if _UNSTORABLE.search(value) else value
    if isinstance(value, tuple):
        return tuple(_marked(v) for v in value)
    if isinstance(value, (Found, Dropped, DateRange)):
        return replace(value, **{f.name: _marked(getattr(value, f.name)) for f in fields(value)})
    return value
