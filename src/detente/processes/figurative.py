"""Turns of speech in which a cue word tells of no track: "struck a deal", "released a statement", "a dead end"."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

_DETERMINER = r"(?:an?|the|its|his|her|their|our|this|that|these|those|any|another|such|no|some)"


def without_figures(text: str) -> str:
    """Return ``text``, in small letters, as long as before, with the words of its turns of speech blotted out."""
    patterns = _patterns()
    for word in patterns.keys() & set(text.split()):  # few sentences have one, and those one or two
        text = patterns[word].sub(lambda m: "_" * len(m[0]), text)
    return text


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    content = files(__package__).joinpath("figurative.toml").read_text("utf-8")
    return {
        word: re.compile("|".join(_ways(word, raw["before"], raw["after"])))
        for raw in tomllib.loads(content)["figure"]
        for word in raw["words"]
    }


def _ways(word: str, before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    one = rf"\b{re.escape(word)}\b"
    if before:
        gap = rf"(?:\s+{_DETERMINER}(?:\s+[\w'-]+){{0,2}}?)?\s+"
        yield rf"{one}(?={gap}(?:{'|'.join(map(re.escape, before))})\b)"
    for phrase in after:
        yield rf"(?<=\b{re.escape(phrase)} ){one}"
    if not before and not after:
        yield one
