import re

import pytest

from detente.cli.main import COMMANDS
from tests.docs.pages import PAGES, ROOT, anchors_in, code_in, links_in

KNOWN = {command.name for command in COMMANDS}
_CALL = re.compile(r"^(?:\$ )?(?:[\w./]+/)?detente (\S+)")


def named(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_that_a_page_shows_is_known(page):
    shown = [found[1] for line in code_in(page) if (found := _CALL.match(line))]
    commands = [word for word in shown if word[0] not in "-[" and word != "COMMAND"]
    assert set(commands) <= KNOWN


def test_the_readme_shows_commands():
    assert any(_CALL.match(line) for line in code_in(ROOT / "README.md"))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_of_a_page_leads_to_a_file_and_a_heading(page):
    for link in links_in(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors_in(target), link


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_source_path_that_a_page_names_is_there(page):
    paths = [word for word in code_in(page) if re.fullmatch(r"(?:src|tests|docs)/[\w./-]+", word)]
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_index_lists_every_page_of_the_documentation():
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / link.partition("#")[0]).resolve() for link in links_in(index)}
    pages = {page for page in PAGES if (ROOT / "docs") in page.parents and page != index}
    assert pages <= listed


def test_the_decisions_are_numbered_without_a_gap():
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name[:5] for name in names] == [f"{n:04}-" for n in range(1, len(names) + 1)]
