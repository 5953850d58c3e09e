import subprocess
import sys

HEAVY = ("spacy", "sqlalchemy", "trafilatura", "lxml", "pydantic")
ASK = """
import sys
from detente.cli.main import app
try:
    app({arguments}, prog_name="detente")
except SystemExit as end:
    assert end.code == 0, end.code
sys.stderr.write(" ".join(sorted(name for name in {heavy} if name in sys.modules)))
"""


def loaded_by(*arguments):
    script = ASK.format(arguments=list(arguments), heavy=HEAVY)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return run.stdout, run.stderr


def test_help_loads_none_of_the_heavy_libraries():
    shown, heavy = loaded_by("--help")
    assert "keep its record" in shown
    assert heavy == ""


def test_help_of_a_command_loads_none_of_ours():
    shown, heavy = loaded_by("add", "--help")
    assert "Usage: detente add" in shown
    assert heavy in ("", "pydantic")  # Typer itself loads it to read a bounded number


def test_the_package_can_be_run_by_its_name():
    command = [sys.executable, "-m", "detente", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Usage: detente " in shown
