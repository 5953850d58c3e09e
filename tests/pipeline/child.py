"""Adds files in a process of its own, which a test may kill: ``child.py FOLDER PATH``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from detente.ledger import Ledger
from detente.pipeline import add
from tests.ledger.stories import MOMENT, reader

with Ledger.open(Path(sys.argv[1]), clock=lambda: MOMENT) as ledger:
    add(ledger, [Path(sys.argv[2])], process=ledger.process, reader=reader())
