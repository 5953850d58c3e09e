"""Finds a profile by its name or folder, and builds the process of its files."""

import hashlib
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from detente.model.errors import ProfileError
from detente.model.profile import Actor, Process
from detente.processes.actors import ACTOR_COLUMNS, OFFICE_COLUMNS, parse_actors
from detente.processes.atlas import lay_over
from detente.processes.names import refuse_unknown
from detente.processes.outlets import OUTLET_COLUMNS, parse_outlets
from detente.processes.outline import Outline, parse_outline
from detente.processes.places import PLACE_COLUMNS, parse_places
from detente.processes.tables import Row, read_table

OUTLINE = "process.toml"
TABLES = {
    "actors.csv": ACTOR_COLUMNS,
    "offices.csv": OFFICE_COLUMNS,
    "places.csv": PLACE_COLUMNS,
    "outlets.csv": OUTLET_COLUMNS,
}
PROFILE_FILES = (OUTLINE, *TABLES)
ATLAS = "world"


def builtin_names() -> tuple[str, ...]:
    """Return the names of the profiles that come with the program."""
    folders = files("detente.processes").iterdir()
    return tuple(sorted(folder.name for folder in folders if (folder / OUTLINE).is_file()))


def load_process(name_or_folder: str | Path) -> Process:
    """Load a profile that comes with the program, by its name, or one of the user's, by its folder.

    The profile is laid over the atlas: what everyone knows of states, capitals and leaders. Every fault in the files raises ``ProfileError`` with file, row and remedy.
    """
    folder = _folder(name_or_folder)
    contents = _contents(folder)
    atlas = _contents(files("detente.processes") / ATLAS)
    where = f"{folder.name}/{OUTLINE}"
    outline = parse_outline(contents[OUTLINE], file=where)
    tables = lay_over(_tables(contents, label=folder.name), _tables(atlas, label=ATLAS))
    actors = parse_actors(tables["actors.csv"], tables["offices.csv"])
    _refuse_unknown_parties(outline, actors, where=where)
    beneath = {f"{ATLAS}/{name}": content for name, content in atlas.items()}
    return _one_of_equals(
        _process(outline, actors, tables, digest=_digest({**contents, **beneath}))
    )


@lru_cache(maxsize=8)
def _one_of_equals(process: Process) -> Process:
    """Return of equal profiles the one that was loaded first: what is kept by profile is found by it at once.

    Two equal ones would be held against each other, actor by actor, at each look.
    """
    return process


def copy_profile(name_or_folder: str | Path, destination: Path) -> Path:
    """Copy the files of a sound profile into ``destination``, where an analyst can edit them."""
    load_process(name_or_folder)  # a faulty profile is refused before anything is written
    for name in PROFILE_FILES:
        if (destination / name).exists():
            raise ProfileError(
                f"{destination / name} is there already. "
                "Choose another folder, or keep the profile that stands in this one."
            )
    destination.mkdir(parents=True, exist_ok=True)
    for name, content in _contents(_folder(name_or_folder)).items():
        (destination / name).write_bytes(content)
    return destination


def _folder(name_or_folder: str | Path) -> Traversable:
    """Find the profile's folder; a text that is a built-in name means the built-in one."""
    if isinstance(name_or_folder, str) and name_or_folder in builtin_names():
        return files("detente.processes") / name_or_folder
    folder = Path(name_or_folder)
    if not (folder / OUTLINE).is_file():
        known = ", ".join(builtin_names())
        raise ProfileError(
            f"No process profile '{name_or_folder}': there is no such folder with a {OUTLINE}. "
            f"Name one of these ({known}) or the folder of a profile."
        )
    return folder.resolve()


def _contents(folder: Traversable) -> dict[str, bytes]:
    """Read the files that are there; a table that is absent is an empty one, a misnamed one a fault."""
    for file in folder.iterdir():
        is_table = file.name.lower().endswith(".csv") and not file.name.startswith((".", "~"))
        if is_table and file.name not in TABLES:
            raise ProfileError(
                f"{folder.name}/{file.name}: a profile has no such table. "
                f"Its tables are: {', '.join(TABLES)}. Rename the file or move it elsewhere."
            )
    present = (name for name in PROFILE_FILES if (folder / name).is_file())
    return {name: (folder / name).read_bytes() for name in present}


def _tables(contents: dict[str, bytes], *, label: str) -> dict[str, tuple[Row, ...]]:
    return {
        name: read_table(contents.get(name, b""), file=f"{label}/{name}", columns=columns)
        for name, columns in TABLES.items()
    }


def _digest(contents: dict[str, bytes]) -> str:
    """Hash names and contents, so that any edit of any file gives another digest."""
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _refuse_unknown_parties(outline: Outline, actors: tuple[Actor, ...], *, where: str) -> None:
    known = {actor.id: actor for actor in actors}
    for key, references in (("parties", outline.parties), ("mediators", outline.mediators)):
        for reference in references:
            remedy = f"Write in '{key}' only ids of actors.csv, or add the actor there"
            refuse_unknown(reference, known, where=where, remedy=remedy)


def _process(
    outline: Outline, actors: tuple[Actor, ...], tables: dict[str, tuple[Row, ...]], *, digest: str
) -> Process:
    return Process(
        id=outline.id,
        name=outline.name,
        parties=outline.parties,
        mediators=outline.mediators,
        main_track=outline.main_track,
        tracks=outline.tracks,
        actors=actors,
        places=parse_places(tables["places.csv"], tables["actors.csv"]),
        outlets=parse_outlets(tables["outlets.csv"]),
        contested=outline.contested,
        known_days=outline.known_days,
        digest=digest,
    )
