"""Demands: a side asks, urges or insists that another act, or that something be done."""

from collections.abc import Iterator

from detente.extract.addressees import addressed, asked_of, doer, wished_of
from detente.extract.apart import VERBAL, apart
from detente.extract.asking_nothing import (
    is_means,
    is_of_things,
    muses,
    points_elsewhere,
    serves,
    shoves,
)
from detente.extract.demand_nouns import (
    by_noun,
    by_onus,
    by_owned_noun,
    by_time,
    by_ultimatum,
    by_unowned_noun,
    demand,
)
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, agent_side, people_or_sides, unique
from detente.extract.rules import FirstOf, set_off_by
from detente.extract.wanting import by_wanting
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Demand, Entry

_DUE = frozenset({"necessary", "imperative", "essential", "critical", "vital", "crucial"})
_OUGHT = frozenset({"must", "should", "ought"})
_BOUND = frozenset({"need", "have", "bear", "ought"})  # "need to", "bear the responsibility to"
_PERHAPS = frozenset({"may", "might", "could"})
_OBLIGING = frozenset({"VERB", "AUX", "ADJ"})
_CALLS = frozenset({"call", "ask", "press", "insist"})
_SEEKS = frozenset({"seek", "extract"})
_FOSTERS = frozenset({"encourage", "advocate", "want"})
# "one side seeks more, while the other insists on less": whoever it is, it is not the one who says so
_SOMEBODY = frozenset({"other", "others", "another", "one", "they", "he", "she", "some", "many"})


