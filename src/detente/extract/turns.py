"""Turns of a transcript and names before a colon: "MR. PRICE: We support the truce."."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.sender import sides_of_outlet
from detente.extract.unparsed import FINITE, SHORTEST, Content
from detente.lexicon import load_table
from detente.lexicon.titles import canonical_title, holder
from detente.model.annotation import MentionKind, Sentence
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug
from detente.model.profile import ActorKind

# tokens before the colon: "Chairman of the Joint Chiefs of Staff Dan Caine:"
_LONGEST_LABEL = 10
# before a colon and a quotation: "Philip Roe, former deputy commander of the mission in the north: “…”"
_LONGEST_OF_QUOTED = 35
_MARKS = frozenset({'"', "“", "``", "„", "«"})
# Who asks in a transcript; what is asked is no statement.
ASKER: Actors = (ActorRef("~reporter", "reporter"),)
# A label in capitals that names nobody known is a speaker's when it comes back; "EXCLUSIVE:" does not.
_COMES_BACK = 2


def turns(reading: Reading) -> list[Voice]:
    """Find what stands behind a speaker's name and a colon, sentence by sentence to the end of the paragraph."""
    labels = {s.index: colon for s in _openings(reading) if (colon := _colon(reading, s))}
    counts = Counter(_label(reading, i, colon) for i, colon in labels.items())
    found = []
    known = {i: who for i, c in labels.items() if (who := _speakers(reading, i, c, counts))}
    # in a transcript a turn lasts to the next label: the labels stand in capitals, or somebody asks
    asked = ASKER in known.values()
    lasting = {i for i in known if asked or _label(reading, i, labels[i]).isupper()}
    for index, speakers in known.items():
        colon = labels[index]
        last = min((i for i in known if i > index), default=None)
        goes_on = index in lasting and len(lasting) > 1
        before_quotation = not goes_on and reading.tokens[colon + 1].text in _MARKS
        for sentence in _to_end(reading, index, last if goes_on else index):
            start = max(sentence.start, reading.tokens[colon].end)
            voice = voice_of(reading, speakers, Content(start, sentence.end), colon)
            if voice and before_quotation and not voice.quoted:
                continue
            if voice and len(reading.text[voice.start : voice.end].split()) >= SHORTEST:
                found.append(voice)
    return found


def _openings(reading: Reading) -> Iterator[Sentence]:
    last = -1
    for sentence in reading.doc.sentences:
        if sentence.paragraph != last:
            yield sentence
        last = sentence.paragraph


def _to_end(reading: Reading, index: int, last: int | None) -> Iterator[Sentence]:
    """Give the sentences of a turn: of its paragraph, and on to sentence ``last``, ``None`` for the end."""
    paragraph = reading.doc.sentences[index].paragraph
    for sentence in reading.doc.sentences[index:]:
        beyond = last is not None and sentence.index >= last
        if beyond and (last != index or sentence.paragraph != paragraph):
            return
        yield sentence


def _colon(reading: Reading, sentence: Sentence) -> int | None:
    """Return the colon behind a label at the head of a sentence: some words without a verb."""
    if (colon := _before_quotation(reading, sentence)) is not None:
        return colon
    for token in reading.tokens[sentence.first + 1 : sentence.first + _LONGEST_LABEL + 1]:
        if token.text == ":":
            return token.i
        stops = token.text in {",", ";", "."} and not _is_honorific(reading, token.i - 1)
        if token.pos in {"VERB", "AUX"} or stops:
            return None
    return None


def _before_quotation(reading: Reading, sentence: Sentence) -> int | None:
    """Return the colon between a longer label, which may have commas, and a quotation right behind."""
    tokens = reading.tokens[sentence.first : sentence.first + _LONGEST_OF_QUOTED + 2]
    for token, after in pairwise(tokens):
        if token.text.endswith(":"):  # "(Ret.): “"
            return token.i if after.text in _MARKS and token.i > sentence.first else None
        if token.tag in FINITE or token.pos == "AUX":
            return None
    return None


def _is_honorific(reading: Reading, i: int) -> bool:
    return reading.tokens[i].text.lower() in load_table("people")["honorific"].words


