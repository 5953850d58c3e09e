"""Check the corrections: each has what its act needs, and what is undone was said."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from detente.ledger import schema as s
from detente.ledger.corrections import load_corrections
from detente.model.correction import (
    ABOUT_ACTORS,
    ABOUT_ARTICLES,
    ABOUT_STORIES,
    TAKING_BACK,
    Act,
    Correction,
)

# How many subjects, results and others an act speaks of: the fewest and the most.
_MANY = 10**9
_PARTS: dict[Act, tuple[tuple[int, int], tuple[int, int], tuple[int, int]]] = {
    Act.ACCEPT: ((1, 1), (0, 0), (0, 0)),
    Act.REJECT: ((1, 1), (0, 0), (0, 0)),
    Act.EDIT: ((1, 1), (1, 1), (0, 0)),
    Act.ADD: ((0, 0), (1, 1), (0, 0)),
    Act.SAME: ((2, _MANY), (0, 0), (0, 0)),
    Act.DIFFERENT: ((1, _MANY), (0, 0), (1, _MANY)),
}
_NONE = ((0, 0), (0, 0), (0, 0))


def correction_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a correction, with its name."""
    earlier: dict[int, Correction] = {}
    try:
        corrections = load_corrections(connection)
    except (ValueError, TypeError) as error:
        yield "corrections", f"they cannot be read: {error}"
        return
    for made in corrections:
        for problem in _problems(made, earlier):
            yield f"correction {made.number}", problem
        earlier[made.number] = made
    link = s.correction_entries.c
    elsewhere = (
        select(link.correction)
        .join(s.entries, s.entries.c.id == link.entry)
        .where(s.entries.c.document != link.document)
    )
    for number in connection.scalars(elsewhere.distinct()):
        yield f"correction {number}", "an entry stands in another document than is said"


def _problems(made: Correction, earlier: dict[int, Correction]) -> Iterator[str]:
    if not made.reviewer.strip():
        yield "nobody is named who made it"
    counts = len(made.subjects), int(made.result is not None), len(made.others)
    bounds = _PARTS.get(made.act, _NONE)
    if not all(least <= n <= most for n, (least, most) in zip(counts, bounds, strict=True)):
        yield f"{made.act.value} does not speak of so many entries"
    if (made.act in ABOUT_ACTORS) is not (made.actor is not None and made.meant is not None):
        yield "it names no actors, or names some that it does not speak of"
    if (made.act in ABOUT_ARTICLES) is not (made.document is not None):
        yield "it names no article, or one that it does not speak of"
    if (made.act in ABOUT_STORIES) is not (made.beside is not None):
        yield "it names no second article, or one that it does not speak of"
    target = earlier.get(made.target or 0)
    if (made.act in TAKING_BACK) is not (made.target is not None):
        yield "it undoes nothing, or something besides"
    elif made.target is not None and (target is None or target.act in TAKING_BACK):
        yield f"there is no earlier correction {made.target} that could be undone"
