"""Several meetings in the same words: with each guest by himself, or one to prepare another."""

from collections.abc import Iterator
from dataclasses import replace

from detente.extract.meeting_counts import is_one_of_them
from detente.extract.meeting_form import ORDINALS
from detente.extract.meeting_words import Core
from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Meeting


def each_apart(reading: Reading, core: Core, meeting: Meeting) -> Iterator[Meeting]:
    """Read "he met with each of his guests separately", which is a meeting with each."""
    apart = load_table("meetings")["apart"].words
    subject = reading.subject(core.verb.i)
    hosts = reading.actors(subject.i) if subject else ()
    beside = [*reading.children(core.verb.i, "advmod")]
    beside += reading.children(core.noun.i, "amod") if core.noun else []
    guests = tuple(r for r in meeting.participants if r not in hosts)
    each = {t.lemma for t in beside} & apart or _are_calls(core)
    if len(hosts) != 1 or len(guests) < 2 or not each:
        yield meeting
        return
    for guest in guests:
        yield replace(meeting, participants=(*hosts, guest))


def _are_calls(core: Core) -> bool:
    """Read "in calls with X and Y": whoever rings several rings each."""
    noun = core.noun
    return noun is not None and noun.lemma == "call" and noun.tag == "NNS"


def with_gaps(reading: Reading, core: Core, meeting: Meeting) -> Iterator[Meeting]:
    """Read "the first took place in March, the second in Cairo in May": the verb is told once."""
    yield meeting
    if core.noun is None or not is_one_of_them(reading, core.noun):
        return
    sentence = reading.sentence(core.verb.i)
    for token in reading.tokens[core.verb.i + 1 : sentence.last]:
        if token.text.lower() not in ORDINALS or reading.tokens[token.i - 1].lemma != "the":
            continue
        start, end = reading.tokens[token.i - 1].start, _end_of_gap(reading, token, sentence.last)
        times = reading.times_in(start, end)
        if times:
            inside = [t for t in reading.tokens[token.i : sentence.last] if t.end <= end]
            places = [p for t in inside if (p := reading.place_under(t))]
            yield replace(
                meeting,
                evidence=reading.evidence(start, end),
                date=times[0].when,
                place=next(iter(places), None),
                said_by=reading.said_by(start, end),
            )


def _end_of_gap(reading: Reading, ordinal: Token, last: int) -> int:
    """Return where the words of one round end: at the next comma, verb or round."""
    end = ordinal.end
    for token in reading.tokens[ordinal.i + 1 : last]:
        joined = token.text in {",", ";", "."} or token.pos in {"VERB", "AUX", "CCONJ"}
        if joined or token.text.lower() in ORDINALS:
            return end
        end = token.end
    return end


def told_already(meeting: Meeting, other: Meeting) -> bool:
    """Say whether the same words tell of it: "met on Tuesday to prepare the summit of 5 October" tells of two."""
    ours, theirs = meeting.evidence[0], other.evidence[0]
    if not (theirs.start < ours.end and ours.start < theirs.end):
        return False
    if (ours.start, ours.end) == (theirs.start, theirs.end) or not meeting.date or not other.date:
        return True
    return meeting.date.overlaps(other.date) or meeting.status is other.status
