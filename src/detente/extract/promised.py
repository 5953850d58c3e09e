"""To whom, and by when, a side binds itself."""

from detente.extract.reading import Reading
from detente.extract.roles import unique
from detente.lexicon import load_table
from detente.model.entry import ActorRef, Actors
from detente.model.when import DateRange


def bound_to(reading: Reading, start: int, end: int, by: Actors) -> Actors:
    """Take the other parties that the passage names as those to whom the side is bound."""
    mine = {reading.side_of(r).id for r in by} | {r.id for r in by}
    parties = set(reading.process.parties)
    found: list[ActorRef] = []
    helped: list[ActorRef] = []
    for mention in reading.doc.mentions:
        token = reading.tokens[mention.first]
        if start <= token.start < end:
            named = [
                r for r in mention.actors if reading.side_of(r).id not in mine and r.id not in mine
            ]
            found += named
            helped += named if _is_helped(reading, mention.last - 1) else []
    others = unique(found)
    agreed = any(
        t.lemma in {"agree", "accept", "approve", "endorse"} and start <= t.start < end
        for t in reading.verbs
    )
    if agreed:  # whoever offered what is agreed to, party or not
        return tuple(r for r in others if r.listed)
    return tuple(r for r in others if reading.side_of(r).id in parties or r in helped)


def _is_helped(reading: Reading, i: int) -> bool:
    """Read "to assist the people of Ethiopia", "standing with Kyiv": who gains by what is promised."""
    token, helps = reading.tokens[i], load_table("stance")["help"].words
    for _ in range(3):  # "the people of Ethiopia"
        above = reading.tokens[token.head]
        if token.dep in {"dobj", "dative"}:
            return above.lemma in helps
        if token.dep == "pobj" and above.lemma != "of":
            return (
                above.lemma in {"with", "to", "for"} and reading.tokens[above.head].lemma in helps
            )
        token = above
    return False


def due_by(reading: Reading, start: int, end: int) -> DateRange | None:
    """Take a date of the passage that lies after publication, or that the text counts forward."""
    published = reading.doc.document.published
    day = published.start if published else None
    for mention in reading.times_in(start, end):
        when = mention.when
        if when and when.end and not mention.open_start and (day is None or when.end > day):
            return when
    return None
