"""Who has been spoken of so far: the memory by which titles and pronouns are resolved.

A small discourse model in the manner of centering (Grosz, Joshi & Weinstein 1995).
"""

from dataclasses import dataclass, field

from detente.annotate.draft import Draft
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef
from detente.model.profile import ActorKind

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


# How far back a person may have been named to be meant by a bare title or a pronoun, in mentions.
_MEMORY = 30


@dataclass
class Discourse:
    """Who has been spoken of so far, the latest last."""

    people: list[ActorRef] = field(default_factory=list)
    sides: list[ActorRef] = field(default_factory=list)
    groups: list[tuple[ActorRef, ...]] = field(default_factory=list)
    organs: dict[str, ActorRef] = field(
        default_factory=dict
    )  # "army" -> the side last named with it
    titles: dict[str, ActorRef] = field(
        default_factory=dict
    )  # title told -> who was told to hold it
    kinds: dict[str, ActorRef] = field(
        default_factory=dict
    )  # "foundation" -> the one last named so
    called: dict[str, ActorRef] = field(default_factory=dict)  # "medics" -> "city medics"
    subject: tuple[ActorRef, ...] = ()  # of the sentence before
    person_subject: ActorRef | None = None
    sayer: ActorRef | None = None  # the person who was last told to say something
    source: tuple[ActorRef, ...] | None = None  # whose words an "it" gives that speaks, if told
    employer: tuple[ActorRef, ...] = ()  # for what body the person works who was the subject before
    stand_in: tuple[
        ActorRef, ...
    ] = ()  # for whom an unnamed person spoke last: "an official", "he"

    def note(self, actors: tuple[ActorRef, ...], *, person: bool) -> None:
        """Remember actors in the order in which they were named."""
        (self.people if person else self.sides).extend(actors)
        del self.people[:-_MEMORY]
        del self.sides[:-_MEMORY]

    def last_people(self, count: int) -> tuple[ActorRef, ...]:
        """Return the last ``count`` different persons, in the order in which they were named."""
        found: dict[str, ActorRef] = {}
        for ref in reversed(self.people):
            found.setdefault(ref.id, ref)
            if len(found) == count:
                break
        return tuple(reversed(found.values()))


def joined(draft: Draft, i: int) -> tuple[ActorRef, ...]:
    """Return who is meant by a head and all that is joined to it, each once."""
    if i not in draft.joining:  # as most
        alone = draft.at.get(i)
        if alone is None or len(alone.actors) <= 1:
            return alone.actors if alone else ()
    found: dict[str, ActorRef] = {}
    for j in draft.conjuncts(i):
        mention = draft.at.get(j)
        for ref in mention.actors if mention else ():
            found.setdefault(ref.id, ref)
    return tuple(found.values())


def group_before(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the last actors that were named together earlier in a token's sentence."""
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    for i in range(token.i - 1, first - 1, -1):
        group = joined(draft, i) if draft.tokens[i].dep != "conj" else ()
        if len(group) > 1:
            return group
    return ()


def is_person(draft: Draft, ref: ActorRef) -> bool:
    """Say whether an actor is a person."""
    actor = draft.index.actors.get(ref.id)
    if actor:
        return actor.kind is ActorKind.PERSON
    return any(m.kind is MentionKind.NAME and ref in m.actors for m in draft.mentions if m.actors)
