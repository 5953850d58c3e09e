"""What people say of an article as a whole: when and by whom it was published, and that it does not belong here."""

from sqlalchemy import Connection

from detente.ledger import Ledger
from detente.ledger.correcting import Said, record_corrections
from detente.ledger.heading import Heading, load_headings
from detente.ledger.recording import canonical
from detente.model.correction import Act
from detente.model.errors import CorrectionError
from detente.pipeline.correcting.fields import typed_days
from detente.pipeline.correcting.saying import (
    find_document,
    reason_text,
    reviewer_name,
)
from detente.pipeline.storable import storable_text

LONGEST_OUTLET = 200  # characters


def correct_article(
    ledger: Ledger,
    document: str,
    *,
    by: str,
    published: str = "",
    outlet: str = "",
    reason: str = "",
) -> tuple[int, ...]:
    """Say when or by whom an article was published, as one change; what is not typed stays as it is.

    What was reckoned from another day has to be read again: see ``detente.pipeline.catch_up``.
    """
    reviewer, why = reviewer_name(by), reason_text(reason)
    day = canonical(typed_days(published.strip())) if published.strip() else None
    called = " ".join(storable_text(outlet).split())[:LONGEST_OUTLET] or None
    with ledger.writing() as connection:
        name = find_document(connection, document)
        there = _heading(connection, name)
        words = [(Act.DAY, day)] if day and day != (there.day and canonical(there.day)) else []
        words += [(Act.OUTLET, called)] if called and called != there.outlet else []
        if not words:
            raise CorrectionError(
                "a day or an outlet is needed that is not there already; nothing was recorded"
            )
        said = [
            Said(reviewer=reviewer, reason=why, act=act, document=name, value=value)
            for act, value in words
        ]
        return record_corrections(connection, ledger, said)


def leave_out(ledger: Ledger, document: str, *, by: str, reason: str = "") -> int:
    """Say that an article does not belong in the record: it leaves the views and stays in the facts."""
    reviewer, why = reviewer_name(by), reason_text(reason)
    with ledger.writing() as connection:
        name = find_document(connection, document)
        if _heading(connection, name).is_left_out:
            raise CorrectionError(f"the article {name} is left out already; nothing was recorded")
        said = Said(reviewer=reviewer, reason=why, act=Act.LEAVE_OUT, document=name)
        return record_corrections(connection, ledger, [said])[0]


def _heading(connection: Connection, document: str) -> Heading:
    return load_headings(connection, among=[document]).get(document, Heading())
