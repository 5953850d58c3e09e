"""Quotations that no verb of saying reaches: each sentence of them has the speaker of its neighbours."""

from detente.extract.contents import voice_of
from detente.extract.papers import REACH, is_paper, owner
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import inside_quotation, speaker_token, speakers_of
from detente.extract.syntax import SUBJECTS
from detente.extract.unparsed import SHORTEST, Content
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Quotation, Sentence, Token

# "the UK foreign minister David Lammy said in a statement": a cue comes this soon after a quotation
_BARE_CUE_WITHIN = 14


def with_quotations(reading: Reading, voices: list[Voice]) -> list[Voice]:
    """Give each sentence of a quotation that no verb reaches the speaker of its neighbours."""
    done = list(voices)
    for number, quotation in enumerate(reading.doc.quotations):
        for sentence in _sentences_of(reading, quotation):
            start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
            if len(reading.text[start:end].split()) < SHORTEST - 2:
                continue
            alone = _stands_alone(reading, sentence, start, end) or _is_behind_colon(
                reading, quotation
            )
            if any(v.start < end and start < v.end for v in done) or not alone:
                continue
            speaker = _neighbour(reading, done, number, sentence)
            if speaker:
                voice = voice_of(reading, speaker.speakers, Content(start, end), speaker.cue)
                if voice:
                    done.append(voice)
    return done


def _sentences_of(reading: Reading, quotation: Quotation) -> list[Sentence]:
    return [s for s in reading.doc.sentences if s.start < quotation.end and quotation.start < s.end]


