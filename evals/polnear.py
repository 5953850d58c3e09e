"""Section 3: who said what in American political news, on PolNeAR (Newell, Margolin & Ruths 2018).

Content: tokens of the gold's contents against tokens of ours, micro over tokens. The gold's attribution is
``direct`` where its content begins and ends with a quotation mark, ``indirect`` where it has none, else
``mixed``; ours says itself which it is. Of one mode, recall counts the gold's tokens of that mode that stand in
any content of ours, precision our tokens of that mode that stand in any content of the gold.

Speaker: a gold content is found when one of ours holds at least half of its tokens. The speaker is right when
ours is one whom our reading sees at the words that the gold marks, or bears their name. PolNeAR marks "he" and
not whom it means, so a wrong antecedent goes unseen here.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from detente.extract.reading import Reading, Voice
from detente.model.when import DateRange
from evals.measure import Measure
from evals.reader import attributions_of
from evals.surroundings import DATA, lines_of
from evals.table import Number, Row, Table, harmonic, share

MODES = ("direct", "mixed", "indirect")
ALL = "all"
_TITLE = "PolNeAR dev: who said what"
_COLUMNS = ("P", "R", "F1", "gold tokens", "speaker", "contents found", "contents")
_MARK = re.compile(r"[“”„«»‟\"]|''|``")
_TOKEN = re.compile(r"\w+")
# An apposition or a relative clause tells more of the speaker but names others too.
_HEAD_END = re.compile(r",|\(|\bwho\b|\bwhose\b|\bwhich\b")
_SMALL = {"the", "a", "an", "of", "and", "for", "in", "mr", "mrs", "ms", "his", "her", "their"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Words of a content and of the one who says it, by their spans; no spans where nobody is named."""

    mode: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass
class Scores:
    """Counts of an article, by mode and over all."""

    gold: Counter[str] = field(default_factory=Counter)
    ours: Counter[str] = field(default_factory=Counter)
    covered: Counter[str] = field(default_factory=Counter)
    correct: Counter[str] = field(default_factory=Counter)
    contents: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)  # found, and the gold names who says it
    speakers: Counter[str] = field(default_factory=Counter)
    between_marks: Counter[str] = field(default_factory=Counter)  # the quotation marks alone
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Scores") -> None:
        """Add the counts of another article."""
        for name in ("gold", "ours", "covered", "correct", "contents", "found", "named", "speakers", "between_marks"):  # fmt: skip
            getattr(self, name).update(getattr(other, name))
        self.misses += other.misses

    def row(self, mode: str, label: str) -> Row:
        """Return the figures of one mode."""
        precision = share(self.correct[mode], self.ours[mode])
        recall = share(self.covered[mode], self.gold[mode])
        values: dict[str, Number] = {
            "P": precision,
            "R": recall,
            "F1": harmonic(precision, recall),
            "gold tokens": self.gold[mode],
            "speaker": share(self.speakers[mode], self.named[mode]),
            "contents found": share(self.found[mode], self.contents[mode]),
            "contents": self.contents[mode],
        }
        return Row(label, values)


def score_article(row: dict[str, Any]) -> Scores:
    """Compare the voices that we find in an article with its attributions."""
    text = row["text"]
    reading = attributions_of(text, DateRange.on(date.fromisoformat(row["date"][:10])))
    tokens = [found.span() for found in _TOKEN.finditer(text)]
    gold = list(_gold(row))
    scores = Scores()
    _score_tokens(scores, tokens, gold, reading)
    for attribution in gold:
        _score_speaker(scores, tokens, attribution, reading)
    return scores


def _gold(row: dict[str, Any]) -> Iterator[GoldAttribution]:
    for raw in row["attributions"]:
        content = tuple((s, e) for part in raw["content"] for s, e in part["spans"])
        words = " ".join(part["text"] for part in raw["content"]).strip()
        if content:
            source = tuple((s, e) for part in raw["source"] for s, e in part["spans"])
            yield GoldAttribution(mode_of(words), content, source)


def mode_of(words: str) -> str:
    """Name the mode of a content by its quotation marks."""
    marks = list(_MARK.finditer(words))
    if not marks:
        return "indirect"
    whole = marks[0].start() == 0 and marks[-1].end() >= len(words) - 1
    return "direct" if whole else "mixed"


def _inside(tokens: Sequence[Span], spans: Sequence[Span]) -> set[int]:
    return {i for i, (s, e) in enumerate(tokens) if any(a <= s and e <= b for a, b in spans)}


