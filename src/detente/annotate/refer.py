"""Who is meant by a title, by "the two sides" and by a pronoun, read from left to right.

A small discourse model in the manner of centering (Grosz, Joshi & Weinstein 1995): the subject of the
clause above comes first, then the subject of the sentence before, then whoever was named last.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from detente.annotate.draft import Draft, forms
from detente.annotate.mentions import unlisted
from detente.lexicon import load_table
from detente.model.annotation import Mention, MentionKind, Token
from detente.model.entry import ActorRef
from detente.model.profile import ActorKind

_MASCULINE = frozenset({"he", "him", "his", "himself"})
_FEMININE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_HEADS_OF_STATE = ("president", "prime minister", "leader")
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
    subject: tuple[ActorRef, ...] = ()  # of the sentence before
    person_subject: ActorRef | None = None

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


def add_references(draft: Draft) -> None:
    """Add a mention for each title, collective, unnamed speaker and pronoun."""
    discourse = Discourse()
    for sentence in draft.sentences:
        tokens = draft.tokens[sentence.first : sentence.last]
        for token in tokens:
            if token.i in draft.at:
                _note_name(draft, token, discourse)
            elif token.pos == "PRON":
                _add(draft, token, MentionKind.PRONOUN, _pronoun(draft, token, discourse))
            elif token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}:
                _add_nominal(draft, token, discourse)
        _close_sentence(draft, tokens, discourse)


def _note_name(draft: Draft, token: Token, discourse: Discourse) -> None:
    mention = draft.at[token.i]
    if token.i != mention.first or not mention.actors:
        return
    person = mention.kind is MentionKind.NAME
    discourse.note(mention.actors, person=person)


def _close_sentence(draft: Draft, tokens: Sequence[Token], seen: Discourse) -> None:
    """Remember the sentence's first subject and every group of actors that it joined."""
    subjects = [t for t in tokens if t.dep in _SUBJECTS and _joined(draft, t.i)]
    main = [t for t in subjects if draft.tokens[t.head].dep == "ROOT"] or subjects
    if main:
        seen.subject = _joined(draft, main[0].i)
    people = [r for t in main for r in _joined(draft, t.i) if _is_person(draft, r)]
    if people:
        seen.person_subject = people[0]
    for token in tokens:
        group = _joined(draft, token.i) if token.dep != "conj" else ()
        if len(group) > 1:
            seen.groups.append(group)


def _joined(draft: Draft, i: int) -> tuple[ActorRef, ...]:
    found: dict[str, ActorRef] = {}
    for j in draft.conjuncts(i):
        mention = draft.at.get(j)
        for ref in mention.actors if mention else ():
            found.setdefault(ref.id, ref)
    return tuple(found.values())


def _add(draft: Draft, token: Token, kind: MentionKind, actors: tuple[ActorRef, ...]) -> None:
    if actors:
        draft.add(Mention(kind, token.i, token.i + 1, actors))


def _is_person(draft: Draft, ref: ActorRef) -> bool:
    actor = draft.index.actors.get(ref.id)
    if actor:
        return actor.kind is ActorKind.PERSON
    return any(m.kind is MentionKind.NAME and ref in m.actors for m in draft.mentions if m.actors)


# -- nouns ---------------------------------------------------------------------------------------


def _add_nominal(draft: Draft, token: Token, discourse: Discourse) -> None:
    if token.dep in {"compound", "amod", "nmod"} or _names_person_beside(draft, token):
        return
    for kind, find in (
        (MentionKind.COLLECTIVE, _collective),
        (MentionKind.ROLE, _role),
        (MentionKind.ROLE, _organ),
        (MentionKind.UNNAMED, _unnamed),
    ):
        actors = find(draft, token, discourse)
        if actors:
            _add(draft, token, kind, actors)
            if kind is MentionKind.ROLE:
                discourse.note(actors, person=_is_person(draft, actors[0]))
            return


def _names_person_beside(draft: Draft, token: Token) -> bool:
    """Say whether an apposition names the person: "the president, Ilham Aliyev," is one mention."""
    if not draft.title_at(token.i):
        return False
    # the parser may hang the name below the body: "spokesperson for the ministry, Maria Zakharova"
    beside = [c for c in draft.below(token.i) if draft.tokens[c].dep == "appos"]
    named = [draft.at[c] for c in beside if c in draft.at and draft.at[c].kind is MentionKind.NAME]
    if named:
        draft.add(Mention(MentionKind.ROLE, token.i, token.i + 1, named[0].actors))
        return True
    return False


