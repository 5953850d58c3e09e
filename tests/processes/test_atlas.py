"""How a profile is laid over the atlas: what it extends, what it takes and what it must leave."""

from datetime import date
from pathlib import Path

import pytest

from detente.model.errors import ProfileError
from detente.model.profile import Actor, ActorKind, Office, Process
from detente.processes import load_process

from .island import SOUND, folder_of, with_row


def island(tmp_path: Path, **rows: str) -> Process:
    """Load the island's profile with rows added: ``actors="x,Xu,person,,,,,"``."""
    changed = {name: with_row(f"{name}.csv", row) for name, row in rows.items()}
    return load_process(folder_of(tmp_path, **changed))


def named(process: Process, name: str) -> list[Actor]:
    return [a for a in process.actors if name in (*a.names, *a.adjectives)]


def test_every_profile_knows_the_states_their_adjectives_and_capitals(tmp_path: Path) -> None:
    process = island(tmp_path)
    assert [actor.name for actor in named(process, "U.S.")] == ["United States"]
    assert [actor.name for actor in named(process, "Emiratis")] == ["United Arab Emirates"]
    assert [place.seat_of for place in process.places if place.name == "Khartoum"] == ["sudan"]


def test_a_row_with_the_same_id_extends_the_state(tmp_path: Path) -> None:
    process = island(tmp_path, actors="georgia,Georgia,side,,Sakartvelo,Sakartvelian,,")
    (georgia,) = named(process, "Sakartvelo")
    assert georgia.aliases == ("Sakartvelo", "Republic of Georgia")
    assert georgia.adjectives == ("Sakartvelian", "Georgian", "Georgians")


def test_a_row_with_the_same_name_takes_the_place_of_the_state(tmp_path: Path) -> None:
    process = island(tmp_path, actors="ge,Georgia,side,,,,,")
    assert [actor.id for actor in named(process, "Georgian")] == ["ge"]
    assert [place.seat_of for place in process.places if place.name == "Tbilisi"] == ["ge"]


def test_a_row_may_leave_empty_what_the_atlas_knows(tmp_path: Path) -> None:
    (ruler,) = named(island(tmp_path, actors="vladimir-putin,,,,V. V. Putin,,,"), "V. V. Putin")
    assert (ruler.name, ruler.side, ruler.gender) == ("Vladimir Putin", "Russia", "m")


def test_the_profile_names_the_state_by_its_own_name(tmp_path: Path) -> None:
    process = island(tmp_path, actors="turkiye,Türkiye,side,,Turkey,,,")
    assert [(a.id, a.name) for a in named(process, "Turkey")] == [("turkiye", "Türkiye")]
    (fidan,) = named(process, "Hakan Fidan")
    assert fidan.side == "Türkiye"


def test_a_name_given_to_another_actor_is_taken_from_the_state(tmp_path: Path) -> None:
    process = island(tmp_path, actors="usa-today,The newspaper,side,,USA,,,")
    assert [actor.id for actor in named(process, "USA")] == ["usa-today"]
    assert [actor.id for actor in named(process, "U.S.")] == ["united-states"]


def test_an_army_listed_among_the_names_of_its_state_becomes_the_state(tmp_path: Path) -> None:
    process = island(tmp_path, actors="israel,Israel,side,,Israel Defense Forces,,,")
    assert [actor.id for actor in named(process, "IDF")] == ["israel"]


def test_what_the_atlas_calls_a_side_may_be_a_body_of_another(tmp_path: Path) -> None:
    process = island(tmp_path, actors="hamas,Hamas,body,palestine,,,,")
    assert [actor.side for actor in named(process, "Hamas")] == ["Palestine"]


def test_a_state_cannot_become_a_group_or_a_person(tmp_path: Path) -> None:
    with pytest.raises(
        ProfileError, match=r"island/actors.csv, row 7: 'Georgia' is known to every"
    ):
        island(tmp_path, actors="georgia,Georgia,group,,,,north;south,")


def test_a_person_is_not_taken_for_a_state_of_the_same_name(tmp_path: Path) -> None:
    with pytest.raises(
        ProfileError, match=r"'Chad' is already that of .*\(island/actors.csv, row 7"
    ):
        island(tmp_path, actors="chad-berg,Chad Berg,person,,Chad,,,")


def test_an_office_given_by_the_profile_stands_for_the_one_of_that_title(tmp_path: Path) -> None:
    process = island(
        tmp_path,
        actors="emmanuel-macron,Emmanuel Macron,person,france,,,,",
        offices="emmanuel-macron,president,france,2017-05-15,",
    )
    (macron,) = named(process, "Emmanuel Macron")
    assert macron.offices == (Office("president", "France", date(2017, 5, 15)),)


def test_an_office_of_another_title_comes_before_those_of_the_atlas(tmp_path: Path) -> None:
    process = island(tmp_path, offices="Hakan Fidan,mediator,turkey,2024,")
    (fidan,) = named(process, "Hakan Fidan")
    assert [office.title for office in fidan.offices] == [
        "mediator",
        "foreign minister",
        "intelligence chief",
    ]


def test_a_place_of_the_profile_extends_the_one_of_the_atlas(tmp_path: Path) -> None:
    process = island(tmp_path, places="kyiv,Kyiv,Kyjiw,,,,,")
    (kyiv,) = (place for place in process.places if "Kyjiw" in place.names)
    assert (kyiv.aliases, kyiv.country, kyiv.seat_of) == (("Kyjiw", "Kiev"), "Ukraine", "ukraine")


def test_a_capital_may_become_the_seat_of_another_side(tmp_path: Path) -> None:
    process = island(tmp_path, places="sanaa,Sanaa,,,,,,houthis")
    assert [place.seat_of for place in process.places if place.name == "Sanaa"] == ["houthis"]


def test_an_outlet_of_the_profile_extends_the_one_of_the_atlas(tmp_path: Path) -> None:
    process = island(tmp_path, outlets="BBC,BBC Island,island.bbc.example,,")
    (bbc,) = (outlet for outlet in process.outlets if "BBC Island" in outlet.names)
    assert {"island.bbc.example", "bbc.com"} <= set(bbc.domains)
    assert bbc.kind == "broadcaster"


def test_parties_may_be_sides_of_the_atlas(tmp_path: Path) -> None:
    outline = SOUND["process.toml"].replace('"north", "south"', '"sudan", "south-sudan"')
    process = load_process(folder_of(tmp_path, process=outline))
    assert process.parties == ("sudan", "south-sudan")


def test_the_atlas_holds_together_on_its_own() -> None:
    atlas = load_process("blank")
    seats = {actor.id for actor in atlas.actors}
    assert {place.seat_of for place in atlas.places} - {None} <= seats
    assert [place.name for place in atlas.places if place.lat is None] == []
    assert len([place for place in atlas.places if place.kind == "country"]) > 190


@pytest.mark.parametrize("word", ["It", "Is", "May", "Said", "Power", "Union", "Council"])
def test_no_name_or_surname_of_the_atlas_is_a_common_word(word: str) -> None:
    blank = load_process("blank")
    names = {name for thing in (*blank.actors, *blank.places) for name in thing.names}
    people = (actor for actor in blank.actors if actor.kind is ActorKind.PERSON)
    surnames = {name.split()[-1] for actor in people for name in actor.names}
    short = {surname for surname in surnames if len(surname) < 4}  # these are not looked for alone
    assert word.casefold() not in {name.replace(".", "").casefold() for name in names}
    assert word not in surnames - short
