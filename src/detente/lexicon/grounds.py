"""What a passage tells of the ground: a way closed or opened, flight, captivity, capitulation."""

from functools import lru_cache

from detente.lexicon.phrases import pattern


@lru_cache(maxsize=16_384)  # each rule asks it of the same passages, for one track after the other
def _has(group: str, passage: str) -> bool:
    return pattern("grounds", group).search(passage) is not None


def closes(passage: str) -> bool:
    """Say whether a passage in lower case tells of a closure that holds until it is told to have ended."""
    return _has("closing", passage) and not _has("not so", passage) and not opens(passage)


def opens(passage: str) -> bool:
    """Say whether a passage in lower case tells that a way was opened again."""
    told = _has("opening", passage) and _has("way", passage)
    return told and pattern("outcomes", "not done").search(passage) is None


def flees(passage: str) -> bool:
    """Say whether a passage in lower case tells of people driven from where they live."""
    return _has("flight", passage) and not _has("homecoming", passage)


def holds_captive(passage: str) -> bool:
    """Say whether a passage in lower case tells of people taken or held."""
    return _has("captivity", passage)


def capitulates(passage: str) -> bool:
    """Say whether a passage in lower case tells that a side gives up its arms or its rule."""
    return _has("capitulation", passage)


def agrees(passage: str) -> bool:
    """Say whether a passage in lower case tells that something was agreed, and not long before."""
    return _has("agreeing", passage) and not _has("agreed long ago", passage)


def holds_back(passage: str) -> bool:
    """Say whether the words of a condition let nothing happen before it is met."""
    return _has("hold back", passage) and not _has("deadline", passage)


def wishes(passage: str) -> bool:
    """Say whether a judgement is a hope or a call."""
    return _has("wish", passage)


def denies(passage: str) -> bool:
    """Say whether what is rejected is a charge or a claim, and no offer."""
    return _has("denial", passage)
