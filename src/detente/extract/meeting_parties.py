"""The parties of the process as those who meet, where talks name nobody."""

from detente.extract.meeting_words import Core
from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.entry import ActorRef, Actors, PlaceRef
from detente.model.when import DateRange

# how many sentences back the process may have been named for talks to be its own
_NEAR = 3


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
    talks = noun in table["talks"].words and (place or date)
    if not talks and not (off and place and date and noun in table["firm noun"].words):
        return ()
    if not _is_of_process(reading, core):
        return ()
    known = {a.id: a for a in reading.process.actors}
    return tuple(
        ActorRef(a.id, a.name, a.side) for p in reading.process.parties if (a := known.get(p))
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
