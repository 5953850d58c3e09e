"""The way of the data: files to facts, facts to views."""

from detente.pipeline.adding import AddReport, Progress, Step, add, reread
from detente.pipeline.reading import Extracted, Reader, language_reader
from detente.pipeline.viewing import View, open_ledger, rebuild, refresh, view

__all__ = [
    "AddReport",
    "Extracted",
    "Progress",
    "Reader",
    "Step",
    "View",
    "add",
    "language_reader",
    "open_ledger",
    "rebuild",
    "refresh",
    "reread",
    "view",
]
