"""Charges that no verb of accusing makes: "put the blame on", "its accusation that", "is the aggressor", "hides behind"."""

from dataclasses import dataclass

from detente.extract.accused import of_whom, whose
from detente.extract.onlookers import are_onlookers
from detente.extract.reading import Reading
from detente.extract.roles import agent, people_or_sides, unique, words_of
from detente.extract.rules import FirstOf, set_off_by
from detente.extract.wrongs import is_unreal, is_wrong
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

_STATES = frozenset({"be", "remain", "become", "lie", "rest", "fall"})
_AT = frozenset({"at", "on", "upon", "against", "with", "to", "into", "for"})


@dataclass(frozen=True, slots=True)
class Charge:
    """Who charges whom, by the head of the clause that says so."""

    head: Token
    by: Actors
    to: Actors
    span: tuple[int, int] | None = None


def _blaming() -> frozenset[str]:
    table = load_table("stance")
    lash = table["lash out"]
    words = table["hold to account"].words | table["put on"].words | lash.words
    return words | {p[0] for p in lash.phrases}


@set_off_by(_blaming)
def by_blame(reading: Reading, verb: Token) -> Charge | None:
    """Read "held Baku responsible", "put the blame on Hamas", "lashed out at him", "pointed the finger at Kyiv"."""
    table = load_table("stance")
    if verb.pos != "VERB" or reading.negated(verb.i) or is_unreal(reading, verb):
        return None
    objects = reading.children(verb.i, "dobj", "nsubjpass")
    blamed: list[Token] = []
    if verb.lemma in table["hold to account"].words:
        clauses = reading.children(verb.i, "oprd", "acomp", "ccomp", "xcomp")
        called = [t for t in clauses if t.lemma in table["to blame"].words]
        inner = [s for t in called for s in reading.children(t.i, "nsubj")]
        blamed = (objects or inner) if called else []
    elif words_of(reading, objects) & table["blame"].words:
        if verb.lemma in table["put on"].words:
            blamed = [o for t in (verb, *objects) for o in _aimed_at(reading, t)]
            blamed = blamed or _scolded(reading, objects)
    elif (
        _forms(reading, verb) & set(table["lash out"].phrases)
        or verb.lemma in table["lash out"].words
    ):
        blamed = _aimed_at(reading, verb)
    by = agent(reading, verb.i)
    to = unique(r for t in blamed for r in of_whom(reading, t))
    return Charge(verb, by, to) if by and to else None


def _scolded(reading: Reading, nouns: list[Token]) -> list[Token]:
    """Return whom "a rebuke of the ministry" and "a reprimand to it" are meant for."""
    scoldings = [t for t in nouns if t.lemma in {"reprimand", "rebuke", "criticism", "censure"}]
    preps = [p for t in scoldings for p in reading.children(t.i, "prep") if p.lemma in {"of", "to"}]
    return [o for p in preps for o in reading.children(p.i, "pobj")]


def _forms(reading: Reading, verb: Token) -> set[tuple[str, ...]]:
    return {tuple(f.split()) for f in reading.verb_forms(verb.i)}


def _aimed_at(reading: Reading, top: Token, depth: int = 2) -> list[Token]:
    """Return who stands behind "on", "at", "against" below a word."""
    found: list[Token] = []
    for prep in reading.children(top.i, "prep"):
        ends = reading.children(prep.i, "pobj")
        if prep.lemma in _AT:
            found += [o for o in ends if people_or_sides(reading, o.i)]
        elif depth and not found:
            found += [o for e in ends for o in _aimed_at(reading, e, depth - 1)]
    return found


@set_off_by(lambda: {"trade", "exchange", "swap"})
def by_trading(reading: Reading, verb: Token) -> Charge | None:
    """Read "the two traded blame for the clash"."""
    blame = load_table("stance")["blame"].words
    if not any(t.lemma in blame for t in reading.children(verb.i, "dobj")):
        return None
    both = agent(reading, verb.i)
    return Charge(verb, both, both) if len(both) > 1 else None


def _alleging() -> frozenset[str]:
    return load_table("stance")["charge noun"].words | load_table("stance")["allege"].words


@set_off_by(_alleging)
def by_alleging(reading: Reading, verb: Token) -> Charge | None:
    """Read "alleged that the army had shelled the camp", "its accusation that Moscow had taken children"."""
    table = load_table("stance")
    noun = verb.pos == "NOUN" and verb.lemma in table["charge noun"].words
    if not noun and not (verb.pos == "VERB" and verb.lemma in table["allege"].words):
        return None
    clauses = (
        reading.children(verb.i, "ccomp", "acl", "relcl")
        if noun
        else reading.children(verb.i, "ccomp")
    )
    doing = [s for c in clauses for s in reading.children(c.i, "nsubj") if c.i > verb.i]
    to = unique(r for s in doing for r in people_or_sides(reading, s.i))
    if noun:
        doubtful = verb.lemma == "claim" and not any(is_wrong(reading, c) for c in clauses)
        by = whose(reading, verb) or reading.sides_in(verb.i) or _from(reading, verb)
        by = () if doubtful else by
        inside = sorted(reading.doc.subtree(verb.i))
        span = (reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)
        return Charge(verb, by, to, span) if by and to and _apart(reading, by, to) else None
    by = () if reading.negated(verb.i) else agent(reading, verb.i)
    return Charge(verb, by, to) if by and to and _apart(reading, by, to) else None


