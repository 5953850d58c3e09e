"""A text as the tokenizer can bear it: the same length, so that every offset holds."""

import re

# spaCy's tokenizer is quadratic on runs of punctuation, emoji and currency: 8,000 characters take
# seconds and 100,000 do not end. A run longer than this is blanked for the tokenizer alone.
LONGEST_RUN = 24
LONGEST_WORD = 200

_RUN = re.compile(rf"[^\w\s]{{{LONGEST_RUN},}}")
_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
# The parser was trained on plain marks; each of these is one code point for one.
_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‟": '"',
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "—": "-",
        "–": "-",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u200b": " ",
    }
)


def calm(text: str) -> str:
    """Blank long runs and write plain quotation marks; the result is as long as ``text``."""
    blanked = _WORD.sub(_blank, _RUN.sub(_blank, text))
    return blanked.translate(_PLAIN)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
