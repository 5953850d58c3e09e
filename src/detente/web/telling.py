"""Words of other outlets, on one line."""

from collections.abc import Iterable

from detente.query import Term


def words_of(terms: Iterable[Term]) -> str:
    """Write the words of an outlet, each once."""
    return ", ".join(dict.fromkeys(f"“{term.words}”" for term in terms))
