"""New reports among events that there are make what a merge of everything makes."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.merge import Reach, merge, merge_into, reaches_of
from detente.model.event import Event, Judgement, Report

from .test_properties import RECORDS


@dataclass(frozen=True)
class Kept:
    """What a record would hold."""

    reports: Mapping[str, Report]
    events: tuple[Event, ...]

    def in_reach(self, sought: Mapping[str, Sequence[Reach]]) -> Iterator[tuple[str, str]]:
        stored = reaches_of(self.reports.values())
        for name, ours in sought.items():
            for other, theirs in stored.items():
                if any(_finds(a, b) for a in ours for b in theirs):
                    yield name, other

    def holding(self, entries: Collection[str]) -> Collection[Event]:
        return [e for e in self.events if not set(entries).isdisjoint(e.entries)]

    def load(self, entries: Collection[str]) -> Iterable[Report]:
        return [self.reports[name] for name in entries if name in self.reports]


def _finds(ours: Reach, theirs: Reach) -> bool:
    return ours.seeks == theirs.key and ours.first <= theirs.last and theirs.first <= ours.last


def kept(reports: Iterable[Report], judgements: Sequence[Judgement] = ()) -> Kept:
    by_id = {r.id: r for r in reports}
    return Kept(by_id, merge(by_id.values(), judgements=judgements))


@st.composite
def judged(draw: st.DrawFn, reports: Sequence[Report]) -> list[Judgement]:
    """Draw what people may have said of some pairs."""
    ids = st.sampled_from(sorted(r.id for r in reports))
    pairs = draw(st.lists(st.tuples(ids, ids, st.booleans()), max_size=3))
    return [Judgement(one, other, same=same) for one, other, same in pairs if one != other]


@settings(deadline=None, max_examples=150)
@given(RECORDS, st.data())
def test_what_comes_and_goes_is_as_if_all_were_merged(
    reports: tuple[Report, ...], data: st.DataObject
) -> None:
    by_id = {r.id: r for r in reports}
    names = st.sets(st.sampled_from(sorted(by_id)))
    new, gone = data.draw(names, label="new"), data.draw(names, label="gone")
    judgements = data.draw(judged(reports))
    before = kept((r for r in reports if r.id not in new), judgements)
    gone &= before.reports.keys()
    again = data.draw(names, label="new again") & gone
    come = [by_id[n] for n in new | again]
    grown = merge_into(before, come, gone=gone, judgements=judgements)
    stay = [e for e in before.events if e.id not in grown.replaced]
    now = merge([r for n, r in by_id.items() if n not in gone - again], judgements=judgements)
    assert sorted((*stay, *grown.wholes), key=lambda e: e.id) == list(now)
