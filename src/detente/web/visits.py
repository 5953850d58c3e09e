"""What a reader had seen before this visit, kept in two cookies of the browser.

``detente-seen`` is the last change of the record that any page showed; it outlives the browser.
``detente-since`` is what the former said when the browser was opened; it ends with it.
"""

from fastapi import Request
from starlette.responses import Response

SEEN, SINCE = "detente-seen", "detente-since"
YEAR = 365 * 24 * 3600  # seconds
LONGEST = 12  # digits


def visited(request: Request) -> int | None:
    """Return the last change that the reader had seen before this visit; ``None`` on the first one."""
    kept = request.cookies.get(SINCE) or request.cookies.get(SEEN) or ""
    return int(kept) if kept.isascii() and kept.isdigit() and len(kept) <= LONGEST else None


def begin_visit(request: Request, response: Response, change: int) -> None:
    """Keep what the record held when this page was shown."""
    since = visited(request)
    if SINCE not in request.cookies:
        start = str(change if since is None else since)
        response.set_cookie(SINCE, start, httponly=True, samesite="strict")
    response.set_cookie(SEEN, str(change), max_age=YEAR, httponly=True, samesite="strict")
