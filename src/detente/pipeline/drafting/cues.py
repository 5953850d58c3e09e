"""Noun phrases beside the cues of the tracks: what an analyst may take for cues of a process."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from detente.model.annotation import AnnotatedDocument, MentionKind, Token
from detente.processes.cues import TrackFinder

_MODIFIERS = frozenset({"ADJ", "NOUN"})
_POINTING = frozenset({MentionKind.SIDE, MentionKind.ADJECTIVE, MentionKind.SEAT})
_LONGEST = 3  # words of a phrase
_SHORTEST_WORD = 3  # letters


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that no cue finds, with how often and in how many articles it stands."""

    words: str
    times: int
    articles: int


@dataclass(slots=True)
class Cues:
    """Phrases by track: ``None`` for sentences that no track has a cue of."""

    finder: TrackFinder
    beside: dict[str | None, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: dict[tuple[str | None, str], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )
    documents: set[str] = field(default_factory=set)
    mediating: Counter[str] = field(default_factory=Counter)
    mediation: frozenset[str] = frozenset()  # lemmas of words for mediating

    def read(self, annotated: AnnotatedDocument) -> None:
        """Count the phrases of each sentence under the tracks that it has a cue of."""
        self.documents.add(annotated.document.id)
        for sentence in annotated.sentences:
            tokens = annotated.tokens[sentence.first : sentence.last]
            tracks = self.finder.find(annotated.document.text[sentence.start : sentence.end])
            for phrase in _phrases(annotated, tokens):
                for track in tracks or (None,):
                    self.beside[track][phrase] += 1
                    self.articles[(track, phrase)].add(annotated.document.id)
            if any(t.lemma in self.mediation for t in tokens):
                self.mediating.update(_sides(annotated, tokens))

    def of(self, track: str | None, *, at_least: int, most: int) -> list[Phrase]:
        """Return the phrases that mark a track off from the others, the most telling first.

        Those of no track come by their number. The measure is the count times the log of how much more common the phrase is beside the track's cues
        than elsewhere (pointwise mutual information, weighted by the count).
        """
        here = self.beside.get(track, Counter[str]())
        total = sum((c for c in self.beside.values()), Counter[str]())
        share = here.total() / max(1, total.total())
        scored = sorted(
            (-n * (log(n / (total[phrase] * share)) if track else 1), phrase, n)
            for phrase, n in here.items()
            if n >= at_least and n > total[phrase] * share and not self.finder.find(phrase)
        )
        # one article's pet phrase says nothing of the process, unless there is but one article
        several = min(2, len(self.documents))
        found = [Phrase(p, n, len(self.articles[(track, p)])) for _, p, n in scored]
        return [phrase for phrase in found if phrase.articles >= several][:most]


def _phrases(annotated: AnnotatedDocument, tokens: Sequence[Token]) -> Iterator[str]:
    """Give the common nouns with the words that modify them: "prisoner exchange", "buffer zone"."""
    told = {i for time in annotated.times for i in range(time.start, time.end)}
    for token in tokens:
        if token.pos != "NOUN" or token.i in annotated.mention_at or token.start in told:
            continue
        first = token.i
        while first > 0 and token.i - first + 1 < _LONGEST and _modifies(annotated, first - 1):
            first -= 1
        if first and annotated.tokens[first].start == annotated.tokens[first - 1].end:
            continue  # the rest of a compound: "year-old girl"
        words = [t.text.lower() for t in annotated.tokens[first : token.i + 1]]
        if len(words) > 1 and all(w.isalpha() and len(w) >= _SHORTEST_WORD for w in words):
            yield " ".join(words)


def _modifies(annotated: AnnotatedDocument, i: int) -> bool:
    token, after = annotated.tokens[i], annotated.tokens[i + 1]
    joined = token.pos in _MODIFIERS and token.dep in {"amod", "compound", "nmod"}
    return (
        joined and token.head > i and after.start - token.end == 1 and i not in annotated.mention_at
    )


def _sides(annotated: AnnotatedDocument, tokens: Sequence[Token]) -> set[str]:
    found = (annotated.mention_at.get(t.i) for t in tokens)
    return {a.name for m in found if m and m.kind in _POINTING for a in m.actors if a.listed}
