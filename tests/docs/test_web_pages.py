import re

from detente.web.adding import PAGE as ADD
from detente.web.pages import PAGES
from tests.docs.pages import ROOT


def test_every_page_is_documented_and_no_other():
    text = (ROOT / "docs" / "pages.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `(/[^`]*)` \|", text, re.MULTILINE))
    assert documented == {page.path for page in (*PAGES, ADD)}
