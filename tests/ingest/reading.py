"""Reads what a test wrote to a folder."""

from pathlib import Path

from detente.ingest import find_inputs, read_input
from detente.model.document import Document, Rejection
from detente.model.profile import Outlet

OUTLETS = (
    Outlet("Valley Herald", ("Herald", "VH"), ("valleyherald.example",)),
    Outlet("Northern Wire", ("Northern Wire Agency", "NWA"), ("nwa.example",)),
)


def read_all(*paths: Path) -> list[Document | Rejection]:
    """Read every input at the paths, rejections of the search first."""
    inputs, rejections = find_inputs(paths)
    found: list[Document | Rejection] = list(rejections)
    for item in inputs:
        found += read_input(item, outlets=OUTLETS)
    return found


def read_bytes(folder: Path, name: str, data: bytes) -> Document | Rejection:
    """Write a file, read it, and return the one thing that came of it."""
    path = folder / name
    path.write_bytes(data)
    (found,) = read_all(path)
    return found


def document(folder: Path, text: str, name: str = "story.txt") -> Document:
    """Write a text, read it, and return its document."""
    found = read_bytes(folder, name, text.encode("utf-8"))
    assert isinstance(found, Document), found
    return found


def rejection(folder: Path, name: str, data: bytes) -> Rejection:
    """Write a file, read it, and return why it was rejected."""
    found = read_bytes(folder, name, data)
    assert isinstance(found, Rejection), found
    return found
