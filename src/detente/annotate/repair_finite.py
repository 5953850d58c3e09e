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
    objects = {t.head for t in tokens if t.dep == "dobj" and t.head < t.i}
    for verb in tokens:
        if verb.tag != "VBN" or verb.dep != "acl" or verb.i not in objects:
            continue
        noun = tokens[verb.head]
        if noun.i > verb.i or any(
            t.head == verb.i and t.dep in {"auxpass", "agent"} for t in tokens
        ):
            continue
        says = tokens[noun.head]
        if noun.dep == "ROOT" and _harms(verb):
            mended[verb.i] = verb._replace(tag="VBD", dep="ROOT", head=verb.i)
        elif noun.dep == "nsubj" and says.i > verb.i and _has_other_subject(tokens, says, noun):
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


def _has_other_subject(tokens: Sequence[Token], says: Token, noun: Token) -> bool:
    others = (t for t in tokens if t.head == says.i and t.dep in _SUBJECTS and t.i != noun.i)
    return says.lemma in load_table("speech")["say"].words and any(t.i > noun.i for t in others)


def _harms(verb: Token) -> bool:
    table = load_table("incidents")
    return any(verb.lemma in table[name].words for name in _HARMS)
