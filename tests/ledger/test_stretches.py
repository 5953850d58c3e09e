"""Lists between two days are read by stretches of an index: the same things, in the same order, and little besides."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from detente.ledger import schema as s
from detente.ledger.facets import FIRST_DAY, LAST_DAY, Selection, listing
from detente.ledger.stretches import Reach, reach, sequence
from tests.ledger.stories import new_ledger

c = s.items.c
FIRST = date(2019, 12, 1)
DAYS = st.integers(0, 1200).map(lambda n: FIRST + timedelta(days=n))
BY = {
    "day": (c.on_timeline, c.day, c.lasts, ("day", "type DESC", *listing())),
    "newest": (c.type == "entry", c.listed_day, c.apart, listing(newest_first=True)),
}


@st.composite
def ranges(draw):
    """Draw a first and last day, either of which may be open, or none."""
    start = draw(DAYS)
    length = draw(st.sampled_from([0, 0, 0, 6, 30, 31, 32, 364, 366, 367, 900]))
    first, last = start.isoformat(), (start + timedelta(days=length)).isoformat()
    open_start, open_end = (FIRST_DAY, last), (first, LAST_DAY)
    return draw(st.sampled_from([(first, last), (first, last), open_start, open_end, None]))


def item(number, days, listed):
    """Make the row of a meeting with these days that is listed under a day."""
    start, end = days or (None, None)
    day = end if start == FIRST_DAY else start
    return {
        "number": number,
        "type": "entry",
        "id": str(number),
        "kind": "meeting",
        "day": day,
        "day_start": start,
        "day_end": end,
        "on_timeline": True,
        "listed_day": listed or "~",
        "listed_in": "article",
        "listed_at": number,
        "lasts": reach(days, day),
        "apart": reach(days, listed),
    }


def asked(selection, by):
    some, day, reaches, order = BY[by]
    query = select(c.id, c.type, c.day, *(c[name] for name in s.LISTED)).where(
        some, c.day.is_not(None), *selection.conditions()
    )
    plain = query.order_by(*map(text, order))
    return sequence(query, selection, by=day, reaches=reaches, order=order), plain


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.tuples(ranges(), st.one_of(st.none(), DAYS)), max_size=30),
    st.one_of(st.none(), DAYS),
    st.one_of(st.none(), st.integers(0, 500)),
)
def test_between_any_days_the_same_things_come_in_the_same_order(things, since, days):
    until = (since or FIRST) + timedelta(days=days) if days is not None else None
    rows = [item(n, days, day and day.isoformat()) for n, (days, day) in enumerate(things)]
    with TemporaryDirectory() as folder, new_ledger(Path(folder)) as ledger:
        with ledger.writing() as connection:
            connection.execute(insert(s.items), rows or [item(0, None, None)])
        with ledger.looking() as connection:
            for by in BY:
                stretched, plain = asked(Selection(since=since, until=until), by)
                found = connection.scalars(stretched.limit(9)).all()
                assert found == connection.scalars(plain.limit(9)).all()


def steps(connection, query):
    """Count by how many dozens of instructions the database answers."""
    taken = []
    raw = connection.connection.driver_connection
    raw.set_progress_handler(lambda: taken.append(1) and None, 12)
    connection.execute(query).all()
    raw.set_progress_handler(None, 0)
    return len(taken)


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("between", [(5, 20), (5, None), (None, 20)])
def test_no_more_is_read_in_a_record_of_many_years(tmp_path, by, between):
    taken = []
    since, until = (d and FIRST + timedelta(days=d) for d in between)
    for years in (1, 20):
        around = [FIRST + timedelta(days=n) for n in range(-365 * years, 365 * years)]
        days = [day.isoformat() for day in around]
        rows = [item(n, (day, day), day) for n, day in enumerate(days)]
        with new_ledger(tmp_path / str(years)) as ledger:
            with ledger.writing() as connection:
                connection.execute(insert(s.items), rows)
            with ledger.looking() as connection:
                query = asked(Selection(since=since, until=until), by)[0]
                taken.append(steps(connection, query.limit(5)))
    assert taken[1] <= taken[0] + 2


@pytest.mark.parametrize(
    ("days", "sorted_by", "expected"),
    [
        (None, "2020-01-01", None),
        (("2020-01-01", "2020-01-31"), "2020-01-01", None),
        (("2020-01-01", "2020-12-31"), "2020-01-01", Reach.YEAR),
        (("2020-01-01", "2020-01-01"), "2020-06-01", Reach.YEAR),
        (("2020-01-01", LAST_DAY), "2020-01-01", Reach.FAR),
        (("2020-01-01", "2020-01-01"), None, Reach.FAR),
    ],
)
def test_how_far_days_reach(days, sorted_by, expected):
    assert reach(days, sorted_by) == expected
