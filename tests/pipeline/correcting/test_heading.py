"""A person gives an article its day or outlet, or leaves it out: what hangs on it follows, and can be taken back."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from detente.ledger import verify
from detente.ledger.dump import dump_views
from detente.ledger.moments import last_change
from detente.model.entry import Statement
from detente.model.errors import CorrectionError
from detente.model.filter import Filter
from detente.model.when import Basis, DateRange
from detente.pipeline import Reader, add, catch_up, rebuild, reread
from detente.pipeline.correcting import correct_article, leave_out, reject, undo
from detente.query import board, corrections, documents, entries
from tests.ledger.stories import HELD, Found, article, new_ledger, read, rows
from tests.pipeline.correcting.desk import ALL, saying, sentences, states

UNDATED = article("late", "", "", "Ruiz said on Thursday that it was late.", "Holm said no.")
EARLIER = Filter(as_of=date(2023, 5, 20))


def reckoning(doc):
    """Read as the stories are read, but reckon the day of words by that of the article."""
    found = read(doc)
    day = doc.published.end - timedelta(days=1) if doc.published else None
    when = DateRange.on(day, "Thursday", Basis.WEEKDAY) if day else None
    said = [replace(e, said_on=when) if isinstance(e, Statement) else e for e in found.entries]
    return Found(tuple(said))


def giving(function):
    return function


def by(version="reckoning 1"):
    return Reader(version, partial(giving, reckoning))


@pytest.fixture
def ledger(tmp_path):
    with new_ledger(tmp_path) as opened:
        path = rows(tmp_path / "stories.jsonl", [HELD, UNDATED])
        add(opened, [path], process=opened.process, reader=by())
        yield opened


@pytest.fixture
def late(ledger):
    return saying(ledger, "it was late").document.id


def follow(ledger):
    catch_up(ledger, ledger.process, reader=by())


def days(ledger):
    """Return the day of the article, and that of its words."""
    told = saying(ledger, "it was late")
    return str(told.document.published), str(told.entry.said_on)


def test_an_undated_article_gets_its_day_and_what_is_reckoned_from_it_follows(ledger, late):
    correct_article(ledger, late, published="2023-05-19", by="Ada", reason="as printed")
    follow(ledger)
    assert days(ledger) == ("2023-05-19", "2023-05-18")
    (told,) = corrections(ledger)
    assert (told.state, told.correction.reviewer, told.correction.reason) == (
        "applies",
        "Ada",
        "as printed",
    )
    assert told.article.id == late


def test_taken_back_the_day_is_gone_and_what_was_reckoned_from_it(ledger, late):
    (number,) = correct_article(ledger, late, published="2023-05-19", by="Ada")
    follow(ledger)
    undo(ledger, number, by="Ada")
    follow(ledger)
    assert days(ledger) == ("None", "None")
    undo(ledger, number + 1, by="Ada")
    follow(ledger)
    assert days(ledger) == ("2023-05-19", "2023-05-18")


def test_the_day_outlives_a_better_reader_the_same_file_and_a_rebuild(ledger, late, tmp_path):
    correct_article(ledger, late, published="2023-05-19", by="Ada")
    follow(ledger)
    reread(ledger, process=ledger.process, reader=by("reckoning 2"))
    assert days(ledger) == ("2023-05-19", "2023-05-18")
    path = rows(tmp_path / "stories.jsonl", [UNDATED])
    add(ledger, [path], process=ledger.process, reader=by("reckoning 3"))
    assert days(ledger) == ("2023-05-19", "2023-05-18")
    rebuild(ledger, ledger.process)
    assert days(ledger) == ("2023-05-19", "2023-05-18")
    assert verify(ledger).sound


def test_an_article_counts_as_of_the_day_that_a_person_gave_it(ledger, late):
    assert not entries(ledger, EARLIER)
    (number,) = correct_article(ledger, late, published="2023-05-19", by="Ada")
    follow(ledger)
    assert [e.document.id for e in entries(ledger, EARLIER)] == [late, late]
    assert board(ledger, EARLIER).health.left_out == 1
    correct_article(ledger, late, published="2023-05-21", by="Ben")
    follow(ledger)
    assert not entries(ledger, EARLIER)
    assert states(ledger)[number] == "overruled"


def test_the_record_is_known_with_the_day_that_it_had_then(ledger, late):
    before = str(last_change(ledger))
    correct_article(ledger, late, published="2023-05-19", by="Ada")
    follow(ledger)
    then = {str(e.document.published) for e in entries(ledger, Filter(known_at=before))}
    assert then == {"None", "2023-05-26"}


def test_an_article_gets_its_outlet(ledger, late):
    correct_article(ledger, late, outlet=" Northern  Post ", by="Ada")
    follow(ledger)
    told = entries(ledger, Filter(outlets=("Northern Post",)))
    assert {e.document.id for e in told} == {late}
    assert days(ledger) == ("None", "None")


def test_an_article_that_does_not_belong_is_left_out_whole_and_comes_back(ledger, late):
    number = leave_out(ledger, late, by="Ada", reason="of another process")
    follow(ledger)
    assert late not in {d.id for d in documents(ledger, ALL)}
    assert not [s for s in sentences(ledger) if "late" in s]
    assert board(ledger, ALL).health.superseded == 0
    undo(ledger, number, by="Ada")
    follow(ledger)
    assert saying(ledger, "it was late")


def test_where_the_newest_version_is_left_out_the_one_before_it_stands(ledger, tmp_path):
    changed = HELD | {"text": HELD["text"].replace("It rained", "Holm said that it rained")}
    path = rows(tmp_path / "stories.jsonl", [changed])
    add(ledger, [path], process=ledger.process, reader=by())
    newest = saying(ledger, "that it rained").document.id
    leave_out(ledger, newest, by="Ada")
    follow(ledger)
    assert not [s for s in sentences(ledger) if "that it rained" in s]
    assert [s for s in sentences(ledger) if "met on 2023-05-25" in s]


def test_views_that_follow_are_those_that_are_made_anew(ledger, late):
    reject(ledger, saying(ledger, "it was late").id, by="Ada")
    correct_article(ledger, late, published="2023-05-19", outlet="Sud Daily", by="Ada")
    follow(ledger)
    leave_out(ledger, saying(ledger, "refused").document.id, by="Ada")
    follow(ledger)
    with ledger.looking() as connection:
        grown = list(dump_views(connection))
    rebuild(ledger, ledger.process)
    with ledger.looking() as connection:
        assert list(dump_views(connection)) == grown


@pytest.mark.parametrize(
    ("typed", "told"),
    [({}, "is needed"), ({"published": "May"}, "is not a day"), ({"outlet": "  "}, "is needed")],
)
def test_what_says_nothing_is_not_recorded(ledger, late, typed, told):
    with pytest.raises(CorrectionError, match=told):
        correct_article(ledger, late, by="Ada", **typed)
    assert not corrections(ledger)
