"""A small process of our own, and articles about it that are read by hand-made rules and not by the model."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from detente.ledger import Ledger
from detente.model.document import Document, Reason, Rejection
from detente.model.entry import (
    ActorRef,
    Commitment,
    Condition,
    Entry,
    Evidence,
    Meeting,
    MeetingStatus,
    Mode,
    Refusal,
    Statement,
    Strength,
)
from detente.model.when import DateRange
from detente.pipeline import Reader

NORLAND = ActorRef("norland", "Norland", "Norland")
SUDLAND = ActorRef("sudland", "Sudland", "Sudland")
ANA = ActorRef("ana-ruiz", "Ana Ruiz", "Norland")
ENVOY = ActorRef("~per-holm", "Per Holm", None)
ACTORS = {"Norland": NORLAND, "Sudland": SUDLAND, "Ruiz": ANA, "Holm": ENVOY}
MOMENT = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)

_OUTLINE = """
id = "northsouth"
name = "Norland and Sudland"
parties = ["norland", "sudland"]
main_track = "treaty"

[[tracks]]
id = "treaty"
name = "Peace treaty"
definition = "The treaty"
cues = ["treaty"]

[[tracks]]
id = "border"
name = "The border"
definition = "Where it runs"
cues = ["border"]
"""
_ACTORS = """id,name,kind,side,aliases,adjectives,members,gender
norland,Norland,side,,the Northern Republic,Norlander,,
sudland,Sudland,side,,,Sudlander,,
ana-ruiz,Ana Ruiz,person,norland,Ána Ruíz,,,f
high-palace,the High Palace,body,sudland,,,,
"""
_OUTLETS = """name,aliases,domains,country,kind
Northern Post,The Northern Post,northernpost.test,Norland,
Sud Daily,,suddaily.test,Sudland,
"""


def profile(folder: Path) -> Path:
    """Write the profile of the process."""
    folder.mkdir(parents=True)
    (folder / "process.toml").write_text(_OUTLINE, "utf-8")
    (folder / "actors.csv").write_text(_ACTORS, "utf-8")
    (folder / "outlets.csv").write_text(_OUTLETS, "utf-8")
    return folder


def new_ledger(folder: Path) -> Ledger:
    """Make a record of the process, its clock standing still."""
    source = folder / "profile"
    if not source.exists():
        profile(source)
    return Ledger.create(folder / "record", source, clock=lambda: MOMENT)


def document(
    text: str,
    *,
    source: str = "a.txt",
    day: str | None = "2023-05-15",
    outlet: str | None = "Northern Post",
    url: str | None = None,
) -> Document:
    """Build a document by hand."""
    published = DateRange.on(date.fromisoformat(day)) if day else None
    return Document(
        source=source, text=text, title="News", outlet=outlet, published=published, url=url
    )


@dataclass(frozen=True)
class Found:
    """What the hand-made reader returns."""

    entries: tuple[Entry, ...]
    rejections: tuple[Rejection, ...] = ()


def read(doc: Document, *, broken_by: str = "") -> Found:
    """Read the sentences that these stories are written in."""
    if broken_by and broken_by in doc.text:
        raise ZeroDivisionError("a fault of the reader")
    entries: list[Entry] = []
    left_out: list[Rejection] = []
    for found in re.finditer(r"[^.\n]+\.", doc.text):
        quote = found[0].strip()
        start = doc.text.index(quote, found.start())
        evidence = (Evidence(quote, start, start + len(quote)),)
        entry = _entry(quote, doc, evidence)
        if entry:
            entries.append(entry)
        else:
            left_out.append(Rejection(Reason.NOT_UNDERSTOOD, "no verb of ours", subject=quote))
    return Found(tuple(entries), tuple(left_out))


def _entry(quote: str, doc: Document, evidence: tuple[Evidence, ...]) -> Entry | None:
    actors = tuple(ref for name, ref in ACTORS.items() if name in quote)
    tracks = ("border",) if "border" in quote else ("treaty",)
    day = re.search(r"\d{4}-\d{2}-\d{2}", quote)
    when = DateRange.on(date.fromisoformat(day[0]), day[0]) if day else None
    basis = {"document": doc.id, "evidence": evidence, "tracks": tracks}
    if "met" in quote.split():
        return Meeting(status=MeetingStatus.HELD, participants=actors, date=when, **basis)
    if "will meet" in quote:
        return Meeting(status=MeetingStatus.SCHEDULED, participants=actors, date=when, **basis)
    if "promised" in quote:
        return Commitment(by=actors, strength=Strength.PLEDGE, due=when, **basis)
    if "refused" in quote:
        return Refusal(by=actors, date=when, **basis)
    if "unless" in quote:
        return Condition(said_by=actors, gates=tracks, requires_text=quote, **basis)
    if "said" in quote:
        return Statement(speaker=actors, mode=Mode.INDIRECT, said_on=when, **basis)
    return None


def load(broken_by: str = "") -> object:
    """Load the hand-made reader."""
    return partial(read, broken_by=broken_by)


def reader(version: str = "by hand 1", *, broken_by: str = "") -> Reader:
    """Return the hand-made reader."""
    return Reader(version, partial(load, broken_by))


def rows(path: Path, articles: Iterable[Mapping[str, str]]) -> Path:
    """Write articles as a file of rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(a) + "\n" for a in articles), "utf-8")
    return path


def article(name: str, day: str, outlet: str, *sentences: str) -> dict[str, str]:
    """Write one article as a row; its address is made of its name."""
    return {
        "title": f"News of {name}",
        "date": day,
        "outlet": outlet,
        "url": f"https://example.test/{name}",
        "text": "\n\n".join(sentences),
    }


ANNOUNCED = article(
    "announced",
    "2023-05-15",
    "Northern Post",
    "Norland and Sudland will meet on 2023-05-25 over the treaty.",
    "Ana Ruiz said that the border was a matter for experts.",
    "Sudland promised to open the border by 2023-07-01.",
)
HELD = article(
    "held",
    "2023-05-26",
    "Sud Daily",
    "Norland and Sudland met on 2023-05-25 over the treaty.",
    "Norland refused to talk about the border.",
    "There can be no treaty unless the border is settled, Holm added.",
    "It rained in the capital.",
)
LATER = article(
    "later",
    "2023-06-20",
    "Sud Daily",
    "Norland and Sudland met on 2023-06-18 over the border.",
    "Sudland said that it was content.",
)
STORIES = (ANNOUNCED, HELD, LATER)
