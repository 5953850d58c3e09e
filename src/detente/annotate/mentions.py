"""Names in a text to mentions: the profile first, the model's entities second."""

from collections.abc import Iterable, Sequence

from detente.annotate.draft import Draft
from detente.annotate.longer_names import in_longer_name
from detente.annotate.names import Match, Meaning, actor_ref, place_ref, plain, words_of
from detente.annotate.parse import Entity
from detente.annotate.places import settle_places
from detente.lexicon import load_table
from detente.model.annotation import Mention, MentionKind
from detente.model.entry import ActorRef, PlaceRef
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind

_PEOPLE = frozenset({"PERSON"})
_BODIES = frozenset({"ORG"})
_LONGEST_PERSON = 5  # tokens: "Alon-Lee Green"
_FORENAME = 3  # letters that the spellings of a forename share: "Mohammed", "Mohamad"
_LANDS = frozenset({"GPE", "LOC", "FAC"})


def add_names(draft: Draft, entities: Sequence[Entity]) -> None:
    """Add a mention for every name of the profile, then for every other name that the model found."""
    matches = list(draft.index.find(draft.tokens))
    full = {m.actor.id for match in matches for m in match.meanings if m.actor and not m.surname}
    for match in matches:
        mention = _mention(draft, match, full, entities)
        if mention and not in_longer_name(draft, match, entities):
            draft.add(mention)
    _add_unlisted(draft, entities)
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
        if names and not any(plain(t.text) in known or _listed(draft, t.i) for t in names):
            return True
    return False


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
    return word.lower() in load_table("people").every_word


def _add_unlisted(draft: Draft, entities: Sequence[Entity]) -> None:
    names: dict[str, ActorRef] = {}
    surnames = _surnames(draft, entities)
    for entity in entities:
        first, last = _trim(draft, entity)
        if first >= last or any(i in draft.at for i in range(first, last)):
            continue
        text = " ".join(t.text for t in draft.tokens[first:last])
        if text.lower() in load_table("people")["calendar"].words:
            continue
        named_again = (
            1 < last - first <= _LONGEST_PERSON and plain(draft.tokens[last - 1].text) in surnames
        )
        if entity.label in _PEOPLE or (entity.label not in _LANDS and named_again):
            draft.add(Mention(MentionKind.NAME, first, last, (_person(draft, first, last, names),)))
        elif entity.label in _BODIES and draft.tokens[last - 1].pos == "PROPN":
            draft.add(Mention(MentionKind.SIDE, first, last, (unlisted(text),)))
        elif entity.label in _LANDS:
            place = PlaceRef(f"~{slug(text)}", text)
            draft.add(Mention(MentionKind.PLACE, first, last, (), place))


def _surnames(draft: Draft, entities: Sequence[Entity]) -> set[str]:
    """Return the words behind "Mr." and those that speak alone: whose name ends so is a person.

    The model takes many a foreign name for a body or a work: "Riyad Naasan Agha", later "Agha said".
    """
    honorifics = load_table("people")["honorific"].words
    titled = {
        plain(draft.tokens[e.first].text)
        for e in entities
        if e.label in _PEOPLE
        and e.last - e.first == 1
        and e.first > 0
        and draft.tokens[e.first - 1].text.lower() in honorifics
    }
    says = load_table("speech")["say"].words
    alone = {
        plain(t.text)
        for t in draft.tokens
        if t.pos == "PROPN"
        and t.dep == "nsubj"
        and t.i not in draft.at
        and not draft.children[t.i]
        and draft.tokens[t.head].lemma in says
    }
    return titled | alone


def _trim(draft: Draft, entity: Entity) -> tuple[int, int]:
    """Cut articles, possessive endings and titles off an entity."""
    first, last = entity.first, entity.last
    while first < last and (
        draft.tokens[first].pos in {"DET", "PUNCT"}
        or draft.tokens[first].tag == "PRP$"  # "Its Foreign Ministry"
        or (entity.label in _PEOPLE and _is_title(draft.tokens[first].text))
    ):
        first += 1
    while last > first and draft.tokens[last - 1].text in {"'s", "’s", "'", ".", ",", '"', "’"}:
        last -= 1
    return first, last


def _person(draft: Draft, first: int, last: int, names: dict[str, ActorRef]) -> ActorRef:
    """Refer to a person outside the profile; a surname means the full name that came before it."""
    text = " ".join(t.text for t in draft.tokens[first:last]).replace(" - ", "-")
    surname = plain(draft.tokens[last - 1].text)
    known = names.get(surname)
    if known and (last - first == 1 or _same_forename(text, known.name)):
        return known
    sides = draft.sides_in(draft.tokens[last - 1].i)
    names[surname] = unlisted(text, side=sides[0].name if len(sides) == 1 else None)
    return names[surname]


def _same_forename(one: str, other: str) -> bool:
    """Say whether two full names begin alike: two people of one surname are two."""
    first, second = words_of(one)[:1], words_of(other)[:1]
    return bool(first and second) and first[0][:_FORENAME] == second[0][:_FORENAME]


def unlisted(text: str, *, side: str | None = None) -> ActorRef:
    """Refer to an actor that the profile does not list."""
    return ActorRef(f"~{slug(text)}", text, side)