def demands(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which one asks another to act."""
    return apart(
        _OF_VERBS(reading, t) if t.pos in VERBAL else _OF_OTHERS(reading, t)
        for t in reading.claim_words
    )


def _asking() -> frozenset[str]:
    stance = load_table("stance")
    groups = ("demand verb", "demand verb with object", "win over")
    return (_CALLS | _SEEKS | _FOSTERS).union(*(stance[name].words for name in groups))


@set_off_by(_asking)
def _by_verb(reading: Reading, verb: Token) -> Demand | None:
    """Read "urged both sides to return", "called for an end to the blockade", "demanded that"."""
    if verb.pos != "VERB":
        return None
    table = load_table("stance")
    plain = verb.lemma in table["demand verb"].words and _has_matter(reading, verb)
    tried = verb.lemma in table["win over"].words and "to" in reading.auxiliaries(verb.i)
    tried = tried and any(r.listed for r in asked_of(reading, verb))
    told = tried or verb.lemma in table["demand verb with object"].words
    told = (
        told and _tells(reading, verb) and not (verb.lemma == "expect" and reading.negated(verb.i))
    )
    told = told or _warns_off(reading, verb)
    calls = verb.lemma in _CALLS and bool(_called(reading, verb))
    if not (plain or told or calls or _fosters(reading, verb)):
        return None
    ahead = reading.has(verb.i, {"ahead", "on", "forward"}, "advmod", "prt") and not calls
    force = load_table("incidents")["noun"].words
    if verb.lemma in {"press", "push"} and shoves(reading, verb, force):
        return None
    needed = verb.lemma in {"need", "require"} and bool(reading.children(verb.i, "nsubjpass"))
    if ahead or needed or reality(reading, verb.i) is Reality.DENIED:
        return None
    if is_means(reading, verb) or is_of_things(reading, verb) or points_elsewhere(reading, verb):
        return None
    by = _by_paper(reading, verb) or doer(reading, verb.i)
    subject = reading.subject(verb.i)
    if not by and subject is not None and subject.text.lower() in _SOMEBODY:
        return None
    by = by or reading.said_by(verb.start, verb.end)
    passive = verb.tag == "VBN" and not reading.children(
        verb.i, "agent", "nsubjpass", "aux", "auxpass"
    )
    if passive:  # "when pressed": by nobody, of nobody
        return None
    return demand(reading, verb, by, asked_of(reading, verb))


def _by_paper(reading: Reading, verb: Token) -> Actors:
    """Return whose paper asks: "their statement calls for a truce", "a letter from the ministers urging"."""
    speech = load_table("speech")
    paper = reading.subject(verb.i)
    if paper is None or paper.lemma not in speech["paper"].words | speech["text"].words:
        return ()
    preps = [p for p in reading.children(paper.i, "prep") if p.lemma in {"of", "by", "from"}]
    ends = [o for p in preps for o in reading.children(p.i, "pobj")]
    owners = [*reading.children(paper.i, "poss"), *ends]
    return unique(r for t in owners for r in people_or_sides(reading, t.i))


def _fosters(reading: Reading, verb: Token) -> bool:
    """Read "encouraged direct talks between the neighbours", "sought guarantees"."""
    seeks = verb.lemma in _SEEKS
    if not (seeks or verb.lemma in _FOSTERS) or not agent(reading, verb.i):
        return False
    stance = load_table("stance")
    wanted = load_table("meetings")["firm noun"].words | stance["deal noun"].words
    wanted = stance["sought"].words if seeks else wanted
    objects = reading.children(verb.i, "dobj")
    return any(t.lemma in wanted or t.text.lower() in wanted for t in objects)


def _has_matter(reading: Reading, verb: Token) -> bool:
    return bool(reading.children(verb.i, "xcomp", "ccomp", "dobj", "prep", "advcl", "nsubjpass"))


def _tells(reading: Reading, verb: Token) -> bool:
    """Say whether somebody is told to do something: an object with an infinitive, or a clause of another's."""
    for clause in reading.children(verb.i, "ccomp", "xcomp"):
        subject = reading.children(clause.i, "nsubj")
        infinitive = "to" in reading.auxiliaries(clause.i)
        told = reading.children(verb.i, *_told(verb))
        if infinitive and (subject or told) and _is_other(reading, verb, subject or told):
            return True
    return False


def _warns_off(reading: Reading, verb: Token) -> bool:
    """Read "warned Tehran against sending arms"."""
    warns = verb.lemma in {"warn", "caution"} and reading.has(verb.i, {"against"}, "prep")
    return warns and any(people_or_sides(reading, t.i) for t in reading.children(verb.i, "dobj"))


def _told(verb: Token) -> tuple[str, ...]:
    """Return how who is told hangs from a verb: "was asked to" asks; "is expected to" foresees."""
    asks = verb.lemma not in {"expect", "need", "require", "like", "hope", "want", "invite"}
    return ("dobj", "dative", *(("nsubjpass",) if asks else ()))


def _is_other(reading: Reading, verb: Token, told: list[Token]) -> bool:
    """Say whether who is told is no part of who tells: an army ordered to advance is asked for nothing."""
    refs = people_or_sides(reading, told[0].i)
    asked = {reading.side_of(r).id for r in refs}
    asking = {reading.side_of(r).id for r in agent(reading, verb.i)}
    orders = verb.lemma in {"order", "command", "direct", "task", "instruct"}
    passive = told[0].dep == "nsubjpass"
    if told[0].dep != "nsubj" and not (orders or passive):
        return not asked or not asked <= asking
    known = any(r.listed for r in refs) or not (orders or passive)
    return bool(asked) and known and not asked <= asking


def _called(reading: Reading, verb: Token) -> list[Token]:
    below = reading.children(verb.i, "prep")
    # "On the eve of the summit, Macron called Zelensky", "called him on Friday": on nobody
    dated = {t.token for t in reading.times_of(verb.i)}
    preps = [p for p in below if p.lemma in {"for", "on", "upon"}]
    preps = [p for p in preps if dated.isdisjoint(reading.doc.subtree(p.i)) or p.lemma == "for"]
    preps = [p for p in preps if p.i > verb.i or not reading.has(p.i, {"eve", "sideline"}, "pobj")]
    if reading.children(verb.i, "nsubjpass") and reading.children(verb.i, "xcomp"):
        preps += reading.children(verb.i, "prt")  # "was called on to accept"
    return preps or (wished_of(reading, verb) if verb.lemma == "call" else [])


@set_off_by(lambda: {"hope", "expect", "want", "prefer"})
def _by_hoping(reading: Reading, verb: Token) -> Demand | None:
    """Read "hoped that Armenian authorities would clarify" as asked of the other side."""
    if verb.pos != "VERB" or reading.negated(
        verb.i
    ):  # "does not expect Moscow to accept": a judgement
        return None
    for clause in reading.children(verb.i, "ccomp"):
        subject = reading.children(clause.i, "nsubj")
        would = reading.auxiliaries(clause.i) & {"would", "will", "to"} or verb.lemma == "prefer"
        if (
            subject
            and would
            and _is_other(reading, verb, subject)
            and people_or_sides(reading, subject[0].i)
        ):
            by = agent_side(reading, verb.i)
            to = people_or_sides(reading, subject[0].i)
            if by and not set(by) & set(map(reading.side_of, to)):
                return demand(reading, verb, by, to)
    return None


def _by_command(reading: Reading, verb: Token) -> Demand | None:
    """Read "Ignore them", said between quotation marks: a bare verb without a subject."""
    bare = verb.tag == "VB" and verb.dep in {"ROOT", "ccomp", "conj", "parataxis", "advcl"}
    if not bare or verb.lemma in load_table("speech")["no command"].words:
        return None
    helpers = reading.children(verb.i, "aux", "auxpass", "nsubj", "nsubjpass", "expl", "mark")
    if [t for t in helpers if t.lemma != "do"] or not reading.children(verb.i, "dobj", "prep"):
        return None
    first = min(reading.doc.subtree(verb.i))
    opens = first == verb.i or reading.tokens[first].pos in {"PUNCT", "INTJ", "CCONJ"}
    quoted = any(q.start <= verb.start < q.end for q in reading.doc.quotations)
    joined = verb.dep == "conj" and not _by_command(reading, reading.tokens[verb.head])
    by = reading.said_by(verb.start, verb.end)
    if joined or not (opens and quoted) or not any(r.listed or r.side for r in by):
        return None
    return demand(reading, verb, unique(by), ())


def _by_duty(reading: Reading, verb: Token) -> Demand | None:
    """Read "Yerevan must give up", "talks need to resume": said of another's act, or of nobody's."""
    if not _may_oblige(reading, verb):
        return None
    helpers = {t.text.lower() for t in reading.children(verb.i, "aux")}
    below = reading.children(verb.i, "xcomp", *(("advcl",) if verb.lemma == "need" else ()))
    needs = verb.lemma in {"need", "have", "ought"} and any(
        "to" in reading.auxiliaries(t.i) for t in below
    )
    objects = reading.children(verb.i, "dobj")
    holds = verb.dep == "relcl" and all(t.tag in {"WDT", "WP"} for t in objects)
    if verb.lemma == "have" and (verb.tag in {"VBD", "VBN"} or holds):
        return None  # "the levers that they have to press him"
    needs = needs or (
        verb.lemma in {"have", "bear"}
        and any(
            t.lemma in {"responsibility", "duty", "obligation"} and reading.children(t.i, "acl")
            for t in reading.children(verb.i, "dobj")
        )
    )
    # "parts needed to build it", "Europe might need to act": a guess
    needs = needs and verb.tag != "VBN" and not helpers & _PERHAPS
    due = verb.lemma in _DUE and verb.dep == "acomp" and not _is_relative(reading, verb)
    due = due and not serves(reading, verb)
    if "have" in helpers and helpers & _OUGHT:  # "should have been made": a regret
        return None
    if verb.tag == "VBG" and {"must", "be"} <= helpers:  # "must be laughing": a guess
        return None
    if muses(reading, verb, due=due, needs=needs):
        return None
    if not (helpers & _OUGHT or needs or due) or (needs and reading.negated(verb.i)):
        return None
    if _is_inverted(reading, verb):
        return None
    speakers = reading.said_by(verb.start, verb.end)
    to = _bound(reading, verb, due=due)
    sides = unique(map(reading.side_of, speakers))
    own = bool(to) and {reading.side_of(r).id for r in to} <= {r.id for r in sides}
    if own or not (speakers or to):
        return None
    by = sides if reading.sender else unique(speakers)
    head = reading.tokens[verb.head] if due else verb
    return demand(reading, head, by, to)


def _may_oblige(reading: Reading, verb: Token) -> bool:
    """Say whether a word is worth a look: most have no helper of duty and are none of the few words."""
    if verb.pos not in _OBLIGING or verb.dep in {"aux", "auxpass"}:
        return False
    told = verb.lemma in _BOUND or verb.lemma in _DUE
    return told or any(t.text.lower() in _OUGHT for t in reading.children(verb.i, "aux"))


def _bound(reading: Reading, verb: Token, *, due: bool) -> Actors:
    """Return who must act: the subject, "by X" of the passive, whoever "it is vital that X" names."""
    if due:
        above = reading.tokens[verb.head]
        clauses = reading.children(above.i, "ccomp", "xcomp", "advcl")
        told = [s for c in clauses for s in reading.children(c.i, "nsubj")]
        return unique(r for s in told for r in addressed(reading, s.i))
    if reading.children(verb.i, "expl"):
        return ()
    ends = [o for a in reading.children(verb.i, "agent") for o in reading.children(a.i, "pobj")]
    if by_whom := unique(r for o in ends for r in addressed(reading, o.i)):
        return by_whom
    subject = reading.subject(verb.i)
    freed = load_table("stance")[
        "shielded"
    ].words  # "the hostages must be freed" asks nothing of them
    asked = subject is not None and subject.lemma not in freed
    return addressed(reading, subject.i) if subject and asked else ()


def _is_inverted(reading: Reading, verb: Token) -> bool:
    """Read "a response should they advance", which asks for nothing."""
    first = min((t.i for t in reading.children(verb.i, "nsubj", "nsubjpass")), default=verb.i)
    helpers = [t.i for t in reading.children(verb.i, "aux") if t.text.lower() == "should"]
    return verb.dep in {"advcl", "acl"} and any(i < first for i in helpers)


def _is_relative(reading: Reading, adjective: Token) -> bool:
    """Read "what is necessary", which asks for nothing."""
    return any(t.tag in {"WP", "WDT"} for t in reading.children(adjective.head, "nsubj"))


_OF_VERBS = FirstOf(
    _by_verb,
    _by_hoping,
    by_wanting,
    _by_duty,
    by_unowned_noun,
    _by_command,
    by_ultimatum,
    by_onus,
)
_OF_OTHERS = FirstOf(
    _by_duty, by_noun, by_owned_noun, by_unowned_noun, _by_command, by_time, by_ultimatum
)  # fmt: skip
