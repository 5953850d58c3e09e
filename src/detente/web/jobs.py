"""Long work that goes on when the page is closed: reading articles into the record."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from detente import pipeline
from detente.ledger import Ledger
from detente.model.codec import Json
from detente.model.errors import DetenteError
from detente.pipeline import AddReport, Step

KEPT = 20  # jobs that are remembered


@dataclass
class Job:
    """One reading. ``report`` is there when it is done, ``error`` when it failed."""

    id: str
    what: str
    step: Step | None = None
    report: AddReport | None = None
    error: str | None = None

    @property
    def ended(self) -> bool:
        """Say whether nothing more is to come."""
        return self.report is not None or self.error is not None

    @property
    def words(self) -> str:
        """Say how far it has come."""
        if self.error:
            return self.error
        if self.report:
            return "Done."
        if self.step is None:
            return "Waiting for its turn, then loading the language model …"
        return f"{self.step.done} of {self.step.total} read: {Path(self.step.source).name}"

    def shape(self) -> Json:
        """Write how far it has come, for the page that watches."""
        done, total = (self.step.done, self.step.total) if self.step else (0, 0)
        return {"words": self.words, "done": done, "total": total, "ended": self.ended}


@dataclass
class Jobs:
    """The readings of this run of the server, one at a time."""

    ledger: Ledger
    add: Callable[..., AddReport] = pipeline.add
    all: dict[str, Job] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)

    def start(self, folder: Path, what: str) -> Job:
        """Begin to read a folder."""
        job = Job(id=secrets.token_hex(8), what=what)
        self.all[job.id] = job
        for name in [n for n, j in self.all.items() if j.ended][:-KEPT]:
            del self.all[name]
        threading.Thread(target=self._run, args=(job, folder), name=job.id, daemon=True).start()
        return job

    def _run(self, job: Job, folder: Path) -> None:
        def progress(step: Step) -> None:
            job.step = step

        with self.turn:
            try:
                process = self.ledger.process
                job.report = self.add(self.ledger, [folder], process=process, progress=progress)
            except (DetenteError, OSError) as error:
                job.error = f"{str(error).rstrip('.')}. What was read until then is kept."
            finally:
                if not job.ended:
                    job.error = "The program failed on this. What was read until then is kept."
