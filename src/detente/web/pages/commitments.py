"""Commitments: who is bound to what, by when, and what became of it by which sentence."""

from collections import Counter

from detente import query
from detente.export import commitment_shape
from detente.model.undertaking import Outcome
from detente.query import FollowedCommitment
from detente.web.address import ROWS, without
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.wording import actors

MOST = 150  # commitments that are followed, those due last
COLUMNS = (
    *(
        "id",
        "due",
        "by",
        "to",
        "words",
        "strength",
        "outcome",
        "because",
        "last_said",
        "silent_days",
    ),
    *("tracks", "mentions", "outlet", "published"),
)


def answer(asked: Asked) -> Answer:
    """Show one page of commitments."""
    address = asked.address
    every = query.commitments(asked.ledger, address.filter, most=MOST)
    counts = Counter(each.undertaking.outcome for each in every)
    wanted = address.choice("outcome", ("", *Outcome))
    found = [each for each in every if not wanted or each.undertaking.outcome == wanted]
    shown = tuple(found[address.offset : address.offset + ROWS])
    choices = (("", "all"), *((o.value, f"{o.value} {counts[o]}") for o in Outcome if counts[o]))
    return Answer(
        template="commitments.html",
        title="Commitments",
        rows=rows_of(COLUMNS, shown, _cells, commitment_shape),
        more=len(found) > address.offset + ROWS,
        values={
            "commitments": shown,
            "outcomes": choices,
            "most": MOST if len(every) == MOST else None,
        },
    )


def _cells(each: FollowedCommitment) -> Row:
    event, under = each.commitment.event, each.undertaking
    last = each.commitment.reports[-1]
    return (
        *(event.id, str(under.due) if under.due else None, actors(event.by), actors(event.to)),
        *(last.sentence, event.status, under.outcome.value, under.because, under.last_said),
        *(
            under.silent_days,
            list(event.tracks),
            len(each.commitment.reports),
            last.document.outlet,
        ),
        str(last.document.published) if last.document.published else None,
    )


PAGE = Page(
    path="/commitments",
    title="Commitments",
    answer=answer,
    key="d",
    uses=without("kind"),
    takes=("outcome",),
)
