"""Refusals: a side declines, rejects, rules out, has not answered, walks out."""

from collections.abc import Iterator

from detente.extract import declining, ruled_out, will_not
from detente.extract.apart import apart
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, patient, people_or_sides, unique
from detente.extract.rules import FirstOf
from detente.extract.voiced import said_by
from detente.extract.when import made_on
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Entry, Plover, Refusal

_SIGNS = FirstOf(
    declining.declines,
    declining.brushes_aside,
    declining.says_no,
    declining.leaves_talks,
    declining.resolves_not_to,
    declining.votes_against,
    will_not.has_no_will,
    will_not.is_unmoved,
    ruled_out.is_unacceptable,
    ruled_out.is_opposed,
    ruled_out.is_refused_by_noun,
    ruled_out.there_is_none,
    ruled_out.has_no_part,
    ruled_out.is_unanswered,
)
# What is so called is refused by whoever says so, and not by what is the subject.
_CALLED = frozenset(
    {"unacceptable", "inadmissible", "intolerable", "impermissible", "negotiable", "option", "line", "table",
     "agenda", "starter", "nonstarter", "question"}
)  # fmt: skip


def refusals(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which a side says no."""
    return apart(_refusal(reading, t) for t in reading.claim_words if _says_no(reading, t))


def _says_no(reading: Reading, token: Token) -> bool:
    if _SIGNS(reading, token):
        return True
    return token.pos in {"VERB", "ADJ"} and will_not.will_not(reading, token)


def _refusal(reading: Reading, token: Token) -> Refusal | None:
    verb = token
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    by = _by(reading, token, verb)
    if not by and _is_of_another(reading, verb):
        return None
    by = by or reading.said_by(verb.start, verb.end)
    if not by or _is_supposed(reading, verb):
        return None
    start, end = reading.passage(verb.i, without=("advcl", "parataxis", "conj", "relcl"))
    return Refusal(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=said_by(reading, token if token.pos == "NOUN" else verb, (start, end), by),
        by=by,
        to=_to(reading, token, verb, by),
        date=made_on(reading, verb, (start, end), by),
        plover=Plover("REJECT"),
    )


def _is_of_another(reading: Reading, verb: Token) -> bool:
    """Read "his aim, Roe said, was to reject everything": somebody's, and not that of the one who says so."""
    return (
        "to" in reading.auxiliaries(verb.i)
        and verb.dep == "xcomp"
        and reading.tokens[verb.head].lemma == "be"
    )


def _is_supposed(reading: Reading, verb: Token) -> bool:
    """Say whether it is only asked about, supposed or denied: "if it rejects the plan", "denied that it refused"."""
    if reading.has(verb.i, {"if", "whether"}, "mark"):
        return True
    above = reading.tokens[verb.head]
    denies = above.lemma in load_table("speech")["denying"].words
    return verb.dep in {"ccomp", "xcomp"} and denies and reality(reading, verb.i) is Reality.DENIED


def _by(reading: Reading, token: Token, verb: Token) -> Actors:
    """Return who says no; nobody where that is whoever speaks."""
    owner = ruled_out.whose_refusal(reading, token) or ruled_out.answerer(reading, token)
    if owner and token.pos == "NOUN":
        return owner
    seen_so = load_table("assessment")
    if verb.lemma in seen_so["view"].words | seen_so["name"].words:  # "sees it as a red line"
        return agent(reading, verb.i)
    if token.lemma in _CALLED:
        return _for_whom(reading, token)
    if token.lemma in {"possible", "impossible"}:
        return ()
    if token.i == verb.i and (
        ruled_out.has_no_part(reading, verb) or will_not.is_unmoved(reading, verb)
    ):
        return ()
    return agent(reading, verb.i)


def _for_whom(reading: Reading, token: Token) -> Actors:
    """Read "is unacceptable to Hamas", "is a red line for Tehran"."""
    around = (token.i, token.head) if token.dep in {"acomp", "attr", "oprd"} else (token.i,)
    below = (p for i in around for p in reading.children(i, "prep"))
    preps = [p for p in below if p.lemma in {"to", "for"}]
    return unique(
        r for p in preps for o in reading.children(p.i, "pobj") for r in reading.actors(o.i)
    )


def _to(reading: Reading, token: Token, verb: Token, by: Actors) -> Actors:
    if will_not.is_unmoved(reading, token):
        return ()
    own = {reading.side_of(r).id for r in by}
    found = patient(reading, verb.i) or _asker(reading, verb) or _met(reading, token, verb)
    return tuple(r for r in found if reading.side_of(r).id not in own and r not in by)


def _asker(reading: Reading, verb: Token) -> Actors:
    """Return whose plan, offer or demand is turned down: "rejected his demand", "the group's offer was rejected"."""
    turned_down = reading.children(verb.i, "dobj", "nsubjpass")
    owners = [o for t in turned_down for o in reading.children(t.i, "poss")]
    offered = [c for t in turned_down for c in reading.children(t.i, "relcl")]
    owners += [s for c in offered for s in reading.children(c.i, "nsubj")]  # "the terms that X put"
    return unique(r for o in owners for r in reading.actors(o.i))


def _met(reading: Reading, token: Token, verb: Token) -> Actors:
    """Return whose offer, presence or act is refused: "allow Iran to enrich", "talks with Kyiv", "role for him"."""
    found = []
    if ruled_out.has_no_part(reading, token):
        found = reading.children(verb.i, "nsubj")
    lets = verb.lemma in load_table("stance")["let"].words
    for clause in reading.children(verb.i, "ccomp", "xcomp") if lets else ():
        found += reading.children(clause.i, "nsubj")
    found += _named_below(reading, token.i) or _named_below(reading, verb.i)
    return unique(r for t in found for r in people_or_sides(reading, t.i))


def _named_below(reading: Reading, i: int, depth: int = 3) -> list[Token]:
    """Return who stands behind "with", "for", "from" or is the object in what is refused to be done."""
    found: list[Token] = []
    travels = reading.tokens[i].lemma in load_table("meetings")["go to"].words | {"send"}
    for part in reading.children(
        i, "prep", "dobj", "attr", "xcomp", "acl", "pcomp", "pobj", "advmod", "prt"
    ):
        if part.dep == "prep" and part.lemma in {"with", "for", "to"} and not travels:
            found += [o for o in reading.children(part.i, "pobj") if reading.actors(o.i)]
        elif part.dep == "dobj" and reading.actors(part.i):
            found += [part]
        if depth and not found:
            found += _named_below(reading, part.i, depth - 1)
    return found
