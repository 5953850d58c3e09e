"""Takes page furniture off, by the rules of ``furniture.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from detente.model.document import Dropped

# furniture in flattened pages stands at both ends; the middle of a monster paragraph is not searched
_SEARCHED_WHOLE = 60_000
_SEARCHED_ENDS = 5_000
_DEFAULT_WORDS = 40


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture, as a row of ``furniture.toml`` defines it."""

    why: str
    cue: str
    pattern: re.Pattern[str]
    words: int
    example: str
    spares: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules for whole paragraphs and rules for passages inside one."""

    blocks: tuple[Rule, ...]
    passages: tuple[Rule, ...]


@cache
def rules() -> Rules:
    """Read the table; a pattern that does not compile raises ``re.error``."""
    table = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    return Rules(*(tuple(_rule(row) for row in table[part]) for part in ("block", "passage")))


def _rule(row: dict[str, str]) -> Rule:
    return Rule(
        why=row["why"],
        cue=row.get("cue", ""),
        pattern=re.compile(row["pattern"], re.IGNORECASE),
        words=int(row.get("words", _DEFAULT_WORDS)),
        example=row["example"],
        spares=row.get("spares", ""),
    )


def why_furniture(text: str) -> str | None:
    """Return why a whole paragraph is furniture, ``None`` where it is not."""
    words = text.count(" ") + 1
    if words > 90:
        return None
    lowered = text.lower()
    for rule in rules().blocks:
        if words <= rule.words and rule.cue in lowered and rule.pattern.search(text):
            return rule.why
    return None


def without_passages(text: str) -> tuple[str, list[Dropped]]:
    """Cut furniture out of a paragraph; return what is left and what was cut."""
    if len(text) > _SEARCHED_WHOLE:
        head, cut_head = without_passages(text[:_SEARCHED_ENDS])
        tail, cut_tail = without_passages(text[-_SEARCHED_ENDS:])
        middle = text[_SEARCHED_ENDS:-_SEARCHED_ENDS]
        return head + middle + tail, cut_head + cut_tail
    dropped: list[Dropped] = []
    lowered = text.lower()
    for rule in rules().passages:
        if rule.cue in lowered:
            dropped += [Dropped(m.group().strip(), rule.why) for m in rule.pattern.finditer(text)]
            text = rule.pattern.sub(" ", text).strip()
    return text, dropped
