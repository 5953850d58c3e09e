"""Who is meant by a title, by the office of a person."""

from collections import Counter

from detente.annotate.collectives import BARE, HEADS_OF_STATE, is_plural
from detente.annotate.discourse import SUBJECTS, Discourse, is_person
from detente.annotate.draft import Draft
from detente.lexicon import load_table
from detente.lexicon.titles import forms
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef
from detente.model.profile import Actor

_PERSONAL = frozenset({MentionKind.NAME, MentionKind.PRONOUN, MentionKind.ROLE})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})


def role(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve a title: its side's office holder on the day, else the side, else who was named last."""
    title = draft.title_at(token.i)
    if "counterpart" in forms(token) and discourse.people:
        title = draft.office_of(discourse.people[-1]) or draft.office_of(
            discourse.person_subject or discourse.people[-1]
        )
        title = title or "leader"
    if title in BARE and _is_chief_diplomat(draft, token):
        title = "foreign minister"
    if title is None:
        return ()
    if _is_of_another(draft, token):
        return ()
    sides = _sides_served(draft, token, title)
    if title == "leader" and sides and _heads_a_part(draft, token):
        return tuple(ActorRef(side.id, side.name, side.side) for side in sides)
    if sides:
        return tuple(
            _office_holder(draft, discourse, title, side.id)
            or _named_anywhere(draft, token, title, side)
            or ActorRef(side.id, side.name, side.side)
            for side in sides
        )
    if is_plural(token) or "counterpart" in forms(token) or not is_definite(draft, token):
        return ()
    return (
        _of_department(draft, token, title)
        or _who_spoke(token, discourse)
        or _speaking_for(draft, token, discourse, title)
        or _last_with_title(draft, discourse, title)
        or _of_only_party(draft, token, title)
    )


def _is_chief_diplomat(draft: Draft, token: Token) -> bool:
    """Read "the top American diplomat", whose words stand apart."""
    beside = {draft.tokens[c].text.lower() for c in draft.children[token.i] if c < token.i}
    return token.lemma == "diplomat" and bool(beside & {"top", "chief"})


def _is_of_another(draft: Draft, token: Token) -> bool:
    """Read "the head of another group", "a leader of one militia": somebody whom the text has not named."""
    preps = [draft.tokens[c] for c in draft.children[token.i] if draft.tokens[c].lemma == "of"]
    below = [c for p in preps for c in draft.children[p.i]]
    words = {draft.tokens[c].text.lower() for b in below for c in draft.children[b]}
    return bool(words & {"another", "one"})


def _named_anywhere(draft: Draft, token: Token, title: str, side: Actor) -> ActorRef | None:
    """Return the only person whom the text names with this title and side: "the envoy said", then by name."""
    if is_plural(token) or title in BARE or title == "leader":
        return None
    found: dict[str, ActorRef] = {}
    for mention in draft.mentions:
        named = mention.kind is MentionKind.NAME and mention.first
        if named and draft.title_at(mention.first - 1) == title:
            found |= {r.id: r for r in mention.actors if r.side == side.name}
    return next(iter(found.values())) if len(found) == 1 else None


def _heads_a_part(draft: Draft, token: Token) -> bool:
    """Read "the head of the U.N. children's agency", "the U.N. rights chief": no head of the whole."""
    parts = load_table("people")["part"].words
    below = [draft.tokens[c] for c in draft.children[token.i]]
    inner = [draft.tokens[o] for p in below if p.lemma == "of" for o in draft.children[p.i]]
    beside = [t for t in below if t.i < token.i and t.i not in draft.at]
    return any(t.lemma in parts for t in (*inner, *beside))


def _sides_served(draft: Draft, token: Token, title: str) -> tuple[Actor, ...]:
    """Return the sides that a title belongs to; an envoy "for Syria" is not Syria's."""
    sides = draft.sides_in(token.i)
    if title == "envoy":
        target = _sent_to(draft, token)
        sides = _owning(draft, token, tuple(s for s in sides if s.id not in target))
    if not sides and token.dep != "conj":  # "the King and Crown Prince of Saudi Arabia"
        for other in draft.conjuncts(token.i):
            if other != token.i and draft.title_at(other):
                sides = sides or draft.sides_in(other)
    return sides


def _owning(draft: Draft, token: Token, sides: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Keep whose an envoy is, and not where the envoy sits: "Iran's UN envoy"."""
    owners = [c for c in draft.children[token.i] if draft.tokens[c].dep == "poss"]
    mentions = [draft.at[j] for c in owners for j in draft.conjuncts(c) if j in draft.at]
    ids = {side.id for m in mentions for r in m.actors if (side := draft.side_of(r))}
    return tuple(s for s in sides if s.id in ids) or sides


def _sent_to(draft: Draft, token: Token) -> set[str]:
    """Return the ids of the sides after "for" or "to": whom an envoy is sent to."""
    found = set()
    for prep in draft.children[token.i]:
        if draft.tokens[prep].dep == "prep" and draft.tokens[prep].lemma in {"for", "to"}:
            for below in draft.below(prep):
                mention = draft.at.get(below)
                found |= {ref.id for ref in mention.actors} if mention else set()
    return found


def _who_spoke(token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let "the senior diplomat" be the official who spoke last, whatever the office: a deputy minister, an envoy."""
    last = discourse.person_subject
    return (last,) if token.lemma == "diplomat" and last and last.side else ()


def _of_department(draft: Draft, token: Token, title: str) -> tuple[ActorRef, ...]:
    """Let "the Secretary", in what a department tells, be who heads it."""
    beside = [draft.tokens[c].text.lower() for c in draft.children[token.i]]
    told = title == "secretary" and token.text.istitle() and beside == ["the"]
    return (draft.secretary,) if told and draft.secretary else ()


def _of_only_party(draft: Draft, token: Token, title: str) -> tuple[ActorRef, ...]:
    """Let "the prime minister" be that of the domestic party, or of the only party named in the sentence."""
    side = draft.domestic or _only_party(draft, token)
    if side is None or title in {"spokesperson", "envoy", "leader", "secretary-general"} | BARE:
        return ()
    person = draft.holder(title, side)
    return (person,) if person else ()


def _only_party(draft: Draft, token: Token) -> Actor | None:
    """Return the only side that the text has named before, if it is a party."""
    told = [m for m in draft.mentions if m.first < token.i]
    sides = {side.id: side for m in told for r in m.actors if (side := draft.side_of(r))}
    found = [side for side in sides.values() if side.id in draft.process.parties]
    return found[0] if len(found) == 1 == len(sides) else None


def is_definite(draft: Draft, token: Token) -> bool:
    """Say whether a noun has "the" or the like, or stands as a name does: no new person is brought up."""
    words = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    owned = any(draft.tokens[c].dep == "poss" for c in draft.children[token.i])
    return bool(words & _DEFINITE) or owned or token.pos == "PROPN"


def _office_holder(draft: Draft, seen: Discourse, title: str, side: str) -> ActorRef | None:
    actor = draft.index.actors[side]
    if title in BARE:
        return _last_minister(draft, seen, actor, title)
    if title in {"spokesperson", "envoy"}:
        return None
    if title != "leader":
        return draft.holder(title, actor)
    for ref in reversed(seen.people):
        if ref.side == actor.name and draft.office_of(ref) in HEADS_OF_STATE:
            return ref
    if chief := draft.holder("secretary-general", actor):
        return chief
    named = Counter(r.id for m in draft.mentions for r in m.actors)
    heads = [head for t in HEADS_OF_STATE if (head := draft.holder(t, actor))]
    # whoever leads is the one that the article speaks of; where it names none, the side stands for it
    heads = [head for head in heads if named[head.id]]
    return max(heads, key=lambda head: named[head.id], default=None)


def _last_minister(draft: Draft, seen: Discourse, side: Actor, title: str) -> ActorRef | None:
    """Return the side's minister who was named last: "the Russian minister"."""
    for ref in reversed(seen.people):
        if ref.side == side.name and title in (draft.office_of(ref) or ""):
            return ref
    return None


def servant(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let an office or a spokesperson stand for the person served: "the envoy's office", "a spokesman for Putin"."""
    office = forms(token) & load_table("people")["office"].words
    if not office:
        return ()
    for child in draft.children[token.i]:
        beside = draft.tokens[child]
        owners = [child] if beside.dep == "poss" else []
        if beside.dep == "prep" and beside.lemma in {"of", "for"}:
            owners = draft.children[child]
        for owner in owners:
            mention = draft.at.get(owner)
            named = mention and mention.kind in _PERSONAL
            if mention and named and all(is_person(draft, r) for r in mention.actors):
                discourse.organs.update(dict.fromkeys(office, mention.actors[0]))
                return mention.actors
    again = next((discourse.organs[w] for w in sorted(office) if w in discourse.organs), None)
    bare = [draft.tokens[c].text.lower() for c in draft.children[token.i]] == ["the"]
    return (again,) if again and bare else ()


def _last_with_title(draft: Draft, discourse: Discourse, title: str) -> tuple[ActorRef, ...]:
    if told := discourse.titles.get(title):
        return (told,)
    for ref in reversed(discourse.people):
        office = draft.office_of(ref)
        if office and (office == title or (title in BARE and title in office)):
            return (ref,)
        if title == "leader" and office in HEADS_OF_STATE:
            return (ref,)
    return ()


def _speaking_for(
    draft: Draft, token: Token, discourse: Discourse, title: str
) -> tuple[ActorRef, ...]:
    """Of several who hold an office, take the one whose side acts in what is said, else the last subject.

    "Russia would help, the President promised" is Russia's president, whoever else was named after him.
    """
    if title in BARE:
        return ()
    holders = [r for r in discourse.people if draft.office_of(r) == title]
    if len({r.id for r in holders}) < 2:
        return ()
    contents = [c for c in draft.children[token.head] if draft.tokens[c].dep == "ccomp"]
    subjects = [j for c in contents for j in draft.children[c] if draft.tokens[j].dep in SUBJECTS]
    mentions = [draft.at[j] for j in subjects if j in draft.at and j < token.i]
    sides = {side.name for m in mentions for r in m.actors if (side := draft.side_of(r))}
    doing = [r for r in reversed(holders) if r.side in sides]
    last = [r for r in holders if discourse.person_subject and r.id == discourse.person_subject.id]
    own = [r for r in holders if r.side == draft.country]  # of the outlet's own country
    return tuple((doing or last or own)[:1])
