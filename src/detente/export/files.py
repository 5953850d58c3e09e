"""Files that are whole or not there."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from detente.model.errors import DetenteError


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write text as UTF-8 so that the file is never seen half written.

    Raises ``DetenteError`` where the file cannot be written; what stood there before then stays.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():  # a pipe, a device: no name to take over
            _write(target, pieces)
            return
        beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        try:
            _write(beside, pieces)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise DetenteError(
            f"cannot write {path}: {error.strerror or error}. Name another file with -o."
        ) from error


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(pieces)
        file.flush()
        if path.is_file():
            os.fsync(file.fileno())
