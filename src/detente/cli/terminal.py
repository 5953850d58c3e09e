"""Text of strangers on a terminal: what would act on it is shown as a mark instead."""

import os
import re
import sys
import unicodedata
from typing import TextIO

from rich.console import Console
from rich.text import Text

WIDEST = 100  # columns: longer lines of prose are hard to follow
_TABBED = {"\n", "\t"}
# They shape Arabic, Persian, Indic and emoji and mark where a word may break; they move no other text.
_SHAPING = {"\u00ad", "\u200c", "\u200d"}
_SUSPECT = re.compile(r"[^\x20-\x7e]")
_ACTS = {
    "Cc",
    "Cf",
    "Cs",
    "Zl",
    "Zp",
}  # controls, formats (bidi), surrogates, line and paragraph ends


def _mark(found: re.Match[str]) -> str:
    char = found[0]
    if char in _TABBED or char in _SHAPING or unicodedata.category(char) not in _ACTS:
        return char
    code = ord(char)
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"


def visible(text: str) -> str:
    """Show control characters, escapes and bidi overrides as marks; line ends and tabs stay."""
    return _SUSPECT.sub(_mark, text)


def one_line(text: str) -> str:
    """Show text on one line, its spaces folded and its controls as marks."""
    return re.sub(r"[ \t\n\r\u00a0]+", " ", visible(text.replace("\r\n", "\n"))).strip()


def _console(stream: TextIO) -> Console:
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    console = Console(
        file=stream,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
        color_system=None if plain else "auto",
    )
    console.width = min(console.width, WIDEST)
    return console


def stdout() -> Console:
    """Open the console for data."""
    return _console(sys.stdout)


def stderr() -> Console:
    """Open the console for messages and progress."""
    return _console(sys.stderr)


def say(message: str) -> None:
    """Write one message to stderr, wrapped on a terminal, nothing in it interpreted."""
    console = stderr()
    if console.is_terminal:
        console.print(Text(visible(message)), overflow="fold")
    else:
        sys.stderr.write(visible(message) + "\n")


def survive_encoding() -> None:
    """Let a terminal that cannot show a letter show its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
