"""Passages as print sets them. The stored words stay as they are.

Marks of quotation stand around what the article itself has between marks. A headline, and a single word that is
spoken of, stand between marks, too; reported speech and the outlet's own telling never.
"""

from detente.model.entry import Mode

_OPENS_AFTER = frozenset(' \t\n([{—–-/“‘"')
MARKS = frozenset('"“”')


def quoted(words: str) -> str:
    """Put words between double marks, what is quoted in them between single ones.

    A passage may begin or end within a quotation: the mark that it lacks is set at its edge.
    """
    return f"“{_closed(words, '‘', '’')}”"


def printed(words: str, mode: Mode | None = None) -> str:
    """Set a passage: between marks where all of it stood between marks, else with the marks of the article alone."""
    return quoted(words) if mode is Mode.DIRECT else _closed(words, "“", "”")


def _closed(words: str, opening: str, closing: str) -> str:
    """Give every mark in words the form of its place, and set at the edges those that are missing."""
    inner: list[str] = []
    open_now = unopened = 0
    for before, letter in zip(f" {words}", words, strict=False):
        if letter not in MARKS:
            inner.append(letter)
        elif letter == "“" or (letter == '"' and before in _OPENS_AFTER):
            open_now += 1
            inner.append(opening)
        else:
            unopened += not open_now
            open_now = max(open_now - 1, 0)
            inner.append(closing)
    return f"{opening * unopened}{''.join(inner)}{closing * open_now}"
