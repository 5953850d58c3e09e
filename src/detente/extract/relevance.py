"""Whether a passage is of the process at all: a long text that touches on it holds much else."""

import re

from detente.extract.reading import Reading
from detente.extract.turns import ASKER
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token
from detente.model.document import Reason
from detente.model.entry import Entry, Kind
from detente.model.when import Basis

# A shorter text was added since it is on the process, and its quotations may name no party.
_LONG = 60  # sentences
# A passage is of the process when a cue or a party stands in its own sentence or this near.
_BEFORE, _AFTER = 3, 1
_HEADING_WORDS = 8
# a heading above an item of a live page is a whole sentence, in a text whose paragraphs have their marks
_LONGEST_HEADING = 16
_LONG_ENOUGH = 50  # letters of a paragraph that is no heading
_FEWEST_ENDED = 4
_ENDED = 0.6
_ENDS = (".", "?", "!", "”", '"', "’", ":", "…")


def is_relevant(reading: Reading, entry: Entry) -> bool:
    """Say whether a party or a cue of a track stands near; a profile without parties lets all pass."""
    if not reading.process.parties:
        return True
    if not reading.touched and not _names_any(reading):
        return False
    if len(reading.doc.sentences) < _LONG:
        return True
    start = entry.evidence[0].start
    here = next(s for s in reading.doc.sentences if s.start <= start < s.end)
    return any(_touches(reading, s) for s in _near(reading, here))


def _names_any(reading: Reading) -> bool:
    """Say whether a text names an actor or a place of the profile, or talks: else it is not on its process."""
    places = {p.id for p in reading.process.places}
    named = any(
        (m.place and m.place.id in places) or any(r.listed for r in m.actors)
        for m in reading.doc.mentions
    )
    # in "the Armenian Network for Human Rights" a party is only part of a name
    words = {w for t in reading.tokens for w in (t.text, t.text.split("-")[0])}
    parties = (a for a in reading.process.actors if a.id in reading.process.parties)
    partly = any(words & {a.name, *a.aliases, *a.adjectives} for a in parties)
    return named or partly or on_matter(reading, 0, len(reading.text))


def stands_in_heading(reading: Reading, entry: Entry) -> bool:
    """Say whether a passage is a heading inside the text: a short paragraph that ends without a mark."""
    start = entry.evidence[0].start
    here = next(s for s in reading.doc.sentences if s.start <= start < s.end)
    whole = [s for s in reading.doc.sentences if s.paragraph == here.paragraph]
    if len(whole) > 1 or len(reading.doc.sentences) == 1:
        return False
    text = reading.text[here.start : here.end].strip(" \n\"'“”‘’")
    words = len(text.split())
    if not text[-1:].isalnum() or words > _LONGEST_HEADING:
        return False
    return words <= _HEADING_WORDS or _is_unmarked(reading, text)


def _is_unmarked(reading: Reading, text: str) -> bool:
    """Say whether a line without a mark is none of the items of a list and stands among whole sentences."""
    ends: dict[int, str] = {}
    for sentence in reading.doc.sentences:
        if sentence.end - sentence.start >= _LONG_ENOUGH:
            ends[sentence.paragraph] = reading.text[sentence.start : sentence.end].rstrip()
    ended = sum(1 for words in ends.values() if words.endswith(_ENDS))
    listed = not text[:1].isalnum()
    return not listed and ended >= max(_FEWEST_ENDED, _ENDED * len(ends))


def stands_in_caption(reading: Reading, entry: Entry) -> bool:
    """Say whether a sentence tells a picture's scene: in the present, with its day and year that are past."""
    start = entry.evidence[0].start
    here = next(s for s in reading.doc.sentences if s.start <= start < s.end)
    published = reading.doc.document.published
    if published is None or published.end is None or entry.kind not in _TOLD:
        return False
    words = reading.tokens[here.first : here.last]
    scene = any(t.dep == "ROOT" and t.tag in {"VBZ", "VBP"} and t.pos == "VERB" for t in words)
    scene &= not any(t.tag == "VBD" for t in words)
    days = [
        t.when.day
        for t in reading.doc.times
        if here.start <= t.start < here.end and t.when and t.when.basis is Basis.EXPLICIT
    ]
    return scene and any(day and day <= published.end for day in days)


def is_courtesy(words: str) -> bool:
    """Say whether a sentence only greets or thanks: "Thank you so much, Mr. Secretary"."""
    plain = re.sub(r"[’\s]+", lambda m: "'" if "’" in m.group() else " ", words.strip().lower())
    return bool(load_table("speech")["courtesy"].pattern.match(plain))


def stands_in_courtesy(reading: Reading, i: int) -> bool:
    """Say whether a token stands in a sentence that only greets or thanks."""
    sentence = reading.sentence(i)
    return is_courtesy(reading.text[sentence.start : sentence.end])


def is_asked(reading: Reading, entry: Entry) -> bool:
    """Say whether a happening, a deal or a promise is only asked about: "How did the war start?"."""
    if ASKER in (getattr(entry, "said_by", ()), getattr(entry, "by", ())):
        return True
    if entry.kind not in _TOLD | {Kind.COMMITMENT}:
        return False
    start = entry.evidence[0].start
    here = next(s for s in reading.doc.sentences if s.start <= start < s.end)
    return reading.text[here.start : here.end].rstrip("\"'”’» \n").endswith("?")


_TOLD = frozenset({Kind.INCIDENT, Kind.AGREEMENT, Kind.MEETING})


def is_told_of_process(reading: Reading, token: Token) -> bool:
    """Say whether somebody speaks where the process stands near, whatever he names: "they are in grave danger"."""
    here = reading.sentence(token.i).index
    spoken = reading.said_by(token.start, token.end)
    return bool(spoken) and bool({here, here - 1} & reading.touched)


def stands_in_process(reading: Reading, token: Token) -> bool:
    """Say whether a token's sentence names the process, what belongs to it or a party, or is said where it stands near."""
    here = reading.sentence(token.i)
    named = on_matter(reading, here.start, here.end) or here.index in reading.touched
    return named or is_told_of_process(reading, token)


def on_matter(reading: Reading, start: int, end: int) -> bool:
    """Say whether a passage names the process or what belongs to it: "talks", "a truce"."""
    return any(start <= at < end for at in _matters(reading))


def _matters(reading: Reading) -> tuple[int, ...]:
    """Return where words stand that name the process or what belongs to it."""
    kept = reading.answers["matters"]
    if not kept:
        matter = load_table("assessment")["matter"].words
        named = (t for t in reading.tokens if t.lemma in matter and t.pos in {"NOUN", "PROPN"})
        kept[0] = tuple(t.start for t in named)
    places: tuple[int, ...] = kept[0]
    return places


def reject_irrelevant(reading: Reading, entry: Entry) -> None:
    """Keep that a passage was left out, and why."""
    passage = entry.evidence[0]
    reading.reject(
        Reason.OUTSIDE_PROCESS,
        f"{entry.kind}: no party and no cue of a track near",
        (passage.start, passage.end),
    )


def _near(reading: Reading, here: Sentence) -> list[Sentence]:
    sentences = reading.doc.sentences
    return list(sentences[max(0, here.index - _BEFORE) : here.index + _AFTER + 1])


def _touches(reading: Reading, sentence: Sentence) -> bool:
    return sentence.index in reading.touched
