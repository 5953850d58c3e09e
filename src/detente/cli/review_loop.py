"""Review in a terminal: one suggestion at a time, one key for each answer."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

import typer

from detente.cli.evidence import identity
from detente.cli.passages import put_passage
from detente.cli.review_acts import ACTS, Request
from detente.cli.sheet import Sheet
from detente.cli.terminal import say
from detente.model.entry import Entry
from detente.model.errors import CorrectionError
from detente.wording import counted, field_words, where

if TYPE_CHECKING:
    from detente.query import Progress, Suggestion

KEYS = "a accept · x reject · e edit a field · space skip · u undo · q quit"
_UNDO = ("u", "\x7f", "\x08")  # backspace is one of the last two
_END = ("q", "\x03", "\x04", "")  # Ctrl-C and Ctrl-D come as letters from a raw terminal


def read_key() -> str:
    """Wait for one key."""
    from click import getchar

    try:
        return getchar()
    except (KeyboardInterrupt, EOFError):
        return "q"


def ask_line(prompt: str) -> str:
    """Ask for a line; nothing where the user breaks it off."""
    try:
        return input(prompt)
    except (KeyboardInterrupt, EOFError):
        return ""


def put_suggestion(sheet: Sheet, suggestion: "Suggestion", far: "Progress") -> None:
    """Write an entry that waits for a decision: its passage in the paragraph, and what was read in it."""
    told = suggestion.recorded
    sheet.blank()
    sheet.put((f"{far.done} of {far.total} reviewed", "dim"))
    sheet.put((told.entry.kind.value, "bold"), f" · {where(told.document)}", *identity(told.id))
    sheet.blank()
    for passage in suggestion.context:
        put_passage(sheet, passage, indent=4)
        sheet.blank()
    for name in _told_fields(told.entry):
        sheet.labelled(name, field_words(told.entry, name))


def _told_fields(entry: Entry) -> list[str]:
    """Return the fields that are not empty, but for those that the paragraph shows or that follow from others."""
    names = (f.name for f in fields(entry) if f.name not in ("document", "evidence", "plover"))
    return [name for name in names if field_words(entry, name)]


@dataclass(slots=True)
class Session:
    """A review from the first key to the last. ``keys`` and ``lines`` give what the reviewer types."""

    asked: Request
    sheet: Sheet
    keys: Callable[[], str] = read_key
    lines: Callable[[str], str] = ask_line
    _skipped: list[str] = field(default_factory=list)
    _steps: list[int | None] = field(default_factory=list)  # numbers of corrections; None: skipped

    def run(self) -> None:
        """Show suggestions until none is left or the reviewer ends; then let the views follow."""
        from detente.pipeline import refresh

        try:
            while self._step():
                pass
        finally:
            made = sum(step is not None for step in self._steps)
            refresh(self.asked.ledger, self.asked.ledger.process)
            say(f"{counted(made, 'correction')} recorded, {len(self._skipped)} skipped.")

    def _step(self) -> bool:
        from detente.query import progress, suggestions

        asked = self.asked
        found = suggestions(
            asked.ledger, asked.where, reviewer=asked.by, blind=asked.blind, skip=self._skipped
        )
        far = progress(asked.ledger, asked.where, reviewer=asked.by, blind=asked.blind)
        if not found:
            rest = f"; {len(self._skipped)} skipped" if self._skipped else ""
            self.sheet.put(f"{far.done} of {far.total} reviewed{rest}. Nothing else waits.")
            return False
        put_suggestion(self.sheet, found[0], far)
        return self._answer(found[0])

    def _answer(self, suggestion: "Suggestion") -> bool:
        """Take keys until one leads on; say whether to go on."""
        while True:
            self.sheet.put((KEYS, "dim"))
            key = self.keys().casefold()
            if key in _END:
                return False
            if key in ("a", "x") and self._do("accept" if key == "a" else "reject", suggestion):
                return True
            if key == "e" and self._edit(suggestion):
                return True
            if key == " ":
                self._skipped.append(suggestion.recorded.id)
                self._steps.append(None)
                self.sheet.put("skipped")
                return True
            if key in _UNDO and self._undo():
                return True

    def _do(self, act: str, suggestion: "Suggestion", *words: str) -> bool:
        asked = replace(self.asked, words=(suggestion.recorded.id, *words))
        try:
            self._steps += ACTS[act].run(asked)
        except (CorrectionError, typer.BadParameter) as error:
            say(f"Not recorded: {error}")
            return False
        self.sheet.put({"accept": "accepted", "reject": "rejected"}.get(act, "edited"))
        return True

    def _edit(self, suggestion: "Suggestion") -> bool:
        from detente.pipeline.correcting import choices, field_names

        entry = suggestion.recorded.entry
        for name in field_names(entry.kind):
            words = choices(entry.kind, name)
            listed = f" ({', '.join(words)})" if words else ""
            self.sheet.labelled(name, f"{field_words(entry, name) or '–'}{listed}")
        line = self.lines("field=value, or nothing to go back: ").strip()
        return bool(line) and self._do("edit", suggestion, line)

    def _undo(self) -> bool:
        from detente.pipeline.correcting import undo, undo_last

        asked = self.asked
        try:
            if not self._steps:
                undone = undo_last(asked.ledger, by=asked.by)
                self.sheet.put(f"undone: {counted(len(undone), 'earlier correction')}")
                return True
            step = self._steps.pop()
            if step is None:
                self._skipped.pop()
            else:
                undo(asked.ledger, step, by=asked.by)
        except CorrectionError as error:
            say(str(error))
            return False
        self.sheet.put("undone")
        return True
