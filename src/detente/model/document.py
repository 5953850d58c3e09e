"""Articles as they are stored, and what could not be stored."""

from dataclasses import dataclass, field
from enum import StrEnum

from detente.model.identity import content_id
from detente.model.when import DateRange


class Reason(StrEnum):
    """Why something was left out."""

    # of a file
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too large"
    TOO_SLOW = "too slow"
    UNKNOWN_FORMAT = "unknown format"
    NO_TEXT = "no text found"
    BAD_ROW = "bad row"
    BAD_ARCHIVE = "bad archive"
    DUPLICATE = "already in the record"
    OTHER_LANGUAGE = "other language"
    # of a passage
    NO_DATE = "no date found"
    NO_ACTOR = "no actor found"
    UNKNOWN_ACTOR = "actor not in the profile"
    NOT_UNDERSTOOD = "not understood"
    OUTSIDE_PROCESS = "outside the process"


@dataclass(frozen=True, slots=True)
class Rejection:
    """What a stage left out, and why. ``source`` names the file, ``subject`` the passage or part."""

    reason: Reason
    detail: str
    source: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """How one piece of metadata was found: ``("outlet", "Reuters", "address of the page")``."""

    field: str
    value: str
    how: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of page furniture that was left out of the stored text."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One version of an article. All evidence is half-open code-point offsets into ``text``.

    ``source`` is the file's path or the address as it was given. ``published`` is a single day where
    it is known, bounds where the text allows some, ``None`` where nothing is known;
    ``published_basis`` says in words how it was found. ``known_as`` is the id of one whose day or outlet a
    person corrected since it got it.
    """

    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    published: DateRange | None = None
    published_basis: str = ""
    url: str | None = None
    language: str | None = None
    found: tuple[Found, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=(), repr=False)
    known_as: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"a Document needs text: {self.source}")

    @property
    def id(self) -> str:
        """Hash what the article says, and not where the file lay."""
        if self.known_as:
            return self.known_as
        day = str(self.published) if self.published else None
        return content_id([self.title, self.outlet, day, self.url, self.text])
