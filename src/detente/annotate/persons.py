"""People outside the profile: each is one person, named in full, by surname or by first name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.annotate.draft import Draft
from detente.annotate.names import actor_ref, plain, unlisted, words_of
from detente.annotate.spellings import people_by_skeleton, skeleton
from detente.lexicon import load_table
from detente.model.annotation import MentionKind
from detente.model.entry import ActorRef

Span = tuple[int, int]  # tokens, the last one exclusive

_FORENAME = 3  # letters that the spellings of a forename share: "Mohammed", "Mohamad"
_SHORTEST = 4  # a shorter word is as soon a common word as a name
_NICKNAME = re.compile(r"\s[\"“”'‘][^\"“”]{2,20}[\"“”'’](?=\s)")
_NUMBER = re.compile(r"[ivx]+")  # of a pope or a king
_FULL = 2


@dataclass(frozen=True, slots=True)
class _Person:
    """A person by the fullest name of the text; ``spans`` are where that name stands."""

    words: tuple[str, ...]
    ref: ActorRef
    spans: tuple[Span, ...]

    def is_called(self, words: tuple[str, ...]) -> bool:
        """Say whether the last words of the name are these."""
        return len(words) < len(self.words) and self.words[-len(words) :] == words


class Persons:
    """The people whom a text names, by their spans."""

    def __init__(self, draft: Draft, spans: Sequence[Span]) -> None:
        self._draft = draft
        self._words = {span: words_of(_name(draft, span)) for span in spans}
        self._people: list[_Person] = []
        self._others: dict[tuple[str, ...], ActorRef] = {}
        full = [s for s in spans if len(self._words[s]) >= _FULL]
        for span in sorted(full, key=lambda s: (-len(self._words[s]), s)):
            self._note(span)
        self._people += _listed(draft)

    def _note(self, span: Span) -> None:
        words = self._words[span]
        for n, person in enumerate(self._people):
            if person.is_called(words) or _is_same(person.words, words):
                side = person.ref.side or self._side(span)
                ref = person.ref if person.ref.listed else replace(person.ref, side=side)
                self._people[n] = replace(person, ref=ref, spans=(*person.spans, span))
                return
        name = _name(self._draft, span)
        actor = people_by_skeleton(self._draft.process).get(skeleton(name))
        ref = actor_ref(actor) if actor else unlisted(name, side=self._side(span))
        self._people.append(_Person(words, ref, (span,)))

    def who(self, span: Span) -> ActorRef:
        """Return the person whom a name means."""
        if known := next((p for p in self._people if span in p.spans), None):
            return known.ref
        words = self._words[span]
        if ref := self._nearest(words, span[0]):
            return ref
        name = _name(self._draft, span)
        return self._others.setdefault(words, unlisted(name, side=self._side(span)))

    def by_surname(self, i: int) -> ActorRef | None:
        """Return the person named in full anywhere whose surname a token is."""
        words = words_of(self._draft.tokens[i].text)
        return self._of_these([p for p in self._people if words and p.is_called(words)], i)

    def _nearest(self, words: tuple[str, ...], i: int) -> ActorRef | None:
        """Return whom a part of a name means: by surname the last named before, else the next; by first name one."""
        if not words:
            return None
        if ref := self._of_these([p for p in self._people if p.is_called(words)], i):
            return ref
        called = [p for p in self._people if p.words[: len(words)] == words]
        return called[0].ref if len({p.ref.id for p in called}) == 1 else None

    def _of_these(self, people: list[_Person], i: int) -> ActorRef | None:
        before = [(s[0], p.ref) for p in people for s in p.spans if s[0] < i]
        after = [(s[0], p.ref) for p in people for s in p.spans if s[0] > i]
        if before:
            return max(before, key=lambda at: at[0])[1]
        return min(after, key=lambda at: at[0])[1] if after else None

    def bare(self) -> Iterator[tuple[int, ActorRef]]:
        """Give the words that are a part of somebody's name and that nothing else was found to mean."""
        parts = {w for p in self._people for w in (p.words[0], p.words[-1])}
        for token in self._draft.tokens:
            if token.pos != "PROPN" or token.i in self._draft.at or not token.text[0].isupper():
                continue
            word = plain(token.text)
            if len(word) < _SHORTEST or word not in parts or self._is_in_longer(token.i):
                continue
            if ref := self._nearest((word,), token.i):
                yield token.i, ref

    def _is_in_longer(self, i: int) -> bool:
        """Say whether a word is joined to another name beside it."""
        tokens = self._draft.tokens
        before = [tokens[c] for c in self._draft.children[i] if c == i - 1]
        titles = load_table("people").every_word
        if any(t.pos == "PROPN" and t.text.lower() not in titles for t in before):
            return True
        head = tokens[i].head
        return tokens[i].dep == "compound" and head == i + 1 and tokens[head].text[0].isupper()

    def _side(self, span: Span) -> str | None:
        return side_told(self._draft, span[1] - 1)


def _listed(draft: Draft) -> Iterator[_Person]:
    """Give the people of the profile by the names of two words and more that the text has for them."""
    for mention in draft.mentions:
        full = mention.kind is MentionKind.NAME and mention.last - mention.first >= _FULL
        if full and len(mention.actors) == 1 and mention.actors[0].listed:
            span = (mention.first, mention.last)
            yield _Person(_bare_name(mention.actors[0].name), mention.actors[0], (span,))


def _bare_name(name: str) -> tuple[str, ...]:
    """Return the words of a name without its title and number: "Pope Leo XIV" is called Leo."""
    titles = load_table("people").every_word | load_table("names")["before a name"].words
    words = words_of(name)
    bare = tuple(w for w in words if w not in titles and not _NUMBER.fullmatch(w))
    return bare or words


def side_told(draft: Draft, name: int) -> str | None:
    """Return the side that stands with a name: "Iranian lawmaker X", "X, spokesman for the ministry of Y"."""
    token = draft.tokens[name]
    beside = [c for c in draft.children[name] if draft.tokens[c].dep == "appos"]
    above = [token.head] if token.dep == "appos" and draft.tokens[token.head].pos == "NOUN" else []
    people = load_table("people")
    for noun in (name, *beside, *above):
        if noun != name and draft.tokens[noun].lemma not in people.last_words:
            if land := _in_brackets(draft, noun):
                return land
            continue
        sides = draft.sides_in(noun)
        if len(sides) == 1:
            return sides[0].side or sides[0].name
    return None


def _in_brackets(draft: Draft, i: int) -> str | None:
    """Return the side that stands alone in brackets behind a name: "Ada Roe (Norway)"."""
    mention = draft.at.get(i)
    if mention is None or mention.kind is not MentionKind.SIDE or len(mention.actors) != 1:
        return None
    around = [
        draft.tokens[j].text for j in (mention.first - 1, mention.last) if j < len(draft.tokens)
    ]
    side = draft.side_of(mention.actors[0]) if around == ["(", ")"] else None
    return (side.side or side.name) if side else None


def _name(draft: Draft, span: Span) -> str:
    """Return a name as it is told, without a nickname between quotation marks and not in capitals."""
    name = _NICKNAME.sub("", draft.words(*span))
    return name.title() if name.isupper() and " " in name else name


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two full names are one person's: two people of one surname are two."""
    alike = one[0][:_FORENAME] == other[0][:_FORENAME]
    return one[-1] == other[-1] and (alike or one[0] == other[0])
