"""Which reports are worth a comparison: those that share a day, a side near in time, a place or a document.

Of promises those of one side that share two words, of statements those that share two rare ones, or one voice and a
telling one.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from zlib import crc32

from detente.lexicon.content import RARE, weight_of
from detente.merge.telling import actors_of
from detente.merge.topics import prominent
from detente.merge.traits import Traits, quoted, rows_of
from detente.model.entry import Kind

Block = tuple[str, ...]

AT_ANY_TIME = frozenset({"document", "range", "row"})  # members are compared whenever they were

NEAR_DAYS = 3  # a meeting's day slips by that much between plan, start and report
SAMPLED = 6  # rare words of a statement by which others are sought
OF_A_VOICE = 10  # words of a statement by which others of one voice are sought
ROW_SOUGHT = 5  # words of a quotation in one row by which the same words are sought, whoever speaks
ROWS_OF_ONE = 4
TELLING = 0.5  # of one voice by words that tell less, too
WIDE_DAYS = 62  # a wider range ("in 2020") meets too much of the record to be sought by side alone


def blocks_of(one: Traits) -> Iterator[Block]:
    """Yield the blocks of a report; some more than once."""
    kind = one.kind.value
    if one.kind is Kind.STATEMENT:
        yield from ((kind, "said", *pair) for pair in combinations(_sample(one.stems), 2))
        some = _sample(one.stems, least=TELLING, most=OF_A_VOICE)
        yield from ((kind, "voice", *pair) for pair in product(_voices(one), some))
        rows = sorted(rows_of(one.spoken, ROW_SOUGHT))[:ROWS_OF_ONE] if quoted(one) else ()
        yield from ((kind, "row", str(row)) for row in rows)
        return
    yield kind, "document", one.report.document.id
    if one.report.document.copy_group:
        yield kind, "document", one.report.document.copy_group
    if one.kind is Kind.COMMITMENT:
        pairs = combinations(sorted(one.stems), 2)
        yield from (
            (kind, "bound", side, *pair) for side, pair in product(sorted(one.sides), pairs)
        )
        return
    for pair in combinations(sorted(prominent(one.topic)), 2):
        yield kind, "about", *pair
    if one.place:
        yield kind, "place", one.place.id
    wide = one.window is None or one.window[1] - one.window[0] > WIDE_DAYS
    if one.dated:
        among = sorted(one.sides) if wide else []
        yield kind, "range", str(one.first), str(one.last), *among
    if not wide:
        for side in sorted(one.sides):
            yield kind, "side", side


def _voices(one: Traits) -> list[str]:
    """Return the last words of the names of those who speak, and of their sides."""
    names = {n for a in actors_of(one.told) for n in (a.name, a.side) if n}
    return sorted({n.casefold().split()[-1] for n in names if n.strip()})


def _sample(stems: Iterable[str], *, least: float = RARE, most: int = SAMPLED) -> list[str]:
    """Return some of the rare stems, chosen so that passages which share many share some of the chosen."""
    rare = (s for s in stems if weight_of(s) >= least)
    return sorted(sorted(rare, key=lambda s: (crc32(s.encode("utf-8", "surrogatepass")), s))[:most])
