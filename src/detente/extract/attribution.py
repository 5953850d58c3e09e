"""Who says what: the content of every act of saying, and its speaker.

Contents, cues and sources in the sense of PolNeAR (Newell, Margolin & Ruths 2018): direct, indirect and
mixed, before, after, around and sentences away from the words that name the speaker.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.reading import SUBJECTS, Reading, Voice
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Quotation, Sentence, Token
from detente.model.document import Reason
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug

# Whose words are mostly another's only relays them.
_RELAYED = 0.5
# A quotation of fewer words is a fragment of the reporter's sentence.
_SHORTEST_QUOTATION = 4
_BREAKS = frozenset(",\"'”’—–-:.!?")
# "the UK foreign minister David Lammy said in a statement": a cue comes this soon after a quotation
_BARE_CUE_WITHIN = 14
_CLAUSAL = ("ccomp", "parataxis", "oprd")
_NOT_YET = frozenset({"will", "would", "should", "could", "may", "might", "must", "can", "wo"})


@dataclass(frozen=True, slots=True)
class _Content:
    start: int
    end: int


def find_voices(reading: Reading) -> list[Voice]:
    """Find every act of saying of the document, in the order of the text."""
    voices: list[Voice] = []
    reading.voices = voices  # "the statement read" asks who spoke before
    for sentence in reading.doc.sentences:
        voices += _in_sentence(reading, sentence)
    voices = _with_quotations(reading, voices)
    reading.voices = sorted(voices, key=lambda v: (v.start, -v.end))
    return reading.voices


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Voice]:
    found: list[Voice] = []
    for token in reading.tokens[sentence.first : sentence.last]:
        if _inside_quotation(reading, token.start):
            continue
        if token.pos == "VERB" and token.lemma in load_table("speech"):
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


def _inside_quotation(reading: Reading, offset: int) -> bool:
    return any(q.start <= offset < q.end for q in reading.doc.quotations)


# -- verbs ---------------------------------------------------------------------------------------


def _of_verb(reading: Reading, sentence: Sentence, cue: Token) -> Iterator[Voice]:
    if _says_nothing(reading, cue):
        return
    subject = _speaker_token(reading, cue)
    speakers = speakers_of(reading, subject.i) if subject else ()
    if not speakers:
        if subject and (lost := _clause_below(reading, cue)):
            detail = f"nobody was found whom {subject.text!r} means"
            reading.reject(Reason.NO_ACTOR, detail, (lost.start, lost.end))
        return
    if not _may_say(cue, speakers):
        return
    for content in _contents(reading, sentence, cue, subject):
        voice = _voice(reading, speakers, content, cue.i)
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


def _may_say(cue: Token, speakers: Actors) -> bool:
    """Let a verb of thinking count only for experts and observers, whose thoughts are their sayings."""
    table = load_table("speech")
    if cue.lemma in table["say"].words or cue.lemma in table["label"].words:
        return True
    return all(not ref.listed and ref.name[:1].islower() for ref in speakers)


def _speaker_token(reading: Reading, cue: Token) -> Token | None:
    own = [t for t in reading.children(cue.i, *SUBJECTS) if not _inside_quotation(reading, t.start)]
    if own:
        nearest = min(own, key=lambda t: abs(t.i - cue.i))
        return nearest if nearest.dep != "nsubjpass" or cue.lemma in {"quote", "cite"} else None
    agents = reading.children(cue.i, "agent")
    if agents:
        below = reading.children(agents[0].i, "pobj")
        return below[0] if below else None
    after = reading.tokens[cue.i + 1] if cue.i + 1 < len(reading.tokens) else None
    if after and _is_person(reading, after) and cue.dep not in {"relcl", "acl"}:
        mention = reading.mention(after.i)
        return reading.tokens[mention.last - 1] if mention else None
    above = reading.tokens[cue.head]
    if cue.dep == "pcomp" and above.text.lower() == "as":  # "was quoted as saying"
        return reading.subject(above.head)
    return reading.subject(cue.i)


def _is_person(reading: Reading, token: Token) -> bool:
    mention = reading.mention(token.i)
    return bool(mention and mention.kind is MentionKind.NAME)


def speakers_of(reading: Reading, i: int) -> Actors:
    """Return who speaks by the head of a noun phrase; whoever is in no list keeps the article's words."""
    token = reading.tokens[i]
    if token.lemma in load_table("speech")["paper"].words and (
        who := _behind_paper(reading, token)
    ):
        return who
    actors = reading.actors(i)
    if actors:
        return actors
    if token.pos not in {"NOUN", "PROPN"} or not _can_speak(token):
        return ()
    below = [j for j in reading.doc.subtree(i) if j <= i and reading.tokens[j].dep != "relcl"]
    first = min(below)
    while first < i and reading.tokens[first].pos in {"DET", "PUNCT"}:
        first += 1
    words = reading.doc.text_of(first, i + 1)
    return (ActorRef(f"~{slug(words)}", words),)


