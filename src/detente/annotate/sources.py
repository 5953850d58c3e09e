"""Whose words "it said" gives: of the paper that was just named, or of the body that spoke before."""

from collections.abc import Sequence

from detente.annotate.discourse import SUBJECTS, is_person, joined
from detente.annotate.draft import Draft
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef

_BODIES = frozenset({MentionKind.SIDE, MentionKind.SEAT, MentionKind.ROLE, MentionKind.UNNAMED})


def source_of(draft: Draft, tokens: Sequence[Token]) -> tuple[ActorRef, ...] | None:
    """Return whom an "it" that speaks in the next sentence means; empty where the text does not tell.

    Nothing at all where the sentence names no paper and no body that speaks.
    """
    says = load_table("speech")["say"].words
    papers = load_table("speech")["paper"].words
    for token in tokens:
        if token.lemma in papers and token.dep in {"dobj", "nsubjpass"} and token.pos == "NOUN":
            above = draft.tokens[token.head]
            if above.lemma in load_table("speech")["issue"].words:
                return _owner(draft, token) or _subject(draft, above)
    for token in tokens:
        subject = token.dep in SUBJECTS and draft.tokens[token.head].lemma in says
        if subject and not draft.is_quoted(token.i) and _is_body(draft, token):
            return joined(draft, token.i)
        if token.lemma in {"accord", "according"} and (told := _told_by(draft, token)):
            return told
    return None


def unnamed_speaker(draft: Draft, subjects: Sequence[Token]) -> tuple[ActorRef, ...]:
    """Return for whom the sentence's unnamed speaker speaks: "an official", "a spokeswoman for the mayor"."""
    says = load_table("speech")["say"].words
    for token in subjects:
        if draft.tokens[token.head].lemma in says and (who := unnamed_person(draft, token)):
            return who
    return ()


def unnamed_person(draft: Draft, noun: Token) -> tuple[ActorRef, ...]:
    """Return for whom a noun stands that means one person without a name."""
    people = load_table("people")
    mention = draft.at.get(noun.i)
    if mention is None or noun.tag != "NN" or noun.lemma not in people["he or she"].words:
        return ()
    if mention.kind not in {MentionKind.ROLE, MentionKind.UNNAMED}:
        return ()
    known = noun.lemma not in people["office"].words
    return () if known and any(is_person(draft, r) for r in mention.actors) else mention.actors


def speaks(draft: Draft, pronoun: Token) -> bool:
    """Say whether a pronoun is the subject of a main verb of saying, asking or judging."""
    verb = draft.tokens[pronoun.head]
    if pronoun.dep != "nsubj" or verb.dep not in {"ROOT", "conj", "parataxis", "ccomp"}:
        return False
    speech, stance = load_table("speech"), load_table("stance")
    asks = stance["demand verb"].words | stance["condemn"].words | stance["accuse"].words
    return verb.lemma in speech["say"].words | asks


def employer(draft: Draft, subjects: Sequence[Token]) -> tuple[ActorRef, ...]:
    """Return the body of "Ada Roe, a spokeswoman for the Forum" and of "Ada Roe of the Forum"."""
    for token in subjects:
        mention = draft.at.get(token.i)
        if mention is None or mention.kind is not MentionKind.NAME:
            continue
        for below in draft.below(token.i):
            beside = draft.at.get(below)
            if beside and beside.kind is MentionKind.SIDE and len(beside.actors) == 1:
                return beside.actors
    return ()


def _is_body(draft: Draft, token: Token) -> bool:
    """Say whether a speaker is an office, a ministry or the like, which "it" can mean."""
    people = load_table("people")
    mention = draft.at.get(token.i)
    if token.pos == "PRON" or mention is None:
        return False
    named = mention.kind in {MentionKind.SIDE, MentionKind.SEAT}
    return named or (
        token.tag not in {"NNS", "NNPS"}
        and mention.kind in _BODIES
        and token.lemma in people["organ"].words | people["office"].words
    )


def _owner(draft: Draft, paper: Token) -> tuple[ActorRef, ...]:
    for child in draft.children[paper.i]:
        if draft.tokens[child].dep in {"poss", "compound", "amod"} and (
            who := joined(draft, child)
        ):
            return who
    return ()


def _subject(draft: Draft, verb: Token) -> tuple[ActorRef, ...]:
    while verb.dep == "conj" and verb.head != verb.i and not _own_subject(draft, verb):
        verb = draft.tokens[verb.head]
    return tuple(r for t in _own_subject(draft, verb) for r in joined(draft, t.i))


def _own_subject(draft: Draft, verb: Token) -> list[Token]:
    below = [draft.tokens[c] for c in draft.children[verb.i]]
    agents = [draft.tokens[o] for t in below if t.dep == "agent" for o in draft.children[t.i]]
    return agents or [t for t in below if t.dep == "nsubj"]


def _told_by(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the body behind "according to"."""
    for prep in (token.i, *draft.children[token.i]):
        for below in draft.children[prep]:
            if draft.tokens[below].dep == "pobj" and _is_body(draft, draft.tokens[below]):
                return joined(draft, below)
    return ()
