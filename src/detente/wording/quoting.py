"""Passages between quotation marks, as print sets them. The stored words stay as they are."""

_OPENS_AFTER = frozenset(' \t\n([{—–-/“‘"')


def quoted(words: str) -> str:
    """Put words between double marks, what is quoted in them between single ones.

    A passage may begin or end within a quotation: the mark that it lacks is set at its edge.
    """
    inner: list[str] = []
    open_now = unopened = 0
    for before, letter in zip(f" {words}", words, strict=False):
        if letter not in '"“”':
            inner.append(letter)
        elif letter == "“" or (letter == '"' and before in _OPENS_AFTER):
            open_now += 1
            inner.append("‘")
        else:
            unopened += not open_now
            open_now = max(open_now - 1, 0)
            inner.append("’")
    return f"“{'‘' * unopened}{''.join(inner)}{'’' * open_now}”"
