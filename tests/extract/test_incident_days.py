"""Which day an incident is given, and whether it goes on."""

from detente.model.entry import Incident, IncidentStatus
from detente.model.when import Basis
from tests.extract.conftest import Read
from tests.extract.finding import of_type, only


def test_the_day_that_heads_a_text_is_no_day_of_what_it_tells(read: Read) -> None:
    text = "May 24, 2023 Azerbaijani forces shelled the village of Sotk, Yerevan says."
    incident = only(read(text, published=None), Incident)
    assert incident.date is None


def test_the_day_on_which_a_text_came_out_is_no_day_of_what_it_tells(read: Read) -> None:
    text = "Last updated: May 24, 2023 by Ada Roe\nAzerbaijani forces shelled the village of Sotk."
    assert only(read(text, published=None), Incident).date is None


def test_the_day_that_opens_a_sentence_is_the_day_of_its_deed(read: Read) -> None:
    text = "On May 24, 2023, Azerbaijani forces shelled the village of Sotk."
    incident = only(read(text, published=None), Incident)
    assert incident.date is not None
    assert str(incident.date.day) == "2023-05-24"


def test_a_war_that_raged_when_something_else_was_done_is_over(read: Read) -> None:
    text = "Turkey closed the frontier in 1993, as war raged between Yerevan and Baku."
    war = next(i for i in of_type(read(text), Incident) if "raged" in i.evidence[0].quote)
    assert war.status is IncidentStatus.HAPPENED


def test_a_closure_that_counts_its_weeks_has_lasted_until_the_day_of_publication(
    read: Read,
) -> None:
    text = "Baku promised to lift its three-week blockade of Stepanakert."
    blockade = only(read(text), Incident)
    assert blockade.status is IncidentStatus.ONGOING
    assert blockade.date is not None
    assert blockade.date.start is not None
    assert blockade.date.end is not None
    assert (blockade.date.end - blockade.date.start).days == 21


def test_overnight_is_the_night_before_publication(read: Read) -> None:
    text = "Azerbaijani forces shelled Sotk overnight."
    incident = only(read(text), Incident)
    assert incident.date is not None
    assert (str(incident.date.start), str(incident.date.end)) == ("2023-05-25", "2023-05-26")


def test_a_day_told_with_its_year_has_it_when_it_names_a_deed_again(read: Read) -> None:
    text = (
        "The war of September 27, 2020 was the second. "
        "Families recall the September 27 attack near Shusha."
    )
    attack = next(i for i in of_type(read(text), Incident) if "attack" in i.evidence[0].quote)
    assert attack.date is not None
    assert str(attack.date.day) == "2020-09-27"


def test_what_was_said_to_have_happened_is_of_the_day_of_the_news(read: Read) -> None:
    text = "The mayor of Shusha said on Thursday that two people had been killed in shelling."
    killed = only(read(text), Incident)
    assert killed.date is not None
    assert str(killed.date.day) == "2023-05-25"


def test_the_news_of_a_headline_is_of_the_day_of_publication_or_the_one_before(read: Read) -> None:
    text = "Azerbaijani forces have shelled the village of Sotk."
    shelled = only(read(text, title="Azerbaijani forces shell the village of Sotk"), Incident)
    assert shelled.date is not None
    assert shelled.date.basis is Basis.PUBLISHED
    assert (str(shelled.date.start), str(shelled.date.end)) == ("2023-05-25", "2023-05-26")
    assert only(read(text, title="Whose land it was"), Incident).date is None


def test_a_toll_that_adds_up_is_of_no_day(read: Read) -> None:
    text = "Azerbaijani shells have killed 300 civilians in Sotk."
    killed = only(
        read(text, title="Azerbaijani shells have killed 300 civilians in Sotk"), Incident
    )
    assert killed.date is None
