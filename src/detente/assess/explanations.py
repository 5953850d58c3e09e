"""Why a meeting was not held as planned: the sentences that give a reason, each with who says it.

None is chosen before another. A sentence counts where it has a word of cause, and says itself that the plan
stands no longer or follows closely on one that does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.lexicon.phrases import pattern
from detente.model.chain import Explanation
from detente.model.entry import Actors, Kind, Statement
from detente.model.event import Report

FOLLOWS = 2  # sentences after the word that the plan stands no longer

# a full stop ends no sentence behind one letter ("U.S.") or a title
_END = re.compile(
    r"(?<![\s.][A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?][”\"’']?(?=\s+[A-Z“\"‘'(])|\n"
)


def explanations(reports: Iterable[Report], texts: Mapping[str, str]) -> tuple[Explanation, ...]:
    """Return the reasons that the texts give, in the order of the texts; copies say a thing once.

    ``reports`` are all entries of these documents: they tell who speaks.
    """
    by_document: dict[str, list[Report]] = {}
    for report in reports:
        by_document.setdefault(report.document.id, []).append(report)
    found: dict[tuple[str, ...], Explanation] = {}
    for document, text in texts.items():
        for start, end in _reasons(text):
            told = _told_in(by_document.get(document, []), start, end)
            speaker = _speaker(told) if told else ()
            why = Explanation(
                document, text[start:end], start, end, speaker, told.id if told else None
            )
            found.setdefault((*(a.id for a in speaker), why.quote.casefold()), why)
    return tuple(found.values())


def _reasons(text: str) -> Iterator[tuple[int, int]]:
    since_off = FOLLOWS + 1
    for start, end in sentences(text):
        sentence = text[start:end].casefold()
        since_off = 0 if pattern("chains", "off").search(sentence) else since_off + 1
        if since_off <= FOLLOWS and pattern("chains", "cause").search(sentence):
            yield start, end


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text begin and end, blanks left out."""
    start = 0
    for end in (*(m.end() for m in _END.finditer(text)), len(text)):
        inside = text[start:end]
        if inside.strip():
            yield (
                start + len(inside) - len(inside.lstrip()),
                end - len(inside) + len(inside.rstrip()),
            )
        start = end


def _told_in(reports: Sequence[Report], start: int, end: int) -> Report | None:
    """Return the entry that holds most of the sentence: a statement before any other that names a speaker."""
    inside = [(shared, r) for r in reports if (shared := _shared(r, start, end))]
    said = [
        (r.entry.kind is Kind.STATEMENT, shared, r.id, r) for shared, r in inside if _speaker(r)
    ]
    return max(said, key=lambda s: s[:3])[3] if said else None


def _shared(report: Report, start: int, end: int) -> int:
    return sum(max(0, min(end, e.end) - max(start, e.start)) for e in report.entry.evidence)


def _speaker(report: Report) -> Actors:
    entry = report.entry
    return entry.speaker if isinstance(entry, Statement) else entry.said_by
