"""Review: one suggestion at a time, what a bulk decision would be on, and what people have said."""

from getpass import getuser

from detente import query
from detente.export import correction_shape, suggestion_shape
from detente.model.codec import Json
from detente.model.entry import Entry
from detente.model.errors import CorrectionError
from detente.pipeline.correcting import reviewer_name
from detente.query import RecordedCorrection, Suggestion
from detente.web.address import DAYS, ROWS, Address, within, without
from detente.web.answer import Answer, Asked, Page, Row, Whole, rows_of
from detente.web.pages.forms import TO_KIND, Input, Typed, inputs, values_of
from detente.wording import attribution, facts, sentence

SKIPPED = 200  # suggestions that a page passes over
IN_BULK = 100  # entries that one bulk decision is on, all of them listed
MOST_COUNTED = 1000  # entries under a filter
COLUMNS = ("id", "kind", "sentence", "facts", "attribution")
CORRECTION_COLUMNS = ("id", "act", "state", "by", "on", "reason", "sentence")
BULK = ("accept", "reject")


def reviewer(address: Address) -> str:
    """Return who reviews: as the address says, or else the user of this machine."""
    try:
        return reviewer_name(address.value("reviewer") or getuser())
    except (CorrectionError, KeyError, OSError):
        return "reviewer"


def answer(asked: Asked, typed: Typed | None = None) -> Answer:
    """Show the next suggestion with what was typed of it, or what a bulk decision would be on."""
    address = asked.address
    who, blind = reviewer(address), address.value("blind") == "yes"
    skipped = address.values("skip")[-SKIPPED:]
    bulk = address.value("bulk")
    chosen = address.value("entry")
    found = (
        _chosen(asked, chosen)
        if chosen
        else query.suggestions(
            asked.ledger,
            address.filter,
            reviewer=who,
            blind=blind,
            skip=() if bulk in BULK else skipped,
            limit=IN_BULK if bulk in BULK else 1,
        )
    )
    far = query.progress(asked.ledger, address.filter, reviewer=who, blind=blind, most=MOST_COUNTED)
    return Answer(
        template="review.html",
        title="Review",
        rows=rows_of(COLUMNS, found, _cells, suggestion_shape),
        values={
            "found": found,
            "who": who,
            "blind": blind,
            "skipped": skipped,
            "bulk": bulk if bulk in BULK and not chosen else "",
            "chosen": chosen,
            "back": within(address.value("back"), "/review"),
            "far": far,
            "inputs": _inputs(found[0].recorded.entry, typed) if found else (),
            "beside": query.beside(asked.ledger, found[0].recorded) if found and not bulk else (),
            "typed": typed,
            "to_kind": TO_KIND,
        },
    )


def _chosen(asked: Asked, entry: str) -> tuple[Suggestion, ...]:
    """Return the very entry that is asked for, whether it was decided or not."""
    page = query.show(asked.ledger, entry.casefold())
    if not isinstance(page, query.EntryPage):
        return ()
    return (Suggestion(recorded=page.recorded, context=page.context),)


def _inputs(entry: Entry, typed: Typed | None) -> tuple[tuple[Input, str], ...]:
    """Return the fields that can be edited, each with the value that it had."""
    were = values_of(entry)
    kind = (typed and typed.kind) or entry.kind
    shown = inputs(kind, were | dict(typed.values if typed else {}))
    return tuple((each, were.get(each.name, "")) for each in shown)


def _cells(suggestion: Suggestion) -> Row:
    told = suggestion.recorded
    return (told.id, told.entry.kind, sentence(told), facts(told.entry), attribution(told))


def corrections(asked: Asked) -> Answer:
    """Show one page of what people have said, the latest first."""
    found = query.corrections(asked.ledger)
    offset = asked.address.offset
    shown = found[offset : offset + ROWS]
    return Answer(
        template="corrections.html",
        title="Corrections",
        rows=rows_of(CORRECTION_COLUMNS, shown, _correction_cells, _correction_shape),
        more=len(found) > offset + ROWS,
        whole=Whole(
            things=lambda: iter(found),
            cells=_correction_cells,
            shape=_correction_shape,
            count=len(found),
        ),
        values={"corrections": shown, "who": reviewer(asked.address)},
    )


def _correction_cells(each: RecordedCorrection) -> Row:
    made = each.correction
    return (
        *(made.number, made.act.value, each.state.value, made.reviewer),
        *(made.recorded_at.isoformat(), made.reason, [sentence(s) for s in each.subjects]),
    )


def _correction_shape(each: RecordedCorrection) -> Json:
    return correction_shape(each)


PAGE = Page(
    path="/review",
    title="Review",
    answer=answer,
    key="r",
    uses=without(*DAYS),
    takes=("reviewer", "blind", "skip", "bulk", "entry", "back"),
)
CORRECTIONS = Page(
    path="/corrections", title="Corrections", answer=corrections, in_menu=False, uses=()
)
