"""The way of the data: files to facts, facts to views."""

from detente.pipeline.adding import AddReport, Progress, Step, add, catch_up, reread
from detente.pipeline.earlier import as_it_was
from detente.pipeline.reading import Extracted, Reader, language_reader
from detente.pipeline.viewing import open_ledger, rebuild, refresh

__all__ = [
    "AddReport",
    "Extracted",
    "Progress",
    "Reader",
    "Step",
    "add",
    "as_it_was",
    "catch_up",
    "language_reader",
    "open_ledger",
    "rebuild",
    "refresh",
    "reread",
]
