from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from detente.model.correction import Act
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.pipeline import Reader, add, refresh, reread
from detente.pipeline.correcting import accept, actor_is, add_missed, decide_all, edit, reject
from detente.query import (
    Progress,
    Verdict,
    agreement,
    entries,
    preview,
    progress,
    suggestions,
)
from detente.query.agreeing import agreed
from tests.ledger.stories import STORIES, Found, new_ledger, read, reader, rows

ALL = Filter()


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", STORIES)
        add(opened, [path], process=opened.process, reader=reader())
        yield opened


def waiting(ledger, reviewer="Ada", where=ALL, **options):
    return [s.recorded for s in suggestions(ledger, where, reviewer=reviewer, limit=99, **options)]


def test_the_newest_article_comes_first_and_its_passages_in_their_order(ledger):
    found = waiting(ledger)
    days = [r.document.published.end for r in found]
    assert days == sorted(days, reverse=True)
    assert all(
        one.entry.evidence[0].start <= other.entry.evidence[0].start
        for one, other in pairwise(found)
        if one.document == other.document
    )
    assert len(found) == 8


def test_a_suggestion_comes_with_its_paragraph(ledger):
    (first,) = suggestions(ledger, ALL, reviewer="Ada")
    (passage,) = first.context
    start, end = passage.marks[0]
    assert passage.text[start:end] == first.recorded.sentence


def test_what_was_decided_does_not_come_again(ledger):
    first, second, third, *rest = (r.id for r in waiting(ledger))
    accept(ledger, first, by="Ada")
    reject(ledger, second, by="Ben")
    edit(ledger, third, {"tracks": "border, treaty"}, by="Ben")
    assert [r.id for r in waiting(ledger)] == rest
    refresh(ledger, ledger.process)
    assert [r.id for r in waiting(ledger)] == rest
    assert progress(ledger, ALL, reviewer="Ada") == Progress(3, 8)


def test_a_blind_reviewer_gets_all_as_it_was_read_and_no_word_of_others(ledger):
    read = waiting(ledger)
    for one in read[:2]:
        accept(ledger, one.id, by="Ada")
    edit(ledger, read[2].id, {"tracks": "border, treaty"}, by="Ada")
    reject(ledger, read[3].id, by="Ada")
    document = read[0].document.id
    add_missed(ledger, document, "content", {"kind": "demand"}, by="Ada")
    refresh(ledger, ledger.process)
    assert waiting(ledger, "Ben", blind=True) == read
    assert progress(ledger, ALL, reviewer="Ben", blind=True) == Progress(0, 8)
    accept(ledger, read[3].id, by="Ben")
    assert waiting(ledger, "Ben", blind=True) == [r for r in read if r != read[3]]
    assert progress(ledger, ALL, reviewer="Ben", blind=True) == Progress(1, 8)


def test_a_blind_reviewer_sees_no_actors_that_others_joined(ledger):
    read = waiting(ledger)
    actor_is(ledger, "~per-holm", "norland", by="Ada")
    refresh(ledger, ledger.process)
    assert waiting(ledger, "Ben", blind=True) == read
    assert waiting(ledger, "Ben") != read


def test_filters_and_skipping(ledger):
    where = Filter(tracks=("border",))
    found = waiting(ledger, where=where)
    assert found
    assert {"border"} == {t for r in found for t in r.entry.tracks}
    assert waiting(ledger, where=where, skip={found[0].id}) == found[1:]
    reject(ledger, found[0].id, by="Ada")
    refresh(ledger, ledger.process)
    assert progress(ledger, where, reviewer="Ada") == Progress(1, len(found))


def test_words_in_the_passage_are_a_filter_for_rejected_entries_too(ledger):
    where = Filter(text="TREATY")
    found = waiting(ledger, where=where)
    assert found
    assert all("treaty" in r.sentence for r in found)
    reject(ledger, found[0].id, by="Ada")
    refresh(ledger, ledger.process)
    assert waiting(ledger, where=where) == found[1:]
    assert progress(ledger, where, reviewer="Ada") == Progress(1, len(found))
    assert waiting(ledger, "Ben", where=where, blind=True) == found


def test_a_bulk_decision_is_on_what_the_preview_lists(ledger):
    where = Filter(by=("Sudland",))
    listed = preview(ledger, where, reviewer="Ada")
    decide_all(ledger, [r.id for r in listed], Act.REJECT, by="Ada")
    refresh(ledger, ledger.process)
    assert preview(ledger, where, reviewer="Ada") == ()
    assert len(entries(ledger, ALL)) == 8 - len(listed)


def test_the_agreement_of_two_blind_reviewers_by_a_figure_reckoned_by_hand(ledger):
    """Ada: a a a a r r e e; Ben: a a a r r a e e. Chance: (4*4 + 2*2 + 2*2) / 64 = 0.375."""
    read = [r.id for r in waiting(ledger)]
    verdicts = {"Ada": "aaaarree", "Ben": "aaarraee"}
    for reviewer, words in verdicts.items():
        there = [r.id for r in waiting(ledger, reviewer, blind=True)]
        assert there == read
        for name, word in zip(read, words, strict=True):
            if word == "e":
                change = {"tracks": "border, treaty" if name == read[6] else "border"}
                change |= {"said_by": reviewer} if name == read[7] else {}
                edit(ledger, name, change, by=reviewer)
            else:
                (accept if word == "a" else reject)(ledger, name, by=reviewer)
        refresh(ledger, ledger.process)
    found = agreement(ledger, "Ada", "Ben")
    assert (found.whole.both, found.whole.agreed, found.whole.share) == (8, 6, 0.75)
    assert found.whole.kappa == pytest.approx((0.75 - 0.375) / (1 - 0.375))
    assert found.edited_alike == 1
    assert [(e.id, one, other) for e, one, other in found.differ] == [
        (name, one, other)
        for name, one, other in sorted(
            [
                (read[3], Verdict.ACCEPTED, Verdict.REJECTED),
                (read[5], Verdict.REJECTED, Verdict.ACCEPTED),
            ]
        )
    ]


def test_verdicts_from_before_and_after_a_rereading_are_compared(ledger):
    (meeting,) = waiting(ledger, where=Filter(kinds=(Kind.MEETING,), since=date(2023, 6, 1)))
    accept(ledger, meeting.id, by="Ada")
    reread(ledger, process=ledger.process, reader=Reader("by hand 2", lambda: on_another_track))
    (anew,) = waiting(
        ledger, "Ben", Filter(kinds=(Kind.MEETING,), since=date(2023, 6, 1)), blind=True
    )
    assert anew.id != meeting.id
    reject(ledger, anew.id, by="Ben")
    ((entry, *verdicts),) = agreement(ledger, "Ada", "Ben").differ
    assert (entry.id, verdicts) == (anew.id, [Verdict.ACCEPTED, Verdict.REJECTED])


def on_another_track(doc):
    return Found(tuple(replace(e, tracks=("treaty", "border")) for e in read(doc).entries))


def test_chance_that_agrees_on_all_leaves_no_kappa():
    assert agreed([(Verdict.ACCEPTED, Verdict.ACCEPTED)] * 3).kappa is None
    assert agreed([]).share is None
