"""Ten promises and what became of them, each on three days, by articles of later days."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from detente.assess import undertakings
from detente.model.entry import (
    Accusation,
    ActorRef,
    Agreement,
    Commitment,
    Condition,
    Entry,
    Incident,
    IncidentStatus,
    Kind,
    Meeting,
    MeetingStatus,
    Mode,
    PlaceRef,
    Refusal,
    Statement,
    Strength,
)
from detente.model.event import Event, Report, Step
from detente.model.undertaking import Undertaking
from detente.model.when import DateRange

from .stories import ALPHA, BETA, PROCESS, days, said

HOST = ActorRef("hostland", "Hostland", "Hostland")
HAPPENED = {"status": IncidentStatus.HAPPENED}


def promise(
    sentence: str,
    *published: str,
    by: tuple[ActorRef, ...] = (ALPHA,),
    to: tuple[ActorRef, ...] = (),
    due: str | None = None,
) -> tuple[Event, list[Report]]:
    """Build one commitment that was told on each of these days."""
    when = days(due) if due else None
    told = [
        said(Commitment, sentence, day, by=by, to=to, strength=Strength.PLEDGE, due=when)
        for day in published
    ]
    steps = [Step("pledge", when, (), r.id, "Agency", r.document.published) for r in told]
    event = Event(
        id="promise",
        kind=Kind.COMMITMENT,
        status="pledge",
        date=when,
        place=None,
        by=by,
        to=to,
        entries=tuple(r.id for r in told),
        history=tuple(steps),
    )
    return event, told


def done(entry_type: type[Entry], sentence: str, day: str, **fields: object) -> Report:
    """Report what happened on the day of its article."""
    return said(entry_type, sentence, day, **{"date": days(day)} | fields)


@dataclass(frozen=True)
class Story:
    """A promise, what was told later, and its outcome on some days."""

    promise: tuple[Event, list[Report]]
    later: tuple[Report, ...]
    outcomes: tuple[tuple[str, str], ...]

    def ask(self, day: str) -> Undertaking:
        event, told = self.promise
        (found,) = undertakings(
            PROCESS, [event], [*told, *self.later], as_of=date.fromisoformat(day)
        )
        return found


KEPT = done(
    Incident, "Alphia freed 20 prisoners at the bridge", "2023-05-20", by=(ALPHA,), **HAPPENED
)
STORIES = {
    "released on the day": Story(
        promise("Alphia will release 20 prisoners by 25 May", "2023-05-01", due="2023-05-25"),
        (KEPT,),
        (("2023-05-10", "open"), ("2023-05-20", "kept"), ("2023-07-01", "kept")),
    ),
    "nothing more is heard of it": Story(
        promise(
            "Alphia will hand over the minefield maps by 25 May", "2023-05-01", due="2023-05-25"
        ),
        (),
        (("2023-05-25", "open"), ("2023-05-26", "overdue"), ("2023-12-01", "overdue")),
    ),
    "no day and long silence": Story(
        promise("Alphia is to open an embassy", "2023-01-01", "2023-02-01"),
        (),
        (("2023-02-01", "open"), ("2023-07-31", "open"), ("2023-08-01", "cannot tell")),
    ),
    "released by halves, then all": Story(
        promise("Alphia will release the prisoners of Port Vale", "2023-05-01"),
        (
            done(
                Incident,
                "Alphia freed some of the prisoners of Port Vale",
                "2023-05-10",
                by=(ALPHA,),
                **HAPPENED,
            ),
            done(
                Incident,
                "Alphia freed the last prisoners of Port Vale",
                "2023-06-10",
                by=(ALPHA,),
                **HAPPENED,
            ),
        ),
        (("2023-05-05", "open"), ("2023-05-11", "partly kept"), ("2023-06-11", "kept")),
    ),
    "begun, and not told as done": Story(
        promise(
            "Alphia will withdraw its troops from the Low Hills by June",
            "2023-05-01",
            due="2023-06-30",
        ),
        (
            done(
                Incident,
                "Alphia began to withdraw its troops from the Low Hills",
                "2023-05-20",
                by=(ALPHA,),
                **HAPPENED,
            ),
        ),
        (("2023-05-10", "open"), ("2023-05-21", "in progress"), ("2023-08-01", "in progress")),
    ),
    "taken back": Story(
        promise("Alphia is ready to sign the border accord", "2023-05-01"),
        (done(Refusal, "Alphia will not sign the border accord", "2023-06-01", by=(ALPHA,)),),
        (("2023-05-02", "open"), ("2023-06-01", "withdrawn"), ("2023-09-01", "withdrawn")),
    ),
    "one says kept, another denies it": Story(
        promise("Alphia will reopen the Vale road", "2023-05-01"),
        (
            done(Incident, "Alphia reopened the Vale road", "2023-05-20", by=(ALPHA,), **HAPPENED),
            done(
                Accusation,
                "Alphia has not reopened the Vale road, Betania charged",
                "2023-05-22",
                by=(BETA,),
                to=(ALPHA,),
                said_by=(BETA,),
            ),
        ),
        (("2023-05-10", "open"), ("2023-05-21", "kept"), ("2023-05-22", "disputed")),
    ),
    "one of the two does it": Story(
        promise(
            "both will pull back their troops from the Low Hills", "2023-05-01", by=(ALPHA, BETA)
        ),
        (
            done(
                Incident,
                "Betania pulled its troops back from the Low Hills",
                "2023-05-20",
                by=(BETA,),
                **HAPPENED,
            ),
        ),
        (("2023-05-10", "open"), ("2023-05-20", "partly kept"), ("2023-07-01", "partly kept")),
    ),
    "the host brings them together": Story(
        promise(
            "Hostland will host talks of the two in Port Vale in June",
            "2023-05-01",
            by=(HOST,),
            to=(ALPHA, BETA),
            due="2023-06-01/2023-06-30",
        ),
        (
            done(
                Meeting,
                "the two met in Port Vale with their host",
                "2023-06-12",
                status=MeetingStatus.HELD,
                participants=(ALPHA, BETA, HOST),
                place=PlaceRef("vale", "Port Vale"),
            ),
        ),
        (("2023-05-10", "open"), ("2023-06-13", "kept"), ("2023-07-10", "kept")),
    ),
    "signed after its day": Story(
        promise("Alphia will sign the river treaty by 25 May", "2023-05-01", due="2023-05-25"),
        (done(Agreement, "Alphia and Betania signed the river treaty", "2023-06-04"),),
        (("2023-05-20", "open"), ("2023-06-01", "overdue"), ("2023-06-05", "kept")),
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_what_became_of_a_promise_on_three_days(name: str) -> None:
    story = STORIES[name]
    assert [(day, story.ask(day).outcome.value) for day, _ in story.outcomes] == list(
        story.outcomes
    )


@pytest.mark.parametrize("name", STORIES)
def test_only_open_overdue_and_cannot_tell_rest_on_no_sentence(name: str) -> None:
    for day, outcome in STORIES[name].outcomes:
        told = STORIES[name].ask(day)
        assert bool(told.sentences) == (outcome not in {"open", "overdue", "cannot tell"})


def test_silence_is_told_in_days() -> None:
    told = STORIES["no day and long silence"].ask("2023-08-01")
    assert told.because == "no day was set, and nothing was said for 181 days"


def test_what_is_done_late_says_how_late() -> None:
    assert STORIES["signed after its day"].ask("2023-06-05").because.endswith("10 days late")


def test_what_is_done_long_after_its_day_may_keep_another_promise() -> None:
    deed = done(Incident, "Alphia freed 20 prisoners", "2023-11-20", by=(ALPHA,), **HAPPENED)
    told = Story(PLEDGE, (deed,), ()).ask("2023-12-01")
    assert (told.outcome.value, told.sentences) == ("overdue", (deed.id,))
    assert told.because == (
        "due by 2023-05-25, 190 days past; the like told as done on 2023-11-20 by the word of Agency, 179 days late"
    )


PLEDGE = promise("Alphia will release 20 prisoners by 25 May", "2023-05-01", due="2023-05-25")


@pytest.mark.parametrize(
    "other",
    [
        done(Incident, "Betania freed 20 prisoners", "2023-05-20", by=(BETA,), **HAPPENED),
        done(Incident, "Alphia freed a fishing boat", "2023-05-20", by=(ALPHA,), **HAPPENED),
        done(Incident, "Alphia captured 20 prisoners", "2023-05-20", by=(ALPHA,), **HAPPENED),
        done(Incident, "Alphia freed 20 prisoners", "2023-04-20", by=(ALPHA,), **HAPPENED),
        done(
            Incident, "Alphia freed 20 prisoners", "2023-05-20",
            by=(ALPHA,), status=IncidentStatus.DENIED,
        ),
        done(Incident, "Alphia would free 20 prisoners", "2023-05-20", by=(ALPHA,), **HAPPENED),
        done(Agreement, "Alphia agreed to free 20 prisoners", "2023-05-20"),
        said(
            Statement, "prisoners are to come home", "2023-05-20",
            speaker=(ALPHA,), mode=Mode.INDIRECT,
        ),
    ],
    ids=lambda r: r.entry.evidence[0].quote,
)  # fmt: skip
def test_what_another_does_or_what_is_not_done_keeps_no_promise(other: Report) -> None:
    assert Story(PLEDGE, (other,), ()).ask("2023-05-22").outcome.value == "open"


def test_fewer_than_were_promised_are_a_part() -> None:
    five = done(Incident, "Alphia freed 5 prisoners", "2023-05-20", by=(ALPHA,), **HAPPENED)
    assert Story(PLEDGE, (five,), ()).ask("2023-05-22").outcome.value == "partly kept"


def test_a_promise_told_again_after_the_deed_was_not_yet_kept() -> None:
    again = promise("Alphia will release 20 prisoners", "2023-05-01", "2023-05-21")
    assert Story(again, (KEPT,), ()).ask("2023-05-22").outcome.value == "open"


def test_a_word_that_a_promise_was_kept_counts_with_its_speaker() -> None:
    word = said(
        Statement, "Alphia has kept its promise on the prisoners", "2023-05-24",
        speaker=(BETA,), mode=Mode.INDIRECT,
    )  # fmt: skip
    told = Story(PLEDGE, (word,), ()).ask("2023-05-24")
    assert (told.outcome.value, told.sentences) == ("kept", (word.id,))
    assert "by the word of Betania" in told.because


def test_a_denial_alone_leaves_the_outcome_to_the_calendar_and_is_told() -> None:
    no = said(
        Accusation, "Alphia failed to release the prisoners", "2023-05-28",
        by=(BETA,), to=(ALPHA,), said_by=(BETA,),
    )  # fmt: skip
    told = Story(PLEDGE, (no,), ()).ask("2023-05-28")
    assert (told.outcome.value, told.denials) == ("overdue", (no.id,))
    assert "said not to be kept" in told.because


def test_the_condition_in_its_sentence_stands_with_the_promise() -> None:
    event, (told,) = PLEDGE
    terms = said(Condition, told.entry.evidence[0].quote, "2023-05-01")
    terms = Report(terms.id, terms.entry, told.document)
    assert Story((event, [told]), (terms,), ()).ask("2023-05-02").conditions == (terms.id,)


def test_officials_who_were_to_take_it_up_somewhere_kept_it_by_meeting_there() -> None:
    vow = promise(
        "Hostland promised that foreign ministers would take it up in Zenithburg within a week",
        "2023-05-20", by=(HOST,), due="2023-05-20/2023-05-27",
    )  # fmt: skip
    fields = {
        "participants": (ALPHA, BETA, HOST), "status": MeetingStatus.HELD,
        "place": PlaceRef("zenithburg", "Zenithburg"), "level": "foreign ministers",
    }  # fmt: skip
    met = done(Meeting, "the three met in Zenithburg", "2023-05-26", **fields)
    late = done(Meeting, "the three met in Zenithburg", "2023-06-09", **fields)
    assert Story(vow, (met,), ()).ask("2023-05-28").outcome.value == "kept"
    assert Story(vow, (late,), ()).ask("2023-06-10").outcome.value == "overdue"


def test_the_freed_people_of_the_side_are_those_who_were_promised_to_it() -> None:
    vow = promise("Alphia will release two Betanian soldiers", "2023-05-01", to=(BETA,))
    freed = done(
        Incident, "Alphia freed two Betanians", "2023-05-20", by=(ALPHA,), to=(BETA,), **HAPPENED
    )
    assert Story(vow, (freed,), ()).ask("2023-05-22").outcome.value == "kept"


def test_a_promise_for_after_a_season_is_not_overdue_when_the_season_is_over() -> None:
    event, told = promise("Alphia intends to invite Betania after the summer", "2023-07-01")
    open_end = replace(event, date=DateRange(date(2023, 9, 1), None, "the summer"))
    asked = Story((open_end, told), (), ()).ask("2023-12-01")
    assert asked.outcome.value == "open"
    assert "due from 2023-09-01 on" in asked.because


def told_of_bruggen(status: MeetingStatus, *present: ActorRef, day: str = "2023-05-20") -> Report:
    place = PlaceRef("bruggen", "Bruggen")
    words = f"the meeting in Bruggen is {status}"
    return done(Meeting, words, day, status=status, participants=present, place=place)


INVITED = promise(
    "Hostland will invite Alphia and Betania to meet in Bruggen in May",
    "2023-05-01",
    by=(HOST,),
    to=(ALPHA, BETA),
    due="2023-05-01/2023-05-31",
)


def test_what_was_to_be_done_at_a_meeting_that_was_called_off_was_prevented() -> None:
    off = told_of_bruggen(MeetingStatus.CANCELLED)
    found = Story(INVITED, (off,), ()).ask("2023-06-10")
    assert (found.outcome, found.sentences) == ("cannot tell", (off.id,))
    assert found.because.startswith("prevented: the meeting was put off or called off")


def test_who_declined_to_come_is_named_and_not_who_invited() -> None:
    no = said(Refusal, "Betania declined to attend the Bruggen talks", "2023-05-18", by=(BETA,))
    found = Story(INVITED, (no,), ()).ask("2023-06-10")
    assert found.outcome == "cannot tell"
    assert found.because.startswith("prevented: Betania declined to come")


def test_a_meeting_from_which_one_stayed_away_is_kept_in_part() -> None:
    held = told_of_bruggen(MeetingStatus.HELD, HOST, ALPHA)
    found = Story(INVITED, (held,), ()).ask("2023-06-10")
    assert found.outcome == "partly kept"
    assert found.because.endswith("without Betania")


def test_an_offer_to_meet_at_a_place_is_kept_by_the_meeting_there_soon_after() -> None:
    offer = promise(
        "Alphia offered to meet Betania in Bruggen", "2023-05-01", by=(ALPHA,), to=(BETA,)
    )
    held = told_of_bruggen(MeetingStatus.HELD, ALPHA, BETA)
    assert Story(offer, (held,), ()).ask("2023-06-10").outcome == "kept"
