"""An interview without names: paragraphs that ask, and between them the words of whoever answers."""

import re
from collections.abc import Iterator, Sequence

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.turns import ASKER, interviewed
from detente.extract.unparsed import SHORTEST, Content
from detente.model.annotation import Sentence
from detente.model.entry import Actors

# An explainer has questions, too, but asks nobody and answers without "I".
_FEWEST_QUESTIONS = 2
_FEWEST_OWN = 2
_OFTEN_NAMED = 3  # whoever answers names himself seldom
_LONGEST_QUESTION = 80  # words
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_ASKS_ONE = re.compile(r"\byour?s?\b", re.IGNORECASE)
_TOLD_AS_ONE = re.compile(
    r"\binterview\b|\bq ?& ?a\b|\bin conversation\b|\b(?:spoke|speaks|talked|talks|sat down) (?:to|with)\b",
    re.IGNORECASE,
)


def answers(reading: Reading) -> list[Voice]:
    """Give what stands between paragraphs that ask to whoever is interviewed, and these to whoever asks."""
    paragraphs = _paragraphs(reading)
    asking = {n for n, p in enumerate(paragraphs) if _asks(reading, p)}
    if len(asking) < _FEWEST_QUESTIONS or not _is_interview(reading, paragraphs, asking):
        return []
    who = interviewed(reading)
    if _are_spoken_of(reading, who, paragraphs[min(asking) + 1 :]):
        return []
    found = []
    for number in range(min(asking), len(paragraphs)) if who else ():
        for sentence in paragraphs[number]:
            speakers = ASKER if number in asking else who
            if len(_words(reading, sentence).split()) >= SHORTEST:
                voice = voice_of(reading, speakers, Content(sentence.start, sentence.end), None)
                found += [voice] if voice else []
    return found


def _paragraphs(reading: Reading) -> list[list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in reading.doc.sentences:
        found.setdefault(sentence.paragraph, []).append(sentence)
    return list(found.values())


def _asks(reading: Reading, paragraph: Sequence[Sentence]) -> bool:
    words = reading.text[paragraph[0].start : paragraph[-1].end].strip()
    return words.endswith("?") and len(words.split()) <= _LONGEST_QUESTION


def _is_interview(
    reading: Reading, paragraphs: Sequence[Sequence[Sentence]], asking: set[int]
) -> bool:
    """Say whether questions are put to one who answers in the first person."""
    first = min(asking)
    replies = [s for n, p in enumerate(paragraphs) if n > first and n not in asking for s in p]
    own = sum(1 for s in replies if any(_own_words(reading, s)))
    opening = " ".join(_words(reading, s) for p in paragraphs[:first] for s in p)
    told = _TOLD_AS_ONE.search(f"{reading.doc.document.title or ''} {opening}")
    put = any(_ASKS_ONE.search(_words(reading, s)) for n in asking for s in paragraphs[n])
    return own >= _FEWEST_OWN and (told is not None or put)


def _are_spoken_of(
    reading: Reading, people: Actors, paragraphs: Sequence[Sequence[Sentence]]
) -> bool:
    """Say whether people are named again and again by what would be their answers: it explains them."""
    text = " ".join(_words(reading, s) for p in paragraphs for s in p)
    surnames = {person.name.split()[-1] for person in people}
    return any(text.count(name) >= _OFTEN_NAMED for name in surnames)


def _own_words(reading: Reading, sentence: Sentence) -> Iterator[re.Match[str]]:
    """Give the words by which a sentence speaks for itself outside quotation marks."""
    for match in _OWN.finditer(reading.text, sentence.start, sentence.end):
        if not any(q.start <= match.start() < q.end for q in reading.doc.quotations):
            yield match


def _words(reading: Reading, sentence: Sentence) -> str:
    return reading.text[sentence.start : sentence.end]
