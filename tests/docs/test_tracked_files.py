"""What must stand in no file of the repository: paths of a machine, hosts of package indexes."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

_PATH = re.compile(r"(?<![\w.~)}\]-])/(?:work|root|home|Users|opt)/[\w.-]+")
_HOST = re.compile(r"py(?:pi|thonhosted)\.org|^\s*(?:-i |--(?:extra-)?index-url|--find-links)")
_THIS = Path(__file__).resolve()


def tracked():
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("not a git checkout: there is no list of tracked files")
    paths = [ROOT / name for name in listing.stdout.split("\0") if name]
    return [path for path in paths if path.is_file() and path.resolve() != _THIS]


def places(pattern):
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_path_of_a_machine():
    assert places(_PATH) == []


def test_no_file_names_the_host_of_a_package_index():
    assert places(_HOST) == []
