import io
import json
import shutil

import pytest
from rich.console import Console

from detente.cli.review_acts import Request
from detente.cli.review_loop import Session
from detente.cli.sheet import Sheet
from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.query import corrections, entries
from tests.cli.conftest import Terminal

AS_ADA = ("--as", "Ada")


@pytest.fixture
def own(record, tmp_path) -> Terminal:
    """A terminal with a copy of the record, to write in."""
    return Terminal(shutil.copytree(record, tmp_path / "talks"))


def ids(terminal, *filters):
    found = json.loads(terminal.type("list", "entries", *filters, "--json").stdout)
    return [entry["id"] for entry in found]


def refusal(terminal):
    (found,) = json.loads(terminal.type("list", "refusals", "--json").stdout)
    return found


def test_accepting_tells_what_was_recorded_and_the_list_tells_by_whom(own):
    shown = own.type("review", "accept", refusal(own)["id"], *AS_ADA, "--reason", "two sources")
    assert shown.exit_code == 0
    assert "1 · accept · applies · Ada" in shown.stdout
    assert "two sources" in shown.stdout
    assert "rejected the draft" in shown.stdout
    assert "accepted by Ada" in own.type("list", "refusals").stdout


def test_rejecting_takes_it_from_the_list_and_undoing_brings_it_back(own):
    before = own.type("export", "entries").stdout
    name = refusal(own)["id"]
    own.type("review", "reject", name[:8], *AS_ADA)
    assert name not in ids(own)
    shown = own.type("review", "undo", *AS_ADA)
    assert "1 · reject · undone" in shown.stdout
    assert own.type("export", "entries").stdout == before


def test_editing_shows_the_field_before_and_after(own):
    name = refusal(own)["id"]
    shown = own.type("review", "edit", name, "to=Northland", "date=2023-05", *AS_ADA)
    assert "to: – → Northland" in shown.stdout
    edited = refusal(own)
    assert [a["name"] for a in edited["to"]] == ["Northland"]
    assert edited["review"] == edited["review"] | {"state": "edited", "by": "Ada", "entry": name}


def test_the_page_of_an_entry_tells_the_last_word_on_it(own):
    name = refusal(own)["id"]
    own.type("review", "edit", name, "to=Northland", *AS_ADA, "--reason", "named before")
    edited = refusal(own)["id"]
    shown = " ".join(own.type("show", edited).stdout.split())
    assert "review edited by Ada" in shown
    assert f"correction 1 · named before · made of {name[:8]}" in shown
    shown = " ".join(own.type("show", name).stdout.split())
    assert "review replaced by Ada" in shown
    assert f"by {edited[:8]}" in shown


def test_adding_what_was_missed_by_its_words(own):
    document = refusal(own)["document"]
    shown = own.type(
        "review", "add", document, "the draft of the treaty", "demand", "by=Southland", *AS_ADA
    )
    assert shown.exit_code == 0
    assert "1 · add · applies" in shown.stdout
    assert "added by Ada" in own.type("list", "demands").stdout


def test_events_are_split_and_merged_and_actors_joined(own):
    (event,) = json.loads(own.type("list", "events", "--json").stdout)
    one, other = event["entries"]
    assert own.type("review", "split", event["id"], one, *AS_ADA).exit_code == 0
    apart = json.loads(own.type("list", "events", "--json").stdout)
    assert sorted(len(e["entries"]) for e in apart) == [1, 1]
    own.type("review", "merge", *(e["id"] for e in apart), *AS_ADA)
    (whole,) = json.loads(own.type("list", "events", "--json").stdout)
    assert sorted(whole["entries"]) == sorted((one, other))
    own.type("review", "different", one, other, *AS_ADA)
    own.type("review", "same", one, other, *AS_ADA)
    assert len(json.loads(own.type("list", "events", "--json").stdout)) == 1
    own.type("review", "actor", "~ana-lind", "=", "~northland", *AS_ADA)
    assert "Ana Lind" not in own.type("list", "actors").stdout
    listed = own.type("list", "corrections").stdout
    assert "split" not in listed
    assert "1 · different · overruled" in listed
    assert "~ana-lind is Northland (~northland)" in listed


def test_a_bulk_decision_lists_what_it_is_on_and_waits_for_a_yes(own):
    filters = ("--by", "Ana Lind")
    shown = own.type("review", "accept", *filters, *AS_ADA)
    assert "This would accept" in shown.stderr
    assert "We shall reopen the road by June" in shown.stdout
    assert own.type("list", "corrections").exit_code == 3
    own.type("review", "accept", *filters, *AS_ADA, "--yes")
    made = json.loads(own.type("list", "corrections", "--json").stdout)
    assert len(made) == len(ids(own, *filters)) > 1
    assert own.type("review", "accept", *filters, *AS_ADA, "--yes").exit_code == 3
    own.type("review", "undo", *AS_ADA)
    states = {c["state"] for c in json.loads(own.type("list", "corrections", "--json").stdout)}
    assert states == {"undone", "applies"}


