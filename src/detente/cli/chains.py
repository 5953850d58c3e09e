"""The chain of a meeting on the page: where it stands, each stage with its day, who says so, and the reasons given."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from detente.cli.evidence import identity
from detente.cli.sheet import Sheet
from detente.model.chain import Chain, Explanation, Stage
from detente.wording import actors, days, printed, published, where

if TYPE_CHECKING:
    from detente.query import DocumentHead, RecordedEntry


def put_chain(sheet: Sheet, chain: Chain, reports: "Iterable[RecordedEntry]") -> None:
    """Write all stages of a chain below the word for where it stands."""
    heads = {r.document.id: r.document for r in reports}
    sheet.labelled("stands", chain.standing)
    for number, stage in enumerate(chain.stages):
        sheet.labelled("" if number else "chain", _stage(stage), *identity(stage.reports[0]))
        put_reasons(sheet, stage.explanations, heads, indent=6)


def put_standing(sheet: Sheet, chain: Chain, reports: "Iterable[RecordedEntry]") -> None:
    """Write where a chain stands, and why it was put off where it was."""
    heads = {r.document.id: r.document for r in reports}
    sheet.put(chain.standing, indent=4)
    reasons = [why for stage in chain.stages for why in stage.explanations]
    put_reasons(sheet, reasons, heads, indent=6)


def put_reasons(
    sheet: Sheet,
    reasons: Iterable[Explanation],
    heads: "Mapping[str, DocumentHead]",
    *,
    indent: int,
) -> None:
    """Write each reason in its own words, and who gives it."""
    for why in reasons:
        speaker = actors(why.speaker)
        source = where(heads[why.document]) if why.document in heads else ""
        sheet.put(f"why: {printed(why.quote)}", indent=indent, hang=1)
        sheet.put("— " + " in ".join(filter(None, (speaker, source))), indent=indent)


def _stage(stage: Stage) -> str:
    voices = f"said by {actors(stage.voices)}" if stage.voices else ""
    reports = f"{len(stage.reports)} reports" if len(stage.reports) > 1 else ""
    planned = days(stage.date) if stage.date else ""
    parts = (f"{published(stage.day)}: {stage.move.value}", planned, voices, reports)
    return " · ".join(filter(None, parts))
