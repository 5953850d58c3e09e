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
