"""The acts of ``detente review``, each as a script does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from detente.model.filter import Filter

if TYPE_CHECKING:
    from detente.ledger import Ledger

Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a reviewer asks for."""

    ledger: "Ledger"
    words: tuple[str, ...]
    where: Filter
    by: str
    reason: str
    blind: bool


@dataclass(frozen=True, slots=True)
class Act:
    """How an act is written, how many words it takes, and what does it."""

    usage: str
    least: int
    most: int | None
    does: Callable[[Request], Numbers]

    def run(self, asked: Request) -> Numbers:
        """Do it; another number of words is wrong usage."""
        count = len(asked.words)
        if count < self.least or (self.most is not None and count > self.most):
            raise typer.BadParameter(f"write it so: detente review {self.usage}")
        return self.does(asked)


def _decide(act: str) -> Callable[[Request], Numbers]:
    def run(asked: Request) -> Numbers:
        from detente.model.correction import Act as Acts
        from detente.pipeline.correcting import decide_all

        return decide_all(asked.ledger, asked.words, Acts(act), by=asked.by, reason=asked.reason)

    return run


def fields_typed(words: Sequence[str]) -> dict[str, str]:
    """Read ``field=value`` words."""
    typed: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name.strip():
            raise typer.BadParameter(f"{word!r} is not of the form field=value")
        typed[name.strip()] = value
    return typed


def _edit(asked: Request) -> Numbers:
    from detente.pipeline.correcting import edit

    entry, *rest = asked.words
    changes = fields_typed(rest)
    return (edit(asked.ledger, entry, changes, by=asked.by, reason=asked.reason),)


def _add(asked: Request) -> Numbers:
    from detente.pipeline.correcting import add_missed

    document, passage, kind, *rest = asked.words
    values = fields_typed(rest) | {"kind": kind}
    made = add_missed(asked.ledger, document, passage, values, by=asked.by, reason=asked.reason)
    return (made,)


def _article(asked: Request) -> Numbers:
    from detente.pipeline.correcting import correct_article

    document, *rest = asked.words
    typed = fields_typed(rest)
    if unknown := set(typed) - {"published", "outlet"}:
        raise typer.BadParameter(f"an article has published and outlet, not {min(unknown)!r}")
    return correct_article(asked.ledger, document, by=asked.by, reason=asked.reason, **typed)


def _leave_out(asked: Request) -> Numbers:
    from detente.pipeline.correcting import leave_out

    (document,) = asked.words
    return (leave_out(asked.ledger, document, by=asked.by, reason=asked.reason),)


def _same(asked: Request) -> Numbers:
    from detente.pipeline.correcting import same

    return (same(asked.ledger, asked.words, by=asked.by, reason=asked.reason),)


def _different(asked: Request) -> Numbers:
    from detente.pipeline.correcting import different

    one, other = asked.words
    return (different(asked.ledger, [one], [other], by=asked.by, reason=asked.reason),)


def _split(asked: Request) -> Numbers:
    from detente.pipeline.correcting import split_event

    event, *entries = asked.words
    return (split_event(asked.ledger, event, entries, by=asked.by, reason=asked.reason),)


def _merge(asked: Request) -> Numbers:
    from detente.pipeline.correcting import merge_events

    return (merge_events(asked.ledger, asked.words, by=asked.by, reason=asked.reason),)


def _same_news(asked: Request) -> Numbers:
    from detente.pipeline.correcting import same_news

    return same_news(asked.ledger, asked.words, by=asked.by, reason=asked.reason)


def _other_news(asked: Request) -> Numbers:
    from detente.pipeline.correcting import other_news

    article, *others = asked.words
    return other_news(asked.ledger, article, others, by=asked.by, reason=asked.reason)


def _actor(asked: Request) -> Numbers:
    from detente.pipeline.correcting import actor_is, actor_is_not

    one, sign, other = asked.words
    said = {"=": actor_is, "is": actor_is, "!=": actor_is_not, "not": actor_is_not}.get(sign)
    if said is None:
        raise typer.BadParameter(f"between two actors stands = or !=, not {sign!r}")
    return (said(asked.ledger, one, other, by=asked.by, reason=asked.reason),)


def _part(asked: Request) -> Numbers:
    from detente.pipeline.correcting import split_actor

    actor, name, *entries = asked.words
    return split_actor(asked.ledger, actor, entries, name, by=asked.by, reason=asked.reason)


def read_number(word: str) -> int:
    """Read the number of a correction."""
    if not (word.isascii() and word.isdigit() and len(word) < 19):
        raise typer.BadParameter(f"{word!r} is no number of a correction")
    return int(word)


def _undo(asked: Request) -> Numbers:
    from detente.pipeline.correcting import undo, undo_last

    if asked.words:
        number = read_number(asked.words[0])
        undo(asked.ledger, number, by=asked.by, reason=asked.reason)
        return (number,)
    undone = undo_last(asked.ledger, by=asked.by, reason=asked.reason)
    return tuple(correction.number for correction in undone)


def _carry(asked: Request) -> Numbers:
    from detente.pipeline.correcting import carry

    numbers = [read_number(word) for word in asked.words] or None
    return carry(asked.ledger, numbers, by=asked.by, reason=asked.reason)


ACTS = {
    "accept": Act("accept ID...", 1, None, _decide("accept")),
    "reject": Act("reject ID...", 1, None, _decide("reject")),
    "edit": Act("edit ID FIELD=VALUE...", 2, None, _edit),
    "add": Act("add DOCUMENT START:END KIND [FIELD=VALUE...]", 3, None, _add),
    "article": Act("article DOCUMENT published=DAY outlet=NAME", 2, 3, _article),
    "leave-out": Act("leave-out DOCUMENT", 1, 1, _leave_out),
    "same": Act("same ENTRY ENTRY...", 2, None, _same),
    "different": Act("different ENTRY ENTRY", 2, 2, _different),
    "split": Act("split EVENT ENTRY...", 2, None, _split),
    "merge": Act("merge EVENT EVENT...", 2, None, _merge),
    "same-news": Act("same-news ARTICLE ARTICLE...", 2, None, _same_news),
    "other-news": Act("other-news ARTICLE ARTICLE...", 2, None, _other_news),
    "actor": Act("actor ACTOR = ACTOR, or actor ACTOR != ACTOR", 3, 3, _actor),
    "part": Act("part ACTOR NAME ENTRY...", 3, None, _part),
    "undo": Act("undo [NUMBER]", 0, 1, _undo),
    "carry": Act("carry [NUMBER...]", 0, None, _carry),
}
OTHERS = ("next", "agreement")
KNOWN = ", ".join((*ACTS, *OTHERS))


def read_act(typed: str) -> str:
    """Read an act; anything else is wrong usage."""
    act = typed.casefold()
    if act not in ACTS and act not in OTHERS:
        raise typer.BadParameter(f"{typed!r} is no act of a review. Acts: {KNOWN}.")
    return act
