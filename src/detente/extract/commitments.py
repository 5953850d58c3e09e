"""Commitments: a side is bound or open to do something."""

from collections.abc import Iterator

from detente.extract.apart import VERBAL, apart
from detente.extract.binding import binds_itself, is_of_crowd
from detente.extract.binding_nothing import binds_nobody
from detente.extract.decided import (
    arranged_for,
    by_arrangement,
    by_decision,
    by_doing,
    by_going_to,
    by_own_passive,
    by_will,
    whose_decision,
)
from detente.extract.declining import resolves_not_to
from detente.extract.promised import (
    bound_to,
    by_giving_word,
    due_by,
    giver,
    is_for_reporters,
    is_force,
    is_long_done,
    who_promises,
)
from detente.extract.promised_nouns import by_aim, by_noun, sides_before, strength_of
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.rules import FirstOf, set_off_by
from detente.extract.threats import threatened_by
from detente.extract.voiced import said_by
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Commitment, Entry, Plover, Strength

_ADJECTIVES = ("readiness adjective", "pledge adjective", "hope adjective")
_VERBS = ("pledge verb", "readiness verb", "hope verb")
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPEN_PHRASES = frozenset({"look", "reserve"})  # "look forward to", "reserve the right to"
_ACCEPTS = frozenset({"accept", "approve", "endorse"})
_AGREES = frozenset({"agree", "consent"})


