"""Nouns of promising and of aims: "its readiness to sign", "the commitment to withdraw", "our aim is to"."""

from functools import cache

from detente.extract.promised import giver, is_force
from detente.extract.reading import Reading
from detente.extract.roles import people_or_sides, unique
from detente.extract.rules import set_off_by
from detente.lexicon import Table, load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Strength

_NOUNS = ("readiness noun", "pledge noun", "hope noun")


def strength_of(table: Table, names: tuple[str, ...], token: Token) -> Strength | None:
    """Return how firmly a word of these groups binds."""
    ranked = _ranked(table.name, names)
    found = [ranked[form] for form in (token.lemma, token.text.lower()) if form in ranked]
    return min(found)[1] if found else None


@cache
def _ranked(table: str, names: tuple[str, ...]) -> dict[str, tuple[int, Strength]]:
    """Return how firmly the words of these groups bind, and the number of the first group of each."""
    groups = [(n, load_table(table)[name]) for n, name in enumerate(names)]
    return {
        word: (n, Strength(group.traits["strength"]))
        for n, group in reversed(groups)
        for word in group.words
    }


def by_noun(reading: Reading, token: Token) -> Strength | None:
    """Read "declared a willingness to sign", "Armenia's readiness to recognise"."""
    if token.pos != "NOUN":
        return None
    if token.lemma in _CONSENT:
        return Strength.PLEDGE if _consents(reading, token) else None
    table = load_table("stance")
    strength = strength_of(table, _NOUNS, token)
    if strength is None or not reading.children(token.i, "acl", "prep"):
        return None
    if _is_complained_of(reading, token, table):
        return None
    above = reading.tokens[token.head]
    expressed = token.dep in {"dobj", "conj"} and above.lemma in table["express"].words
    owned = bool(reading.children(token.i, "poss") or sides_before(reading, token))
    pledged = strength is Strength.PLEDGE and token.dep in {"nsubj", "nsubjpass"}
    owned = owned or (pledged and bool(giver(reading, token)))
    if reading.negated(above.i) or reading.has(token.i, {"any", "no"}, "det"):
        return None
    to_do = [t for t in reading.children(token.i, "acl") if "to" in reading.auxiliaries(t.i)]
    if pledged or token.lemma == "commitment":  # "Kyiv's commitment to peace holds"
        to_do += [p for p in reading.children(token.i, "prep") if p.lemma == "to"]
    if strength is Strength.HOPE:  # "rebel hopes of taking the city"
        of = [p for p in reading.children(token.i, "prep") if p.lemma == "of"]
        to_do += [v for p in of for v in reading.children(p.i, "pcomp")]
        return strength if owned and to_do else None
    return strength if expressed or (owned and to_do) else None


_CONSENT = frozenset({"agreement", "consent", "acceptance", "assent"})


def _consents(reading: Reading, noun: Token) -> bool:
    """Read "Khartoum's agreement to let the convoy pass": one side agrees to what another asks."""
    owners = [*reading.children(noun.i, "poss"), *giver(reading, noun)]
    sides = {reading.side_of(r).id for t in owners for r in people_or_sides(reading, t.i)}
    to_do = [t for t in reading.children(noun.i, "acl") if "to" in reading.auxiliaries(t.i)]
    to_do += [p for p in reading.children(noun.i, "prep") if p.lemma == "to"]
    above = reading.tokens[noun.head]
    wanted = above.lemma in {"need", "require", "seek", "want", "demand", "secure", "win", "await"}
    return len(sides) == 1 and bool(to_do) and not wanted


def _is_complained_of(reading: Reading, noun: Token, table: Table) -> bool:
    """Read "complained of French plans to arm Armenia", which is a charge."""
    above = reading.tokens[noun.head]
    if noun.dep != "pobj":
        return False
    while above.dep == "pobj" or (above.dep in {"prep", "conj"} and above.pos == "ADP"):
        above = reading.tokens[above.head]
    return above.lemma in table["allege"].words


def sides_before(reading: Reading, noun: Token) -> Actors:
    """Return whose a plan is by the words before it: "a US plan to build a guard"."""
    named = [
        r for t in reading.children(noun.i, "amod", "compound", "nmod") for r in reading.actors(t.i)
    ]
    return unique(map(reading.side_of, named))


@set_off_by(lambda: load_table("stance")["aim"].words)
def by_aim(reading: Reading, token: Token) -> Strength | None:
    """Read "our aim is to sign", "the goal of the mission is to reopen the road"."""
    verb = reading.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma != "be":
        return None
    to_do = [
        t
        for t in reading.children(verb.i, "xcomp", "ccomp", "attr")
        if "to" in reading.auxiliaries(t.i)
    ]
    owned = (
        reading.children(token.i, "poss") or sides_before(reading, token) or giver(reading, token)
    )
    forceful = any(is_force(reading, t) for t in to_do)
    denied = reading.negated(verb.i)
    return Strength.HOPE if owned and to_do and not forceful and not denied else None
