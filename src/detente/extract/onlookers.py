"""Who only watches a process: analysts and scholars charge nobody, they judge how it goes."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Mention, Token
from detente.model.entry import Actors

_BESIDE = frozenset({"appos", "compound", "nmod", "amod"})


def are_onlookers(reading: Reading, speakers: Actors) -> bool:
    """Say whether all who speak are analysts and the like, by their own noun or by what the text calls them."""
    watching = {r.id for r in speakers if not r.listed}
    return bool(speakers) and all(
        r.id in watching
        and any(_is_called_so(reading, m) for m in reading.doc.mentions if r in m.actors)
        for r in speakers
    )


def _is_called_so(reading: Reading, mention: Mention) -> bool:
    """Read "analysts", "the political scientist Anna Berg", "Anna Berg, a fellow at the institute"."""
    watchers = load_table("people")["onlooker"].words
    inside = range(mention.first, mention.last)
    named = [reading.tokens[i] for i in inside]
    around = [t for i in inside for t in _beside(reading, i)]
    return any(t.lemma.lower() in watchers for t in (*named, *around))


def _beside(reading: Reading, i: int) -> list[Token]:
    token = reading.tokens[i]
    found = [t for t in reading.below[i] if t.dep in _BESIDE]
    return [*found, reading.tokens[token.head]] if token.dep in _BESIDE else found
