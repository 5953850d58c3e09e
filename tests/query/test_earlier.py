"""What an earlier state answers is what the record answered then, or would have, had nothing come since."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ledger import Ledger
from detente.ledger.moments import last_change
from detente.ledger.recording import Reading, begin_run, record_document, record_rejections
from detente.model.document import Reason, Rejection
from detente.pipeline import rebuild
from tests.ledger.stories import MOMENT, document, profile, read
from tests.query.answers import answers

SENTENCES = (
    "Norland and Sudland will meet on 2023-05-25 over the treaty.",
    "Norland and Sudland met on 2023-05-25 over the treaty.",
    "Norland and Sudland met on 2023-05-26 over the border.",
    "Holm said that the border was a matter for experts.",
    "Sudland promised to open the border by 2023-07-01.",
    "Norland refused to talk about the border.",
    "There can be no treaty unless the border is settled, Holm added.",
    "It rained in the capital.",
)
DAYS = (None, "2023-05-15", "2023-05-20", "2023-05-20", "2023-05-27")
AS_OF = date(2023, 5, 20)

articles = st.builds(
    document,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n\n".join),
    source=st.sampled_from(["a.txt", "b.txt", "c.txt"]),
    day=st.sampled_from(DAYS),
    outlet=st.sampled_from(["Northern Post", "Sud Daily", None]),
    url=st.sampled_from([None, None, "https://example.test/1"]),
)
# read twice: once by each version of the reader, the second of which leaves the first sentence out
arrivals = st.lists(st.tuples(articles, st.sampled_from(["1", "2"])), min_size=1, max_size=5)


def stepping():
    """Return a clock that goes on a minute each time it is looked at."""
    times = (MOMENT + timedelta(minutes=n) for n in range(10_000))
    return lambda: next(times)


def new_record(folder, *, clock=lambda: MOMENT):
    if not (folder / "profile").exists():
        profile(folder / "profile")
    number = len(list(folder.iterdir()))
    return Ledger.create(folder / f"record-{number}", folder / "profile", clock=clock)


def arrive(ledger, doc, version):
    run = begin_run(ledger, program="tests", reader=version)
    found = read(doc)
    entries = found.entries[1:] if version == "2" else found.entries
    reading = Reading(reader=version, entries=entries, rejections=found.rejections)
    record_document(ledger, doc, reading, run=run)


def published_by(doc, day):
    return doc.published is not None and doc.published.end <= day


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("earlier")


@settings(max_examples=6, deadline=None)
@given(arrivals)
def test_as_of_a_day_the_record_answers_as_if_nothing_had_been_published_since(folder, arriving):
    with new_record(folder) as whole, new_record(folder) as earlier:
        lost = Rejection(Reason.EMPTY, "no bytes in it", source="empty.txt")
        record_rejections(whole, [lost], run=begin_run(whole, program="tests", reader="1"))
        for doc, version in arriving:
            arrive(whole, doc, version)
            if published_by(doc, AS_OF):
                arrive(earlier, doc, version)
        for ledger in (whole, earlier):
            rebuild(ledger, ledger.process)
        assert answers(whole, as_of=AS_OF) == answers(earlier, as_of=AS_OF)


@settings(max_examples=6, deadline=None)
@given(arrivals)
def test_known_at_a_change_the_record_answers_as_it_did_after_it(folder, arriving):
    with new_record(folder, clock=stepping()) as ledger:
        then = {}
        for doc, version in arriving:
            arrive(ledger, doc, version)
            rebuild(ledger, ledger.process)
            then[last_change(ledger)] = answers(ledger)
        for change, answered in then.items():
            assert answers(ledger, known_at=str(change)) == answered
