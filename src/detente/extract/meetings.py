"""Meetings: two or more sides meet, talk, phone, hold a round, or are to."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.when import day_before, is_background
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef, Actors, Entry, Meeting, MeetingStatus, PlaceRef, Plover
from detente.model.when import DateRange

_WITH = frozenset({"with", "between", "among", "of", "by"})
_UNREAL = frozenset({Reality.CONDITIONAL, Reality.DENIED, Reality.DEMANDED})


@dataclass(frozen=True, slots=True)
class _Core:
    """The words that tell of a meeting: the predicate of the clause, and the noun where there is one."""

    verb: Token
    noun: Token | None


@dataclass
class _Memory:
    """The meeting last told of, which "the talks" points back to."""

    participants: Actors = ()
    place: PlaceRef | None = None
    date: DateRange | None = None
    mediator: Actors = ()


def meetings(reading: Reading) -> Iterator[Entry]:
    """Find every passage that says of one meeting that it was held or is to be, when, where, with whom."""
    memory = _Memory()
    seen: set[tuple[int, int]] = set()
    for core in _cores(reading):
        meeting = _meeting(reading, core, memory)
        if meeting is None:
            continue
        span = (meeting.evidence[0].start, meeting.evidence[0].end)
        if any(a < span[1] and span[0] < b for a, b in seen):
            continue
        seen.add(span)
        if meeting.status is MeetingStatus.HELD:
            memory = _Memory(meeting.participants, meeting.place, meeting.date, meeting.mediator)
        yield meeting


def _cores(reading: Reading) -> Iterator[_Core]:
    for token in reading.tokens:
        if token.pos == "VERB" and _is_meeting_verb(reading, token):
            yield _Core(token, None)
        elif token.pos in {"NOUN", "PROPN"} and _is_meeting_noun(reading, token):
            yield _Core(_predicate_of(reading, token), token)


def _is_meeting_verb(reading: Reading, token: Token) -> bool:
    table = load_table("meetings")
    if token.lemma in table["meet"].words:
        return not reading.children(token.i, "dobj") or bool(_partners(reading, token.i))
    if token.lemma in table["speak"].words:
        subject = reading.subject(token.i)
        return bool(subject and reading.actors(subject.i) and _partners(reading, token.i))
    return token.lemma == "sit" and reading.has(token.i, {"down"}, "prt", "advmod")


def _partners(reading: Reading, i: int) -> Actors:
    """Return who is met: the object, or what follows "with", "between"."""
    found: list[Actors] = []
    spoken = reading.tokens[i].lemma in load_table("meetings")["speak"].words
    for child in reading.children(i, "dobj", "prep", "agent"):
        if child.dep == "dobj":
            found.append(reading.actors(child.i))
        elif child.lemma in {"with", "between"} or (child.lemma == "to" and spoken):
            found += [reading.actors(p.i) for p in reading.children(child.i, "pobj")]
    return tuple(dict.fromkeys(ref for refs in found for ref in refs))


def _is_meeting_noun(reading: Reading, token: Token) -> bool:
    table = load_table("meetings")
    noun = table["noun"].words
    if (token.lemma not in noun and token.text.lower() not in noun) or token.dep == "compound":
        return False
    if {reading.tokens[c].lemma for c in reading.doc.children[token.i]} & table[
        "other business"
    ].words:
        return False
    above = reading.tokens[token.head]
    generic = table["generic"].words
    if token.dep in {"pobj", "poss", "dobj"} and (
        above.lemma in generic or reading.tokens[above.head].lemma in generic
    ):
        return False
    return bool(_is_specific(reading, token))


def _is_specific(reading: Reading, token: Token) -> bool:
    """Say whether a noun of meeting means one meeting: a date, a place, two sides, or a verb of holding."""
    table = load_table("meetings")
    verb = _predicate_of(reading, token)
    held = verb.lemma in table["hold"].words and token.dep in {"dobj", "nsubjpass"}
    happens = verb.lemma in table["happen"].words and token.dep in {"nsubj", "nsubjpass"}
    definite = reading.has(
        token.i, {"the", "this", "that", "their", "these", "a", "an", "another"}, "det", "poss"
    )
    firm = token.lemma in table["firm noun"].words or token.text.lower() in table["firm noun"].words
    dated = bool(reading.times_of(token.i))
    placed = reading.place_of(token.i) is not None or _seat_beside(reading, token) is not None
    named = _noun_participants(reading, token)
    subject = reading.subject(verb.i) if verb.pos in {"VERB", "AUX"} else None
    with_subject = named and subject and subject.i != token.i and reading.actors(subject.i)
    peopled = len(named) >= 2 or bool(with_subject)
    happens = happens or _happens_below(reading, token)
    if firm and (dated or placed or peopled):
        return True
    if firm and (held or (happens and definite)):
        return True
    return (held or happens) and (dated or placed or peopled)


def _happens_below(reading: Reading, noun: Token) -> bool:
    """Read "the talks, which resume on Wednesday", "the congress scheduled this month"."""
    table = load_table("meetings")
    below = reading.children(noun.i, "relcl", "acl")
    doing = table["happen"].words | table["hold"].words
    return any(t.lemma in doing and reading.times_of(t.i) for t in below)


def _predicate_of(reading: Reading, noun: Token) -> Token:
    current = noun
    for _ in range(5):
        if current.pos in {"VERB", "AUX"} or current.head == current.i:
            return current
        current = reading.tokens[current.head]
    return current


def _noun_participants(reading: Reading, noun: Token) -> Actors:
    found: dict[str, object] = {}
    refs = []
    for child in reading.doc.children[noun.i]:
        token = reading.tokens[child]
        if token.dep in {"poss", "amod", "compound", "nmod"}:
            refs += [r for j in reading.doc.subtree(child) for r in _named(reading, j)]
        elif token.dep == "prep" and token.lemma in _WITH:
            refs += [r for p in reading.children(child, "pobj") for r in reading.actors(p.i)]
        elif token.dep == "acl":
            refs += [
                r
                for a in reading.children(child, "agent", "prep")
                if a.lemma in _WITH
                for p in reading.children(a.i, "pobj")
                for r in reading.actors(p.i)
            ]
    kept = []
    for ref in refs:
        if ref.id not in found:
            found[ref.id] = ref
            kept.append(ref)
    return tuple(kept)


def _named(reading: Reading, i: int) -> Actors:
    mention = reading.mention(i)
    if mention and mention.kind is not MentionKind.PLACE and mention.kind is not MentionKind.SEAT:
        return mention.actors
    return ()


def _meeting(reading: Reading, core: _Core, memory: _Memory) -> Meeting | None:
    status = _status(reading, core)
    if status is None:
        return None
    mediator = _mediator(reading, core)
    participants = _participants(reading, core)
    place = _place(reading, core)
    date = _date(reading, core, status)
    refers_back = status is MeetingStatus.HELD and _points_back(reading, core, participants, memory)
    if refers_back:
        participants = participants if len(participants) > 1 else memory.participants
        place, mediator = place or memory.place, mediator or memory.mediator
        date = date or memory.date
    participants = _without_doubles(participants) or _parties(reading, core, place, date)
    if (len(participants) < 2 and not (place or date)) or not participants:
        return None
    status = _by_the_calendar(reading, status, date)
    start, end = _span(reading, core)
    return Meeting(
        document=reading.doc.document.id,
        evidence=reading.evidence(start, end),
        said_by=reading.said_by(start, end),
        status=status,
        participants=participants,
        date=date or _told_day(reading, core, status),
        place=place,
        mediator=mediator,
        level=_level(reading, core, participants),
        plover=Plover("CONSULT", "meet"),
    )


def _parties(
    reading: Reading, core: _Core, place: PlaceRef | None, date: DateRange | None
) -> Actors:
    """Take the parties of the process for talks that have a place or a day but name nobody."""
    talks = core.noun is not None and core.noun.lemma in load_table("meetings")["talks"].words
    if not talks or not (place or date):
        return ()
    known = {a.id: a for a in reading.process.actors}
    return tuple(
        ActorRef(a.id, a.name, a.side) for p in reading.process.parties if (a := known.get(p))
    )


def _by_the_calendar(
    reading: Reading, status: MeetingStatus, date: DateRange | None
) -> MeetingStatus:
    """Take no meeting for held whose day comes after the article's."""
    published = reading.doc.document.published
    if status is MeetingStatus.HELD and date and date.start and published and published.end:
        return MeetingStatus.SCHEDULED if date.start > published.end else status
    return status


