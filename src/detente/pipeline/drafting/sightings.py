"""What articles name, counted: actors, places, outlets, and the words beside the cues of the tracks."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from detente.annotate.names import words_of
from detente.lexicon import load_table
from detente.lexicon.titles import title_at
from detente.model.annotation import AnnotatedDocument, Mention, MentionKind, Token
from detente.model.document import Document
from detente.model.entry import ActorRef, PlaceRef
from detente.pipeline.drafting.cues import Cues

_DOMAIN = re.compile(r"(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)")
_POINTING = frozenset({MentionKind.SIDE, MentionKind.ADJECTIVE, MentionKind.SEAT})
_NAMING = frozenset({*_POINTING, MentionKind.NAME})
_WORD_OF_NAME = frozenset({"PROPN", "NOUN", "ADJ"})
_BEFORE_NAME = 6  # tokens before a person's name in which title and side are looked for
_OF_THE_OFFICE = frozenset({"of", "for", "to"})  # joins a title and what it is for
_LONGEST_BODY = 6  # words of the name of a body


@dataclass(slots=True)
class Sighting:
    """One name over all articles: how often, in which of them, in which forms and with which titles.

    ``within`` counts how often it stands after "in", "near" and the like, as places do.
    """

    forms: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    titles: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    within: int = 0

    @property
    def times(self) -> int:
        """Count all forms."""
        return self.forms.total()

    @property
    def name(self) -> str:
        """Return the most frequent form of several words, else the most frequent one."""
        return min(self.forms, key=lambda f: (" " not in f, -self.forms[f], -len(f), f))

    def see(self, form: str, article: str) -> None:
        """Count a form in an article."""
        self.forms[form] += 1
        self.articles.add(article)

    def absorb(self, other: "Sighting") -> None:
        """Take over what was counted under another spelling."""
        self.forms += other.forms
        self.titles += other.titles
        self.sides += other.sides
        self.articles |= other.articles
        self.within += other.within


Words = tuple[str, ...]


@dataclass(slots=True)
class Sightings:
    """All that was found. ``listed`` are the actors of the atlas, by id.

    ``common`` are the words that the articles write in small letters too, which are no names by themselves.
    """

    cues: Cues
    documents: set[str] = field(default_factory=set)
    listed: dict[str, Sighting] = field(default_factory=dict)
    people: dict[Words, Sighting] = field(default_factory=dict)
    bodies: dict[Words, Sighting] = field(default_factory=dict)
    places: dict[str, Sighting] = field(default_factory=dict)
    place_refs: dict[str, PlaceRef] = field(default_factory=dict)
    outlets: dict[str, Sighting] = field(default_factory=dict)
    common: set[str] = field(default_factory=set)

    def read(self, annotated: AnnotatedDocument) -> None:
        """Count what one article names; an article that was counted is passed over."""
        document = annotated.document
        if document.id in self.documents:
            return
        self.documents.add(document.id)
        self.common.update(t.text for t in annotated.tokens if t.text.islower())
        self._see_outlet(document)
        for mention in annotated.mentions:
            if mention.kind in _NAMING:
                self._see_actors(annotated, mention)
            if mention.place:
                form = annotated.text_of(mention.first, mention.last)
                self._see_place(mention.place, form, document.id)
        for words in _bodies_of_sides(annotated):
            form = " ".join(t.text for t in words)
            sighting = self.bodies.setdefault(words_of(form), Sighting())
            sighting.see(form, document.id)
            first = annotated.mention_at.get(words[0].i)
            sighting.sides.update(a.name for a in (first.actors if first else ()))
        self.cues.read(annotated)

    def _see_outlet(self, document: Document) -> None:
        host = _DOMAIN.fullmatch((urlsplit(document.url or "").hostname or "").lower())
        name = document.outlet or (host[1] if host else None)
        if name:
            sighting = self.outlets.setdefault(name, Sighting())
            sighting.see(name, document.id)
            sighting.titles.update([host[1]] if host else [])

    def _see_actors(self, annotated: AnnotatedDocument, mention: Mention) -> None:
        form = annotated.text_of(mention.first, mention.last)
        before = annotated.tokens[mention.first - 1] if mention.first else None
        for actor in mention.actors:
            sighting = self._sighting_of(actor, mention, form)
            sighting.see(form, annotated.document.id)
            sighting.within += bool(
                before and before.lemma in load_table("drafting")["within"].words
            )
            if mention.kind is MentionKind.NAME or not actor.listed:
                _see_office(sighting, annotated, mention)

    def _sighting_of(self, actor: ActorRef, mention: Mention, form: str) -> Sighting:
        if actor.listed:
            return self.listed.setdefault(actor.id, Sighting())
        kind = self.people if mention.kind is MentionKind.NAME else self.bodies
        own = words_of(
            form
        )  # a surname alone is counted for the person whom the article named in full
        return kind.setdefault(own if len(own) > 1 else words_of(actor.name), Sighting())

    def _see_place(self, place: PlaceRef, form: str, article: str) -> None:
        name = form if place.lat is None else place.name
        self.places.setdefault(place.id, Sighting()).see(name, article)
        self.place_refs[place.id] = place


def _see_office(sighting: Sighting, annotated: AnnotatedDocument, mention: Mention) -> None:
    title, sides = office_before(annotated, mention)
    sighting.sides.update(sides)
    if title:
        sighting.titles[f"{title} of {sides[0]}" if sides else title] += 1


def office_before(annotated: AnnotatedDocument, mention: Mention) -> tuple[str | None, list[str]]:
    """Return the title before a person's name and the sides beside it: "Syrian President Ali Darin"."""
    title, sides = None, list[str]()
    if mention.first and annotated.tokens[mention.first - 1].lemma in _OF_THE_OFFICE:
        return None, []  # "the leader of Jaish Darin": not who holds the office
    for i in range(mention.first - 1, max(-1, mention.first - 1 - _BEFORE_NAME), -1):
        token = annotated.tokens[i]
        if token.lemma in _OF_THE_OFFICE:
            sides = sides if token.lemma == "of" else []  # "envoy for Yemen" is nobody of Yemen's
        elif token.pos not in _WORD_OF_NAME and token.tag not in {"POS", "HYPH"}:
            break
        title = title or title_at(annotated.tokens, i)
        beside = annotated.mention_at.get(i)
        if beside and beside.kind in _POINTING:
            sides.extend(a.side or a.name for a in beside.actors if a.listed)
    return title, list(dict.fromkeys(sides))


