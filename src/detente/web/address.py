"""The state of a page in its address: read from one, and written into others.

What cannot be understood is told beside its field and left out; the rest applies.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.model.identity import slug
from detente.model.profile import Actor, Process
from detente.web.days import read_day

ROWS = 50  # on one page of a list
LAST_PAGE = 1_000_000  # more make no sense, and numbers of any length no query
FILTERS = ("track", "by", "kind", "outlet", "from", "to", "text", "as_of", "known_at")
FIELDS = {
    "track": "tracks",
    "by": "by",
    "kind": "kinds",
    "outlet": "outlets",
    "from": "since",
    "to": "until",
    "text": "text",
    "as_of": "as_of",
    "known_at": "known_at",
}  # of a filter, by the name of the parameter
EVERYWHERE = ("names", "page", "item")
DAYS = ("as_of", "known_at")  # what was known on which day, and not what to show of it
LONGEST = 200  # characters of a value; longer ones are no names

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """What a page was asked for. ``typed`` is the query as it came.

    ``faults`` tell what was wrong in it, ``notes`` what the page does not know or use, both by parameter.
    """

    path: str
    typed: Pairs
    filter: Filter
    page: int = 1
    item: str | None = None
    window: tuple[date, date] | None = None  # the days of a drawing, which are no filter
    month: date | None = None  # the first day of the month of a calendar
    refused: Pairs = ()  # values of filters that were not understood, and filter nothing
    faults: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def offset(self) -> int:
        """Return how many rows stand before this page."""
        return (self.page - 1) * ROWS

    def value(self, name: str, default: str = "") -> str:
        """Return the last value of a parameter."""
        return next((v for n, v in reversed(self.typed) if n == name), default)

    def values(self, name: str) -> tuple[str, ...]:
        """Return all values of a parameter."""
        return tuple(v for n, v in self.typed if n == name)

    def choice(self, name: str, choices: Iterable[str]) -> str:
        """Return the value of a parameter if it is one of these, else the first of them."""
        known = tuple(choices)
        return value if (value := self.value(name)) in known else known[0]

    @property
    def filtered(self) -> bool:
        """Say whether anything but the day is filtered."""
        names = set(FILTERS).difference(DAYS, self.notes)
        return any(name in names for name, _ in self.kept())

    @property
    def empty(self) -> bool:
        """Say whether a parameter is there without a value, as a form sends it."""
        return any(not value for _, value in self.typed)

    @property
    def past(self) -> bool:
        """Say whether an earlier state is asked for."""
        return self.filter.as_of is not None or self.filter.known_at is not None

    @property
    def names(self) -> str:
        """Return the party whose names of places are shown; nothing for those of all parties."""
        return next((value for name, value in self.kept() if name == "names"), "")

    def kept(self) -> Pairs:
        """Return what goes along to other pages: the filters, the day and the names of places."""
        kept = tuple((n, v) for n, v in self.typed if n in (*FILTERS, "names") and v)
        return tuple(pair for pair in kept if pair not in self.refused)

    def to(self, path: str, **changes: str | int | None) -> str:
        """Write the address of another page under the same filters."""
        return _written(path, _changed(self.kept(), changes))

    def here(self, **changes: str | int | None) -> str:
        """Write this address with some parameters changed; ``None`` takes one out."""
        kept = tuple((n, v) for n, v in self.typed if v)
        return _written(self.path, _changed(kept, changes))

    def without(self, name: str, value: str) -> str:
        """Write this address without one value of a filter, from the first page on."""
        kept = (
            p for p in self.typed if p[1] and p != (name, value) and p[0] not in ("page", "item")
        )
        return _written(self.path, tuple(kept))

    def twin(self, ending: str) -> str:
        """Write the address of all rows under these filters as JSON or CSV."""
        path = "/board" if self.path == "/" else self.path
        kept = tuple((n, v) for n, v in self.typed if v and n not in ("item", "page"))
        return _written(f"{path}.{ending}", kept)


def without(*names: str) -> tuple[str, ...]:
    """Return the filters but for these."""
    return tuple(name for name in FILTERS if name not in names)


def within(path: str, default: str) -> str:
    """Return a path of this site; an address of any other leads elsewhere in it."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else default


def _changed(pairs: Pairs, changes: Mapping[str, str | int | None]) -> Pairs:
    names = {name.rstrip("_"): value for name, value in changes.items()}
    rest = tuple((n, v) for n, v in pairs if n not in names)
    return (*rest, *((n, str(v)) for n, v in names.items() if v is not None))


def _written(path: str, pairs: Pairs) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def read_address(path: str, query: QueryParams, process: Process) -> Address:
    """Understand an address as far as it can be."""
    typed = tuple(_normal(query, process))
    reading = _Reading(typed, process)
    return Address(
        path=path,
        typed=typed,
        filter=reading.filter(),
        page=reading.page(),
        window=reading.window(),
        month=reading.month(),
        item=reading.one("item") or None,
        refused=tuple(dict.fromkeys(reading.refused)),
        faults=reading.faults,
    )


