"""Counts of what was found, missed and made up, which add up over documents."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from detente.model.entry import Entry, Kind
from evals.expected import Expected
from evals.matching import Pair, Rules, in_export_order, pair_up
from evals.table import Number, Row, harmonic, share

COLUMNS = ("P", "R", "F1", "gold", "made")


@dataclass
class Tally:
    """Expected entries, made entries and those of both, by kind; fields asked and right, by name."""

    wanted: Counter[Kind] = field(default_factory=Counter)
    made: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    right: dict[str, float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add the counts of another document."""
        self.wanted += other.wanted
        self.made += other.made
        self.found += other.found
        self.asked += other.asked
        for name, score in other.right.items():
            self.right[name] = self.right.get(name, 0.0) + score
        self.misses += other.misses

    def prf(self, kinds: Iterable[Kind] = tuple(Kind)) -> dict[str, Number]:
        """Return precision, recall and F1 over some kinds, with the counts that they rest on."""
        chosen = tuple(kinds)
        found, made, wanted = (
            sum(c[k] for k in chosen) for c in (self.found, self.made, self.wanted)
        )
        precision, recall = share(found, made), share(found, wanted)
        return {
            "P": precision, "R": recall, "F1": harmonic(precision, recall), "gold": wanted, "made": made,
        }  # fmt: skip

    @property
    def macro_f1(self) -> float:
        """Return the mean F1 of the kinds that the gold has."""
        kinds = [k for k in Kind if self.wanted[k]]
        return share(sum(float(self.prf([k])["F1"]) for k in kinds), len(kinds))

    @property
    def fields(self) -> float:
        """Return the share of all fields that are right."""
        return share(sum(self.right.values()), self.asked.total())

    def kind_rows(self) -> list[Row]:
        """Return a row for each kind of the gold, for all kinds, and what else sums them up."""
        rows = [Row(k.value, self.prf([k])) for k in Kind if self.wanted[k] or self.made[k]]
        return [
            *rows,
            Row("all kinds", self.prf()),
            Row("macro", {"F1": self.macro_f1}),
            Row("fields", {"F1": self.fields, "gold": self.asked.total()}),
        ]

    def field_rows(self) -> list[Row]:
        """Return a row for each field."""
        return [
            Row(name, {"right": self.right[name] / asked, "asked": asked})
            for name, asked in sorted(self.asked.items())
        ]


def judge(
    label: str, expected: Sequence[Expected], entries: Sequence[Entry], rules: Rules
) -> Tally:
    """Compare the entries of one document with the expected ones."""
    ordered = in_export_order(entries)
    pairs = pair_up(expected, ordered, rules)
    tally = Tally()
    tally.wanted.update(item.kind for item in expected if not item.optional)
    free = {id(p.entry) for p in pairs if p.expected.optional}
    tally.made.update(e.kind for e in ordered if id(e) not in free)
    for pair in pairs:
        if pair.expected.optional:
            continue
        tally.found[pair.expected.kind] += 1
        for name, score in pair.fields:
            tally.asked[name] += 1
            tally.right[name] = tally.right.get(name, 0.0) + score
    tally.misses = list(_misses(label, expected, ordered, pairs))
    return tally


def _misses(
    label: str, expected: Sequence[Expected], entries: Sequence[Entry], pairs: Sequence[Pair]
) -> Iterable[str]:
    for pair in pairs:
        for name, score in () if pair.expected.optional else pair.fields:
            if score < 1:
                wanted, said = pair.expected.field(name), told(getattr(pair.entry, name, None))
                passage = pair.expected.evidence[:60]
                yield f"field    {label} {pair.expected.kind}.{name}: want {'&'.join(wanted)!r}, got {said!r} · {passage}"
    hit_lines, hit_entries = {id(p.expected) for p in pairs}, {id(p.entry) for p in pairs}
    for item in expected:
        if id(item) not in hit_lines and not item.optional:
            who = f" ({'&'.join(item.field('speaker'))})" if item.field("speaker") else ""
            yield f"missed   {label} {item.kind}{who}: {item.evidence[:110]}"
    for entry in entries:
        if id(entry) not in hit_entries:
            who = told(getattr(entry, "speaker", None))
            yield f"made up  {label} {entry.kind}{f' ({who})' if who else ''}: {entry.evidence[0].quote[:110]}"


def told(value: object) -> str:
    """Write a field of an entry in a word or two."""
    if isinstance(value, tuple):
        return "&".join(map(told, value))
    if isinstance(value, Enum):  # its word, and not the name of its member
        return str(value.value)
    return "" if value is None else str(getattr(value, "name", None) or value)
