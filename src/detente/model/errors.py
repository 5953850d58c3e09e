"""The exceptions of détente.

DetenteError
 ├── RecordError      the record cannot be opened, found or written
 ├── ProfileError     a process profile does not hold together
 ├── EvidenceError    evidence does not slice out of its stored text (a fault of our own code)
 ├── CorrectionError  a correction cannot be made; nothing was recorded
 └── LanguageError    the language model is missing or is not the pinned one

The mess of the world (an empty file, a broken page) is no exception: it is a ``Rejection``.
"""


class DetenteError(Exception):
    """An error whose message says what was wrong and what to do next."""


class RecordError(DetenteError):
    """The record cannot be opened, found or written."""


class ProfileError(DetenteError):
    """A process profile does not hold together; the message names file, row and remedy."""


class EvidenceError(DetenteError):
    """Evidence does not slice letter by letter out of the text that it is said to come from."""


class CorrectionError(DetenteError):
    """A correction cannot be made; nothing was recorded."""


class LanguageError(DetenteError):
    """The language model is missing or is not the one that was pinned."""
