"""Adding articles in the page, and watching how far the reading has come."""

from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from detente import query
from detente.ledger.record import now
from detente.model.errors import DetenteError
from detente.web.address import read_address
from detente.web.answer import Answer, Asked, Page
from detente.web.fetching import fetch
from detente.web.guard import same_token
from detente.web.jobs import Job, Jobs
from detente.web.pages.missing import failed, not_found
from detente.web.progress import watched
from detente.web.render import html, outside
from detente.web.site import Site
from detente.web.uploads import FIELDS, keep_file, keep_text, new_folder

MOST_FILES = 1000  # handed in at once; an archive may hold more
LONGEST_TEXT = 2_000_000  # characters of pasted text
SHOWN = 100  # rejections that are shown
TOLD = 20  # articles that are shown with what was read in them
STALE = "This form is of an earlier run of the server. Nothing was added; load the page again."
NOTHING = "Nothing was handed in. Choose files, or paste the text of an article."


def answer(asked: Asked) -> Answer:
    """Show the form."""
    del asked
    return Answer(template="add.html", title="Add articles", values={"problem": None})


PAGE = Page(path="/add", title="Add articles", answer=answer, in_menu=False, twins=False, uses=())


def offer_adding(app: FastAPI, site: Site, jobs: Jobs) -> None:
    """Give the application the addresses that write."""

    async def add(request: Request) -> Response:
        async with request.form(max_files=MOST_FILES, max_part_size=4 * LONGEST_TEXT) as form:
            if not same_token(str(form.get("token", "")), site.token):
                return _page(site, request, failed(STALE, 403))
            try:
                job = await run_in_threadpool(_start, site, jobs, form)
            except DetenteError as error:
                return _page(site, request, _again(f"{error}. Nothing was added."))
        if job is None:
            return _page(site, request, _again(NOTHING))
        return RedirectResponse(f"/add/{job.id}", 303)

    def watch(request: Request, job: str) -> Response:
        found = jobs.all.get(job)
        gone = "This reading is of an earlier run of the server. What it read is in the record."
        return _page(site, request, _job_page(site, found) if found else not_found(gone))

    def progress(job: str) -> Response:
        return watched(jobs.all.get(job))

    app.add_api_route("/add", add, methods=["POST"])
    app.add_api_route("/add/{job}", watch, methods=["GET"])
    app.add_api_route("/add/{job}/progress", progress, methods=["GET"])


def _start(site: Site, jobs: Jobs, form: FormData) -> Job | None:
    """Write down what was handed in and begin to read it."""
    address = str(form.get("address", "")).strip()
    files = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    text = str(form.get("text", "")).strip()[:LONGEST_TEXT]
    if not files and not text and not address:
        return None
    url = str(form.get("url", "")).strip()
    if url and not outside(url):
        raise DetenteError(
            f"“{url[:60]}” is no address of a page: write one with https://, or none"
        )
    page = fetch(address) if address else None
    folder = new_folder(site.ledger.folder, now())
    for file in files:
        keep_file(folder, file.filename or "", file.file)
    if text:
        keep_text(folder, text, [(name, str(form.get(name, ""))) for name in FIELDS])
    if page:
        (folder / f"page{page.ending}").write_bytes(page.with_address())
    what = [
        *([address] if page else []),
        *(f"{len(files)} files" for _ in files[:1]),
        *("pasted text" for _ in [text] if text),
    ]
    return jobs.start(folder, " and ".join(what))


def _again(problem: str) -> Answer:
    return Answer(
        template="add.html", title="Add articles", values={"problem": problem}, status=422
    )


def _job_page(site: Site, job: Job) -> Answer:
    report = job.report
    names = (*report.new, *report.versions, *report.reread)[:TOLD] if report else ()
    known = [each.detail.removeprefix("document ") for each in report.duplicates] if report else []
    values = {
        "job": job,
        "report": report,
        "shown": SHOWN,
        "read": query.read_articles(site.ledger, names),
        "known": query.read_articles(site.ledger, known[:TOLD]),
    }
    return Answer(template="adding.html", title=f"Reading {job.what}", values=values)


def _page(site: Site, request: Request, answer: Answer) -> Response:
    address = read_address(quote(request.url.path), request.query_params, site.ledger.process)
    asked = Asked(ledger=site.ledger, address=address)
    return html(PAGE, asked, answer, **site.values(asked, answer))