def _span(reading: Reading, core: _Core) -> tuple[int, int]:
    if core.noun is not None and core.verb.lemma not in load_table("meetings"):
        tokens = sorted(reading.doc.subtree(core.noun.i))
        return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end
    return reading.passage(core.verb.i, without=("advcl", "parataxis", "conj", "ccomp", "relcl"))


# -- status --------------------------------------------------------------------------------------


def _status(reading: Reading, core: _Core) -> MeetingStatus | None:
    table = load_table("meetings")
    around = {core.verb.lemma} | {t.lemma for t in _chain(reading, core)}
    if around & table["put off"].words:
        return MeetingStatus.POSTPONED
    if around & table["call off"].words:
        return MeetingStatus.CANCELLED
    how = reality(reading, core.noun.i if core.noun else core.verb.i)
    if core.noun is not None and how is Reality.ACTUAL:
        how = reality(reading, core.verb.i)
    if how in _UNREAL:
        return None
    if (
        how is Reality.FUTURE
        or around & (table["due"].words - {"next"})
        or _noun_is_due(reading, core)
    ):
        return MeetingStatus.SCHEDULED
    if _is_on_agenda(reading, core):
        return MeetingStatus.PROPOSED
    if how in {Reality.WISHED, Reality.POSSIBLE} or around & table["proposed"].words:
        return MeetingStatus.PROPOSED
    return MeetingStatus.HELD