def _stands_alone(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether nearly all of the sentence stands inside the quotation."""
    outside = reading.text[sentence.start : start] + reading.text[end : sentence.end]
    # 'The silence of the guards," Lavrov said.' goes on from the sentence before
    least = 4 if start == sentence.start else 2
    return len(outside.split()) <= max(least, len(reading.text[start:end].split()) // 2)


def _neighbour(
    reading: Reading, voices: list[Voice], number: int, sentence: Sentence
) -> Voice | None:
    """Find the voice that a lone quotation belongs to: its own other sentences, the next, the last before."""
    quotation = reading.doc.quotations[number]
    own = [v for v in voices if v.start < quotation.end and quotation.start < v.end]
    own = own or _going_on(reading, voices, number)
    if own:
        return own[0]
    if (introduced := _introduced(reading, voices, quotation, sentence)) is not None:
        return introduced
    if (host := _before_colon(reading, quotation)) is not None:
        return host
    if (host := _subject_before(reading, voices, quotation)) is not None:
        return host
    same = [v for v in voices if v.start < quotation.start and sentence.start - v.end < REACH]
    return max(same, key=lambda v: v.end, default=None)


def _going_on(reading: Reading, voices: list[Voice], number: int) -> list[Voice]:
    """Return the voice of a quotation that opens right behind one that nothing closes: one speaker goes on."""
    quotation = reading.doc.quotations[number]
    for following in reading.doc.quotations[number + 1 : number + 2]:
        gap = reading.text[quotation.end : following.start]
        if not quotation.closed and not any(map(str.isalnum, gap)):
            return [v for v in voices if v.start < following.end and following.start < v.end]
    return []


def _introduced(
    reading: Reading, voices: list[Voice], quotation: Quotation, sentence: Sentence
) -> Voice | None:
    """Read a verb of saying whose content the parser put into another sentence: 'he said.' alone."""
    held = _sentences_of(reading, quotation)
    for near in (sentence, held[-1], held[0], *_beside(reading, held)):
        if near.paragraph != sentence.paragraph:
            continue
        is_before = near.index < held[0].index
        is_after = near.index > held[-1].index
        has_own = any(near.start <= v.start < near.end for v in voices)
        if is_after and (has_own or _is_closed(reading, quotation)):
            continue  # its verb has words of its own, or none of these
        voice = _bare_cue(reading, near, after=is_after)
        if voice and (not is_before or _ends_open(reading, near)):
            return voice
    return None


def _beside(reading: Reading, held: list[Sentence]) -> list[Sentence]:
    """Return the sentences after and before those that hold a quotation."""
    indices = (held[-1].index + 1, held[0].index - 1)
    return [reading.doc.sentences[i] for i in indices if 0 <= i < len(reading.doc.sentences)]


def _is_behind_colon(reading: Reading, quotation: Quotation) -> bool:
    return reading.text[max(0, quotation.start - 3) : quotation.start].rstrip('"“‘« ').endswith(":")


def _before_colon(reading: Reading, quotation: Quotation) -> Voice | None:
    """Give a quotation behind a colon to the subject before it: 'Rzayev hit back at the idea: "…"'."""
    inside = (t for t in reading.verbs if quotation.start <= t.start < quotation.end)
    if not _is_behind_colon(reading, quotation) or next(inside, None) is None:
        return None
    before = [t for t in _tokens_before(reading, quotation) if t.dep == "nsubj"]
    for token in reversed(before):
        verb = reading.tokens[token.head]
        main = verb.dep == "ROOT" or (verb.head > verb.i and verb.dep == "ccomp")
        main = main or reading.has(verb.i, {"as"}, "mark")  # 'As Roe put it: "…"'
        actors = reading.actors(token.i) or (owner(reading, token) if is_paper(token) else ())
        if main and actors:  # "his message was clear: …"
            return Voice(actors, verb.start, verb.end, verb.i, quoted=True, mixed=False)
    return _paper_that_reads(reading, quotation)


def _paper_that_reads(reading: Reading, quotation: Quotation) -> Voice | None:
    """Read 'a letter from the council read: "…"', where the parser takes "read" for a noun."""
    before = _tokens_before(reading, quotation)
    last = next((t for t in reversed(before) if t.pos != "PUNCT"), None)
    if last is None or last.lemma != "read" or last.pos == "VERB":
        return None
    for paper in filter(is_paper, before):
        own = {r.id: r for t in before[paper.i - before[0].i :] for r in reading.actors(t.i)}
        if len(own) == 1:
            who = tuple(own.values())
            return Voice(who, last.start, last.end, last.i, quoted=True, mixed=False)
    return None


def _tokens_before(reading: Reading, quotation: Quotation) -> list[Token]:
    """Return the tokens of the sentence that ends in a colon before a quotation, up to there."""
    held = _sentences_of(reading, quotation)[0]
    if held.start >= quotation.start and held.index:
        held = reading.doc.sentences[held.index - 1]
    return [t for t in reading.tokens[held.first : held.last] if t.end <= quotation.start]


def _subject_before(reading: Reading, voices: list[Voice], quotation: Quotation) -> Voice | None:
    """Give a quotation that follows a sentence without words of anybody to that sentence's person.

    "Rzayev dismissed the idea. 'We need nobody's guarantees.'"
    """
    first = _sentences_of(reading, quotation)[0]
    before = reading.doc.sentences[first.index - 1] if first.index else None
    if before is None or before.paragraph != first.paragraph or quotation.start > first.start + 1:
        return None
    if any(v.start < before.end and before.start < v.end for v in voices):
        return None
    for token in reading.tokens[before.first : before.last]:
        mention = reading.mention(token.i) if token.dep in SUBJECTS else None
        if reading.tokens[token.head].dep == "ROOT" and mention:
            named = mention.kind is MentionKind.NAME
            cue = reading.tokens[token.head]
            voice = Voice(mention.actors, cue.start, cue.end, cue.i, quoted=True, mixed=False)
            return voice if named and mention.actors else None
    return None


def _is_closed(reading: Reading, quotation: Quotation) -> bool:
    """Say whether a quotation ends its sentence: what follows '… be free."' is no "he said" of it."""
    inside = reading.text[quotation.start : quotation.end].rstrip("\"'”’» \n")
    behind = reading.text[quotation.end : quotation.end + 2].lstrip("\"'”’»")
    return inside.endswith(".") or behind.startswith(".")


def _ends_open(reading: Reading, sentence: Sentence) -> bool:
    return reading.text[sentence.start : sentence.end].rstrip().endswith((":", ","))


def _bare_cue(reading: Reading, sentence: Sentence, *, after: bool) -> Voice | None:
    table = load_table("speech")
    tokens = reading.tokens[sentence.first : sentence.last]
    outside = [t for t in tokens if not inside_quotation(reading, t.start)]
    for token in outside[:_BARE_CUE_WITHIN] if after else outside:
        if token.pos != "VERB":
            continue
        if token.lemma not in table["say"].words:
            continue
        subject = speaker_token(reading, token)
        speakers = speakers_of(reading, subject.i) if subject else ()
        if speakers:
            return Voice(speakers, token.start, token.end, token.i, quoted=True, mixed=False)
    return None
