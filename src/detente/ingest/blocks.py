"""Paragraphs with what their Markdown marks said; the marks themselves are gone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from detente.ingest.normalise import groups


class Mark(StrEnum):
    """What a block was marked as."""

    PLAIN = "plain"
    HEADING = "heading"
    BOLD = "bold"
    ITEM = "item"
    IMAGE = "image"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or header line. ``group`` counts the stretches between blank lines."""

    text: str
    mark: Mark = Mark.PLAIN
    group: int = 0
    level: int = 0

    @property
    def words(self) -> int:
        """Count the words."""
        return len(self.text.split())


_IMAGE = re.compile(r"!\[([^\]\[]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\]\[]+)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"\[([^\]\[]+)\]\[[^\]\[]*\]")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"[-*+•▪●]\s+(?=\S)")
_QUOTED = re.compile(r"(?:>\s?)+")
_RULE = re.compile(r"([-*_=~#])(?:\s*\1){2,}$")
_WHOLE_BOLD = re.compile(r"(\*\*|__)(?!\s)((?:(?!\1).)+)(?<!\s)\1$")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\w_])")
_STRAY = re.compile(r"\*{2,3}|(?<!\S)_{2,3}(?=\S)|(?<=\S)_{2,3}(?!\S)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_CODE = re.compile(r"`([^`]+)`")


def blocks_of(clean_text: str) -> tuple[Block, ...]:
    """Split clean text into blocks and take the Markdown marks off."""
    return tuple(
        block
        for number, lines in enumerate(groups(clean_text))
        for line in lines
        for block in _line_blocks(line, number)
    )


def _line_blocks(line: str, group: int) -> list[Block]:
    """Read one line; an image inside it becomes a block of its own."""
    if _RULE.match(line):
        return [Block(line, Mark.RULE, group)]
    images = [Block(m.group(1).strip(), Mark.IMAGE, group) for m in _IMAGE.finditer(line)]
    # an image that is itself a link leaves empty brackets behind
    rest = re.sub(r"\[\s*\]\([^()\s]*\)", "", _IMAGE.sub(" ", line)).strip() if images else line
    if not rest:
        return images
    return [*images, *_marked(rest, group)]


def _marked(line: str, group: int) -> list[Block]:
    line = _QUOTED.sub("", line, count=1) if line.startswith(">") else line
    mark, level = Mark.PLAIN, 0
    if heading := _HEADING.match(line):
        mark, level, line = Mark.HEADING, len(heading.group(1)), heading.group(2)
    elif bold := _WHOLE_BOLD.match(line):
        mark, line = Mark.BOLD, bold.group(2)
    elif item := _ITEM.match(line):
        mark, line = Mark.ITEM, line[item.end() :]
    text = strip_marks(line).strip()
    return [Block(text, mark, group, level)] if text else []


def strip_marks(text: str) -> str:
    """Take inline Markdown marks off: links become their words, emphasis goes."""
    if "[" in text or "<" in text:
        text = _AUTOLINK.sub(r"\1", _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text)))
    if "*" in text:
        text = _STRAY.sub("", _EMPHASIS.sub(r"\2", text))
    if "_" in text and "://" not in text:
        text = _STRAY.sub("", _UNDERSCORES.sub(r"\2", text))
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
