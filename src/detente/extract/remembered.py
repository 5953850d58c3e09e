"""Questions on the syntax of a document that several extractors ask of the same token."""

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Remembering(Protocol):
    """What keeps the answers of one document."""

    @property
    def answers(self) -> defaultdict[str, dict[int, Any]]:
        """Return the answers of each token, by the question."""

    @property
    def is_settled(self) -> bool:
        """Say whether it is known who says what, on which it hangs whom "we" means."""


D = TypeVar("D", bound=Remembering)
A = TypeVar("A")


def remembered(question: Callable[[D, int], A]) -> Callable[[D, int], A]:
    """Answer a question once for each token; for what hangs on the parse alone, which does not change."""
    name = question.__qualname__

    @wraps(question)
    def answer(document: D, i: int) -> A:
        kept: dict[int, A] = document.answers[name]
        if i not in kept:
            kept[i] = question(document, i)
        return kept[i]

    return answer


def remembered_when_settled(question: Callable[[D, int], A]) -> Callable[[D, int], A]:
    """Answer a question once for each token, from when it is known who says what."""
    name = question.__qualname__

    @wraps(question)
    def answer(document: D, i: int) -> A:
        if not document.is_settled:
            return question(document, i)
        kept: dict[int, A] = document.answers[name]
        if i not in kept:
            kept[i] = question(document, i)
        return kept[i]

    return answer
