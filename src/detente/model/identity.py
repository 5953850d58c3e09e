"""Content hashes: the same content has the same id on every run and machine."""

import hashlib
import json
import re
import unicodedata
from functools import lru_cache

ID_DIGITS = 16  # 64 bits: a collision is expected only beyond 10^9 items of one kind


def content_id(content: object) -> str:
    """Hash the canonical JSON of ``content`` to sixteen hexadecimal digits."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


@lru_cache(maxsize=16_384)  # the names of a profile are asked for again and again
def slug(name: str) -> str:
    """Write a name in lower case letters, digits and hyphens, accents off."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", "-", letters).strip("-") or "unnamed"
