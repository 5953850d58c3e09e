"""Each fault that an analyst can make in a profile, and what the program answers."""

from pathlib import Path

import pytest

from detente.model.errors import ProfileError
from detente.processes import load_process

from .island import SOUND, folder_of, with_row


def complaint(tmp_path: Path, **changed: str) -> str:
    with pytest.raises(ProfileError) as caught:
        load_process(folder_of(tmp_path, **changed))
    return str(caught.value)


FAULTY_ACTORS = [
    ("x,Xu,persn,,,,,", "row 7: unknown kind 'persn'. Write one of: side, body, person, group"),
    ("north,Nord,side,,,,,", "row 7: the id 'north' is already that of row 2"),
    ("X y,Xu,person,,,,,", "row 7: the id 'X y' has a letter that ids cannot have"),
    (",Xu,person,,,,,", "row 7: the id is empty"),
    ("x,,person,,,,,", "row 7: the name is empty"),
    ("x,Xu,person,west,,,,", "row 7: unknown side 'west'"),
    ("x,Xu,person,palace,,,,", "row 7: unknown side 'palace'"),
    ("x,Xu,body,,,,,", "row 7: a body without a side"),
    ("x,Xu,group,,,,,", "row 7: a group without members"),
    ("x,Xu,group,,,,north;west,", "row 7: unknown side 'west'"),
    ("x,Xu,person,,,,north,", "row 7: a person with members"),
    ("x,Xu,person,,,,,q", "row 7: unknown gender 'q'"),
    ("x,Xu,side,,north,,,", "row 7: the name 'north' is already that of 'North' (row 2)"),
    ("x,Xu,side,,,northern,,", "row 7: the name 'northern' is already that of 'North' (row 2)"),
    ("x,ada berg,person,,,,,", "row 7: 'ada berg' is already the name in row 6"),
    ("x,Xu,person,,a,b,c,f,late", "row 7: more cells than columns (from 'late' on)"),
    ('x,"Xu,person,,,,,', "row 7: the row cannot be read"),
]


@pytest.mark.parametrize(("row", "says"), FAULTY_ACTORS)
def test_a_faulty_actor_is_named_by_its_row(tmp_path: Path, row: str, says: str) -> None:
    message = complaint(tmp_path, actors=with_row("actors.csv", row))
    assert message.startswith(f"island/actors.csv, {says}")


FAULTY_OFFICES = [
    ("nobody,mayor,north,,", "row 3: an office of 'nobody', who is no person in actors.csv"),
    ("palace,mayor,north,,", "row 3: an office of 'palace', who is no person in actors.csv"),
    ("ada-berg,,north,,", "row 3: the title is empty"),
    ("ada-berg,mayor,west,,", "row 3: unknown side 'west'"),
    ("ada-berg,mayor,,,", "row 3: the side is empty"),
    ("ada-berg,mayor,north,16/11/2020,", "row 3: '16/11/2020' in 'start' is no date"),
    ("ada-berg,mayor,north,2020-02-30,", "row 3: '2020-02-30' in 'start' is no date"),
    ("ada-berg,mayor,north,,2020-13", "row 3: '2020-13' in 'end' is no date"),
    ("ada-berg,mayor,north,2021,2020-05-01", "row 3: the office ends (2020-05-01) before"),
]


@pytest.mark.parametrize(("row", "says"), FAULTY_OFFICES)
def test_a_faulty_office_is_named_by_its_row(tmp_path: Path, row: str, says: str) -> None:
    message = complaint(tmp_path, offices=with_row("offices.csv", row))
    assert message.startswith(f"island/offices.csv, {says}")


FAULTY_PLACES = [
    ("x,Xu,,city,,95,44,", "row 3: lat 95 is out of range"),
    ("x,Xu,,city,,40,-181,", "row 3: lon -181 is out of range"),
    ("x,Xu,,city,,nan,44,", "row 3: lat nan is out of range"),
    ("x,Xu,,city,,forty,44,", "row 3: 'forty' in 'lat' is no number"),
    ("x,Xu,,city,,40,,", "row 3: one of lat and lon is empty"),
    ("x,Xu,,town,,,,", "row 3: unknown kind of place 'town'"),
    ("x,Xu,,city,,,,west", "row 3: unknown side 'west'"),
    ("x,harbour,,city,,,,", "row 3: the name 'harbour' is already that of 'Port' (row 2)"),
    ("port,Xu,,city,,,,", "row 3: the id 'port' is already that of row 2"),
]


