"""Near copies of one text, found by the runs of words that they share.

Whether two texts are copies depends on these two alone: they share a good part of the runs of the shorter
one. Which pairs are worth that comparison is asked of a sample of the runs, small enough to keep for every
text and taken so that the same run is in the sample of all texts of one length, or of none.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

SHINGLE_WORDS = 5  # a copy that was cut or given a new lede keeps most of its runs of five words
COPY_SHARE = 0.7  # of the shorter text's shingles: a copy is often cut short
LEAST_LENGTH = 0.35  # of the longer one: a weekly round-up that holds a dispatch is no copy of it
SHORTEST = 12  # shingles; shorter texts share set phrases and are copies only when equal
SAMPLED = 32  # of more shingles between that and twice as many are kept
# Of what two copies are to be expected to share of their samples, a third is enough, and three: of true
# copies fewer than one in a thousand share less.
SAMPLE_SHARE = 0.35
FEWEST_SAMPLES = 3

_WORD = re.compile(r"\w+")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many runs a text has, and the sample of them; ``whole`` stands for the text as it is."""

    runs: int
    samples: frozenset[int]
    whole: int


def sketch(text: str) -> Sketch:
    """Draw the sample of a text."""
    runs = _shingles(text)
    step = _step(len(runs))
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest()
    # a number below zero is of a whole text, any other of a run
    whole = -1 - int.from_bytes(digest, "big")
    return Sketch(len(runs), frozenset(r for r in runs if r % step == 0), whole)


def may_be_copies(runs: int, others: int, *, shared: int) -> bool:
    """Say whether texts of so many runs that share so many samples are worth the comparison."""
    shorter, longer = sorted((runs, others))
    if shorter < max(SHORTEST, LEAST_LENGTH * longer):
        return False
    expected = COPY_SHARE * shorter / _step(longer)
    return shared >= max(FEWEST_SAMPLES, SAMPLE_SHARE * expected)


def are_copies(text: str, other: str) -> bool:
    """Say whether two texts are near copies."""
    if text == other:
        return True
    first, second = _shingles(text), _shingles(other)
    shorter, longer = sorted((len(first), len(second)))
    return shorter >= max(SHORTEST, LEAST_LENGTH * longer) and (
        len(first & second) >= COPY_SHARE * shorter
    )


def fold_copies(texts: Mapping[str, str]) -> Mapping[str, str]:
    """Name the group of near copies that each text belongs to: the smallest id among them.

    Every id of ``texts`` is in the answer; a text without copies is a group of its own. The answer
    depends on the texts alone and not on their order.
    """
    sketches = {name: sketch(text) for name, text in texts.items()}
    group = {name: name for name in texts}
    for first, second in worth_comparing(sketches):
        # of thousands of copies nearly all pairs are held together by others already
        apart = _root(group, first) != _root(group, second)
        if apart and are_copies(texts[first], texts[second]):
            _join(group, first, second)
    return {name: _root(group, name) for name in group}


def groups_of(names: Iterable[str], copies: Iterable[Pair]) -> dict[str, str]:
    """Return for each name the smallest of those that the pairs hold together with it."""
    group = {name: name for name in names}
    for first, second in copies:
        _join(group, first, second)
    return {name: _root(group, name) for name in group}


def worth_comparing(sketches: Mapping[str, Sketch]) -> Iterator[Pair]:
    """Yield the pairs of texts whose samples let them be copies, each once."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches):
        ours = sketches[name]
        # of equal texts the first stands for all
        equal = holders[ours.whole]
        if equal:
            yield equal[0], name
            continue
        shared = Counter(other for run in ours.samples for other in holders[run])
        for other, count in sorted(shared.items()):
            if may_be_copies(ours.runs, sketches[other].runs, shared=count):
                yield other, name
        for run in (*ours.samples, ours.whole):
            holders[run].append(name)


def _step(runs: int) -> int:
    """Return of how many runs one is sampled: a power of two, so that a coarser sample is part of a finer."""
    return 1 << max(runs // SAMPLED, 1).bit_length() - 1


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.casefold())
    starts = range(len(words) - SHINGLE_WORDS + 1)
    # 32 bits a shingle: a chance collision adds one of the many that a copy must share
    return frozenset(
        zlib.crc32(" ".join(words[i : i + SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        for i in starts
    )


def _join(group: dict[str, str], first: str, second: str) -> None:
    one, other = _root(group, first), _root(group, second)
    group[max(one, other)] = min(one, other)


def _root(group: dict[str, str], name: str) -> str:
    while group[name] != name:
        group[name] = name = group[group[name]]
    return name