def _is_plural(token: Token) -> bool:
    return token.tag in {"NNS", "NNPS"} or token.text.lower() in {"both", "two"}


def _collective(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve "both sides", "the two leaders", "the warring parties"."""
    table = load_table("people")
    title = draft.title_at(token.i)
    modifiers = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    counted = modifiers & table["number"].words
    lower = token.text.lower()
    if lower in {"both", "two", "three"} and token.dep in _SUBJECTS | {"appos", "pobj", "dobj"}:
        return _last_group(draft, discourse, _NUMBERS[lower])
    if not _is_plural(token) or not counted or draft.sides_in(token.i):
        return ()
    number = next((_NUMBERS[w] for w in modifiers if w in _NUMBERS), 2)
    if title:
        return _titled_group(draft, discourse, title, number)
    if forms(token) & table["collective"].words and (
        modifiers & set(_NUMBERS) or forms(token) & table["opposed"].words
    ):
        return _last_sides(draft, discourse, number)
    return ()


def _last_group(draft: Draft, discourse: Discourse, number: int) -> tuple[ActorRef, ...]:
    for group in reversed(discourse.groups):
        if len(group) == number:
            return group
    people = discourse.last_people(number)
    return people if len(people) == number else _last_sides(draft, discourse, number)


def _titled_group(
    draft: Draft, discourse: Discourse, title: str, number: int
) -> tuple[ActorRef, ...]:
    """Take the persons last named who hold such an office, else the office holders of the parties."""
    offices = _HEADS_OF_STATE if title == "leader" else (title,)
    found: dict[str, ActorRef] = {}
    for ref in reversed(discourse.people):
        office = draft.office_of(ref) or ""
        if office in offices or (title == "minister" and "minister" in office):
            found.setdefault(ref.id, ref)
        if len(found) == number:
            return tuple(reversed(found.values()))
    return _last_sides(draft, discourse, number)


def _last_sides(draft: Draft, discourse: Discourse, number: int) -> tuple[ActorRef, ...]:
    """Take the parties of the process, or those of them and others that were named last."""
    parties = [draft.index.actors[p] for p in draft.process.parties if p in draft.index.actors]
    known = tuple(ActorRef(p.id, p.name, p.side) for p in parties)
    if len(known) == number:
        return known
    if len(known) == number - 1 and (third := _mediator_before(draft, discourse)):
        return (*known, third)
    found: dict[str, ActorRef] = {}
    for ref in reversed(discourse.sides):
        found.setdefault(ref.id, ref)
        if len(found) == number:
            return tuple(reversed(found.values()))
    return ()


def _mediator_before(draft: Draft, discourse: Discourse) -> ActorRef | None:
    """Return the mediator that was spoken of last, by itself or by a person of it."""
    for ref in reversed((*discourse.sides, *discourse.people)):
        side = draft.side_of(ref)
        if side and side.id in draft.process.mediators:
            return ActorRef(side.id, side.name, side.side)
    return None


def _role(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve a title: its side's office holder on the day, else the side, else who was named last."""
    title = draft.title_at(token.i)
    if "counterpart" in forms(token) and discourse.people:
        title = draft.office_of(discourse.people[-1]) or draft.office_of(
            discourse.person_subject or discourse.people[-1]
        )
        title = title or "leader"
    if title is None:
        return ()
    sides = draft.sides_in(token.i)
    if sides:
        return tuple(
            _office_holder(draft, discourse, title, side.id)
            or ActorRef(side.id, side.name, side.side)
            for side in sides
        )
    if _is_plural(token) or "counterpart" in forms(token):
        return ()
    return _last_with_title(draft, discourse, title)


def _office_holder(draft: Draft, seen: Discourse, title: str, side: str) -> ActorRef | None:
    actor = draft.index.actors[side]
    if title in {"spokesperson", "envoy", "minister"}:
        return None
    if title != "leader":
        return draft.holder(title, actor)
    for ref in reversed(seen.people):
        if ref.side == actor.name and draft.office_of(ref) in _HEADS_OF_STATE:
            return ref
    named = Counter(r.id for m in draft.mentions for r in m.actors)
    heads = [head for t in _HEADS_OF_STATE if (head := draft.holder(t, actor))]
    # whoever leads is the one that the article speaks of most
    return max(heads, key=lambda head: named[head.id], default=None)


def _last_with_title(draft: Draft, discourse: Discourse, title: str) -> tuple[ActorRef, ...]:
    for ref in reversed(discourse.people):
        office = draft.office_of(ref)
        if office == title or (title == "minister" and office and "minister" in office):
            return (ref,)
        if title == "leader" and office in _HEADS_OF_STATE:
            return (ref,)
    return ()


def _organ(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let a part of a side act for it: "the Armenian military", "Baku's delegation", then "the army"."""
    organ = forms(token) & load_table("people")["organ"].words
    if not organ:
        return ()
    sides = draft.sides_in(token.i)
    if sides:
        refs = tuple(ActorRef(s.id, s.name, s.side) for s in sides)
        for word in organ:
            discourse.organs[word] = refs[0]
        return refs
    before = next((discourse.organs[w] for w in sorted(organ) if w in discourse.organs), None)
    has_article = any(draft.tokens[c].text.lower() == "the" for c in draft.children[token.i])
    return (before,) if before and has_article else ()


def _unnamed(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Keep the words of a speaker whom the outlet does not name."""
    if token.dep not in _SUBJECTS | {"agent", "pobj"} or token.pos not in {"NOUN", "ADJ"}:
        return ()
    if not forms(token) & load_table("people")["unnamed"].words:
        return ()
    if person := _known_by_trade(draft, token, discourse):
        return (person,)
    first = token.i
    for child in draft.children[token.i]:
        if child < token.i and draft.tokens[child].dep in {"amod", "compound", "nmod", "nummod"}:
            first = min(first, child)
    words = " ".join(t.text for t in draft.tokens[first : token.i + 1])
    # a capital that only opens the sentence makes no name
    named = draft.tokens[first].pos == "PROPN" or draft.tokens[first].tag == "JJ"
    return (unlisted(words if named else words[0].lower() + words[1:]),)


def _known_by_trade(draft: Draft, token: Token, discourse: Discourse) -> ActorRef | None:
    """Let "the expert", "the diplomat" mean the person outside the profile who was named last."""
    definite = any(draft.tokens[c].text.lower() == "the" for c in draft.children[token.i])
    bare = not any(draft.tokens[c].dep in {"amod", "prep", "acl"} for c in draft.children[token.i])
    if not (definite and bare) or _is_plural(token) or token.pos != "NOUN":
        return None
    return next((r for r in reversed(discourse.people) if not r.listed), None)


# -- pronouns ------------------------------------------------------------------------------------


def _pronoun(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    word = token.text.lower()
    if word in _MASCULINE | _FEMININE:
        gender = "m" if word in _MASCULINE else "f"
        for ref in _candidates(draft, token, discourse):
            if _is_person(draft, ref) and _gender(draft, ref) in {None, gender}:
                return (ref,)
        return ()
    if word in _PLURAL:
        return _they(draft, token, discourse)
    if word in _NEUTER and token.dep != "expl":
        for ref in _candidates(draft, token, discourse):
            if not _is_person(draft, ref):
                return (ref,)
    return ()


def _gender(draft: Draft, ref: ActorRef) -> str | None:
    actor = draft.index.actors.get(ref.id)
    return actor.gender or None if actor else None


def _candidates(draft: Draft, token: Token, discourse: Discourse) -> Iterator[ActorRef]:
    yield from _subjects_above(draft, token)
    if discourse.person_subject:
        yield discourse.person_subject
    yield from discourse.subject
    yield from reversed(discourse.people)
    yield from reversed(discourse.sides)


def _subjects_above(draft: Draft, token: Token) -> Iterator[ActorRef]:
    """Give the subjects of the clauses that the pronoun's clause hangs from, nearest first."""
    i = token.i
    while draft.tokens[i].head != i:
        i = draft.tokens[i].head
        for child in draft.children[i]:
            below = draft.tokens[child]
            if below.dep in _SUBJECTS and child < token.i:
                yield from _joined(draft, child)


def _group_before(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the last actors that were named together earlier in the pronoun's sentence."""
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    for i in range(token.i - 1, first - 1, -1):
        group = _joined(draft, i) if draft.tokens[i].dep != "conj" else ()
        if len(group) > 1:
            return group
    return ()


def _they(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    above = tuple(dict.fromkeys(_subjects_above(draft, token)))
    if len(above) > 1 or (above and not _is_person(draft, above[0])):
        return above
    if group := _group_before(draft, token):
        return group
    if len(discourse.subject) > 1:
        return discourse.subject
    if discourse.subject and not _is_person(draft, discourse.subject[0]):
        return discourse.subject
    if discourse.groups:
        return discourse.groups[-1]
    return ()
