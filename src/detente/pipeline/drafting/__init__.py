"""Articles to the draft of a profile, for an analyst to edit."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.ingest import find_inputs, read_input
from detente.lexicon import load_table
from detente.model.annotation import AnnotatedDocument
from detente.model.document import Document, Rejection
from detente.model.errors import ProfileError
from detente.model.profile import Process
from detente.pipeline.adding import Progress, Step, silent
from detente.pipeline.drafting.cues import Cues
from detente.pipeline.drafting.kinds import settle_kinds
from detente.pipeline.drafting.outline import outline
from detente.pipeline.drafting.sightings import Sightings
from detente.pipeline.drafting.tables import (
    Names,
    Row,
    outlet_rows,
    person_rows,
    place_rows,
    side_rows,
)
from detente.processes import load_process
from detente.processes.cues import TrackFinder
from detente.processes.loader import OUTLINE, PROFILE_FILES, TABLES
from detente.processes.names import ID_REMEDY, IDENTIFIER
from detente.processes.tables import NOTE_COLUMN

GENERAL = (
    "blank"  # the profile that knows no process: the atlas, and tracks that most processes have
)

Annotate = Callable[[Document], AnnotatedDocument]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the analyst asks for: where the profile goes, its id and name, the least times of a name."""

    folder: Path
    id: str
    name: str
    at_least: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What was found: counts of rows, and the inputs that could not be read."""

    process: Process
    articles: int
    people: int
    sides: int
    places: int
    outlets: int
    rejected: tuple[Rejection, ...]


def draft_profile(
    paths: Iterable[Path],
    wish: Wish,
    *,
    annotate: Annotate | None = None,
    progress: Progress = silent,
) -> Drafted | None:
    """Write a profile of what the articles name; nothing where there is nothing to read.

    ``annotate`` is the program's own unless another is given. Raises ``ProfileError`` where the folder holds a
    profile already, or where of all that is there nothing can be read.
    """
    _refuse(wish)
    general = load_process(GENERAL)
    inputs, rejected = find_inputs(list(paths))
    found = Sightings(
        Cues(TrackFinder.of(general), mediation=load_table("drafting")["mediation"].words)
    )
    read = annotate or _annotate_with(general) if inputs else None
    for done, item in enumerate(inputs, start=1):
        for document in read_input(item, outlets=general.outlets):
            if isinstance(document, Rejection):
                rejected.append(document)
            elif read:
                found.read(read(document))
        progress(Step(done, len(inputs), item.source))
    if not found.documents and rejected:
        first = rejected[0]
        why = ": ".join(filter(None, (first.source, first.reason.value, first.detail)))
        raise ProfileError(f"No article could be read: {why}. Name files or folders of articles.")
    if not found.documents:
        return None
    return _write(found, general, wish, tuple(rejected))


def _annotate_with(process: Process) -> Annotate:
    from detente.annotate import annotate, load_language

    language = load_language()
    return lambda document: annotate(document, language=language, process=process)


def _refuse(wish: Wish) -> None:
    if not IDENTIFIER.fullmatch(wish.id):
        raise ProfileError(f"The id '{wish.id}' has a letter that ids cannot have. {ID_REMEDY}.")
    for name in PROFILE_FILES:
        if (wish.folder / name).exists():
            raise ProfileError(
                f"{wish.folder / name} is there already. Choose another folder for the draft."
            )


def _write(
    found: Sightings, general: Process, wish: Wish, rejected: tuple[Rejection, ...]
) -> Drafted:
    settle_kinds(found)
    names = Names.of(general, found.common)
    sides = side_rows(found, general, names, at_least=wish.at_least)
    people = person_rows(found, general, names, at_least=wish.at_least)
    places = place_rows(found, general, names, at_least=wish.at_least)
    outlets = outlet_rows(found, general)
    toml = outline((wish.id, wish.name), general, found.cues, sides, at_least=wish.at_least)
    wish.folder.mkdir(parents=True, exist_ok=True)
    (wish.folder / OUTLINE).write_text(toml, "utf-8", newline="\n")
    for table, rows in (
        ("actors.csv", (*sides, *people)),
        ("offices.csv", ()),
        ("places.csv", places),
        ("outlets.csv", outlets),
    ):
        (wish.folder / table).write_text(_csv(table, rows), "utf-8", newline="\n")
    return Drafted(
        process=load_process(wish.folder),  # a draft that would not load is a fault of ours
        articles=len(found.documents),
        people=len(people),
        sides=len(sides),
        places=len(places),
        outlets=len(outlets),
        rejected=rejected,
    )


def _csv(table: str, rows: Sequence[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, (*TABLES[table], NOTE_COLUMN), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
