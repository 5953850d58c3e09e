"""What a profile drafted from articles of our own holds; the language model reads them."""

import csv
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.annotate import annotate
from detente.model.errors import ProfileError
from detente.model.profile import ActorKind, Process
from detente.pipeline.drafting import Drafted, Wish, draft_profile
from detente.processes import load_process

if TYPE_CHECKING:
    from spacy.language import Language

FIRST = (
    "Envoys open the round in Geneva\n\n"
    "Turkish Foreign Minister Orhan Kelmendi met the Greek delegation in Geneva on Monday. "
    "Kelmendi said the ceasefire and the buffer zone would hold in Zafiria.\n\n"
    "The Island Peace Council (IPC) welcomed the buffer zone. Orhan Kelmendi thanked Egypt, which had mediated. "
    "He will return to Zafiria, and the road to Zafiria will be open."
)
SECOND = (
    "Buffer zone holds\n\n"
    "The ceasefire and the buffer zone held in Zafiria, Orhan Kelmendi said. "
    "The IPC and the Island Peace Council are the same body. "
    "Egypt mediated again, said the Island Peace Council."
)
ROWS = {"a.txt": FIRST, "b.txt": SECOND}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ROWS.items():
        (folder / name).write_text(f"The Courier\n5 May 2023\n\n{text}", "utf-8")
    return folder


@pytest.fixture
def folder(drafted: Drafted, tmp_path: Path) -> Path:
    assert drafted.articles == 2
    return tmp_path / "draft"


@pytest.fixture
def drafted(articles: Path, tmp_path: Path, language: "Language") -> Drafted:
    blank = load_process("blank")
    made = draft_profile(
        [articles],
        Wish(folder=tmp_path / "draft", id="island", name="The island", at_least=2),
        annotate=lambda document: annotate(document, language=language, process=blank),
    )
    assert made is not None
    return made


def rows(folder: Path, table: str) -> dict[str, dict[str, str]]:
    with (folder / table).open(encoding="utf-8", newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


def test_the_draft_is_a_profile_that_loads(drafted: Drafted, folder: Path) -> None:
    process = load_process(folder)
    assert (process.id, process.name, process.main_track) == ("island", "The island", "talks")
    assert drafted.process == process


def test_a_person_outside_the_atlas_gets_a_row_with_side_title_and_count(folder: Path) -> None:
    person = rows(folder, "actors.csv")["Orhan Kelmendi"]
    assert (person["kind"], person["id"]) == ("person", "orhan-kelmendi")
    assert person["note"].startswith("4 times in 2 articles")
    assert "foreign minister of Turkey" in person["note"]


def test_what_the_atlas_knows_gets_a_short_row(drafted: Drafted, folder: Path) -> None:
    egypt = rows(folder, "actors.csv")["Egypt"]
    assert (egypt["id"], egypt["kind"]) == ("egypt", "")
    assert egypt["note"] == "2 times in 2 articles; in the atlas"
    assert actor(drafted.process, "Egypt").kind is ActorKind.SIDE


def test_the_initials_of_a_body_are_its_alias(drafted: Drafted) -> None:
    assert actor(drafted.process, "Island Peace Council").aliases == ("IPC",)


def test_a_place_that_is_not_known_has_no_coordinates(folder: Path) -> None:
    place = rows(folder, "places.csv")["Zafiria"]
    assert place["lat"] == ""
    assert "where it lies is not known" in place["note"]


def test_a_phrase_beside_a_cue_and_who_mediates_stand_as_comments(folder: Path) -> None:
    text = (folder / "process.toml").read_text("utf-8")
    assert '# "egypt",  # 2 sentences' in text.replace("#   ", "# ")
    assert '  # "buffer zone",  # 2 times in 2 articles' in text
    assert tomllib.loads(text)["parties"] == []


def test_a_profile_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("id,name\n", "utf-8")
    with pytest.raises(ProfileError, match="is there already"):
        draft_profile([tmp_path], Wish(folder=tmp_path, id="x", name="X"))


def test_an_id_with_other_letters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="small letters"):
        draft_profile([tmp_path], Wish(folder=tmp_path / "draft", id="Île", name="X"))


def test_nothing_to_read_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    wish = Wish(folder=tmp_path / "draft", id="x", name="X")
    assert draft_profile([tmp_path / "empty"], wish) is None
    assert not (tmp_path / "draft").exists()


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"nowhere.*no such file"):
        draft_profile([tmp_path / "nowhere"], Wish(folder=tmp_path / "draft", id="x", name="X"))


def actor(process: Process, name: str):
    return next(a for a in process.actors if a.name == name)
