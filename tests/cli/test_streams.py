import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "words", [("list", "entries"), ("export", "entries"), ("status", "--json")], ids=" ".join
)
def test_a_reader_that_goes_away_is_no_fault(record, words):
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        run = subprocess.run(
            [sys.executable, "-m", "detente", *words, "--record", str(record)],
            stdout=write_end,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(write_end)
    assert run.stderr == ""


def test_a_terminal_that_shows_ascii_only_gets_codes_and_no_traceback(record):
    run = subprocess.run(
        [sys.executable, "-m", "detente", "list", "meetings", "--record", str(record)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "\\u2014 Southern Herald" in run.stdout


def test_json_is_utf8_whatever_the_terminal(record):
    run = subprocess.run(
        [sys.executable, "-m", "detente", "status", "--json", "--record", str(record)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode("utf-8").startswith("{")


def test_colour_is_for_terminals_and_not_where_it_is_refused(terminal, monkeypatch):
    assert "\x1b" not in terminal.type("list", "meetings").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in terminal.type("list", "meetings").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in terminal.type("list", "meetings").stdout
