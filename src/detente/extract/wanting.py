"""What a side wants done or gone: "wants every sanction lifted", "insists that they leave", "wants him out"."""

from detente.extract.demand_nouns import demand
from detente.extract.reading import Reading
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.rules import set_off_by
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Demand

_WANTS = frozenset({"want", "need"})
_GONE = frozenset({"out", "gone", "off", "away"})  # "wants the president out of power"


@set_off_by(lambda: _WANTS | load_table("stance")["insist that"].words)
def by_wanting(reading: Reading, verb: Token) -> Demand | None:
    """Read "wants every sanction lifted", "insists that the soldiers leave"."""
    if verb.pos != "VERB" or reading.negated(verb.i):
        return None
    by = agent(reading, verb.i)
    if not by:
        return None
    for clause in reading.children(verb.i, "ccomp", "xcomp"):
        subject = reading.children(clause.i, "nsubj", "nsubjpass")
        done = verb.lemma in _WANTS and clause.tag == "VBN" and bool(subject)
        bare = clause.tag in {"VB", "VBP"} and not reading.children(clause.i, "aux")
        must = verb.lemma in load_table("stance")["insist that"].words and bare and bool(subject)
        if (done or must) and not _is_own(reading, verb, subject[0]):
            return demand(reading, verb, by, people_or_sides(reading, subject[0].i))
    gone = verb.lemma == "want" and reading.has(
        verb.i, _GONE, "prep", "advmod", "acomp", "oprd", "prt"
    )
    wanted = reading.children(verb.i, "dobj")
    for clause in reading.children(verb.i, "ccomp"):  # "want the generals out of politics"
        if verb.lemma == "want" and clause.lemma in _GONE:
            gone, wanted = True, wanted + reading.children(clause.i, "nsubj")
    them = [r for t in wanted for r in people_or_sides(reading, t.i)]
    if gone and them and not {r.id for r in them} & {r.id for r in by}:
        return demand(reading, verb, by, unique(them))
    return None


def _is_own(reading: Reading, verb: Token, subject: Token) -> bool:
    asked = {reading.side_of(r).id for r in people_or_sides(reading, subject.i)}
    asking = {reading.side_of(r).id for r in agent(reading, verb.i)}
    return bool(asked) and asked <= asking
