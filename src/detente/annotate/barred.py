"""Whom a pronoun cannot mean: in one clause an object is another than the subject, unless it says "itself".

This is principle B of the theory of binding (Chomsky 1981), for the objects that hang from the verb itself: in
"Israel rejected attacks on it" the pronoun stands inside a noun, and may well mean Israel.
"""

from detente.annotate.discourse import SUBJECTS, joined
from detente.annotate.draft import Draft
from detente.model.annotation import Token

_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_LINKS = frozenset({"prep", "agent", "dative", "prt"})
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl"})


def barred(draft: Draft, token: Token) -> frozenset[str]:
    """Return the ids of those whom a pronoun that is an object cannot mean: the subject of its own verb."""
    if token.dep not in _OBJECTS or token.text.lower().endswith(("self", "selves")):
        return frozenset()
    verb = draft.tokens[token.head]
    while verb.dep in _LINKS and verb.pos in {"ADP", "PART", "SCONJ"}:
        verb = draft.tokens[verb.head]
    if verb.pos not in {"VERB", "AUX"}:
        return frozenset()
    return frozenset(ref.id for i in _subjects(draft, verb) for ref in joined(draft, i))


def _subjects(draft: Draft, verb: Token) -> list[int]:
    """Return the subject of a verb, its own or the one that it shares with the verb above."""
    for _ in range(4):
        own = [i for i in draft.children[verb.i] if draft.tokens[i].dep in SUBJECTS]
        above = draft.tokens[verb.head]
        if own or verb.dep not in _SHARES_SUBJECT:
            return own
        told = [i for i in draft.children[above.i] if draft.tokens[i].dep == "dobj"]
        if verb.dep == "xcomp" and told:  # "asked Baku to attack it"
            return told
        verb = above
    return []
