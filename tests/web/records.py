"""Records to serve: the stories of the ledger's tests, and one whose every text is hostile."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from detente.ledger import Ledger
from detente.ledger.recording import Reading, begin_run, record_document, record_rejections
from detente.model.document import Document, Dropped, Found, Reason, Rejection
from detente.model.entry import (
    ActorRef,
    Commitment,
    Condition,
    Entry,
    Evidence,
    Incident,
    IncidentStatus,
    Meeting,
    MeetingStatus,
    Mode,
    PlaceRef,
    Refusal,
    Statement,
    Strength,
)
from detente.model.when import DateRange
from detente.pipeline import add, rebuild
from tests.ledger.stories import HELD, STORIES, article, new_ledger, reader, rows

SCRIPT = "<script>document.title='taken'</script>"
IMAGE = "<img src=x onerror=\"document.title='taken'\">"
LINK = "javascript:document.title='taken'"
BIDI = "\u202eright to left\u2066"
LONG = "x" * 10_000
# one piece of news in two outlets, of which one leaves out the meeting; and a near copy in a third
FERRY = "Ferry sinks off the northern coast, forty passengers rescued"
SINKING = (
    "The ferry Aurora sank off the northern coast on Tuesday night, and forty passengers were rescued.",
    "Fishing boats from three villages carried the passengers ashore before the coast guard came.",
)
OF_THE_FERRY = (
    article(
        "ferry",
        "2023-06-19",
        "Northern Post",
        *SINKING,
        "Norland and Sudland met on 2023-06-18 over the border.",
    )
    | {"title": FERRY},
    article(
        "boats",
        "2023-06-19",
        "Island Times",
        "Forty passengers of a ferry were rescued when it sank off the northern coast.",
        "The Aurora went down within minutes, and fishing boats took the passengers ashore.",
    )
    | {"title": "Fishing boats rescue forty passengers of sinking ferry"},
    article("again", "2023-06-20", "Coast Radio", *SINKING) | {"title": "The Aurora is lost"},
)
EVIL = f"{SCRIPT}{IMAGE}'\"}}}}{{{{7*7}}}}{BIDI}{LONG}"


def stories(folder: Path) -> Ledger:
    """Make the record of the stories, one of them edited, one file empty, and many statements of one day."""
    first = HELD["text"].replace("refused to talk", "said nothing")
    many = [
        article(f"talk{n}", "2023-06-01", "Northern Post", f"Ruiz said that point {n} was open.")
        for n in range(60)
    ]
    opened = new_ledger(folder)
    files = folder / "files"
    for story in ([HELD | {"text": first}], STORIES, many, OF_THE_FERRY):
        rows(files / "stories.jsonl", story)
        (files / "empty.txt").write_bytes(b"")
        add(opened, [files], process=opened.process, reader=reader())
    return opened


def hostile(folder: Path) -> Ledger:
    """Make a record in which every text that comes from outside tries to be more than text."""
    opened = new_ledger(folder)
    run = begin_run(opened, program="test", reader="by hand")
    document = _document()
    reading = Reading(reader="by hand", entries=_entries(document), rejections=(_left_out(),))
    record_document(opened, document, reading, run=run)
    other = replace(_document(), url=f"{LINK}2", outlet=f"{EVIL}2", text=f"Again. {EVIL}")
    record_document(opened, other, Reading(reader="by hand", entries=(), rejections=()), run=run)
    record_rejections(opened, [replace(_left_out(), source=EVIL)], run=run)
    rebuild(opened, opened.process)
    return opened


def _document() -> Document:
    return Document(
        source=f"{EVIL}.txt",
        title=EVIL,
        outlet=EVIL,
        byline=(EVIL,),
        dateline=EVIL,
        published=DateRange.on(date(2023, 5, 5), EVIL),
        published_basis=EVIL,
        url=LINK,
        language="en",
        text=f"Before. {EVIL} After.",
        found=(Found("title", EVIL, EVIL),),
        dropped=(Dropped(EVIL, EVIL),),
    )


def _left_out() -> Rejection:
    return Rejection(Reason.NOT_UNDERSTOOD, EVIL, subject=EVIL)


def _entries(document: Document) -> tuple[Entry, ...]:
    start = document.text.index(EVIL)
    day = DateRange.on(date(2023, 5, 5), EVIL)
    actor = ActorRef("~evil", EVIL, EVIL)
    other = ActorRef("norland", "Norland", "Norland")
    place = PlaceRef("~evil-place", EVIL)
    common = {
        "document": document.id,
        "evidence": (Evidence(EVIL, start, start + len(EVIL)),),
        "tracks": ("treaty", "border"),
    }
    both = (actor, other)
    return (
        Statement(speaker=both, mode=Mode.DIRECT, cue=EVIL, said_on=day, **common),
        Meeting(
            status=MeetingStatus.HELD,
            participants=both,
            date=day,
            place=place,
            mediator=(actor,),
            **common,
        ),
        Incident(status=IncidentStatus.HAPPENED, by=both, date=day, place=place, **common),
        Commitment(by=both, strength=Strength.PLEDGE, due=day, said_by=both, **common),
        Condition(
            said_by=both, gates=("treaty",), requires=("border",), requires_text=EVIL, **common
        ),
        Refusal(by=both, to=both, date=day, said_by=both, **common),
    )
