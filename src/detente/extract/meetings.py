"""Meetings: two or more sides meet, talk, phone, hold a round, or are to."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.meeting_counts import is_one_of_them
from detente.extract.meeting_form import format_of, round_of
from detente.extract.meeting_levels import level_of, who_meets
from detente.extract.meeting_mediators import (
    bringers,
    go_betweens,
    mediator,
    names_mediator,
    stands_between,
    with_mediators,
)
from detente.extract.meeting_parties import (
    at_home,
    chairs_of,
    is_a_side,
    is_interview,
    is_of_body,
    parties_of,
    unlisted_of,
    without_doubles,
)
from detente.extract.meeting_several import each_apart, told_already, with_gaps
from detente.extract.meeting_status import attempted, by_the_calendar, is_aside, is_vague, status_of
from detente.extract.meeting_verbs import partners
from detente.extract.meeting_words import (
    Core,
    brokers,
    cores,
    happens_below,
    is_of_others,
    is_told_beside,
    noun_participants,
    seat_beside,
)
from detente.extract.reading import Reading
from detente.extract.roles import meant
from detente.extract.when import day_before, is_background
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, Entry, Meeting, MeetingStatus, PlaceRef, Plover
from detente.model.when import DateRange

_NEXT = 1  # sentences: the meeting just told of
_OFF = frozenset({MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})


@dataclass
class _Memory:
    """The meeting last told of, which "the talks" points back to."""

    participants: Actors = ()
    place: PlaceRef | None = None
    date: DateRange | None = None
    mediator: Actors = ()
    sentence: int | None = None


def meetings(reading: Reading) -> Iterator[Entry]:
    """Find every passage that says of one meeting that it was held or is to be, when, where, with whom."""
    memory = _Memory()
    told = _Memory()  # the meeting last told of, held or not
    seen: list[tuple[Core, Meeting]] = []
    for core in cores(reading):
        meeting = _meeting(reading, core, memory, told)
        if meeting is None:
            continue
        if any(told_already(meeting, other) for _, other in seen):
            continue
        seen.append((core, meeting))
        if meeting.status is MeetingStatus.HELD:
            memory = _Memory(meeting.participants, meeting.place, meeting.date, meeting.mediator)
        if len(meeting.participants) > 1:
            here = reading.sentence(core.verb.i).index
            told = _Memory(
                meeting.participants, meeting.place, meeting.date, meeting.mediator, here
            )
    for core, meeting in with_mediators(reading, seen):
        for told_by_gap in with_gaps(reading, core, meeting):
            yield from each_apart(reading, core, told_by_gap)


def _meeting(reading: Reading, core: Core, memory: _Memory, told: _Memory) -> Meeting | None:
    status = status_of(reading, core)
    if status is None:
        return None
    brought = mediator(reading, core)
    participants = _participants(reading, core)
    place = _place(reading, core)
    date = _date(reading, core, status)
    refers_back = status is MeetingStatus.HELD and _points_back(reading, core, participants, memory)
    if refers_back:
        participants = participants if len(participants) > 1 else memory.participants
        place, brought = place or memory.place, brought or memory.mediator
        date = date or memory.date
    elif core.noun and (is_one_of_them(reading, core.noun) or _is_next_round(reading, core.noun)):
        participants = participants or told.participants
        brought = brought or told.mediator
    participants = without_doubles(participants)
    if not participants and date and _is_told(reading, core, status, date, told):
        participants = told.participants
    if len(participants) < 2:
        participants = without_doubles(chairs_of(reading, core)) or participants
    if names_mediator(reading, core, participants):
        brought, participants = brought or participants, ()
    participants = participants or unlisted_of(reading, core)
    day = date or (_told_day(reading, core, status) if core.verb.lemma == "open" else None)
    participants = participants or parties_of(reading, core, place, day, off=status in _OFF)
    if (len(participants) < 2 and not (place or date)) or not participants:
        return None
    if is_interview(reading, core, participants) or is_vague(core, status, place, date):
        return None
    if at_home(reading, core, participants):
        return None
    status = by_the_calendar(reading, status, date)
    start, end = _span(reading, core)
    words = "" if is_of_body(reading, core) else who_meets(reading, core.verb, (start, end))
    return Meeting(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=reading.said_by(start, end),
        status=status,
        participants=participants,
        date=date or _told_day(reading, core, status),
        place=place,
        mediator=() if is_a_side(core, brought, participants) else brought,
        level=level_of(reading, participants, words),
        format=format_of(reading.text[start:end]),
        round=round_of(reading.text[start:end]),
        plover=Plover("CONSULT", "meet"),
    )


def _is_next_round(reading: Reading, noun: Token) -> bool:
    """Read "the next round will focus on", which is of the talks just told of."""
    return noun.lemma in {"round", "session"} and reading.has(noun.i, {"next"}, "amod")


def _span(reading: Reading, core: Core) -> tuple[int, int]:
    if core.noun is not None and (is_aside(reading, core) or is_told_beside(reading, core)):
        tokens = sorted(reading.doc.subtree(core.noun.i))
        return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end
    told_below = core.noun is not None and happens_below(reading, core.noun)
    if core.noun is not None and (told_below or core.verb.lemma not in load_table("meetings")):
        tokens = sorted(reading.doc.subtree(core.noun.i))
        return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end
    above = next(iter(attempted(reading, core)), None) or reading.governing(core.verb)
    # what they met for may be another meeting: "met to prepare the summit"
    without = (
        "advcl",
        "parataxis",
        "conj",
        "ccomp",
        "relcl",
        *(("purpose",) if above is core.verb else ()),
    )
    return reading.passage(above.i, without=without)


def _participants(reading: Reading, core: Core) -> Actors:
    refs: list[ActorRef] = []
    subject = reading.subject(core.verb.i)
    takes_part = core.verb.lemma not in load_table("meetings")["make ready"].words
    # "it was a preparation for the meeting": what it was does not meet
    takes_part &= not (
        core.verb.lemma == "be" and core.noun is not None and core.noun.dep == "pobj"
    )
    takes_part &= not (core.noun is not None and _is_spoken_of(reading, core.verb, core.noun))
    takes_part &= not (core.noun is not None and is_of_others(reading, core.verb, core.noun))
    takes_part &= not (stands_between(core) or is_told_beside(reading, core))
    if subject and subject is not core.noun and takes_part and core.verb.pos in {"VERB", "AUX"}:
        refs += _people_or_sides(reading, meant(reading, subject).i)
    refs += [] if is_told_beside(reading, core) else partners(reading, core.verb.i)
    if core.verb.lemma not in load_table("meetings")["make known"].words:
        for agent in reading.children(core.verb.i, "agent"):
            refs += [r for p in reading.children(agent.i, "pobj") for r in reading.actors(p.i)]
    if core.noun is not None:
        refs += noun_participants(reading, core.noun)
        outside = {r.id for r in brokers(reading, core, "acl", "amod")}
        outside |= {r.id for r in bringers(reading, core)}
        outside |= {r.id for r in go_betweens(reading, core.verb)}
        refs = [r for r in refs if r.id not in outside]
    return tuple(dict.fromkeys(refs))


def _is_spoken_of(reading: Reading, verb: Token, noun: Token) -> bool:
    """Read "he praised the talks", "briefed the king on his talks in Rome", whoever held them."""
    table = load_table("assessment")
    words = table["good judgement"].words | table["bad judgement"].words
    topic = noun.dep == "pobj" and reading.tokens[noun.head].lemma in {"on", "about", "of"}
    if topic and verb.lemma in load_table("meetings")["told by phone"].words:
        return True
    return noun.dep == "dobj" and (verb.lemma in words or verb.lemma in {"follow", "recall"})


def _people_or_sides(reading: Reading, i: int) -> Actors:
    whose = [p for p in reading.children(i, "prep") if p.lemma in {"from", "of"}]
    joined = [reading.tokens[j] for p in whose for j in reading.conjuncts(p.i) if j != p.i]
    if joined and (each := _behind(reading, [*whose, *joined])):
        return each  # "representatives of Baku and of Yerevan"
    sent = reading.tokens[i].lemma in load_table("meetings")["body"].words
    own = reading.actors(i) or reading.sides_in(i)
    return own or (_behind(reading, whose) if sent else ())


def _behind(reading: Reading, preps: list[Token]) -> Actors:
    """Return who is named behind prepositions."""
    nouns = [o for p in preps for o in reading.children(p.i, "pobj")]
    return tuple(r for o in nouns for r in reading.actors(o.i))


def _points_back(reading: Reading, core: Core, participants: Actors, memory: _Memory) -> bool:
    if not memory.participants:
        return False
    sides = {r.side or r.name for r in memory.participants}
    named = {r.side or r.name for r in participants}
    definite = core.noun is None or reading.has(
        core.noun.i, {"the", "their", "these", "this"}, "det", "poss"
    )
    return definite and named <= sides and not reading.times_of(core.verb.i)


def _is_told(
    reading: Reading, core: Core, status: MeetingStatus, date: DateRange, told: _Memory
) -> bool:
    """Say whether it is the meeting just told of: by its old day, or by its day, "Thursday's meeting in Munich"."""
    dated = core.noun is not None and bool(reading.times_of(core.noun.i))
    same_day = dated and told.date is not None and date.overlaps(told.date)
    return (
        same_day or _once_planned(reading, core, status) or _is_the_one(reading, core, status, told)
    )


def _is_the_one(reading: Reading, core: Core, status: MeetingStatus, told: _Memory) -> bool:
    """Read "the meeting will be held on Tuesday" behind the sentence that told of it."""
    noun = core.noun
    if noun is None or told.sentence is None or status is MeetingStatus.HELD:
        return False
    near = reading.sentence(core.verb.i).index - told.sentence <= _NEXT
    bare = [t.lemma for t in reading.below[noun.i] if t.dep not in {"relcl", "punct", "prep"}]
    return near and noun.dep in {"nsubj", "nsubjpass"} and bare in (["the"], ["this"])


def _once_planned(reading: Reading, core: Core, status: MeetingStatus) -> bool:
    """Read "the meeting had been scheduled for July 21": the meeting just told of had another day."""
    return (
        status is MeetingStatus.SCHEDULED
        and core.noun is not None
        and reading.has(core.noun.i, {"the", "their", "this"}, "det", "poss")
        and (
            "had" in reading.auxiliaries(core.verb.i)
            or reading.has(core.verb.i, {"first", "originally", "initially"}, "advmod")
        )
    )


def _place(reading: Reading, core: Core) -> PlaceRef | None:
    if core.noun is not None:
        place = _seat_of(reading, core.noun) or seat_beside(reading, core.noun)
        if place:
            return place
    return reading.place_of(core.verb.i)


def _seat_of(reading: Reading, noun: Token) -> PlaceRef | None:
    """Return where talks are held: "talks in Cairo on Gaza" are not held in Gaza."""
    matters = [p for p in reading.children(noun.i, "prep") if p.lemma == "on"]
    place = reading.place_of(noun.i)
    return None if place and any(reading.place_under(p) == place for p in matters) else place


def _date(reading: Reading, core: Core, status: MeetingStatus) -> DateRange | None:
    below = reading.children(core.noun.i, "relcl", "acl") if core.noun else []
    bases = [t for t in (core.noun, *below, core.verb) if t]
    times = [t for base in bases for t in reading.times_of(base.i)]
    if not times:
        times = reading.times_in(*_span(reading, core))
    if not times and status is not MeetingStatus.HELD:
        # when it was said is not when it is to be: only what is said tells the day
        sentence = reading.sentence(core.verb.i)
        around = reading.within_voice(core.verb.i, (sentence.start, sentence.end))
        times = reading.times_in(*around)
    usable = [t for t in times if not t.open_start and not reading.is_of_point(t, bases[0].i)]
    if status in _OFF and not attempted(reading, core):
        of_the_word = reading.times_of(core.verb.i)
        usable = [t for t in usable if t not in of_the_word or _is_ahead(reading, t.when)]
    return usable[0].when if usable else None


def _is_ahead(reading: Reading, when: DateRange | None) -> bool:
    """Say whether a day beside "was put off" can be the meeting's and not the day of that word."""
    published = reading.doc.document.published
    return not (published and published.end and when and when.end) or when.end > published.end


def _told_day(reading: Reading, core: Core, status: MeetingStatus) -> DateRange | None:
    if status is not MeetingStatus.HELD or is_background(reading, core.verb.i):
        return None
    return day_before(reading, core.verb.end)
