"""One person's name in many spellings: "Abdel-Fattah al-Burhan" is "Abdulfattah Alburhan"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from detente.annotate.names import words_of
from detente.model.profile import Actor, ActorKind, Process

Skeleton = tuple[str, ...]

_ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "an"})
_SON_OF = frozenset({"bin", "ibn", "ben", "bint"})
_SERVANT = re.compile(
    r"^abd(?:[eu]l|al)?$"
)  # "Abdel Fattah", "Abd al-Fattah": one name of two words
_GLUED = re.compile(r"^(?:al|el)(?=[^aeiou].{3})")  # "Albusaidi"
_SERVANT_OF = re.compile(r"^abd(?:[aeu][a-z](?=[^aeiou]))?")  # "Abdulrahman", "Abdurrahman"
# letters and pairs of them that the ways to write one sound share
_SOUNDS = (("kh", "k"), ("gh", "k"), ("q", "k"), ("ck", "k"), ("x", "ks"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("w", "v"), ("c", "k"))  # fmt: skip
_VOWELS = re.compile(r"(?<=.)[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 5  # of a whole skeleton: shorter ones are those of many


@lru_cache(maxsize=8_192)
def skeleton(name: str) -> Skeleton:
    """Reduce a person's full name to what all its spellings share; empty where too little is left.

    Articles, initials and fathers' names go ("Badr bin Hamad Albusaidi"), and so do the vowels behind
    the first letter.
    """
    words = [w for w in words_of(name) if len(w) > 1 and w not in _ARTICLES]
    while (at := _father(words)) is not None:
        del words[at : at + 2]
    reduced = tuple(map(_sounds, _with_servants(words)))
    enough = len(reduced) >= _FEWEST_WORDS and sum(map(len, reduced)) >= _FEWEST_LETTERS
    return reduced if enough else ()


def _father(words: list[str]) -> int | None:
    """Return where a father's name begins that another name follows: "Mohammed bin Salman" ends with his."""
    return next((i for i in range(1, len(words) - 2) if words[i] in _SON_OF), None)


def _with_servants(words: list[str]) -> list[str]:
    """Join "Abdel" to the name behind it."""
    joined: list[str] = []
    for word in words:
        if joined and _SERVANT.match(joined[-1]):
            joined[-1] = f"abd{word}"
        else:
            joined.append(word)
    return joined


def _sounds(word: str) -> str:
    word = _GLUED.sub("", word)
    if word.startswith("abd") and not _SERVANT.match(word):
        word = _SERVANT_OF.sub("abd", word)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", _VOWELS.sub("", word))


@lru_cache(maxsize=8)
def people_by_skeleton(process: Process) -> Mapping[Skeleton, Actor]:
    """Return the persons of a profile by what the spellings of their names share, where one alone has it."""
    found: dict[Skeleton, dict[str, Actor]] = {}
    for actor in process.actors:
        if actor.kind is ActorKind.PERSON:
            for name in actor.names:
                found.setdefault(skeleton(name), {})[actor.id] = actor
    return {key: next(iter(who.values())) for key, who in found.items() if key and len(who) == 1}
