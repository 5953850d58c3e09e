import re
import subprocess

from tests.docs.pages import ROOT, code_in

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DECLARED = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[0].split()
RULES = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_every_declared_target_has_a_rule():
    assert set(DECLARED) == RULES


def test_help_says_what_each_target_does():
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert {line.split("\t")[0] for line in shown.splitlines()} == RULES


def test_every_target_that_a_page_shows_has_a_rule():
    pages = (ROOT / "README.md", ROOT / "CONTRIBUTING.md")
    calls = [line for page in pages for line in code_in(page) if line.startswith("make ")]
    targets = [word for call in calls for word in call.split()[1:2] if "=" not in word]
    assert set(targets) <= RULES


def test_continuous_integration_runs_the_tests_and_nothing_else():
    script = ROOT / ".ci" / "run"
    lines = [x for x in script.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "make test"]
    assert script.stat().st_mode & 0o111
