"""Floors: what a figure must not fall below. They only rise."""

import json
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from evals.table import Number, Table

# A figure may fall this far below what was measured: another processor's arithmetic turns a few parses.
MARGIN = 0.01
# Figures that are held. Not the share of places linked: whoever abstains is not wrong. Those of single kinds rest on few passages and may trade a little for each other.
HELD = (
    "cases/all kinds/F1",
    "cases/macro/F1",
    "cases/fields/F1",
    "cases/nothing said, nothing made/R",
    "seeds/all kinds/F1",
    "seeds/macro/F1",
    "seeds/fields/F1",
    "dev*/all kinds/F1",
    "dev*/fields/F1",
    "annotated*/all kinds/F1",
    "annotated*/fields/F1",
    "dev/all dev/*1",
    "dev/all dev/fields",
    "polnear/all/F1",
    "polnear/all/speaker",
    "polnear/indirect/F1",
    "timeml/TimeBank*/value F1",
    "timeml/AQUAINT*/value F1",
    "recognizers/*/right",
    "lgl/atlas, blank profile/within 161 km",
    "plover/all mapped types/label right",
    "plover/all mapped types/kind right",
    "clusters/*/F1",
    "ecbplus/merged events/F1",
)

Floors = Mapping[str, float]


def load_floors(path: Path) -> Floors:
    """Load the floors, none where there is no file."""
    floors: dict[str, float] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return floors


def figures(tables: Iterable[Table]) -> dict[str, Number]:
    """Return every figure that was measured, by its key."""
    return {key: value for table in tables for key, value in table.keyed()}


def undercut(measured: Mapping[str, Number], floors: Floors) -> list[str]:
    """Say which figures are below their floor; what was not measured is not."""
    return [
        f"{key} is {measured[key]:.3f}, below its floor of {floor:.3f}"
        for key, floor in sorted(floors.items())
        if key in measured and measured[key] < floor
    ]


def raised(measured: Mapping[str, Number], floors: Floors) -> dict[str, float]:
    """Return the floors, each lifted to what was measured less the margin where that is higher."""
    found = dict(floors)
    for key, value in measured.items():
        if any(fnmatchcase(key, pattern) for pattern in HELD):
            floor = round(max(0.0, value - MARGIN), 3)
            found[key] = max(floor, found.get(key, 0.0))
    return dict(sorted(found.items()))


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors."""
    path.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
