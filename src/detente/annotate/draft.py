"""A document while names and pronouns are being found in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from detente.annotate.names import actor_ref, index_of
from detente.lexicon import load_table
from detente.lexicon.titles import canonical_title, holder, title_at
from detente.model.annotation import Mention, MentionKind, Quotation, Sentence, Token
from detente.model.entry import ActorRef
from detente.model.profile import Actor, ActorKind, Process

_POINTS_TO_SIDE = frozenset(
    {MentionKind.SIDE, MentionKind.ADJECTIVE, MentionKind.SEAT, MentionKind.COLLECTIVE}
)
_NOUN_JOINS = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "advmod", "punct"})


class Draft:
    """Tokens, what is known of them so far, and the profile that they are read with."""

    def __init__(
        self,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        process: Process,
        day: date | None,
    ) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self.process = process
        self.day = day
        self.home: Actor | None = None  # the party whose outlet tells
        self.country: str | None = None  # where the outlet publishes
        self.near: Actor | None = None  # the side whose agency tells, from its own seat
        self.secretary: ActorRef | None = None  # who heads the department that tells
        self.quotations: tuple[Quotation, ...] = ()
        self.index = index_of(process)
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self._titles: dict[int, str | None] = {}
        self.children: defaultdict[int, list[int]] = defaultdict(list)
        for token in tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)

    def add(self, mention: Mention) -> None:
        """Keep a mention; a token that has one keeps the first."""
        self.mentions.append(mention)
        for i in range(mention.first, mention.last):
            self.at.setdefault(i, mention)

    def replace(self, old: Mention, new: Mention) -> None:
        """Put a better mention in the place of one that is kept."""
        self.mentions[self.mentions.index(old)] = new
        for i in range(old.first, old.last):
            self.at[i] = new

    def is_quoted(self, i: int) -> bool:
        """Say whether a token stands between quotation marks, where another than the outlet tells."""
        return self.tokens[i].start in self._quoted

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """Return where the tokens between quotation marks begin."""
        starts = [t.start for t in self.tokens]
        spans = (
            (bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in self.quotations
        )
        return frozenset(at for first, last in spans for at in starts[first:last])

    @cached_property
    def joining(self) -> frozenset[int]:
        """Return the heads that something is joined to."""
        return frozenset(t.head for t in self.tokens if t.dep == "conj")

    def words(self, first: int, last: int) -> str:
        """Return tokens as the text has them, a blank where it has one: "pro-Damascus TV"."""
        told = self.tokens[first:last]
        if len(told) == 1:
            return told[0].text
        gaps = ("" if a.end == b.start else " " for a, b in pairwise(told))
        return "".join(
            word for t, gap in zip(told, (*gaps, ""), strict=True) for word in (t.text, gap)
        )

    def cover(self, mention: Mention) -> None:
        """Keep a mention in the place of all that stand inside it."""
        inside = [m for m in self.mentions if m.first < mention.last and mention.first < m.last]
        for old in inside:
            self.mentions.remove(old)
            for i in range(old.first, old.last):
                self.at.pop(i, None)
        self.add(mention)

    @cached_property
    def domestic(self) -> Actor | None:
        """Return the party that "the government" means: the outlet's, else the only one that is a country."""
        if self.home:
            return self.home
        countries = {place.name for place in self.process.places if place.kind == "country"}
        parties = [self.index.actors[p] for p in self.process.parties if p in self.index.actors]
        states = [a for a in parties if a.name in countries]
        return states[0] if len(states) == 1 else None

    def conjuncts(self, i: int) -> Iterator[int]:
        """Give a head and all that is joined to it by "and" or a comma."""
        yield i
        for child in self.children[i]:
            if self.tokens[child].dep == "conj":
                yield from self.conjuncts(child)

    def below(self, i: int) -> Iterator[int]:
        """Give all that hangs from a token, clauses left out."""
        for child in self.children[i]:
            if self.tokens[child].pos not in {"VERB", "AUX"}:
                yield child
                yield from self.below(child)

    def modifiers(self, i: int) -> Iterator[int]:
        """Give the tokens that modify a noun: before it, and after "of", "for", "from"."""
        for child in self.children[i]:
            token = self.tokens[child]
            if token.dep in _NOUN_JOINS:
                yield child
                yield from self.modifiers(child)
            if token.dep == "conj" and self.tokens[i].dep in _NOUN_JOINS:
                yield child
                yield from self.modifiers(child)
            if token.dep == "prep" and token.lemma in {"of", "for", "from"}:
                for below in self.children[child]:
                    for joined in self.conjuncts(below):
                        yield joined
                        yield from self.modifiers(joined)

    def sides_in(self, i: int) -> tuple[Actor, ...]:
        """Return the sides that the modifiers of a noun name, in order."""
        found: dict[str, Actor] = {}
        for j in sorted(set(self.modifiers(i))):
            mention = None if self._tells_descent(j) else self.at.get(j)
            owner = mention and self.tokens[j].dep == "poss"
            if mention and (mention.kind in _POINTS_TO_SIDE or owner):
                for ref in mention.actors:
                    if side := self.side_of(ref):
                        found.setdefault(side.id, side)
        return tuple(found.values())

    def _tells_descent(self, i: int) -> bool:
        """Read "the Armenian residents of Karabakh", who are of Karabakh's side: the land tells it, not the descent."""
        people = self.tokens[self.tokens[i].head]
        if self.tokens[i].dep != "amod" or people.lemma not in load_table("people")["people"].words:
            return False
        preps = [c for c in self.children[people.i] if self.tokens[c].lemma in {"of", "in"}]
        lands = [self.at.get(c) for p in preps for c in self.children[p]]
        return any(m and m.kind is MentionKind.SIDE for m in lands)

    def sides_sitting_in(self, i: int) -> tuple[Actor, ...]:
        """Return the side in whose seat a body is said to be: "the authorities in Stepanakert"."""
        for prep in self.children[i]:
            if self.tokens[prep].dep == "prep" and self.tokens[prep].lemma == "in":
                for below in self.children[prep]:
                    if self.tokens[below].lemma == "capital":  # "officials in Armenia's capital"
                        return self.sides_in(below)
                    mention = self.at.get(below)
                    if mention and mention.kind is MentionKind.SEAT:
                        side = self.side_of(mention.actors[0])
                        return (side,) if side else ()
        return ()

    def side_of(self, ref: ActorRef) -> Actor | None:
        """Return the side of an actor of the profile: its own, or itself where it acts in its own name."""
        actor = self.index.actors.get(ref.id)
        if actor is None or actor.kind is ActorKind.SIDE:
            return actor
        return self.index.side(actor) or actor

    def title_at(self, i: int) -> str | None:
        """Return the canonical title that ends at token ``i``: "foreign minister", "leader"."""
        if i not in self._titles:  # several readers ask of the same noun
            self._titles[i] = title_at(self.tokens, i)
        return self._titles[i]

    def holder(self, title: str, side: Actor) -> ActorRef | None:
        """Return who held an office of a side on the day of the document."""
        actor = holder(self.process, title, side, self.day) if self.day else None
        return actor_ref(actor) if actor else None

    def office_of(self, ref: ActorRef) -> str | None:
        """Return the canonical title of a person on the day of the document."""
        actor = self.index.actors.get(ref.id)
        if not actor or actor.kind is not ActorKind.PERSON:
            return None
        held = [o for o in actor.offices if self.day is None or o.held_on(self.day)]
        return canonical_title(held[0].title) if held else None
