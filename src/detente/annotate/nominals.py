"""Who is meant by "the two sides", by a title, by an army, by "analysts"."""

from collections import Counter

from detente.annotate.discourse import SUBJECTS, Discourse
from detente.annotate.draft import Draft
from detente.annotate.mentions import unlisted
from detente.annotate.titles import forms
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}


_BARE = frozenset({"minister", "secretary"})  # words that several offices share
# "the Foreign Ministry said" in an outlet of a party means that party's
_AT_HOME = frozenset({"ministry", "foreign ministry", "defence ministry", "defense ministry"})
_HEADS_OF_STATE = ("president", "prime minister", "leader")


def _is_plural(token: Token) -> bool:
    return token.tag in {"NNS", "NNPS"} or token.text.lower() in {"both", "two"}


def collective(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve "both sides", "the two leaders", "the warring parties"."""
    table = load_table("people")
    title = draft.title_at(token.i)
    modifiers = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    counted = modifiers & table["number"].words
    lower = token.text.lower()
    if lower in {"both", "two", "three"} and token.dep in SUBJECTS | {"appos", "pobj", "dobj"}:
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
    fitting = [r for r in reversed(discourse.people) if _holds_one(draft, r, offices, title)]
    parties = {
        a.name for p in draft.process.parties if (a := draft.index.actors.get(p)) is not None
    }
    of_parties = [r for r in fitting if r.side in parties]
    for people in (of_parties, fitting):  # "the two leaders" are the parties' before any others
        found = tuple({r.id: r for r in people}.values())[:number]
        if len(found) == number:
            return tuple(reversed(found))
    return _last_sides(draft, discourse, number)


def _holds_one(draft: Draft, ref: ActorRef, offices: tuple[str, ...], title: str) -> bool:
    office = draft.office_of(ref) or ""
    return office in offices or (title in _BARE and title in office)


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


def role(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
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
    if title in {"spokesperson", "envoy"} | _BARE:
        return None
    if title != "leader":
        return draft.holder(title, actor)
    for ref in reversed(seen.people):
        if ref.side == actor.name and draft.office_of(ref) in _HEADS_OF_STATE:
            return ref
    named = Counter(r.id for m in draft.mentions for r in m.actors)
    heads = [head for t in _HEADS_OF_STATE if (head := draft.holder(t, actor))]
    # whoever leads is the one that the article speaks of; where it names none, the side stands for it
    heads = [head for head in heads if named[head.id]]
    return max(heads, key=lambda head: named[head.id], default=None)


def _last_with_title(draft: Draft, discourse: Discourse, title: str) -> tuple[ActorRef, ...]:
    for ref in reversed(discourse.people):
        office = draft.office_of(ref)
        if office and (office == title or (title in _BARE and title in office)):
            return (ref,)
        if title == "leader" and office in _HEADS_OF_STATE:
            return (ref,)
    return ()


def organ(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let a part of a side act for it: "the Armenian military", "Baku's delegation", then "the army"."""
    organ = forms(token) & load_table("people")["organ"].words
    if not organ:
        return ()
    sides = draft.sides_in(token.i) or draft.sides_sitting_in(token.i)
    if sides:
        refs = tuple(ActorRef(s.id, s.name, s.side) for s in sides)
        for word in organ:
            discourse.organs[word] = refs[0]
        return refs
    before = next((discourse.organs[w] for w in sorted(organ) if w in discourse.organs), None)
    has_article = any(draft.tokens[c].text.lower() == "the" for c in draft.children[token.i])
    if not before and organ & _AT_HOME and draft.home:
        before = ActorRef(draft.home.id, draft.home.name, draft.home.side)
    return (before,) if before and (has_article or organ & _AT_HOME) else ()


def unnamed(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Keep the words of a speaker whom the outlet does not name."""
    if token.dep not in SUBJECTS | {"agent", "pobj"} or token.pos not in {"NOUN", "ADJ"}:
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
