"""The KIND of ``detente list``: kinds of entries, and the other things that a record holds."""

import typer

from detente.model.entry import Kind

ENTRY_KINDS: dict[str, tuple[Kind, ...]] = {
    "entries": tuple(Kind),
    **{f"{kind.value}s": (kind,) for kind in Kind},
}
OTHERS = ("events", "documents", "stories", "actors", "rejections", "corrections")
KINDS = (*ENTRY_KINDS, *OTHERS)
# what the pages call them
ALSO_CALLED = {"articles": "documents", "article": "documents", "left-out": "rejections"}


def read_kind(typed: str) -> str:
    """Read a kind in the singular or the plural; anything else is wrong usage."""
    singular = {"entry": "entries", "story": "stories"} | {
        name.removesuffix("s"): name for name in KINDS
    }
    singular |= ALSO_CALLED
    name = "-".join(typed.casefold().split())
    kind = name if name in KINDS else singular.get(name)
    if kind is None:
        raise typer.BadParameter(f"{typed!r} is not a kind. Kinds: {', '.join(KINDS)}.")
    return kind
