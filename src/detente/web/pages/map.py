"""The map: where incidents happened and meetings were held, how exactly that is known, and the same as a table."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from detente import query
from detente.ledger import Ledger
from detente.model.codec import Json
from detente.model.entry import Kind, MeetingStatus, PlaceRef
from detente.model.event import Event
from detente.model.filter import Filter
from detente.model.profile import Process
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.web.lines import event_line
from detente.web.naming import place_names
from detente.web.outlines import Box
from detente.web.pages.map_chart import Spot, map_chart

KINDS = (Kind.INCIDENT, Kind.MEETING)
MOST = 2000  # events that are looked through, the latest ones
MOST_UNDATED = 500  # those without a day besides
LISTED = 50  # events of the place that was chosen
SPOTS = 150  # places that are drawn and listed
TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.PROPOSED)
AREAS = (("region", "the parties’ lands"), ("all", "all places"))
COLUMNS = (
    "id",
    "place",
    "country",
    "lat",
    "lon",
    "exact_to",
    "incidents",
    "meetings",
    "last",
    "last_event",
)
MARGIN = 0.12  # of the width and height, around the outermost places
LEAST_DEGREES = 3.0


def answer(asked: Asked) -> Answer:
    """Show the places of a filter."""
    address, process = asked.address, asked.ledger.process
    kinds = tuple(k for k in KINDS if not address.filter.kinds or k in address.filter.kinds)
    where = replace(address.filter, kinds=kinds or KINDS)
    events = _events(asked.ledger, where)
    spots = _spots(asked, events)
    region = _region(process)
    area = address.choice("area", ("region", "all") if region else ("all",))
    inside = [s for s in spots if area == "all" or (region and region.holds(s.lon, s.lat))]
    shown = tuple(inside or spots)[:SPOTS]
    hrefs = [f"{address.here(place=s.id, item=None)}#place" for s in shown]
    chosen = next((s for s in shown if s.id == address.value("place")), None)
    there = [e for e in events if chosen and e.place and e.place.id == chosen.id][:LISTED]
    told = [event_line(t.event, t.reports) for t in query.told_events(asked.ledger, where, there)]
    return Answer(
        template="map.html",
        title="Map",
        rows=rows_of(COLUMNS, shown, _cells, _shape),
        values={
            "chart": _chart(shown, hrefs),
            "spots": tuple(zip(shown, hrefs, strict=True)),
            "chosen": chosen,
            "told": told,
            "areas": AREAS if region else (),
            "outside": len(spots) - len(inside),
            "unplaced": sum(1 for e in events if not _is_placed(e.place)),
            "cut": len(events) >= MOST,
            "most": MOST,
        },
    )


def _events(ledger: Ledger, where: Filter) -> tuple[Event, ...]:
    """Return the latest events, then those whose day is not known; no day says that these were within any days."""
    latest = query.latest_events(ledger, where, limit=MOST)
    if where.since or where.until:
        return latest
    return (*latest, *query.latest_events(ledger, where, limit=MOST_UNDATED, dated=False))


def _is_placed(place: PlaceRef | None) -> bool:
    return place is not None and place.lat is not None and place.lon is not None


def _spots(asked: Asked, events: Sequence[Event]) -> list[Spot]:
    """Gather events by place; those with the latest one come first."""
    process, choice = asked.ledger.process, asked.address.names
    kinds = {place.id: place.kind for place in process.places}
    found: dict[str, Spot] = {}
    # what was comes before what is to be: "last" is never a day to come
    for event in sorted(events, key=lambda e: e.status in TO_COME):
        place = event.place
        if place is None or place.lat is None or place.lon is None:
            continue
        spot = found.get(place.id) or Spot(
            id=place.id,
            name=place_names(place, process, choice),
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            exact_to=kinds.get(place.id, "city"),
            last=query.first_day(event) + (f" {event.status}" if event.status in TO_COME else ""),
            event=event.id,
        )
        is_meeting = event.kind is Kind.MEETING
        found[place.id] = replace(
            spot, meetings=spot.meetings + is_meeting, incidents=spot.incidents + (not is_meeting)
        )
    return list(found.values())


def _region(process: Process) -> Box | None:
    """Return the stretch in which the places of the parties lie."""
    parties = {a.name for a in process.actors if a.id in process.parties}
    own = [
        (p.lon, p.lat)
        for p in process.places
        if p.country in parties and p.lat is not None and p.lon is not None
    ]
    return _box(own) if own else None


def _chart(spots: Sequence[Spot], hrefs: Sequence[str]) -> Markup | None:
    """Draw the stretch of the exact places, or of the regions where no place is more exact."""
    drawn = [s for s in spots if s.is_drawn]
    if not drawn:
        return None
    exact = [s for s in drawn if s.is_exact]
    return map_chart(spots, hrefs, _box([(s.lon, s.lat) for s in exact or drawn]))


def _box(points: Sequence[tuple[float, float]]) -> Box:
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    wide = max((max(lons) - min(lons)) * MARGIN, (LEAST_DEGREES - (max(lons) - min(lons))) / 2)
    high = max((max(lats) - min(lats)) * MARGIN, (LEAST_DEGREES - (max(lats) - min(lats))) / 2)
    return Box(min(lons) - wide, min(lats) - high, max(lons) + wide, max(lats) + high)


def _cells(spot: Spot) -> Row:
    return (
        *(spot.id, spot.name, spot.country, spot.lat, spot.lon, spot.exact_to),
        *(spot.incidents, spot.meetings, spot.last, spot.event),
    )


def _shape(spot: Spot) -> Json:
    return dict(zip(COLUMNS, _cells(spot), strict=True))


PAGE = Page(path="/map", title="Map", answer=answer, key="p", takes=("area", "place"))
