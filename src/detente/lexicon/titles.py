"""Titles of office in a text, and who held an office on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.profile import Actor, Office, Process

# the groups of people.toml that are titles, the more special ones first
TITLES = (
    "deputy prime minister",
    "vice president",
    "president",
    "prime minister",
    "foreign minister",
    "secretary of state",
    "defence minister",
    "security council secretary",
    "secretary-general",
    "spokesperson",
    "envoy",
    "minister",
    "secretary",
    "leader",
)
# Who answers to a title where the side has no office of that very name.
_SAME_OFFICE = {"foreign minister": ("foreign minister", "secretary of state")}


@dataclass(frozen=True, slots=True)
class _Title:
    words: tuple[str, ...]
    name: str


def forms(token: Token) -> frozenset[str]:
    """Return the lower-case forms under which a noun may stand in a table."""
    return forms_of(token.text, token.lemma)


@lru_cache(maxsize=32_768)
def forms_of(text: str, lemma: str) -> frozenset[str]:
    """Return the same of a word and its lemma."""
    lower = text.lower()
    singular = (
        f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")
    )  # "the Parties"
    return frozenset({lower, lemma, lower.removesuffix("s"), singular})


def title_at(tokens: Sequence[Token], i: int) -> str | None:
    """Return the canonical title that ends at token ``i``, the longest first: "deputy prime minister"."""
    here = forms(tokens[i])
    endings = [t for form in here for t in _by_last_word().get(form, ())]
    if not endings:
        return None
    for title in sorted(endings, key=lambda t: (-len(t.words), TITLES.index(t.name))):
        before = tokens[max(0, i + 1 - len(title.words)) : i]
        if len(before) == len(title.words) - 1 and all(
            word in forms(token) for word, token in zip(title.words, before, strict=False)
        ):
            return title.name
    return None


@cache
def canonical_title(title: str) -> str | None:
    """Return the group of the table that holds a title as a profile writes it."""
    words = tuple(title.lower().split())
    return next((t.name for t in _titles() if t.words == words), None)


@cache
def _titles() -> tuple[_Title, ...]:
    table = load_table("people")
    return tuple(
        _Title(words, name)
        for name in TITLES
        for words in (*((w,) for w in sorted(table[name].words)), *table[name].phrases)
    )


@cache
def _by_last_word() -> Mapping[str, tuple[_Title, ...]]:
    found: dict[str, tuple[_Title, ...]] = {}
    for title in _titles():
        found[title.words[-1]] = (*found.get(title.words[-1], ()), title)
    return found


def holder(process: Process, title: str, side: Actor, day: date) -> Actor | None:
    """Return who held an office of a side on a day, by the profile."""
    held = _offices(process)
    for wanted in _SAME_OFFICE.get(title, (title,)):
        for key in ((wanted, side.name), (wanted, side.id)):
            for office, actor in held.get(key, ()):
                if office.held_on(day):
                    return actor
    return None


@lru_cache(maxsize=8)
def _offices(process: Process) -> Mapping[tuple[str, str], list[tuple[Office, Actor]]]:
    found: dict[tuple[str, str], list[tuple[Office, Actor]]] = {}
    for actor in process.actors:
        for office in actor.offices:
            title = canonical_title(office.title)
            if title:
                found.setdefault((title, office.side), []).append((office, actor))
    return found
