"""Commitments: who is bound to what, by when, and what became of it by which sentence."""

from collections import Counter
from datetime import date

from detente import query
from detente.export import commitment_shape
from detente.model.entry import Strength
from detente.model.undertaking import Outcome
from detente.query import FollowedCommitment
from detente.web.address import ROWS, without
from detente.web.answer import HEAD_COLUMNS, Answer, Asked, Page, Row, Whole, head_cells, rows_of
from detente.wording import actors, sentence

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
    *HEAD_COLUMNS,
)


def answer(asked: Asked) -> Answer:
    """Show one page of commitments."""
    address = asked.address
    every = query.commitments(asked.ledger, address.filter, most=MOST)
    counts = Counter(each.undertaking.outcome for each in every)
    firm = Counter(each.commitment.event.status for each in every)
    outcome = address.choice("outcome", ("", *Outcome))
    strength = address.choice("strength", ("", *Strength))
    found = sorted(
        (
            each
            for each in every
            if outcome in ("", each.undertaking.outcome)
            and strength in ("", each.commitment.event.status)
        ),
        key=_by_due,
    )
    shown = tuple(found[address.offset : address.offset + ROWS])
    choices = (("", "all"), *((o.value, f"{o.value} {counts[o]}") for o in Outcome if counts[o]))
    return Answer(
        template="commitments.html",
        title="Commitments",
        rows=rows_of(COLUMNS, shown, _cells, commitment_shape),
        more=len(found) > address.offset + ROWS,
        whole=Whole(
            things=lambda: iter(found), cells=_cells, shape=commitment_shape, count=len(found)
        ),
        values={
            "commitments": shown,
            "outcomes": choices,
            "strengths": (("", "all"), *((s.value, f"{s} {firm[s]}") for s in Strength if firm[s])),
            "most": MOST if len(every) == MOST else None,
        },
    )


def _by_due(each: FollowedCommitment) -> tuple[date, int]:
    """Order by the last day on which it is due; what has none comes after, the latest said first."""
    under = each.undertaking
    due = under.due.end if under.due and under.due.end else date.max
    said = under.last_said or date.min
    return due, 0 if due != date.max else -said.toordinal()


def _cells(each: FollowedCommitment) -> Row:
    event, under = each.commitment.event, each.undertaking
    last = each.commitment.reports[-1]
    return (
        *(event.id, str(under.due) if under.due else None, actors(event.by), actors(event.to)),
        *(sentence(last), event.status, under.outcome.value, under.because, under.last_said),
        *(
            under.silent_days,
            list(event.tracks),
            len(each.commitment.reports),
            last.document.outlet,
        ),
        str(last.document.published) if last.document.published else None,
        *head_cells(last.document),
    )


PAGE = Page(
    path="/commitments",
    title="Commitments",
    answer=answer,
    key="d",
    uses=without("kind"),
    takes=("outcome", "strength"),
)
