"""What became of promises, in the dispatches of the demo."""

from datetime import date

from detente import query
from detente.model.filter import Filter
from detente.model.undertaking import Outcome
from detente.query import FollowedCommitment

from .conftest import Demo


def followed(demo: Demo, words: str, as_of: str) -> FollowedCommitment:
    found = query.commitments(demo.ledger, Filter(as_of=date.fromisoformat(as_of)))
    (one,) = [f for f in found if any(words in r.sentence for r in f.commitment.reports)]
    return one


def test_a_release_told_in_a_joint_statement_is_kept_once_both_freed_theirs(demo: Demo) -> None:
    words = "Azerbaijan will release 32 Armenian servicemen"
    assert followed(demo, words, "2023-12-10").undertaking.outcome is Outcome.OPEN
    kept = followed(demo, words, "2023-12-14")
    assert kept.undertaking.outcome is Outcome.KEPT
    assert any("freed 32 Armenian servicemen" in r.sentence for r in kept.sentences)
    theirs = followed(demo, "Armenia will release two Azerbaijani servicemen", "2023-12-14")
    assert theirs.undertaking.outcome is Outcome.KEPT


def test_what_officials_would_take_up_is_kept_once_they_met(demo: Demo) -> None:
    words = "deputy prime ministers would take it up in Moscow within a week"
    assert followed(demo, words, "2023-06-01").undertaking.outcome is Outcome.OPEN
    assert followed(demo, words, "2023-06-05").undertaking.outcome is Outcome.KEPT


def test_two_wordings_of_one_promise_are_one_with_its_strengths(demo: Demo) -> None:
    one = followed(demo, "intends to invite all five to Granada", "2023-07-01")
    assert [s.status for s in one.commitment.event.history] == ["readiness", "pledge"]
    assert one.undertaking.outcome is Outcome.OPEN
