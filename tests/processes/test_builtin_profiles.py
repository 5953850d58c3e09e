from collections import Counter
from datetime import date
from functools import cache

import pytest

from detente.model.profile import ActorKind, Process
from detente.processes import ambiguous_names, builtin_names, load_process

TRACKS_OF_THE_GUIDE = {
    "armenia-azerbaijan": "treaty recognition border transport security karabakh humanitarian contacts turkey russia",
    "ethiopia": "talks ceasefire aid transition security",
    "gaza": "ceasefire hostages aid governance security",
    "iran-us": "talks nuclear sanctions security",
    "sudan": "talks ceasefire aid transition security",
    "syria": "talks ceasefire aid transition security",
    "ukraine-russia": "talks ceasefire territory prisoners guarantees sanctions security",
    "yemen": "truce talks aid economy security",
}


@pytest.fixture(scope="module")
def caucasus() -> Process:
    return profile("armenia-azerbaijan")


def holders(process: Process, title: str, side: str, day: date) -> list[str]:
    return [
        actor.name
        for actor in process.actors
        for office in actor.offices
        if (office.title, office.side) == (title, side) and office.held_on(day)
    ]


@cache
def profile(name: str) -> Process:
    return load_process(name)


def test_a_profile_for_each_process_of_the_guide_comes_with_the_program() -> None:
    assert builtin_names() == tuple(sorted((*TRACKS_OF_THE_GUIDE, "blank")))


@pytest.mark.parametrize("name", builtin_names())
def test_every_built_in_profile_loads(name: str) -> None:
    process = profile(name)
    assert process.id == name
    assert process.main_track in {track.id for track in process.tracks}
    assert all(track.definition and track.cues for track in process.tracks)


@pytest.mark.parametrize("name", TRACKS_OF_THE_GUIDE)
def test_tracks_are_those_of_the_guide(name: str) -> None:
    assert [track.id for track in profile(name).tracks] == TRACKS_OF_THE_GUIDE[name].split()


@pytest.mark.parametrize("name", TRACKS_OF_THE_GUIDE)
def test_every_process_has_parties_and_mediators(name: str) -> None:
    assert len(profile(name).parties) == 2
    assert profile(name).mediators


@pytest.mark.parametrize(
    ("day", "minister"),
    [
        (date(2020, 10, 9), "Zohrab Mnatsakanyan"),
        (date(2020, 11, 16), "Zohrab Mnatsakanyan"),
        (date(2020, 12, 1), "Ara Aivazian"),
        (date(2023, 5, 14), "Ararat Mirzoyan"),
    ],
)
def test_foreign_minister_of_armenia_depends_on_the_day(
    caucasus: Process, day: date, minister: str
) -> None:
    assert holders(caucasus, "foreign minister", "Armenia", day) == [minister]


def test_between_two_ministers_the_office_is_empty(caucasus: Process) -> None:
    assert holders(caucasus, "foreign minister", "Armenia", date(2021, 7, 1)) == []


SINGLE_OFFICES = ("president", "prime minister", "foreign minister", "defence minister")


@pytest.mark.parametrize("name", builtin_names())
@pytest.mark.parametrize("day", [date(year, 6, 30) for year in range(2012, 2026)])
def test_no_two_persons_hold_a_single_office_at_once(name: str, day: date) -> None:
    held = Counter(
        (office.title, office.side)
        for actor in profile(name).actors
        for office in actor.offices
        if office.title in SINGLE_OFFICES and office.held_on(day)
    )
    assert [office for office, count in held.items() if count > 1] == []


@pytest.mark.parametrize("name", builtin_names())
def test_canonical_names_and_ids_are_unique(name: str) -> None:
    process = profile(name)
    for values in (
        [actor.name.casefold() for actor in process.actors],
        [actor.id for actor in process.actors],
        [place.id for place in process.places],
        [outlet.name.casefold() for outlet in process.outlets],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


@pytest.mark.parametrize("name", builtin_names())
def test_no_surname_is_the_name_of_a_side_or_of_its_people(name: str) -> None:
    """A person of the name of Houthi would be found wherever the Houthi movement is meant."""
    others, surnames = set(), set()
    for actor in profile(name).actors:
        if actor.kind is ActorKind.PERSON:
            surnames |= {full.split()[-1].split("-")[-1] for full in actor.names if " " in full}
        else:
            others |= {*actor.names, *actor.adjectives}
    assert surnames & others == set()


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("Nikol Pashinian", "Nikol Pashinyan"),
        ("İlham Əliyev", "Ilham Aliyev"),
        ("Ceyhun Bayramov", "Jeyhun Bayramov"),
        ("Ararat Mirzoian", "Ararat Mirzoyan"),
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("EU", "European Union"),
        ("U.S.", "United States"),
        ("Türkiye", "Turkey"),
        ("ICRC", "International Committee of the Red Cross"),
    ],
)
def test_usual_spellings_lead_to_the_canonical_name(
    caucasus: Process, spelling: str, canonical: str
) -> None:
    assert [actor.name for actor in caucasus.actors if spelling in actor.names] == [canonical]


