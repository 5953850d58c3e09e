"""The application: each page under its address, its twins beside it, and the guard around all of them."""

import logging
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from detente import query
from detente.ledger import Ledger
from detente.model.errors import DetenteError
from detente.web.adding import PAGE as ADD
from detente.web.adding import offer_adding
from detente.web.address import Address, read_address
from detente.web.answer import Answer, Asked, Page
from detente.web.guard import Guard
from detente.web.jobs import Jobs
from detente.web.pages import PAGES
from detente.web.pages.missing import failed, not_found
from detente.web.progress import watched
from detente.web.render import html
from detente.web.reviewing import Following, offer_review
from detente.web.site import Site
from detente.web.states import Awaited, Making
from detente.web.twins import csv_twin, json_twin
from detente.web.visits import begin_visit, visited

log = logging.getLogger("detente.web")
RETRY = 10  # seconds after which a program may ask again
STATIC = Path(__file__).parent / "static"
TWINS = {".json": json_twin, ".csv": csv_twin}
ANY = Page(
    path="/",
    title="",
    answer=lambda _: not_found("There is no such page."),
    twins=False,
    uses=(),
)

Endpoint = Callable[[Request], Response]


def make_app(ledger: Ledger, jobs: Jobs | None = None) -> FastAPI:
    """Build the pages of a record."""
    site = Site(ledger, (*PAGES, ADD))
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard, page=partial(_refused, site))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for page in site.pages:
        for ending in (*TWINS, "") if page.twins else ("",):
            for path in {f"{page.twin_path}{ending}", page.path if not ending else ""} - {""}:
                app.add_api_route(path, _endpoint(site, page, ending), methods=["GET", "HEAD"])
    offer_adding(app, site, jobs or Jobs(ledger))
    offer_review(app, site, Following(ledger))
    _offer_progress(app, site)
    _tell_faults(app, site)
    return app


def _endpoint(site: Site, page: Page, ending: str) -> Endpoint:
    def answer(request: Request) -> Response:
        return respond(site, page, request, ending)

    return answer


def respond(site: Site, page: Page, request: Request, ending: str = "") -> Response:
    """Answer one request with the page or one of its twins."""
    path = request.url.path.removesuffix(ending)
    address = site.read("/" if path == "/board" else path, request.query_params, page)
    if (
        address.empty and not ending
    ):  # a form sends its empty fields, too; nobody wants to mail them
        return RedirectResponse(address.here(), 303)
    asked = Asked(
        ledger=site.ledger,
        address=address,
        name=request.path_params.get("name", ""),
        visited=visited(request),
        states=site.states,
    )
    try:
        site.states.need(address.filter)
        answer = page.answer(asked)
    except Awaited as awaited:
        return _awaited(site, page, asked, awaited.making, ending)
    if ending:
        return TWINS[ending](asked, answer)
    response = html(page, asked, answer, **site.values(asked, answer))
    begin_visit(request, response, query.last_change(site.ledger))
    return response


def _awaited(site: Site, page: Page, asked: Asked, making: Making, ending: str) -> Response:
    """Say that what a page shows is being made, and how far it is."""
    if ending:
        told = f"Not there yet, and being made: {making.what}. {making.words}\n"
        return PlainTextResponse(told, 503, headers={"Retry-After": str(RETRY)})
    answer = Answer(template="making.html", title=page.title, status=202, values={"job": making})
    return html(page, asked, answer, **site.frame)


def _offer_progress(app: FastAPI, site: Site) -> None:
    def progress(making: str) -> Response:
        return watched(site.states.all.get(making))

    app.add_api_route("/making/{making}/progress", progress, methods=["GET"])


def _refused(site: Site, why: str, status: int) -> Response:
    """Make the page of a request that is not let through."""
    return _told(site, read_address("/", QueryParams(), site.ledger.process), failed(why, status))


def _told(site: Site, address: Address, answer: Answer) -> Response:
    asked = Asked(ledger=site.ledger, address=address)
    return html(ANY, asked, answer, **site.frame)


def _tell_faults(app: FastAPI, site: Site) -> None:
    """Say what went wrong on a page of the site, without the insides of the program."""

    def told(request: Request, answer: Answer) -> Response:
        return _told(site, read_address("/", request.query_params, site.ledger.process), answer)

    def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        if status != 404:
            return told(request, failed("This address takes no such request.", status))
        return told(request, not_found("There is no such page."))

    def of_the_record(request: Request, error: Exception) -> Response:
        return told(request, failed(str(error), 503))

    def of_the_program(request: Request, error: Exception) -> Response:
        number = secrets.token_hex(4)
        log.error("fault %s at %s", number, request.url.path, exc_info=error)
        why = f"The program failed on this page. Its log names the fault under {number}."
        return told(request, failed(why, 500))

    app.add_exception_handler(HTTPException, missing)
    app.add_exception_handler(DetenteError, of_the_record)
    app.add_exception_handler(Exception, of_the_program)
