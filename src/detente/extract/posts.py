"""Posts of a social network that an article shows: "We are on our way. — Ann Grey (@anngrey) May 4, 2022"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.unparsed import SHORTEST, Content
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug

# who posted stands behind a dash at the end of the paragraph, with the name of the account
_SIGNED = re.compile(
    r"(?:—|–|―|--)[ \t]*(?P<who>[^\n()—–―]{2,60}?)[ \t]*\(@\w{1,30}\)(?P<day>[^\n]{0,40})$",
    re.MULTILINE,
)
_LINKS = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)\S*")


def posts(reading: Reading) -> list[Voice]:
    """Give each sentence of a post to whoever posted it, word for word."""
    return [v for signed in _SIGNED.finditer(reading.text) for v in _of_post(reading, signed)]


def _of_post(reading: Reading, signed: re.Match[str]) -> Iterator[Voice]:
    dash = next((t for t in reading.tokens if t.end > signed.start()), None)
    speakers = _who(reading, signed)
    if dash is None or not speakers:
        return
    here = reading.sentence(dash.i)
    on = next((t.when for t in reading.times_in(*signed.span("day"))), None)
    for sentence in reading.doc.sentences[: here.index + 1]:
        if sentence.paragraph != here.paragraph:
            continue
        start, end = sentence.start, min(sentence.end, signed.start())
        link = _LINKS.search(reading.text, start, end)
        end = link.start() if link else end
        if start < end and len(reading.text[start:end].split()) >= SHORTEST:
            voice = voice_of(reading, speakers, Content(start, end), dash.i)
            # set off and signed, it is a quotation without marks
            yield from (replace(v, quoted=True, mixed=False, on=on) for v in (voice,) if v)


def _who(reading: Reading, signed: re.Match[str]) -> Actors:
    """Return who is named behind the dash: the person or body that is known by it, else the name as it stands."""
    inside = {t.i for t in _tokens(reading, *signed.span("who"))}
    for i in sorted(inside):
        mention = reading.mention(i)
        # the link before the dash may be read into the name
        if mention and mention.kind is MentionKind.NAME and mention.first in inside:
            return mention.actors
    name = signed.group("who").strip()
    return (ActorRef(f"~{slug(name)}", name),) if slug(name) else ()


def _tokens(reading: Reading, start: int, end: int) -> Iterator[Token]:
    return (t for t in reading.tokens if start <= t.start and t.end <= end)
