"""Where the evaluation finds its data."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "evals" / "cases"
ANNOTATIONS = ROOT / "evals" / "annotations"
FLOORS = ROOT / "evals" / "floors.json"
RESULTS = ROOT / "evals" / "results.json"
PHENOMENA = ROOT / "evals" / "phenomena.toml"
PAGE = ROOT / "docs" / "accuracy.md"
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
SEEDS = SHARED / "seeds"
DATA = SHARED / "data"


class AbsentError(Exception):
    """The data of a section is not on this machine."""


def lines_of(path: Path) -> list[str]:
    """Return the lines of a data file that are not empty; raise ``AbsentError`` where it is not here."""
    if not path.is_file():
        raise AbsentError(f"../{path.relative_to(ROOT.parent)} is not beside this checkout")
    # not splitlines(): U+2028 stands inside some lines
    return [line for line in path.read_text("utf-8").split("\n") if line.strip()]
