"""Words by which a passage tells one meeting of a day from the next: language as data."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A way to meet. ``words`` are whole words or phrases in lower case; ``example`` holds one of them."""

    name: str
    words: tuple[str, ...]
    definition: str
    example: str

    def __post_init__(self) -> None:
        if not any(word in self.example.casefold() for word in self.words):
            raise ValueError(f"the example of the format {self.name!r} holds none of its words")


REMOTE = "remote"
IN_PERSON = "in person"
SEVERAL = "several"

FORMATS = (
    Format(
        "separate",
        ("separately", "separate", "bilateral", "one-on-one", "tete-a-tete", "tête-à-tête"),
        "one of several meetings of a day, in which not all sit together",
        "The host held separate talks with each of the two ministers.",
    ),
    Format(
        "joint",
        ("trilateral", "three-way", "joint", "jointly", "quadrilateral", "four-way", "all three"),
        "all sides in one room",
        "A trilateral meeting followed in the evening.",
    ),
    Format(
        REMOTE,
        ("phone", "telephone", "phoned", "video conference", "videoconference", "video call"),
        "talks without a common place",
        "The two presidents spoke by phone.",
    ),
    Format(
        IN_PERSON,
        ("hosted", "hosting", "sat down", "face-to-face", "face to face", "in person", "hours"),
        "talks for which all have come to one place",
        "The minister hosted his two colleagues for three hours.",
    ),
    Format(
        "body",
        ("task force", "working group", "commission", "commissions", "committee", "experts"),
        "a session of a body set up for one matter, below ministers",
        "The border commission will convene next week.",
    ),
    Format(
        SEVERAL,
        ("rounds", "meetings"),
        "what was done in several meetings, of which none is told apart",
        "The two sides have held four rounds of talks.",
    ),
)

# a text can call one meeting both bilateral and joint; these pairs it does not
APART = (
    frozenset({"separate", "joint"}),
    frozenset({REMOTE, "joint"}),
    frozenset({REMOTE, IN_PERSON}),
)

_FORMAT_PATTERNS = tuple(
    (f.name, re.compile(r"\b(?:" + "|".join(map(re.escape, f.words)) + r")\b")) for f in FORMATS
)

# how a text speaks of a day on which a meeting was to be, and is not any more
FORMER = ("had been", "was first", "were first", "originally", "initially", "first planned")

_FORMER = re.compile(r"\b(?:" + "|".join(FORMER) + r")\b")


def is_former(words: str) -> bool:
    """Say whether a passage in lower case speaks of a plan that stands no longer."""
    return _FORMER.search(words) is not None


def formats_in(words: str) -> frozenset[str]:
    """Name the formats that a passage in lower case speaks of."""
    return frozenset(name for name, pattern in _FORMAT_PATTERNS if pattern.search(words))