def commitments(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which a side binds itself, is ready or hopes to do something."""
    return apart(_commitment(reading, head, strength) for head, strength in _cores(reading))


def _cores(reading: Reading) -> Iterator[tuple[Token, Strength]]:
    for token in reading.claim_words:
        told = _OF_VERBS if token.pos in VERBAL else _OF_OTHERS
        strength = told(reading, token)
        if strength and not _is_conditional_clause(reading, token) and _is_told(reading, token):
            yield token, strength


def _is_told(reading: Reading, token: Token) -> bool:
    """Say whether a side is told to bind itself, and not that it might: "the option of Iran committing"."""
    gates = {"hinge", "depend", "require"}
    above = [reading.tokens[j].lemma for j in reading.doc.ancestors(token.i)][:3]
    if token.pos == "NOUN" and gates & set(above):
        return False
    helpers = reading.auxiliaries(token.i)
    predicate = reading.tokens[token.head] if token.dep == "acomp" else token
    above_it = reading.tokens[predicate.head].lemma
    if predicate.dep == "ccomp" and above_it in {"deny", "refute"}:  # "denied that it was bound"
        return False
    if is_long_done(reading, token) or binds_nobody(reading, token):
        return False
    # "vowed a crushing response" is a threat
    if any(threatened_by(reading, o) for o in reading.children(token.i, "dobj")):
        return False
    may = helpers & {"might", "may", "could", "should"}
    gerund = token.tag == "VBG" and token.dep == "pcomp"
    return not may and not gerund


def _by_adjective(reading: Reading, token: Token) -> Strength | None:
    """Read "is ready to", "is committed to", "remains willing to"."""
    if token.pos not in {"ADJ", "VERB"} or token.tag in {"VBD", "VBZ", "VBP", "VB", "VBG"}:
        return None
    table = load_table("stance")
    strength = strength_of(table, _ADJECTIVES, token)
    if strength is None or _denied(reading, token) or token.text.lower() == "opened":
        return None
    above = reading.tokens[token.head]
    goes_on = reading.children(token.i, "xcomp", "prep", "advcl", "ccomp") or [
        t for t in reading.children(above.i, "xcomp", "advcl") if t.i > token.i
    ]
    predicative = token.dep in {
        "acomp",
        "conj",
        "xcomp",
        "oprd",
        "ROOT",
        "ccomp",
        "attr",
    } and above.pos in {"AUX", "VERB", "ADJ"}
    if token.lemma == "commit" and reading.children(token.i, "agent"):
        return None  # "atrocities committed by both"
    if any(is_force(reading, t) for t in goes_on if t.dep != "prep"):
        return None  # "is poised to attack"
    if token.lemma in table["stay bound"].words and above.lemma not in {"remain", "stay", "keep"}:
        return None  # "is engaged in heavy fighting"
    if token.tag == "VBN" and token.dep == "acl" and strength is Strength.PLEDGE:
        goes_on = [
            t for t in goes_on if t.dep == "xcomp" or t.lemma == "to"
        ]  # no deeds "committed by"
    # "rebels willing to lay down their arms"
    behind_noun = token.dep in {"amod", "acl"} and above.i < token.i and above.pos in _NOUNS
    return strength if goes_on and (predicative or behind_noun or token.tag == "VBN") else None


def _by_verb(reading: Reading, token: Token) -> Strength | None:
    """Read "pledged to open", "plans to return", "hopes to sign"; what another should do is no commitment."""
    strength = strength_of(load_table("stance"), _VERBS, token) if token.pos == "VERB" else None
    opens = token.pos == "VERB" and token.lemma in _OPEN_PHRASES
    if not (strength or opens) or _denied(reading, token):
        return None
    if phrase := _by_phrase(reading, token):
        return phrase
    if resolves_not_to(reading, token):  # "vowed not to lay down its arms" declines
        return None
    wanted = strength is Strength.HOPE and is_of_crowd(reading, token)
    return strength if strength and not wanted and binds_itself(reading, token) else None


def _by_phrase(reading: Reading, verb: Token) -> Strength | None:
    """Read "look forward to", "reserved the right to"."""
    forms = reading.verb_forms(verb.i)
    if "look forward" in forms:
        ends = [o for p in reading.children(verb.i, "prep") for o in reading.children(p.i, "pcomp")]
        polite = load_table("stance")["itinerary"].words | {"host", "welcome", "work"}
        return Strength.HOPE if ends and not any(t.lemma in polite for t in ends) else None
    rights = [
        t
        for t in reading.children(verb.i, "dobj")
        if t.lemma == "right"
        and not any(is_force(reading, c) for c in reading.children(t.i, "acl"))
    ]
    return Strength.READINESS if verb.lemma == "reserve" and rights else None


@set_off_by(lambda: _ACCEPTS | _AGREES)
def _by_agreeing(reading: Reading, token: Token) -> Strength | None:
    """Read one side that agrees to a proposal, or accepts it, as a pledge."""
    if token.pos != "VERB":
        return None
    infinitive = "to" in reading.auxiliaries(token.i)
    given = infinitive and reading.tokens[token.head].lemma == "give"  # "gave him a week to accept"
    if given or (infinitive and reading.children(token.i, "nsubj")):
        return None  # "time for them to accept"
    offer = load_table("stance")["offer"].words
    if token.lemma in _ACCEPTS:
        taken = any(t.lemma in offer for t in reading.children(token.i, "dobj", "nsubjpass"))
        if reality(reading, token.i) in {Reality.DEMANDED, Reality.WISHED, Reality.CONDITIONAL}:
            return None  # "must accept the deal", "pressed Hamas to accept it"
        return Strength.PLEDGE if taken and not _denied(reading, token) else None
    if _denied(reading, token):
        return None
    if len(agent(reading, token.i)) != 1:
        return None
    goes_on = reading.children(token.i, "xcomp") or [
        p for p in reading.children(token.i, "prep") if p.lemma == "to"
    ]
    return Strength.PLEDGE if goes_on else None


def _denied(reading: Reading, token: Token) -> bool:
    above = reading.tokens[token.head]
    return reading.negated(token.i) or (
        above.pos in {"AUX", "VERB"}
        and token.dep in {"acomp", "xcomp"}
        and reading.negated(above.i)
    )


def _is_conditional_clause(reading: Reading, token: Token) -> bool:
    heads = [token.i, token.head]
    return any(
        reading.has(i, {"if", "unless", "whether", "when", "how", "why"}, "mark", "advmod")
        for i in heads
    )


def _commitment(reading: Reading, head: Token, strength: Strength) -> Commitment | None:
    by = _deciding(reading, head) or _by(reading, head)
    if not by:
        return None
    start, end = _span(reading, head)
    if is_for_reporters(reading.text[start:end]):
        return None
    telling = said_by(reading, head, (start, end), by)
    if strength is Strength.HOPE and _is_adversarys(reading, by, telling):
        return None
    return Commitment(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=telling,
        by=by,
        to=bound_to(reading, start, end, by),
        strength=strength,
        due=due_by(reading, start, end),
        plover=Plover("AGREE", "promise"),
    )


def _is_adversarys(reading: Reading, by: Actors, said_by: Actors) -> bool:
    """Say whether one party tells what the other wants: "Baku wants war", he said."""
    parties = set(reading.process.parties)
    wanting, telling = ({reading.side_of(r).id for r in them} & parties for them in (by, said_by))
    return bool(wanting and telling) and not wanting & telling


def _deciding(reading: Reading, head: Token) -> Actors:
    """Return whose a decision is, or who says that a thing will be done."""
    if head.lemma == "decision":
        return whose_decision(reading, head)
    if by_arrangement(reading, head):
        return unique(map(reading.side_of, arranged_for(reading, head)))
    return unique(reading.said_by(head.start, head.end)) if by_own_passive(reading, head) else ()


def _by(reading: Reading, head: Token) -> Actors:
    owner = reading.children(head.i, "poss") or giver(reading, head)
    if head.pos == "NOUN" and owner:
        return unique(map(reading.side_of, people_or_sides(reading, owner[0].i)))
    if (
        head.pos == "NOUN"
        and reading.children(head.i, "acl")
        and (sides := sides_before(reading, head))
    ):
        return sides
    if head.pos == "ADJ" and head.dep in {"amod", "acl"}:
        return unique(map(reading.side_of, people_or_sides(reading, head.head)))
    if promiser := who_promises(reading, head):
        return promiser
    verb = head
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    described = head.pos == "ADJ" or (head.tag == "VBN" and head.dep == "acomp")
    if head.dep in {"acomp", "xcomp", "oprd"} and described:
        verb = reading.tokens[head.head]
    found = agent(reading, verb.i) or agent(reading, head.i)
    if not found and strength_of(load_table("stance"), _ADJECTIVES, head):
        bound = reading.children(head.i, "nsubjpass")  # "we are determined, with our friends, to"
        found = unique(r for t in bound for r in people_or_sides(reading, t.i))
    singular = any(reading.tokens[t].text.lower() == "i" for t in reading.doc.children[verb.i])
    persons = [r for r in found if r.side and r.side != r.name]
    if singular or persons:
        return found
    return unique(map(reading.side_of, found))


def _span(reading: Reading, head: Token) -> tuple[int, int]:
    verb = head
    while verb.pos in {"ADJ", "NOUN"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    if head.lemma == "decision":  # the noun with what is decided says it all
        inside = sorted(reading.doc.subtree(head.i))
        return reading.trim(reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)
    top = verb if verb.pos in {"VERB", "AUX"} else head
    return reading.passage(top.i, without=("parataxis", "conj", "relcl"))


_OF_VERBS = FirstOf(
    _by_adjective,
    _by_verb,
    _by_agreeing,
    by_will,
    by_decision,
    by_own_passive,
    by_going_to,
    by_doing,
    by_arrangement,
)
_OF_OTHERS = FirstOf(_by_adjective, by_noun, by_aim, by_decision, by_giving_word, by_arrangement)
