"""Names of places inside longer names: "New London", "Washington Post", "Jordan Smith" are no capitals."""

from collections.abc import Sequence

from detente.annotate.draft import Draft
from detente.annotate.names import Match
from detente.annotate.parse import Entity
from detente.lexicon import load_table
from detente.model.annotation import Token

_TOWNS = frozenset({"city", "village", "site"})


def in_longer_name(draft: Draft, match: Match, entities: Sequence[Entity]) -> bool:
    """Say whether a place's name is only a part of the name of another place, a body or a person."""
    places = [m.place for m in match.meanings if m.place]
    if not places:
        return False
    table = load_table("places")
    before, after = _neighbours(draft, match)
    towns = all(place.kind in _TOWNS for place in places)
    if before and _names(before) and before.text.lower() in table["another before"].words:
        return True
    if towns and before and _names(before) and before.text.lower() in table["direction"].words:
        return True
    if after and _names(after) and after.text.lower() in table["another after"].words:
        return True
    return _is_of_person(draft, match, entities)


def speakers_called_so(draft: Draft, matches: Sequence[Match]) -> frozenset[str]:
    """Return the names of places that are surnames here: "Ada Bath", and later "Bath said".

    A place where a government sits speaks for it, so that its name alone is no person's.
    """
    places = [m for m in matches if m.last - m.first == 1 and _is_mere_place(m)]
    words = [draft.tokens[m.first] for m in places]
    full = {t.text for t in words if t.i and _is_forename(draft, t)}
    says = load_table("speech")["say"].words
    return frozenset(
        t.text
        for t in words
        if t.text in full and t.dep == "nsubj" and draft.tokens[t.head].lemma in says
    )


def _is_mere_place(match: Match) -> bool:
    return all(m.place and not m.place.seat_of and not m.actor for m in match.meanings)


def _is_forename(draft: Draft, surname: Token) -> bool:
    """Say whether the word before a place's name is a first name: a name that is in no list."""
    before = draft.tokens[surname.i - 1]
    word = before.text.lower()
    known = word in load_table("people").every_word or (word,) in draft.index.names
    part = before.dep == "compound" and before.head == surname.i
    return part and _names(before) and not known and word not in load_table("names").every_word


def _neighbours(draft: Draft, match: Match) -> tuple[Token | None, Token | None]:
    """Return the tokens that stand before and after, where only a blank parts them from the name."""
    tokens = draft.tokens
    before = tokens[match.first - 1] if match.first else None
    after = tokens[match.last] if match.last < len(tokens) else None
    if before and tokens[match.first].start - before.end > 1:
        before = None
    if after and after.start - tokens[match.last - 1].end > 1:
        after = None
    return before, after


def _names(token: Token) -> bool:
    # in a headline in capitals the tagger takes "NEW" for an adjective
    shouted = token.text.isupper() and len(token.text) > 1
    return shouted or (token.text[0].isupper() and token.pos == "PROPN")


def _is_of_person(draft: Draft, match: Match, entities: Sequence[Entity]) -> bool:
    """Say whether the model found a person of whose name the place's is a part."""
    around = [
        e
        for e in entities
        if e.label == "PERSON" and e.first <= match.first and match.last <= e.last
    ]
    for entity in around:
        rest = [*range(entity.first, match.first), *range(match.last, entity.last)]
        words = [draft.tokens[i] for i in rest if draft.tokens[i].pos != "PART"]
        known = any(draft.index.names.get((t.text.lower(),)) for t in words)
        if words and not known and all(map(_names, words)):
            return True
    return False
