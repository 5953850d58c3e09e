"""What every extractor asks of an annotated document."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from detente.extract.remembered import remembered
from detente.extract.timed import TimedSyntax
from detente.lexicon import load_table
from detente.model.annotation import (
    Mention,
    MentionKind,
    Token,
)
from detente.model.document import Reason, Rejection
from detente.model.entry import ActorRef, Actors, PlaceRef
from detente.model.profile import ActorKind, Process
from detente.model.when import DateRange
from detente.processes.cues import TrackFinder

_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})
_FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what is said at ``start:end`` of the text, and by which words."""

    speakers: Actors
    start: int
    end: int
    cue: int | None  # token of the verb of saying
    quoted: bool  # all of it between quotation marks
    mixed: bool  # some of it
    on: DateRange | None = None  # the day that stands beside the words, as under a post


@dataclass
class Reading(TimedSyntax):
    """An annotated document, the profile that it is read with, and who says what in it."""

    process: Process
    tracks: TrackFinder
    voices: list[Voice] = field(default_factory=list)
    sender: Actors = ()  # who signs the whole text: a press statement
    # the official of whom each sentence of such a text tells, by its number
    principals: dict[int, Actors] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)

    def reject(self, reason: Reason, detail: str, span: tuple[int, int]) -> None:
        """Keep what was left out, with its reason and its passage."""
        subject = self.text[span[0] : span[1]]
        self.rejections.append(Rejection(reason, detail, self.doc.document.source, subject))

    def passage(
        self, head: int, *, without: Iterable[str] = ("advcl", "parataxis", "conj")
    ) -> tuple[int, int]:
        """Return the clause of a predicate as far as it lies in what one voice says."""
        return self.trim(*self.within_voice(head, self.clause(head, without=without)))

    @cached_property
    def cues(self) -> tuple[tuple[str, ...], ...]:
        """Return the tracks that each sentence has a cue of."""
        return tuple(self.tracks.find(self.text[s.start : s.end]) for s in self.doc.sentences)

    @cached_property
    def cue_shares(self) -> dict[str, float]:
        """Return the tracks that the text has cues of, each with its share of them."""
        told = Counter(track for cued in self.cues for track in cued)
        return {track: number / told.total() for track, number in told.items()}

    @cached_property
    def touched(self) -> frozenset[int]:
        """Return the numbers of the sentences that name a party or, in a text on the process, have a cue.

        A long text that names the parties seldom is on other things, where cues mean other things too:
        there only the parties' names count.
        """
        parties = set(self.process.parties)
        by_party = {
            self.sentence(m.first).index
            for m in self.doc.mentions
            if m.kind is not MentionKind.COLLECTIVE
            for r in m.actors
            if self.side_of(r).id in parties
        }
        if len(by_party) < _ON_PROCESS * len(self.doc.sentences):
            return frozenset(by_party)
        by_cue = {index for index, cued in enumerate(self.cues) if cued}
        return frozenset(by_party | by_cue)

    def within_voice(self, i: int, span: tuple[int, int]) -> tuple[int, int]:
        """Cut a span to what the innermost voice around token ``i`` says."""
        at = self.tokens[i].start
        around = [v for v in self.voices if v.start <= at < v.end]
        if not around:
            return span
        voice = min(around, key=lambda v: v.end - v.start)
        return max(span[0], voice.start), min(span[1], voice.end)

    def mention(self, i: int) -> Mention | None:
        """Return the mention that a token stands in."""
        return self.doc.mention_at.get(i)

    def actors(self, i: int, *, joined: bool = True) -> Actors:
        """Return who is meant by a noun phrase, by its head; joined heads count unless told otherwise."""
        found: dict[str, ActorRef] = {}
        for j in self.included(i) if joined else (i,):
            for ref in self._actors_at(j):
                found.setdefault(ref.id, ref)
        return tuple(found.values())

    def included(self, i: int) -> Iterator[int]:
        """Give a head, all that is joined to it, and whom it includes: "leaders, including A and B"."""
        for j in self.conjuncts(i):
            yield j
            for prep in self.below[j]:
                if prep.text == "including":
                    yield from (
                        k for o in self.children(prep.i, "pobj") for k in self.conjuncts(o.i)
                    )

    def _actors_at(self, i: int) -> Actors:
        token = self.tokens[i]
        word = token.text.lower()
        if token.pos == "PRON" and word in _FIRST_PERSON | _FIRST_SINGULAR:
            return self._first_person(i, singular=word in _FIRST_SINGULAR)
        mention = self.mention(i)
        if mention and mention.actors and (mention.kind is not MentionKind.UNNAMED):
            return mention.actors
        body = token.lemma in load_table("people")["armed body"].words
        for child in self.children(i, "appos"):
            below = self.mention(child.i)
            if below and (below.kind is MentionKind.NAME or (body and below.actors)):
                return below.actors  # "the militant group Hamas"
        return mention.actors if mention else ()

    def _first_person(self, i: int, *, singular: bool) -> Actors:
        """Let "I" mean the speaker, "we" the speaker's side."""
        speakers = self.speakers_at(self.tokens[i].start) or self.sender
        return speakers if singular else tuple(map(self.side_of, speakers))

    def side_of(self, ref: ActorRef) -> ActorRef:
        """Return the side of an actor where the profile knows it, else the actor."""
        known = _sides_by_name(self.process)
        side = known.get(ref.side or "")
        return ref if ref.name in known or side is None else side

    def speakers_at(self, offset: int) -> Actors:
        """Return who says what stands at an offset: the innermost voice that is no part of another's."""
        around = [v for v in self.voices if v.start <= offset < v.end]
        return min(around, key=lambda v: v.end - v.start).speakers if around else ()

    def said_by(self, start: int, end: int) -> Actors:
        """Return who stands behind a passage; nobody where the outlet says it itself."""
        voice = self.voice_of(start, end)
        if voice is None:
            return self._principal_at(start) or self.sender
        if self._is_body_of_sender(voice.speakers):
            return self.sender
        return voice.speakers

    def _principal_at(self, offset: int) -> Actors:
        at = (s.index for s in self.doc.sentences if s.start <= offset < s.end)
        return self.principals.get(next(at, -1), ()) if self.principals else ()

    def voice_of(self, start: int, end: int) -> Voice | None:
        """Return the innermost voice that says most of a passage."""
        near = (v for v in self.voices if v.start < end and start < v.end)
        around = [v for v in near if _share(v, start, end) >= _MOST]
        return min(around, key=lambda v: v.end - v.start) if around else None

    def _is_body_of_sender(self, speakers: Actors) -> bool:
        """Say whether the official who signs a text names the own side: "the United States urges"."""
        signed = {r.side for r in self.sender if r.side and r.side != r.name}
        return bool(signed) and all(r.name in signed for r in speakers)

    def sides_in(self, i: int) -> Actors:
        """Return the sides that the words hanging from a noun name: "Armenian-Azerbaijani summit"."""
        found: dict[str, ActorRef] = {}
        for j in sorted(self._modifying(i)):
            mention = self.mention(j)
            if mention and mention.kind in {
                MentionKind.ADJECTIVE,
                MentionKind.SIDE,
                MentionKind.SEAT,
            }:
                for ref in mention.actors:
                    found.setdefault(ref.id, ref)
        return tuple(found.values())

    def _modifying(self, i: int) -> Iterator[int]:
        """Give a noun and what modifies it, clauses and appositions left out."""
        yield i
        named = self.tokens[i].lemma in _NAMED_PLACES  # "the village of Duma" is no parliament's
        for child in self.doc.children[i]:
            token = self.tokens[child]
            if token.dep in _OTHER_THINGS or self.is_backer(token):
                continue
            if not (named and token.lemma == "of"):
                yield from self._modifying(child)

    def is_backer(self, token: Token) -> bool:
        """Say whether a word before a noun tells who stands behind it: "Russian-backed"."""
        last = token.i + 2
        beside = last < len(self.tokens) and self.tokens[token.i + 1].text == "-"
        return is_backing(token) or (beside and is_backing(self.tokens[last]))

    @remembered
    def place_of(self, i: int) -> PlaceRef | None:
        """Return the place that hangs from a predicate or noun by "in", "at", "near" and the like."""
        for j in sorted(self._kept(i, frozenset({"advcl", "parataxis", "conj", "ccomp"}))):
            token = self.tokens[j]
            place = self.place_under(token) if token.dep == "prep" else None
            if place and not self._is_beside(j, i):
                return place
        return None

    def _is_beside(self, prep: int, i: int) -> bool:
        """Say whether a place is in the topic, the source or an aside: "spoke about X", "the man held in X was freed"."""
        aside = False
        for j in self.doc.ancestors(prep):
            if j == i:
                return False
            token = self.tokens[j]
            if token.text.lower() in _BESIDE or (aside and token.dep in {"nsubj", "nsubjpass"}):
                return True
            aside = token.dep in _ASIDE
        return False

    def place_under(self, prep: Token) -> PlaceRef | None:
        """Return the place that a preposition of place leads to."""
        for below in self.children(prep.i, "pobj") if prep.lemma in _WHERE else ():
            place = self._named_town(below.i) or self.place_at(below.i)
            if place and place.lat is None:  # "at the Silk Road Forum in Tbilisi"
                place = self._town_of(below.i) or place
            if place:
                return place
        return None

    def _named_town(self, i: int) -> PlaceRef | None:
        """Read "the Black Sea resort of Sochi", "the city of Aleppo"."""
        if self.tokens[i].lemma not in _TOWNS:
            return None
        of = [p for p in self.children(i, "prep") if p.lemma == "of"]
        named = [self.place_at(o.i) for p in of for o in self.children(p.i, "pobj")]
        return next(filter(None, named), None)

    def _town_of(self, i: int) -> PlaceRef | None:
        inside = [p for p in self.children(i, "prep") if p.lemma == "in"]
        towns = [self.place_at(o.i) for p in inside for o in self.children(p.i, "pobj")]
        return next((t for t in towns if t and t.lat is not None), None)

    def place_at(self, i: int) -> PlaceRef | None:
        """Return the place that a noun names; a side is the place of its name."""
        mention = self.mention(i)
        if mention and mention.place:
            return mention.place
        if mention and mention.kind is MentionKind.SIDE and mention.actors:
            actor = mention.actors[0]
            return PlaceRef(actor.id, actor.name, actor.name) if actor.listed else None
        table = load_table("incidents")
        # "killed in American air strikes", "soldiers in Iran's army": not in America, nor in Iran
        deed = self.tokens[i].lemma in table["noun"].words | table["own force"].words
        for child in self.doc.children[i]:
            token = self.tokens[child]
            below = self.mention(child)
            if deed and below and below.actors:
                continue
            if token.dep in {"compound", "poss", "amod", "appos", "nmod"} and below and below.place:
                return below.place
        return None


