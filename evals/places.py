"""Section 5: where a place name lies, on the Local-Global Lexicon (Lieberman, Samet & Sankaranarayanan 2010).

Accuracy within 161 km (100 miles) of the toponyms that we link, as is the custom since Leidner (2007), and
the share that we link: whoever abstains is not wrong. Nothing but the atlas and the gazetteer of namesakes
is known: the profile is blank. A country is one point by convention, so what is no country is counted apart.
"""

import json
from collections import Counter
from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from detente.model.annotation import AnnotatedDocument
from detente.model.entry import PlaceRef
from evals.measure import Measure
from evals.reader import annotated_text, profile
from evals.surroundings import DATA, lines_of
from evals.table import Row, Table, share

NEAR_KM = 161.0
_EARTH_KM = 6371.0
_TITLE = "LGL: places on the map"
_COLUMNS = ("within 161 km", "linked", "toponyms")


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees (haversine)."""
    lat, lon = radians(one[0]), radians(one[1])
    other_lat, other_lon = radians(other[0]), radians(other[1])
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def score_article(row: dict[str, Any]) -> tuple[Counter[str], list[str]]:
    """Count the toponyms of an article, those that we link and those of them that lie near."""
    annotated = annotated_text(row["text"], None, profile("blank"))
    counts: Counter[str] = Counter()
    misses = []
    for toponym in row["toponyms"]:
        if toponym.get("lat") is None:
            continue
        counts["toponyms"] += 1
        place = place_at(annotated, toponym["start"], toponym["end"])
        if place is None or place.lat is None or place.lon is None:
            continue
        counts["linked"] += 1
        km = distance_km((toponym["lat"], toponym["lon"]), (place.lat, place.lon))
        counts["near"] += km <= NEAR_KM
        if place.name != place.country:
            counts["linked inside"] += 1
            counts["near inside"] += km <= NEAR_KM
        if km > NEAR_KM:
            misses.append(
                f"place    {toponym['phrase']} ({toponym.get('country')}): {place.name}, {km:.0f} km off"
            )
    return counts, misses


def place_at(annotated: AnnotatedDocument, start: int, end: int) -> PlaceRef | None:
    """Return the place with coordinates that a mention at these offsets names."""
    for mention in annotated.mentions:
        first, last = annotated.tokens[mention.first], annotated.tokens[mention.last - 1]
        place = mention.place
        if place and place.lat is not None and first.start < end and start < last.end:
            return place
    return None


def tables(scored: Sequence[tuple[Counter[str], list[str]]]) -> list[Table]:
    """Sum up over the articles."""
    total = sum((counts for counts, _ in scored), Counter[str]())
    values = {
        "within 161 km": share(total["near"], total["linked"]),
        "linked": share(total["linked"], total["toponyms"]),
        "toponyms": total["toponyms"],
    }
    inside = {
        "within 161 km": share(total["near inside"], total["linked inside"]),
        "linked": share(total["linked inside"], total["toponyms"]),
    }
    rows = (
        Row("atlas, blank profile", values),
        Row("of these, places that are no country", inside),
        Row("published: Mordecai 3", {"within 161 km": 0.827}),
    )
    misses = tuple(line for _, lines in scored for line in lines)
    return [
        Table(
            "lgl",
            _TITLE,
            _COLUMNS,
            rows,
            (f"{len(scored)} articles of local news.",),
            misses=misses,
        )
    ]


def tasks() -> list[dict[str, Any]]:
    """List the articles."""
    return [json.loads(line) for line in lines_of(DATA / "geo" / "lgl.jsonl")]


MEASURE = Measure("lgl", _TITLE, tasks, score_article, tables, at_once=12)
