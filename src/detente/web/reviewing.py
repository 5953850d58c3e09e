"""What reviewers send: decisions, edits, what was missed, and taking back."""

import logging
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from detente.ledger import Ledger
from detente.model.correction import Act
from detente.model.errors import CorrectionError, DetenteError
from detente.pipeline import catch_up
from detente.pipeline.correcting import (
    add_missed,
    correct_article,
    decide_all,
    edit,
    edit_all,
    leave_out,
    merge_events,
    same_news,
    split_event,
    split_story,
    undo,
    undo_last,
)
from detente.web.address import FILTERS, read_address, within
from detente.web.answer import Answer, Asked, Page
from detente.web.guard import same_token
from detente.web.pages import article, item, review
from detente.web.pages.forms import TO_KIND, Typed, kind_of
from detente.web.render import html
from detente.web.site import Site

log = logging.getLogger("detente.web")
QUIET = 1.5  # seconds without a correction, after which the views follow
AT_ONCE = ("add",)  # acts that change the very page from which they are sent
PATIENCE = 10  # seconds that such a page is waited for at most
FORM = "fields"  # the act that records nothing: show the fields of another kind
TICKED = ("entry", "article")  # fields of which a form may hold several
KEPT = (*FILTERS, "names", "reviewer", "blind", "skip")
STALE = "This form is of an earlier run of the server. Nothing was recorded; load the page again."


class Following:
    """Lets the views follow what was recorded, once for corrections that come one after the other."""

    def __init__(self, ledger: Ledger, quiet: float = QUIET) -> None:
        self.ledger = ledger
        self.quiet = quiet
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def soon(self) -> None:
        """Refresh the views when nothing more comes."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(self.quiet, self._refresh)
            self._timer.daemon = True
            self._timer.start()

    def at_once(self) -> None:
        """Refresh the views and wait for them; where it takes long they follow on their own."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
        work = threading.Thread(target=self._refresh, daemon=True)
        work.start()
        work.join(PATIENCE)

    def _refresh(self) -> None:
        try:
            catch_up(self.ledger, self.ledger.process)
        except DetenteError as error:
            log.error("the views do not follow: %s", error)


def _entry(form: FormData) -> str:
    return str(form.get("entry", ""))


def _reason(form: FormData) -> str:
    return str(form.get("reason", ""))


def _decide(act: Act) -> Callable[[Ledger, FormData, str], None]:
    def run(ledger: Ledger, form: FormData, by: str) -> None:
        names = [str(name) for name in form.getlist("entry")]
        decide_all(ledger, names, act, by=by, reason=_reason(form))

    return run


def _fields(form: FormData) -> dict[str, str]:
    """Return what was typed into the fields of an entry."""
    return {
        name.removeprefix("field-"): _lines(value)
        for name, value in form.multi_items()
        if name.startswith("field-")
    }


def _to_kind(form: FormData) -> dict[str, str]:
    kind = str(form.get(TO_KIND, ""))
    return {"kind": kind} if kind else {}


def _edit(ledger: Ledger, form: FormData, by: str) -> None:
    """Put in the fields that were changed; a field as it was is left alone."""
    changed = {n: v for n, v in _fields(form).items() if v != _lines(form.get(f"was-{n}", ""))}
    put_in = edit_all if form.get("also") else edit
    put_in(ledger, _entry(form), changed | _to_kind(form), by=by, reason=_reason(form))


def _document(form: FormData) -> str:
    return str(form.get("document", ""))


def _passage(form: FormData) -> str:
    return _lines(form.get("passage", ""))


def _lines(value: object) -> str:
    return str(value).replace("\r\n", "\n")


def _add(ledger: Ledger, form: FormData, by: str) -> None:
    values = _fields(form) | {"kind": ""} | _to_kind(form)
    add_missed(ledger, _document(form), _passage(form), values, by=by, reason=_reason(form))


def _correct_article(ledger: Ledger, form: FormData, by: str) -> None:
    """Put in the day and the outlet where they were changed."""
    named = ("published", "outlet")
    changed = {
        name: value
        for name in named
        if (value := str(form.get(name, ""))) != str(form.get(f"was-{name}", ""))
    }
    correct_article(ledger, _document(form), by=by, reason=_reason(form), **changed)


def _leave_out(ledger: Ledger, form: FormData, by: str) -> None:
    leave_out(ledger, _document(form), by=by, reason=_reason(form))


def _split(ledger: Ledger, form: FormData, by: str) -> None:
    names = [str(name) for name in form.getlist("entry")]
    if not names:
        raise CorrectionError("mark the reports that tell of another happening")
    split_event(ledger, _event(form), names, by=by, reason=_reason(form))