def _can_speak(token: Token) -> bool:
    """Say whether a noun can be a speaker: a name, or a word for people and bodies."""
    people = load_table("people")
    forms = {token.lemma, token.text.lower()}
    paper = load_table("speech")["paper"].words
    return token.pos == "PROPN" or any(
        forms & g for g in (paper, *(p.words for p in people.groups.values()))
    )


def _behind_paper(reading: Reading, paper: Token) -> Actors:
    """Return whose statement, letter or post it is: its owner's, else the last speaker's before it."""
    for child in reading.children(paper.i, "poss", "compound", "amod"):
        if actors := reading.actors(child.i):
            return actors
    for prep in reading.children(paper.i, "prep", "agent"):
        if prep.lemma in {"by", "from", "of"}:
            for below in reading.children(prep.i, "pobj"):
                if actors := reading.actors(below.i):
                    return actors
    return _who_issued(reading, paper) or _last_speaker(reading, paper)


def _who_issued(reading: Reading, paper: Token) -> Actors:
    """Return the subject of the verb by which the paper was named before: "issued a statement"."""
    for token in reversed(reading.tokens[: paper.i]):
        if paper.start - token.start > _REACH:
            break
        if token.lemma == paper.lemma:
            verb = next(
                (j for j in reading.doc.ancestors(token.i) if reading.tokens[j].pos == "VERB"), None
            )
            subject = reading.subject(verb) if verb is not None else None
            if subject and (actors := reading.actors(subject.i)):
                return actors
    return ()


def _last_speaker(reading: Reading, paper: Token) -> Actors:
    before = [v for v in reading.voices if v.cue is not None and v.cue < paper.i]
    near = [v for v in before if paper.start - reading.tokens[v.cue or 0].start < _REACH]
    return max(near, key=lambda v: v.cue or 0).speakers if near else ()


# -- content -------------------------------------------------------------------------------------


