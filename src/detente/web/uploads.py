"""What a reader hands in: files and pasted text, written into the folder of the record."""

import json
import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import IO

FOLDER = "added"  # inside the record: the articles as they were handed in
LONGEST_NAME = 120  # characters; file systems take 255 bytes
FIELDS = ("title", "date", "outlet", "url")
_UNSAFE = re.compile(r"[^\w.\- ]+")


def new_folder(record: Path, now: datetime) -> Path:
    """Make a folder for what is handed in at once."""
    folder = record / FOLDER / f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    folder.mkdir(parents=True)
    return folder


def safe_name(name: str) -> str:
    """Return the last part of a file's name without what a path or a terminal would act on."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, ending = _UNSAFE.sub("_", last).strip(". ").rpartition(".")
    ending = ending[:12]
    return f"{stem[: LONGEST_NAME - len(ending)]}{dot}{ending}" if stem else ending or "article"


def keep_file(folder: Path, name: str, file: IO[bytes]) -> None:
    """Write a file that was handed in; one of the same name stays beside it."""
    path = folder / safe_name(name)
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{number}-{safe_name(name)}"
    with path.open("xb") as target:
        copyfileobj(file, target)


def keep_text(folder: Path, text: str, given: Iterable[tuple[str, str]]) -> None:
    """Write pasted text as a row, with what was given of it."""
    row = {name: value.strip() for name, value in given if name in FIELDS and value.strip()}
    line = json.dumps(row | {"text": text}, ensure_ascii=True)
    (folder / "pasted.jsonl").write_text(line + "\n", "utf-8")
