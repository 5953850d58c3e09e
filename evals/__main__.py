"""Score the reading and hold it to its floors.

    python -m evals                              all sections, about three minutes on two cores
    python -m evals --only cases dev             some of them
    python -m evals --only cases --misses 200    with what was missed and made up
    python -m evals --raise-floors               lift the floors to what was measured, never down
    python -m evals --write docs/accuracy.md     write the page, and evals/results.json that it rests on

Exit code 1 when a figure is below its floor in evals/floors.json.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from evals.floors import figures, load_floors, raised, undercut, write_floors
from evals.measure import run_all
from evals.page import page
from evals.printing import print_tables
from evals.results import rounded, write_results
from evals.sections import SECTIONS
from evals.surroundings import FLOORS, RESULTS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the sections, print their tables, and say which floors are undercut."""
    options = _options(arguments)
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = 110
    chosen = [s for s in SECTIONS if not options.only or s.id in options.only]
    tables = []
    for table in run_all(chosen, jobs=options.jobs):
        print_tables([table], console, misses=options.misses)
        tables.append(table)
    measured, floors = figures(tables), load_floors(FLOORS)
    if options.write:
        results = rounded(tables, measured_on=date.today().isoformat())
        write_results(RESULTS, results)
        options.write.write_text(page(results), "utf-8")
    if options.raise_floors:
        floors = raised(measured, floors)
        write_floors(FLOORS, floors)
    faults = undercut(measured, floors)
    held = len(set(floors) & set(measured))
    for fault in faults:
        console.print(f"BELOW ITS FLOOR: {fault}", soft_wrap=True)
    console.print(f"{held - len(faults)} of {held} floors hold.")
    return 1 if faults else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [section.id for section in SECTIONS]
    parser.add_argument(
        "--only", nargs="+", choices=names, metavar="SECTION", help=", ".join(names)
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print N misses a table")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (2)")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the page")
    options = parser.parse_args(arguments)
    if options.write and options.only:
        parser.error("the page needs all sections: leave --only out")
    return options


if __name__ == "__main__":
    sys.exit(main())
