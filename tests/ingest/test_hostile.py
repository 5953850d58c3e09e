"""What people drop in by mistake or malice ends in a document or a reason, and the next file is read."""

import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.ingest import find_inputs
from detente.ingest.limits import MAX_FILE_BYTES, MAX_ROW_BYTES
from detente.model.document import Document, Reason, Rejection

from .reading import document, read_all, read_bytes, rejection

STORY = (
    "Ministers resume talks in Geneva\n\n"
    "The foreign ministers of the two states met in Geneva on Monday, officials said.\n\n"
    "They will meet again next month, the mediator told reporters after the round of talks.\n"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t\r\n ", Reason.EMPTY),
        (b"\x00" * 4096, Reason.EMPTY),
        (b"%PDF-1.7 and so on", Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Reason.BINARY),
        (bytes(range(256)) * 40 + b"\x00" * 500, Reason.BINARY),
        (b'"' * 100_000, Reason.NO_TEXT),
        (("⚔️💥" * 40_000).encode(), Reason.NO_TEXT),
    ],
)
def test_a_file_without_text_is_rejected_with_its_reason(
    tmp_path: Path, data: bytes, reason: Reason
) -> None:
    assert rejection(tmp_path, "story.txt", data).reason is reason


def test_a_huge_file_is_judged_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)  # sparse: reading it would give NULs, not a size
    (found,) = read_all(path)
    assert isinstance(found, Rejection)
    assert found.reason is Reason.TOO_LARGE
    assert "50 MB" in found.detail
    assert ".jsonl" in found.detail


def test_a_page_of_fifty_thousand_nested_elements_keeps_its_text(tmp_path: Path) -> None:
    sentence = (
        "The two governments agreed to reopen the bridge over the river in June, officials said."
    )
    page = "<html><body>" + "<div>" * 50_000 + f"<p>{sentence}</p>" + "</div>" * 50_000
    found = read_bytes(tmp_path, "deep.html", page.encode())
    assert isinstance(found, Document)
    assert sentence in found.text
    assert any("html.parser" in f.how for f in found.found)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32"]
)
def test_a_text_is_read_in_the_encoding_that_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    story = STORY.replace("officials said", "“officials” said – again")
    found = read_bytes(tmp_path, "story.txt", story.encode(encoding))
    assert isinstance(found, Document)
    assert "“officials” said – again" in found.text
    assert any(f.field == "encoding" for f in found.found) == (encoding != "utf-8")


def test_a_damaged_letter_does_not_cost_the_other_letters(tmp_path: Path) -> None:
    data = (
        STORY.replace("two states", "deux états, Türkiye, Erdoğan").encode() + b"\nEnd \xff here.\n"
    )
    found = read_bytes(tmp_path, "story.txt", data)
    assert isinstance(found, Document)
    assert "Türkiye, Erdoğan" in found.text


def test_controls_soft_hyphens_and_direction_marks_are_taken_out(tmp_path: Path) -> None:
    found = document(
        tmp_path, STORY.replace("officials", "offi\u00adcials\u202e\x07").replace("\n", "\r\n")
    )
    assert "Monday, officials said" in found.text
    assert "\r" not in found.text


def test_a_text_in_another_language_is_rejected_with_the_language(tmp_path: Path) -> None:
    german = (
        "Die Außenminister der beiden Staaten trafen sich am Montag in Genf zu Gesprächen. " * 4
    )
    found = rejection(tmp_path, "story.txt", german.encode())
    assert found.reason is Reason.OTHER_LANGUAGE
    assert "'de'" in found.detail


def test_only_regular_files_are_opened_and_the_others_are_named(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / ".hidden.txt").write_text(STORY)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    inputs, rejections = find_inputs([tmp_path])
    assert [Path(i.source).name for i in inputs] == ["story.txt"]
    assert {Path(r.source).name: r.detail for r in rejections} == {
        "pipe.txt": "a named pipe, not a file",
        "loop": "the link leads back to a folder above it",
        "gone.txt": "no such file or directory",
    }