def _normal(query: QueryParams, process: Process) -> Iterator[tuple[str, str]]:
    """Yield the parameters: of several people in one field each for itself, a party by its name."""
    parties = {slug(name): a.name for a in parties_of(process) for name in (a.id, a.name)}
    for name, value in query.multi_items():
        if name == "by" and "," in value:
            yield from (("by", part.strip()) for part in value.split(",") if part.strip())
        elif name == "names":
            yield name, parties.get(slug(value), value.strip())
        else:
            yield name, value.strip()


def parties_of(process: Process) -> tuple[Actor, ...]:
    """Return the actors between whom the process goes."""
    return tuple(actor for actor in process.actors if actor.id in process.parties)


def with_notes(address: Address, *, uses: Collection[str], takes: Collection[str]) -> Address:
    """Tell which parameters the page does not know, and which filters it does not use; these fall away."""
    known = (*FILTERS, *EVERYWHERE, *takes)
    notes: dict[str, str] = {}
    for name in dict.fromkeys(name for name, value in address.typed if value):
        if name in FILTERS and name not in uses:
            notes[name] = "not used on this page."
        elif name not in known:
            near = get_close_matches(name, known, 1) or get_close_matches(name, FILTERS, 1, 0.5)
            meant = f" Is “{near[0]}” meant?" if near else ""
            notes[name] = f"no parameter of this page, not applied.{meant}"
    unused = {FIELDS[name]: getattr(Filter(), FIELDS[name]) for name in notes if name in FIELDS}
    faults = {name: why for name, why in address.faults.items() if name not in notes}
    return replace(address, filter=replace(address.filter, **unused), notes=notes, faults=faults)


class _Reading:
    """The values of one query, and what was wrong in them."""

    def __init__(self, typed: Pairs, process: Process) -> None:
        self.typed = typed
        self.process = process
        self.faults: dict[str, str] = {}
        self.refused: list[tuple[str, str]] = []

    def refuse(self, name: str, why: str, *values: str) -> None:
        """Tell why a parameter is not applied, as a whole or in these values."""
        self.faults[name] = why
        self.refused += [(n, v) for n, v in self.typed if n == name and v in (values or (v,))]

    def one(self, name: str) -> str:
        return next((v for n, v in reversed(self.typed) if n == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(v for n, v in self.typed if n == name and v))
        if long := [value for value in values if len(value) > LONGEST]:
            self.refuse(name, f"Longer than {LONGEST} characters: not applied.", *long)
        return tuple(value for value in values if len(value) <= LONGEST)

    def filter(self) -> Filter:
        found = Filter(
            tracks=self._tracks(),
            by=self.all("by"),
            outlets=self.all("outlet"),
            kinds=self._kinds(),
            since=self._day("from", last=False),
            until=self._day("to", last=True),
            as_of=self._day("as_of", last=True),
            known_at=" ".join(self.all("known_at")) or None,
            text=" ".join(self.all("text")),
        )
        self._names()
        if found.since and found.until and found.since > found.until:
            self.refuse("to", f"{found.until} comes before {found.since}: not applied.")
            return replace(found, until=None)
        return found

    def _names(self) -> None:
        parties = [actor.name for actor in parties_of(self.process)]
        if (name := self.one("names")) and name not in parties:
            known = " or ".join(f"“{party}”" for party in parties)
            self.refuse("names", f"No party “{name[:60]}”, but {known}: not applied.")

    def _tracks(self) -> tuple[str, ...]:
        ids = {slug(name): t.id for t in self.process.tracks for name in (t.name, t.id)}
        return self._known("track", ids, "track")

    def _kinds(self) -> tuple[Kind, ...]:
        return tuple(map(Kind, self._known("kind", {slug(k): k.value for k in Kind}, "kind")))

    def _known(self, name: str, ids: Mapping[str, str], what: str) -> tuple[str, ...]:
        values = self.all(name)
        unknown = [value for value in values if slug(value) not in ids]
        if unknown:
            self.refuse(name, f"There is no {what} “{unknown[0]}”: not applied.", *unknown)
        return tuple(ids[slug(value)] for value in values if slug(value) in ids)

    def _day(self, name: str, *, last: bool) -> date | None:
        typed = self.one(name)
        if not typed:
            return None
        try:
            return read_day(typed, last=last)
        except ValueError as error:
            self.refuse(name, f"{error}: not applied.")
            return None

    def window(self) -> tuple[date, date] | None:
        typed = self.one("window")
        if not typed:
            return None
        first, _, last = typed.partition("/")
        try:
            days = read_day(first, last=False), read_day(last or first, last=True)
        except ValueError as error:
            self.faults["window"] = f"{error}: not applied."
            return None
        if days[0] > days[1]:
            self.faults["window"] = f"{days[1]} comes before {days[0]}: not applied."
            return None
        return days

    def month(self) -> date | None:
        day = self._day("month", last=False)
        return day.replace(day=1) if day else None

    def page(self) -> int:
        typed = self.one("page")
        if not typed:
            return 1
        if typed.isascii() and typed.isdigit() and 1 <= len(typed) <= len(str(LAST_PAGE)):
            return max(int(typed), 1)
        self.faults["page"] = "The number of the page is no number: this is the first one."
        return 1
