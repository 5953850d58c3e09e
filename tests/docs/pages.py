"""The Markdown pages of the repository, and what stands in them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")}))

_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"^ {4}.*$", re.MULTILINE)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def code_in(page: Path) -> list[str]:
    """Return the lines of code blocks and the words between backticks."""
    text = page.read_text("utf-8")
    blocks = [found[0] for found in _FENCED.finditer(text)]
    rest = _FENCED.sub("", text)
    blocks += [found[0] for found in _INDENTED.finditer(rest)]
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return lines + [found[1].strip() for found in _INLINE.finditer(rest)]


def links_in(page: Path) -> list[str]:
    """Return the targets of the links that point into the repository."""
    text = _FENCED.sub("", page.read_text("utf-8"))
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    return [t for t in targets if not re.match(r"[a-z]+:", t)]


def anchors_in(page: Path) -> set[str]:
    """Return the anchors that a page's headings give, as GitHub writes them."""
    headings = _HEADING.findall(_FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}
