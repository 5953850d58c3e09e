from datetime import date

import pytest

from detente.model.codec import entry_from_json, entry_id, entry_to_json
from detente.model.entry import (
    ActorRef,
    Evidence,
    Figure,
    Incident,
    IncidentStatus,
    Meeting,
    MeetingStatus,
    PlaceRef,
    Plover,
)
from detente.model.errors import EvidenceError
from detente.model.when import DateRange, Precision

ARMENIA = ActorRef("armenia", "Armenia", "Armenia")


def test_an_entry_without_evidence_cannot_be_built() -> None:
    with pytest.raises(EvidenceError, match="needs evidence"):
        Meeting(document="d", evidence=(), status=MeetingStatus.HELD, participants=(ARMENIA,))


@pytest.mark.parametrize(("quote", "start", "end"), [("", 0, 0), ("abc", 0, 2), ("abc", -1, 2)])
def test_evidence_that_is_no_passage_cannot_be_built(quote: str, start: int, end: int) -> None:
    with pytest.raises(EvidenceError):
        Evidence(quote, start, end)


def test_evidence_says_what_the_text_reads_instead() -> None:
    with pytest.raises(EvidenceError, match="reads 'Baku'"):
        Evidence("Kyiv", 0, 4).check("Baku said no")


def test_an_entry_survives_the_way_to_json_and_back() -> None:
    incident = Incident(
        document="d",
        evidence=(Evidence("two soldiers were killed", 3, 27),),
        tracks=("security",),
        status=IncidentStatus.HAPPENED,
        to=(ARMENIA,),
        date=DateRange.on(date(2022, 9, 13), "Tuesday"),
        place=PlaceRef("jermuk", "Jermuk", "Armenia", 39.84, 45.67),
        figures=(Figure("soldiers", 2, 2, "Armenia"),),
        plover=Plover("ASSAULT"),
    )
    assert entry_from_json(entry_to_json(incident)) == incident


def test_the_same_content_has_the_same_id_and_another_content_another() -> None:
    def meeting(status: MeetingStatus) -> Meeting:
        return Meeting(
            document="d",
            evidence=(Evidence("they met", 0, 8),),
            status=status,
            participants=(ARMENIA,),
        )

    assert entry_id(meeting(MeetingStatus.HELD)) == entry_id(meeting(MeetingStatus.HELD))
    assert entry_id(meeting(MeetingStatus.HELD)) != entry_id(meeting(MeetingStatus.SCHEDULED))


def test_a_range_knows_how_exact_it_is() -> None:
    assert DateRange.on(date(2023, 5, 14)).precision is Precision.DAY
    assert DateRange(date(2023, 5, 1), date(2023, 5, 31)).precision is Precision.MONTH
    assert DateRange(date(2023, 1, 1), date(2023, 12, 31)).precision is Precision.YEAR
    assert DateRange(date(2023, 1, 1), None).precision is Precision.OPEN


def test_a_range_that_ends_before_it_starts_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="must not end before it starts"):
        DateRange(date(2023, 5, 2), date(2023, 5, 1))
