"""The spreadsheets of a profile, read row by row as Excel, LibreOffice or a text editor writes them."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.model.errors import ProfileError

DELIMITERS = ",;\t"  # Excel takes the one of the country that it is set to
NOTE_COLUMN = "note"  # every table may have it; it is for the analyst and never read


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the file and the line where it starts (as a spreadsheet numbers it)."""

    file: str
    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Return the cell without the blanks around it, or an empty string."""
        return self.cells.get(column, "")

    def needed(self, column: str) -> str:
        """Return the cell; raise ``ProfileError`` where it is empty."""
        value = self.text(column)
        if not value:
            raise self.fault(f"the {column} is empty", "Fill the cell or delete the row")
        return value

    def listed(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that are separated by ``;``, each once, in their order."""
        parts = (part.strip() for part in self.text(column).split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def place(self, *, seen_from: "Row") -> str:
        """Say which row it is, and of which file where that is another than the one seen from."""
        return (
            f"row {self.number}"
            if self.file == seen_from.file
            else f"{self.file}, row {self.number}"
        )

    def fault(self, problem: str, remedy: str) -> ProfileError:
        """Build the error that says where the fault is, what it is and what to do."""
        return ProfileError(f"{self.file}, row {self.number}: {problem}. {remedy}.")


def decoded(content: bytes, *, file: str) -> str:
    """Decode UTF-8, with or without a byte order mark."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise ProfileError(
            f"{file}, row {row}: a letter is not written in UTF-8. "
            "Save the file again as 'CSV UTF-8' (in LibreOffice: character set Unicode UTF-8)."
        ) from error


def read_table(content: bytes, *, file: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """Read the rows of a table whose first row names its columns."""
    lines = _without_comments(decoded(content, file=file))
    heading = next((line for line in lines if line.strip()), "")
    delimiter = max(DELIMITERS, key=heading.count)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    header: list[str] = []
    rows = []
    for number, cells in _filled(reader, file=file):
        if header:
            rows.append(Row(file, number, _by_column(cells, header, file=file, number=number)))
        else:
            header = _checked_header(cells, columns, file=file, number=number)
    return tuple(rows)


def _without_comments(text: str) -> list[str]:
    """Blank out comment lines before parsing: a lone quotation mark in one would swallow the next row."""
    lines = text.splitlines(keepends=True)
    return ["\n" if line.startswith(("#", "sep=")) else line for line in lines]


def _filled(reader: Iterator[list[str]], *, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, each with the line where it starts."""
    line = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped) and not stripped[0].startswith("#"):
                yield line, stripped
            line = reader.line_num + 1  # type: ignore[attr-defined]  # csv has no public reader type
    except csv.Error as error:
        raise ProfileError(
            f"{file}, row {line}: the row cannot be read ({error}). "
            "Look for a quotation mark that is opened and not closed."
        ) from error


def _checked_header(
    cells: list[str], columns: Sequence[str], *, file: str, number: int
) -> list[str]:
    """Return the names of the columns; refuse unknown, doubled and missing ones."""
    header = [cell.lower() for cell in cells]
    place = f"{file}, row {number}"
    for name in header:
        if name and name not in (*columns, NOTE_COLUMN):
            expected = ", ".join((*columns, NOTE_COLUMN))
            raise ProfileError(f"{place}: unknown column '{name}'. The columns are: {expected}.")
        if name and header.count(name) > 1:
            raise ProfileError(f"{place}: the column '{name}' stands twice. Keep one.")
    if columns[0] not in header:
        raise ProfileError(
            f"{place}: the column '{columns[0]}' is missing. "
            f"The first row names the columns: {', '.join(columns)}."
        )
    return header


def _by_column(cells: list[str], header: list[str], *, file: str, number: int) -> dict[str, str]:
    """Pair the cells with the names of their columns."""
    extra = [cell for cell in cells[len(header) :] if cell]
    if extra:
        raise ProfileError(
            f"{file}, row {number}: more cells than columns (from '{extra[0]}' on). "
            "Put quotation marks around a cell that holds the separator."
        )
    return {name: cell for name, cell in zip(header, cells, strict=False) if name}
