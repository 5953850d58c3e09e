"""The life of one meeting, told by steps."""

from datetime import date

from detente.assess import chain_of
from detente.assess.explanations import explanations, sentences
from detente.model.chain import Backing, Chain, Move
from detente.model.entry import Actors, Kind, Mode, Statement
from detente.model.event import Event, Report, Step

from .stories import ALPHA, BETA, PROCESS, days, said


def steps(*told: tuple[str, str, str | None, Actors]) -> Event:
    """Build a meeting of both sides: published on, status, planned for, said by."""
    history = tuple(
        Step(status, days(on) if on else None, who, f"entry-{n}", "Agency", days(published))
        for n, (published, status, on, who) in enumerate(told)
    )
    return Event(
        id="meeting",
        kind=Kind.MEETING,
        status=history[-1].status,
        date=history[-1].date,
        place=None,
        participants=(ALPHA, BETA),
        outlets=("Agency",),
        history=history,
    )


def tell(event: Event, as_of: str = "2023-06-30", reports: tuple[Report, ...] = ()) -> Chain:
    return chain_of(event, reports, process=PROCESS, as_of=date.fromisoformat(as_of))


def moves(chain: Chain) -> list[Move]:
    return [stage.move for stage in chain.stages]


def test_a_plan_that_both_sides_speak_of_is_confirmed_by_both() -> None:
    chain = tell(
        steps(
            ("2023-06-01", "scheduled", "2023-06-12", (ALPHA,)),
            ("2023-06-02", "scheduled", "2023-06-12", (BETA,)),
        ),
        "2023-06-05",
    )
    assert moves(chain) == [Move.ANNOUNCED, Move.CONFIRMED]
    assert chain.standing == "scheduled for 2023-06-12 by both sides"


def test_the_same_voice_again_is_one_more_report_of_the_stage() -> None:
    plan = ("2023-06-01", "scheduled", "2023-06-12", (ALPHA,))
    (stage,) = tell(steps(plan, plan)).stages
    assert len(stage.reports) == 2
    assert stage.backing is Backing.ONE_SIDE


def test_what_an_outlet_tells_itself_names_the_outlet() -> None:
    chain = tell(steps(("2023-06-01", "scheduled", "2023-06-12", ())), "2023-06-05")
    assert chain.standing == "scheduled for 2023-06-12, as told by Agency"


def test_a_day_that_passed_without_a_word_is_said_to_be_so() -> None:
    chain = tell(steps(("2023-06-01", "scheduled", "2023-06-12", (ALPHA,))), "2023-06-13")
    assert chain.standing == (
        "was scheduled for 2023-06-12 by one side: Alphia; no report that it was held"
    )


def test_a_plan_recalled_after_its_day_is_no_new_plan() -> None:
    chain = tell(
        steps(
            ("2023-06-01", "scheduled", "2023-06-12", (ALPHA,)),
            ("2023-06-08", "postponed", "2023-06-12", (ALPHA,)),
            ("2023-06-20", "scheduled", "2023-06-12", ()),
        )
    )
    assert moves(chain) == [Move.ANNOUNCED, Move.PUT_OFF]
    assert chain.standing == "put off, no new day; it was planned for 2023-06-12"


def test_a_host_who_looks_forward_to_it_sets_no_day() -> None:
    chain = tell(
        steps(
            ("2023-06-01", "scheduled", "2023-06-12", (ALPHA,)),
            ("2023-06-08", "postponed", "2023-06-12", (ALPHA,)),
            ("2023-06-09", "proposed", None, ()),
        )
    )
    assert moves(chain)[-1] is Move.DAY_OPEN
    assert chain.standing.startswith("put off, no new day; said to be still due")


def test_another_day_without_a_word_of_putting_off_moves_the_meeting() -> None:
    chain = tell(
        steps(
            ("2023-06-01", "scheduled", "2023-06-21", (ALPHA,)),
            ("2023-06-08", "scheduled", "2023-06-15", (BETA,)),
        ),
        "2023-06-10",
    )
    assert moves(chain) == [Move.ANNOUNCED, Move.MOVED]
    assert chain.standing == "scheduled for 2023-06-15 by one side: Betania"


def reason(text: str, *reports: Report) -> list[tuple[str, str]]:
    return [
        (why.quote, ", ".join(a.name for a in why.speaker))
        for why in explanations(reports, {text: text})
    ]


def test_a_sentence_with_a_word_of_cause_behind_the_word_that_it_is_off_is_an_explanation() -> None:
    text = "The talks were put off on Monday. It was due to illness. The harvest was poor."
    assert reason(text) == [("It was due to illness.", "")]


def test_a_reason_given_far_from_any_meeting_is_none() -> None:
    assert reason("The road was closed because of snow.") == []


def test_a_reason_has_the_speaker_of_its_statement() -> None:
    text = "The talks were put off because Betania asked for it, Alphia said."
    said_so = said(
        Statement, text[: text.index(",")], "2023-06-01", speaker=(ALPHA,), mode=Mode.INDIRECT
    )
    head = said_so.document.id
    (why,) = explanations([said_so], {head: text})
    assert (why.speaker, why.entry) == ((ALPHA,), said_so.id)


def test_a_full_stop_behind_a_letter_ends_no_sentence() -> None:
    text = "The U.S. Secretary met Mr. Blum. They spoke."
    assert [text[a:b] for a, b in sentences(text)] == [
        "The U.S. Secretary met Mr. Blum.",
        "They spoke.",
    ]
