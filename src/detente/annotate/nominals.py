"""Who is meant by "the two sides", by a title, by an army, by "analysts"."""

from collections import Counter

from detente.annotate.discourse import SUBJECTS, Discourse
from detente.annotate.draft import Draft
from detente.annotate.mentions import unlisted
from detente.annotate.titles import forms
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef
from detente.model.profile import Actor

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


_RECENT = 6  # mentions of sides that tell of whom a text speaks just now
_BARE = frozenset({"minister", "secretary"})  # words that several offices share
# "the Foreign Ministry said" in an outlet of a party means that party's
_AT_HOME = frozenset({"ministry", "foreign ministry", "defence ministry", "defense ministry"})
# "the government" in an article on a war within one country means that country's
_OF_STATE = frozenset({"government", "authority", "military", "army", "parliament", "cabinet"})
_HEADS_OF_STATE = ("president", "prime minister", "leader")
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})


def is_plural(token: Token) -> bool:
    """Say whether a noun means several."""
    return token.tag in {"NNS", "NNPS"} or token.text.lower() in {"both", "two"}


def collective(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve "both sides", "the two leaders", "the warring parties"."""
    table = load_table("people")
    title = draft.title_at(token.i)
    modifiers = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    counted = modifiers & table["number"].words
    lower = token.text.lower()
    if lower in _NUMBERS and token.dep in SUBJECTS | {"appos", "pobj", "dobj"}:
        return _last_group(draft, discourse, _NUMBERS[lower])
    if not is_plural(token) or not counted or draft.sides_in(token.i):
        return ()
    if "all" in modifiers and forms(token) & table["opposed"].words:
        return (unlisted(f"all {token.text.lower()}"),)  # more than the two whom the profile knows
    number = next((_NUMBERS[w] for w in modifiers if w in _NUMBERS), 2)
    if title:
        return _titled_group(draft, discourse, title, number)
    if forms(token) & table["collective"].words and (
        modifiers & set(_NUMBERS) or forms(token) & table["opposed"].words
    ):
        if number == 2 and forms(token) & table["land"].words:
            return _other_pair(draft, discourse) or _last_sides(draft, discourse, number)
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
    if number > 2 and (
        named := next((g for g in reversed(discourse.groups) if len(g) == number), ())
    ):
        return named
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


def _other_pair(draft: Draft, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Return a party and its neighbour where the text speaks of these two: "both countries" are not the parties."""
    kept = draft.process.mediators
    recent = {r.id: r for r in discourse.sides[-_RECENT:] if r.id not in kept}
    parties = [r for i, r in recent.items() if i in draft.process.parties]
    others = [r for i, r in recent.items() if i not in draft.process.parties]
    pair = len(parties) == 1 and len(others) == 1 and others[0].listed
    return (parties[0], others[0]) if pair else ()


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
    sides = _sides_served(draft, token, title)
    if sides:
        return tuple(
            _office_holder(draft, discourse, title, side.id)
            or ActorRef(side.id, side.name, side.side)
            for side in sides
        )
    if is_plural(token) or "counterpart" in forms(token) or not is_definite(draft, token):
        return ()
    return (
        _speaking_for(draft, token, discourse, title)
        or _last_with_title(draft, discourse, title)
        or _of_only_party(draft, token, title)
    )


def _sides_served(draft: Draft, token: Token, title: str) -> tuple[Actor, ...]:
    """Return the sides that a title belongs to; an envoy "for Syria" is not Syria's."""
    sides = draft.sides_in(token.i)
    if title == "envoy":
        target = _sent_to(draft, token)
        sides = tuple(s for s in sides if s.id not in target)
    if not sides and token.dep != "conj":  # "the King and Crown Prince of Saudi Arabia"
        for other in draft.conjuncts(token.i):
            if other != token.i and draft.title_at(other):
                sides = sides or draft.sides_in(other)
    return sides


def _sent_to(draft: Draft, token: Token) -> set[str]:
    """Return the ids of the sides after "for" or "to": whom an envoy is sent to."""
    found = set()
    for prep in draft.children[token.i]:
        if draft.tokens[prep].dep == "prep" and draft.tokens[prep].lemma in {"for", "to"}:
            for below in draft.below(prep):
                mention = draft.at.get(below)
                found |= {ref.id for ref in mention.actors} if mention else set()
    return found


def _of_only_party(draft: Draft, token: Token, title: str) -> tuple[ActorRef, ...]:
    """Let "the prime minister" be that of the domestic party, or of the only party named in the sentence."""
    side = draft.domestic or _only_party(draft, token)
    if side is None or title in {"spokesperson", "envoy", "leader", "secretary-general"} | _BARE:
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
    if title in _BARE:
        return _last_minister(draft, seen, actor, title)
    if title in {"spokesperson", "envoy"}:
        return None
    if title != "leader":
        return draft.holder(title, actor)
    for ref in reversed(seen.people):
        if ref.side == actor.name and draft.office_of(ref) in _HEADS_OF_STATE:
            return ref
    if chief := draft.holder("secretary-general", actor):
        return chief
    named = Counter(r.id for m in draft.mentions for r in m.actors)
    heads = [head for t in _HEADS_OF_STATE if (head := draft.holder(t, actor))]
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
            if mention and mention.kind is MentionKind.NAME:
                discourse.organs.update(dict.fromkeys(office, mention.actors[0]))
                return mention.actors
    return ()


def _last_with_title(draft: Draft, discourse: Discourse, title: str) -> tuple[ActorRef, ...]:
    if told := discourse.titles.get(title):
        return (told,)
    for ref in reversed(discourse.people):
        office = draft.office_of(ref)
        if office and (office == title or (title in _BARE and title in office)):
            return (ref,)
        if title == "leader" and office in _HEADS_OF_STATE:
            return (ref,)
    return ()


def _speaking_for(
    draft: Draft, token: Token, discourse: Discourse, title: str
) -> tuple[ActorRef, ...]:
    """Of several who hold an office, take the one whose side acts in what is said, else the last subject.

    "Russia would help, the President promised" is Russia's president, whoever else was named after him.
    """
    if title in _BARE:
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
    return tuple((doing or last)[:1])


def _is_against(draft: Draft, token: Token) -> bool:
    """Say whether a word before the noun sets its people against the side: "Syrian rebel commanders"."""
    against = load_table("people")["against"].words
    return any(draft.tokens[c].lemma in against for c in draft.modifiers(token.i))


def _led_by(draft: Draft, token: Token) -> tuple[Actor, ...]:
    """Return the side of "the Netanyahu government", which has the name of who leads it."""
    names = [c for c in draft.children[token.i] if draft.tokens[c].dep == "compound"]
    known = [mention for c in names if (mention := draft.at.get(c))]
    return tuple(side for m in known for r in m.actors if (side := draft.side_of(r)))


def _is_for_another(draft: Draft, token: Token) -> bool:
    """Say whether a body is "for" a land, which is not whose it is: "the Working Group for Syria"."""
    bodies = load_table("people")["body for"].words
    preps = [draft.tokens[c] for c in draft.children[token.i] if draft.tokens[c].dep == "prep"]
    return bool(forms(token) & bodies) and any(p.lemma in {"for", "on"} for p in preps)


def organ(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let a part of a side act for it: "the Armenian military", "Baku's delegation", then "the army"."""
    organ = forms(token) & load_table("people")["organ"].words
    if not organ or _is_against(draft, token) or _is_for_another(draft, token):
        return ()
    has_article = any(draft.tokens[c].text.lower() == "the" for c in draft.children[token.i])
    named = draft.sides_in(token.i) or draft.sides_sitting_in(token.i)
    sides = named or _led_by(draft, token)
    if sides:
        refs = tuple(ActorRef(s.id, s.name, s.side) for s in sides)
        # "a Netanyahu government" brings up none that "the government" could mean afterwards
        for word in organ if named or has_article else ():
            discourse.organs[word] = refs[0]
        return refs
    has_article |= wages(draft, token)
    before = next((discourse.organs[w] for w in sorted(organ) if w in discourse.organs), None)
    at_home = organ & _AT_HOME and (draft.home or draft.domestic)
    if not before and (at_home or (organ & _OF_STATE and has_article)) and draft.domestic:
        before = ActorRef(draft.domestic.id, draft.domestic.name, draft.domestic.side)
    return (before,) if before and (has_article or organ & _AT_HOME) else ()


def wages(draft: Draft, token: Token) -> bool:
    """Say whether a word before a deed of force tells whose it is: "a government offensive"."""
    head = draft.tokens[token.head]
    return token.dep == "compound" and head.lemma in load_table("incidents")["noun"].words
