"""Who is meant by "both sides", "the two leaders", "the four": the parties, or those joined last."""

from detente.annotate.discourse import SUBJECTS, Discourse, group_before
from detente.annotate.draft import Draft
from detente.annotate.names import unlisted
from detente.lexicon import load_table
from detente.lexicon.titles import forms
from detente.model.annotation import Token
from detente.model.entry import ActorRef
from detente.processes.cues import finder_of

BARE = frozenset({"minister", "secretary"})  # words that several offices share
HEADS_OF_STATE = ("president", "prime minister", "leader")
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_RECENT = 6  # mentions of sides that tell of whom a text speaks just now
_PAIR = 2
_DEFINITE = frozenset({"the", "both", "these", "those", "all", "respective", "their"})
# "the two ministries said": each side has one
_BODIES_OF_SIDES = frozenset({"ministry", "army", "military", "presidency"})
_EITHER = frozenset({"neither", "either", "each"})
_MOST_AT_ONCE = 3  # so many are meant without having been joined: "the three"


def is_plural(token: Token) -> bool:
    """Say whether a noun means several."""
    return token.tag in {"NNS", "NNPS"} or token.text.lower() in {"both", "two"}


def collective(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve "both sides", "the two leaders", "the warring parties", "neither side"."""
    if whose := _whose(draft, token):  # "the envoys of both countries"
        return _sides_of(draft, collective(draft, whose, discourse))
    modifiers = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    lower = token.text.lower()
    if lower in NUMBERS and token.dep in SUBJECTS | {"appos", "pobj", "dobj"}:
        return _last_group(draft, discourse, NUMBERS[lower])
    if modifiers & _EITHER and forms(token) & {"side", "party"}:
        return _last_sides(draft, discourse, _PAIR)
    return _by_count(draft, token, discourse, modifiers)


def _by_count(
    draft: Draft, token: Token, discourse: Discourse, modifiers: set[str]
) -> tuple[ActorRef, ...]:
    """Resolve a plural by the word that tells how many: "both sides", "the two leaders"."""
    table = load_table("people")
    title = draft.title_at(token.i)
    counted, lower = modifiers & table["number"].words, token.text.lower()
    if not is_plural(token) or not counted or draft.sides_in(token.i) or lower == "people":
        return ()  # "two people were hurt" are no parties
    if lower in table["states"].words and modifiers == {"the"}:
        return _named_together(draft, token, discourse)
    if "all" in modifiers and forms(token) & table["opposed"].words:
        return (unlisted(f"all {token.text.lower()}"),)  # more than the two whom the profile knows
    number = next((NUMBERS[w] for w in modifiers if w in NUMBERS), 2)
    if title and not modifiers & set(NUMBERS) and token.lemma in table["private"].words:
        return ()  # "the diplomats"
    if title:
        new = token.lemma in table["he or she"].words and not modifiers & _DEFINITE
        new |= token.lemma in table["spoken for"].words
        named = token.lemma not in table["go-between"].words and not new  # "two aides said"
        return _titled_group(draft, discourse, title, number) if named else ()
    numbered = bool(modifiers & set(NUMBERS))
    several = table["collective"].words | (_BODIES_OF_SIDES if numbered else frozenset())
    if forms(token) & several and (numbered or forms(token) & table["opposed"].words):
        if number == 2 and forms(token) & table["land"].words:
            pair = _pair_of_track(draft, token) or _other_pair(draft, discourse)
            return pair or _last_sides(draft, discourse, number)
        return _last_sides(draft, discourse, number)
    return ()


def _whose(draft: Draft, token: Token) -> Token | None:
    """Return the several whose people a noun means: "countries" of "the envoys of both countries"."""
    preps = [draft.tokens[c] for c in draft.children[token.i] if draft.tokens[c].lemma == "of"]
    below = [draft.tokens[c] for p in preps for c in draft.children[p.i]]
    land = load_table("people")["land"].words
    return next((t for t in below if forms(t) & land and _is_counted(draft, t)), None)


def _is_counted(draft: Draft, token: Token) -> bool:
    modifiers = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    return bool(modifiers & set(NUMBERS))


def _named_together(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Take the states that were just named together: "Norway and Spain signed it. The countries said …"."""
    recent = {r.id for r in discourse.sides[-_RECENT:]}
    countries = {place.name for place in draft.process.places if place.kind == "country"}
    for group in (group_before(draft, token), *reversed(discourse.groups[-2:])):
        if len(group) > 1 and all(r.id in recent and r.name in countries for r in group):
            return group
    return ()


def _last_group(draft: Draft, discourse: Discourse, number: int) -> tuple[ActorRef, ...]:
    """Take the last group of so many that was joined, else of two or three those named last."""
    for group in reversed(discourse.groups):
        if len(group) == number:
            return group
    if number > _MOST_AT_ONCE:
        return ()
    people = discourse.last_people(number)
    return people if len(people) == number else _last_sides(draft, discourse, number)


def _titled_group(
    draft: Draft, discourse: Discourse, title: str, number: int
) -> tuple[ActorRef, ...]:
    """Take the persons last named who hold such an office, else the office holders of the parties."""
    offices = HEADS_OF_STATE if title == "leader" else (title,)
    joined_last = (
        g
        for g in reversed(discourse.groups)
        if len(g) == number > _PAIR and all(_may_hold(draft, r, offices, title) for r in g)
    )
    if group := next(joined_last, ()):  # "the three leaders": of the three that were named together
        return group
    fitting = [r for r in reversed(discourse.people) if _holds_one(draft, r, offices, title)]
    parties = {
        a.name for p in draft.process.parties if (a := draft.index.actors.get(p)) is not None
    }
    of_parties = [r for r in fitting if r.side in parties]
    for people in (of_parties, fitting):  # "the two leaders" are the parties' before any others
        found = tuple({r.id: r for r in people}.values())[:number]
        if len(found) == number:
            return tuple(reversed(found))
    # those of the sides whose other people were named: "the three deputy ministers" after three presidents
    return _sides_of(draft, _last_sides(draft, discourse, number))


def _sides_of(draft: Draft, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Put the sides in the place of their people."""
    sides = ((r, draft.side_of(r)) for r in refs)
    return tuple(ActorRef(s.id, s.name, s.side) if s else r for r, s in sides)


def _may_hold(draft: Draft, ref: ActorRef, offices: tuple[str, ...], title: str) -> bool:
    """Say whether nothing is known against it: the three presidents are no "three deputy ministers"."""
    return draft.office_of(ref) is None or _holds_one(draft, ref, offices, title)


def _holds_one(draft: Draft, ref: ActorRef, offices: tuple[str, ...], title: str) -> bool:
    office = draft.office_of(ref) or ""
    return office in offices or (title in BARE and title in office)


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


def _pair_of_track(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return between whom the one track runs that the sentence is about, where the profile names a pair for it."""
    sentence = next(s for s in draft.sentences if s.first <= token.i < s.last)
    cued = finder_of(draft.process).find(draft.words(sentence.first, sentence.last))
    pair = next((t.between for t in draft.process.tracks if cued == (t.id,)), ())
    known = [draft.index.actors[a] for a in pair if a in draft.index.actors]
    return tuple(ActorRef(a.id, a.name, a.side) for a in known) if len(known) == _PAIR else ()


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