def _is_on_agenda(reading: Reading, core: _Core) -> bool:
    """Read "on the agenda remains a meeting", "the proposal of a summit"."""
    sentence = reading.sentence(core.verb.i)
    tokens = reading.tokens[sentence.first : sentence.last]
    return core.noun is not None and any(
        t.lemma in {"agenda", "proposal", "idea"}
        and core.verb.i in {t.head, reading.tokens[t.head].head, *reading.doc.ancestors(t.i)}
        for t in tokens
    )


def _chain(reading: Reading, core: _Core) -> list[Token]:
    """Return the words above the predicate, and its adjective complements: "due", "slated"."""
    above = [reading.tokens[j] for j in reading.doc.ancestors(core.verb.i)][:2]
    near = [t for t in above if core.verb.dep in {"xcomp", "acl", "pcomp"}]
    return [*near, *reading.children(core.verb.i, "acomp")]


def _noun_is_due(reading: Reading, core: _Core) -> bool:
    if core.noun is None:
        return False
    modifiers = {t.lemma for t in reading.children(core.noun.i, "amod", "acl", "relcl")}
    return bool(
        modifiers
        & {"upcoming", "forthcoming", "next", "planned", "scheduled", "plan", "schedule", "slate"}
    )


# -- who, when, where ----------------------------------------------------------------------------


def _mediator(reading: Reading, core: _Core) -> Actors:
    table = load_table("meetings")
    found: list[ActorRef] = []
    verb = core.verb
    if verb.lemma in table["host"].words:
        subject = reading.subject(verb.i)
        found += reading.actors(subject.i) if subject else ()
    for base in (verb, core.noun):
        for acl in reading.children(base.i, "acl", "amod") if base else ():
            if acl.lemma in table["host"].words:
                found += [
                    r
                    for a in reading.children(acl.i, "agent")
                    for p in reading.children(a.i, "pobj")
                    for r in reading.actors(p.i)
                ]
                found += [
                    r
                    for c in reading.children(acl.i, "npadvmod", "compound")
                    for r in reading.actors(c.i)
                ]
    start, end = reading.sentence(verb.i).first, reading.sentence(verb.i).last
    for token in reading.tokens[start:end]:
        if token.lemma in {"invitation", "mediation", "auspices"}:
            found += reading.sides_in(token.i) or reading.actors(token.i)
    return tuple(dict.fromkeys(map(reading.side_of, found)))


