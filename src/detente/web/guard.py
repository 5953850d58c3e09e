"""What stands between the pages and the rest of the world: hosts, origins and headers of every answer.

The server listens on loopback, but any page that the user opens can send it requests, and a name that
someone else owns can be made to point to it. So the name that was asked for must be ours, and what
writes must come from our own pages.
"""

import hmac
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
READING = frozenset({"GET", "HEAD"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
FOREIGN = "Only a page of this server may write to the record. Nothing was changed."
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # not "no-referrer": a browser then writes "Origin: null" where our own forms send theirs
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def new_token() -> str:
    """Make the token that every form of this run of the server carries."""
    return secrets.token_urlsafe(32)


def same_token(given: str, ours: str) -> bool:
    """Compare two tokens in a time that tells nothing of them."""
    return hmac.compare_digest(given.encode(), ours.encode())


class Guard:
    """Refuses requests for other hosts, and writing ones of other origins; gives every answer its headers.

    ``page`` makes a page of a refusal; another host gets none of ours.
    """

    def __init__(self, app: ASGIApp, page: Callable[[str, int], Response]) -> None:
        self.app = app
        self.page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        await (refusal or self.app)(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if host_name(host) not in LOOPBACK:
            return PlainTextResponse("This server answers to localhost only.\n", status_code=421)
        if method not in READING and not _of_our_pages(headers, host):
            return self.page(FOREIGN, 403)
        return None


def host_name(host: str) -> str | None:
    """Return the name in a ``Host`` header without its port."""
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _of_our_pages(headers: Headers, host: str) -> bool:
    site = headers.get("sec-fetch-site", "same-origin")
    return headers.get("origin") == f"http://{host}" and site == "same-origin"
