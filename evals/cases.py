"""Golden cases: pairs of plain files, in the format that ``evals/cases/README.md`` explains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from detente.ingest.article import Raw, read_article
from detente.ingest.outlet_names import outlet_names
from detente.model.document import Document, Found, Rejection
from detente.model.entry import Kind
from detente.model.profile import Actor, ActorKind, Process
from evals.case_fields import ACTORS, TRACKS, fault_of
from evals.expected import Expected, Values

NOTHING = "nothing"
_HEADERS = ("process", "published", "outlet")


class CaseError(ValueError):
    """A case departs from the format."""


@dataclass(frozen=True, slots=True)
class Case:
    """A short text with the entries that ought to come out of it."""

    name: str  # process/case
    process: str
    published: date
    outlet: str
    text: str
    expected: tuple[Expected, ...]


def load_cases(folder: Path) -> list[Case]:
    """Read every case below a folder, in the order of their names; raise ``CaseError`` at a fault."""
    return [load_case(path) for path in sorted(folder.glob("*/*.txt"))]


def load_case(path: Path) -> Case:
    """Read one case from its text and the ``.expected`` file beside it."""
    head, _, text = path.read_text("utf-8").partition("\n\n")
    headers = dict(_header(line, path) for line in head.splitlines())
    if tuple(headers) != _HEADERS:
        raise CaseError(f"{path}: the headers are {', '.join(_HEADERS)}, in this order")
    lines = path.with_suffix(".expected").read_text("utf-8").splitlines()
    expected = tuple(_entries([line for line in lines if line.strip()], path))
    day = date.fromisoformat(headers["published"])
    name = f"{path.parent.name}/{path.stem}"
    return Case(name, headers["process"], day, headers["outlet"], text.strip(), expected)


def _header(line: str, path: Path) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not value.strip():
        raise CaseError(f"{path}: not a header line: {line!r}")
    return name.strip(), value.strip()


def _entries(lines: list[str], path: Path) -> Iterator[Expected]:
    for line in [] if lines == [NOTHING] else lines:
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) not in (2, 3):
            raise CaseError(f"{path}: not 'kind | evidence | fields': {line!r}")
        word = parts[0].removeprefix("?").strip()
        if word not in tuple(Kind):
            raise CaseError(f"{path}: {word!r} is no kind")
        kind = Kind(word)
        fields = dict(_fields(parts[2], kind, path)) if len(parts) == 3 else {}
        yield Expected(kind, parts[1], fields, optional=parts[0].startswith("?"))


def _fields(words: str, kind: Kind, path: Path) -> Iterator[tuple[str, Values]]:
    for part in filter(None, (p.strip() for p in words.split(";"))):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if fault := fault_of(kind, name, value):
            raise CaseError(f"{path}: {fault}: {part!r}")
        joint = " & " if name in ACTORS else "," if name in TRACKS else None
        yield name, tuple(v.strip() for v in value.split(joint)) if joint else (value,)


def with_profile_names(expected: Sequence[Expected], process: Process) -> tuple[Expected, ...]:
    """Write actors as the profile does: "RSF" in a case is its Rapid Support Forces, a body its side.

    Whoever is in no profile and named by common nouns keeps the text's words, without a sentence's capital.
    """
    names = {alias.casefold(): _meant(actor) for actor in process.actors for alias in actor.names}

    def named(name: str) -> str:
        return names.get(name.casefold()) or _without_capital(name)

    return tuple(
        replace(item, fields={
            field: tuple(map(named, values)) if field in ACTORS else values
            for field, values in item.fields.items()
        })
        for item in expected
    )  # fmt: skip


def _meant(actor: Actor) -> str:
    return actor.side if actor.kind is ActorKind.BODY and actor.side else actor.name


def _without_capital(name: str) -> str:
    words = name.split()
    first, last = words[0], words[-1]
    by_noun = first in ("A", "An", "The") or (first != last and last.islower())
    return name[0].lower() + name[1:] if by_noun else name


def document_of(case: Case, process: Process) -> Document:
    """Build the document of a case as a row of a ``.jsonl`` would: captions and headings are cut off."""
    given = (
        Found("outlet", case.outlet, "the case"),
        Found("published", case.published.isoformat(), "the case"),
    )
    read = read_article(Raw(case.name, case.text, given), names=outlet_names(process.outlets))
    if isinstance(read, Rejection):
        raise CaseError(f"{case.name} cannot be read: {read.detail}")
    return read
