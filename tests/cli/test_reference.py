from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.ending import Code
from detente.cli.main import COMMANDS, app
from detente.cli.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


def test_the_page_of_the_commands_says_what_the_help_says():
    remedy = "it is old: python -m detente.cli.reference > docs/cli.md"
    assert PAGE.read_text(encoding="utf-8") == reference(), remedy


def test_every_exit_code_is_documented():
    assert all(f"| {code.value} | " in reference() for code in Code)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_help_has_examples_that_name_the_command(command):
    shown = CliRunner().invoke(app, [command.name, "--help"])
    assert shown.exit_code == 0
    examples = shown.stdout.split("Examples:")[1].split("\n")
    assert any(line.startswith(f"    detente {command.name}") for line in examples)


def test_help_is_plain_and_fits_a_narrow_terminal():
    shown = CliRunner(env={"COLUMNS": "40", "TERMINAL_WIDTH": "40"}).invoke(app, ["--help"])
    assert "\x1b" not in shown.stdout
    assert not set(shown.stdout) & set("│╭╮╰╯─")
