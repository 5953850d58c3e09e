from datetime import date

from detente import query
from detente.model.filter import Filter
from detente.pipeline import add
from tests.ledger.stories import article, new_ledger, reader, rows


def sentences(found):
    return [told.sentence for told in found]


def test_quotations_come_newest_first_or_oldest_first(ledger):
    newest = query.quotations(ledger, Filter(), limit=9)
    oldest = query.quotations(ledger, Filter(), limit=9, newest_first=False)
    assert sentences(newest) == sentences(oldest)[::-1]
    assert {told.entry.kind for told in newest} == {"statement"}


def test_quotations_can_be_read_page_by_page(ledger):
    whole = query.quotations(ledger, Filter(), limit=9)
    pages = [query.quotations(ledger, Filter(), limit=1, offset=n) for n in range(len(whole) + 1)]
    assert sum(pages, ()) == whole


def test_the_latest_words_of_each_party_stand_by_track(ledger):
    found = query.latest_words(ledger, Filter(), ("border", "treaty"))
    assert [(side, told.sentence) for side, told in found["border"]] == [
        ("Norland", "Ana Ruiz said that the border was a matter for experts.")
    ]
    assert [side for side, _ in found["treaty"]] == ["Sudland"]


def test_of_the_latest_words_those_that_name_the_track_are_shown(tmp_path):
    told = ("Ana Ruiz said that the treaty was near.", "Ana Ruiz said that it would be long.")
    with new_ledger(tmp_path) as opened:
        rows(tmp_path / "files" / "told.jsonl", [article("told", "2023-05-15", "Post", *told)])
        add(opened, [tmp_path / "files"], process=opened.process, reader=reader())
        ((_, latest),) = query.latest_words(opened, Filter(), ("treaty",))["treaty"]
        assert latest.sentence == told[0]


def test_the_latest_words_between_days_that_hold_all_are_the_latest_of_all(ledger):
    tracks = ("border", "treaty")
    whole = query.latest_words(ledger, Filter(), tracks)
    between = Filter(since=date(2000, 1, 1), until=date(2030, 1, 1))
    assert query.latest_words(ledger, between, tracks) == whole


def test_the_latest_words_are_those_of_the_filter(ledger):
    of_one = query.latest_words(ledger, Filter(outlets=("Nobody's",)), ("border",))
    before = query.latest_words(ledger, Filter(until=date(2020, 1, 1)), ("border",))
    assert of_one == before == {"border": ()}


def test_news_counts_what_was_recorded_after_a_change(ledger):
    last = query.last_change(ledger)
    assert query.news(ledger, last) is None
    assert query.news(ledger, 0).documents > 0


def test_articles_are_listed_with_their_entries_and_without_texts(ledger):
    found = query.articles(ledger, Filter(), order="newest", limit=9)
    days = [str(each.head.published) for each in found]
    assert days == sorted(days, reverse=True)
    assert all(each.entries for each in found)
    oldest = query.articles(ledger, Filter(), order="oldest", limit=9)
    assert [e.head.id for e in oldest] == [e.head.id for e in found][::-1]


def test_what_was_left_out_can_be_read_page_by_page(ledger):
    whole = query.rejections(ledger, Filter())
    pages = [query.rejections(ledger, Filter(), limit=1, offset=n) for n in range(len(whole) + 1)]
    assert sum(pages, ()) == whole


def test_the_timeline_can_be_read_from_its_end(ledger):
    forth = query.timeline(ledger, Filter())
    back = query.timeline(ledger, Filter(), newest_first=True)
    assert [i.id for i in back] == [i.id for i in forth][::-1]
