"""Earlier states of a large record, and what changed between two: made by other processes while the pages answer.

A page that needs one which is not there says so (``Awaited``) and shows how far it is.
"""

import secrets
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from detente import query
from detente.ledger import Ledger
from detente.ledger.earlier import Bounds, kept_copy, new_folder, passing_copy
from detente.ledger.moments import last_change
from detente.model.codec import Json
from detente.model.errors import DetenteError
from detente.model.filter import Filter
from detente.pipeline.earlier import at_hand, bring_up, make_state, overtaken, take_up
from detente.query.changes import Changes, changes, states_of

KEPT = 20  # comparisons, and pieces of work that have ended, which are remembered
MOST_WAITING = 4  # pieces of work; of more the oldest is given up

_BROKE_OFF = "The process that made it broke off: the machine may lack memory or room on its disk."
_GIVEN_UP = "Given up, since others were asked for after it."


@dataclass
class Making:
    """One piece of work. ``error`` says why nothing came of it."""

    what: str
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    done: int = 0
    total: int = 0
    begun: bool = False
    ended: bool = False
    error: str | None = None

    @property
    def words(self) -> str:
        """Say how far it has come."""
        if self.error:
            return self.error
        if self.ended:
            return "Done."
        if not self.begun:
            return "Waiting for its turn …"
        return f"{self.done} of {self.total} articles …" if self.total else "Beginning …"

    def shape(self) -> Json:
        """Write how far it has come, for the page that watches."""
        far = {"words": self.words, "done": self.done, "total": self.total}
        return {**far, "ended": self.ended, "failed": self.error is not None}


class Awaited(Exception):  # noqa: N818 - no error: the page that is asked for takes a while
    """What a page needs is being made."""

    def __init__(self, making: Making) -> None:
        super().__init__(making.what)
        self.making = making


@dataclass
class States:
    """What is made for the pages of one record, one piece at a time."""

    ledger: Ledger
    all: dict[str, Making] = field(default_factory=dict)
    _under_way: dict[Hashable, Making] = field(default_factory=dict)
    _compared: dict[Hashable, Changes] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _lists: threading.Lock = field(default_factory=threading.Lock)

    def need(self, *wanted: Filter) -> None:
        """Raise ``Awaited`` where the record is large and one of these states is not at hand."""
        for where in wanted:
            bounds = query.bounds(self.ledger, where)
            if bounds == Bounds() or not query.is_large(self.ledger):
                continue
            if at_hand(self.ledger, self.ledger.process, bounds) is None:
                raise Awaited(self._begin(bounds, _named(where), partial(self._make, bounds)))

    def compare(self, since: Filter, until: Filter, *, most: int) -> Changes:
        """Compare two states; raise ``Awaited`` where that takes long and was not done yet."""
        if not query.is_large(self.ledger):
            return changes(self.ledger, since, until, most=most)
        key = (since, until, most, last_change(self.ledger))
        if key in self._compared:
            return self._compared[key]
        self.need(*states_of(self.ledger, since, until))

        def work(making: Making) -> None:
            found = self._compare(since, until, most, making)
            if found:  # else more was recorded meanwhile, and the page asks again
                self._compared[key] = found
                for oldest in list(self._compared)[:-KEPT]:
                    del self._compared[oldest]

        raise Awaited(self._begin(key, f"what changed since {_named(since)}", work))

    def _begin(self, key: Hashable, what: str, work: Callable[[Making], None]) -> Making:
        """Begin a piece of work, or find the one that was begun."""
        with self._lists:
            making = self._under_way.get(key)
            if making is not None and not making.ended:
                return making
            making = Making(what)
            self._under_way[key] = self.all[making.id] = making
            self._forget()
        threading.Thread(target=self._run, args=(making, work), daemon=True).start()
        return making

    def _forget(self) -> None:
        waiting = [m for m in self.all.values() if not (m.begun or m.ended)]
        for making in waiting[:-MOST_WAITING]:
            making.error, making.ended = _GIVEN_UP, True
        for making in [m for m in self.all.values() if m.ended][:-KEPT]:
            del self.all[making.id]
        self._under_way = {k: m for k, m in self._under_way.items() if not m.ended}

    def _run(self, making: Making, work: Callable[[Making], None]) -> None:
        with self._turn:
            if making.ended:
                return
            making.begun = True
            try:
                work(making)
            except (DetenteError, OSError) as error:
                making.error = f"{str(error).rstrip('.')}. The record is as it was."
            finally:
                making.ended = True

    def _make(self, bounds: Bounds, making: Making) -> None:
        ledger, process = self.ledger, self.ledger.process
        if at_hand(ledger, process, bounds):
            return
        then = overtaken(ledger, process, bounds)
        if then and _in_another_process(_bring_up, (ledger.folder, bounds, then.folder), making):
            take_up(ledger, process, bounds, then)
            return
        then = passing_copy(ledger, new_folder())  # gone, should it come to nothing
        _in_another_process(_make, (ledger.folder, bounds, then.folder), making)
        take_up(ledger, process, bounds, then)

    def _compare(self, since: Filter, until: Filter, most: int, making: Making) -> Changes | None:
        wanted = states_of(self.ledger, since, until)
        bounds = {query.bounds(self.ledger, where) for where in wanted} - {Bounds()}
        states = {b: at_hand(self.ledger, self.ledger.process, b) for b in bounds}
        there = {b: then.folder for b, then in states.items() if then}  # held until it is done
        if len(there) < len(bounds):
            return None
        found: Changes | None = _in_another_process(
            _compare, (self.ledger.folder, there, since, until, most), making
        )
        return found


