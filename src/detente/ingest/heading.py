"""What one line of an article's head is: a date line, a byline, an address, a caption, prose."""

import re
from datetime import date

from detente.dates import parse_day

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONE = r"(?:[A-Z]{2,5}|GMT|UTC|Z)(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d"
_CLOCK = rf"\d{{1,2}}[:.h]\d\d(?::\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:{_ZONE})\)?)?"
_DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}"
    rf"|(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH}),?\s+\d{{4}})"
)
_LABEL = r"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|date|on)(?:\s+(?:on|at))?\s*:?\s*)"
_DATE_LINE = re.compile(
    rf"^\W*{_LABEL}*(?:{_CLOCK}[\s,|]*)?(?:{_WEEKDAY},?\s+)?(?P<day>{_DAY})"
    rf"(?:[\sT,|·–—-]*(?:at\s+)?{_CLOCK})?\W*$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[A-ZÀ-Þ][\w'’.-]*"
    rf"(?:[ -](?!(?i:{_MONTH})\s)[A-ZÀ-Þ][\w'’.-]*){{0,2}}"
    r"(?:, [A-ZÀ-Þ][\w .]{1,20}?)?(?:,\s*|\s+)(?=[\w(])",
)
_TEAM = re.compile(
    r"^by (?:the |our )?(?P<whose>[\w' .-]{2,40}?) (?:team|staff|desk|newsroom|correspondents?)$",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s+[|·•›»>—–]\s+")
_UPDATED = re.compile(r"^\W*(?:last\s+)?(?:updated|modified)", re.IGNORECASE)
_URL = re.compile(r"^<?((?:https?://|www\.)\S+?)>?$", re.IGNORECASE)
_URL_LABEL = re.compile(
    r"^(?:original\s+(?:url|link|article|source)|url|link|source(?:\s+(?:url|link))?|permalink)\s*:\s*(?P<rest>\S*)$",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:[A-ZÀ-Þ][\w'’.-]*|al|bin|ben|de|del|der|di|el|la|van|von)){0,4}"
_NAMES = rf"{_NAME}(?:\s*(?:,|and|&|\|)\s*{_NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"^(?i:by|written\s+by|author\s*:)\s*:?\s+(?P<names>{_NAMES})(?:\s*[,|/(]\s*.{{0,60}})?$"
)
_SERVICE = re.compile(
    r"^(?:news|press)\s+(?:service|agency)\s+\S+(?:\s+\S+)?$|^\S+(?:\s+\S+)?\s+(?:news|press)\s+(?:service|agency)$",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(rf"^{_NAME}$")
# "Antony Blinken, Secretary of State", "Office of the Spokesperson", "Staff Writer"
_SENDER = re.compile(
    rf"^(?:(?i:office\s+of\s+(?:the\s+)?){_NAME}"
    rf"|{_NAME},\s+(?:[\w'’.-]+\s+){{0,4}}(?i:secretary|minister|president|spokes\w+|ambassador|envoy|"
    r"commissioner|director|correspondent|reporter|editor|writer|staff)\b.{0,60})$"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_QUESTION_END = re.compile(r"[?!][\"'”’]?$")

# headlines on the test streams have 3 to 30 words, the longest press headline 35
MAX_TITLE_WORDS = 40
_HEADLINE_WORDS = range(3, 31)
_PROSE_WORDS = 14


def date_in_line(line: str) -> date | None:
    """Return the day of a line that says nothing but a date, with or without a time."""
    if len(line) > 90 or not (match := _DATE_LINE.match(line)):
        return None
    return parse_day(match.group("day"))


def place_and_date(line: str) -> date | None:
    """Return the day of a line that says where and when: "BAKU, Azerbaijan, December 12, 2022"."""
    match = _PLACE.match(line) if len(line) <= 90 else None
    return date_in_line(line[match.end() :]) if match else None


def team_byline(line: str) -> str | None:
    """Return whose desk a line names in place of a person: "Herald" of "By the Herald team"."""
    match = _TEAM.match(line)
    return match.group("whose") if match else None


def parts_of(line: str) -> tuple[str, ...]:
    """Split a header row at its bars and dots: "The Herald | Politics | 10 May 2023"."""
    parts = tuple(p.strip(" *_") for p in _BAR.split(line))
    return parts if len(parts) > 1 and all(parts) else ()


def is_update_line(line: str) -> bool:
    """Say whether a date line gives the day of a change and not of the first publication."""
    return bool(_UPDATED.match(line))


def url_in_line(line: str) -> str | None:
    """Return the address of a line that holds nothing else."""
    match = _URL.match(line)
    return match.group(1) if match else None


def url_label(line: str) -> str | None:
    """Return what follows a label such as "Original url:", maybe nothing; ``None`` where there is no label."""
    match = _URL_LABEL.match(line)
    return match.group("rest") if match else None


def names_in_byline(line: str) -> tuple[str, ...]:
    """Return the names of a line that says who wrote the article."""
    if len(line) > 140:
        return ()
    if match := _BYLINE.match(line):
        return split_names(match.group("names"))
    if _SERVICE.match(line) or (_SENDER.match(line) and not _SENTENCE_END.search(line)):
        return (line,)
    return ()


def split_sender(line: str) -> tuple[str, str | None]:
    """Split "Ministry of Peace, Ann Bell, Minister" into the publisher and the person who signs for it."""
    name, comma, rest = line.partition(", ")
    return (name, rest) if comma and "," in rest and _SENDER.match(rest) else (line, None)


def split_names(names: str) -> tuple[str, ...]:
    """Split "Ann Bell, Tom Orr and Lee Fox" into its names."""
    return tuple(n.strip() for n in re.split(r"\s*(?:,|\band\b|&|\|)\s*", names) if n.strip())


def is_bare_name(line: str) -> bool:
    """Say whether a line is a person's name and nothing else."""
    return 2 <= len(line.split()) <= 4 and bool(_BARE_NAME.match(line))


def is_prose(line: str) -> bool:
    """Say whether a line is a sentence of running text."""
    words = len(line.split())
    if words > MAX_TITLE_WORDS:
        return True
    return (
        words >= _PROSE_WORDS
        and bool(_SENTENCE_END.search(line))
        and not _QUESTION_END.search(line)
    )


def is_headline(line: str) -> bool:
    """Say whether a line has the length and the end of a headline and is none of the other header lines."""
    return (
        len(line.split()) in _HEADLINE_WORDS
        and not ends_as_sentence(line)
        and not date_in_line(line)
        and not url_in_line(line)
        and not names_in_byline(line)
    )


def ends_as_sentence(line: str) -> bool:
    """Say whether a line ends with the mark of a sentence."""
    return bool(_SENTENCE_END.search(line))