def _label(reading: Reading, index: int, colon: int) -> str:
    first = reading.doc.sentences[index].first
    return reading.text[reading.tokens[first].start : reading.tokens[colon].start].strip()


def _speakers(reading: Reading, index: int, colon: int, counts: Counter[str]) -> Actors:
    """Return who is named before a colon: a person, or a label in capitals that is a person's or comes back."""
    mention = reading.mention(colon - 1)
    label = _label(reading, index, colon)
    speech, called = load_table("speech"), label.casefold()
    if called in speech["asker"].words or called == (reading.doc.document.outlet or "").casefold():
        return ASKER
    if called in speech["answerer"].words:
        return interviewed(reading)
    if mention and mention.kind is MentionKind.NAME and not label.isupper():
        return mention.actors
    if not label.isupper():
        return _of_label(reading, index, colon)
    if speakers := _of_office(reading, label) or _of_surname(reading, label):
        return speakers
    return (ActorRef(f"~{slug(label)}", label.title()),) if counts[label] >= _COMES_BACK else ()


def interviewed(reading: Reading) -> Actors:
    """Return who answers: who signs, else the person whom title or text of an interview names first."""
    if reading.sender:
        return reading.sender
    title = reading.doc.document.title or ""
    bodies = {a.id for a in reading.process.actors if a.kind is not ActorKind.PERSON}
    mentions = (m for m in reading.doc.mentions if m.kind is MentionKind.NAME)
    named = [ref for m in mentions for ref in m.actors if ref.id not in bodies]
    in_title = (r for r in named if r.name.split()[-1] in title)
    first = next(in_title, None) or next(iter(named), None)
    return (first,) if first else ()


def _of_office(reading: Reading, label: str) -> Actors:
    """Return whom the title of the text names with the office of a label, "THE PRESIDENT", or who held it that day."""
    office = label.casefold().removeprefix("the ")
    if office == label.casefold():
        return ()
    document, process = reading.doc.document, reading.process
    titled = rf"(?<!vice )(?<!deputy )\b{re.escape(office)} (?P<who>(?:[\w.’'-]+ ?){{1,3}})"
    if named := re.search(titled, document.title or "", re.IGNORECASE):
        words = set(named.group("who").split())
        people = (a for a in process.actors if a.kind is ActorKind.PERSON)
        called = [a for a in people if a.name.split()[-1] in words]
        if len(called) == 1:  # of two of one surname neither is guessed
            return (ActorRef(called[0].id, called[0].name, called[0].side),)
    title, day = canonical_title(office), document.published and document.published.start
    sides = sides_of_outlet(process, document.outlet or "")
    if not title or not day or not sides:
        return ()
    held = holder(process, title, sides[0], day)
    return (ActorRef(held.id, held.name, held.side),) if held else ()


def _of_surname(reading: Reading, label: str) -> Actors:
    """Return whom the last word of a label names: who signs the text, else whom the text names in full."""
    surname = label.rsplit(maxsplit=1)[-1].casefold()
    names = (m for m in reading.doc.mentions if m.kind is MentionKind.NAME)
    for ref in chain(reading.sender, (r for m in names for r in m.actors)):
        if ref.name.casefold().split()[-1] == surname:
            return (ref,)
    return ()


def _of_label(reading: Reading, index: int, colon: int) -> Actors:
    """Return who is named in a label before a quotation: the person, else the body that it names whole."""
    first = reading.doc.sentences[index].first
    if reading.tokens[colon + 1].text not in _MARKS:
        return ()
    for i in range(first, colon):
        mention = reading.mention(i)
        if mention and mention.kind is MentionKind.NAME:
            return mention.actors
    bodies = load_table("people")["body for"].words | load_table("people")["organ"].words
    last = reading.tokens[colon - 1]
    named = last.text[0].isupper() and last.text.lower() in bodies
    if not named:
        return reading.actors(colon - 1, joined=False)
    words, sides = _label(reading, index, colon), reading.sides_in(colon - 1)
    return (ActorRef(f"~{slug(words)}", words, sides[0].side if len(sides) == 1 else None),)