def _join(ledger: Ledger, form: FormData, by: str) -> None:
    """Join an event with another, named by its id or by the address of its page."""
    merge_events(ledger, [_event(form), _id_in(_other(form))], by=by, reason=_reason(form))


def _split_story(ledger: Ledger, form: FormData, by: str) -> None:
    names = [str(name) for name in form.getlist("article")]
    if not names:
        raise CorrectionError("mark the articles that report other news than the rest")
    split_story(ledger, _story(form), names, by=by, reason=_reason(form))


def _same_news(ledger: Ledger, form: FormData, by: str) -> None:
    """Join an article with another, named by its id or by the address of its page."""
    names = [_document(form), _id_in(_other(form))]
    same_news(ledger, names, by=by, reason=_reason(form))


def _event(form: FormData) -> str:
    return str(form.get("event", ""))


def _story(form: FormData) -> str:
    return str(form.get("story", ""))


def _other(form: FormData) -> str:
    return str(form.get("other", ""))


def _id_in(typed: str) -> str:
    """Return the id at the end of an address, or what was typed where it is none."""
    return re.split(r"[?#]", typed, maxsplit=1)[0].rstrip("/ ").rpartition("/")[2]


def _undo(ledger: Ledger, form: FormData, by: str) -> None:
    number = str(form.get("number", ""))
    if number.isdigit():
        undo(ledger, int(number[:18]), by=by)
    else:
        undo_last(ledger, by=by)


ACTS: dict[str, Callable[[Ledger, FormData, str], None]] = {
    "accept": _decide(Act.ACCEPT),
    "reject": _decide(Act.REJECT),
    "edit": _edit,
    "kind": _edit,
    "add": _add,
    "article": _correct_article,
    "leave out": _leave_out,
    "split": _split,
    "join": _join,
    "other news": _split_story,
    "same news": _same_news,
    "undo": _undo,
}


def offer_review(app: FastAPI, site: Site, following: Following) -> None:
    """Give the application the address that takes corrections."""

    async def take(request: Request) -> Response:
        async with request.form() as form:
            problem = await run_in_threadpool(_record, site, following, form)
            if problem is not None:
                return await run_in_threadpool(_again, site, request, form, problem)
            back = str(form.get("back", "/review"))
            return RedirectResponse(within(back, "/review"), 303)

    app.add_api_route("/review", take, methods=["POST"])


def _record(site: Site, following: Following, form: FormData) -> str | None:
    """Record what was sent; return what was wrong with it, nothing where only the form is asked for."""
    if not same_token(str(form.get("token", "")), site.token):
        return STALE
    if form.get("act") == FORM:
        return ""
    act = ACTS.get(str(form.get("act", "")))
    if act is None:
        return "Nothing was recorded: the form names no act."
    try:
        act(site.ledger, form, str(form.get("reviewer", "")))
    except DetenteError as error:
        return f"Nothing was recorded: {error}"
    if form.get("act") in AT_ONCE:
        following.at_once()
    else:
        following.soon()
    return None


def _again(site: Site, request: Request, form: FormData, problem: str) -> Response:
    """Show the form again with all that was typed, and what was wrong with it."""
    typed = Typed(
        problem=problem,
        kind=kind_of(str(form.get(TO_KIND, ""))),
        values=_fields(form),
        passage=_passage(form),
        reviewer=str(form.get("reviewer", "")),
        reason=_reason(form),
        act=str(form.get("act", "")),
        other=_other(form),
        ticked=tuple(str(name) for each in TICKED for name in form.getlist(each)),
    )
    page, path, show = _shown(form)
    pairs = _kept(form) if page is review.PAGE else []
    address = read_address(path, type(request.query_params)(urlencode(pairs)), site.ledger.process)
    asked = Asked(ledger=site.ledger, address=address, name=path.rpartition("/")[2])
    found = show(asked, typed)
    answer = replace(found, status=422 if problem else found.status)
    return html(page, asked, answer, **site.values(asked, answer))


def _kept(form: FormData) -> list[tuple[str, str]]:
    """Return the parameters of the review from which a form was sent."""
    pairs = [(name, str(value)) for name, value in form.multi_items() if name in KEPT]
    if len(form.getlist("entry")) == 1:
        pairs += [(name, str(form.get(name, ""))) for name in ("entry", "back")]
    return pairs


def _shown(form: FormData) -> tuple[Page, str, Callable[[Asked, Typed], Answer]]:
    """Return the page on which a form stands, and how it is shown again."""
    if document := _document(form):
        return article.PAGE, f"/article/{quote(document)}", article.answer
    if shown := _event(form) or _story(form):
        return item.PAGE, f"/item/{quote(shown)}", item.answer
    return review.PAGE, "/review", review.answer
