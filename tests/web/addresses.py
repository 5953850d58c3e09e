"""The address of every page, for tests that visit all of them."""

from detente import query
from detente.ledger import Ledger
from detente.model.filter import Filter
from detente.web.pages import PAGES


def _name(ledger: Ledger, path: str) -> str:
    """Find something of the record that a page of this path can show."""
    head = path.split("/")[1]
    if head == "track":
        return ledger.process.tracks[0].id
    if head == "article":
        return query.articles(ledger, Filter(), order="newest", limit=1)[0].head.id
    if head == "actor":
        return ledger.process.parties[0]
    events = query.events(ledger, Filter(), limit=1)
    return events[0].event.id


def stories_and_panels(ledger: Ledger) -> list[str]:
    """Return the page of a story, and the pages beside which it is opened."""
    (told, *_) = query.stories(ledger, Filter(), limit=1)
    name, article = told.story.id, told.articles[0].id
    return [f"/item/{name}", f"/stories?item={name}", f"/article/{article}?item={name}"]


def addresses(ledger: Ledger) -> list[str]:
    """Return one address of each page, with words where it searches."""
    return [
        page.path.replace("{name}", _name(ledger, page.path))
        + ("?text=said" if page.path == "/search" else "")
        for page in PAGES
    ]
