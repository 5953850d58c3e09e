"""``detente blockers``: what stands in the way, by whose word, and what one open gate would free."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import nothing, write_json
from detente.cli.evidence import put_quote
from detente.cli.opening import known_tracks, open_record
from detente.cli.options import AsJson, RecordFolder, takes_filters
from detente.cli.sheet import Sheet
from detente.cli.terminal import stdout
from detente.model.filter import Filter
from detente.model.gate import Freed, Gate, GateState
from detente.model.profile import Process
from detente.wording import actors, counted, printed

if TYPE_CHECKING:
    from detente.query import BlockersPage

SETTLED = "settled"

TrackArgument = Annotated[
    str | None, typer.Argument(metavar="TRACK", help="Only this track, by its id or name.")
]
IfOption = Annotated[
    list[str] | None,
    typer.Option(
        "--if",
        metavar="TRACK=settled",
        help="What would be free if this track were settled; may be repeated.",
    ),
]


@takes_filters()
def blockers(
    only: TrackArgument = None,
    *,
    if_: IfOption = None,
    wanted: Filter,
    record: RecordFolder = None,
    as_json: AsJson = False,
) -> None:
    """Show what stands in the way of each track, and by whose word."""
    from detente import query
    from detente.export import blockers_shape

    with open_record(record) as ledger:
        process = ledger.process
        asked = replace(wanted, tracks=(*wanted.tracks, *([only] if only else ())))
        settled = _settled(if_ or [], process)
        page = query.blockers(ledger, known_tracks(asked, process), settled=settled)
    if as_json:
        write_json(blockers_shape(page))
    else:
        _Page(Sheet(stdout()), page, process).put()
    if not page.blockers.gates:
        nothing("No condition is named that holds a track back, by the articles that match.")


def _settled(typed: list[str], process: Process) -> tuple[str, ...]:
    """Read ``border=settled``; anything else is wrong usage."""
    tracks = []
    for words in typed:
        track, _, state = words.partition("=")
        if state.strip().casefold() != SETTLED:
            raise typer.BadParameter(
                f"{words!r} says no gate. Write the track and what is to be assumed of it, as in border=settled."
            )
        tracks.append(track.strip())
    return known_tracks(Filter(tracks=tuple(tracks)), process).tracks


class _Page:
    """The lines of the answer."""

    def __init__(self, sheet: Sheet, page: "BlockersPage", process: Process) -> None:
        self.sheet = sheet
        self.page = page
        self.names = {t.id: t.name for t in process.tracks}

    def put(self) -> None:
        """Write the gates track by track, then the rings, then what would be free."""
        answer = self.page.blockers
        for number, track in enumerate(dict.fromkeys(g.track for g in answer.gates)):
            if number:
                self.sheet.blank()
            self.sheet.put((self._name(track), "bold"), f" ({track}) waits for")
            for gate in answer.gates:
                if gate.track == track:
                    self._gate(gate)
        for ring in answer.rings:
            self.sheet.blank()
            self.sheet.put("in a ring: " + " → ".join((*ring, ring[0])))
        if answer.settled:
            self._freed()

    def _gate(self, gate: Gate) -> None:
        self.sheet.put(_gate_words(gate), " · ", (_state(gate), "bold"), indent=2)
        for voice in gate.voices:
            for name in voice.reports:
                if told := self.page.sentences.get(name):
                    put_quote(self.sheet, told, indent=6)
        if gate.because and (told := self.page.sentences.get(gate.because)):
            self.sheet.put(f"{gate.state.value} by:", indent=6)
            put_quote(self.sheet, told, indent=6)

    def _freed(self) -> None:
        answer = self.page.blockers
        self.sheet.blank()
        self.sheet.put((f"If {' and '.join(answer.settled)} were settled", "bold"))
        for freed in answer.freed:
            self._free(freed)
        if not answer.freed:
            self.sheet.put("no gate that stands would open", indent=2)

    def _free(self, freed: Freed) -> None:
        words = "would have no open condition left" if not freed.remain else "would still wait for"
        self.sheet.put((self._name(freed.track), "bold"), f" ({freed.track}) {words}", indent=2)
        for gate in freed.remain:
            self.sheet.put(_gate_words(gate), indent=6)
        for gate in freed.opened:
            self.sheet.put(f"opened: {_gate_words(gate)}", indent=6)

    def _name(self, track: str) -> str:
        return self.names.get(track, track)


def _gate_words(gate: Gate) -> str:
    said = f"said {gate.first}" if gate.first == gate.last else f"said {gate.first} to {gate.last}"
    who = [actors(v.speaker) or "the outlet itself" for v in gate.voices]
    track = gate.requires if gate.requires and gate.requires != gate.track else ""
    parts = (track, printed(gate.words), counted(len(who), "voice") + f": {'; '.join(who)}", said)
    return " · ".join(filter(None, parts))


def _state(gate: Gate) -> str:
    if gate.state is GateState.CANNOT_TELL:
        return "cannot tell whether it still stands"
    return gate.state.value
