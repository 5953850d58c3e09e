"""Who speaks without a name: "analysts", "an Armenian lawmaker", a surname of one named in full before."""

from functools import lru_cache

from detente.annotate.collectives import is_plural
from detente.annotate.discourse import SUBJECTS, Discourse, is_person
from detente.annotate.draft import Draft
from detente.annotate.names import plain, unlisted
from detente.annotate.organs import OF_STATE
from detente.lexicon import load_table
from detente.lexicon.titles import forms
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef
from detente.model.profile import ActorKind, Process

_SPEAKING = SUBJECTS | {"agent", "pobj"}
_ACTING = _SPEAKING | {"conj"}
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "many"})
# a shorter word is as soon a common word as a surname
_SHORTEST_SURNAME = 4


def known_by_surname(token: Token, discourse: Discourse) -> ActorRef | None:
    """Return the person named in full before whose surname this is."""
    if not token.text[0].isupper() or len(token.text) < _SHORTEST_SURNAME or token.pos == "ADJ":
        return None
    word = plain(token.text)
    return next((r for r in reversed(discourse.people) if _surname(r.name) == word), None)


def known_by_forename(draft: Draft, token: Token, discourse: Discourse) -> ActorRef | None:
    """Return the person named in full before whom a title and a first name mean: "Dame Ada", "Sir John"."""
    before = draft.tokens[token.i - 1].text.lower() if token.i else ""
    if before not in load_table("names")["knighted"].words:
        return None
    word = plain(token.text)
    full = (r for r in reversed((*discourse.sides, *discourse.people)) if " " in r.name)
    return next((r for r in full if word in plain(r.name).split()), None)


@lru_cache(maxsize=512)
def _surname(name: str) -> str | None:
    names = plain(name).split()
    return names[-1] if len(names) > 1 else None


