from datetime import date

from detente import query
from detente.model.filter import Filter


def card(ledger, track, **where):
    (found,) = query.board(ledger, Filter(tracks=(track,), **where)).tracks
    return found


def test_the_board_has_a_card_for_each_track_of_the_profile(ledger):
    assert [c.status.track for c in query.board(ledger, Filter()).tracks] == ["treaty", "border"]


def test_the_board_is_reckoned_on_the_last_day_of_publication(ledger):
    assert query.board(ledger, Filter()).reckoned_on == date(2023, 6, 20)


def test_what_a_card_lists_is_resolved_to_its_sentences(ledger):
    border = card(ledger, "border")
    assert [r.sentence for r in border.open_commitments] == [
        "Sudland promised to open the border by 2023-07-01."
    ]
    assert border.last_refusal.sentence == "Norland refused to talk about the border."
    assert border.last_refusal.document.outlet == "Sud Daily"
    assert border.last_meeting.reports[0].sentence.startswith("Norland and Sudland met")


def test_the_board_of_an_earlier_day_awaits_what_was_announced(ledger):
    treaty = card(ledger, "treaty", as_of=date(2023, 5, 20))
    assert str(treaty.next_meeting.event.date) == "2023-05-25"
    assert treaty.last_meeting is None


def test_filters_thin_out_the_lines_of_a_card_and_not_its_status(ledger):
    whole, thin = card(ledger, "border"), card(ledger, "border", by=("Norland",))
    assert thin.status == whole.status
    assert thin.open_commitments == ()
    assert thin.last_refusal == whole.last_refusal


def test_health_counts_what_the_record_has_and_lacks(ledger):
    health = query.board(ledger, Filter()).health
    assert (health.documents, health.superseded, health.entries) == (3, 1, 8)
    assert (health.rejected_files, health.rejected_passages) == (1, 1)
    assert (health.undated, health.copies, health.left_out) == (0, 0, 0)


def test_health_of_an_earlier_day_counts_what_that_day_had(ledger):
    health = query.board(ledger, Filter(as_of=date(2023, 5, 20))).health
    assert (health.documents, health.superseded, health.entries) == (1, 0, 3)
    assert health.left_out == 2
