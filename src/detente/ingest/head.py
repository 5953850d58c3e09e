"""The head of an article: title, byline, outlet, day and address, read off and taken out of its text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.ingest import heading
from detente.ingest.blocks import Block, Mark
from detente.ingest.captions import repeats, why_caption, why_caption_before_title
from detente.ingest.furniture import why_furniture
from detente.ingest.outlet_names import OutletNames
from detente.model.document import Dropped, Found

# headers of saved pages have at most some twenty lines; a lede may stand above the byline
_HEAD_BLOCKS = 24
_PROSE_BEFORE_BODY = 2
_LABEL_WORDS = 2
_OUTLET_WORDS = 4
_ROW_WORDS = 20
_MOTTO_WORDS = 6


@dataclass(slots=True)
class Head:
    """What was read off the head so far. ``body`` holds the blocks that belong to the text."""

    names: OutletNames
    title: str | None = None
    found: list[Found] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    prose: int = 0

    def note(self, what: str, value: str, how: str) -> None:
        """Keep one piece of metadata."""
        self.found.append(Found(what, value, how))

    def drop(self, block: Block, why: str) -> None:
        """Take a block out of the text."""
        self.dropped.append(Dropped(block.text, why))

    def has(self, what: str) -> bool:
        """Say whether a field was found."""
        return any(f.field == what for f in self.found)


def read_head(blocks: Sequence[Block], *, title: str | None, names: OutletNames) -> Head:
    """Read the head of an article; ``title`` is the one that came with it, where one did."""
    head = Head(names, title)
    heading_at = _heading_at(blocks) if title is None else None
    at = 0
    while at < len(blocks) and at < _HEAD_BLOCKS and head.prose < _PROSE_BEFORE_BODY:
        at = _read_block(head, blocks, at, heading_at)
    head.body += blocks[at:]
    return head


def _read_block(head: Head, blocks: Sequence[Block], at: int, heading_at: int | None) -> int:
    """Read one block or a label with its value; return the place of the next one."""
    block = blocks[at]
    if taken := _address(head, blocks, at):
        return at + taken
    if not (
        _is_mark(head, block)
        or _is_row(head, block)
        or _is_date(head, block)
        or _is_motto_line(head, blocks, at)
        or _is_title(head, blocks, at, heading_at)
        or _is_byline(head, blocks, at)
        or _is_outlet(head, blocks, at)
        or _is_caption(head, blocks, at)
    ):
        head.body.append(block)
        head.prose += heading.is_prose(block.text)
    return at + 1


def _heading_at(blocks: Sequence[Block]) -> int | None:
    """Return the place of the first main heading near the top."""
    for at, block in enumerate(blocks[:8]):
        if block.mark is Mark.HEADING and block.level <= 2:
            return at
    return None


def _address(head: Head, blocks: Sequence[Block], at: int) -> int:
    """Read an address with its label or without; return how many blocks it takes."""
    block = blocks[at]
    label = heading.url_label(block.text)
    if label == "" and at + 1 < len(blocks):
        url, taken = heading.url_in_line(blocks[at + 1].text), 2
    else:
        url, taken = heading.url_in_line(label or block.text), 1
    if url is None:
        return 0
    head.note(
        "url", url, "address line" if label is None else f"after '{block.text.split(':')[0]}:'"
    )
    for part in blocks[at : at + taken]:
        head.drop(part, "address line")
    return taken


def _is_mark(head: Head, block: Block) -> bool:
    if block.mark is Mark.IMAGE:
        head.drop(block, "image")
    return block.mark in (Mark.IMAGE, Mark.RULE)


def _is_row(head: Head, block: Block) -> bool:
    """Read a row such as "The Herald | Politics | 10 May 2023 · By Ann Bell"; each part must be of its kind."""
    parts = heading.parts_of(block.text)
    if not parts or block.words > _ROW_WORDS or head.prose:
        return False
    days = [d for p in parts if (d := heading.date_in_line(p))]
    named = (head.names.named(heading.team_byline(p) or p) for p in parts)
    outlets = [outlet.name for outlet in named if outlet]
    bylines = [n for p in parts for n in heading.names_in_byline(p)]
    labels = [p for p in parts if len(p.split()) <= _LABEL_WORDS or heading.team_byline(p)]
    if not (days or outlets) or len(days) + len(outlets) + len(bylines) + len(labels) < len(parts):
        return len(outlets) > 0 and _is_motto(head, block, parts)
    for day in days:
        head.note("published", day.isoformat(), "header row")
    for outlet in outlets[:1]:
        head.note("outlet", outlet, "header row")
    for name in bylines:
        head.note("byline", name, "header row")
    head.drop(block, "header row")
    return True


def _is_motto(head: Head, block: Block, parts: Sequence[str]) -> bool:
    """Read "The Dispatch — Washington and the wider world": an outlet's name and its motto."""
    outlet = head.names.named(parts[0])
    if outlet is None or head.body or len(parts) != 2:
        return False
    head.note("outlet", outlet.name, "name and motto")
    head.drop(block, "name and motto of the outlet")
    return True


