"""Participles that are finite verbs, and infinitives that are nouns: "strikes killed 55 people, medics said"."""

from collections.abc import Sequence

from detente.lexicon import load_table
from detente.model.annotation import Token

_HARMS = ("assault", "kill", "destroy", "seize", "detain", "expel")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def free_finite_verbs(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Make a participle with an object of its own the verb of the noun before it.

    Told by a noun that is left as one subject too many of a verb of saying, or as the root of the sentence:
    "strikes [that were] killed 55 people" is no reading of either.
    """
    mended = list(tokens)
    saying = load_table("speech")["say"].words
    objects = {t.head for t in tokens if t.dep == "dobj" and t.head < t.i}
    passive = {t.head for t in tokens if t.dep in {"auxpass", "agent"}}
    last_subject = {t.head: t.i for t in tokens if t.dep in _SUBJECTS}
    for verb in tokens:
        if verb.tag != "VBN" or verb.dep != "acl" or verb.i not in objects:
            continue
        noun = tokens[verb.head]
        if noun.i > verb.i or verb.i in passive:
            continue
        says = tokens[noun.head]
        if noun.dep == "ROOT" and _harms(verb):
            mended[verb.i] = verb._replace(tag="VBD", dep="ROOT", head=verb.i)
        elif (
            noun.dep == "nsubj"
            and says.i > verb.i
            and says.lemma in saying
            and last_subject[says.i] > noun.i
        ):
            mended[verb.i] = verb._replace(tag="VBD", dep="ccomp", head=says.i)
        else:
            continue
        mended[noun.i] = noun._replace(dep="nsubj", head=verb.i)
    return tuple(mended)


def name_fire(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Make a noun of "fire" in "subjected the posts to fire", of which the parser makes an infinitive."""
    mended = list(tokens)
    for verb in tokens:
        to = tokens[verb.i - 1]
        above = tokens[verb.head]
        if verb.lemma != "fire" or verb.tag != "VB" or to.text.lower() != "to":
            continue
        if above.lemma == "subject" and above.pos == "VERB" and above.i < to.i:
            mended[to.i] = to._replace(tag="IN", pos="ADP", dep="prep", head=above.i)
            mended[verb.i] = verb._replace(tag="NN", pos="NOUN", dep="pobj", head=to.i)
    return tuple(mended)


def _harms(verb: Token) -> bool:
    table = load_table("incidents")
    return any(verb.lemma in table[name].words for name in _HARMS)
