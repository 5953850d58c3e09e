"""Those who fell, counted: "the dead include two medics", "the toll rose to 36", "were among the dead"."""

from detente.extract.captivity import is_person
from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token


def counts_fallen(reading: Reading, noun: Token) -> Token | None:
    """Return the verb by which the fallen are told or counted."""
    table = load_table("incidents")
    fallen = table["fallen"].words
    word = noun.text.lower() if noun.lemma not in fallen else noun.lemma
    if word not in fallen:
        return None
    above = reading.tokens[noun.head]
    if noun.dep in {"oprd", "acomp", "ccomp"}:  # "left twelve soldiers dead", "were found dead"
        told = above.lemma in table["found dead"].words
        if above.lemma == "be":  # "the commander is dead"
            return (
                above
                if any(is_person(reading, t) for t in reading.children(above.i, "nsubj"))
                else None
            )
        return above if told and reading.children(above.i, "dobj", "nsubjpass") else None
    if noun.dep == "pobj" and above.lemma in {"among", "amongst"}:
        verb = reading.tokens[above.head]
        return verb if verb.lemma == "be" else None
    if (
        noun.dep not in {"nsubj", "nsubjpass"}
        or above.lemma not in load_table("stance")["tally"].words
    ):
        return None
    return above if above.lemma != "be" or _tells_number(reading, noun, above) else None


def loses_life(reading: Reading, verb: Token) -> bool:
    """Read "two soldiers lost their lives", "the army lost 50 tanks": the subject is whom it befell."""
    table = load_table("incidents")
    lost = {"life", "lives"} | (table["armed"].words - table["noun"].words)
    return verb.lemma == "lose" and reading.has(verb.i, lost, "dobj")


def _tells_number(reading: Reading, noun: Token, verb: Token) -> bool:
    """Say whether the verb names who they are or how many: "the victims were three medics"."""
    named = reading.children(verb.i, "attr")
    people = noun.lemma != "toll" and any(reading.children(t.i, "nummod") for t in named)
    return people or any(t.pos == "NUM" for t in named)
