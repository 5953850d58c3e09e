"""Who says what: the content of every act of saying, and its speaker.

Contents, cues and sources in the sense of PolNeAR (Newell, Margolin & Ruths 2018): direct, indirect and
mixed, before, after, around and sentences away from the words that name the speaker.
"""

from collections.abc import Iterator

from detente.extract.contents import Content, clause_below, contents, voice_of
from detente.extract.quoted import with_quotations
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import can_speak, inside_quotation, speaker_token, speakers_of
from detente.extract.syntax import SUBJECTS
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token
from detente.model.document import Reason
from detente.model.entry import Actors

# Whose words are mostly another's only relays them.
_RELAYED = 0.5


# the groups of speech.toml whose words are verbs by which somebody says something
_SAYING = ("say", "believe", "infinitive", "label")

_NOT_YET = frozenset({"will", "would", "should", "could", "may", "might", "must", "can", "wo"})


def find_voices(reading: Reading) -> list[Voice]:
    """Find every act of saying of the document, in the order of the text."""
    voices: list[Voice] = []
    reading.voices = voices  # "the statement read" asks who spoke before
    for sentence in reading.doc.sentences:
        voices += _in_sentence(reading, sentence)
    voices = with_quotations(reading, voices)
    reading.voices = sorted(voices, key=lambda v: (v.start, -v.end))
    return reading.voices


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Voice]:
    found: list[Voice] = []
    for token in reading.tokens[sentence.first : sentence.last]:
        if inside_quotation(reading, token.start):
            continue
        if token.pos == "VERB" and any(token.lemma in load_table("speech")[g] for g in _SAYING):
            found += _of_verb(reading, sentence, token)
        elif token.pos == "NOUN" and token.lemma in load_table("speech")["nominal"].words:
            found += _of_noun(reading, token)
    # where somebody is said to speak, "according to" names the outlet that relays it
    found = found or list(_according_to(reading, sentence))
    yield from (v for n, v in enumerate(found) if not _is_told_twice(v, n, found))


def _is_told_twice(voice: Voice, number: int, found: list[Voice]) -> bool:
    """Say whether another voice of the sentence says the same better.

    One speaker's words inside the same speaker's words are told once, and who relays that X said
    something ("X said that ..., the Herald reported") is no speaker beside X.
    """
    for other_number, other in enumerate(found):
        if other is voice:
            continue
        holds = other.start <= voice.start and voice.end <= other.end
        same = (other.start, other.end) == (voice.start, voice.end)
        if other.speakers == voice.speakers and holds and (not same or other_number < number):
            return True
        inside = voice.start <= other.start and other.end <= voice.end
        most = other.end - other.start > _RELAYED * (voice.end - voice.start)
        if (
            inside
            and most
            and not same
            and other.cue is not None
            and other.speakers != voice.speakers
        ):
            return True
    return False


def _of_verb(reading: Reading, sentence: Sentence, cue: Token) -> Iterator[Voice]:
    if _says_nothing(reading, cue):
        return
    subject = speaker_token(reading, cue)
    speakers = speakers_of(reading, subject.i) if subject else ()
    if not speakers:
        if subject and (lost := clause_below(reading, cue)):
            detail = f"nobody was found whom {subject.text!r} means"
            reading.reject(Reason.NO_ACTOR, detail, (lost.start, lost.end))
        return
    if not subject or not _may_say(cue, subject, speakers):
        return
    for content in contents(reading, sentence, cue, subject):
        voice = voice_of(reading, speakers, content, cue.i)
        if voice:
            yield voice


def _says_nothing(reading: Reading, cue: Token) -> bool:
    """Leave out what was not said: "declined to say", "did not say", "would say"."""
    table = load_table("speech")
    above = reading.tokens[cue.head]
    silent = cue.dep in {"xcomp", "pcomp"} and (
        above.lemma in table["silence"].words or above.text.lower() == "without"
    )
    if reading.auxiliaries(cue.i) & _NOT_YET:
        return True
    return silent or (
        reading.negated(cue.i) and cue.lemma not in {"deny", "believe", "think", "expect"}
    )


def _may_say(cue: Token, subject: Token, speakers: Actors) -> bool:
    """Let a verb of thinking count only for experts and observers, whose thoughts are their sayings.

    A verb that means other things besides is a saying of people, bodies and papers only.
    """
    table = load_table("speech")
    unlisted = not any(ref.listed for ref in speakers)
    if cue.lemma in table["clause only"].words and unlisted and not can_speak(subject):
        return subject.pos == "PRON"
    if cue.lemma in table["say"].words or cue.lemma in table["label"].words:
        return True
    return all(not ref.listed and ref.name[:1].islower() for ref in speakers)


def _of_noun(reading: Reading, noun: Token) -> Iterator[Voice]:
    """Read "comments made by X that …", "X's claim that …", "expressed hope that …"."""
    clauses = [
        t
        for t in reading.children(noun.i, "acl", "ccomp", "relcl")
        if reading.children(t.i, "mark") and reading.children(t.i, *SUBJECTS, "expl")
    ]
    speakers = _owner(reading, noun) if clauses else ()
    for clause in clauses[:1] if speakers else ():
        tokens = sorted(reading.doc.subtree(clause.i))
        content = Content(reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end)
        voice = voice_of(reading, speakers, content, noun.i)
        if voice:
            yield voice


def _owner(reading: Reading, noun: Token) -> Actors:
    for child in reading.children(noun.i, "poss"):
        return speakers_of(reading, child.i)
    for clause in reading.children(noun.i, "acl", "prep"):
        for agent in (*reading.children(clause.i, "agent"), clause):
            if agent.lemma in {"by", "of", "from"}:
                for below in reading.children(agent.i, "pobj"):
                    return speakers_of(reading, below.i)
    verb = reading.tokens[noun.head]
    if noun.dep == "dobj" and verb.lemma in load_table("stance")["express"].words:
        subject = reading.subject(verb.i)
        return speakers_of(reading, subject.i) if subject else ()
    return ()


def _according_to(reading: Reading, sentence: Sentence) -> Iterator[Voice]:
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.lemma not in {"accord", "according"} or inside_quotation(reading, token.start):
            continue
        objects = [
            o
            for prep in reading.children(token.i, "prep")
            for o in reading.children(prep.i, "pobj")
        ] or reading.children(token.i, "pobj")
        if not objects:
            continue
        speakers = speakers_of(reading, objects[0].i)
        if not speakers:
            continue
        span = sorted(reading.doc.subtree(token.i))
        start = reading.tokens[span[0]].start
        end = reading.tokens[span[-1]].end
        before = Content(sentence.start, start)
        content = (
            before if start - sentence.start > sentence.end - end else Content(end, sentence.end)
        )
        voice = voice_of(reading, speakers, content, None)
        if voice:
            yield voice
