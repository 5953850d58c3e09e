"""Conditions: one thing must come before, or hangs on, another."""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.extract.about import tracks_about
from detente.extract.barter import Gate
from detente.extract.gating import gates
from detente.extract.reading import Reading
from detente.extract.roles import agent
from detente.extract.voiced import is_aloud
from detente.lexicon import load_table
from detente.model.entry import Actors, Condition, Entry, Plover

_SETTING = ("refusal verb", "demand verb", "readiness verb", "pledge verb", "unwilling")
_MOST = 0.8  # of what is required: a time by itself requires nothing
_MERE_WISH = re.compile(
    r"^(?:if )?(?:necessary|need be|needs be|needed|possible|required|any|anything|so|not|you will|i may|asked|you ask me|i may say so|i remember rightly|history is any guide)$|^(?:if )?(?:they|he|she|we|you|one) (?:wants?|wish(?:es)?|likes?|chooses?)(?: to| so)?$"
)


def conditions(reading: Reading) -> Iterator[Entry]:
    """Find every passage that makes one thing of the process hang on another."""
    taken: list[tuple[int, int]] = []
    for gate in (_within_voice(reading, g) for g in gates(reading)):
        held = reading.tracks.find(reading.text[slice(*gate.gated)])
        requires = reading.tracks.find(reading.text[slice(*gate.required)])
        named = held or requires or reading.tracks.find(_sentence(reading, gate))
        spoken_of = (
            bool(named)
            or gate.firm
            or ((gate.bound or reading.said_by(gate.start, gate.end)) and _is_near(reading, gate))
        )
        asked = _sentence(reading, gate).rstrip(" \"'”’").endswith("?")
        if (
            _is_mere_time(reading, gate)
            or _holds_a_day(reading, gate)
            or asked
            or not spoken_of
            or any(a < gate.end and gate.start < b for a, b in taken)
        ):
            continue
        taken.append((gate.start, gate.end))
        start, end = reading.trim(*gate.required)
        yield Condition(
            document=reading.document_id,
            evidence=reading.evidence(gate.start, gate.end),
            said_by=reading.said_by(gate.start, gate.end) or _whose_word(reading, gate),
            gates=held or tracks_about(reading, *gate.gated),
            requires=requires,
            requires_text=reading.text[start:end] or None,
            plover=Plover("DEMAND", "condition"),
        )


def _is_mere_time(reading: Reading, gate: Gate) -> bool:
    """Say whether a time, a pointer or a bare wish should hold it: "until a week ago", "if they want to"."""
    start, end = reading.trim(*gate.required)
    words = reading.text[start:end].strip(" .,;").casefold()
    times = [t for t in reading.times_in(start, end) if t.end - t.start >= _MOST * (end - start)]
    gated = reading.text[slice(*gate.gated)].casefold().split()
    same = set(words.split()) - {"there", "a", "the"} <= set(
        gated
    )  # "no deal until there is a deal"
    if same or _MERE_WISH.search(words):
        return True
    # "before the end of the year" is one time with its "before"
    around = any(m.start <= start and end <= m.end for m in reading.doc.times)
    return bool(times) or around or words in {"that", "this", "it", "then", "now"}


def _holds_a_day(reading: Reading, gate: Gate) -> bool:
    """Say whether only a time is held back: "the sides will meet before the end of the year"."""
    start, end = reading.trim(*gate.gated)
    return any(m.start <= start and end <= m.end for m in reading.doc.times)


def _within_voice(reading: Reading, gate: Gate) -> Gate:
    """Cut a gate to what one voice says: "X, he said on Monday" ends before the comma."""
    at = gate.required[0]
    around = [v for v in reading.voices if v.start <= at < v.end]
    if not around:
        return gate
    voice = min(around, key=lambda v: v.end - v.start)

    def cut(span: tuple[int, int]) -> tuple[int, int]:
        start, end = max(span[0], voice.start), min(span[1], voice.end)
        return (start, end) if start < end else span

    start, end = cut((gate.start, gate.end))
    gated, required = cut(gate.gated), cut(gate.required)
    return replace(gate, start=start, end=end, gated=gated, required=required)


def _whose_word(reading: Reading, gate: Gate) -> Actors:
    """Return who sets the condition where the outlet tells of a refusal or a demand: its agent."""
    stance = load_table("stance")
    bound = {w for g in _SETTING for w in stance[g].words}
    for token in reading.tokens:
        if not gate.start <= token.start < gate.end:
            continue
        sets = token.pos == "VERB" and (token.lemma in bound or is_aloud(reading, token))
        if sets and (setter := agent(reading, token.i)):
            return setter
        if token.lemma in stance["readiness adjective"].words and token.dep == "acomp":
            return agent(reading, token.head)
    return ()


def _is_near(reading: Reading, gate: Gate) -> bool:
    """Say whether a party is named near a gate, or speaks; a blank profile knows none."""
    here = next(s for s in reading.doc.sentences if s.start <= gate.start < s.end).index
    parties = set(reading.process.parties)
    said_by = {reading.side_of(r).id for r in reading.said_by(gate.start, gate.end)}
    return not parties or bool({here, here - 1} & reading.touched or said_by & parties)


def _sentence(reading: Reading, gate: Gate) -> str:
    around = next(s for s in reading.doc.sentences if s.start <= gate.start < s.end)
    return reading.text[around.start : around.end]
