"""What the pages show of a story: its headlines, who tells what of it, and why its articles are together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detente.model.event import DocumentHead, Event, Link
from detente.query import RecordedEntry, RecordedEvent, RecordedStory, StoryPage, ToldInStory
from detente.wording import telling_report, where


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One article of a story. ``copy_of``: where nearly the same text stands, in an article before it."""

    head: DocumentHead
    copy_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event of which ``documents`` of a story tell, in the words of one of them.

    ``by``: an article of each outlet that tells of it; ``not_by``: one of each outlet that does not.
    """

    event: Event
    report: RecordedEntry
    documents: tuple[str, ...]
    by: tuple[DocumentHead, ...]
    not_by: tuple[DocumentHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two articles that were put together, and why."""

    first: DocumentHead
    second: DocumentHead
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A story as its page shows it: first what most of its outlets tell."""

    headlines: tuple[Headline, ...]
    told: tuple[Told, ...]
    joined: tuple[Joined, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one article of a story tells and leaves out, and with which others it was put together, and why."""

    head: DocumentHead
    copy_of: str
    tells: tuple[Event, ...]
    leaves_out: tuple[Event, ...]
    joined: tuple[tuple[DocumentHead, tuple[str, ...]], ...]


def coverage(page: StoryPage) -> Coverage:
    """Gather what the page of a story shows."""
    heads = {head.id: head for head in page.recorded.articles}
    return Coverage(
        headlines=tuple(headlines(page.recorded)),
        told=tuple(_told(told, heads) for told in page.told),
        joined=tuple(_joined(link, heads) for link in page.recorded.story.links),
    )


def part_of(headline: Headline, whole: Coverage) -> Part:
    """Find what one article of a story tells of it."""
    name = headline.head.id
    return Part(
        head=headline.head,
        copy_of=headline.copy_of,
        tells=tuple(each.event for each in whole.told if name in each.documents),
        leaves_out=tuple(each.event for each in whole.told if name not in each.documents),
        joined=tuple(
            (other, each.because)
            for each in whole.joined
            for one, other in ((each.first, each.second), (each.second, each.first))
            if one.id == name
        ),
    )


def headlines(recorded: RecordedStory) -> Iterator[Headline]:
    """Yield the articles of a story, the earliest first; of copies all but the first say so."""
    first_of: dict[str, DocumentHead] = {}
    for head in recorded.articles:
        lead = first_of.setdefault(head.copy_group or head.id, head)
        yield Headline(head=head, copy_of="" if lead is head else where(lead))


def _told(told: ToldInStory, heads: Mapping[str, DocumentHead]) -> Told:
    telling = _one_of_each(head for head in heads.values() if head.id in told.documents)
    others = _one_of_each(head for head in heads.values() if head.id not in told.documents)
    not_by = (head for name, head in others.items() if name not in telling)
    return Told(
        event=told.event,
        report=telling_report(RecordedEvent(event=told.event, reports=told.reports)),
        documents=told.documents,
        by=tuple(telling.values()),
        not_by=tuple(not_by),
    )


def _one_of_each(heads: Iterator[DocumentHead]) -> dict[str, DocumentHead]:
    """Return the first article of each outlet; one without an outlet stands for itself."""
    found: dict[str, DocumentHead] = {}
    for head in heads:
        found.setdefault(head.outlet or head.id, head)
    return found


def _joined(link: Link, heads: Mapping[str, DocumentHead]) -> Joined:
    because = tuple(feature.because for feature in link.features)
    return Joined(first=heads[link.first], second=heads[link.second], because=because)
