from detente import query
from detente.model.document import Reason
from detente.pipeline import add
from tests.ledger.stories import new_ledger, reader


def test_who_is_not_in_the_profile_is_counted_with_an_example(ledger):
    (holm,) = query.unlisted_actors(ledger)
    assert (holm.id, holm.name, holm.count) == ("~per-holm", "Per Holm", 1)
    assert "Holm added" in holm.example.sentence


def test_what_was_left_out_is_listed_with_its_reason(ledger):
    files, passage = query.rejections(ledger)
    assert files.rejection.reason is Reason.EMPTY
    assert files.rejection.source.endswith("empty.txt")
    assert files.document is None
    assert passage.rejection.subject == "It rained in the capital."
    assert passage.document.outlet == "Sud Daily"


def test_a_file_that_can_be_read_now_is_no_longer_listed(tmp_path):
    path = tmp_path / "a.txt"
    with new_ledger(tmp_path) as ledger:
        for content in ("", "Norland said that the border was closed to all on Monday.\n"):
            path.write_text(content, "utf-8")
            add(ledger, [path], process=ledger.process, reader=reader())
        assert query.rejections(ledger) == ()
