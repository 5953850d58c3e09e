"""Hostile files: a reason or the text for each, the others read, exit 4."""

import json
from pathlib import Path

from tests.acceptance.commands import detente

GOOD = (
    "Ministers meet in Moscow\n\nMay 19, 2023\n\n"
    "MOSCOW - Foreign ministers Ararat Mirzoyan and Jeyhun Bayramov met in Moscow on Friday. "
    "The talks were constructive, Russian Foreign Minister Sergey Lavrov said.\n"
)


def test_one_bad_file_never_stops_a_run(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / "latin.txt").write_bytes(GOOD.replace("Ministers", "Ministères").encode("cp1252"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "huge.txt").write_bytes(b"peace " * (50 * 1024 * 1024 // 6))
    (folder / "marks.txt").write_text('"' * 100_000, "utf-8")
    nested = "<html><body>" + "<div>" * 50_000 + f"<p>{GOOD}</p>" + "</div>" * 50_000
    (folder / "nested.html").write_text(nested, "utf-8")
    (folder / "dangling.txt").symlink_to(folder / "nowhere")

    record = tmp_path / "record"
    assert detente("init", record, "--process", "armenia-azerbaijan").returncode == 0
    added = detente("add", folder, "--json", record=record)
    assert added.returncode == 4, added.stderr
    report = json.loads(added.stdout)
    rejected = {Path(r["source"]).name: r["reason"] for r in report["rejected"]}
    assert {"empty.txt", "binary.txt", "huge.txt", "marks.txt"} <= set(rejected)
    documents = detente("export", "documents", "--format", "jsonl", record=record).stdout
    sources = {Path(json.loads(line)["source"]).name for line in documents.splitlines()}
    assert {"good.txt", "latin.txt", "nested.html"} <= sources
    assert detente("verify", record=record).returncode == 0