def _contents(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> Iterator[_Content]:
    """Find what is said: the clause below the verb, the clause around it, or a quotation beside it."""
    clause = _clause_below(reading, cue)
    quoted = _quotations_beside(reading, sentence, cue)
    if clause is None and not quoted:
        clause = _clause_above(reading, sentence, cue, subject) or _label(reading, cue)
    if clause is not None:
        yield clause
    for content in quoted:
        if clause is None or not _overlap(clause, content):
            yield content


def _overlap(a: _Content, b: _Content) -> bool:
    return a.start < b.end and b.start < a.end


def _clause_below(reading: Reading, cue: Token) -> _Content | None:
    table = load_table("speech")
    clauses = [t for t in reading.children(cue.i, *_CLAUSAL) if _is_content(reading, cue, t)]
    if not clauses and cue.lemma in table["infinitive"].words:
        clauses = [
            t
            for t in reading.children(cue.i, "xcomp")
            if t.pos in {"VERB", "AUX"} and "to" in reading.auxiliaries(t.i)
        ]
    if not clauses:
        return None
    tokens = sorted(j for c in clauses for j in reading.doc.subtree(c.i))
    before = [j for j in tokens if j < cue.i]
    after = [j for j in tokens if j > cue.i]
    kept = after if len(after) >= len(before) else before
    return _Content(reading.tokens[kept[0]].start, reading.tokens[kept[-1]].end)


def _is_content(reading: Reading, cue: Token, clause: Token) -> bool:
    if clause.pos not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
        return False
    if cue.lemma not in load_table("speech")["clause only"].words:
        return True
    has_subject = bool(reading.children(clause.i, *SUBJECTS, "expl"))
    return clause.dep == "ccomp" and has_subject


def _clause_above(
    reading: Reading, sentence: Sentence, cue: Token, subject: Token | None
) -> _Content | None:
    """Take the words before ", X said" whatever the parser made of them."""
    if subject is None or cue.lemma in load_table("speech")["clause only"].words:
        return None
    if reading.children(cue.i, "mark") or cue.dep in {"relcl", "acl", "pcomp", "xcomp"}:
        return None
    phrase = [j for j in reading.doc.subtree(subject.i) if j < cue.i]
    opening = min(phrase, default=cue.i) if subject.i < cue.i else cue.i
    if opening <= sentence.first or not _is_break(reading, opening - 1):
        return None
    before = reading.tokens[sentence.first : opening - 1]
    if len(before) < _SHORTEST_QUOTATION or not any(t.pos in {"VERB", "AUX"} for t in before):
        return None
    return _Content(before[0].start, before[-1].end)


def _is_break(reading: Reading, i: int) -> bool:
    return reading.tokens[i].text[-1] in _BREAKS


def _label(reading: Reading, cue: Token) -> _Content | None:
    """Take "described the move as provocative" whole, the verb with it."""
    if cue.lemma not in load_table("speech")["label"].words:
        return None
    objects = reading.children(cue.i, "dobj")
    quality = reading.children(cue.i, "oprd", "xcomp", "ccomp") or [
        t
        for base in (cue, *objects)
        for t in reading.children(base.i, "prep")
        if t.text.lower() == "as"
    ]
    if not quality or not (objects or cue.lemma != "call" or _quotes(reading, cue)):
        return None
    has_object = objects
    last = max(j for part in (*has_object, *quality) for j in reading.doc.subtree(part.i))
    return _Content(cue.start, reading.tokens[last].end)


def _quotes(reading: Reading, cue: Token) -> bool:
    """Say whether a verb's phrase holds quoted words."""
    end = reading.sentence(cue.i).end
    return any(cue.end < q.start < end for q in reading.doc.quotations)


def _quotations_beside(reading: Reading, sentence: Sentence, cue: Token) -> list[_Content]:
    """Find the whole-clause quotations of the cue's sentence."""
    found = []
    for quotation in reading.doc.quotations:
        start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        if end <= start or len(reading.text[start:end].split()) < _SHORTEST_QUOTATION:
            continue
        if _hangs_elsewhere(reading, start, end, cue):
            continue
        found.append(_Content(start, end))
    return found


def _hangs_elsewhere(reading: Reading, start: int, end: int, cue: Token) -> bool:
    """Say whether a quotation is part of a phrase of the reporter's own and no clause of its own."""
    inside = [t for t in reading.tokens if start <= t.start < end]
    if not any(t.pos in {"VERB", "AUX"} for t in inside):
        return True
    before = reading.text[max(0, start - 3) : start]
    opens_clause = start < 3 or before.rstrip()[:1] in {"", ",", ":", ".", "?", "!"}
    tops = [t for t in inside if not start <= reading.tokens[t.head].start < end]
    near_cue = any(t.head == cue.i or t.i == t.head for t in tops)
    return not (opens_clause or near_cue or len(inside) > 10)


# -- nouns ---------------------------------------------------------------------------------------


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
        content = _Content(reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end)
        voice = _voice(reading, speakers, content, noun.i)
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


# -- phrases -------------------------------------------------------------------------------------


def _according_to(reading: Reading, sentence: Sentence) -> Iterator[Voice]:
    for token in reading.tokens[sentence.first : sentence.last]:
        if token.lemma not in {"accord", "according"} or _inside_quotation(reading, token.start):
            continue
        objects = [
            o
            for prep in reading.children(token.i, "prep")
            for o in reading.children(prep.i, "pobj")
        ] or reading.children(token.i, "pobj")
        if not objects:
            continue
        speakers = speakers_of(reading, objects[0].i)
        if not speakers or _is_document(objects[0]):
            continue
        span = sorted(reading.doc.subtree(token.i))
        start = reading.tokens[span[0]].start
        end = reading.tokens[span[-1]].end
        before = _Content(sentence.start, start)
        content = (
            before if start - sentence.start > sentence.end - end else _Content(end, sentence.end)
        )
        voice = _voice(reading, speakers, content, None)
        if voice:
            yield voice


def _is_document(token: Token) -> bool:
    return token.lemma in {"transcript", "plan", "schedule", "agreement", "constitution", "law"}


# -- quotations by themselves --------------------------------------------------------------------


def _with_quotations(reading: Reading, voices: list[Voice]) -> list[Voice]:
    """Give each sentence of a quotation that no verb reaches the speaker of its neighbours."""
    done = list(voices)
    for number, quotation in enumerate(reading.doc.quotations):
        for sentence in _sentences_of(reading, quotation):
            start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
            if len(reading.text[start:end].split()) < _SHORTEST_QUOTATION - 2:
                continue
            if any(v.start < end and start < v.end for v in done) or not _stands_alone(
                reading, sentence, start, end
            ):
                continue
            speaker = _neighbour(reading, done, number, sentence)
            if speaker:
                voice = _voice(reading, speaker.speakers, _Content(start, end), speaker.cue)
                if voice:
                    done.append(voice)
    return done


def _sentences_of(reading: Reading, quotation: Quotation) -> list[Sentence]:
    return [s for s in reading.doc.sentences if s.start < quotation.end and quotation.start < s.end]


def _stands_alone(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether nearly all of the sentence stands inside the quotation."""
    outside = reading.text[sentence.start : start] + reading.text[end : sentence.end]
    return len(outside.split()) <= max(2, len(reading.text[start:end].split()) // 2)


def _neighbour(
    reading: Reading, voices: list[Voice], number: int, sentence: Sentence
) -> Voice | None:
    """Find the voice that a lone quotation belongs to: its own other sentences, the next, the last before."""
    quotation = reading.doc.quotations[number]
    own = [v for v in voices if v.start < quotation.end and quotation.start < v.end]
    if own:
        return own[0]
    if (introduced := _introduced(reading, sentence)) is not None:
        return introduced
    same = [v for v in voices if v.start < quotation.start and sentence.start - v.end < _REACH]
    return max(same, key=lambda v: v.end, default=None)


# A speaker goes on over a paragraph or two, not over the whole article.
_REACH = 900


def _introduced(reading: Reading, sentence: Sentence) -> Voice | None:
    """Read a verb of saying whose content the parser put into another sentence: 'he said.' alone."""
    for other in (sentence.index, sentence.index + 1, sentence.index - 1):
        if not 0 <= other < len(reading.doc.sentences):
            continue
        near = reading.doc.sentences[other]
        if near.paragraph != sentence.paragraph:
            continue
        voice = _bare_cue(reading, near, after=other > sentence.index)
        if voice and (other != sentence.index - 1 or _ends_open(reading, near)):
            return voice
    return None


def _ends_open(reading: Reading, sentence: Sentence) -> bool:
    return reading.text[sentence.start : sentence.end].rstrip().endswith((":", ","))


def _bare_cue(reading: Reading, sentence: Sentence, *, after: bool) -> Voice | None:
    table = load_table("speech")
    tokens = reading.tokens[sentence.first : sentence.last]
    outside = [t for t in tokens if not _inside_quotation(reading, t.start)]
    for token in outside[:_BARE_CUE_WITHIN] if after else outside:
        if token.pos != "VERB":
            continue
        if token.lemma not in table["say"].words:
            continue
        subject = _speaker_token(reading, token)
        speakers = speakers_of(reading, subject.i) if subject else ()
        if speakers:
            return Voice(speakers, token.start, token.end, token.i, quoted=True, mixed=False)
    return None


# -- building ------------------------------------------------------------------------------------


def _voice(reading: Reading, speakers: Actors, content: _Content, cue: int | None) -> Voice | None:
    start, end = reading.trim(content.start, content.end)
    if len(reading.text[start:end].split()) < 2:
        return None
    inside = _quoted_length(reading, start, end)
    whole = inside >= (end - start) - 3
    return Voice(speakers, start, end, cue, quoted=whole, mixed=not whole and inside > 0)


def _quoted_length(reading: Reading, start: int, end: int) -> int:
    return sum(max(0, min(end, q.end) - max(start, q.start)) for q in reading.doc.quotations)
