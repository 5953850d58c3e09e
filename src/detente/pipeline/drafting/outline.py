"""The ``process.toml`` of a drafted profile: general tracks, and what the articles offer as comments."""

import json
from collections.abc import Iterator, Sequence

from detente.model.profile import Process, Track
from detente.pipeline.drafting.cues import Cues, Phrase
from detente.pipeline.drafting.tables import Row, counted

_CUES_OFFERED = 15
_SIDES_OFFERED = 10
_WIDTH = 96

_HEAD = """\
# Drafted by `detente draft` from {articles}; the counts are times and articles.
# What the program found stands in comments: take it or leave it. docs/profiles.md says what each key means.
"""
_OWN = """
# Phrases that are frequent and that no track has a cue for: perhaps a track of its own. Take off the # and fill in.
# [[tracks]]
# id = ""
# name = ""
# definition = ""
# cues = [
"""


def outline(
    identity: tuple[str, str], general: Process, cues: Cues, sides: Sequence[Row], *, at_least: int
) -> str:
    """Write the file: id and name, the parties to choose from, the general tracks with cues to choose from."""
    lines = [_HEAD.format(articles=counted(len(cues.documents), "article"))]
    lines += [f"id = {_quoted(identity[0])}", f"name = {_quoted(identity[1])}", ""]
    lines += _parties(sides)
    lines += _mediators(cues, sides)
    lines.append(f"main_track = {_quoted(general.main_track or general.tracks[0].id)}")
    for track in general.tracks:
        offered = cues.of(track.id, at_least=at_least, most=_CUES_OFFERED)
        lines += _track(track, offered)
    if rest := cues.of(None, at_least=at_least, most=_CUES_OFFERED):
        lines += [_OWN + "\n".join(f"#   {_offer(p)}" for p in rest), "# ]"]
    return "\n".join(lines) + "\n"


def _parties(sides: Sequence[Row]) -> Iterator[str]:
    yield "# Ids of the sides whose process it is. Named most:"
    for row in sides[:_SIDES_OFFERED]:
        yield f"#   {_quoted(row['id'])},  # {row['note']}"
    yield from ("parties = []", "")


def _mediators(cues: Cues, sides: Sequence[Row]) -> Iterator[str]:
    yield "# Ids of those who mediate or host. Named in sentences that speak of mediating:"
    ids = {row["name"]: row["id"] for row in sides}
    for name, times in cues.mediating.most_common(_SIDES_OFFERED):
        if name in ids and times > 1:
            yield f"#   {_quoted(ids[name])},  # {times} sentences"
    yield from ("mediators = []", "")


def _track(track: Track, offered: Sequence[Phrase]) -> Iterator[str]:
    yield from ("", "[[tracks]]", f"id = {_quoted(track.id)}", f"name = {_quoted(track.name)}")
    yield from (f"definition = {_quoted(track.definition)}", "cues = [")
    line = " "
    for cue in track.cues:
        if len(line) + len(cue) > _WIDTH:
            yield line
            line = " "
        line += f" {_quoted(cue)},"
    yield line
    if offered:
        yield "  # found beside these, take off the # of what belongs here:"
        yield from (f"  # {_offer(phrase)}" for phrase in offered)
    yield "]"


def _offer(phrase: Phrase) -> str:
    seen = f"{counted(phrase.times, 'time')} in {counted(phrase.articles, 'article')}"
    return f"{_quoted(phrase.words)},  # {seen}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is one of TOML
