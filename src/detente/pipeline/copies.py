"""Which documents are near copies of each other, when some of them are new or gone."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from sqlalchemy import Connection

from detente.ledger.facts import State, load_texts
from detente.ledger.neighbours import copy_groups_of, members_of_groups, sharing_samples
from detente.ledger.view_change import Sample
from detente.merge import are_copies, fold_copies, groups_of, may_be_copies, sketch


def sample_of(text: str) -> Sample:
    """Draw the sample by which the copies of a text are found."""
    drawn = sketch(text)
    return Sample(runs=drawn.runs, samples=drawn.samples | {drawn.whole})


def regroup(
    stored: Connection | None, state: State, samples: Mapping[str, Sample]
) -> dict[str, str]:
    """Return the group of each text that stands, and of every stored document whose group is another now."""
    if stored is None:
        return dict(fold_copies(state.texts))
    changed = state.changed
    # groups that a changed document was in may fall apart: what is left of them is compared anew
    left = members_of_groups(stored, set(copy_groups_of(stored, changed).values()))
    parted = left.keys() - changed
    texts = {**state.texts, **load_texts(stored, parted)}
    known = {n: samples[n] if n in samples else sample_of(texts[n]) for n in texts}
    pairs = list(_copies_elsewhere(stored, texts, known, apart_from=changed | parted))
    others = members_of_groups(stored, {group for _, group in pairs})
    found = groups_of((*texts, *others), (*_links(texts), *pairs, *others.items()))
    before = left | others
    return {n: g for n, g in found.items() if n in state.texts or before.get(n) != g}


def _links(texts: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return fold_copies(texts).items()


def _copies_elsewhere(
    stored: Connection,
    texts: Mapping[str, str],
    samples: Mapping[str, Sample],
    *,
    apart_from: AbstractSet[str],
) -> Iterable[tuple[str, str]]:
    """Yield texts with a stored group of copies that they belong to; of a group one copy is enough."""
    candidates = [
        (name, other)
        for name, other, shared, runs in sharing_samples(stored, samples)
        if other not in apart_from
        # equal texts are copies, however short they are
        and (
            shared == len(samples[name].samples)
            or may_be_copies(samples[name].runs, runs, shared=shared)
        )
    ]
    groups = copy_groups_of(stored, {other for _, other in candidates})
    found: set[tuple[str, str]] = set()
    for name, other in candidates:
        pair = (name, groups[other])
        if pair in found:
            continue
        (text,) = load_texts(stored, [other]).values()
        if are_copies(texts[name], text):
            found.add(pair)
            yield pair
