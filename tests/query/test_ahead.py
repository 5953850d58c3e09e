from datetime import date

import pytest

from detente import query
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.document import Document
from detente.model.entry import Evidence, Meeting, MeetingStatus, Mode, Statement
from detente.model.filter import Filter
from detente.model.when import DateRange
from detente.pipeline import rebuild
from tests.ledger.stories import ANA, NORLAND, SUDLAND, new_ledger

PROPOSED = "The ministers may meet in July, Ruiz said. Sudland said that no day was agreed."
OFF = "The talks of 2 June were put off, Ruiz said."


def evidence(text, words):
    start = text.index(words)
    return (Evidence(words, start, start + len(words)),)


def document(text, day):
    published = DateRange.on(date.fromisoformat(day))
    return Document(
        source=f"{day}.txt", text=text, title="News", outlet="Northern Post", published=published
    )


def meeting(document, words, status, first, last):
    days = DateRange(date.fromisoformat(first), date.fromisoformat(last))
    return Meeting(
        document=document.id,
        evidence=evidence(document.text, words),
        status=status,
        participants=(NORLAND, SUDLAND),
        date=days,
        tracks=("treaty",),
        said_by=(ANA,),
    )


@pytest.fixture
def board(tmp_path):
    off, proposed = document(OFF, "2023-06-01"), document(PROPOSED, "2023-06-10")
    answer = "no day was agreed"
    read = (
        (
            off,
            (
                meeting(
                    off, "The talks of 2 June", MeetingStatus.POSTPONED, "2023-06-02", "2023-06-02"
                ),
            ),
        ),
        (
            proposed,
            (
                meeting(
                    proposed,
                    "The ministers may meet",
                    MeetingStatus.PROPOSED,
                    "2023-07-01",
                    "2023-07-31",
                ),
                Statement(
                    document=proposed.id,
                    evidence=evidence(proposed.text, answer),
                    speaker=(SUDLAND,),
                    mode=Mode.INDIRECT,
                ),
            ),
        ),
    )
    with new_ledger(tmp_path) as ledger:
        run = begin_run(ledger, program="test", reader="by hand")
        for each, entries in read:
            record_document(ledger, each, Reading(reader="by hand", entries=entries), run=run)
        rebuild(ledger, ledger.process)
        yield query.board(ledger, Filter())


def test_a_meeting_that_is_only_proposed_is_the_next_one_with_the_words_of_the_other_side(board):
    (next_one,) = board.ahead.to_come
    assert next_one.chain.standing == "proposed for July 2023 by Norland"
    assert [r.sentence for r in next_one.beside] == ["no day was agreed"]
    treaty, border = board.tracks
    assert treaty.next_meeting == next_one.recorded
    assert border.next_meeting is None


def test_what_was_put_off_stands_on_its_track(board):
    treaty, border = board.tracks
    assert treaty.put_off.event.status == "postponed"
    assert border.put_off is None
