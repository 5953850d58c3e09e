"""The page that a command writes: wrapped lines that nothing in an article can break or colour."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from detente.cli.terminal import one_line, visible

Piece = str | tuple[str, str]  # text, or text and its style

LABELS = 18  # columns for the label of a line
NARROWEST = 26  # columns of a text that stands beside others
NARROW = 60  # columns below which a label stands on a line of its own


class Sheet:
    """Lines for a console. Text is shown as it is: no markup, and what would act on a terminal as marks."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @property
    def narrow(self) -> bool:
        """Say whether there is no room for labels beside their lines."""
        return self._console.width < NARROW

    def blank(self) -> None:
        """Leave a line free."""
        self._print(Text())

    def put(self, *pieces: Piece, indent: int = 0, hang: int = 2) -> None:
        """Write pieces as one paragraph, its further lines ``hang`` columns further in."""
        text = _assemble(pieces)
        for number, line in enumerate(self._wrapped(text, indent + hang)):
            self._print(Text(" " * (indent + hang if number else indent)) + line)

    def command(self, words: str, *, indent: int = 2) -> None:
        """Write a command to copy, on one line however long."""
        self._print(Text(" " * indent + visible(words)))

    def labelled(self, label: str, *pieces: Piece, indent: int = 2) -> None:
        """Write pieces beside their label, or below it on a narrow terminal."""
        if self.narrow:
            self._print(Text(" " * indent + label, "dim"))
            self.put(*pieces, indent=indent + 2, hang=0)
            return
        for number, line in enumerate(self._wrapped(_assemble(pieces), indent + LABELS)):
            lead = label if number == 0 else ""
            start = Text(" " * indent) + Text(f"{lead:<{LABELS}}", "dim")
            self._print(start + line)

    def room_for(self, columns: int) -> bool:
        """Say whether so many columns can stand side by side, with a label before them."""
        return LABELS + columns * NARROWEST <= self._console.width

    def beside(self, label: str, cells: Sequence[str], *, style: str = "") -> None:
        """Write texts side by side, each wrapped in its column, behind their label."""
        wide = (self._console.width - LABELS) // len(cells)
        widths = (LABELS, *(wide for _ in cells))
        wrapped = [
            Text(one_line(text), kind).wrap(self._console, width - 2, overflow="fold")
            for text, kind, width in zip(
                (label, *cells), ("dim", *(style for _ in cells)), widths, strict=True
            )
        ]
        for number in range(max(map(len, wrapped))):
            line = Text()
            for lines, width in zip(wrapped, widths, strict=True):
                piece = lines[number].copy() if number < len(lines) else Text()
                piece.rstrip()
                piece.pad_right(width - piece.cell_len)
                line += piece
            self._print(line)

    def prose(self, pieces: Iterable[Piece], *, indent: int = 0) -> None:
        """Write a paragraph of an article, its own line ends kept."""
        text = Text()
        for piece in pieces:
            words, style = (piece, "") if isinstance(piece, str) else piece
            text.append(visible(words), style)
        for line in self._wrapped(text, indent):
            self._print(Text(" " * indent) + line)

    def _wrapped(self, text: Text, margin: int) -> list[Text]:
        width = max(self._console.width - margin, 10)
        lines = text.wrap(self._console, width, overflow="fold")
        for line in lines:
            line.rstrip()
        return list(lines)

    def _print(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, soft_wrap=True)  # it has been wrapped


def _assemble(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        words, style = (piece, "") if isinstance(piece, str) else piece
        text.append(_inner(words), style)
    return text


def _inner(words: str) -> str:
    """Fold a piece to one line, but keep the spaces that join it to its neighbours."""
    bare = words.strip(" ")
    lead, _, tail = words.partition(bare) if bare else ("", "", "")
    return lead + one_line(bare) + tail
