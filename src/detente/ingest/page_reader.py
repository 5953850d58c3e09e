"""Reads web pages in a child process that is kept warm, watched by the clock, and replaced when it dies."""

import atexit
import json
import os
import selectors
import subprocess
import sys
import threading
import time
from typing import IO, Any

from detente.ingest.limits import PAGE_SECONDS
from detente.ingest.page_child import FULLY, HEADER, LENGTH, PLAINLY, answer

_CHUNK = 1 << 16


class PageError(Exception):
    """The child died, gave no answer in time, or its parser raised; the message says which."""


class PageReader:
    """One warm child. Use from any thread; after a fork each process starts its own."""

    def __init__(self, *, seconds: float = PAGE_SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, page: str) -> dict[str, Any]:
        """Return what ``page.read_page`` makes of the page, or the plain text where that fails.

        Raises ``PageError`` where neither ends in time.
        """
        data = page.encode("utf-8", "replace")
        with self._lock:
            try:
                return self._ask(FULLY, data)
            except PageError as failure:
                result = self._ask(PLAINLY, data)
                result["how"] = f"html.parser: {failure}"
                return result

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                _close(pipe)

    def _ask(self, mode: int, data: bytes) -> dict[str, Any]:
        try:
            child = self._started()
        except OSError:
            # no processes here: read it ourselves, with the parser that cannot be hurt
            result: dict[str, Any] = json.loads(answer(PLAINLY, data))
            return result
        deadline = time.monotonic() + self._seconds
        try:
            _send(child, HEADER.pack(mode, len(data)) + data, deadline)
            (length,) = LENGTH.unpack(_receive(child, LENGTH.size, deadline))
            reply = _receive(child, length, deadline)
        except (PageError, OSError) as error:
            self.close()
            raise PageError(str(error)) from error
        answered: dict[str, Any] = json.loads(reply)
        return answered

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._owner == os.getpid() and self._child.poll() is None:
            return self._child
        self.close()
        # -P: a file named lxml.py in the reader's folder must not run
        command = [sys.executable, "-P", "-m", "detente.ingest.page_child"]
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._owner = os.getpid()
        return self._child


def _send(child: subprocess.Popen[bytes], data: bytes, deadline: float) -> None:
    pipe = _pipe(child.stdin)
    os.set_blocking(pipe, False)
    view = memoryview(data)
    while view:
        _await(pipe, selectors.EVENT_WRITE, deadline)
        view = view[os.write(pipe, view[:_CHUNK]) :]


def _receive(child: subprocess.Popen[bytes], size: int, deadline: float) -> bytes:
    pipe = _pipe(child.stdout)
    pieces = bytearray()
    while len(pieces) < size:
        _await(pipe, selectors.EVENT_READ, deadline)
        piece = os.read(pipe, min(_CHUNK, size - len(pieces)))
        if not piece:
            raise PageError("the parser died over the page")
        pieces += piece
    return bytes(pieces)


def _await(pipe: int, event: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise PageError("the parser did not end in time")


def _pipe(pipe: IO[bytes] | None) -> int:
    if pipe is None:
        raise PageError("the parser has no pipe")
    return pipe.fileno()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # a pipe to a killed child may refuse to flush; nothing was left to say


PAGES = PageReader()
atexit.register(PAGES.close)
