"""Which of several places of one name is meant: by what the text says, else by none.

A name that only one known place has is linked. One that several have (Paris in France, Texas, Kentucky) is
linked to the place whose state or country stands beside it or is spoken of elsewhere in the article. A place
of the profile keeps its name where nothing speaks for a namesake. What stays open gets no coordinates.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from detente.annotate.draft import Draft
from detente.annotate.gazetteer import Spot, SpotKind, Words, load_gazetteer
from detente.annotate.names import words_of
from detente.model.annotation import Mention, MentionKind
from detente.model.entry import PlaceRef
from detente.model.identity import slug

_OPENING = frozenset({",", "("})
_LONGEST_STATE = 4  # tokens: "Newfoundland and Labrador", "D", ".", "C", "."
_LONGEST_SHORT = 3  # letters of an abbreviation that needs its full stop
_POSTAL = 2
_CLEARLY = 2  # of two states, the one spoken of so many times as often is meant
_OF_THE_WORLD = (
    2  # an article that names so many countries means the capital, not the town of its name
)
_SAME_DEGREES = 1.0  # what lies nearer is one place of both tables


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention of a place and all that its name can mean."""

    mention: Mention
    words: Words
    own: PlaceRef | None  # of the profile or the atlas
    spots: tuple[Spot, ...]  # of the gazetteer
    beside: tuple[Spot, ...]  # the states that the words after it can mean: ", Ga."

    @property
    def shared(self) -> bool:
        """Say whether several places have the name."""
        return len(self.spots) + bool(self.own) > 1


@dataclass(slots=True)
class _Spoken:
    """The countries and states that an article speaks of by names with one meaning."""

    countries: Counter[str] = field(default_factory=Counter)
    states: Counter[tuple[str, str]] = field(default_factory=Counter)  # (state, country)
    surnames: set[str] = field(default_factory=set)

    def states_of(self, country: str) -> int:
        """Count how often states of a country are named."""
        return sum(n for (_, of), n in self.states.items() if of == country)

    def of(self, spot: Spot) -> int:
        """Count how often what a spot lies in is named; for a state, what lies in it."""
        if spot.region:
            return self.states[(spot.region, spot.country)]
        return self.countries[spot.country]


def settle_places(draft: Draft) -> None:
    """Give each mention of a place the one place that it means, or none."""
    named = [n for m in draft.mentions if m.place and (n := _named(draft, m, m.place))]
    if not named:
        return
    spoken, home = _spoken(draft, named), _home_countries(draft)
    told: dict[Words, PlaceRef] = {}
    for one in named:  # a name that is told once means the same throughout the article
        if spot := _spot_in(one.spots, one.beside):
            told.setdefault(one.words, spot.ref(shared=one.shared))
    new = {id(one.mention): _as_meant(draft, one, _meant(one, spoken, told, home)) for one in named}
    draft.mentions[:] = [new.get(id(m), m) for m in draft.mentions]
    draft.at.update({i: new[id(m)] for i, m in draft.at.items() if id(m) in new})


def _named(draft: Draft, mention: Mention, place: PlaceRef) -> _Named | None:
    """Look up what a mention can mean; nothing where no other place has its name."""
    tokens = draft.tokens[mention.first : mention.last]
    until = next((t.i for t in tokens if t.text in _OPENING), mention.last)
    words = words_of(" ".join(t.text for t in tokens if t.i < until))
    own = place if place.lat is not None else None
    spots = load_gazetteer().spots.get(words, ())
    if own:
        spots = tuple(s for s in spots if not _lies_at(s, own))
    elif not spots:  # "in Va.": letter by letter, for "L.A." is no state
        spots = load_gazetteer().short.get(_text(draft, mention), ())
    beside = _states_beside(draft, until, spots)
    return _Named(mention, words, own, spots, beside) if spots or beside else None


def _lies_at(spot: Spot, place: PlaceRef) -> bool:
    if place.lat is None or place.lon is None:
        return False
    return max(abs(spot.lat - place.lat), abs(spot.lon - place.lon)) < _SAME_DEGREES


