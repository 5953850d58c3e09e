"""Demands that a noun makes: "reiterated the need for talks", "international calls to halt the war"."""

from detente.extract.addressees import addressed, called_upon, hearer
from detente.extract.reading import Reading
from detente.extract.roles import agent, agent_side, people_or_sides, unique
from detente.extract.rules import set_off_by
from detente.extract.voiced import said_by
from detente.extract.when import made_on
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, Demand, Plover

_UNITS = frozenset({"hour", "day", "week", "month"})
_PLEAS = frozenset({"call", "appeal", "demand", "plea"})


@set_off_by(lambda: load_table("stance")["demand noun"].words)
def by_noun(reading: Reading, noun: Token) -> Demand | None:
    """Read "reiterated the need for talks", "spoke of the need to talk"."""
    if noun.pos != "NOUN":
        return None
    verb = reading.tokens[noun.head]
    spoken_of = noun.dep == "pobj" and verb.lemma in {"of", "about"}
    if spoken_of:
        verb = reading.tokens[verb.head]
    if noun.dep != "dobj" and not (spoken_of and verb.lemma in {"speak", "talk", "tell"}):
        return None
    goes_on = reading.children(noun.i, "prep", "acl", "advcl") or [
        t for t in reading.children(verb.i, "advcl", "xcomp") if "to" in reading.auxiliaries(t.i)
    ]
    if (
        not goes_on
        or reading.negated(verb.i)
        or not (
            spoken_of
            or verb.lemma in load_table("stance")["express"].words | {"issue", "put", "renew"}
        )
    ):
        return None
    if "to" in reading.auxiliaries(verb.i):  # "asked Moscow to put pressure on them"
        return None
    if verb.lemma in {"have", "make"} and noun.lemma not in {"call", "demand", "appeal"}:
        return None
    by = agent(reading, verb.i)
    return demand(reading, verb, by, called_upon(reading, noun)) if by else None


@set_off_by(lambda: load_table("stance")["own demand"].words)
def by_owned_noun(reading: Reading, noun: Token) -> Demand | None:
    """Read "backed off its demand that Moscow declare a truce", "Baku's call for talks"."""
    if noun.pos != "NOUN":
        return None
    owners = _owners(reading, noun)
    matter = reading.children(noun.i, "acl", "ccomp", "advcl") or [
        p for p in reading.children(noun.i, "prep") if p.lemma in {"for", "to", "on"}
    ]
    if not (owners and matter):
        return None
    return demand(reading, noun, unique(owners), called_upon(reading, noun))


def _owners(reading: Reading, noun: Token) -> list[ActorRef]:
    """Return whose a demand is: "its", "the American", "by Washington", "from the council"."""
    preps = [p for p in reading.children(noun.i, "prep", "agent") if p.lemma in {"by", "from"}]
    ends = [o for p in preps for o in reading.children(p.i, "pobj")]
    owners = [r for t in (*reading.children(noun.i, "poss"), *ends) for r in reading.actors(t.i)]
    beside = reading.children(noun.i, "amod", "compound", "nmod")
    return owners or [r for t in beside for r in reading.actors(t.i)]


@set_off_by(lambda: {"ultimatum", "deadline"} | _UNITS)
def by_ultimatum(reading: Reading, noun: Token) -> Demand | None:
    """Read "gave Tehran an ultimatum", "set a deadline for the army to leave"."""
    verb = reading.tokens[noun.head]
    gives = verb.lemma in {"give", "issue", "set", "hand", "deliver", "impose", "present", "send"}
    time_given = _is_time_given(reading, noun, verb)
    limited = noun.lemma not in _UNITS and noun.dep == "dobj" and gives
    if not (time_given or limited):
        return None
    if reading.negated(verb.i):
        return None
    told = reading.children(verb.i, "dative") + [
        o
        for i in (noun.i, verb.i)
        for p in reading.children(i, "prep", "dative")
        if p.lemma in {"to", "for", "on"}
        for o in reading.children(p.i, "pobj")
    ]
    to = unique(r for t in told for r in addressed(reading, t.i)) or called_upon(reading, noun)
    by = agent(reading, verb.i)
    return demand(reading, verb, by, to) if by and to else None


def _is_time_given(reading: Reading, noun: Token, verb: Token) -> bool:
    """Read "gave Tehran 60 days to agree"."""
    given = verb.lemma == "give" and noun.dep == "dobj" and bool(reading.children(verb.i, "dative"))
    counted = noun.lemma in _UNITS and noun.tag == "NNS"
    acts = [*_infinitives(reading, verb, "advcl", "xcomp"), *_infinitives(reading, noun, "acl")]
    return given and counted and bool(acts)


