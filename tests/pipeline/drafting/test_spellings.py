"""Which spellings are one name's."""

from collections import Counter

import pytest

from detente.pipeline.drafting.sightings import Sighting
from detente.pipeline.drafting.spellings import join_bodies, join_people, spelled


def seen(**forms: int) -> list[Sighting]:
    """Count each form in one article, as if each had been met as a name of its own."""
    return [
        Sighting(forms=Counter({form.replace("_", " "): n}), articles={form})
        for form, n in forms.items()
    ]


def names(found: list[Sighting]) -> dict[str, int]:
    return {spelled(sighting)[0]: sighting.times for sighting in found}


def test_a_surname_goes_to_the_person_who_has_it() -> None:
    assert names(join_people(seen(Ana_Lindqvist=4, Lindqvist=9))) == {"Ana Lindqvist": 13}


def test_a_surname_of_two_persons_stays_by_itself() -> None:
    found = join_people(seen(Ana_Lindqvist=4, Per_Lindqvist=3, Lindqvist=9))
    assert names(found) == {"Lindqvist": 9, "Ana Lindqvist": 4, "Per Lindqvist": 3}


def test_two_transcriptions_are_one_person_and_the_rarer_is_an_alias() -> None:
    (person,) = join_people(seen(Mohammed_Darin=5, Mohammad_al_Darin=2))
    assert spelled(person) == ("Mohammed Darin", ("Mohammad al Darin",))


def test_the_whole_name_is_shown_where_it_is_not_rare() -> None:
    (person,) = join_people(seen(De_Mirova=20, Stana_de_Mirova=6))
    assert spelled(person, whole=True) == ("Stana de Mirova", ("De Mirova",))


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("Island Peace Council", "IPC"),
        ("Movement for the Unity of Norland", "MUN"),
        ("Harbour Front", "Harbour"),
        ("al-Harbour Front", "Harbour Front"),
    ],
)
def test_initials_and_parts_of_a_body_are_its_aliases(longer: str, shorter: str) -> None:
    found = [Sighting(Counter({longer: 3}), {"a"}), Sighting(Counter({shorter: 2}), {"b"})]
    (body,) = join_bodies(found)
    assert set(body.forms) == {longer, shorter}


def test_a_common_word_joins_no_two_bodies() -> None:
    found = join_bodies(seen(Island_Security_Council=3, Council=2))
    assert len(found) == 2