@pytest.mark.parametrize(("row", "says"), FAULTY_PLACES)
def test_a_faulty_place_is_named_by_its_row(tmp_path: Path, row: str, says: str) -> None:
    message = complaint(tmp_path, places=with_row("places.csv", row))
    assert message.startswith(f"island/places.csv, {says}")


FAULTY_OUTLETS = [
    ("IW,,,,", "row 3: 'IW' already belongs to 'Island Wire' (row 2)"),
    ("Xu,,wire.example,,", "row 3: 'wire.example' already belongs to 'Island Wire' (row 2)"),
    ("Xu,,https://xu.example,,", "row 3: 'https://xu.example' is no domain"),
    ("Xu,,www.xu.example,,", "row 3: 'www.xu.example' is no domain"),
]


@pytest.mark.parametrize(("row", "says"), FAULTY_OUTLETS)
def test_a_faulty_outlet_is_named_by_its_row(tmp_path: Path, row: str, says: str) -> None:
    message = complaint(tmp_path, outlets=with_row("outlets.csv", row))
    assert message.startswith(f"island/outlets.csv, {says}")


FAULTY_OUTLINES = [
    ('id = "island"', 'id = "is land"', "the id 'is land' has a letter that ids cannot have"),
    ('id = "island"', 'id = "island', "it is no valid TOML"),
    ('name = "The', 'nane = "The', "unknown key 'nane'"),
    ('name = "The island talks"', "", "'name' is missing or no text"),
    ('"north", "south"', '"north", "west"', "'west' is not in the profile"),
    ('parties = ["north", "south"]', 'parties = "north"', "'parties' is no list of texts"),
    ('main_track = "talks"', 'main_track = "tlaks"', "main_track 'tlaks' is no track"),
    ('"negotiat*"', '""', "[[tracks]] no. 1: no. 2 of 'cues' is empty"),
    ('"talks", "negotiat*"', "", "[[tracks]] no. 1: the track has no cues"),
    ('"negotiat*"', '"*"', "[[tracks]] no. 1: the cue '*' has a *"),
    ('"negotiat*"', '"peace* talks"', "[[tracks]] no. 1: the cue 'peace* talks' has a *"),
    ('"The talks themselves"', '""', "[[tracks]] no. 1: 'definition' is missing or no text"),
    ("[[contested]]", '[[tracks]]\nid = "talks"\nname = "T"\ndefinition = "D"\ncues = ["t"]\n[[contested]]', "two tracks have the id 'talks'"),
    ("[[tracks]]", "[tracks]", "'tracks' is no list of tables"),
    ('terms = { "border" = "North", "line" = "South" }', "terms = []", "[[contested]] no. 1: 'terms' is no table of words"),
]  # fmt: skip


@pytest.mark.parametrize(("sound", "faulty", "says"), FAULTY_OUTLINES)
def test_a_faulty_outline_says_where(tmp_path: Path, sound: str, faulty: str, says: str) -> None:
    message = complaint(tmp_path, process=SOUND["process.toml"].replace(sound, faulty))
    assert message.startswith("island/process.toml")
    assert says in message


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    actors = SOUND["actors.csv"].replace("aliases", "alias")
    assert "row 1: unknown column 'alias'" in complaint(tmp_path, actors=actors)


def test_a_doubled_column_is_refused(tmp_path: Path) -> None:
    actors = SOUND["actors.csv"].replace("adjectives", "aliases")
    assert "row 1: the column 'aliases' stands twice" in complaint(tmp_path, actors=actors)


def test_a_table_without_its_heading_is_refused(tmp_path: Path) -> None:
    actors = SOUND["actors.csv"].split("\n", 1)[1]
    assert "island/actors.csv, row 1" in complaint(tmp_path, actors=actors)


def test_a_table_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    latin = with_row("actors.csv", "x,Jürg Öz,person,,,,,").encode("latin-1")
    (folder / "actors.csv").write_bytes(latin)
    with pytest.raises(ProfileError, match=r"actors.csv, row 7: .*UTF-8") as caught:
        load_process(folder)
    assert "CSV UTF-8" in str(caught.value)


def test_a_misnamed_table_is_not_passed_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "actors.csv").rename(folder / "actor.csv")
    with pytest.raises(ProfileError, match=r"island/actor.csv: a profile has no such table"):
        load_process(folder)


def test_an_unknown_profile_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="armenia-azerbaijan, blank"):
        load_process("atlantis")
    with pytest.raises(ProfileError, match="there is no such folder"):
        load_process(tmp_path / "atlantis")
