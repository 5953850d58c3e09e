"""Blockers: which gates hold which track back, by whose word, and what would be free if one opened."""

from collections.abc import Mapping

from detente import query
from detente.export import blockers_shape
from detente.model.gate import Gate
from detente.query import BlockersPage
from detente.query.blockers import gate_id
from detente.web.address import without
from detente.web.answer import Answer, Asked, Page, Row, Rows
from detente.web.pages.blockers_chart import Node, gates_chart
from detente.wording import actors, printed

MOST = 100  # conditions, the latest ones, and gates
COLUMNS = ("id", "track", "requires", "words", "state", "by", "first", "last", "because")


def answer(asked: Asked) -> Answer:
    """Show the gates."""
    address, process = asked.address, asked.ledger.process
    names = {t.id: t.name for t in process.tracks}
    settled = tuple(dict.fromkeys(filter(None, address.values("settled"))))[:MOST]
    page = query.blockers(asked.ledger, address.filter, settled=settled, most=MOST)
    gates = page.blockers.gates[:MOST]
    nodes = _nodes(asked, gates, settled)
    return Answer(
        template="blockers.html",
        title="Blockers",
        rows=_rows(page, gates),
        values={
            "gates": tuple((gate_id(g), g) for g in gates),
            "sentences": page.sentences,
            "rings": page.blockers.rings,
            "settled": settled,
            "settled_words": _in_words(settled, page.blockers.gates, names),
            "to_settle": tuple((gate_id(g), g) for g in gates if g.stands and not g.requires),
            "freed": page.blockers.freed,
            "names_of": names,
            "chart": gates_chart(nodes, names, settled) if nodes else None,
            "cut": sum(len(v.reports) for g in page.blockers.gates for v in g.voices) >= MOST,
        },
    )


def _in_words(
    settled: tuple[str, ...], gates: tuple[Gate, ...], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Name what is taken as settled: tracks, and gates in their words; ids of none are left out."""
    words = {gate_id(gate): f"“{printed(gate.words)[:80]}”" for gate in gates} | dict(names)
    return tuple(words[each] for each in settled if each in words)


def _nodes(asked: Asked, gates: tuple[Gate, ...], settled: tuple[str, ...]) -> list[Node]:
    """Return the gates that stand, each with a link to the sentence that sets it."""
    return [
        Node(
            track=gate.track,
            first=gate.requires,
            words=printed(gate.words),
            by=", ".join(dict.fromkeys(actors(v.speaker) or "the outlet" for v in gate.voices)),
            href=asked.address.here(item=gate.voices[0].reports[0] if gate.voices else None),
            is_taken_as_open=gate.requires in settled or gate_id(gate) in settled,
        )
        for gate in gates
        if gate.stands
    ]


def _rows(page: BlockersPage, gates: tuple[Gate, ...]) -> Rows:
    shapes = tuple(blockers_shape(page)["gates"][: len(gates)])
    return Rows(columns=COLUMNS, cells=tuple(map(_cells, gates)), shapes=shapes)


def _cells(gate: Gate) -> Row:
    voices = [actors(v.speaker) or "the outlet" for v in gate.voices]
    return (
        *(gate_id(gate), gate.track, gate.requires, gate.words, gate.state.value),
        *(voices, gate.first, gate.last, gate.because),
    )


PAGE = Page(
    path="/blockers",
    title="Blockers",
    answer=answer,
    key="l",
    uses=without("kind"),
    takes=("settled",),
)
