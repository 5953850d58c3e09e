"""Names in a text to mentions: the profile first, then every other name that the model found."""

from collections.abc import Iterable, Sequence

from detente.annotate.draft import Draft
from detente.annotate.longer_names import in_longer_name, speakers_called_so
from detente.annotate.names import Match, Meaning, actor_ref, place_ref, plain, words_of
from detente.annotate.parse import Entity
from detente.annotate.places import settle_places
from detente.annotate.unlisted import add_unlisted
from detente.lexicon import load_table
from detente.model.annotation import Mention, MentionKind
from detente.model.entry import ActorRef
from detente.model.profile import Actor, ActorKind

_PEOPLE = frozenset({"PERSON"})


def add_names(draft: Draft, entities: Sequence[Entity]) -> None:
    """Add a mention for every name of the profile, then for every other name that the model found."""
    matches = list(draft.index.find(draft.tokens))
    full = {m.actor.id for match in matches for m in match.meanings if m.actor and not m.surname}
    surnames = speakers_called_so(draft, matches)
    for match in matches:
        if draft.tokens[match.first].text in surnames and match.last - match.first == 1:
            continue
        mention = _mention(draft, match, full, entities)
        if mention and not in_longer_name(draft, match, entities):
            draft.add(mention)
    add_unlisted(draft, entities)
    settle_places(draft)


def _mention(
    draft: Draft, match: Match, full: set[str], entities: Sequence[Entity]
) -> Mention | None:
    people = [m for m in match.meanings if m.actor and m.actor.kind is ActorKind.PERSON]
    lone = all(m.surname for m in people)
    others = [m for m in match.meanings if m not in people]
    if people and not (lone and others):  # a surname that is also a side's name means the side
        person = _which_person(draft, match, people, full)
        if person is None or (lone and _belongs_to_other_person(draft, match, person, entities)):
            return None
        return Mention(MentionKind.NAME, match.first, match.last, (actor_ref(person),))
    place = next((m.place for m in match.meanings if m.place), None)
    actor = next((m.actor for m in match.meanings if m.actor), None)
    where = place_ref(place) if place else None
    if actor:
        kind = (
            MentionKind.ADJECTIVE
            if all(m.adjective for m in match.meanings if m.actor)
            else MentionKind.SIDE
        )
        return Mention(kind, match.first, match.last, _as_side(draft, actor), where)
    seat = draft.index.actors.get(place.seat_of) if place and place.seat_of else None
    if seat:
        return Mention(MentionKind.SEAT, match.first, match.last, (actor_ref(seat),), where)
    return Mention(MentionKind.PLACE, match.first, match.last, (), where)


def _as_side(draft: Draft, actor: Actor) -> tuple[ActorRef, ...]:
    """Let a body stand for its side, and a group for its members."""
    if actor.kind is ActorKind.BODY:
        side = draft.index.side(actor)
        return (actor_ref(side or actor),)
    members = [draft.index.actors[m] for m in actor.members if m in draft.index.actors]
    return tuple(map(actor_ref, members)) if members else (actor_ref(actor),)


def _which_person(
    draft: Draft, match: Match, people: Iterable[Meaning], full: set[str]
) -> Actor | None:
    """Choose among persons of one surname: named in full here, by the title before it, or in office."""
    actors = list({m.actor.id: m.actor for m in people if m.actor}.values())
    if len(actors) == 1:
        return actors[0]
    named = [a for a in actors if a.id in full]
    if len(named) == 1:
        return named[0]
    title = draft.title_at(match.first - 1) if match.first else None
    titled = [a for a in actors if title and draft.office_of(actor_ref(a)) == title]
    if len(titled) == 1:
        return titled[0]
    serving = [a for a in actors if draft.day and any(o.held_on(draft.day) for o in a.offices)]
    return serving[0] if len(serving) == 1 else None


def _belongs_to_other_person(
    draft: Draft, match: Match, person: Actor, entities: Sequence[Entity]
) -> bool:
    """Say whether a surname is part of another person's name: "Robert Michel" is not Charles Michel."""
    known = {w for name in person.names for w in words_of(name)}
    if match.first and _is_other_forename(draft, match, known):
        return True
    if _is_forename(draft, match):
        return True
    around = [e for e in entities if e.label in _PEOPLE and e.first < match.first < e.last]
    for entity in around:
        before = draft.tokens[entity.first : match.first]
        names = [t for t in before if t.pos == "PROPN" and not _is_title(t.text)]
        if names and not any(_is_of(t.text, known) or _listed(draft, t.i) for t in names):
            return True
    return False


def _is_of(word: str, known: set[str]) -> bool:
    """Say whether a word is one of a person's names, or the initial of one: "H. Hajiyev"."""
    name = plain(word)
    initial = name.removesuffix(".")
    return name in known or (len(initial) == 1 and any(k.startswith(initial) for k in known))


def _is_forename(draft: Draft, match: Match) -> bool:
    """Say whether what looks like a surname is the first name of somebody else: "Ahmed Hussein"."""
    last = draft.tokens[match.last - 1]
    head = draft.tokens[last.head]
    return (
        last.dep == "compound"
        and head.i == match.last
        and head.pos == "PROPN"
        and not _is_title(head.text)
        and head.text[0].isupper()
        and not any(head.i == m.first for m in draft.mentions)
    )


def _is_other_forename(draft: Draft, match: Match, known: set[str]) -> bool:
    """Say whether the word before a surname is a first name that the person does not have."""
    before = draft.tokens[match.first - 1]
    part = before.dep == "compound" and match.first <= before.head < match.last
    plain_word = _is_title(before.text) or before.lemma in load_table("people")["calendar"].words
    named = before.pos == "PROPN" and not plain_word and not _listed(draft, before.i)
    return part and named and len(before.text) > 2 and plain(before.text) not in known


def _listed(draft: Draft, i: int) -> bool:
    return i in draft.at


def _is_title(word: str) -> bool:
    titles, lower = load_table("people").every_word, word.lower()
    return lower in titles or lower.removesuffix("s") in titles  # "Ministers Bayramov and Mirzoyan"
