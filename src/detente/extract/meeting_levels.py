"""At what level sides meet: by the offices of the persons, else by the words that tell of the meeting."""

from detente.extract.reading import Reading
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


def _office(reading: Reading, actor: str) -> str | None:
    published = reading.doc.document.published
    day = published.start if published else None
    for listed in reading.process.actors:
        if listed.id == actor:
            held = [o for o in listed.offices if day is None or o.held_on(day)]
            return held[0].title if held else None
    return None