def test_without_a_terminal_the_next_suggestion_is_shown(own):
    shown = own.type("review", *AS_ADA)
    assert "0 of 7 reviewed" in shown.stdout
    told = json.loads(own.type("review", *AS_ADA, "--json").stdout)
    assert (told["reviewer"], told["done"], told["total"]) == ("Ada", 0, 7)
    assert told["next"]["entry"]["id"] in ids(own)
    own.type("review", "accept", "--yes", *AS_ADA)
    shown = own.type("review", *AS_ADA)
    assert (shown.exit_code, shown.stderr) == (3, "All reviewed: 7 of 7.\n")
    assert own.type("review", "--as", "Ben", "--blind").exit_code == 0


def test_agreement_of_two_reviewers(own):
    first, second, *_ = ids(own)
    own.type("review", "accept", first, second, *AS_ADA)
    own.type("review", "accept", first, "--as", "Ben")
    own.type("review", "reject", second, "--as", "Ben")
    shown = own.type("review", "agreement", "Ada", "Ben")
    assert "Ada and Ben: 1 of 2 alike (50%), kappa 0.00" in shown.stdout
    assert "Ada: accepted · Ben: rejected" in shown.stdout
    told = json.loads(own.type("review", "agreement", "Ada", "Ben", "--json").stdout)
    assert (told["both"], told["agreed"], told["kappa"]) == (2, 1, 0.0)
    assert own.type("review", "agreement", "Ada", "Nobody").exit_code == 3


def test_who_is_named_by_nothing_is_the_user_of_the_machine_and_told_so(own, monkeypatch):
    monkeypatch.setenv("LOGNAME", "lovelace")
    shown = own.type("review", "accept", refusal(own)["id"])
    assert "Reviewing as lovelace" in shown.stderr
    assert "lovelace" in shown.stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("accept", "ffffffff"), 1, "the record has no entry"),
        (("accept", "ID", "--as", " "), 1, "needs the name of its reviewer"),
        (("edit", "ID"), 2, "detente review edit ID FIELD=VALUE"),
        (("edit", "ID", "nonsense"), 2, "not of the form field=value"),
        (("edit", "ID", "colour=red"), 1, "has no field 'colour'"),
        (("bless", "ID"), 2, "is no act of a review"),
        (("undo", "one"), 2, "is no number"),
        (("undo", "1"), 1, "there is no correction 1"),
        (("undo",), 1, "Ada has no correction to undo"),
        (("actor", "~ana-lind", "?", "~northland"), 2, "stands = or !="),
        (("agreement", "Ada"), 2, "agreement NAME NAME"),
        (("carry",), 1, "no correction is on offer"),
        (("accept", "--track", "weather"), 2, "has no track 'weather'"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_recorded(own, words, code, told):
    words = [refusal(own)["id"] if word == "ID" else word for word in words]
    given = () if "--as" in words else AS_ADA
    shown = own.type("review", *words, *given)
    assert shown.exit_code == code
    assert told in " ".join(shown.stderr.replace("│", " ").split())
    assert own.type("list", "corrections").exit_code == 3


# in a terminal


def session(folder, keys, *, by="Ada", blind=False, lines=()):
    """Review with these keys; return what was shown."""
    typed, written, page = iter(keys), iter(lines), io.StringIO()
    with Ledger.open(folder) as ledger:
        asked = Request(ledger=ledger, words=(), where=Filter(), by=by, reason="", blind=blind)
        sheet = Sheet(Console(file=page, width=80, color_system=None))
        Session(asked, sheet, keys=lambda: next(typed), lines=lambda _: next(written)).run()
    return page.getvalue()


def acts(folder):
    with Ledger.open(folder) as ledger:
        return [c.correction.act.value for c in reversed(corrections(ledger))]


def test_keys_accept_reject_skip_and_end(own):
    shown = session(own.folder, "ax q")
    assert acts(own.folder) == ["accept", "reject"]
    assert "2 of 7 reviewed" in shown
    with Ledger.open(own.folder) as ledger:
        assert len(entries(ledger, Filter())) == 6


def test_a_suggestion_shows_its_passage_in_its_paragraph_and_the_keys(own):
    shown = session(own.folder, "q")
    assert "»Northland and Southland met in Port Vale on Friday«" in " ".join(shown.split())
    assert "a accept · x reject" in shown


def test_backspace_goes_back_over_skips_and_decisions(own):
    session(own.folder, "a \x7f\x7f\x7fq")
    assert acts(own.folder) == ["accept", "undo"]


def test_a_field_is_edited_and_a_wrong_one_is_told(own, capsys):
    session(own.folder, "eeq", lines=["status=burnt", "status=cancelled"])
    assert "Not recorded: status of a meeting is not 'burnt'" in " ".join(
        capsys.readouterr().err.split()
    )
    assert acts(own.folder) == ["edit"]


def test_to_the_end_and_then_all_is_reviewed(own):
    shown = session(own.folder, "aaaaaaa")
    assert shown.rstrip().endswith("7 of 7 reviewed. Nothing else waits.")
    assert session(own.folder, "").startswith("7 of 7 reviewed. Nothing else waits.")
    assert "0 of 7 reviewed" in session(own.folder, "q", by="Ben", blind=True)


def test_an_unknown_key_does_nothing(own):
    session(own.folder, "zq")
    assert acts(own.folder) == []
