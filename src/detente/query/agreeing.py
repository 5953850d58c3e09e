"""How far two reviewers agree on the entries that both decided."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.corrections import load_bodies, load_corrections, placed, resolve
from detente.ledger.standing import not_undone
from detente.model.correction import Act, Correction
from detente.query.fetching import fetch_entries
from detente.query.results import RecordedEntry


class Verdict(StrEnum):
    """What a reviewer made of an entry that was read."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


_VERDICTS = {
    Act.ACCEPT: Verdict.ACCEPTED,
    Act.EDIT: Verdict.EDITED,
    Act.REJECT: Verdict.REJECTED,
}
Pair = tuple[Verdict, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Agreement over some entries. ``kappa`` is Cohen's; ``None`` where chance alone would agree on all."""

    both: int
    agreed: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """Return the share of entries on which the verdicts are one; ``None`` where there are none."""
        return self.agreed / self.both if self.both else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two reviewers over all entries that both decided, by kind, and where they differ."""

    first: str
    second: str
    whole: Agreed
    kinds: tuple[tuple[str, Agreed], ...]
    edited_alike: int  # of those that both edited, how many came out the same
    differ: tuple[tuple[RecordedEntry, Verdict, Verdict], ...]


def agreement(ledger: Ledger, first: str, second: str) -> Agreement:
    """Compare the last verdicts of two reviewers, entry by entry."""
    c = s.corrections.c
    with ledger.looking() as connection:
        made = load_corrections(connection, c.act.in_(sorted(_VERDICTS)), not_undone())
        ours, theirs = (
            _verdicts(connection, n, [m for m in made if m.reviewer == n]) for n in (first, second)
        )
        both = fetch_entries(connection, sorted(ours.keys() & theirs.keys()))
    pairs = {name: (ours[name][0], theirs[name][0]) for name in both}
    by_kind: dict[str, list[Pair]] = defaultdict(list)
    for name, recorded in both.items():
        by_kind[recorded.entry.kind.value].append(pairs[name])
    return Agreement(
        first=first,
        second=second,
        whole=agreed(list(pairs.values())),
        kinds=tuple((kind, agreed(of)) for kind, of in sorted(by_kind.items())),
        edited_alike=sum(
            pairs[n] == (Verdict.EDITED, Verdict.EDITED) and ours[n][1] == theirs[n][1]
            for n in both
        ),
        differ=tuple((both[n], *pair) for n, pair in pairs.items() if pair[0] is not pair[1]),
    )


def _verdicts(
    connection: Connection, reviewer: str, made: Sequence[Correction]
) -> dict[str, tuple[Verdict, str | None]]:
    """Return the last verdict on each entry that was read, and what it was edited to.

    The entry is the one that the latest reading has found there, so that a verdict from before is compared
    with one from after. A decision on what the reviewer had edited is one on the entry that was read.
    """
    bodies = load_bodies(connection, {n for m in made for n in m.subjects})
    documents = {entry.document for _, entry in bodies.values()}
    places = placed(resolve(connection, sorted(documents), reviewer=reviewer))
    found: dict[str, tuple[Verdict, str | None]] = {}
    roots: dict[str, str] = {}
    for correction in made:
        (subject,) = correction.subjects
        place = places.get((correction.number, subject))
        root = (place.read if place else None) or roots.get(subject, subject)
        verdict = _VERDICTS[correction.act]
        if verdict is Verdict.ACCEPTED and subject in roots:
            continue  # the reviewer's own edit, confirmed
        if correction.result:
            roots[correction.result] = root
        found[root] = verdict, correction.result
    return found


def agreed(pairs: Sequence[Pair]) -> Agreed:
    """Reckon agreement and Cohen's kappa."""
    both, same = len(pairs), sum(one is other for one, other in pairs)
    if not both:
        return Agreed(both=0, agreed=0, kappa=None)
    ours, theirs = Counter(p[0] for p in pairs), Counter(p[1] for p in pairs)
    chance = sum(ours[v] * theirs[v] for v in Verdict) / both**2
    kappa = None if chance == 1 else (same / both - chance) / (1 - chance)
    return Agreed(both=both, agreed=same, kappa=kappa)