def _bodies_of_sides(annotated: AnnotatedDocument) -> Iterator[list[Token]]:
    """Find names that begin with a side's adjective: "Syrian Democratic Forces", "Israel Defense Forces"."""
    tokens = annotated.tokens
    for mention in annotated.mentions:
        if mention.kind not in _POINTING or not mention.actors:
            continue
        last = mention.last
        while last - mention.first < _LONGEST_BODY and (more := _goes_on(annotated, last)):
            last = more
        titled = any(title_at(tokens, i) for i in range(mention.last, min(last + 1, len(tokens))))
        if last > mention.last and not titled:
            yield list(tokens[mention.first : last])


def _goes_on(annotated: AnnotatedDocument, i: int) -> int | None:
    """Return where a name that goes on at a token ends: after "Forces", after "for Human"."""
    if _is_name_word(annotated, i):
        return i + 1
    joining = i < len(annotated.tokens) and annotated.tokens[i].text in {"for", "of"}
    return i + 2 if joining and _is_name_word(annotated, i + 1) else None


def _is_name_word(annotated: AnnotatedDocument, i: int) -> bool:
    if i >= len(annotated.tokens) or i in annotated.mention_at:
        return False
    token = annotated.tokens[i]
    beside = token.start - annotated.tokens[i - 1].end == 1
    return beside and token.text[0].isupper() and token.pos in _WORD_OF_NAME
