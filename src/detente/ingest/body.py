"""The body of an article: furniture, captions and repetitions off, broken sentences joined."""

import re
from collections.abc import Sequence

from detente.ingest.blocks import Block, Mark
from detente.ingest.captions import unended, why_caption
from detente.ingest.furniture import why_furniture, without_passages
from detente.ingest.heading import date_in_line, url_in_line, url_label
from detente.model.document import Dropped, Found

Kept = tuple[list[Block], list[Dropped]]

_TAIL_BLOCKS = 8
_LABEL_WORDS = 6
_LINKED_WORDS = 25
_REPEATED_WORDS = 6
# words that open a clause which needs another: "With the envoys still in the air"
_OPENS_SUBORDINATE = re.compile(
    r"(?:With|As|While|After|Although|Though|Despite|Because|Since|Before|If|When|Amid|Following|Given)\b[^,]*$"
)
_SUBORDINATE_WORDS = 8
_LONGEST_SENTENCE = 1_500  # letters; what is longer was joined already, or is no sentence
_DANGLES = re.compile(
    r"(?:,|\b(?:and|or|of|the|to|with|in|on|at|a|an|for|by|that|from|its|their|his|her))$"
)
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*$|[\"”’]$")


def read_tail(blocks: Sequence[Block]) -> tuple[list[Block], list[Found], list[Dropped]]:
    """Read the address and day that stand below an article, and take them out."""
    start = max(1, len(blocks) - _TAIL_BLOCKS)
    kept, found, dropped = list(blocks[:start]), list[Found](), list[Dropped]()
    label: Block | None = None
    for block in blocks[start:]:
        is_label = url_label(block.text) is not None
        url = url_in_line(url_label(block.text) or block.text)
        day = date_in_line(block.text)
        if url:
            how = f"after '{label.text}'" if label else "address line below the text"
            found.append(Found("url", url, how))
        elif day:
            found.append(Found("published", day.isoformat(), "date line below the text"))
        if url or day or is_label:
            dropped.append(Dropped(block.text, "address line" if url or is_label else "date line"))
        else:
            kept.append(block)
        label = block if is_label and not url else None
    return kept, found, dropped


def read_body(blocks: Sequence[Block]) -> Kept:
    """Take everything out of the body that is no text of the article; return the rest and what was dropped."""
    kept, dropped = _without_furniture(blocks)
    for step in (_without_captions, _without_repetitions):
        kept, more = step(kept)
        dropped += more
    return kept, dropped


def _without_furniture(blocks: Sequence[Block]) -> Kept:
    kept: list[Block] = []
    dropped: list[Dropped] = []
    in_links = False
    for block in blocks:
        why = _why_no_text(block, in_links=in_links)
        in_links = why is not None and (
            why == "linked headline" or (why.startswith("link") and block.words <= _LABEL_WORDS)
        )
        if why is not None:
            dropped += [Dropped(block.text, why)] if block.text else []
            continue
        text, cut = without_passages(block.text)
        dropped += cut
        kept += [Block(text, block.mark, block.group, block.level)] if text else []
    return kept, dropped


def _why_no_text(block: Block, *, in_links: bool) -> str | None:
    if block.mark in (Mark.RULE, Mark.IMAGE):
        return block.mark.value
    if in_links and block.words <= _LINKED_WORDS and not _ENDED.search(block.text):
        return "linked headline"
    return why_furniture(block.text)


def _without_captions(blocks: Sequence[Block]) -> Kept:
    whole = _joined(blocks)
    open_ended = unended(whole)
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for at, block in enumerate(whole):
        why = why_caption(block.text)
        if why is None and at in open_ended:
            why = "caption: no full stop, between sentences that have theirs"
        if why:
            dropped.append(Dropped(block.text, why))
        else:
            kept.append(block)
    return kept, dropped


def _without_repetitions(blocks: Sequence[Block]) -> Kept:
    seen: set[str] = set()
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for block in blocks:
        key = block.text.casefold()
        if key in seen and block.words >= _REPEATED_WORDS:
            dropped.append(Dropped(block.text, "repeated"))
        else:
            kept.append(block)
        seen.add(key)
    return kept, dropped


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Join sentences that the page broke in two."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _goes_on(joined[-1], block):
            before = joined[-1]
            joined[-1] = Block(f"{before.text} {block.text}", before.mark, before.group)
        else:
            joined.append(block)
    return joined


def _goes_on(block: Block, after: Block) -> bool:
    if (
        block.mark is not Mark.PLAIN
        or after.mark is not Mark.PLAIN
        or _ENDED.search(block.text[-20:])
    ):
        return False
    if block.words < _LABEL_WORDS or len(block.text) > _LONGEST_SENTENCE:
        return False
    if after.text[:1].islower() or _DANGLES.search(block.text):
        return True
    return block.words >= _SUBORDINATE_WORDS and bool(_OPENS_SUBORDINATE.match(block.text))
