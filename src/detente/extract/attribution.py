"""Who says what: the content of every act of saying, and its speaker.

Contents, cues and sources in the sense of PolNeAR (Newell, Margolin & Ruths 2018): direct, indirect and
mixed, before, after, around and sentences away from the words that name the speaker.
"""

from collections.abc import Iterator
from functools import cache

from detente.extract.according import according_to
from detente.extract.contents import clause_below, contents, voice_of
from detente.extract.fragments import fragment, judges
from detente.extract.handed_over import handed_over
from detente.extract.interviews import answers
from detente.extract.made_plain import made_plain
from detente.extract.minutes import minutes
from detente.extract.named_later import named_later
from detente.extract.nominal_sayings import SAYING, of_noun
from detente.extract.points import point
from detente.extract.posts import posts
from detente.extract.quoted import with_quotations
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import (
    can_speak,
    inside_quotation,
    is_known_trade,
    looks_into,
    speaker_token,
    speakers_of,
)
from detente.extract.syntax import SUBJECTS
from detente.extract.told_twice import is_thought_within, is_told_twice
from detente.extract.turns import turns
from detente.extract.unparsed import Content, puts_it
from detente.lexicon import load_table
from detente.model.annotation import Sentence, Token
from detente.model.document import Reason
from detente.model.entry import Actors

# "no word about Iran disclosing its past": what stands behind these is no act that took place
_OF_NO_ACT = frozenset({"without", "about", "against"})
_NOUNS = ("nominal", "resolve")
_NOT_YET = frozenset({"will", "would", "should", "could", "may", "might", "must", "can", "wo"})


def find_voices(reading: Reading) -> list[Voice]:
    """Find every act of saying of the document, in the order of the text."""
    spoken = [*(turns(reading) or answers(reading)), *handed_over(reading), *posts(reading)]
    voices = list(spoken)
    reading.voices = voices  # "the statement read" asks who spoke before, "I said" whose turn it is
    for sentence in reading.doc.sentences:
        voices += _in_sentence(reading, sentence)
    nested = [v for v in voices[len(spoken) :] if not _is_of_own_side(reading, v, spoken)]
    alone = [v for v in spoken if not any(n.start < v.end and v.start < n.end for n in nested)]
    voices = with_quotations(reading, [*alone, *nested])
    voices = named_later(reading, [*voices, *minutes(reading, voices)])
    reading.voices = sorted(voices, key=lambda v: (v.start, -v.end))
    reading.is_settled = True
    return reading.voices


def _is_of_own_side(reading: Reading, voice: Voice, spoken: list[Voice]) -> bool:
    """Say whether whoever speaks at length tells what the own side says: "Baku has said so", in Baku's speech."""
    around = (v for v in spoken if v.start <= voice.start and voice.end <= v.end)
    who = {ref.id for ref in voice.speakers}
    return any(who == {reading.side_of(ref).id for ref in v.speakers} for v in around)


# the parts of speech that a cue of speech can be
_SPEAK = frozenset({"VERB", "ADJ", "NOUN"})


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Voice]:
    found: list[Voice] = []
    says, nouns = _saying(SAYING), _saying(_NOUNS)
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.pos not in _SPEAK or inside_quotation(reading, token.start):
            continue
        if token.pos == "VERB" and (token.lemma in says or judges(token)):
            found += _of_verb(reading, sentence, token)
        elif token.pos == "VERB" and puts_it(reading, token):
            found += _as_put(reading, sentence, token)
        elif token.pos == "ADJ" and token.lemma in load_table("speech")["plain"].words:
            found += made_plain(reading, token)
        elif token.pos == "NOUN" and token.lemma in nouns:
            found += of_noun(reading, token)
    # where somebody is said to speak, "according to" names the outlet that relays it
    relayed = list(according_to(reading, sentence))
    apart = [v for v in relayed if not any(v.start < o.end and o.start < v.end for o in found)]
    found += apart if found else relayed
    found = [v for v in found if not is_thought_within(reading, v, found)]
    yield from (v for n, v in enumerate(found) if not is_told_twice(reading, v, n, found))


def _as_put(reading: Reading, sentence: Sentence, cue: Token) -> Iterator[Voice]:
    """Read 'as Roe put it, "…"': the quotation behind it, else the whole sentence."""
    subject = speaker_token(reading, cue)
    if subject is None or inside_quotation(reading, subject.start):
        return
    quoted = [q for q in reading.doc.quotations if cue.end < q.start < sentence.end]
    spans = [(q.start, min(q.end, sentence.end)) for q in quoted[:1]]
    content = Content(*(spans or [(sentence.start, sentence.end)])[0])
    speakers = speakers_of(reading, subject.i)
    if speakers and (voice := voice_of(reading, speakers, content, cue.i)):
        yield voice


@cache
def _saying(groups: tuple[str, ...]) -> frozenset[str]:
    """Return the words of some groups of speech.toml."""
    return frozenset().union(*(load_table("speech")[name].words for name in groups))


