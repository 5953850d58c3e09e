"""Several meetings in the same words: with each guest by himself, or one to prepare another."""

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.meeting_words import Core
from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.entry import Meeting


def each_apart(reading: Reading, core: Core, meeting: Meeting) -> Iterator[Meeting]:
    """Read "he met with each of his guests separately", which is a meeting with each."""
    apart = load_table("meetings")["apart"].words
    subject = reading.subject(core.verb.i)
    hosts = reading.actors(subject.i) if subject else ()
    beside = [*reading.children(core.verb.i, "advmod")]
    beside += reading.children(core.noun.i, "amod") if core.noun else []
    guests = tuple(r for r in meeting.participants if r not in hosts)
    if len(hosts) != 1 or len(guests) < 2 or not {t.lemma for t in beside} & apart:
        yield meeting
        return
    for guest in guests:
        yield replace(meeting, participants=(*hosts, guest))


def told_already(meeting: Meeting, other: Meeting) -> bool:
    """Say whether the same words tell of it: "met on Tuesday to prepare the summit of 5 October" tells of two."""
    ours, theirs = meeting.evidence[0], other.evidence[0]
    if not (theirs.start < ours.end and ours.start < theirs.end):
        return False
    if (ours.start, ours.end) == (theirs.start, theirs.end) or not meeting.date or not other.date:
        return True
    return meeting.date.overlaps(other.date) or meeting.status is other.status
