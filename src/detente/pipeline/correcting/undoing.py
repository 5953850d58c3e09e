"""Taking corrections back, and taking that back."""

from sqlalchemy import select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.correcting import Said, record_corrections
from detente.ledger.corrections import load_corrections
from detente.ledger.standing import not_undone
from detente.model.correction import TAKING_BACK, Act, Correction
from detente.model.errors import CorrectionError
from detente.pipeline.correcting.saying import reason_text, reviewer_name

_LARGEST = 2**63 - 1  # that the database takes


def undo(ledger: Ledger, number: int, *, by: str, reason: str = "") -> int:
    """Take one correction back; its effect is gone, and it stays in the facts. Undo an undo to restore."""
    reviewer, why = reviewer_name(by), reason_text(reason)
    c = s.corrections.c
    with ledger.writing() as connection:
        found = load_corrections(connection, c.number == min(abs(number), _LARGEST))
        if not found or number < 1:
            raise CorrectionError(
                f"there is no correction {number}; see 'detente list corrections'"
            )
        act, target = _taking_back(found[0])
        (subject,) = load_corrections(connection, c.number == target)
        if subject.stands == (act is Act.RESTORE):
            raise CorrectionError(
                f"the correction {target} {'stands' if subject.stands else 'is undone'} already"
            )
        said = Said(reviewer=reviewer, reason=why, act=act, target=target)
        return record_corrections(connection, ledger, [said])[0]


def _taking_back(correction: Correction) -> tuple[Act, int]:
    if correction.target is None:
        return Act.UNDO, correction.number
    return (Act.RESTORE if correction.act is Act.UNDO else Act.UNDO), correction.target


def undo_last(ledger: Ledger, *, by: str, reason: str = "") -> tuple[Correction, ...]:
    """Take back what this reviewer said last, all that was said at once; return what was taken back."""
    reviewer, why = reviewer_name(by), reason_text(reason)
    c = s.corrections.c
    mine = (c.reviewer == reviewer, c.act.not_in(sorted(TAKING_BACK)), not_undone())
    with ledger.writing() as connection:
        last = connection.scalar(select(c.change).where(*mine).order_by(c.number.desc()).limit(1))
        if last is None:
            raise CorrectionError(f"{reviewer} has no correction to undo")
        found = load_corrections(connection, c.change == last, *mine)
        said = [Said(reviewer=reviewer, reason=why, act=Act.UNDO, target=f.number) for f in found]
        record_corrections(connection, ledger, said)
        return found
