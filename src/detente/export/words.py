"""An event in each outlet's words, as plain JSON values."""

from dataclasses import asdict

from detente.export.shapes import actor_shapes, event_shape, place_shape
from detente.model.codec import Json, date_to_json
from detente.model.entry import PlaceRef
from detente.model.event import DocumentHead
from detente.query import Column, ContestedUse, EventWording, Naming


def wording_shape(found: EventWording) -> Json:
    """Write the columns; each word with its document and its place in the stored text."""
    days = [day.isoformat() for day in found.days] if found.days else None
    return {
        "event": event_shape(found.event),
        "columns": [_column(column) for column in found.columns],
        "silent": [
            {
                "outlet": o.outlet,
                "articles": o.articles,
                "near": [e.id for e in o.near],
                "carried": [_article(head) for head in o.carried],
            }
            for o in found.silent
        ],
        "days": days,
    }


def _column(column: Column) -> Json:
    return {
        "outlet": column.outlet,
        "articles": [_article(head) for head in column.articles],
        "copies": [_article(head) for head in column.copies],
        "reports": [report.id for report in column.reports],
        "actors": [_naming(naming) for naming in column.actors],
        "places": [_naming(naming) for naming in column.places],
        "acts": [asdict(term) for term in column.acts],
        "attribution": [asdict(term) for term in column.attribution],
        "contested": [_contested(use) for use in column.contested],
    }


def _article(head: DocumentHead) -> Json:
    return {
        "document": head.id,
        "outlet": head.outlet,
        "title": head.title,
        "published": date_to_json(head.published),
    }


def _naming(naming: Naming) -> Json:
    of = naming.of
    terms = [asdict(term) for term in naming.terms]
    if isinstance(of, PlaceRef):
        called = [{"word": word, "used_by": users} for word, users in naming.contested]
        return {"place": place_shape(of), "terms": terms, "contested": called}
    (actor,) = actor_shapes((of,))
    return {"actor": actor, "terms": terms}


def _contested(use: ContestedUse) -> Json:
    return {
        "thing": use.thing,
        "used_by": use.used_by,
        "term": asdict(use.term),
        "voice": actor_shapes(use.voice),
    }
