"""The text of a web page by the standard library alone: slow to be fooled, for pages that break real parsers.

lxml and what stands on it return nothing at all, without an error, for pages that are nested some thousand deep.
"""

from html.parser import HTMLParser

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "figcaption",
    }
)
_BREAKS = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "table",
        "section",
        "article",
        "main",
        "blockquote",
        "pre",
        "hr",
        "dd",
        "dt",
        "figure",
        "body",
    }
)


class _Collector(HTMLParser):
    """Collects the text between tags, a paragraph for each block element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.title = ""
        self._pieces: list[str] = []
        self._skipping: str | None = None
        self._depth = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._in_title = tag == "title"
        if self._skipping is None and tag in _SKIPPED:
            self._skipping, self._depth = tag, 1
        elif tag == self._skipping:
            self._depth += 1
        elif tag in _BREAKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag == self._skipping:
            self._depth -= 1
            if self._depth == 0:
                self._skipping = None
        elif tag in _BREAKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if self._in_title and not self.title:
            self.title = " ".join(data.split())
        elif self._skipping is None:
            self._pieces.append(data)

    def end_paragraph(self) -> None:
        """Close the paragraph that is being collected."""
        paragraph = " ".join("".join(self._pieces).split())
        if paragraph:
            self.paragraphs.append(paragraph)
        self._pieces.clear()


def _defused(page: str) -> str:
    """Take out what makes the parser search the rest of the page for an end that never comes, again and again."""
    pieces: list[str] = []
    at = 0
    while (start := page.find("<!--", at)) >= 0:
        end = page.find("-->", start + 4)
        pieces.append(page[at:start])
        at = end + 3 if end >= 0 else start + 4
        if end < 0:
            break
    page = "".join((*pieces, page[at:].replace("<!--", " "))).replace("<![", " ")
    last_end = page.rfind(">") + 1
    return page[:last_end] + page[last_end:].replace("<", " ")


def paragraphs_of(page: str) -> tuple[str, list[str]]:
    """Return the title and the paragraphs of a page, whatever its nesting."""
    collector = _Collector()
    collector.feed(_defused(page))
    collector.close()
    collector.end_paragraph()
    return collector.title, collector.paragraphs