def _is_motto_line(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Read the motto right beneath an outlet's name, where a headline follows with its header lines or prose."""
    if head.title is not None or not 0 < at < len(blocks) - 2 or _starts_group(blocks, at):
        return False
    block, after, then = blocks[at : at + 3]
    is_beneath = head.names.named(blocks[at - 1].text) is not None and not head.body
    is_short = block.words <= _MOTTO_WORDS and block.words < after.words
    parted = after.group != block.group and then.group != after.group
    if not (
        is_beneath
        and is_short
        and parted
        and heading.is_headline(block.text)
        and heading.is_headline(after.text)
    ):
        return False
    if not _is_header_line(head, blocks, at + 2):
        return False
    head.drop(block, "motto of the outlet")
    return True


def _is_date(head: Head, block: Block) -> bool:
    day = heading.date_in_line(block.text)
    if day is None and not head.prose:
        day = heading.place_and_date(block.text)
    if day is None:
        return False
    how = "date line of the update" if heading.is_update_line(block.text) else "date line"
    head.note("published", day.isoformat(), how)
    head.drop(block, "date line")
    return True


def _is_title(head: Head, blocks: Sequence[Block], at: int, heading_at: int | None) -> bool:
    block = blocks[at]
    if head.title is not None:
        if _same(block.text, head.title):
            head.drop(block, "title" if head.has("title") is False else "title repeated")
            return True
        return False
    is_title = at == heading_at if heading_at is not None else _may_be_title(head, blocks, at)
    if is_title:
        head.title = block.text
        head.note("title", block.text, "heading" if at == heading_at else "first line")
    return is_title


def _may_be_title(head: Head, blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    text = block.text
    if (
        head.prose
        or head.body
        or heading.is_prose(text)
        or block.mark is Mark.ITEM
        or len(blocks) == 1
    ):
        return False
    if why_caption(text) or why_furniture(text) or heading.names_in_byline(text):
        return False
    if _is_outlet_line(head, blocks, at) or _is_label(blocks, at):
        return False
    if heading.ends_as_sentence(text) and text.endswith("."):
        # a headline with a full stop is one only where header lines follow
        return _is_header_line(head, blocks, at + 1)
    return True


def _is_header_line(head: Head, blocks: Sequence[Block], at: int) -> bool:
    if at >= len(blocks):
        return False
    text = blocks[at].text
    return bool(
        heading.date_in_line(text)
        or heading.url_in_line(text)
        or heading.names_in_byline(text)
        or _is_outlet_line(head, blocks, at)
    )


def _is_label(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line names a section ("World") above the headline."""
    if blocks[at].words > _LABEL_WORDS or at + 1 >= len(blocks):
        return False
    return heading.is_headline(blocks[at + 1].text)


def _is_byline(head: Head, blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    names = heading.names_in_byline(block.text)
    is_marked = block.mark is Mark.BOLD or _is_header_line(head, blocks, at + 1)
    if not names and not head.prose and is_marked and heading.is_bare_name(block.text):
        names = () if _is_outlet_line(head, blocks, at) else (block.text,)
    for name in names:
        head.note("byline", name, "byline")
    if names:
        head.drop(block, "byline")
    return bool(names)


def _is_outlet(head: Head, blocks: Sequence[Block], at: int) -> bool:
    if not _is_outlet_line(head, blocks, at):
        return False
    words = blocks[at].text
    known = head.names.named(words.split(" with ")[0])  # "The Herald with Newswire"
    name, sender = (known.name, None) if known else heading.split_sender(words)
    head.note("outlet", head.names.name(name), "outlet line")
    if sender:
        head.note("byline", sender, "outlet line")
    head.drop(blocks[at], "outlet line")
    return True


def _is_outlet_line(head: Head, blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line names the outlet: a known one, or the line above the day in a header."""
    block = blocks[at]
    if head.prose or block.mark is Mark.ITEM or heading.is_prose(block.text):
        return False
    if head.names.named(block.text.split(" with ")[0]):
        return True
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    is_above_day = (
        after is not None
        and after.group == block.group
        and heading.date_in_line(after.text) is not None
        and not heading.names_in_byline(block.text)
    )
    # above the day and below a title stands the outlet; without a title it must be short to be no title
    return is_above_day and (
        (head.title is not None and _starts_group(blocks, at)) or block.words <= _OUTLET_WORDS
    )


def _starts_group(blocks: Sequence[Block], at: int) -> bool:
    return at == 0 or blocks[at - 1].group != blocks[at].group


def _is_caption(head: Head, blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    why = why_caption(block.text) or why_furniture(block.text)
    is_below_image = at > 0 and blocks[at - 1].mark is Mark.IMAGE
    if (
        why is None
        and is_below_image
        and block.words <= 75
        and repeats(block.text, blocks[at - 1].text)
    ):
        why = "caption: says what the image's text says"
    if why is None and head.title is None and at + 2 < len(blocks):
        is_headline = heading.is_headline(blocks[at + 1].text) and heading.is_prose(
            blocks[at + 2].text
        )
        why = why_caption_before_title(block.text) if is_headline else None
    if why is None and head.title is None and _is_label(blocks, at):
        why = "name of the section"
    if why:
        head.drop(block, why)
    return why is not None


def _same(first: str, second: str) -> bool:
    return first.casefold().strip(" .#*") == second.casefold().strip(" .#*")
