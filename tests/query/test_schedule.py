from datetime import date

import pytest

from detente import query
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import Demand, Evidence, Mode, Refusal, Statement
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.pipeline import add, rebuild
from tests.ledger.stories import (
    ANA,
    ANNOUNCED,
    NORLAND,
    SUDLAND,
    article,
    new_ledger,
    reader,
    rows,
)


@pytest.mark.parametrize("as_of", [None, date(2023, 6, 20)])
def test_the_timeline_has_each_event_once_and_what_belongs_to_none(ledger, as_of):
    found = query.timeline(ledger, Filter(as_of=as_of))
    assert [(str(i.date), i.kind, len(i.reports)) for i in found] == [
        ("2023-05-15", "statement", 1),
        ("2023-05-25", "meeting", 2),
        ("2023-05-26", "refusal", 1),
        ("2023-05-26", "condition", 1),
        ("2023-06-18", "meeting", 1),
        *[("2023-06-20", "statement", 1)] * (as_of is None or as_of.day >= 20),
        ("2023-07-01", "commitment", 1),
    ]
    assert [i.id for i in found if i.event] == [i.id for i in found if i.kind == "meeting"]


def test_words_without_a_day_of_their_own_stand_on_the_day_said_else_published(tmp_path):
    told = Document(
        source="a.txt",
        text="Ruiz said on Monday that Norland refused. Sudland must answer.",
        title="News",
        outlet="Northern Post",
        published=DateRange.on(date(2023, 5, 10), "10 May"),
    )
    passage = (Evidence("Norland refused", 25, 40),)
    asked = (Evidence("Sudland must answer", 42, 61),)
    monday = DateRange.on(date(2023, 5, 8), "Monday")
    tuesday = DateRange.on(date(2023, 5, 9), "Tuesday")
    read = (
        Statement(
            document=told.id, evidence=passage, speaker=(ANA,), mode=Mode.INDIRECT, said_on=monday
        ),
        Refusal(document=told.id, evidence=passage, by=(NORLAND,), said_by=(ANA,)),
        Demand(document=told.id, evidence=asked, by=(NORLAND,), to=(SUDLAND,)),
        Refusal(document=told.id, evidence=asked, by=(SUDLAND,), date=tuesday),
    )
    with new_ledger(tmp_path) as ledger:
        run = begin_run(ledger, program="test", reader="by hand")
        record_document(ledger, told, Reading(reader="by hand", entries=read), run=run)
        rebuild(ledger, ledger.process)
        found = query.timeline(ledger, Filter())
        assert [(i.kind, str(i.date), i.day_is) for i in found] == [
            ("refusal", "2023-05-08", "said"),
            ("statement", "2023-05-08", "said"),
            ("refusal", "2023-05-09", "said"),
            ("demand", "2023-05-10", "published"),
        ]
        assert query.timeline(ledger, Filter(), own_days=True) == ()


def test_the_timeline_can_be_read_page_by_page(ledger):
    whole = query.timeline(ledger, Filter())
    assert query.timeline(ledger, Filter(), limit=1, offset=1) == whole[1:2]
    earlier = Filter(as_of=date(2023, 6, 20))
    assert query.timeline(ledger, earlier, limit=2, offset=1) == whole[1:3]


def test_the_agenda_has_what_is_to_come(ledger):
    assert [(str(i.date), i.state) for i in query.agenda(ledger, Filter())] == [
        ("2023-07-01", "due")
    ]


def test_the_agenda_of_an_earlier_day_has_the_meeting_that_was_announced(ledger):
    found = query.agenda(ledger, Filter(as_of=date(2023, 5, 20)))
    assert [(str(i.date), i.state) for i in found] == [
        ("2023-05-25", "scheduled"),
        ("2023-07-01", "due"),
    ]
    assert found[0].event.history[0].outlet == "Northern Post"


def test_the_day_itself_is_still_to_come(ledger):
    assert len(query.agenda(ledger, Filter(as_of=date(2023, 5, 25)))) == 2


def test_a_meeting_without_a_day_comes_last_and_is_not_awaited_for_ever(tmp_path):
    vague = article("vague", "2023-05-16", "Sud Daily", "Norland and Holm will meet.")
    with new_ledger(tmp_path) as ledger:
        path = rows(tmp_path / "x.jsonl", [ANNOUNCED, vague])
        add(ledger, [path], process=ledger.process, reader=reader())
        days = [i.date and str(i.date) for i in query.agenda(ledger, Filter())]
        assert days == ["2023-05-25", "2023-07-01", None]
        later = article("later", "2024-05-16", "Sud Daily", "Norland refused the treaty.")
        path = rows(tmp_path / "y.jsonl", [later])
        add(ledger, [path], process=ledger.process, reader=reader())
        assert query.agenda(ledger, Filter()) == ()


def test_a_plan_is_unheard_of_once_its_day_is_past(tmp_path):
    later = article("later", "2023-06-16", "Sud Daily", "Norland refused the treaty.")
    with new_ledger(tmp_path) as ledger:
        path = rows(tmp_path / "x.jsonl", [ANNOUNCED, later])
        add(ledger, [path], process=ledger.process, reader=reader())

        def unheard(as_of):
            found = query.timeline(ledger, Filter(as_of=as_of))
            return [i.unheard for i in found if i.event and i.event.status == "scheduled"]

        assert unheard(date(2023, 5, 25)) == [False]
        assert unheard(None) == [True]
