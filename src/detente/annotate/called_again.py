"""Bodies that a text goes on to call by their kind: "the foundation", "the militant group", "the ministry"."""

from detente.annotate.collectives import is_plural
from detente.annotate.discourse import SUBJECTS, Discourse, is_person
from detente.annotate.draft import Draft
from detente.annotate.names import plain
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef

_RECENT = 12  # mentions of sides: so long a body is remembered by its kind before the last subject


def known_by_kind(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let "the foundation", "the ministry" mean the body that was last named with that word."""
    table = load_table("people")
    beside = [draft.tokens[c].text.lower() for c in draft.children[token.i] if c < token.i]
    named = discourse.kinds.get(token.lemma)
    again = named and set(beside[1:]) <= set(plain(named.name).split())  # "the working group"
    if body := _armed_body(draft, token, beside, discourse):
        return body
    if beside[:1] == ["the"] and len(beside) > 1 and not again:
        return _of_field(draft, token, set(beside[1:]), discourse)
    bare = beside[:1] == ["the"] and (len(beside) == 1 or again)
    if not bare or token.pos != "NOUN" or is_plural(token):
        return ()
    if token.lemma in table["collective"].words or draft.sides_sitting_in(token.i):
        return ()
    if token.lemma in table["body"].words and (spoke := _body_that_spoke(draft, token, discourse)):
        return spoke
    recent = named and named.id in {r.id for r in discourse.sides[-_RECENT:]}
    is_body = token.lemma in table["body"].words and not recent and not beside[1:]
    if is_body and (subject := _body_before(draft, discourse)):
        return subject
    ref = named
    if ref is None and token.lemma in {"source", "person"} and len(discourse.stand_in) == 1:
        return discourse.stand_in  # "an official said … according to the source"
    if ref is None and token.lemma in table["armed body"].words:
        ref = _body_last_named(draft, discourse)
    if ref is None and token.lemma in table["body"].words:
        ref = _ending_so(token, discourse)
    return (ref,) if ref else ()


def _ending_so(token: Token, discourse: Discourse) -> ActorRef | None:
    """Return the body named last whose full name ends with the word: "the IAEA report", then "the agency"."""
    for ref in reversed(discourse.sides[-_RECENT:]):
        words = ref.name.lower().split()
        if len(words) > 1 and words[-1] == token.lemma:
            return ref
    return None


def _armed_body(
    draft: Draft, token: Token, beside: list[str], discourse: Discourse
) -> tuple[ActorRef, ...]:
    """Let "the militant group", "the Iran-backed movement", "the paramilitaries" mean the party named last that is no state."""
    table = load_table("people")
    if token.lemma not in table["armed body"].words or beside[:1] != ["the"]:
        return ()
    kinds = table["armed kind"].words
    described = len(beside) > 1 and all(w in kinds for w in beside[1:])
    if not described and not (token.lemma.startswith("paramilitar") and len(beside) == 1):
        return ()
    ref = _body_last_named(draft, discourse) or _body_named_next(draft, token)
    return (ref,) if ref else ()


def _body_named_next(draft: Draft, token: Token) -> ActorRef | None:
    """Return the only party that is no state and is named in the text, where none was named before."""
    countries = {place.name for place in draft.process.places if place.kind == "country"}
    parties = set(draft.process.parties)
    told = (r for m in draft.mentions if m.first > token.i for r in m.actors)
    found = {r.id: r for r in told if r.id in parties and r.name not in countries}
    return next(iter(found.values())) if len(found) == 1 else None


def _body_last_named(draft: Draft, discourse: Discourse) -> ActorRef | None:
    """Return the party named last that is no state: "a non-starter for Hamas. The group has yet to reply"."""
    countries = {place.name for place in draft.process.places if place.kind == "country"}
    known = (r for r in reversed(discourse.sides) if r.listed and r.name not in countries)
    last = next(known, None)
    return last if last and last.id in draft.process.parties else None


def _of_field(
    draft: Draft, token: Token, beside: set[str], discourse: Discourse
) -> tuple[ActorRef, ...]:
    """Let "the aid group", "the international rights watchdog" mean the body named last that is no state and no party."""
    table = load_table("people")
    body = token.lemma in table["body"].words and token.tag == "NN"
    names = load_table("names")
    if (
        not body
        or not beside & names["field"].words
        or beside - names["field"].words - names["reach"].words
    ):
        return ()
    countries = {place.name for place in draft.process.places if place.kind == "country"}
    others = countries | {a.name for p in draft.process.parties if (a := draft.index.actors.get(p))}
    for ref in reversed(discourse.sides[-_RECENT:]):
        if ref.name not in others and ref.name[:1].isupper():
            discourse.kinds[token.lemma] = ref
            return (ref,)
    return ()


def _body_that_spoke(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Return the body whose words the sentence before gave, where a body goes on speaking: "the group says".

    Of its spokesman the body is meant.
    """
    says = load_table("speech")["say"].words
    if token.dep not in SUBJECTS or draft.tokens[token.head].lemma not in says:
        return ()
    if draft.is_quoted(token.i):
        return ()
    unnamed = token.lemma not in discourse.kinds
    before = (discourse.source or (), discourse.employer if unnamed else ())
    return next((who for refs in before if (who := _body_of(draft, refs))), ())


def _body_before(draft: Draft, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Return the subject of the sentence before where that is a body and no state: "the group said"."""
    return _body_of(draft, discourse.subject)


def _body_of(draft: Draft, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
    """Return who alone is meant where that is a body and no state."""
    if len(refs) != 1 or is_person(draft, refs[0]):
        return ()
    ref = refs[0]
    countries = {place.name for place in draft.process.places if place.kind == "country"}
    named = ref.listed or ref.name[:1].isupper()
    return (ref,) if named and ref.name not in countries else ()
