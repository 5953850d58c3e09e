"""Articles of others read and merged: what the sections on merging share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.merge import fold_copies, merge, tell_stories
from detente.model.codec import entry_id
from detente.model.document import Document
from detente.model.entry import Entry
from detente.model.event import HAPPENINGS, LEDE_LETTERS, UTTERANCES, DocumentHead, Event, Report
from detente.model.story import Story
from evals.reader import profile

PROFILE = "blank"


@dataclass(frozen=True, slots=True)
class Read:
    """A document with those of its entries that are reports of an event, by their ids."""

    document: Document
    entries: dict[str, Entry]


def happenings(document: Document, entries: Iterable[Entry]) -> Read:
    """Keep of a reading what is listed in events."""
    return Read(document, {entry_id(e): e for e in entries if e.kind in HAPPENINGS})


def happenings_and_words(document: Document, entries: Iterable[Entry]) -> Read:
    """Keep besides what several articles can tell of as said once."""
    return Read(document, {entry_id(e): e for e in entries if e.kind in HAPPENINGS | UTTERANCES})


def events_of(read: Sequence[Read]) -> tuple[Event, ...]:
    """Merge the readings of many documents with the blank profile, as the program does."""
    groups = fold_copies({r.document.id: r.document.text for r in read})
    return merge(
        [
            Report(name, entry, head)
            for one in read
            for head in (_head(one.document, groups[one.document.id]),)
            for name, entry in one.entries.items()
        ],
        process=profile(PROFILE),
    )


def stories_of(read: Sequence[Read]) -> tuple[Story, ...]:
    """Tell the stories of many documents with the blank profile, as the program does."""
    groups = fold_copies({r.document.id: r.document.text for r in read})
    heads = [_head(r.document, groups[r.document.id]) for r in read]
    return tell_stories(heads, process=profile(PROFILE))


def _head(document: Document, copy_group: str) -> DocumentHead:
    return DocumentHead(
        id=document.id,
        outlet=document.outlet,
        published=document.published,
        copy_group=copy_group,
        title=document.title,
        source=document.source,
        lede=document.text[:LEDE_LETTERS],
    )