def _score_tokens(
    scores: Scores, tokens: Sequence[Span], gold: Sequence[GoldAttribution], reading: Reading
) -> None:
    theirs = {
        m: _inside(tokens, [s for g in gold if g.mode == m for s in g.content]) for m in MODES
    }
    ours = {m: _inside(tokens, [_span(v) for v in reading.voices if _mode(v) == m]) for m in MODES}
    theirs[ALL] = set().union(*theirs.values())
    ours[ALL] = set().union(*ours.values())
    for mode in (*MODES, ALL):
        scores.gold[mode] += len(theirs[mode])
        scores.ours[mode] += len(ours[mode])
        scores.covered[mode] += len(theirs[mode] & ours[ALL])
        scores.correct[mode] += len(ours[mode] & theirs[ALL])
    marked = _inside(tokens, [(q.start, q.end) for q in reading.doc.quotations])
    scores.between_marks.update(ours=len(marked), correct=len(marked & theirs[ALL]))


def _span(voice: Voice) -> Span:
    return voice.start, voice.end


def _mode(voice: Voice) -> str:
    return "direct" if voice.quoted else "mixed" if voice.mixed else "indirect"


def _score_speaker(
    scores: Scores, tokens: Sequence[Span], gold: GoldAttribution, reading: Reading
) -> None:
    wanted = _inside(tokens, gold.content)
    shared = [(len(wanted & _inside(tokens, [_span(v)])), v) for v in reading.voices]
    holding = [(n, v.start - v.end, v) for n, v in shared if 2 * n >= len(wanted) > 0]
    modes = (gold.mode, ALL)
    scores.contents.update(modes)
    words = " … ".join(reading.text[s:e] for s, e in gold.content).replace("\n", " ")
    source = " ".join(reading.text[s:e] for s, e in gold.source)
    if not holding:
        scores.misses.append(f"missed   {gold.mode} ({source}): {words[:110]}")
        return
    scores.found.update(modes)
    if not gold.source:
        return
    # of nested contents the one that is no longer than it must be
    _, _, voice = max(holding, key=lambda h: h[:2])
    scores.named.update(modes)
    if is_speaker(reading, voice, gold.source):
        scores.speakers.update(modes)
    else:
        said = "&".join(ref.name for ref in voice.speakers)
        scores.misses.append(f"speaker  {gold.mode} want {source!r}, got {said!r}: {words[:80]}")


def is_speaker(reading: Reading, voice: Voice, source: Sequence[Span]) -> bool:
    """Say whether a voice's speaker is the one whom the gold's words name."""
    first, last = source[0][0], source[-1][1]
    cut = _HEAD_END.search(reading.text, first + 1, last)
    last = cut.start() if cut else last
    ids = {ref.id for ref in voice.speakers}
    for mention in reading.doc.mentions:
        start, end = reading.tokens[mention.first].start, reading.tokens[mention.last - 1].end
        owns = reading.text[end : end + 2] in ("'s", "’s")
        if first <= start and end <= last and not owns and ids & {ref.id for ref in mention.actors}:
            return True
    named = set(_name_words(reading.text[first:last]))
    return any(named & set(_name_words(ref.name)[-1:]) for ref in voice.speakers)


def _name_words(name: str) -> list[str]:
    owned = re.sub(r"\w+['’]s\b", " ", name)
    return [w for w in _TOKEN.findall(owned.casefold()) if w not in _SMALL]


def tables(scored: Sequence[Scores]) -> list[Table]:
    """Sum up by mode, with the quotation marks alone beside."""
    total = Scores()
    for one in scored:
        total.add(one)
    marks = total.between_marks
    precision = share(marks["correct"], marks["ours"])
    recall = share(marks["correct"], total.gold[ALL])
    alone = {"P": precision, "R": recall, "F1": harmonic(precision, recall)}
    rows = (
        *(total.row(mode, mode) for mode in MODES),
        total.row(ALL, ALL),
        Row("beside: quotation marks alone", alone),
    )
    notes = (
        (
            f"{len(scored)} articles, blank profile. Published: annotators agree at a token alpha of 0.75; "
            "extractors that need quotation marks cannot pass a recall of 0.29."
        ),
    )
    return [Table("polnear", _TITLE, _COLUMNS, rows, notes, misses=tuple(total.misses))]


def tasks() -> list[dict[str, Any]]:
    """List the articles of the dev part."""
    return [json.loads(line) for line in lines_of(DATA / "polnear" / "dev.jsonl")]


MEASURE = Measure("polnear", _TITLE, tasks, score_article, tables)