def is_backing(token: Token) -> bool:
    """Say whether a word tells who stands behind another: "the Russian-backed army" is not Russia's."""
    return token.dep == "amod" and token.lemma in load_table("people")["backed"].words


# "authorities in Stepanakert, known as Khankendi in Azerbaijan": what is below these is another thing
_OTHER_THINGS = frozenset({"relcl", "acl", "advcl", "appos", "ccomp", "parataxis"})
_TOWNS = frozenset(
    {"resort", "city", "town", "village", "port", "capital", "province", "district", "region"}
)
_NAMED_PLACES = frozenset({"town", "village", "city", "settlement", "hamlet"})
_ASIDE = frozenset({"acl", "relcl", "appos"})
_BESIDE = frozenset({"about", "regarding", "concerning", "according"})
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


@lru_cache(maxsize=8)
def _sides_by_name(process: Process) -> dict[str, ActorRef]:
    sides = (a for a in reversed(process.actors) if a.kind is ActorKind.SIDE)
    return {a.name: ActorRef(a.id, a.name, a.side) for a in sides}


# In articles on a process a party stands in every second or third sentence; in a survey of world affairs
# that has a paragraph on it, in one of twenty.
_ON_PROCESS = 0.12

# A passage is a voice's own when this share of it stands in what the voice says.
_MOST = 0.6


def _share(voice: Voice, start: int, end: int) -> float:
    return max(0, min(end, voice.end) - max(start, voice.start)) / max(1, end - start)
