"""Which of several voices of a sentence says what is said best: a relay, a thought and an echo give way."""

from detente.extract.reading import Reading, Voice
from detente.lexicon import load_table
from detente.model.annotation import Token

# Whose words are mostly another's only relays them.
_RELAYED = 0.5
# closing marks that what is said ends with or without
_MARKS = 3


def is_thought_within(reading: Reading, voice: Voice, found: list[Voice]) -> bool:
    """Say whether a thought stands in what another says: "she said both generals believed they could win"."""
    if voice.cue is None or not _only_thinks(reading.tokens[voice.cue]):
        return False
    others = (v for v in found if v.cue is not None and v.start <= voice.start < voice.end <= v.end)
    return any(
        _is_cue_in(reading, voice, v) and not _only_thinks(reading.tokens[v.cue or 0])
        for v in others
    )


def _only_thinks(cue: Token) -> bool:
    speech = load_table("speech")
    return cue.lemma in speech["believe"].words and cue.lemma not in speech["say"].words


def is_told_twice(reading: Reading, voice: Voice, number: int, found: list[Voice]) -> bool:
    """Say whether another voice of the sentence says the same better.

    One speaker's words inside the same speaker's words are told once. Who relays that X said something
    ("X said that ..., the Herald reported") is no speaker beside X; where A, who is no relay, says that
    B said it, A stands behind it.
    """
    for other_number, other in enumerate(found):
        if other is voice:
            continue
        if _is_within_other(reading, voice, other):
            return True
        holds = other.start <= voice.start and voice.end <= other.end
        same = (other.start, other.end) == (voice.start, voice.end)
        if other.speakers == voice.speakers and holds and (not same or other_number < number):
            return True
        inside = other.start <= voice.start < other.end and voice.end <= other.end + _MARKS
        apart = inside and voice.quoted and not _is_cue_in(reading, voice, other)
        if (same or apart) and _is_farther(reading, voice, other):
            return True
        if same or other.speakers == voice.speakers:
            continue
        if _is_mostly(reading, other, voice) and _is_relayed(reading, other, voice):
            return True
        if (
            _is_mostly(reading, voice, other)
            and voice.cue
            and not _is_relayed(reading, voice, other)
        ):
            return True
    return False


def _is_within_other(reading: Reading, voice: Voice, other: Voice) -> bool:
    """Say whether a verb inside another's words takes those words on to the other's verb.

    In "it is the host that announces the date, he explained" the host does not say "he explained".
    """
    shorter = voice.end - voice.start < other.end - other.start
    if voice.cue is None or other.cue is None or not shorter:
        return False
    mine, its = reading.tokens[voice.cue].start, reading.tokens[other.cue].start
    return other.start <= mine < other.end and voice.start <= its < voice.end


def _is_cue_in(reading: Reading, voice: Voice, other: Voice) -> bool:
    """Say whether a voice's verb stands in what another says."""
    return voice.cue is not None and other.start <= reading.tokens[voice.cue].start < other.end


def _is_farther(reading: Reading, voice: Voice, other: Voice) -> bool:
    """Say whether a voice's verb stands farther from its words than the verb of another of the same words."""
    if voice.cue is None or other.cue is None or voice.speakers == other.speakers:
        return False
    far, near = reading.tokens[voice.cue].start, reading.tokens[other.cue].start
    return _gap(far, voice) > _gap(near, other)


def _gap(offset: int, voice: Voice) -> int:
    return max(voice.start - offset, offset - voice.end, 0)


def _is_mostly(reading: Reading, inner: Voice, outer: Voice) -> bool:
    """Say whether an outer voice holds little but who says the inner one: "X, who leads Y, said that …"."""
    if not outer.start <= inner.start <= inner.end <= outer.end:
        return False
    if inner.end - inner.start > _RELAYED * (outer.end - outer.start):
        return True
    lead = [t for t in reading.tokens if outer.start <= t.start < inner.start]
    verbs = [t for t in lead if t.pos == "VERB" and t.i != inner.cue]
    return inner.end == outer.end and not verbs and inner.cue in [t.i for t in lead]


def _is_relayed(reading: Reading, inner: Voice, outer: Voice) -> bool:
    """Say whether a voice is another's clause that an outer one only hands on; "to leave" is no clause."""
    if inner.cue is None or reading.text.startswith("to ", inner.start):
        return False
    by_noun = reading.tokens[inner.cue].pos == "NOUN"  # "he said that her promise that … was kept"
    return not by_noun and _relays(reading, outer)


def _relays(reading: Reading, voice: Voice) -> bool:
    """Say whether a voice only hands on what others say: an outlet, whoever reports or is unknown."""
    if (
        voice.cue is None
        or reading.tokens[voice.cue].lemma in load_table("speech")["relayed"].words
    ):
        return True
    return not any(ref.listed for ref in voice.speakers)
