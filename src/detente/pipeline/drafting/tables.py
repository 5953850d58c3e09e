"""The rows of a drafted profile: what the atlas knows in short, the rest in full, each with its counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from detente.annotate.names import words_of
from detente.lexicon import load_table
from detente.lexicon.titles import TITLES
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind, Outlet, Place, Process
from detente.pipeline.drafting.sightings import Sighting, Sightings
from detente.pipeline.drafting.spellings import join_bodies, join_people, spelled

Row = Mapping[str, str]

_MOSTLY = 0.6  # share of the sides beside a name from which it is taken for that side's
_TITLES_TOLD = 3
_SHORTEST = 2  # letters of the first word of a name


@dataclass(slots=True)
class Names:
    """Ids and names that are taken: a name belongs to one row, and what the atlas knows keeps its own."""

    ids: set[str]
    names: set[str]
    sides: Mapping[str, str]  # name of a side of the atlas -> its id
    common: set[str]  # words that are no names by themselves

    @classmethod
    def of(cls, atlas: Process, common: set[str]) -> "Names":
        """Take the names of the atlas."""
        named = (*(a.names for a in atlas.actors), *(p.names for p in atlas.places))
        names = {n.casefold() for some in named for n in some}
        names |= {n.casefold() for outlet in atlas.outlets for n in outlet.names}
        names |= {n.casefold() for actor in atlas.actors for n in actor.adjectives}
        ids = {*(a.id for a in atlas.actors), *(p.id for p in atlas.places)}
        sides = {a.name: a.id for a in atlas.actors if a.kind is ActorKind.SIDE}
        return cls(ids, names, sides, common)

    def free(self, names: Iterable[str]) -> tuple[str, ...]:
        """Give those of the names that nobody has, and keep them taken."""
        kept = tuple(dict.fromkeys(n for n in names if n.casefold() not in self.names))
        self.names.update(n.casefold() for n in kept)
        return kept

    def could_be(self, name: str) -> bool:
        """Say whether it looks like a name; a word that is common, a number or a stray letter does not."""
        words = words_of(name)
        if not words or not all(w.isalpha() for w in words) or len(words[0]) < _SHORTEST:
            return False
        alone = len(words) == 1 and (words[0] in self.common or words[0] in load_table("people"))
        marks = any(c in name for c in ';"#,/()—\n')
        return not alone and not marks and name[0].isalpha() and any(c.isupper() for c in name)

    def ends_with_known(self, name: str) -> bool:
        """Say whether a name runs on into one that is known: "National Intelligence Ali Darin"."""
        words = name.casefold().split()
        return any(" ".join(words[i:]) in self.names for i in range(1, len(words) - 1))

    def new_id(self, name: str) -> str:
        """Make an id of a name, with a number where it is taken."""
        base = slug(anyascii(name).replace("_", "-"))
        number, made = 1, base
        while made in self.ids:
            number += 1
            made = f"{base}-{number}"
        self.ids.add(made)
        return made


def side_rows(found: Sightings, atlas: Process, names: Names, *, at_least: int) -> list[Row]:
    """Write the sides and bodies, those named most first."""
    known = _listed_rows(found, atlas, at_least=at_least, people=False)
    new = (s for s in join_bodies(found.bodies.values()) if s.times >= at_least)
    return _sorted([*known, *((s, row) for s in new if (row := _body_row(s, names)))])


def person_rows(found: Sightings, atlas: Process, names: Names, *, at_least: int) -> list[Row]:
    """Write the people, those named most first."""
    known = _listed_rows(found, atlas, at_least=at_least, people=True)
    new = (s for s in join_people(found.people.values()) if s.times >= at_least)
    return _sorted([*known, *((s, row) for s in new if (row := _person_row(s, names)))])


def place_rows(found: Sightings, atlas: Process, names: Names, *, at_least: int) -> list[Row]:
    """Write the places that are no countries, those named most first."""
    listed = {place.id: place for place in atlas.places}
    rows: list[tuple[Sighting, Row]] = []
    unknown: list[Sighting] = []
    for place_id, sighting in found.places.items():
        ref = found.place_refs.get(place_id)
        if place := listed.get(place_id):
            rows.extend(_known_place(place, sighting))
        elif ref and ref.lat is not None and names.free([ref.name]):
            where = {"country": ref.country or "", "lat": str(ref.lat), "lon": str(ref.lon)}
            new = {"id": names.new_id(ref.name), "name": ref.name, "kind": _place_kind(ref.name)}
            rows.append((sighting, {**new, **where, "note": _counts(sighting)}))
        else:
            unknown.append(sighting)
    for sighting in join_bodies(unknown):
        if row := _place_row(sighting, names):
            rows.append((sighting, row))
    return _sorted((s, row) for s, row in rows if s.times >= at_least)


def outlet_rows(found: Sightings, atlas: Process) -> list[Row]:
    """Write the outlets, those with most articles first, each with the domain of its addresses."""
    by_name = {n.casefold(): o for o in atlas.outlets for n in o.names}
    by_domain = {d: o for o in atlas.outlets for d in o.domains}
    merged: dict[str, tuple[Sighting, Outlet | None]] = {}
    for name, sighting in found.outlets.items():
        domains = list(sighting.titles)
        known = by_name.get(name.casefold()) or next(
            (o for d in domains if (o := _by_host(d, by_domain))), None
        )
        into, _ = merged.setdefault(known.name if known else name, (Sighting(), known))
        into.absorb(sighting)
    taken = {d for o in atlas.outlets for d in o.domains}
    return _sorted((s, _outlet_row(n, s, known, taken)) for n, (s, known) in merged.items())


def _by_host(host: str, outlets: Mapping[str, Outlet]) -> Outlet | None:
    """Find the outlet of a host: "edition.example.com" is a page of example.com."""
    parts = host.split(".")
    hosts = (".".join(parts[i:]) for i in range(len(parts) - 1))
    return next((outlets[h] for h in hosts if h in outlets), None)


def _outlet_row(name: str, sighting: Sighting, known: Outlet | None, taken: set[str]) -> Row:
    spellings = {n.casefold() for n in known.names} if known else {name.casefold()}
    others = [f for f in sighting.forms if f.casefold() not in spellings]
    new = [] if known else [d for d in sighting.titles if d not in taken]
    taken.update(new)
    counts = f"{counted(len(sighting.articles), 'article')}"
    return {"name": name, "aliases": ";".join(others), "domains": ";".join(new), "note": counts}


def _listed_rows(
    found: Sightings, atlas: Process, *, at_least: int, people: bool
) -> Iterator[tuple[Sighting, Row]]:
    """Write what the atlas knows: id and name, for the rest of the row is filled from there."""
    actors: dict[str, Actor] = {a.id: a for a in atlas.actors}
    for actor_id, sighting in found.listed.items():
        actor = actors[actor_id]
        if (actor.kind is ActorKind.PERSON) is people and sighting.times >= at_least:
            note = f"{_counts(sighting)}; in the atlas"
            yield sighting, {"id": actor.id, "name": actor.name, "note": note}


def _person_row(sighting: Sighting, names: Names) -> Row | None:
    shown, others = spelled(sighting, whole=True)
    if not names.could_be(shown) or not names.free([shown]):
        return None
    return {
        "id": names.new_id(shown),
        "name": shown,
        "kind": ActorKind.PERSON.value,
        "side": _side(sighting, names),
        "aliases": ";".join(names.free(o for o in others if " " in o and names.could_be(o))),
        "note": "; ".join(filter(None, (_counts(sighting), _titles(sighting)))),
    }


def _body_row(sighting: Sighting, names: Names) -> Row | None:
    shown, others = spelled(sighting)
    if names.ends_with_known(shown) or _is_title(words_of(shown)):
        return None
    if not names.could_be(shown) or not names.free([shown]):
        return None
    # "Health Ministry Director" runs on into a title
    others = tuple(o for o in others if names.could_be(o) and not o.startswith(f"{shown} "))
    side = _side(sighting, names)
    organ = words_of(shown)[-1] in load_table("drafting")["organ name"].words
    kind = ActorKind.BODY if side and organ else ActorKind.SIDE
    guess = "" if kind is ActorKind.BODY else "a side of its own, or a body of one?"
    return {
        "id": names.new_id(shown),
        "name": shown,
        "kind": kind.value,
        "side": side if kind is ActorKind.BODY else "",
        "aliases": ";".join(names.free(others)),
        "note": "; ".join(filter(None, (_counts(sighting), guess))),
    }


def _known_place(place: Place, sighting: Sighting) -> Iterator[tuple[Sighting, Row]]:
    if place.kind != "country":  # those stand among the sides
        note = f"{_counts(sighting)}; in the atlas"
        yield sighting, {"id": place.id, "name": place.name, "note": note}


def _place_row(sighting: Sighting, names: Names) -> Row | None:
    shown, others = spelled(sighting)
    if not names.could_be(shown) or not names.free([shown]):
        return None
    return {
        "id": names.new_id(shown),
        "name": shown,
        "aliases": ";".join(names.free(o for o in others if names.could_be(o))),
        "kind": _place_kind(shown),
        "note": f"{_counts(sighting)}; where it lies is not known",
    }


def _place_kind(name: str) -> str:
    table, last = load_table("drafting"), words_of(name)[-1]
    return next((kind for kind in ("region", "water", "site") if last in table[kind].words), "city")


def _is_title(words: Sequence[str]) -> bool:
    """Say whether a name begins or ends with a title: "Supreme Leader", "Spokesperson Ali Darin"."""
    table = load_table("people")
    titles = frozenset[str]().union(*(table[title].words for title in TITLES))
    return words[0] in titles or words[-1] in titles


def _side(sighting: Sighting, names: Names) -> str:
    """Return the id of the side that stands beside the name nearly always, or nothing."""
    for side, times in sighting.sides.most_common(1):
        if times > 1 and times >= _MOSTLY * sighting.sides.total():
            return names.sides.get(side, "")
    return ""


def _titles(sighting: Sighting) -> str:
    told = sorted(sighting.titles.items(), key=lambda pair: (-pair[1], pair[0]))[:_TITLES_TOLD]
    return "called " + ", ".join(f"{t} ({n})" for t, n in told) if told else ""


def _counts(sighting: Sighting) -> str:
    times, articles = counted(sighting.times, "time"), counted(len(sighting.articles), "article")
    return f"{times} in {articles}"


def counted(count: int, thing: str) -> str:
    """Write a number of things in the singular or the plural."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _sorted(rows: Iterable[tuple[Sighting, Row]]) -> list[Row]:
    ordered = sorted(rows, key=lambda p: (-p[0].times, -len(p[0].articles), p[1]["name"]))
    return [row for _, row in ordered]
