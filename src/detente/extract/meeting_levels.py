"""At what level sides meet: by the offices of the persons, else by the words that tell of the meeting."""

from detente.extract.reading import Reading
from detente.model.annotation import Token
from detente.model.entry import Actors

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


def level_of(reading: Reading, participants: Actors, words: str) -> str | None:
    """Name the level by the offices of the persons who meet, else by the words of the clause."""
    held = [_LEVELS.get(_office(reading, r.id) or "") for r in participants]
    if len(set(held)) == 1 and held[0]:
        return held[0]
    text = words.lower()
    for level in (
        "deputy prime ministers",
        "foreign ministers",
        "defence ministers",
        "leaders",
        "presidents",
    ):
        if level in text or level.replace("defence", "defense") in text:
            return "leaders" if level == "presidents" else level
    known = set(held) - {None}
    return known.pop() if len(known) == 1 else None


def who_meets(reading: Reading, verb: Token, span: tuple[int, int]) -> str:
    """Return the words of a passage, with its subject where that stands outside: "the leaders are to meet"."""
    passage = reading.text[span[0] : span[1]]
    subject = reading.subject(verb.i)
    if subject is None or span[0] <= subject.start < span[1]:
        return passage
    first = reading.tokens[min(reading.doc.subtree(subject.i))]
    return f"{reading.text[first.start : subject.end]} {passage}"


def _office(reading: Reading, actor: str) -> str | None:
    published = reading.doc.document.published
    day = published.start if published else None
    for listed in reading.process.actors:
        if listed.id == actor:
            held = [o for o in listed.offices if day is None or o.held_on(day)]
            return held[0].title if held else None
    return None
