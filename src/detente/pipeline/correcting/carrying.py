"""Corrections on an older version of an article, offered to be carried to the newest: never moved by themselves."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.corrected import Corrected
from detente.ledger.correcting import Said, record_corrections
from detente.ledger.corrections import corrected_documents, load_bodies, load_corrections, resolve
from detente.ledger.facts import load_texts
from detente.ledger.parts import in_parts
from detente.ledger.standing import not_undone
from detente.model.codec import entry_id
from detente.model.correction import DECISIONS, Act, Correction
from detente.model.entry import Entry, Evidence
from detente.model.errors import CorrectionError
from detente.pipeline.correcting.saying import reason_text, reviewer_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a correction would say of the newest version: the same words stand there, and stand there once."""

    correction: int
    document: str
    act: Act
    subject: str | None  # the entry of the newest version that it speaks of
    result: Entry | None
    reason: str = ""


def offers(connection: Connection) -> tuple[Offer, ...]:
    """Return what can be carried to newer versions, and was not carried yet."""
    a, c, link = s.articles.c, s.corrections.c, s.correction_entries.c
    newest: dict[str, str] = {}
    for part in in_parts(sorted(corrected_documents(connection, DECISIONS))):
        query = select(a.document, a.superseded_by).where(
            a.document.in_(part), a.superseded_by.is_not(None)
        )
        newest |= dict(connection.execute(query).all())
    if not newest:
        return ()
    older = select(a.document).where(a.superseded_by.is_not(None))
    here = select(link.correction).where(link.document.in_(older))
    wanted = (c.number.in_(here), c.act.in_(sorted(DECISIONS)), not_undone())
    corrections = load_corrections(connection, *wanted)
    desk = _Desk(connection, newest, {n for x in corrections for n in x.entries})
    return tuple(offer for x in corrections if (offer := desk.offer(x)))


class _Desk:
    """Older versions with their entries, and the newest with what stands in them."""

    def __init__(
        self, connection: Connection, newest: dict[str, str], names: Collection[str]
    ) -> None:
        self._newest = newest
        self._bodies = load_bodies(connection, names)
        self._texts = load_texts(connection, sorted(set(newest.values())))
        self._now: dict[str, Corrected] = resolve(connection, sorted(self._texts))
        self._before: dict[str, Corrected] = resolve(connection, sorted(newest))

    def offer(self, correction: Correction) -> Offer | None:
        name = correction.result or correction.subjects[0]
        entry = self._bodies[name][1]
        if not self._counts(correction, entry.document):
            return None
        document = self._newest[entry.document]
        moved = _moved(entry, document, self._texts[document])
        if moved is None:
            return None
        act, subject, result = self._said(correction, moved, self._now[document])
        if act is None:
            return None
        return Offer(
            correction=correction.number,
            document=document,
            act=act,
            subject=subject,
            result=result,
            reason=correction.reason,
        )

    def _counts(self, correction: Correction, document: str) -> bool:
        """Say whether it is the last word on its entry."""
        last = self._before[document]
        words = (*last.reviews.values(), *last.set_aside.values())
        return any(w.correction == correction.number for w in words)

    @staticmethod
    def _said(
        correction: Correction, moved: Entry, now: Corrected
    ) -> tuple[Act | None, str | None, Entry | None]:
        """Say what to do in the newest version; nothing where that was decided there already."""
        there = {
            n: e for n, e in now.entries if (e.kind, e.evidence) == (moved.kind, moved.evidence)
        }
        name = entry_id(moved)
        if name in now.reviews or name in now.set_aside or any(n in now.reviews for n in there):
            return None, None, None
        if correction.act is Act.REJECT:
            return (Act.REJECT, min(there), None) if there else (None, None, None)
        if name in there:
            return Act.ACCEPT, name, None
        if there:
            return Act.EDIT, min(there), moved
        return Act.ADD, None, moved


def _moved(entry: Entry, document: str, text: str) -> Entry | None:
    """Return the entry in another text, where each of its passages stands there once."""
    if any(text.count(e.quote) != 1 for e in entry.evidence):
        return None
    found = [(e.quote, text.index(e.quote)) for e in entry.evidence]
    evidence = tuple(Evidence(quote, start, start + len(quote)) for quote, start in found)
    return replace(entry, document=document, evidence=evidence)


def _carried(offer: Offer) -> str:
    """Keep why it was said, and tell where."""
    return "; ".join(filter(None, (offer.reason, f"carried from correction {offer.correction}")))


def carry(
    ledger: Ledger, numbers: Collection[int] | None = None, *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Say of the newest versions what these corrections said of older ones; with no numbers, all on offer."""
    reviewer, why = reviewer_name(by), reason_text(reason)
    with ledger.writing() as connection:
        on_offer = {offer.correction: offer for offer in offers(connection)}
        wanted = sorted(on_offer if numbers is None else set(numbers))
        if not wanted:
            raise CorrectionError("no correction is on offer to be carried to a newer version")
        for number in wanted:
            if number not in on_offer:
                raise CorrectionError(
                    f"the correction {number} cannot be carried: its words do not stand once in a newer "
                    "version, or that was decided there already"
                )
        said = [
            Said(
                reviewer=reviewer,
                reason=why or _carried(on_offer[number]),
                act=on_offer[number].act,
                subjects=(subject,) if (subject := on_offer[number].subject) else (),
                result=on_offer[number].result,
            )
            for number in wanted
        ]
        return record_corrections(connection, ledger, said)