def private(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Keep the words of a person of a side who does not speak for it: "a Western diplomat"."""
    if token.dep not in _ACTING or forms(token).isdisjoint(load_table("people")["private"].words):
        return ()
    words = {draft.tokens[c].text.lower() for c in draft.children[token.i]}
    if not words & _INDEFINITE:
        return ()
    sides = draft.sides_in(token.i)
    return (_in_words(draft, token, sides[0].name),) if len(sides) == 1 else ()


def press(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Keep the words of a side's press: "Syrian state media" is no act of Syria."""
    if token.dep not in _ACTING:
        return ()
    if forms(token).isdisjoint(load_table("people")["press"].words):
        return ()
    sides = draft.sides_in(token.i)
    return (_in_words(draft, token, sides[0].name),) if len(sides) == 1 else ()


def unnamed(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Keep the words of a speaker whom the outlet does not name."""
    relayed = token.dep == "dobj" and draft.tokens[token.head].lemma in {"quote", "cite"}
    speaks = token.dep in _SPEAKING or relayed
    if not speaks or token.pos not in {"NOUN", "ADJ"}:
        return ()
    people = load_table("people")
    if not forms(token) & (people["unnamed"].words | people["rank"].words):
        return ()
    if _counts_deeds(draft, token):
        return ()
    if person := _known_by_trade(draft, token, discourse):
        return (person,)
    if leaders := _led_by(draft, token):
        return leaders
    if employer := _employer(draft, token):
        return employer
    return (_called_again(draft, token, discourse),)


def _called_again(draft: Draft, token: Token, discourse: Discourse) -> ActorRef:
    """Let "the medics" be those whom the text called "city medics" before."""
    word = token.text.lower()
    bare = [draft.tokens[c].text.lower() for c in draft.children[token.i]] == ["the"]
    if bare and word in discourse.called:
        return discourse.called[word]
    ref = _in_words(draft, token, _served(draft, token, discourse))
    if ref.name.lower() != word:
        discourse.called[word] = ref
    return ref


def _counts_deeds(draft: Draft, token: Token) -> bool:
    """Read "many of its attacks", who are nobody."""
    of = [c for c in draft.children[token.i] if draft.tokens[c].lemma == "of"]
    deeds = load_table("incidents")["noun"].words
    return any(draft.tokens[o].lemma in deeds for c in of for o in draft.children[c])


def _employer(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the body that an unnamed official speaks for: "a health official at the relief agency"."""
    if token.tag != "NN" or not forms(token) & load_table("people")["spoken for"].words:
        return ()
    for prep in draft.children[token.i]:
        if draft.tokens[prep].lemma in {"at", "for", "with", "from", "of"}:
            for below in draft.children[prep]:
                mention = draft.at.get(below)
                if mention and mention.kind is MentionKind.SIDE and len(mention.actors) == 1:
                    return mention.actors
    return ()


def _served(draft: Draft, token: Token, discourse: Discourse) -> str | None:
    """Return the side of "a Syrian military source", "army officials": whoever speaks for it unnamed."""
    if _fought_for(draft, token):
        return None
    sides = draft.sides_in(token.i)
    if sides:
        return (sides[0].side or sides[0].name) if len(sides) == 1 else None
    parts = load_table("people")["organ"].words
    for child in draft.children[token.i]:
        part = draft.tokens[child]
        if part.dep in {"compound", "amod"} and part.lemma in parts & OF_STATE:
            return _whose(draft, part, discourse)
    return None


def _whose(draft: Draft, part: Token, discourse: Discourse) -> str | None:
    """Return the side whose army or government was spoken of last, else the state that tells or acts."""
    if before := discourse.organs.get(part.lemma):
        return before.side
    states = {place.name for place in draft.process.places if place.kind == "country"}
    acting = [r.side for r in discourse.subject if r.side in states]
    domestic = draft.home or (None if acting else draft.domestic)
    return domestic.name if domestic else next(iter(acting), None)


def _led_by(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Let "Hamas-led militants" act for who leads them; who is "backed" by another acts for himself."""
    for child in draft.children[token.i]:
        if draft.tokens[child].text.lower() != "led":
            continue
        for below in draft.children[child]:
            mention = draft.at.get(below)
            if mention and mention.actors and below < child:
                return mention.actors
    return ()


def _in_words(draft: Draft, token: Token, side: str | None = None) -> ActorRef:
    """Refer to somebody by the words before a noun and the noun."""
    first = token.i
    for child in draft.children[token.i]:
        if child < token.i and draft.tokens[child].dep in {"amod", "compound", "nmod", "nummod"}:
            # the whole of "Turkish-backed", and not its last part
            first = min(first, child, *draft.below(child))
        elif draft.tokens[child].dep == "poss" and _is_unplaced(draft, child):
            first = min(first, child, *draft.below(child))  # "Roe's family"
    if draft.tokens[first].text.lower() == "other" and first < token.i:
        first += 1
    side = side or _fought_for(draft, token)
    words = draft.words(first, token.i + 1)
    # a capital that only opens the sentence makes no name
    named = draft.tokens[first].pos == "PROPN" or draft.tokens[first].tag == "JJ"
    return unlisted(words if named else words[0].lower() + words[1:], side=side)


def _is_unplaced(draft: Draft, i: int) -> bool:
    """Say whether a token is a name that means no land, no town and no side of the profile."""
    mention = draft.at.get(i)
    placed = mention and (
        mention.place or any(not is_person(draft, r) for r in mention.actors if r.listed)
    )
    return draft.tokens[i].pos == "PROPN" and not placed


def opposed(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the side of "rebel" in "rebel positions", where the profile knows such a side."""
    if token.lemma not in load_table("people")["against"].words:
        return ()
    called = (
        side
        for form in (f"{token.lemma}s", token.lemma)
        if (side := _side_called(draft.process, form))
    )
    sides = (a for name in called for a in draft.process.actors if a.name == name)
    return tuple(ActorRef(a.id, a.name, a.side) for a in sides)[:1]


def _fought_for(draft: Draft, token: Token) -> str | None:
    """Return the side of "a rebel commander", "opposition officials", where the profile knows such a side."""
    against = load_table("people")["against"].words
    told = [draft.tokens[c] for c in (token.i, *draft.children[token.i])]
    for word in (t for t in told if t.lemma in against):
        for form in (f"{word.lemma}s", word.lemma):
            if side := _side_called(draft.process, form):
                return side
    return None


@lru_cache(maxsize=256)
def _side_called(process: Process, word: str) -> str | None:
    named = (a.name for a in process.actors if a.kind is ActorKind.SIDE and word in a.aliases)
    return next(named, None)


def _known_by_trade(draft: Draft, token: Token, discourse: Discourse) -> ActorRef | None:
    """Let "the expert", "the diplomat" mean the person outside the profile who was named last."""
    definite = any(draft.tokens[c].text.lower() == "the" for c in draft.children[token.i])
    bare = not any(draft.tokens[c].dep in {"amod", "prep", "acl"} for c in draft.children[token.i])
    if not (definite and bare) or is_plural(token) or token.pos != "NOUN":
        return None
    if token.lemma in load_table("people")["as one"].words:  # "the government" is no person
        return None
    if forms(token) & load_table("people")["rank"].words and (last := discourse.person_subject):
        # "Blinken spoke. The mayor denied it": who holds another office is no mayor
        elsewhere = forms(token) & load_table("people")["seat"].words
        return None if elsewhere and draft.office_of(last) else last
    return next((r for r in reversed(discourse.people) if not r.listed), None)