def _participants(reading: Reading, core: _Core) -> Actors:
    refs: list[ActorRef] = []
    subject = reading.subject(core.verb.i)
    if subject and subject is not core.noun and core.verb.pos in {"VERB", "AUX"}:
        refs += _people_or_sides(reading, subject.i)
    refs += _partners(reading, core.verb.i)
    for agent in reading.children(core.verb.i, "agent"):
        refs += [r for p in reading.children(agent.i, "pobj") for r in reading.actors(p.i)]
    if core.noun is not None:
        refs += _noun_participants(reading, core.noun)
    return tuple(dict.fromkeys(refs))


def _people_or_sides(reading: Reading, i: int) -> Actors:
    return reading.actors(i) or reading.sides_in(i)


def _without_doubles(participants: Actors) -> Actors:
    """Leave a side out where a person of it takes part."""
    persons = {r.side for r in participants if r.side and r.side != r.name}
    named = [r for r in participants if r.listed or r.name[:1].isupper()]
    return tuple(r for r in named if r.name not in persons)


def _points_back(reading: Reading, core: _Core, participants: Actors, memory: _Memory) -> bool:
    if not memory.participants:
        return False
    sides = {r.side or r.name for r in memory.participants}
    named = {r.side or r.name for r in participants}
    definite = core.noun is None or reading.has(
        core.noun.i, {"the", "their", "these", "this"}, "det", "poss"
    )
    return definite and named <= sides and not reading.times_of(core.verb.i)


def _place(reading: Reading, core: _Core) -> PlaceRef | None:
    if core.noun is not None:
        place = reading.place_of(core.noun.i) or _seat_beside(reading, core.noun)
        if place:
            return place
    return reading.place_of(core.verb.i)


def _seat_beside(reading: Reading, noun: Token) -> PlaceRef | None:
    """Read "the Brussels meeting"."""
    for child in reading.children(noun.i, "compound", "nmod", "amod", "poss"):
        mention = reading.mention(child.i)
        if mention and mention.place and mention.kind in {MentionKind.PLACE, MentionKind.SEAT}:
            return mention.place
    return None


def _date(reading: Reading, core: _Core, status: MeetingStatus) -> DateRange | None:
    below = reading.children(core.noun.i, "relcl", "acl") if core.noun else []
    bases = [t for t in (core.noun, *below, core.verb) if t]
    times = [t for base in bases for t in reading.times_of(base.i)]
    if not times:
        sentence = reading.sentence(core.verb.i)
        start, end = _span(reading, core)
        times = reading.times_in(start, end) or [
            t
            for t in reading.times_in(sentence.start, sentence.end)
            if status is not MeetingStatus.HELD
        ]
    usable = [t for t in times if not t.open_start]
    return usable[0].when if usable else None


def _told_day(reading: Reading, core: _Core, status: MeetingStatus) -> DateRange | None:
    if status is not MeetingStatus.HELD or is_background(reading, core.verb.i):
        return None
    return day_before(reading, core.verb.end)


_LEVELS = {
    "president": "leaders",
    "prime minister": "leaders",
    "leader": "leaders",
    "foreign minister": "foreign ministers",
    "secretary of state": "foreign ministers",
    "deputy prime minister": "deputy prime ministers",
    "defence minister": "defence ministers",
    "security council secretary": "security council secretaries",
}


def _level(reading: Reading, core: _Core, participants: Actors) -> str | None:
    """Name the level by the words of the clause, else by the offices of those who meet."""
    start, end = _span(reading, core)
    text = reading.text[start:end].lower()
    for level in (
        "deputy prime ministers",
        "foreign ministers",
        "defence ministers",
        "leaders",
        "presidents",
    ):
        if level in text or level.replace("defence", "defense") in text:
            return "leaders" if level == "presidents" else level
    offices = {_LEVELS.get(o) for r in participants if (o := _office(reading, r.id))}
    known = offices - {None}
    return known.pop() if len(known) == 1 else None


def _office(reading: Reading, actor: str) -> str | None:
    published = reading.doc.document.published
    day = published.start if published else None
    for listed in reading.process.actors:
        if listed.id == actor:
            held = [o for o in listed.offices if day is None or o.held_on(day)]
            return held[0].title if held else None
    return None
