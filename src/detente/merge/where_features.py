"""The feature on the places of two reports. The weights were set by hand on stories (tests/merge)."""

import math

from detente.merge.traits import Traits
from detente.model.entry import Kind, PlaceRef
from detente.model.event import Comparison

SAME_PLACE = 1.5
SAME_COUNTRY = 0.5  # of two acts of force: a war has many in one country
PLACE_IN_COUNTRY = 0.5
PLACE_NEARBY = 0.5
NEARBY_KM = 30.0  # a suburb and its city
EARTH_KM = 6371.0
PLACES_DIFFER = -3.0  # a town outside the capital is given by either name
TOWNS_OF_TWO_COUNTRIES = -5.0  # "in Granada" is not "in Brussels", whoever is to meet
COUNTRIES_DIFFER = -1.5  # "held in Russia" is often no more than the host's name
VILLAGES_DIFFER = -4.0  # two clashes of a day are told apart by place alone


def places(first: Traits, second: Traits) -> Comparison | None:
    """Compare where it happens; a country holds its towns."""
    ours, theirs = first.place, second.place
    if ours is None or theirs is None:
        return None
    because = f"{ours.name} / {theirs.name}"
    if ours.id == theirs.id:
        of_country = first.kind is Kind.INCIDENT and ours.name == ours.country
        weight = SAME_COUNTRY if of_country else SAME_PLACE
        return Comparison("same_place", weight, f"place: {ours.name}")
    if ours.name == theirs.country or theirs.name == ours.country:
        return Comparison("same_place", PLACE_IN_COUNTRY, f"one lies in the other: {because}")
    if first.kind is Kind.MEETING and _near(ours, theirs):
        return Comparison("same_place", PLACE_NEARBY, f"near each other: {because}")
    if ours.name == ours.country or theirs.name == theirs.country:
        weight = COUNTRIES_DIFFER
    elif first.kind is Kind.INCIDENT:
        weight = VILLAGES_DIFFER
    elif ours.country and theirs.country and ours.country != theirs.country:
        weight = TOWNS_OF_TWO_COUNTRIES
    else:
        weight = PLACES_DIFFER
    return Comparison("places_differ", weight, f"places differ: {because}")


def _near(ours: PlaceRef, theirs: PlaceRef) -> bool:
    """Say whether two places with known coordinates lie within a suburb's distance."""
    if None in (ours.lat, ours.lon, theirs.lat, theirs.lon):
        return False
    here, there = (math.radians(p.lat or 0.0) for p in (ours, theirs))
    east = math.radians((theirs.lon or 0.0) - (ours.lon or 0.0)) * math.cos((here + there) / 2)
    return math.hypot(there - here, east) * EARTH_KM <= NEARBY_KM