def test_unknown_formats_are_named_and_names_without_ending_are_text(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    (tmp_path / "report of 12.5").write_text(STORY)
    inputs, (found,) = find_inputs([tmp_path])
    assert [i.path.name for i in inputs] == ["report of 12.5"]
    assert found.reason is Reason.UNKNOWN_FORMAT


def test_sources_are_the_paths_as_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "b.txt").write_text(STORY)
    (tmp_path / "news" / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    inputs, _ = find_inputs([Path("news"), Path("news/b.txt")])
    assert [i.source for i in inputs] == ["news/a.txt", "news/b.txt"]


def test_a_bad_row_is_named_by_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    text = STORY.split("\n\n", 1)[1]
    good = {"title": "Talks resume", "date": "2023-05-25T14:02:00Z", "outlet": "VH", "text": text}
    lines = [
        json.dumps(good | {"id": "a1"}),
        "{not json",
        json.dumps([1, 2]),
        json.dumps({"title": "no text"}),
        "[" * 100_000,
        "",
        json.dumps(good | {"url": "https://nwa.example/1"}),
        json.dumps(good),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(lines))
    found = read_all(path)
    documents = [f for f in found if isinstance(f, Document)]
    assert [d.source for d in documents] == [
        f"{path}#a1",
        "https://nwa.example/1",
        f"{path}#line 8",
    ]
    assert [f.subject for f in found if isinstance(f, Rejection)] == [
        "line 2",
        "line 3",
        "line 4",
        "line 5",
    ]
    first = documents[0]
    assert (first.title, first.outlet, str(first.published)) == (
        "Talks resume",
        "Valley Herald",
        "2023-05-25",
    )
    assert first.published_basis == "field of the row"


def test_a_row_beyond_the_limit_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with path.open("w") as file:
        file.write('{"text": "' + "x" * MAX_ROW_BYTES + '"}\n')
        file.write(json.dumps({"text": STORY}) + "\n")
    first, second = read_all(path)
    assert isinstance(first, Rejection)
    assert first.reason is Reason.TOO_LARGE
    assert isinstance(second, Document)


def _zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_members_of_archives_are_read_without_touching_the_disk(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w:gz") as archive:
        for name, data in {"deep.txt": STORY.encode(), "../../escape.txt": STORY.encode()}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    path = tmp_path / "all.zip"
    _zip(path, {"a/story.txt": STORY.encode(), "more.tar.gz": inner.getvalue(), ".x.txt": b"no"})
    found = read_all(path)
    assert [f.source for f in found if isinstance(f, Document)] == [
        f"{path}/a/story.txt",
        f"{path}/more.tar.gz/deep.txt",
        f"{path}/more.tar.gz/../../escape.txt",
    ]
    (link_found,) = [f for f in found if isinstance(f, Rejection)]
    assert link_found.detail == "a symbolic link, not read"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["all.zip"]


def test_bombs_and_broken_archives_are_bad_archives(tmp_path: Path) -> None:
    _zip(tmp_path / "bomb.zip", {"zeros.txt": b"0" * 5_000_000})
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    (tmp_path / "broken.tar.gz").write_bytes(gzip.compress(b"no tar at all" * 100)[:-9])
    with gzip.open(tmp_path / "bomb.tar.gz", "wb") as file:
        info = tarfile.TarInfo("zeros.txt")
        info.size = 60_000_000
        file.write(info.tobuf())
        file.write(bytes(info.size))
    reasons = {
        Path(f.source).relative_to(tmp_path).as_posix(): f.reason
        for f in read_all(tmp_path)
        if isinstance(f, Rejection)
    }
    assert reasons == {
        "bomb.tar.gz": Reason.BAD_ARCHIVE,
        "bomb.tar.gz/zeros.txt": Reason.TOO_LARGE,
        "bomb.zip/zeros.txt": Reason.BAD_ARCHIVE,
        "broken.tar.gz": Reason.BAD_ARCHIVE,
        "broken.zip": Reason.BAD_ARCHIVE,
    }


def test_files_that_share_bytes_in_a_zip_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "overlap.zip"
    _zip(path, {"a.txt": STORY.encode(), "b.txt": STORY.encode()})
    with zipfile.ZipFile(path) as archive:
        first, second = (i.header_offset for i in archive.infolist())
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")  # the central entry of b.txt: point it at a.txt
    data[at + 42 : at + 46] = first.to_bytes(4, "little")
    path.write_bytes(bytes(data))
    reasons = [f.reason for f in read_all(path) if isinstance(f, Rejection)]
    assert second > first
    assert Reason.BAD_ARCHIVE in reasons


def test_a_packed_text_is_read_and_a_packed_giant_is_not(tmp_path: Path) -> None:
    (tmp_path / "story.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "giant.txt.gz").write_bytes(gzip.compress(bytes(MAX_FILE_BYTES + 10)))
    giant, story = read_all(tmp_path)
    assert isinstance(giant, Rejection)
    assert giant.reason is Reason.TOO_LARGE
    assert isinstance(story, Document)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.lists(
            st.sampled_from(
                [
                    "# ",
                    "**",
                    "\n",
                    "\n\n",
                    "By ",
                    "MOSCOW (",
                    "AP",
                    ") — ",
                    "![",
                    "](",
                    "2023-05-26",
                    "https://a.example/b",
                    "Related: ",
                    "Original url:",
                    "He said no.",
                    "\x00",
                    "©",
                    " ",
                    "Cookies are used",
                    "REUTERS/",
                    "A view of",
                    "Ann Bell",
                    ", ",
                    "May 19, 2023.",
                ]
            ),
            max_size=60,
        ).map(lambda parts: "".join(parts).encode()),
    ),
    name=st.sampled_from(["x", "x.txt", "x.md", "x.jsonl", "x.zip", "x.tar.gz", "x.tar", "x.gz"]),
)
def test_any_bytes_are_documents_or_rejections(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for found in read_all(path):
        if isinstance(found, Document):
            assert found.text.strip()
        else:
            assert found.detail


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.lists(
        st.sampled_from(
            [
                "<html>",
                "<p>",
                "</p>",
                "<div",
                ">",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<![CDATA[",
                "<h1>",
                "Talks resume in Geneva on Monday. ",
                "&#0;",
                "&amp",
                "<meta charset=utf-7>",
                "\x00",
                "<time datetime='x'>",
            ]
        ),
        max_size=40,
    ).map(lambda parts: "".join(parts).encode())
)
def test_any_markup_is_a_document_or_a_rejection(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    (found,) = read_all(path)
    assert found.text.strip() if isinstance(found, Document) else found.detail
