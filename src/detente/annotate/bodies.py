"""Names of bodies that the model cuts short, and the short forms of those named in full."""

from collections.abc import Iterator

from detente.annotate.draft import Draft
from detente.lexicon import load_table
from detente.model.annotation import Mention, MentionKind, Token
from detente.model.entry import ActorRef

_INSIDE = frozenset({"of", "and", "the", "on", "against", "for", "in"})
_TIES = frozenset({"for", "against"})
_SHORT = (2, 7)  # letters of an acronym
_FULL = 2


def body_spans(draft: Draft) -> Iterator[tuple[int, int]]:
    """Give the names of bodies that work for something: "the Syrian Organisation for Human Rights"."""
    bodies = load_table("people")["body for"].words
    for token in draft.tokens:
        if not token.text[0].isupper() or token.lemma.lower() not in bodies:
            continue
        last = _end(draft, token)
        if last is None:
            continue
        first = token.i
        while first and _is_capital(draft.tokens[first - 1]):
            first -= 1
        first += draft.tokens[first].pos == "DET"
        listed = any(_is_named_body(draft, i) for i in range(first, last))
        if first < token.i and not listed:
            yield first, last


def civic_spans(draft: Draft) -> Iterator[tuple[int, int]]:
    """Give the names of bodies in a land that begin with it and are not its own: "the Sudan Doctors Network".

    Told by a land's noun, which its own bodies seldom have: "the Sudanese Army", but "the Iranian Parliament".
    """
    people = load_table("people")
    bodies = (people["body for"].words & people["body"].words) - {"agency"}
    for token in draft.tokens:
        first = token.i
        if token.lemma.lower() not in bodies or not _is_capital(token):
            continue
        while first and _is_capital(draft.tokens[first - 1]):
            first -= 1
        first += draft.tokens[first].pos == "DET"
        land = draft.at.get(first)
        inner = any(i in draft.at for i in range(first + 1, token.i + 1))
        if land is None or inner or token.i - first < _FULL or land.last != first + 1:
            continue
        if land.kind is MentionKind.SIDE and land.place is not None:
            yield first, token.i + 1


def _end(draft: Draft, body: Token) -> int | None:
    """Return where "Organisation for Human Rights and Democracy" ends."""
    tokens = draft.tokens
    at = body.i + 1
    if at >= len(tokens) or tokens[at].text not in _TIES:
        return None
    last = at
    while at < len(tokens) and (_is_capital(tokens[at]) or tokens[at].text in _INSIDE):
        last = at if _is_capital(tokens[at]) else last
        at += 1
    return last + 1 if last > body.i + 1 else None


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text.isalpha()


def _is_named_body(draft: Draft, i: int) -> bool:
    """Say whether a word stands in a name of the profile that is longer than the name of a land."""
    mention = draft.at.get(i)
    if mention is None or mention.kind is not MentionKind.SIDE:
        return False
    return mention.last - mention.first > _FULL


def short_forms(draft: Draft) -> Iterator[tuple[int, ActorRef]]:
    """Give the acronyms that the text sets in brackets behind a body's name, wherever they stand alone."""
    meant: dict[str, ActorRef] = {}
    brackets = [t.i for t in draft.tokens[:-2] if t.text == "("]
    for token in (draft.tokens[i + 1] for i in brackets):
        if _is_acronym(token) and (ref := _long_form(draft, token)):
            meant.setdefault(token.text, ref)
    for token in draft.tokens if meant else ():
        known = draft.at.get(token.i)
        listed = known and (known.place or any(r.listed for r in known.actors))
        if token.text in meant and not listed:
            yield token.i, meant[token.text]


def _is_acronym(token: Token) -> bool:
    return (
        token.text.isupper() and token.text.isalpha() and _SHORT[0] <= len(token.text) <= _SHORT[1]
    )


def _long_form(draft: Draft, acronym: Token) -> ActorRef | None:
    """Return the body named before the bracket, where its initials are those of the acronym."""
    mention: Mention | None = draft.at.get(acronym.i - 2)
    if mention is None or mention.kind is not MentionKind.SIDE or len(mention.actors) != 1:
        return None
    words = draft.tokens[mention.first : mention.last]
    initials = "".join(t.text[0] for t in words if t.text[0].isupper())
    loose = "".join(t.text[0].upper() for t in words)
    whole = acronym.text in {initials, loose}
    return mention.actors[0] if whole or _is_among(acronym.text, initials) else None


def _is_among(acronym: str, initials: str) -> bool:
    """Say whether most initials make the acronym in their order: IPC of IFSPC, from the first to the last."""
    rest = iter(initials)
    ends = initials[:1] == acronym[:1] and initials[-1:] == acronym[-1:]
    return ends and len(acronym) > len(initials) // 2 and all(c in rest for c in acronym)