def _named(where: Filter) -> str:
    """Say in words which state a filter asks for."""
    told = (
        *((f"as of {where.as_of}",) if where.as_of else ()),
        *((f"known at {where.known_at}",) if where.known_at else ()),
    )
    return f"the record {', '.join(told)}"


def _in_another_process(work: Callable[..., Any], values: tuple[Any, ...], making: Making) -> Any:
    """Do a piece of work in a process of its own, which tells how far it is; return what it found."""
    spawn = get_context("spawn")  # not forked: threads run here, and databases are open
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_tell, args=(theirs, work, values), daemon=True)
    process.start()
    theirs.close()
    try:
        while True:
            told, found = ours.recv()
            if told == "far":
                making.done, making.total = found
            elif told == "fault":
                raise DetenteError(found)
            else:
                return found
    except EOFError:
        raise DetenteError(_BROKE_OFF) from None
    finally:
        ours.close()
        process.join()


def _tell(pipe: Connection, work: Callable[..., Any], values: tuple[Any, ...]) -> None:
    try:
        found = work(lambda done, total: pipe.send(("far", (done, total))), *values)
        pipe.send(("found", found))
    except DetenteError as error:
        pipe.send(("fault", str(error)))


def _make(far: Callable[[int, int], None], folder: Path, bounds: Bounds, there: Path) -> None:
    with Ledger.open(folder) as ledger:
        make_state(ledger, ledger.process, bounds, folder=there, far=far).close()


def _bring_up(far: Callable[[int, int], None], folder: Path, bounds: Bounds, there: Path) -> bool:
    del far  # it is quick, or not done
    with Ledger.open(folder) as ledger, kept_copy(ledger, there) as then:
        return bring_up(ledger, ledger.process, bounds, then)


def _compare(
    far: Callable[[int, int], None],
    folder: Path,
    states: Mapping[Bounds, Path],
    since: Filter,
    until: Filter,
    most: int,
) -> Changes | None:
    del far
    with Ledger.open(folder) as ledger:
        for bounds, there in states.items():
            take_up(ledger, ledger.process, bounds, kept_copy(ledger, there))
        return changes(ledger, since, until, most=most)
