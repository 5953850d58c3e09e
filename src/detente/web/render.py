"""Pages from templates. Everything that comes from the record is text: the templates escape all of it."""

import re
from functools import cache
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from detente import wording
from detente.assess import ARROW_DAYS
from detente.export.shapes import shared_source
from detente.model.entry import Kind
from detente.web.answer import Answer, Asked, Page
from detente.web.marking import marked
from detente.web.naming import place_names
from detente.web.telling import sentence_of, shorten, words_of
from detente.wording import told_words

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def one_line(text: str) -> str:
    """Take out of a title what is not seen and would act on the text around it."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def outside(url: str | None) -> str | None:
    """Return an address of the web that may be a link; of any other kind (``javascript:``) nothing."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def file_name(source: str) -> str:
    """Return the name of a file without the folders of this computer; an address of the web stays whole."""
    return source if outside(source) else PurePath(source).name or source


def whole_days(text: str) -> Markup:
    """Keep each day in one piece at the end of a line."""
    return Markup(_DAY.sub(r'<span class="whole">\g<0></span>', str(escape(text))))  # noqa: S704 - escaped


@cache
def environment() -> Environment:
    """Load the templates once."""
    env = Environment(
        loader=PackageLoader("detente.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "one_line": one_line,
        "outside": outside,
        "shorten": shorten,
        "file_name": file_name,
        "whole_days": whole_days,
        "path": lambda text: quote(text, safe=""),
    }
    env.globals |= {name: getattr(wording, name) for name in wording.__all__}
    env.globals |= {
        "ARROW_DAYS": ARROW_DAYS,
        "marked": marked,
        "words_of": words_of,
        "sentence_of": sentence_of,
        "shared_source": shared_source,
        "told_words": told_words,
        "place_names": place_names,
        "KINDS": tuple(Kind),
        "version": version("detente"),
    }
    return env


def write(template: str, **values: Any) -> Markup:
    """Write a template."""
    return Markup(environment().get_template(template).render(values))  # noqa: S704 - it escapes all


def html(page: Page, asked: Asked, answer: Answer, **site: Any) -> HTMLResponse:
    """Write a page."""
    values = {
        "page": page,
        "asked": asked,
        "address": asked.address,
        "answer": answer,
        "rows": answer.rows,
    }
    text = write(answer.template, **{**values, **site, **answer.values})
    return HTMLResponse(text.encode("utf-8", "replace"), answer.status)
