"""Makes the six pictures of the README from the record of the demo.

Run from the repository root; it needs Chromium (Debian's package, or any on the path)::

    .venv/bin/python benchmarks/screenshots.py

The pictures lie in ``docs/pictures``.
"""

import argparse
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from detente import query
from detente.demo import build
from detente.ledger import Ledger
from detente.model.entry import Kind
from detente.model.filter import Filter
from detente.pipeline.adding import silent
from detente.web.app import make_app

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WIDTH, HEIGHT = 1440, 920
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")


def main() -> None:
    """Serve the demo and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", type=Path, help="a record of the demo that is there already")
    wanted = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        record = wanted.record or Path(folder) / "demo"
        if wanted.record is None:
            build(record, silent, passing=False)
        with Ledger.open(record) as ledger, served(ledger) as address, sync_playwright() as play:
            path = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
            for name, (page, scheme) in pages(ledger).items():
                take(browser, address + page, PICTURES / f"{name}.png", scheme)
            browser.close()


def pages(ledger: Ledger) -> dict[str, tuple[str, str]]:
    """Return the address and the theme of each picture."""
    (meeting, *_) = query.events(
        ledger, Filter(kinds=(Kind.MEETING,), since=None, until=None, tracks=("border",))
    )[-3:]
    article = meeting.reports[0].document.id
    item = f"/chronology?from=2023-05&to=2023-05&kind=meeting&item={meeting.event.id}"
    return {
        "board": ("/", "light"),
        "timeline": ("/timeline", "light"),
        "evidence": (item, "light"),
        "article": (f"/article/{article}", "light"),
        "quotations": ("/quotations?by=Pashinyan&by=Aliyev&track=treaty", "light"),
        "blockers": ("/blockers?settled=border", "dark"),
    }


def take(browser: Browser, address: str, path: Path, scheme: str) -> None:
    """Take one picture of the window."""
    with browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=path)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """Serve a record on a free port."""
    server = uvicorn.Server(uvicorn.Config(make_app(ledger), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    main()