@set_off_by(lambda: {"be"})
def by_onus(reading: Reading, verb: Token) -> Demand | None:
    """Read "the onus is on Moscow to stop it", "it is up to Hamas to accept"."""
    if verb.lemma != "be" or reading.negated(verb.i):
        return None
    onus = reading.has(verb.i, {"onus", "burden"}, "nsubj")
    up = [t for t in reading.below[verb.i] if t.lemma == "up"]
    if not (onus or up):
        return None
    acts = [t for t in reading.children(verb.i, "xcomp", "ccomp", "advcl") if t.i > verb.i]
    by = unique(reading.said_by(verb.start, verb.end))
    if not by or (up and not acts):
        return None
    preps = reading.children(up[0].i if up else verb.i, "prep")
    ends = [
        o for p in preps if p.lemma in {"on", "to", "with"} for o in reading.children(p.i, "pobj")
    ]
    to = unique(r for o in ends for r in addressed(reading, o.i))
    to = to or unique(
        r for t in acts for s in reading.children(t.i, "nsubj") for r in addressed(reading, s.i)
    )
    return demand(reading, verb, by, to) if to else None


@set_off_by(lambda: _PLEAS | {"pressure"})
def by_unowned_noun(reading: Reading, noun: Token) -> Demand | None:
    """Read "resisted calls to intervene", "international calls for a truce": that somebody asks is told."""
    plural = noun.lemma in _PLEAS and noun.tag == "NNS"
    pressure = noun.lemma == "pressure" and bool(called_upon(reading, noun))
    if not (plural or pressure) or reading.children(noun.i, "poss"):
        return None
    if noun.dep in {"compound", "ROOT"} or reading.has(noun.i, {"no"}, "det"):
        return None
    verb = reading.tokens[noun.head]
    wanted = _infinitives(reading, noun, "acl", "relcl")
    beside = [t for t in _infinitives(reading, verb, "xcomp", "advcl") if t.i > noun.i]
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "for"]
    if not (wanted or beside or of):
        return None
    objects = [o for t in (*wanted, *beside) for o in reading.children(t.i, "dobj")]
    whose = [r for o in objects for p in reading.children(o.i, "poss") for r in reading.actors(p.i)]
    resists = verb.lemma in load_table("stance")["refusal verb"].words | {"face", "ignore"}
    to = called_upon(reading, noun) or unique(whose)
    to = to or (agent_side(reading, verb.i) if resists else ())
    head = noun if wanted or of else verb
    by = unique(_owners(reading, noun)) or tuple(r for r in reading.sides_in(noun.i) if r not in to)
    return demand(reading, head, by, to, of_nobody=True)


def _infinitives(reading: Reading, head: Token, *deps: str) -> list[Token]:
    return [t for t in reading.children(head.i, *deps) if "to" in reading.auxiliaries(t.i)]


@set_off_by(lambda: {"time"})
def by_time(reading: Reading, noun: Token) -> Demand | None:
    """Read "it is time for Israel to make a truce", "the time has come for restraint"."""
    verb = reading.tokens[noun.head]
    if verb.lemma not in {"be", "come"} or reading.negated(verb.i):
        return None
    if noun.dep not in {"attr", "nsubj"} or noun.tag != "NN":
        return None
    beside = reading.children(noun.i, "amod", "nummod", "poss", "compound")
    bare = all(t.lemma == "high" for t in beside)
    below = [
        t
        for i in (noun.i, verb.i)
        for t in reading.children(i, "acl", "advcl", "relcl", "xcomp", "ccomp")
        if "to" in reading.auxiliaries(t.i)
    ]
    wanted = below or [
        p for i in (noun.i, verb.i) for p in reading.children(i, "prep") if p.lemma == "for"
    ]
    speakers = reading.said_by(verb.start, verb.end)
    by = unique(map(reading.side_of, speakers) if reading.sender else speakers)
    if not (bare and wanted and by):
        return None
    asked = [s for t in below for s in reading.children(t.i, "nsubj")]
    to = unique(r for t in asked for r in people_or_sides(reading, t.i))
    return demand(reading, verb, by, to)


def _says_of_what(reading: Reading, verb: Token) -> bool:
    """Read "it is vital that they stop": the clause is what is asked for."""
    due = load_table("stance")["must"].words
    impersonal = reading.has(verb.i, {"it"}, "nsubj")
    return impersonal and any(t.lemma in due for t in reading.children(verb.i, "acomp"))


def demand(
    reading: Reading, verb: Token, by: Actors, to: Actors, *, of_nobody: bool = False
) -> Demand | None:
    """Build the demand that a word makes; nothing where nobody asks and nobody is asked, unless that is said."""
    stance = load_table("stance")
    asking = stance["demand verb"].words | stance["demand verb with object"].words | {"prefer"}
    duty = verb.lemma not in asking and not _says_of_what(reading, verb)
    without = ("parataxis", "conj", "relcl", *(("ccomp",) if duty else ()))
    start, end = reading.passage(verb.i, without=without)
    kept = unique(by)
    to = to or hearer(reading, verb)
    if not kept and not to and not of_nobody:
        return None
    return Demand(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=said_by(reading, verb, (start, end), kept),
        by=kept,
        to=tuple(r for r in to if r not in kept),
        date=made_on(reading, verb, (start, end), kept),
        plover=Plover("DEMAND"),
    )
