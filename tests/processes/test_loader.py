from datetime import date
from pathlib import Path

import pytest

from detente.model.errors import ProfileError
from detente.model.profile import Actor, Office
from detente.processes import ambiguous_names, builtin_names, copy_profile, load_process

from .island import SOUND, folder_of, with_row


def actor(folder: Path, identifier: str) -> Actor:
    return next(actor for actor in load_process(folder).actors if actor.id == identifier)


def test_a_sound_folder_becomes_a_process(tmp_path: Path) -> None:
    process = load_process(folder_of(tmp_path))
    assert (process.id, process.parties, process.main_track) == (
        "island",
        ("north", "south"),
        "talks",
    )
    assert [place.seat_of for place in process.places if place.id == "port"] == ["north"]
    assert process.contested[0].terms == (("border", "North"), ("line", "South"))


def test_a_person_has_the_name_of_the_side_and_the_offices(tmp_path: Path) -> None:
    ada = actor(folder_of(tmp_path), "ada-berg")
    assert (ada.side, ada.aliases, ada.gender) == ("North", ("A. Berg",), "f")
    assert ada.offices == (Office("president", "North", date(2019, 3, 1), date(2022, 12, 31)),)


def test_a_side_may_be_named_by_its_name(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, actors=with_row("actors.csv", "x,Xu,person,south,,,,"))
    assert actor(folder, "x").side == "South"


def test_an_end_given_as_a_month_is_its_last_day(tmp_path: Path) -> None:
    row = "ada-berg,mayor,north,2016-02,2016-02"
    ada = actor(folder_of(tmp_path, offices=with_row("offices.csv", row)), "ada-berg")
    assert (ada.offices[1].start, ada.offices[1].end) == (date(2016, 2, 1), date(2016, 2, 29))


def test_excel_in_german_writes_semicolons_a_mark_and_decimal_commas(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    places = (
        "sep=;\r\n"
        "id;name;aliases;kind;country;lat;lon;seat_of\r\n"
        'port;Port;"Harbour;Haven";city;North;40,5;44,25;north\r\n'
    )
    (folder / "places.csv").write_bytes(b"\xef\xbb\xbf" + places.encode())
    (port,) = (place for place in load_process(folder).places if place.id == "port")
    assert (port.aliases, port.lat, port.lon) == (("Harbour", "Haven"), 40.5, 44.25)


def test_comments_blank_lines_and_notes_are_passed_over(tmp_path: Path) -> None:
    outlets = (
        '# our list, with a lone " mark\n\nname,aliases,domains,country,kind,note\n'
        "\nIsland Wire,,,,,ask Ada\n,,,,,\n# the end\n"
    )
    process = load_process(folder_of(tmp_path, outlets=outlets))
    assert process.outlets[0].name == "Island Wire"
    assert "ask Ada" not in {outlet.kind for outlet in process.outlets}


def test_rows_are_counted_as_the_spreadsheet_counts_them(tmp_path: Path) -> None:
    offices = "# who held what\n\n" + SOUND["offices.csv"] + "\nada-berg,mayor,west,,\n"
    with pytest.raises(ProfileError, match="row 6: unknown side 'west'"):
        load_process(folder_of(tmp_path, offices=offices))


def test_an_absent_table_is_an_empty_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "outlets.csv").unlink()
    assert load_process(folder).outlets == load_process("blank").outlets


def test_a_text_that_cannot_be_a_name_of_ours_is_a_folder(tmp_path: Path) -> None:
    assert load_process(str(folder_of(tmp_path))).id == "island"


def test_two_persons_may_share_a_name_and_are_reported(tmp_path: Path) -> None:
    row = "karl-berg,Karl Berg,person,south,A. Berg,,,m"
    process = load_process(folder_of(tmp_path, actors=with_row("actors.csv", row)))
    shared = ambiguous_names(process)
    assert shared["A. Berg"] == shared["Berg"] == ("ada-berg", "karl-berg")


def test_any_edit_changes_the_digest(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    before = load_process(folder)
    (folder / "outlets.csv").write_text(SOUND["outlets.csv"] + "\n", encoding="utf-8")
    after = load_process(folder)
    assert before == after
    assert before.digest != after.digest


@pytest.mark.parametrize("name", builtin_names())
def test_a_copied_profile_is_the_same_profile(tmp_path: Path, name: str) -> None:
    folder = copy_profile(name, tmp_path / "record" / "profile")
    assert load_process(folder) == load_process(name)
    assert load_process(folder).digest == load_process(name).digest


def test_a_copy_does_not_overwrite_an_edited_profile(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with pytest.raises(ProfileError, match="is there already"):
        copy_profile("blank", folder)
    assert load_process(folder).id == "island"


def test_equal_profiles_are_one(tmp_path: Path) -> None:
    one, other = (copy_profile("blank", tmp_path / name / "process") for name in ("a", "b"))
    assert load_process(one) is load_process(other)
