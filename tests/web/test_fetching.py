import http.server
import threading

import pytest

from detente.model.errors import DetenteError
from detente.web import fetching
from detente.web.fetching import Fetched, fetch

PUBLIC = "93.184.215.14"


def nowhere(host, _):
    raise AssertionError(f"{host} was looked up")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.test/",
        "javascript:alert(1)",
        "http://",
        "http://example.test:22/",
        "http://user:word@example.test/",
        "http://[::1",
        "no address",
    ],
)
def test_only_plain_addresses_of_the_web_are_looked_up(url):
    with pytest.raises(DetenteError):
        fetch(url, resolve=nowhere)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "192.168.0.9",
        "169.254.169.254",
        "100.64.0.1",
        "fe80::1%eth0",
        "0.0.0.0",  # noqa: S104 - an address to refuse
    ],
)
def test_nothing_is_fetched_from_a_private_network(address):
    with pytest.raises(DetenteError, match="private network"):
        fetch("http://example.test/", resolve=lambda *_: [PUBLIC, address])


class Pages(http.server.BaseHTTPRequestHandler):
    """A small site: pages by their path."""

    def do_GET(self):
        status, kind, body, to = {
            "/page": (200, "text/html; charset=utf-8", b"<p>News", None),
            "/moved": (302, "text/html", b"", "/page"),
            "/inside": (302, "text/html", b"", "http://inside.test/"),
            "/round": (302, "text/html", b"", "/round"),
            "/film": (200, "video/mp4", b"x", None),
            "/large": (200, "text/plain", b"x" * 3000, None),
        }.get(self.path, (404, "text/html", b"", None))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if to:
            self.send_header("Location", to)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def ask(site, monkeypatch):
    """Let example.test be our site, though it lies on loopback, and inside.test be what it is."""
    monkeypatch.setitem(fetching.PORTS, "http", site)
    check = fetching._public
    monkeypatch.setattr(
        fetching,
        "_public",
        lambda host, found: found[0] if host == "example.test" else check(host, found),
    )
    return lambda path: fetch(f"http://example.test{path}", resolve=lambda *_: ["127.0.0.1"])


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched_also_where_it_has_moved(ask, path):
    found = ask(path)
    assert (found.url, found.ending, found.body) == (
        "http://example.test/page",
        ".html",
        b"<p>News",
    )


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/inside", "private network"),
        ("/round", "redirects"),
        ("/film", "neither a page nor text"),
        ("/gone", "answered 404"),
    ],
)
def test_what_cannot_be_had_is_told(ask, path, why):
    with pytest.raises(DetenteError, match=why):
        ask(path)


def test_a_page_is_read_up_to_a_bound(ask, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    with pytest.raises(DetenteError, match="more than"):
        ask("/large")


def test_the_address_stands_at_the_head_of_the_page():
    page = Fetched('http://example.test/?a="b"', ".html", b"<p>News").with_address()
    assert page == b'<link rel="canonical" href="http://example.test/?a=&quot;b&quot;">\n<p>News'
