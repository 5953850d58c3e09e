"""Fetch one page of the web that a reader asked for, and nothing that lies inside the reader's own network.

A name is resolved once, every address behind it must be a public one, and the connection goes to just that
address: what the name points to a moment later does not matter. Each redirect is looked at anew.
"""

import html
import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from detente.model.errors import DetenteError

PORTS = {"http": 80, "https": 443}
MOST_BYTES = 20 * 1024 * 1024
MOST_REDIRECTS = 5
SECONDS = 30.0  # for all of it
PART = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, under the address where it was found in the end."""

    url: str
    ending: str
    body: bytes

    def with_address(self) -> bytes:
        """Return the page with its address at the head, where the reader of pages looks for it."""
        if self.ending != ".html":
            return self.body
        return f'<link rel="canonical" href="{html.escape(self.url)}">\n'.encode() + self.body


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses behind a name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise DetenteError(f"{host} is not known: {error.strerror or error}") from error
    return [str(address[4][0]) for address in found]


def fetch(url: str, *, resolve: Resolve = resolve) -> Fetched:
    """Fetch a page; raise ``DetenteError`` where it cannot or must not be had."""
    until = time.monotonic() + SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(url)
        port = PORTS[parts.scheme]
        address = _public(parts.hostname or "", resolve(parts.hostname or "", port))
        answer = _ask(parts, address, port, until)
        if isinstance(answer, str):
            url = urljoin(url, answer)
            continue
        return Fetched(url, *answer)
    raise DetenteError(f"{url} leads on and on: more than {MOST_REDIRECTS} redirects")


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise DetenteError(f"{url!r} is no address of the web") from error
    if parts.scheme not in PORTS or not parts.hostname or parts.username:
        raise DetenteError(f"{url!r} is no address of the web: write http://… or https://…")
    if port not in (None, PORTS[parts.scheme]):
        raise DetenteError(f"{url!r} names a port of its own, which is not fetched from")
    return parts


def _public(host: str, addresses: list[str]) -> str:
    """Return the first address; raise unless all of them are public."""
    for address in addresses:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise DetenteError(
                f"{host} lies inside a private network, from which nothing is fetched"
            )
    if not addresses:
        raise DetenteError(f"{host} is not known")
    return addresses[0]


def _ask(parts: SplitResult, address: str, port: int, until: float) -> str | tuple[str, bytes]:
    """Return where a page has moved to, or its ending and its bytes."""
    host = parts.hostname or ""
    try:
        plain = socket.create_connection((address, port), timeout=max(until - time.monotonic(), 1))
        with plain if port == PORTS["http"] else _secured(plain, host) as line:
            line.sendall(_request(parts))
            answer = http.client.HTTPResponse(line)
            answer.begin()
            if answer.status in REDIRECTS:
                return answer.getheader("Location") or ""
            if answer.status != http.client.OK:
                raise DetenteError(f"{host} answered {answer.status} {answer.reason}")
            return _ending(host, answer), _read(host, answer, until)
    except (OSError, http.client.HTTPException) as error:
        raise DetenteError(f"{host} could not be read: {error}") from error


def _secured(line: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(line, server_hostname=host)


def _request(parts: SplitResult) -> bytes:
    path = parts.path or "/"
    wanted = f"{path}?{parts.query}" if parts.query else path
    lines = (
        f"GET {wanted} HTTP/1.1",
        f"Host: {parts.hostname}",
        "User-Agent: detente",
        "Accept: text/html, text/plain",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    if any("\r" in line or "\n" in line for line in lines):
        raise DetenteError("an address holds no line ends")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii", "backslashreplace")


def _ending(host: str, answer: http.client.HTTPResponse) -> str:
    kind = (answer.getheader("Content-Type") or "text/html").partition(";")[0].strip().casefold()
    if kind not in ENDINGS:
        raise DetenteError(f"{host} sent {kind!r}, which is neither a page nor text")
    return ENDINGS[kind]


def _read(host: str, answer: http.client.HTTPResponse, until: float) -> bytes:
    body = bytearray()
    while part := answer.read(PART):
        body += part
        if len(body) > MOST_BYTES:
            raise DetenteError(f"{host} sent more than {MOST_BYTES // 1024 // 1024} MB")
        if time.monotonic() > until:
            raise DetenteError(f"{host} took more than {SECONDS:.0f} seconds")
    return bytes(body)
