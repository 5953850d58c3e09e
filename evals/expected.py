"""What ought to come out of a text: the lines of a golden case or of a gold record."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.model.entry import Kind

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """An entry that ought to be found; ``fields`` are those that the text settles, each as a tuple."""

    kind: Kind
    evidence: str
    fields: Mapping[str, Values]
    optional: bool = False

    def field(self, name: str) -> Values:
        """Return the values of a field, none where it is not given."""
        return self.fields.get(name, ())


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """What is known of one article: its process, its entries, and the marks of a well-read file."""

    name: str
    process: str
    expected: tuple[Expected, ...]
    metadata: Mapping[str, str]  # title, outlet, url, published
    body_has: Values = ()
    body_lacks: Values = ()


# A gold record names the kind, the passage and "optional" beside the fields.
_NOT_FIELDS = {"kind", "ev", "optional"}
_METADATA = ("title", "outlet", "url", "published")


def gold_record(line: str, *, process: str) -> GoldRecord:
    """Read a line of a gold record; ``process`` holds where the line names none."""
    row: dict[str, Any] = json.loads(line)
    return GoldRecord(
        row["doc"],
        row.get("process") or process,
        tuple(map(_expected, row["items"])),
        {name: row[name] for name in _METADATA if row.get(name)},
        tuple(row.get("body_has", ())),
        tuple(row.get("body_lacks", ())),
    )


def _expected(item: Mapping[str, Any]) -> Expected:
    fields = {k: _values(v) for k, v in item.items() if k not in _NOT_FIELDS}
    given = {k: v for k, v in fields.items() if v}
    return Expected(Kind(item["kind"]), item["ev"], given, optional=bool(item.get("optional")))


def _values(value: object) -> Values:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()