def _from(reading: Reading, noun: Token) -> Actors:
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma == "from"]
    ends = [o for p in preps for o in reading.children(p.i, "pobj")]
    return unique(r for o in ends for r in people_or_sides(reading, o.i))


def _apart(reading: Reading, by: Actors, to: Actors) -> bool:
    """Say whether who charges is of another side than who is charged."""
    ours = {reading.side_of(r).id for r in by}
    return not ours & {reading.side_of(r).id for r in to}


@set_off_by(lambda: _STATES)
def by_culprit(reading: Reading, verb: Token) -> Charge | None:
    """Read "Baku is the aggressor", "responsibility lies with Kyiv", "is not serious about peace", said by another."""
    if verb.pos not in {"VERB", "AUX"}:
        return None
    speakers = unique(reading.said_by(verb.start, verb.end))
    speakers = () if are_onlookers(reading, speakers) else speakers
    subject = reading.subject(verb.i) if speakers else None
    if subject is None or is_unreal(reading, verb):
        return None
    table = load_table("stance")
    to: Actors = ()
    denied = bool(reading.children(verb.i, "neg"))
    if subject.lemma in table["blame"].words and verb.lemma in {"lie", "rest", "fall", "be"}:
        ends = _aimed_at(reading, verb)
        to = () if denied else unique(r for o in ends for r in people_or_sides(reading, o.i))
    elif verb.lemma in {"be", "remain", "become"}:
        called = reading.children(verb.i, "attr", "acomp")
        culprit = any(t.lemma in table["culprit"].words for t in called) and not denied
        earnest = any(t.lemma in table["in earnest"].words for t in called) and denied
        to = people_or_sides(reading, subject.i) if culprit or earnest else ()
        if not denied and not to:  # "this is the fault of the army"
            faults = [t for t in called if t.lemma in table["fault"].words]
            to = unique(r for t in faults for r in whose(reading, t))
    known = any(r.listed for r in to)
    return Charge(verb, speakers, to) if known and _apart(reading, speakers, to) else None


def _wronging() -> frozenset[str]:
    table, incidents = load_table("stance"), load_table("incidents")
    groups = (
        incidents["assault"],
        incidents["kill"],
        incidents["destroy"],
        table["harm"],
        table["ill deed"],
    )
    return frozenset(w for g in groups for w in (*g.words, *(p[0] for p in g.phrases)))


@set_off_by(_wronging)
def by_ill_deed(reading: Reading, verb: Token) -> Charge | None:
    """Read "Russia was hitting hospitals", "uses hunger as a weapon", "hides behind civilians", said by another."""
    if verb.pos != "VERB":
        return None
    speakers = unique(reading.said_by(verb.start, verb.end))
    if not speakers or reading.negated(verb.i) or is_unreal(reading, verb):
        return None
    if are_onlookers(reading, speakers):
        return None
    if not (_harms_the_shielded(reading, verb) or _is_ill(reading, verb)):
        return None
    to = agent(reading, verb.i)
    known = any(r.listed for r in to)
    return Charge(verb, speakers, to) if known and _apart(reading, speakers, to) else None


def _harms_the_shielded(reading: Reading, verb: Token) -> bool:
    """Say whether force is used on those whom the law shields, or wilfully."""
    incidents, table = load_table("incidents"), load_table("stance")
    forms = reading.verb_forms(verb.i)
    harms = any(forms & incidents[g].words for g in ("assault", "kill", "destroy")) or bool(
        forms & table["harm"].words
    )
    objects = [*reading.children(verb.i, "dobj"), *_struck(reading, verb)]
    inside = [reading.tokens[j] for t in objects for j in reading.doc.subtree(t.i)]
    shielded = any(t.lemma in table["shielded"].words for t in inside)
    wilful = reading.has(verb.i, table["wilfully"].words, "advmod")
    # one deed that is told with its day or its toll is an incident
    counted = any(t.pos == "NUM" for t in inside) or bool(reading.times_of(verb.i))
    habit = verb.tag in {"VBG", "VBZ", "VBP"} and not counted
    return harms and (wilful or (shielded and habit))


def _struck(reading: Reading, verb: Token) -> list[Token]:
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma in {"on", "at"}]
    return [o for p in preps for o in reading.children(p.i, "pobj")]


def _is_ill(reading: Reading, verb: Token) -> bool:
    """Say whether a verb with its object, particle or aim is a charge by itself: "plays for time", "steals aid"."""
    table = load_table("stance")["ill deed"]
    near = [*reading.children(verb.i, "dobj", "prt", "advmod", "prep", "xcomp", "nsubjpass")]
    ends = [o for t in (*near, verb) for o in reading.children(t.i, "prep", "pobj")]
    below = {
        t.lemma for t in (*near, *ends, *(o for e in ends for o in reading.children(e.i, "pobj")))
    }
    if any(set(phrase[1:]) <= below for phrase in table.begun_by(verb.lemma)):
        return True
    return verb.lemma in table.words and bool(reading.children(verb.i, "dobj", "prep"))


CHARGES = FirstOf(by_blame, by_trading, by_alleging, by_culprit, by_ill_deed)