@pytest.mark.parametrize(
    ("name", "spelling", "canonical"),
    [
        ("syria", "Walid al-Muallem", "Walid al-Moualem"),
        ("syria", "HNC", "High Negotiations Committee"),
        ("gaza", "IDF", "Israel Defense Forces"),
        ("gaza", "Hostage and Missing Families Forum", "Hostages and Missing Families Forum"),
        ("iran-us", "Abbas Araqchi", "Abbas Araghchi"),
        ("yemen", "Ansar Allah", "Houthis"),
        ("ukraine-russia", "Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("sudan", "Hemedti", "Mohamed Hamdan Dagalo"),
        ("ethiopia", "TPLF", "Tigray"),
    ],
)
def test_usual_spellings_of_other_processes(name: str, spelling: str, canonical: str) -> None:
    assert [a.name for a in profile(name).actors if spelling in a.names] == [canonical]


@pytest.mark.parametrize(
    ("name", "title", "side", "day", "person"),
    [
        ("syria", "special envoy", "United Nations", date(2016, 3, 1), "Staffan de Mistura"),
        ("gaza", "defence minister", "Israel", date(2024, 1, 1), "Yoav Gallant"),
        ("gaza", "defence minister", "Israel", date(2025, 1, 1), "Israel Katz"),
        ("iran-us", "foreign minister", "Iran", date(2015, 7, 14), "Mohammad Javad Zarif"),
        ("iran-us", "secretary of state", "United States", date(2015, 7, 14), "John Kerry"),
        ("yemen", "president", "Yemen", date(2022, 4, 7), "Abdrabbuh Mansur Hadi"),
        ("ukraine-russia", "defence minister", "Russia", date(2022, 2, 24), "Sergei Shoigu"),
        ("sudan", "prime minister", "Sudan", date(2021, 1, 1), "Abdalla Hamdok"),
        ("ethiopia", "prime minister", "Ethiopia", date(2022, 11, 2), "Abiy Ahmed"),
    ],
)
def test_an_office_of_another_process_depends_on_the_day(
    name: str, title: str, side: str, day: date, person: str
) -> None:
    assert person in holders(profile(name), title, side, day)


@pytest.mark.parametrize(
    ("capital", "side"),
    [
        ("Yerevan", "armenia"),
        ("Baku", "azerbaijan"),
        ("Brussels", "european-union"),
        ("Khankendi", "nagorno-karabakh"),
        ("Washington", "united-states"),
    ],
)
def test_a_capital_stands_for_its_side(caucasus: Process, capital: str, side: str) -> None:
    assert [place.seat_of for place in caucasus.places if capital in place.names] == [side]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Stepanakert", "Khankendi"), ("Shusha", "Shushi"), ("Kalbajar", "Karvachar")],
)
def test_a_place_has_the_names_of_both_sides(caucasus: Process, one: str, other: str) -> None:
    assert len([place for place in caucasus.places if {one, other} <= set(place.names)]) == 1


def test_every_place_of_a_country_lies_on_the_map(caucasus: Process) -> None:
    assert [place.name for place in caucasus.places if place.lat is None] == []


@pytest.mark.parametrize(
    ("country", "south", "north", "west", "east"),
    [("Armenia", 38.8, 41.35, 43.4, 46.7), ("Azerbaijan", 38.3, 42.0, 44.7, 50.7)],
)
def test_the_places_of_a_country_lie_within_it(
    caucasus: Process, country: str, south: float, north: float, west: float, east: float
) -> None:
    for place in caucasus.places:
        if place.country == country and place.lat is not None and place.lon is not None:
            assert south <= place.lat <= north, place.name
            assert west <= place.lon <= east, place.name


def test_a_body_stands_for_a_side(caucasus: Process) -> None:
    bodies = {actor.name: actor.side for actor in caucasus.actors if actor.kind is ActorKind.BODY}
    assert bodies["the Kremlin"] == "Russia"
    assert bodies["State Department"] == "United States"
    assert bodies["Bundestag"] == "Germany"


def test_people_who_share_a_surname_are_reported(caucasus: Process) -> None:
    shared = ambiguous_names(caucasus)
    assert {"armen-grigoryan", "mher-grigoryan"} <= set(shared["Grigoryan"])
    assert "Pashinyan" not in shared
    assert "Aliyev" not in shared


def test_the_contested_words_name_who_uses_them(caucasus: Process) -> None:
    words = {word: user for term in caucasus.contested for word, user in term.terms}
    assert words["liberated"].startswith("Azerbaijan")
    assert words["Khankendi"] == "Azerbaijan"


def test_blank_knows_what_everyone_knows_and_no_process() -> None:
    blank = load_process("blank")
    assert (blank.parties, blank.mediators, blank.contested) == ((), (), ())
    assert {"Syria", "United Nations", "the Kremlin"} <= {actor.name for actor in blank.actors}
    assert "Reuters" in {outlet.name for outlet in blank.outlets}
