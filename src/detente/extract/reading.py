"""What every extractor asks of an annotated document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from detente.extract.tracks import TrackFinder
from detente.lexicon import Group
from detente.model.annotation import (
    AnnotatedDocument,
    Mention,
    MentionKind,
    Sentence,
    TimeMention,
    Token,
)
from detente.model.document import Reason, Rejection
from detente.model.entry import ActorRef, Actors, Evidence, PlaceRef
from detente.model.profile import Process

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
_FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_TRIMMED = " \t\n,;:.–—-\"'“”„«»‘’`()"
_LEADING = frozenset({"that", "and", "but", "while", "which", "who", "as", "or", "nor"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what is said at ``start:end`` of the text, and by which words."""

    speakers: Actors
    start: int
    end: int
    cue: int | None  # token of the verb of saying
    quoted: bool  # all of it between quotation marks
    mixed: bool  # some of it


@dataclass
class Reading:
    """An annotated document, the profile that it is read with, and who says what in it."""

    doc: AnnotatedDocument
    process: Process
    tracks: TrackFinder
    voices: list[Voice] = field(default_factory=list)
    sender: Actors = ()  # who signs the whole text: a press statement
    rejections: list[Rejection] = field(default_factory=list)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the document."""
        return self.doc.tokens

    @property
    def text(self) -> str:
        """Return the stored text."""
        return self.doc.document.text

    def reject(self, reason: Reason, detail: str, span: tuple[int, int]) -> None:
        """Keep what was left out, with its reason and its passage."""
        subject = self.text[span[0] : span[1]]
        self.rejections.append(Rejection(reason, detail, self.doc.document.source, subject))

    # -- syntax ----------------------------------------------------------------------------------

    def children(self, i: int, *deps: str) -> list[Token]:
        """Return the tokens that hang from ``i`` by one of ``deps``, in order."""
        return [self.tokens[c] for c in self.doc.children[i] if self.tokens[c].dep in deps]

    def conjuncts(self, i: int) -> Iterator[int]:
        """Give a head and all that is joined to it."""
        yield i
        for child in self.children(i, "conj"):
            yield from self.conjuncts(child.i)

    def subject(self, verb: int) -> Token | None:
        """Return the subject of a verb, its own or that of the verb that it is joined to or hangs from."""
        seen = 0
        while seen < 6:
            own = self.children(verb, *SUBJECTS)
            if own:
                return own[0]
            token = self.tokens[verb]
            if token.dep in {"relcl", "acl"}:
                return self.tokens[token.head]
            if token.dep not in {
                "conj",
                "xcomp",
                "advcl",
                "aux",
                "ccomp",
                "pcomp",
                "dep",
                "prep",
                "acomp",
            }:
                return None
            if token.dep == "ccomp" and self.children(verb, "mark"):
                return None
            verb, seen = token.head, seen + 1
        return None

    def has(self, i: int, words: Iterable[str], *deps: str) -> bool:
        """Say whether a token of these lemmas hangs from ``i`` (by one of ``deps``)."""
        wanted = set(words)
        below = self.children(i, *deps) if deps else [self.tokens[c] for c in self.doc.children[i]]
        return any(t.lemma in wanted or t.text.lower() in wanted for t in below)

    def negated(self, verb: int) -> bool:
        """Say whether a verb is denied: "not", "never", "no talks", "failed to"."""
        if self.children(verb, "neg") or self.has(verb, {"never", "no", "hardly"}, "advmod", "det"):
            return True
        for part in self.children(verb, "nsubj", "nsubjpass", "dobj", "attr"):
            if self.has(part.i, {"no", "neither"}, "det", "neg"):
                return True
        above = self.tokens[self.tokens[verb].head]
        return self.tokens[verb].dep == "xcomp" and above.lemma in {"fail", "refuse", "decline"}

    def auxiliaries(self, verb: int) -> set[str]:
        """Return the auxiliaries of a verb, in lower case."""
        found = {t.text.lower() for t in self.children(verb, "aux", "auxpass")}
        token = self.tokens[verb]
        if not found and token.dep == "conj":
            return self.auxiliaries(token.head)
        return found

    def phrase_at(self, i: int, group: Group) -> bool:
        """Say whether token ``i`` is a word of the group, or one of its phrases begins there."""
        token = self.tokens[i]
        if token.lemma in group.words or token.text.lower() in group.words:
            return True
        return any(self._phrase(i, phrase) for phrase in group.phrases)

    def _phrase(self, i: int, phrase: tuple[str, ...]) -> bool:
        here = self.tokens[i : i + len(phrase)]
        return len(here) == len(phrase) and all(
            w in {t.lemma, t.text.lower()} for w, t in zip(phrase, here, strict=True)
        )

    def verb_forms(self, i: int) -> set[str]:
        """Return a verb's lemma, alone and with its particle: "set", "set up"."""
        lemma = self.tokens[i].lemma
        return {lemma} | {f"{lemma} {p.text.lower()}" for p in self.children(i, "prt", "advmod")}

    # -- passages --------------------------------------------------------------------------------

    def sentence(self, i: int) -> Sentence:
        """Return the sentence of a token."""
        return self.doc.sentence_of[i]

    def clause(
        self, head: int, *, without: Iterable[str] = ("advcl", "parataxis", "conj")
    ) -> tuple[int, int]:
        """Return the offsets of a predicate's clause, other clauses at its edges left out."""
        kept = self._kept(head, frozenset(without))
        run = _run_around(sorted(kept), head)
        return self.trim(self.tokens[run[0]].start, self.tokens[run[-1]].end)

    def _kept(self, head: int, without: frozenset[str]) -> set[int]:
        """Return the tokens of a clause, the clauses below it that ``without`` names left out."""
        kept = {head}
        waiting = [head]
        while waiting:
            for child in self.doc.children[waiting.pop()]:
                if not self._is_clause_out(child, head, without):
                    kept.add(child)
                    waiting.append(child)
        return kept

    def _is_clause_out(self, i: int, head: int, without: frozenset[str]) -> bool:
        token = self.tokens[i]
        if token.dep in {"cc", "mark"}:
            return token.head == head
        verbal = token.pos in {"VERB", "AUX"} or token.dep in {"advcl", "parataxis"}
        in_time = token.lemma in {"before", "after", "while", "since", "following"}
        if (
            token.dep == "prep" and in_time and "advcl" in without
        ):  # "before sitting down with them"
            return any(t.pos in {"VERB", "AUX"} for t in self.children(i, "pcomp"))
        return verbal and token.dep in without

    def passage(
        self, head: int, *, without: Iterable[str] = ("advcl", "parataxis", "conj")
    ) -> tuple[int, int]:
        """Return the clause of a predicate as far as it lies in what one voice says."""
        start, end = self.clause(head, without=without)
        at = self.tokens[head].start
        around = [v for v in self.voices if v.start <= at < v.end]
        if around:
            voice = min(around, key=lambda v: v.end - v.start)
            start, end = max(start, voice.start), min(end, voice.end)
        return self.trim(start, end)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut marks and joining words off the edges of a passage."""
        while start < end and self.text[start] in _TRIMMED:
            start += 1
        while end > start and self.text[end - 1] in _TRIMMED:
            end -= 1
        first = self.text[start:end].split(maxsplit=1)
        if len(first) == 2 and first[0].lower() in _LEADING:
            return self.trim(start + len(first[0]), end)
        return start, end

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Build the evidence of a passage, whole words and no marks at its edges."""
        start, end = self.trim(start, end)
        return (Evidence(self.text[start:end], start, end),)

    # -- who -------------------------------------------------------------------------------------

    def mention(self, i: int) -> Mention | None:
        """Return the mention that a token stands in."""
        return self.doc.mention_at.get(i)

    def actors(self, i: int, *, joined: bool = True) -> Actors:
        """Return who is meant by a noun phrase, by its head; joined heads count unless told otherwise."""
        found: dict[str, ActorRef] = {}
        for j in self.conjuncts(i) if joined else (i,):
            for ref in self._actors_at(j):
                found.setdefault(ref.id, ref)
        return tuple(found.values())

    def _actors_at(self, i: int) -> Actors:
        token = self.tokens[i]
        word = token.text.lower()
        if token.pos == "PRON" and word in _FIRST_PERSON | _FIRST_SINGULAR:
            return self._first_person(i, singular=word in _FIRST_SINGULAR)
        mention = self.mention(i)
        if mention and mention.actors:
            return mention.actors
        for child in self.children(i, "appos"):
            below = self.mention(child.i)
            if below and below.kind is MentionKind.NAME:
                return below.actors
        return ()

    def _first_person(self, i: int, *, singular: bool) -> Actors:
        """Let "I" mean the speaker, "we" the speaker's side."""
        speakers = self.speakers_at(self.tokens[i].start) or self.sender
        return speakers if singular else tuple(map(self.side_of, speakers))

    def side_of(self, ref: ActorRef) -> ActorRef:
        """Return the side of an actor where the profile knows it, else the actor."""
        for actor in self.process.actors:
            if actor.name == ref.side and actor.id != ref.id:
                return ActorRef(actor.id, actor.name, actor.side)
        return ref

    def speakers_at(self, offset: int) -> Actors:
        """Return who says what stands at an offset: the innermost voice that is no part of another's."""
        around = [v for v in self.voices if v.start <= offset < v.end]
        return min(around, key=lambda v: v.end - v.start).speakers if around else ()

    def said_by(self, start: int, end: int) -> Actors:
        """Return who stands behind a passage; nobody where the outlet says it itself."""
        around = [v for v in self.voices if _share(v, start, end) >= _MOST]
        if around:
            return min(around, key=lambda v: v.end - v.start).speakers
        return self.sender

    def sides_in(self, i: int) -> Actors:
        """Return the sides that the words hanging from a noun name: "Armenian-Azerbaijani summit"."""
        found: dict[str, ActorRef] = {}
        for j in sorted(self.doc.subtree(i)):
            mention = self.mention(j)
            if mention and mention.kind in {
                MentionKind.ADJECTIVE,
                MentionKind.SIDE,
                MentionKind.SEAT,
            }:
                for ref in mention.actors:
                    found.setdefault(ref.id, ref)
        return tuple(found.values())

    # -- when and where --------------------------------------------------------------------------

    def nearest_time(self, i: int, *, below_only: bool = False) -> TimeMention | None:
        """Return the date that hangs from a predicate, else the one that its sentence alone names."""
        own = [t for t in self.times_of(i) if not t.open_start]
        if not own and not below_only:
            sentence = self.sentence(i)
            told = self.times_in(sentence.start, sentence.end)
            own = [t for t in told if not t.open_start] if len(told) == 1 else []
        return min(own, key=lambda t: abs(t.token - i), default=None)

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Return the resolved dates inside a passage, in order."""
        return [t for t in self.doc.times if t.when and start <= t.start and t.end <= end]

    def times_of(self, i: int) -> list[TimeMention]:
        """Return the resolved dates that hang from a predicate, and not from a clause below it."""
        inside = set(self._kept(i, frozenset({"advcl", "parataxis", "conj", "ccomp", "relcl"})))
        return [t for t in self.doc.times if t.when and t.token in inside]

    def place_of(self, i: int) -> PlaceRef | None:
        """Return the place that hangs from a predicate or noun by "in", "at", "near" and the like."""
        for j in sorted(self._kept(i, frozenset({"advcl", "parataxis", "conj", "ccomp"}))):
            token = self.tokens[j]
            if token.dep == "prep" and token.lemma in _WHERE:
                for below in self.children(j, "pobj"):
                    place = self.place_at(below.i)
                    if place:
                        return place
        return None

    def place_at(self, i: int) -> PlaceRef | None:
        """Return the place that a noun names; a side is the place of its name."""
        mention = self.mention(i)
        if mention and mention.place:
            return mention.place
        if mention and mention.kind is MentionKind.SIDE and mention.actors:
            actor = mention.actors[0]
            return PlaceRef(actor.id, actor.name, actor.name) if actor.listed else None
        for child in self.doc.children[i]:
            token = self.tokens[child]
            below = self.mention(child)
            if token.dep in {"compound", "poss", "amod", "appos", "nmod"} and below and below.place:
                return below.place
        return None

    def track_ids(self, start: int, end: int) -> tuple[str, ...]:
        """Return the tracks of a passage: by its words, its sentence's, the sentences' before it."""
        return self.tracks.first(self._contexts(start, end))

    def _contexts(self, start: int, end: int) -> Iterator[str]:
        yield self.text[start:end]
        around = [s for s in self.doc.sentences if s.start < end and start < s.end]
        if around:
            first = around[0].index
            for index in (first, first - 1, first - 2):
                if index >= 0:
                    sentence = self.doc.sentences[index]
                    yield self.text[sentence.start : sentence.end]

    @cached_property
    def verbs(self) -> tuple[Token, ...]:
        """Return the verbs that head a clause."""
        return tuple(
            t for t in self.tokens if t.pos in {"VERB", "AUX"} and t.dep not in {"aux", "auxpass"}
        )


_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "outside",
        "along",
        "inside",
        "on",
        "across",
        "throughout",
        "into",
    }
)


# A passage is a voice's own when this share of it stands in what the voice says.
_MOST = 0.6


def _share(voice: Voice, start: int, end: int) -> float:
    return max(0, min(end, voice.end) - max(start, voice.start)) / max(1, end - start)


def _run_around(indices: list[int], head: int) -> list[int]:
    """Return the run of neighbouring indices that holds ``head``; gaps of two are bridged."""
    at = indices.index(head)
    first = last = at
    while first > 0 and indices[first] - indices[first - 1] <= 3:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] <= 3:
        last += 1
    return indices[first : last + 1]
