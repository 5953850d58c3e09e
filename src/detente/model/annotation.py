"""An article with its sentences, names, dates, quotations and syntax, free of any NLP library."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from detente.model.document import Document, Rejection
from detente.model.entry import ActorRef, PlaceRef
from detente.model.when import DateRange


class Token(NamedTuple):
    """A word. Offsets are code points of the document's text; ``head`` is the index of its syntactic head.

    ``tag`` is the Penn Treebank tag, ``pos`` the universal one, ``dep`` the ClearNLP dependency label.
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (exclusive) of one paragraph."""

    index: int
    paragraph: int
    first: int
    last: int
    start: int
    end: int


class MentionKind(StrEnum):
    """By what sort of words an actor or a place is meant."""

    NAME = "name"  # a person by name
    SIDE = "side"  # a side or body by name
    ADJECTIVE = "adjective"  # "Armenian", "Azeri"
    SEAT = "seat"  # a place that can stand for a government: "Yerevan"
    PLACE = "place"
    ROLE = "role"  # "the foreign minister of Armenia"
    COLLECTIVE = "collective"  # "the two sides"
    PRONOUN = "pronoun"
    UNNAMED = "unnamed"  # "a Western diplomatic source"


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last`` (exclusive) that mean ``actors``, a ``place`` or, for a seat, either."""

    kind: MentionKind
    first: int
    last: int
    actors: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words at ``start:end`` of the text that tell when; ``when`` is ``None`` where they do not say it."""

    start: int
    end: int
    when: DateRange | None
    token: int  # the token that the words hang from
    open_start: bool = False  # "since": the day is where it began
    ahead: bool = False  # the clause speaks of what is to come
    rejection: Rejection | None = None
    begun: bool = False  # the day after publication, which has begun by the clock of the text


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, the marks left out. ``closed`` is false where no mark ends it."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True)
class AnnotatedDocument:
    """A document and what was found in it. Token indices run through the whole document."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeMention, ...]
    quotations: tuple[Quotation, ...]
    rejections: tuple[Rejection, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the tokens that hang from it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(map(tuple, below))

    @cached_property
    def sentence_of(self) -> tuple[Sentence, ...]:
        """For each token, its sentence."""
        return tuple(s for s in self.sentences for _ in range(s.first, s.last))

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """For each token inside a mention, that mention; the first of the list wins."""
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            for i in range(mention.first, mention.last):
                found.setdefault(i, mention)
        return found

    def subtree(self, i: int) -> Iterator[int]:
        """Give the indices of a token and of all that hangs from it, not in order."""
        waiting = [i]
        while waiting:
            token = waiting.pop()
            yield token
            waiting.extend(self.children[token])

    def ancestors(self, i: int) -> Iterator[int]:
        """Give the heads above a token, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def text_of(self, first: int, last: int) -> str:
        """Return the text from token ``first`` to ``last`` (exclusive)."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]
