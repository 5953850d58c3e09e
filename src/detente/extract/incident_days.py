"""When an incident happened: by its own words, by the verb of its clause, by the news that it is part of."""

from datetime import timedelta

from detente.extract.figures import figures_in
from detente.extract.force import group_of
from detente.extract.incident_status import Core
from detente.extract.lasting import lasted
from detente.extract.reading import Reading
from detente.extract.struck_when import struck_when
from detente.extract.undone import day_before_noun
from detente.extract.when import as_published, happened_on, is_background
from detente.lexicon import load_table
from detente.lexicon.content import stems, weigh
from detente.model.annotation import TimeMention, Token
from detente.model.entry import IncidentStatus
from detente.model.when import Basis, DateRange

_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_BEFORE_THEN = frozenset({"already", "previously", "earlier", "before", "once", "repeatedly"})
# Two or three words that are not in every report.
_SAME_NEWS = 1.5
# So many are killed in a war, and seldom on a day.
_MORE_THAN_A_DAY = 3000


def day_of(
    reading: Reading, core: Core, status: IncidentStatus, span: tuple[int, int]
) -> DateRange | None:
    """Return when an incident happened: its own day, else the day of the news that it is part of."""
    since = [
        t
        for t in reading.times_of(core.head.i)
        if t.open_start and not _is_in_subject(reading, t, core.head)
    ]
    near = reading.nearest_time(core.trigger.i, below_only=True) or _own_day(reading, core)
    verb = clause_verb(reading, core.head)
    aside = _is_reference(reading, verb)
    blow = struck_when(reading, verb)
    near = near or reading.nearest_time(blow.i if blow else verb.i, below_only=aside)
    if near or since:
        return near.when if near else since[0].when
    if night := _overnight(reading, core):
        return night
    if core.trigger.pos == "NOUN" and (span_of_time := lasted(reading, core.trigger)):
        return span_of_time
    if status is not IncidentStatus.HAPPENED or aside or _adds_up(reading, core, span):
        return None
    if core.head.pos != "VERB":
        return None
    if is_background(reading, core.head.i) and not _shifts_back(reading, core.head):
        return _of_the_headline(reading, core.head, span)
    return happened_on(reading, core.head.end) or _of_the_headline(reading, core.head, span)


def _shifts_back(reading: Reading, verb: Token) -> bool:
    """Say whether "had" only tells that somebody said it: "the mayor said that two had been killed"."""
    if reading.tokens[verb.head].tag != "VBD" or not _is_said(reading, verb):
        return False
    return "had" in reading.auxiliaries(verb.i) and not reading.has(verb.i, _BEFORE_THEN, "advmod")


def _is_said(reading: Reading, verb: Token) -> bool:
    said = load_table("speech")["say"].words
    return verb.dep == "ccomp" and reading.tokens[verb.head].lemma in said


def _of_the_headline(reading: Reading, verb: Token, span: tuple[int, int]) -> DateRange | None:
    """Return the day of publication or the one before for the news of the headline, which the first sentence tells."""
    main = reading.tokens[verb.head] if verb.dep == "conj" or _is_said(reading, verb) else verb
    if main.dep != "ROOT" or reading.sentence(verb.i).index or "had" in reading.auxiliaries(verb.i):
        return None
    if is_background(reading, verb.i) and figures_in(reading, *span):
        return None  # "have killed 300 civilians" adds up
    headline = stems(reading.doc.document.title or "")
    told = stems(reading.text[slice(*span)])
    return as_published(reading) if weigh(s for s in told if s in headline) >= _SAME_NEWS else None


def _is_in_subject(reading: Reading, time: TimeMention, verb: Token) -> bool:
    """Say whether a day tells of who does it: "the militia, at war with the army since May, has besieged it"."""
    for j in (time.token, *reading.doc.ancestors(time.token)):
        token = reading.tokens[j]
        if token.head == verb.i:
            return token.dep in {"nsubj", "nsubjpass"} and j != time.token
    return False


def _overnight(reading: Reading, core: Core) -> DateRange | None:
    """Read "shot down ten drones overnight", "the overnight raids": the night before the day of publication."""
    published = reading.doc.document.published
    if published is None or published.day is None:
        return None
    said = any(
        reading.has(t.i, {"overnight"}, "advmod", "amod", "npadvmod", "compound")
        for t in (core.head, core.trigger)
    )
    night = published.day - timedelta(days=1)
    return DateRange(night, published.day, "overnight", Basis.RELATIVE) if said else None


def clause_verb(reading: Reading, verb: Token) -> Token:
    """Return the verb of the clause of "resumed fighting", "will continue to bomb", "vowed to respond"."""
    above = reading.tokens[verb.head]
    opens = load_table("incidents")["aspect"].words | load_table("incidents")["vow force"].words
    infinitive = verb.dep == "xcomp" and above.pos == "VERB"
    return above if infinitive and above.lemma in opens else verb


def _is_reference(reading: Reading, verb: Token) -> bool:
    """Say whether a day is counted from a deed: "two days after the attack began" is not the attack's day."""
    marks = [
        t for t in reading.children(verb.i, "mark", "advmod") if t.lemma in {"after", "before"}
    ]
    before = (reading.tokens[m.i - 1] for m in marks if m.i)
    if any(t.lemma in _SPANS for t in before):  # "it came days after drones hit an airfield"
        return True
    return any(
        (t.start <= m.start < t.end) or (0 <= m.start - t.end <= 1)
        for m in marks
        for t in reading.doc.times
    )


def _own_day(reading: Reading, core: Core) -> TimeMention | None:
    days = day_before_noun(reading, core.trigger) if core.trigger.pos == "NOUN" else []
    return next(iter(days), None)


def _adds_up(reading: Reading, core: Core, span: tuple[int, int]) -> bool:
    """Say whether a toll is of a whole war and of no day: "some 30,000 people were killed in the conflict"."""
    during = [p for p in reading.children(core.head.i, "prep") if p.lemma in {"in", "during"}]
    spans = {o.lemma for p in during for o in reading.children(p.i, "pobj")}
    if spans & {"war", "conflict"}:
        return True
    group = group_of(reading, core.head)
    deaths = figures_in(reading, *span) if group and group.name == "kill" else ()
    return any((f.low or f.high or 0) >= _MORE_THAN_A_DAY for f in deaths)
