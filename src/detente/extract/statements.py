"""Statements: one for each sentence of what a speaker says of the process."""

from collections.abc import Iterator

from detente.extract.reading import Reading, Voice
from detente.extract.relevance import is_courtesy
from detente.extract.roles import agent
from detente.extract.sender import is_attribution
from detente.extract.speakers import is_known_trade
from detente.extract.turns import ASKER
from detente.extract.when import said_on
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.document import Reason
from detente.model.entry import Entry, Mode, PlaceRef, Plover, Statement


def statements(reading: Reading) -> Iterator[Entry]:
    """Make a statement of each voice, and of each sentence of a text that its sender signs."""
    for voice in reading.voices:
        if voice.speakers == ASKER:
            continue
        if _is_strangers(reading, voice):
            detail = f"{voice.speakers[0].name!r} is a stranger, and no party or cue is near"
            reading.reject(Reason.OUTSIDE_PROCESS, detail, (voice.start, voice.end))
        else:
            yield from _of_voice(reading, voice)
    yield from _denials(reading)
    # in a transcript with questions only turns are anybody's words
    if reading.sender and not any(v.speakers == ASKER for v in reading.voices):
        yield from _of_sender(reading)


def _denials(reading: Reading) -> Iterator[Statement]:
    """Read "rejected the accusation", "which Baku denies": that it is not so is what is said."""
    table = load_table("speech")
    for verb in reading.verbs:
        turned_down = reading.children(verb.i, "dobj", "nsubjpass")
        denied = [t for t in turned_down if _is_deniable(verb, t)]
        if verb.lemma not in table["denial"].words or not denied or reading.negated(verb.i):
            continue
        speakers = agent(reading, verb.i)
        start, end = reading.passage(verb.i)
        taken = any(v.start < end and start < v.end for v in reading.voices)
        if taken or not speakers or reading.sender:
            continue
        voice = Voice(speakers, end, end, verb.i, quoted=False, mixed=False)
        yield Statement(
            document=reading.document_id,
            evidence=reading.evidence(start, end),
            speaker=speakers,
            mode=Mode.INDIRECT,
            cue=verb.text,
            said_on=said_on(reading, voice),
            plover=Plover("REJECT"),
        )


def _is_deniable(verb: Token, what: Token) -> bool:
    """Say whether what a verb turns down is a fact, or a word for one told before: "Baku denies that"."""
    table = load_table("speech")
    if what.lemma in table["denied"].words:
        return True
    stands_for = what.tag == "WDT" or what.text.lower() in {"that", "this", "it"}
    return stands_for and verb.lemma in table["denying"].words


def _is_strangers(reading: Reading, voice: Voice) -> bool:
    """Say whether one of no known trade speaks where nothing of the process stands near: "the director"."""
    if not reading.process.parties or voice.cue is None:
        return False
    if any(ref.listed or ref.side or is_known_trade(ref.name) for ref in voice.speakers):
        return False
    here = reading.sentence(voice.cue).index
    return not any(here - n in reading.touched for n in (0, 1))


def _of_voice(reading: Reading, voice: Voice) -> Iterator[Statement]:
    for start, end in _sentences(reading, voice.start, voice.end):
        if is_courtesy(reading.text[start:end]):
            continue
        yield Statement(
            document=reading.document_id,
            evidence=reading.evidence(start, end),
            speaker=voice.speakers,
            mode=_mode(voice),
            cue=reading.tokens[voice.cue].text if voice.cue is not None else "according to",
            said_on=said_on(reading, voice),
            place=_place_of_saying(reading, voice),
            plover=Plover("CONSULT", "statement"),
        )


def _place_of_saying(reading: Reading, voice: Voice) -> PlaceRef | None:
    """Return where it was said, and no place that what is said, or its topic, names."""
    if voice.cue is None:
        return None
    for prep in reading.children(voice.cue, "prep"):
        if not voice.start <= prep.start < voice.end and (place := reading.place_under(prep)):
            return place
    return None


def _mode(voice: Voice) -> Mode:
    if voice.quoted:
        return Mode.DIRECT
    return Mode.MIXED if voice.mixed else Mode.INDIRECT


def _sentences(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    for sentence in reading.doc.sentences:
        first, last = max(start, sentence.start), min(end, sentence.end)
        if last > first:
            first, last = reading.trim(first, last)
            if len(reading.text[first:last].split()) > 1:
                yield first, last


def _takes(reading: Reading, voice: Voice) -> bool:
    """Say whether a voice leaves the sender no words: "we note the report's finding that" is the sender's own."""
    return voice.cue is None or reading.tokens[voice.cue].pos != "NOUN"


def _of_sender(reading: Reading) -> Iterator[Statement]:
    for sentence in reading.doc.sentences:
        start, end = reading.trim(sentence.start, sentence.end)
        taken = any(_takes(reading, v) for v in reading.voices if v.start < end and start < v.end)
        tells = any(
            t.pos in {"VERB", "AUX"} for t in reading.tokens[sentence.first : sentence.last]
        )
        words = reading.text[sentence.start : sentence.end]
        if taken or not tells or is_attribution(words) or is_courtesy(words):
            continue
        yield Statement(
            document=reading.document_id,
            evidence=reading.evidence(start, end),
            speaker=reading.principals.get(sentence.index) or reading.sender,
            mode=Mode.INDIRECT,
            cue="statement",
            said_on=reading.doc.document.published,
            plover=Plover("CONSULT", "statement"),
        )
