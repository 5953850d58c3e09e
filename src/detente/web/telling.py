"""Words of other outlets, on one line."""

from collections.abc import Iterable

from detente.query import RecordedEntry, Term
from detente.wording import set_words


def shorten(text: str, most: int = 240) -> str:
    """Cut a long text at a blank."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def sentence_of(told: RecordedEntry, most: int) -> str:
    """Write the sentence of an entry, cut where it is long, with marks of quotation where the article has them."""
    return set_words(told, shorten(told.sentence, most))


def words_of(terms: Iterable[Term]) -> str:
    """Write the words of an outlet, each once."""
    return ", ".join(dict.fromkeys(f"“{term.words}”" for term in terms))
