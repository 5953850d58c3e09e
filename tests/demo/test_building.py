import pytest

from detente.demo import PROCESS, clear, dispatches
from detente.demo.building import MARK
from detente.model.errors import RecordError
from detente.processes import load_process


def test_the_dispatches_come_with_the_package():
    with dispatches() as folder:
        assert len([f for f in folder.iterdir() if f.suffix in (".txt", ".md", ".html")]) >= 30


def test_the_process_of_the_demo_is_built_in():
    assert load_process(PROCESS).id == PROCESS


def test_a_folder_that_the_demo_made_is_cleared(tmp_path):
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / MARK).touch()
    clear(folder)
    assert not folder.exists()
    clear(folder)


def test_any_other_folder_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(RecordError, match="not made by an earlier demo"):
        clear(tmp_path)
    assert (tmp_path / "notes.txt").is_file()


def test_a_link_to_a_folder_is_left_alone(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / MARK).touch()
    (tmp_path / "demo").symlink_to("real")
    with pytest.raises(RecordError):
        clear(tmp_path / "demo")
    assert (tmp_path / "real").is_dir()
