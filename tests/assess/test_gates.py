"""Conditions as a graph of gates: which track waits for what, by whose word."""

from dataclasses import replace
from datetime import date

from detente.assess import blockers
from detente.model.entry import Agreement, Condition, Incident, IncidentStatus, Mode, Statement
from detente.model.event import Report
from detente.model.gate import Blockers, GateState
from detente.model.profile import Track

from .stories import ALPHA, BETA, PROCESS, said

BORDER = Track("border", "Border", "the line between the two", ("border",))
LINKS = Track("links", "Transport", "roads and railways", ("railway",))
THREE = replace(PROCESS, tracks=(*PROCESS.tracks, BORDER, LINKS), digest="three")


def condition(
    sentence: str, day: str, track: str = "treaty", requires: tuple[str, ...] = (), **fields: object
) -> Report:
    told = {"gates": (track,), "requires": requires, "said_by": (ALPHA,)} | fields
    return said(Condition, sentence, day, **told)


def ask(*reports: Report, as_of: str = "2023-07-01", settled: tuple[str, ...] = ()) -> Blockers:
    return blockers(THREE, reports, as_of=date.fromisoformat(as_of), settled=settled)


NO_TREATY = condition("no treaty before the border is drawn", "2023-05-01", requires=("border",))


def test_the_same_condition_by_one_speaker_is_one_gate_with_its_reports() -> None:
    again = condition("without the border there is no treaty", "2023-06-01", requires=("border",))
    (gate,) = ask(NO_TREATY, again).gates
    assert (gate.track, gate.requires) == ("treaty", "border")
    assert (gate.first, gate.last) == (date(2023, 5, 1), date(2023, 6, 1))
    (voice,) = gate.voices
    assert voice.reports == (NO_TREATY.id, again.id)


def test_two_speakers_are_two_voices_of_one_gate() -> None:
    theirs = condition(
        "first the border, then the treaty", "2023-06-01", requires=("border",), said_by=(BETA,)
    )
    (gate,) = ask(NO_TREATY, theirs).gates
    assert [v.speaker for v in gate.voices] == [(ALPHA,), (BETA,)]


def test_what_names_no_track_is_told_apart_by_its_words() -> None:
    prisoners = condition("x", "2023-05-01", requires_text="all prisoners of war are released")
    mines = condition("y", "2023-05-02", requires_text="the minefield maps are handed over")
    again = condition("z", "2023-05-03", requires_text="prisoners of war are released at last")
    assert sorted(len(g.voices[0].reports) for g in ask(prisoners, mines, again).gates) == [1, 2]


def test_if_one_gate_opened_a_track_would_be_free_or_wait_for_the_rest() -> None:
    links = condition(
        "the railway only after the border", "2023-05-02", track="links", requires=("border",)
    )
    rest = condition("no treaty while shots fall", "2023-05-03", requires=("fighting",))
    freed = {f.track: f for f in ask(NO_TREATY, links, rest, settled=("border",)).freed}
    assert freed["links"].remain == ()
    assert [g.requires for g in freed["treaty"].remain] == ["fighting"]
    assert [g.requires for g in freed["treaty"].opened] == ["border"]


def test_tracks_that_wait_for_each_other_are_a_ring() -> None:
    back = condition(
        "no border before the treaty", "2023-05-02", track="border", requires=("treaty",)
    )
    assert ask(NO_TREATY, back).rings == (("border", "treaty"),)
    assert ask(NO_TREATY).rings == ()


def test_a_condition_is_fulfilled_by_a_later_sentence_that_says_so() -> None:
    text = "Betania recognises the border of 1923"
    first = condition("a treaty if " + text, "2023-05-01", requires_text=text)
    done = said(Agreement, "Betania recognised the border of 1923 in a declaration", "2023-06-01")
    (gate,) = ask(first, done).gates
    assert (gate.state, gate.because) == (GateState.FULFILLED, done.id)
    (before,) = ask(first, done, as_of="2023-05-20").gates
    assert (before.state, before.stands) == (GateState.CANNOT_TELL, True)


def test_what_is_refused_or_planned_fulfils_nothing() -> None:
    text = "Betania recognises the border of 1923"
    first = condition("a treaty if " + text, "2023-05-01", requires_text=text)
    no = said(
        Agreement, "they agreed that Betania would recognise the border of 1923", "2023-06-01"
    )
    assert ask(first, no).gates[0].state is GateState.CANNOT_TELL


def test_a_condition_is_withdrawn_by_its_speaker_alone() -> None:
    first = condition("a treaty only after prisoners are released", "2023-05-01")
    words = "prisoners are released is no longer a condition of a treaty"
    own = said(Statement, words, "2023-06-01", speaker=(ALPHA,), mode=Mode.INDIRECT)
    other = replace(own, entry=replace(own.entry, speaker=(BETA,)))  # type: ignore[call-arg]
    assert ask(first, own).gates[0].state is GateState.WITHDRAWN
    assert ask(first, other).gates[0].state is GateState.CANNOT_TELL


def test_a_condition_of_which_nobody_spoke_for_a_year_is_left_out() -> None:
    assert ask(NO_TREATY, as_of="2024-05-02").gates == ()


GIVEN_UP = said(Agreement, "Betania's men agreed to disarm and disband", "2023-06-01")


def test_what_was_asked_of_one_who_has_given_up_is_fulfilled_or_overtaken() -> None:
    arms = condition("x", "2023-05-01", requires_text="the formations lay down their arms")
    rights = condition("y", "2023-05-02", requires_text="a council of both is elected")
    states = {g.words: g.state for g in ask(arms, rights, GIVEN_UP).gates}
    assert states == {
        "the formations lay down their arms": GateState.FULFILLED,
        "a council of both is elected": GateState.OVERTAKEN,
    }


def test_what_is_asked_on_another_track_is_not_overtaken() -> None:
    links = condition("x", "2023-05-01", track="links", tracks=("links",), requires_text="a law")
    (gate,) = ask(links, GIVEN_UP).gates
    assert gate.stands


def test_a_way_that_must_be_open_is_open_when_it_is_told_so() -> None:
    road = condition("x", "2023-05-01", requires_text="the road is opened")
    told = said(Incident, "Alphia reopened the road", "2023-06-01", status=IncidentStatus.HAPPENED)
    (gate,) = ask(road, told).gates
    assert (gate.state, gate.because) == (GateState.FULFILLED, told.id)


def test_a_single_word_is_not_the_same_requirement_as_a_sentence_that_has_it() -> None:
    peace = condition("without peace no bridge is built", "2023-05-01", requires_text="peace")
    track = condition(
        "nothing is normal until there is progress on the peace track", "2023-05-02",
        requires_text="there is progress on the peace track",
    )  # fmt: skip
    assert len(ask(peace, track).gates) == 2
