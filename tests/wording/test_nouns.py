from datetime import date

import pytest

from detente.model.entry import (
    ActorRef,
    Assessment,
    Condition,
    Evidence,
    Figure,
    Incident,
    IncidentStatus,
    Mode,
    Sign,
    Statement,
)
from detente.model.when import DateRange
from detente.wording import actors, days, facts, published, voices

LIND = ActorRef("lind", "Ana Lind", "Northland")
NORTH = ActorRef("north", "Northland", "Northland")
HERE = {"document": "d", "evidence": (Evidence("x", 0, 1),)}


@pytest.mark.parametrize(
    ("start", "end", "text", "shown"),
    [
        (date(2023, 5, 14), date(2023, 5, 14), "Sunday", "2023-05-14"),
        (
            date(2023, 5, 15),
            date(2023, 5, 21),
            "next week",
            "2023-05-15 to 2023-05-21, “next week”",
        ),
        (date(2023, 5, 1), date(2023, 5, 31), "in May", "2023-05, “in May”"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020", "2020"),
        (None, date(2023, 6, 1), "before June", "by 2023-06-01, “before June”"),
        (date(2023, 3, 22), None, "", "from 2023-03-22 on"),
    ],
)
def test_a_day_is_written_as_exactly_as_it_is_known(start, end, text, shown):
    assert days(DateRange(start, end, text)) == shown


def test_what_is_not_known_is_said_so():
    assert days(None) == "day not known"
    assert published(None) == "day of publication not known"


def test_bounds_of_publication_are_not_a_day():
    bounds = DateRange(date(2023, 3, 22), date(2023, 4, 30))
    assert published(bounds) == "published between 2023-03-22 and 2023-04-30"
    assert published(DateRange(date(2023, 3, 22), None)) == "published on 2023-03-22 or later"
    assert published(DateRange(None, date(2023, 3, 22))) == "published by 2023-03-22"
    assert published(DateRange.on(date(2023, 5, 14))) == "2023-05-14"


def test_a_person_is_named_with_the_side_and_a_side_alone():
    assert actors((LIND, NORTH)) == "Ana Lind (Northland), Northland"


def test_who_stands_behind_a_statement_is_its_speaker():
    statement = Statement(**HERE, speaker=(LIND,), mode=Mode.DIRECT)
    assert voices(statement) == "Ana Lind (Northland)"


def test_a_condition_says_what_hangs_on_what():
    condition = Condition(**HERE, gates=("treaty",), requires=("border",), requires_text="the line")
    assert facts(condition) == "treaty hangs on border: the line"


def test_an_incident_gives_its_figures_with_their_bounds():
    incident = Incident(
        **HERE,
        status=IncidentStatus.HAPPENED,
        by=(NORTH,),
        figures=(Figure("killed", 3, 5, "Northland"),),
    )
    assert facts(incident) == "happened · Northland · 3 to 5 killed by the count of Northland"


def test_an_assessment_says_its_sign_in_a_word():
    assert facts(Assessment(**HERE, sign=Sign.BAD)) == "trouble"
