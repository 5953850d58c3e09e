"""Which corrections count: those that were not undone, or were restored since."""

from sqlalchemy import ColumnElement, func, select

from detente.ledger import schema as s
from detente.model.correction import Act


def not_undone() -> ColumnElement[bool]:
    """Select the rows of ``corrections`` whose last undoing, if any, was taken back."""
    later = s.corrections.alias()
    last = (
        select(later.c.act)
        .where(later.c.target == s.corrections.c.number)
        .order_by(later.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(last, Act.RESTORE.value) != Act.UNDO.value
