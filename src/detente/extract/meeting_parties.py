"""Who meets where talks name nobody: the parties of the process, or who is said to have led them."""

from detente.extract.meeting_words import Core
from detente.extract.reading import Reading
from detente.extract.roles import unique
from detente.extract.speakers import several_unlisted
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, PlaceRef
from detente.model.when import DateRange

# how many sentences back the process may have been named for talks to be its own
_NEAR = 3
_SEVERAL = 3  # sides: with so many, one of them may have brought the others together
_ASKS = frozenset(
    {"anchor", "journalist", "reporter", "correspondent", "presenter", "interviewer", "broadcaster"}
)


def parties_of(
    reading: Reading,
    core: Core,
    place: PlaceRef | None,
    date: DateRange | None,
    *,
    off: bool,
) -> Actors:
    """Take the parties of the process for talks that have a place or a day but name nobody.

    A summit that will not be was announced before, and needs both.
    """
    table = load_table("meetings")
    noun = core.noun.lemma if core.noun else ""
    of_body = is_of_body(reading, core)
    talks = (noun in table["talks"].words or of_body) and (place or date)
    if not talks and not (off and place and date and noun in table["firm noun"].words):
        return ()
    if not _is_of_process(reading, core):
        return ()
    known = {a.id: a for a in reading.process.actors}
    return tuple(
        ActorRef(a.id, a.name, a.side) for p in reading.process.parties if (a := known.get(p))
    )


def chairs_of(reading: Reading, core: Core) -> Actors:
    """Return who led or attended a meeting, by its sentence or the next: "X chaired it together with Y"."""
    table = load_table("meetings")
    here = reading.sentence(core.verb.i)
    for token in reading.tokens[core.verb.i + 1 :]:
        there = reading.sentence(token.i)
        if there.paragraph != here.paragraph or there.index > here.index + 1:
            return ()
        if token.pos != "VERB" or token.lemma not in table["chair"].words:
            continue
        led = reading.children(token.i, "dobj", "nsubjpass")
        if any(t.lemma == "it" or t.lemma in table["noun"].words for t in led):
            return _leaders(reading, token)
    return ()


def _leaders(reading: Reading, verb: Token) -> Actors:
    preps = [p for p in reading.children(verb.i, "prep", "agent") if p.lemma in {"with", "by"}]
    named = reading.children(verb.i, "nsubj")
    named += [o for p in preps for o in reading.children(p.i, "pobj")]
    return unique(r for t in named for r in reading.actors(t.i))


def unlisted_of(reading: Reading, core: Core) -> Actors:
    """Return several who meet and whom nobody knows by the words of the text: "major powers are to meet"."""
    subject = reading.subject(core.verb.i)
    if subject is None or subject is core.noun:
        return ()
    return several_unlisted(reading, subject)


def is_interview(reading: Reading, core: Core, participants: Actors) -> bool:
    """Read "spoke to BBC News", "told a reporter", "sat down with a presenter": one who is known speaks to nobody known."""
    table = load_table("meetings")
    if core.noun is not None:
        return False
    if core.verb.lemma in table["speak"].words and len(participants) == 1:
        return True  # "speaking to troops at the base"
    if _speaks_to_press(reading, core.verb):
        return True
    words = {w.lower() for r in participants if not r.listed for w in r.name.split()}
    known = any(r.listed or r.side for r in participants)
    asked = core.verb.lemma in table["speak"].words and not known
    return asked or bool(words & table["outlet"].words)


def _speaks_to_press(reading: Reading, verb: Token) -> bool:
    """Say whether it is told of whom one speaks with that he asks for an outlet: "the Fox anchor Ada Roe"."""
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma in {"with", "to"}]
    heard = [o for p in preps for o in reading.children(p.i, "pobj")]
    beside = [c for o in heard for c in reading.children(o.i, "compound", "appos", "nmod")]
    return any(t.lemma in _ASKS for t in (*heard, *beside))


def is_of_body(reading: Reading, core: Core) -> bool:
    """Read "the working group held its 12th meeting": a body in which the parties sit."""
    subject = reading.subject(core.verb.i)
    bodies = load_table("meetings")["joint body"]
    if subject is None or core.verb.lemma not in {"hold", "meet", "convene"}:
        return False
    words = [*(t.lemma for t in reading.children(subject.i, "compound", "amod")), subject.lemma]
    return subject.lemma in bodies.words or any(
        tuple(words[-len(p) :]) == tuple(p) for p in bodies.phrases
    )


def _is_of_process(reading: Reading, core: Core) -> bool:
    """Say whether talks are those of the process: it or a party stands near, and no other land is their matter."""
    here = reading.sentence(core.verb.i).index
    if not any(here - n in reading.touched for n in range(_NEAR + 1)):
        return False
    parties = set(reading.process.parties)
    topics = [
        r
        for p in (reading.children(core.noun.i, "prep") if core.noun else ())
        if p.lemma in {"on", "about", "over"}
        for o in reading.children(p.i, "pobj")
        for r in reading.actors(o.i)
    ]
    return not topics or any(reading.side_of(r).id in parties for r in topics)


def is_a_side(core: Core, brought: Actors, participants: Actors) -> bool:
    """Say whether who hosts is one of two who meet: "hosted the president in Kigali"."""
    among = {r.id for r in brought} & {r.id for r in participants}
    return core.noun is None and bool(among) and len(participants) < _SEVERAL


def at_home(reading: Reading, core: Core, participants: Actors) -> bool:
    """Say whether one side meets among itself: "Pashinyan met the leaders of his party"."""
    sides = {reading.side_of(r).id for r in participants}
    guests = reading.children(core.verb.i, "dobj") if core.noun is None else []
    unknown = bool(guests) and not any(reading.actors(t.i) for t in guests)
    return len(sides) == 1 and (len(participants) > 1 or unknown)


def without_doubles(participants: Actors) -> Actors:
    """Leave a side out where a person of it takes part."""
    persons = {r.side for r in participants if r.side and r.side != r.name}
    named = [r for r in participants if r.listed or r.name[:1].isupper()]
    return tuple(r for r in named if r.name not in persons)
