"""Expressions of time: found, resolved against the day of publication, never guessed in silence."""

from detente.dates.finding import find_times
from detente.dates.meaning import Edge, TimeExpression
from detente.dates.metadata import find_day, find_days, parse_day
from detente.dates.order import Order, guess_order
from detente.dates.passage import ReadTime, Spoken, read_time, read_times
from detente.dates.publication import publication_bounds
from detente.dates.resolution import resolve
from detente.dates.tense import Tense, guess_tense

__all__ = [
    "Edge",
    "Order",
    "ReadTime",
    "Spoken",
    "Tense",
    "TimeExpression",
    "find_day",
    "find_days",
    "find_times",
    "guess_order",
    "guess_tense",
    "parse_day",
    "publication_bounds",
    "read_time",
    "read_times",
    "resolve",
]
