import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import uvicorn
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from detente.ledger import Ledger
from detente.web.app import make_app
from tests.web.browser import Watched, browsing
from tests.web.records import hostile, stories

ORIGIN = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def record(tmp_path_factory) -> Iterator[Ledger]:
    with stories(tmp_path_factory.mktemp("stories")) as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory) -> Iterator[Ledger]:
    with hostile(tmp_path_factory.mktemp("hostile")) as opened:
        yield opened


def client_of(ledger: Ledger) -> TestClient:
    return TestClient(make_app(ledger), base_url=ORIGIN, raise_server_exceptions=True)


@pytest.fixture(scope="session")
def pages(record) -> TestClient:
    return client_of(record)


@pytest.fixture(scope="session")
def hostile_pages(hostile_record) -> TestClient:
    return client_of(hostile_record)


@dataclass(frozen=True)
class Served:
    """A server that runs, its address and its record."""

    address: str
    ledger: Ledger


def serve(ledger: Ledger) -> Iterator[Served]:
    server = uvicorn.Server(uvicorn.Config(make_app(ledger), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Served(address=f"http://127.0.0.1:{port}", ledger=ledger)
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def served(record) -> Iterator[Served]:
    yield from serve(record)


@pytest.fixture(scope="session")
def served_hostile(hostile_record) -> Iterator[Served]:
    yield from serve(hostile_record)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as started:
        yield started


@pytest.fixture
def tab(browser, served) -> Iterator[Watched]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        yield Watched(context.new_page(), served.address)
