"""``process.toml``: the name of a process, its parties, its tracks and the words that are contested."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.model.errors import ProfileError
from detente.model.profile import ContestedTerm, Hurt, Track
from detente.processes.names import ID_REMEDY, IDENTIFIER
from detente.processes.tables import decoded

KEYS = {
    "": ("id", "name", "parties", "mediators", "main_track", "known_days", "tracks", "contested"),
    "tracks": ("id", "name", "definition", "cues", "between", "hurt_by"),
    "contested": ("thing", "terms"),
}


@dataclass(frozen=True, slots=True)
class Outline:
    """What ``process.toml`` says, before its references to actors are checked."""

    id: str
    name: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    main_track: str | None
    tracks: tuple[Track, ...]
    contested: tuple[ContestedTerm, ...]
    known_days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file, with the words that say where it stands."""

    where: str
    values: Mapping[str, Any]

    def fault(self, problem: str, remedy: str) -> ProfileError:
        """Build the error that says where the fault is, what it is and what to do."""
        return ProfileError(f"{self.where}: {problem}. {remedy}.")

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(f"'{key}' is missing or no text", f'Write {key} = "..."')
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty; an absent key is an empty list."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(f"'{key}' is no list of texts", f'Write {key} = ["...", "..."]')
        for number, item in enumerate(value, start=1):
            if not item.strip():
                raise self.fault(f"no. {number} of '{key}' is empty", "Fill it or take it out")
        return tuple(dict.fromkeys(item.strip() for item in value))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables headed ``[[key]]``, their keys checked."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(f"'{key}' is no list of tables", f"Head each of them with [[{key}]]")
        return tuple(
            _checked(Table(f"{self.where}, [[{key}]] no. {number}", item), KEYS[key])
            for number, item in enumerate(value, start=1)
        )


def parse_outline(content: bytes, *, file: str) -> Outline:
    """Read ``process.toml`` and check everything that it can be checked for alone."""
    top = _checked(Table(file, _toml(content, file=file)), KEYS[""])
    tracks = tuple(_track(table) for table in top.tables("tracks"))
    _refuse_doubles(top, tracks)
    main_track = top.text("main_track") if "main_track" in top.values else None
    if main_track is not None and main_track not in {track.id for track in tracks}:
        raise top.fault(f"main_track '{main_track}' is no track", "Write the id of a [[tracks]]")
    return Outline(
        id=_identifier(top),
        name=top.text("name"),
        parties=top.texts("parties"),
        mediators=top.texts("mediators"),
        main_track=main_track,
        tracks=tracks,
        contested=tuple(_contested(table) for table in top.tables("contested")),
        known_days=_known_days(top),
    )


def _known_days(top: Table) -> tuple[date, ...]:
    try:
        return tuple(date.fromisoformat(day) for day in top.texts("known_days"))
    except ValueError as error:
        remedy = 'Write days as known_days = ["2023-04-15"]'
        raise top.fault(f"'known_days': {error}", remedy) from error


def _toml(content: bytes, *, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(decoded(content, file=file))
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(
            f"{file}: it is no valid TOML: {error}. Look for a missing quotation mark or bracket."
        ) from error


def _checked(table: Table, keys: tuple[str, ...]) -> Table:
    for key in table.values:
        if key not in keys:
            raise table.fault(f"unknown key '{key}'", f"The keys are: {', '.join(keys)}")
    return table


def _identifier(table: Table) -> str:
    identifier = table.text("id")
    if not IDENTIFIER.fullmatch(identifier):
        raise table.fault(f"the id '{identifier}' has a letter that ids cannot have", ID_REMEDY)
    return identifier


def _track(table: Table) -> Track:
    cues = tuple(cue.lower() for cue in table.texts("cues"))
    if not cues:
        raise table.fault("the track has no cues", 'Write cues = ["word", "stem*", "a phrase"]')
    for cue in cues:
        if "*" in cue[:-1] or cue == "*":
            raise table.fault(
                f"the cue '{cue}' has a * that does not end a word",
                "Keep the * at the end, where it stands for any ending: 'demarcat*'",
            )
    between = table.texts("between")
    if between and len(between) != 2:
        raise table.fault("'between' does not name two sides", 'Write between = ["one", "other"]')
    name, definition = table.text("name"), table.text("definition")
    return Track(_identifier(table), name, definition, cues, between, _hurt_by(table))


def _hurt_by(table: Table) -> tuple[Hurt, ...]:
    told = table.texts("hurt_by")
    if unknown := [word for word in told if word not in set(Hurt)]:
        known = ", ".join(Hurt)
        raise table.fault(f"'hurt_by' has '{unknown[0]}'", f"The words are: {known}")
    return tuple(map(Hurt, told))


def _refuse_doubles(top: Table, tracks: tuple[Track, ...]) -> None:
    seen: set[str] = set()
    for track in tracks:
        if track.id in seen:
            raise top.fault(f"two tracks have the id '{track.id}'", "Give one another id")
        seen.add(track.id)


def _contested(table: Table) -> ContestedTerm:
    terms = table.values.get("terms")
    if not isinstance(terms, dict) or not all(isinstance(user, str) for user in terms.values()):
        raise table.fault("'terms' is no table of words", 'Write terms = {"word" = "who uses it"}')
    return ContestedTerm(table.text("thing"), tuple(terms.items()))