def _states_beside(draft: Draft, i: int, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Read the state that follows a name: ", Texas", ", Va.", "(Ont.)"."""
    tokens = draft.tokens
    if i + 1 >= len(tokens) or tokens[i].text not in _OPENING:
        return ()
    states = next(filter(None, _states_from(draft, i + 1)), ())
    after = draft.at.get(i + 1)
    if after and after.kind is MentionKind.NAME and after.last > i + 2:
        return ()  # "from Israel, Victoria Nuland flew on"
    if after and after.actors and not _spot_in(spots, states):  # "Armenia, Georgia and Turkey"
        return ()
    return states


def _states_from(draft: Draft, first: int) -> Iterator[tuple[Spot, ...]]:
    """Give the states that the words from a token on are the name of, the longest name first."""
    tokens = draft.tokens
    shouted = tokens[first - 2].text.isupper()
    for last in range(min(first + _LONGEST_STATE, len(tokens)), first, -1):
        text = " ".join(t.text for t in tokens[first:last])
        dotted = text.endswith(".") or (last < len(tokens) and tokens[last].text == ".")
        # "MOSCOW, IN A STATEMENT": two capitals are a state only where the rest is small
        postal = len(text) == _POSTAL and text.isupper() and not shouted
        if text[0].isupper() and (len(text) > _LONGEST_SHORT or dotted or postal):
            yield load_gazetteer().states.get(words_of(text), ())


def _spot_in(spots: Iterable[Spot], states: Iterable[Spot]) -> Spot | None:
    """Return the spot that lies in one of the states."""
    wanted = {(s.name, s.country) for s in states}
    return next((s for s in spots if (s.state, s.country) in wanted), None)


def _spoken(draft: Draft, named: Sequence[_Named]) -> _Spoken:
    spoken = _Spoken()
    unsure = {id(n.mention) for n in named if n.own and n.spots}
    for mention in draft.mentions:
        if mention.kind is MentionKind.NAME:
            spoken.surnames.update(words_of(draft.tokens[mention.last - 1].text))
        if id(mention) not in unsure:
            where = mention.place.country if mention.place else None
            sides = {a.side or a.name for a in mention.actors if a.listed}
            spoken.countries.update(sides or ({where} if where else ()))
    for one in named:
        meant = one.beside[:1] or (one.spots if len(one.spots) == 1 and not one.own else ())
        for spot in meant:
            if spot.kind is not SpotKind.TOWN:
                spoken.states[(spot.region, spot.country)] += 1
    return spoken


def _home_countries(draft: Draft) -> frozenset[str]:
    """Return the parties and mediators of the process, whose names mean them before any namesake."""
    ids = (*draft.process.parties, *draft.process.mediators)
    return frozenset(a.name for i in ids if (a := draft.index.actors.get(i)))


def _meant(
    one: _Named, spoken: _Spoken, told: Mapping[Words, PlaceRef], home: frozenset[str]
) -> PlaceRef | None:
    """Return the place that is meant, nothing where the text leaves it open."""
    if one.beside:
        if spot := _spot_in(one.spots, one.beside):
            return spot.ref(shared=one.shared)
        inside = one.own and one.own.country in {s.country for s in one.beside}
        return one.own if inside else None
    if one.words in told:
        return told[one.words]
    if one.own and _own_stands(one, one.own, spoken, home):
        return one.own
    spot = _spot_spoken_of(one, spoken)
    return spot.ref(shared=one.shared) if spot else None


def _own_stands(one: _Named, own: PlaceRef, spoken: _Spoken, home: frozenset[str]) -> bool:
    """Say whether the place of the profile is meant and none of its namesakes."""
    abroad = {spot.country for spot in one.spots} - {own.country}
    if own.country in home:
        return True
    if not abroad:
        # a city and a state of one country, New York: the state is spoken of by its towns
        return not any(spoken.of(s) for s in one.spots if s.kind is SpotKind.STATE)
    backed = sum(spoken.of(spot) for spot in one.spots)
    for_own = spoken.countries[own.country or ""]
    if for_own or backed:
        return for_own > backed
    if home:  # an article of a process speaks of the world before it speaks of towns
        return True
    if any(spoken.states_of(country) for country in abroad):
        return False
    return len(set(spoken.countries) - abroad) >= _OF_THE_WORLD


def _spot_spoken_of(one: _Named, spoken: _Spoken) -> Spot | None:
    """Return the spot whose state is spoken of, or that is so large that its bare name means it."""
    backed = sorted(((spoken.of(s), s) for s in one.spots), key=lambda pair: -pair[0])
    backed = [pair for pair in backed if pair[0]]
    if backed and (len(backed) == 1 or backed[0][0] >= _CLEARLY * backed[1][0]):
        return None if one.words[-1] in spoken.surnames else backed[0][1]
    if one.own:
        return _state_among_others(one, spoken)
    large = [s for s in one.spots if s.kind is SpotKind.METROPOLIS]
    states = [s for s in one.spots if s.kind is SpotKind.STATE]
    if len(one.spots) > 1 and not large:
        return _state_among_others(one, spoken)
    return next(iter((*large, *states)), None)


def _state_among_others(one: _Named, spoken: _Spoken) -> Spot | None:
    """Return the state of the name where other states of its country are spoken of."""
    states = [s for s in one.spots if s.kind is SpotKind.STATE]
    named = [s for s in states if spoken.states_of(s.country)]
    return named[0] if len(named) == 1 else None


def _as_meant(draft: Draft, one: _Named, ref: PlaceRef | None) -> Mention:
    """Put a place into its mention; a namesake stands for no government."""
    mention = one.mention
    if ref is not None and ref == one.own:
        return mention
    if ref is None and mention.actors and not one.beside:
        ref = _unknown(draft, mention) if mention.kind is MentionKind.SEAT else None
        return replace(mention, place=ref)
    ref = ref or _unknown(draft, mention)
    return Mention(MentionKind.PLACE, mention.first, mention.last, (), ref)


def _unknown(draft: Draft, mention: Mention) -> PlaceRef:
    text = _text(draft, mention)
    return PlaceRef(f"~{slug(text)}", text)


def _text(draft: Draft, mention: Mention) -> str:
    return " ".join(t.text for t in draft.tokens[mention.first : mention.last])
