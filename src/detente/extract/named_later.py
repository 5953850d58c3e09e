"""Whoever speaks first by an office and is named in the next breath: "a rights chief warned … Ada Roe said …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.extract.reading import Reading, Voice
from detente.extract.speakers import speaker_token
from detente.lexicon import load_table
from detente.model.annotation import Mention, MentionKind, Token
from detente.model.entry import Actors

# sentences within which whoever opened a text unnamed is named
_SOON = 3
# a side's chief who opens a text may be named farther on
_WHOLE_LEAD = 12
_LONGEST_TITLE = 7  # tokens
# so many sentences open a text
_LEAD = 3
_FULL = 2  # words of a whole name
_HEADS = ("leader", "envoy", "go-between", "secretary-general", "secretary", "minister")
_SPOKEN_FOR = ("spokesperson",)
_WORD = 4  # letters by which a body is known again


def named_later(reading: Reading, voices: Sequence[Voice]) -> list[Voice]:
    """Give a voice without a name to whoever is named right after it as holding the same office."""
    return [replace(v, speakers=_named(reading, v, voices) or v.speakers) for v in voices]


def _named(reading: Reading, voice: Voice, voices: Sequence[Voice]) -> Actors:
    if voice.cue is None or not voice.speakers:
        return ()
    subject = speaker_token(reading, reading.tokens[voice.cue])
    if subject is None or subject.tag != "NN" or not _is_unnamed(reading, subject):
        return ()
    known = all(r.listed and reading.side_of(r).id != r.id for r in voice.speakers)
    if known:  # "the Turkish leader" has been named before
        return ()
    for other in _soon_after(reading, voice, voices):
        told = speaker_token(reading, reading.tokens[other.cue or 0])
        mention = reading.mention(told.i) if told else None
        if told is None or mention is None or not _is_new(reading, mention, subject):
            continue
        apart = reading.sentence(other.cue or 0).index - reading.sentence(voice.cue).index
        if apart > _SOON and not _is_chief_of(reading, (voice, subject), (other, told)):
            continue
        if mention.kind is MentionKind.NAME:
            fits = _is_same_person(reading, (voice, subject), (other, told))
            return mention.actors if fits else ()
        if mention.kind is MentionKind.SIDE and _is_same_body(reading, subject, mention):
            return mention.actors
    return ()


def _is_unnamed(reading: Reading, noun: Token) -> bool:
    mention = reading.mention(noun.i)
    return mention is None or (
        mention.kind in {MentionKind.ROLE, MentionKind.UNNAMED} and noun.pos == "NOUN"
    )


def _soon_after(reading: Reading, voice: Voice, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Give the voices of the next sentences in the order of their verbs."""
    here = reading.sentence(voice.cue or 0)
    for other in sorted((v for v in voices if v.cue is not None), key=lambda v: v.cue or 0):
        told = reading.sentence(other.cue or 0).index
        far = _WHOLE_LEAD if here.index < _LEAD else _SOON
        if here.index < told <= here.index + far and len(other.speakers) == 1:
            yield other


def _is_new(reading: Reading, mention: Mention, before: Token) -> bool:
    """Say whether whom a mention means was not named before, and is named whole now."""
    who = {ref.id for ref in mention.actors}
    earlier = (m for m in reading.doc.mentions if m.first < mention.first)
    named = {r.id for m in earlier if m.kind is mention.kind for r in m.actors}
    whole = mention.kind is MentionKind.SIDE or mention.last - mention.first >= _FULL
    return whole and len(who) == 1 and not who & named and before.i < mention.first


def _is_chief_of(reading: Reading, first: tuple[Voice, Token], later: tuple[Voice, Token]) -> bool:
    """Say whether a side's chief for some field is named far behind: "the U.N. rights chief", later by name."""
    (voice, noun), (other, name) = first, later
    of_side = other.speakers[0].side in {r.name for r in voice.speakers}
    titled = "head" in {o for t in _titles_of(reading, name) for o in _offices(t)}
    return of_side and titled and "head" in _offices(noun)


def _is_same_person(
    reading: Reading, first: tuple[Voice, Token], later: tuple[Voice, Token]
) -> bool:
    (voice, noun), (other, name) = first, later
    sides = {r.side for r in (*voice.speakers, *other.speakers) if r.side}
    among = other.speakers[0].side in {None, *(r.name for r in voice.speakers)}
    if len(sides) > 1 and not (among and len(voice.speakers) > 1):
        return False
    mine, its = _offices(noun), {o for t in _titles_of(reading, name) for o in _offices(t)}
    if mine & its:
        return True
    here, there = (reading.sentence(v.cue or 0) for v in (voice, other))
    leads = "head" in mine and here.index < _LEAD
    if its or any(_is_trade(t) for t in _titles_of(reading, name)):
        return leads and "head" in its
    listed = other.speakers[0].listed and other.speakers[0].side is not None
    quoted = other.quoted and there.index == here.index + 1 and there.paragraph == here.paragraph
    return (leads and listed and len(sides) == 1) or (quoted and "spoken for" in mine)


def _offices(noun: Token) -> set[str]:
    people = load_table("people")
    word = noun.lemma.lower()
    if word in people["private"].words:  # whom an outlet calls "a Western diplomat" stays unnamed
        return set()
    found = {"head"} if any(word in people[g].words for g in _HEADS) else set()
    spoken = any(word in people[g].words for g in _SPOKEN_FOR)
    return found | ({"spoken for"} if spoken else set())


def _titles_of(reading: Reading, name: Token) -> Iterator[Token]:
    """Give the words by which a person is introduced: the title before the name and what stands beside it."""
    yield from reading.children(name.i, "appos")
    mention = reading.mention(name.i)
    at = mention.first - 1 if mention else -1
    while mention and at >= 0 and mention.first - at <= _LONGEST_TITLE:
        before = reading.tokens[at]
        if before.pos not in {"NOUN", "PROPN"} and before.text not in {"of", "for"}:
            break  # "High Commissioner for Human Rights Ada Roe"
        yield before
        at -= 1
    above = reading.tokens[name.head]
    if name.dep == "appos":
        yield above


def _is_trade(noun: Token) -> bool:
    groups = load_table("people").groups.values()
    return any(noun.lemma.lower() in group.words for group in groups)


def _is_same_body(reading: Reading, noun: Token, mention: Mention) -> bool:
    """Say whether a body's name holds the words of what spoke before: "a rights monitor", "the Rights Centre"."""
    people = load_table("people")
    if noun.lemma not in people["body"].words | people["body for"].words:
        return False
    beside = (*reading.children(noun.i, "amod", "compound"), noun)
    kinds = {t.text.lower() for t in beside if t.text.islower()}
    named = {t.text.lower() for t in _of(reading, mention)}
    return any(len(kind) >= _WORD and kind in named for kind in kinds)


def _of(reading: Reading, mention: Mention) -> Sequence[Token]:
    return reading.tokens[mention.first : mention.last]
