import pytest

from detente.export import write_whole
from detente.model.errors import DetenteError


def test_the_file_holds_utf8_and_plain_line_ends(tmp_path):
    write_whole(tmp_path / "a.csv", ["Բ\n", "b\n"])
    assert (tmp_path / "a.csv").read_bytes() == "Բ\nb\n".encode()


def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path):
    def pieces():
        yield "new"
        raise ValueError("the record broke off")

    file = tmp_path / "a.csv"
    file.write_text("old")
    with pytest.raises(ValueError, match="broke off"):
        write_whole(file, pieces())
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_goes_on_pointing_to_the_file_that_was_written(tmp_path):
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_whole(tmp_path / "link.csv", ["new"])
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_do(tmp_path):
    with pytest.raises(DetenteError, match=r"cannot write .*missing.* -o"):
        write_whole(tmp_path / "missing" / "a.csv", ["x"])
