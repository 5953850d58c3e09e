"""Refusals: a side declines, rejects, rules out, has not answered, walks out."""

from collections.abc import Iterator

from detente.extract.reading import Reading
from detente.extract.roles import agent, behind, patient_side
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Entry, Plover, Refusal

# A denied fact is a statement; these objects of "reject" are claims and no offers.
_FACTS = frozenset(
    {
        "claim",
        "accusation",
        "allegation",
        "report",
        "charge",
        "assertion",
        "criticism",
        "suggestion",
    }
)


def refusals(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which a side says no."""
    taken: list[tuple[int, int]] = []
    for token in reading.tokens:
        if not (_by_verb(reading, token) or _by_denial(reading, token) or _by_word(reading, token)):
            continue
        refusal = _refusal(reading, token)
        if refusal is None:
            continue
        start, end = refusal.evidence[0].start, refusal.evidence[0].end
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            yield refusal


def _by_verb(reading: Reading, verb: Token) -> bool:
    if verb.pos != "VERB" or verb.lemma not in load_table("stance")["refusal verb"].words:
        return False
    if reading.negated(verb.i) or verb.dep in {"amod", "compound"}:
        return False
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    if objects & _FACTS:
        return False
    if verb.lemma == "rule":
        return reading.has(verb.i, {"out"}, "prt", "advmod", "prep")
    if verb.lemma in {"decline", "refuse"}:
        said = {t.lemma for t in reading.children(verb.i, "xcomp")}
        return bool(
            reading.children(verb.i, "xcomp", "dobj") or agent(reading, verb.i)
        ) and not said & {"comment", "say", "elaborate"}
    by_whom = verb.dep in {"acl", "conj"} and reading.children(verb.i, "agent")
    return bool(objects or by_whom or reading.children(verb.i, "ccomp", "xcomp", "prep"))


def _by_denial(reading: Reading, verb: Token) -> bool:
    """Read "will not allow", "cannot accept", "has not responded", "is not ready to"."""
    table = load_table("stance")
    if verb.lemma not in table["unwilling"].words or not reading.children(verb.i, "neg"):
        above = reading.tokens[verb.head]
        return (
            verb.lemma in {"ready", "willing", "prepared"}
            and verb.dep == "acomp"
            and bool(reading.children(above.i, "neg"))
            and bool(agent(reading, above.i))
        )
    helpers = reading.auxiliaries(verb.i)
    if verb.lemma in {"want", "intend", "plan"}:
        return bool(reading.children(verb.i, "xcomp"))
    if verb.lemma == "give":
        return any(
            t.lemma in {"response", "answer", "consent", "reply"}
            for t in reading.children(verb.i, "dobj")
        )
    if verb.lemma in {"respond", "answer"}:
        return bool(agent(reading, verb.i))
    return bool(helpers & {"will", "wo", "can", "ca", "would", "shall"}) and bool(
        agent(reading, verb.i)
    )


def _by_word(reading: Reading, token: Token) -> bool:
    if token.lemma not in load_table("stance")["unacceptable"].words:
        return False
    if token.lemma in {"refusal", "rejection"}:
        return bool(reading.children(token.i, "poss") and reading.children(token.i, "acl", "prep"))
    return token.dep in {"acomp", "attr", "oprd"}


def _refusal(reading: Reading, token: Token) -> Refusal | None:
    verb = token
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    owners = [r for p in reading.children(token.i, "poss") for r in reading.actors(p.i)]
    by = tuple(owners) or agent(reading, verb.i)
    by = by if token.lemma not in {"unacceptable", "inadmissible"} else ()
    by = by or reading.said_by(verb.start, verb.end)
    if not by:
        return None
    start, end = reading.passage(verb.i, without=("advcl", "parataxis", "conj", "relcl"))
    return Refusal(
        document=reading.doc.document.id,
        evidence=reading.evidence(start, end),
        said_by=behind(reading, verb.i, (start, end)),
        by=by,
        to=patient_side(reading, verb.i),
        plover=Plover("REJECT"),
    )
