"""Who struck first, by the words of a report: the one who acts, or the one whom it answers."""

from collections.abc import Iterable

from detente.lexicon import load_table
from detente.model.entry import Actors, Incident
from detente.query.results import RecordedEntry


def struck_first(report: RecordedEntry, among: Iterable[RecordedEntry]) -> Actors:
    """Return who struck first by a report, none where it does not say.

    "Returned fire" names the one that it was returned to, or, where that is left out, the only other side that the
    reports ``among`` which it stands name. What is denied or only threatened tells nothing, nor do actors that the
    profile does not list: they may be the victims.
    """
    entry = report.entry
    if not isinstance(entry, Incident) or entry.status not in _TOOK_PLACE:
        return ()
    by, to = (tuple(a for a in actors if a.listed) for actors in (entry.by, entry.to))
    if not by:
        return ()
    table, words = load_table("first_blow"), report.sentence.casefold()
    if table["answered"].pattern.search(words):
        return to or _only_other(by, among)
    return by if table["began"].pattern.search(words) else ()


_TOOK_PLACE = frozenset({"happened", "ongoing"})


def _only_other(ours: Actors, among: Iterable[RecordedEntry]) -> Actors:
    """Return the one listed side that others name besides ours; none where there are several."""
    sides = {a.side or a.name for a in ours}
    named: dict[str, Actors] = {}
    for other in among:
        for field in ("by", "to"):
            for actor in getattr(other.entry, field, ()):
                if actor.listed and (side := actor.side or actor.name) not in sides:
                    named.setdefault(side, (actor,))
    return next(iter(named.values())) if len(named) == 1 else ()