def _of_verb(reading: Reading, sentence: Sentence, cue: Token) -> Iterator[Voice]:
    if (
        _quotes_another(reading, cue)
        or _says_nothing(reading, cue)
        or (reading.sender and _is_aside(reading, cue))
    ):
        return
    subject = speaker_token(reading, cue)
    speakers = _signed(reading, speakers_of(reading, subject.i)) if subject else ()
    if not speakers:
        if subject and (lost := clause_below(reading, cue)):
            detail = f"nobody was found whom {subject.text!r} means"
            reading.reject(Reason.NO_ACTOR, detail, (lost.start, lost.end))
        return
    if not subject or not _may_say(cue, subject, speakers):
        return
    if reading.sender and subject.text.lower() in {"it", "this", "that"}:
        return  # in a signed text "it reminds us" is a thing and no speaker
    told = [] if judges(cue) else list(contents(reading, sentence, cue, subject))
    if not told and _may_stress(reading, cue, subject):
        told = [c for c in (point(reading, cue) or fragment(reading, cue),) if c]
    for content in told:
        voice = voice_of(reading, speakers, content, cue.i)
        if voice:
            yield voice


def _may_stress(reading: Reading, cue: Token, subject: Token) -> bool:
    """Let people and bodies make a point; in a signed text officials whose acts it tells of, and no others."""
    actors = reading.actors(subject.i)
    if not reading.sender:
        return bool(actors) or can_speak(subject)
    officials = bool(actors) and all(reading.side_of(r).id != r.id for r in actors)
    told = reading.tokens[cue.head].dep == "ROOT" and cue.dep in {"ROOT", "conj"}
    return officials and told and actors != reading.sender


def _is_aside(reading: Reading, cue: Token) -> bool:
    """Read "as the President has said", which takes no sentence of a signed text from its signer."""
    return cue.dep == "advcl" and reading.has(cue.i, {"as"}, "mark")


def _signed(reading: Reading, speakers: Actors) -> Actors:
    """Let the side of who signs the whole text mean the signer: "the United States urges", "we urge"."""
    sides = {reading.side_of(ref).id for ref in reading.sender}
    return reading.sender if speakers and {ref.id for ref in speakers} == sides else speakers


def _says_nothing(reading: Reading, cue: Token) -> bool:
    """Leave out what was not said: "declined to say", "did not say", "would say"."""
    table = load_table("speech")
    above = reading.tokens[cue.head]
    silent = cue.dep in {"xcomp", "pcomp"} and (
        above.lemma in table["silence"].words or above.text.lower() in _OF_NO_ACT
    )
    wished = cue.dep == "conj" and cue.tag in {"VB", "VBP"} and not _has_own_subject(reading, cue)
    if reading.auxiliaries(cue.i) & (_NOT_YET | {"to"} if wished else _NOT_YET):
        return True
    if _is_charged(reading, cue):
        return True
    if _is_asked(reading, cue) or above.lemma == "worth" or _is_nor(reading, cue):
        return True
    silent = silent or reading.has(cue.i, {"nothing"}, "dobj")
    return silent or (
        reading.negated(cue.i) and cue.lemma not in {"deny", "believe", "think", "expect"}
    )


def _quotes_another(reading: Reading, cue: Token) -> bool:
    """Read '"…," the paper quoted him as saying', which is his, by the verb behind "as"."""
    if cue.lemma not in load_table("speech")["relayed"].words:
        return False
    says = reading.tokens[cue.head].lemma in load_table("speech")["say"].words
    if says and cue.tag == "VBN" and _is_aside(reading, cue):
        return True  # "X said, as quoted by the agency"
    as_ = (p for p in reading.children(cue.i, "prep") if p.lemma == "as")
    return any(reading.children(p.i, "pcomp") for p in as_)


def _is_asked(reading: Reading, cue: Token) -> bool:
    """Read "Asked how it would be done, he answered": whoever is asked does not say so."""
    passive = cue.tag in {"VBN", "VBD"} and cue.dep in {"advcl", "acl"}
    passive = passive and not reading.children(cue.i, "aux", "auxpass", "mark", *SUBJECTS)
    return passive and cue.lemma in {"ask", "tell", "question", "press", "inform", "remind"}


def _is_charged(reading: Reading, cue: Token) -> bool:
    """Read "accused them of threatening to leave": what one is charged with, one is not told to say."""
    prep = reading.tokens[cue.head]
    above = reading.tokens[prep.head]
    stance = load_table("stance")
    charges = stance["accuse"].words | stance["criticism"].words | stance["condemn"].words
    return cue.dep == "pcomp" and prep.lemma in {"of", "for"} and above.lemma in charges


def _is_nor(reading: Reading, cue: Token) -> bool:
    """Read "Nor did it say how"."""
    return reading.has(cue.i, {"nor", "neither"}, "cc", "preconj", "advmod", "neg")


def _has_own_subject(reading: Reading, verb: Token) -> bool:
    """Say whether a verb has a subject of its own, and not that of the verb before."""
    return bool(reading.children(verb.i, *SUBJECTS))


def _may_say(cue: Token, subject: Token, speakers: Actors) -> bool:
    """Let a verb of thinking count only for those outside the profile, whose thoughts are their sayings.

    A verb that means other things besides is a saying of people, bodies and papers only.
    """
    table = load_table("speech")
    unlisted = not any(ref.listed for ref in speakers)
    if cue.lemma in table["find out"].words:
        return looks_into(subject)
    things = table["clause only"].words | table["stress"].words  # "the move underscores that …"
    if cue.lemma in things and unlisted and not can_speak(subject):
        return subject.pos == "PRON"
    if cue.lemma in table["say"].words or cue.lemma in table["label"].words or judges(cue):
        return True
    person = subject.pos in {"PRON", "PROPN"}
    return all(
        not ref.listed and (person or ref.name[:1].islower()) and is_known_trade(ref.name)
        for ref in speakers
    )
