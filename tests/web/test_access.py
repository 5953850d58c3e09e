"""Pages for everyone: no serious or critical finding of axe on any of them, light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.addresses import addresses, stories_and_panels

GRAVE = ("serious", "critical")
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# what the colours and the width can change; the rest is the same in both
NARROW = (
    "/chronology",
    "/timeline",
    "/calendar",
    "/matrix",
    "/quotations",
    "/article",
    "/review",
    "/add",
    "/actors",
    "/blockers",
    "/commitments",
    "/positions",
    "/stories",
)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing_grave(browser, served, scheme, width):
    found = []
    # axe's own script is put into the page by the test: the policy of the page would not have it
    with browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        # a panel that is still fading in has not yet the colours that it comes to have
        reduced_motion="reduce",
        bypass_csp=True,
    ) as context:
        page = context.new_page()
        for address in _addresses(served.ledger, narrow=width < 1000):
            page.goto(served.address + address)
            for each in Axe().run(page, options=OPTIONS).response["violations"]:
                if each["impact"] in GRAVE:
                    where = [node["html"][:160] for node in each["nodes"][:3]]
                    found.append((address, each["id"], where))
    assert found == []


def _addresses(ledger, *, narrow):
    """Return every page with the few rows of one track; narrow and dark, those that look another way."""
    names = [f"{a}{'&' if '?' in a else '?'}track=border" for a in addresses(ledger)]
    if narrow:
        some = [name for name in names if any(name.split("?")[0].startswith(n) for n in NARROW)]
        return [*some, *stories_and_panels(ledger)]
    item = addresses(ledger)[-1].rsplit("/", 1)[1]
    past = "/chronology?as_of=2023-05-20"
    panel = f"/chronology?item={item}&track=border&from=never"
    names += stories_and_panels(ledger)
    return [*names, past, panel, "/nosuch", "/quotations?by=Ruiz&by=Holm", "/quotations?text=none"]
