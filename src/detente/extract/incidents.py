"""Incidents: what happened on the ground, or by force or closure."""

from collections.abc import Iterator

from detente.extract.befallen import befallen_besides, the_adversary
from detente.extract.deed_parties import the_other, who_to_whom, whose_land
from detente.extract.event_nouns import (
    befallen,
    is_event_noun,
    may_be_event,
    of_which,
    plover_of,
    telling_verb,
)
from detente.extract.figures import figures_in
from detente.extract.force import group_of, has_force
from detente.extract.harm import tells_of_harm
from detente.extract.incident_days import clause_verb, day_of
from detente.extract.incident_status import Core, status_of
from detente.extract.nominal_deeds import stays_shut
from detente.extract.reading import Reading
from detente.extract.roles import agent_side
from detente.extract.same_deed import with_what_is_told_elsewhere
from detente.extract.struck_when import harms_before, struck_when
from detente.extract.threats import threatened_by, threatens
from detente.extract.told import Told
from detente.extract.told_once import is_told_next, repeats
from detente.extract.tolls import counts_fallen
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Entry, Incident, IncidentStatus, PlaceRef, Plover

# Whose land these happen on is whom they befall.
_AGAINST_LAND = frozenset({"ASSAULT", "SEIZE"})


def incidents(reading: Reading) -> Iterator[Entry]:
    """Find every passage that tells of an incident with somebody, somewhere or some day in it."""
    yield from with_what_is_told_elsewhere(reading, list(_told(reading)))


def _told(reading: Reading) -> Iterator[Told]:
    taken: list[Told] = []
    for core in _cores(reading):
        incident = _incident(reading, core)
        if incident is None:
            continue
        start, end = incident.evidence[0].start, incident.evidence[0].end
        around = [t for t in taken if _start(t) < end and start < _end(t)]
        if any(not _stands_aside(reading, t.core, core) for t in around):
            continue
        taken.append(Told(core, incident))
        yield taken[-1]


def _start(told: Told) -> int:
    return told.incident.evidence[0].start


def _end(told: Told) -> int:
    return told.incident.evidence[0].end


def _stands_aside(reading: Reading, inner: Core, outer: Core) -> bool:
    """Read "the commander, known for the attack on the town, was killed in May": what an aside tells is another deed."""
    i = inner.trigger.i
    for j in reading.doc.ancestors(i):
        if reading.tokens[i].dep in _ASIDES and reading.tokens[j].dep in {"nsubj", "nsubjpass"}:
            return reading.tokens[j].head == outer.head.i and outer.head.pos == "VERB"
        i = j
    return False


# nouns behind which stands what somebody is accused of
_CHARGES = frozenset({"allegation", "accusation", "charge"})
# clauses beside a subject, which tell of it by the way
_ASIDES = frozenset({"acl", "relcl", "appos"})
# words that name no deed
_EMPTY = frozenset({"PUNCT", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART"})


def _cores(reading: Reading) -> Iterator[Core]:
    for token in reading.tokens:
        if token.pos in _EMPTY:
            continue
        if token.tag == "VBG" and token.dep in {"nsubj", "nsubjpass"} and group_of(reading, token):
            yield Core(reading.tokens[token.head], token, "ASSAULT")  # "fighting erupted"
        elif token.pos == "NOUN" and (threat := threatened_by(reading, token)):
            yield Core(threat, token, "THREATEN")
        elif _is_named_deed(reading, token):
            yield Core(_clause_head(reading, token), token, plover_of(token))
        elif (
            token.pos == "VERB"
            and not _is_gerund(token)
            and (group := group_of(reading, token))
            and has_force(reading, token, group)
        ):
            yield Core(token, token, group.traits.get("plover", "ASSAULT"))
        elif shut := stays_shut(reading, token):
            yield Core(shut, token, "COERCE")
        elif counted := counts_fallen(reading, token):
            yield Core(counted, token, "ASSAULT")
        elif token.lemma == "threaten" and token.pos == "VERB" and threatens(reading, token):
            yield Core(token, token, "THREATEN")


def _is_named_deed(reading: Reading, token: Token) -> bool:
    """Say whether a noun tells of an incident; "months of shelling" has one that the model takes for a verb."""
    noun = token.pos in {"NOUN", "PROPN"} or _is_gerund(token)
    return (
        noun
        and may_be_event(token)
        and is_event_noun(reading, token)
        and not _is_accused(reading, token)
    )


def _is_gerund(token: Token) -> bool:
    nouns = load_table("incidents")["noun"].words
    return token.tag == "VBG" and token.dep == "pobj" and token.text.lower() in nouns


def _is_accused(reading: Reading, token: Token) -> bool:
    """Say whether a passage is what somebody is accused of: that is an accusation."""
    accuse = load_table("stance")["accuse"].words
    if token.lemma in load_table("incidents")["charge"].words:
        accuse |= _CHARGES
    above = [reading.tokens[j] for j in reading.doc.ancestors(token.i)][:5]
    return any(t.lemma in accuse for t in above)


def _is_charged(reading: Reading, core: Core) -> bool:
    """Say whether one party says that the other broke the truce or provoked: that is an accusation."""
    wrongs = load_table("incidents")["charge"].words
    if core.trigger.lemma not in wrongs and not (
        {t.lemma for t in reading.children(core.head.i, "dobj")} & wrongs
    ):
        return False
    saying = {reading.side_of(r).id for r in reading.said_by(core.head.start, core.head.end)}
    doing = {r.id for r in agent_side(reading, core.head.i)} if core.head.pos == "VERB" else set()
    return bool(saying) and bool(doing - saying)


def _clause_head(reading: Reading, noun: Token) -> Token:
    return telling_verb(reading, noun) or noun


def _incident(reading: Reading, core: Core) -> Incident | None:
    status = status_of(reading, core)
    if status is None or _is_accused(reading, core.head):
        return None
    if _is_told_before(reading, core.head) or is_told_next(reading, core.head):
        return None
    if _is_charged(reading, core):
        return None
    start, end = _span(reading, core)
    if " " not in reading.text[start:end]:  # "the displaced" tells of nothing by itself
        return None
    date = day_of(reading, core, status, (start, end))
    place = _place(reading, core)
    by, to = map(_somebody, who_to_whom(reading, core))
    to = to or befallen_besides(reading, core, by)
    if core.plover in _AGAINST_LAND:
        to = the_other(reading, by, start, end) or to or whose_land(reading, by, place)
    to = to or the_adversary(reading, core, by, place)
    harmed = tells_of_harm(reading, core)
    if not (by or to or date or place or (harmed and status is not IncidentStatus.DENIED)):
        return None
    return Incident(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=reading.said_by(start, end),
        status=status,
        by=by,
        to=tuple(r for r in to if r not in by),
        date=date,
        place=place,
        figures=figures_in(reading, start, end),
        plover=Plover("THREATEN" if status is IncidentStatus.THREATENED else core.plover),
    )


def _somebody(refs: Actors) -> Actors:
    """Leave out "most", "many" and "others", which tell of nobody."""
    many = load_table("incidents")["quantity"].words | {"others", "those"}
    return tuple(r for r in refs if r.name.lower() not in many)


def _span(reading: Reading, core: Core) -> tuple[int, int]:
    if core.head.pos == "VERB" and core.head.dep != "pobj":
        verb = clause_verb(reading, core.head)
        if struck_when(reading, verb):
            return reading.passage(verb.i, without=("parataxis", "conj", "ccomp", "relcl"))
        return reading.passage(verb.i, without=("advcl", "parataxis", "conj", "ccomp", "relcl"))
    whole = of_which(reading, core.head) if core.head.dep == "pobj" else core.head
    tokens = sorted(
        j
        for j in reading.doc.subtree(whole.i)
        if reading.sentence(j).index == reading.sentence(core.head.i).index
    )
    return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end


def _is_told_before(reading: Reading, head: Token) -> bool:
    """Say whether a deed goes on with what the verb above tells: "shelled the town and kept fighting"."""
    if harms_before(reading, head):
        return True
    return repeats(reading, head) or repeats(reading, clause_verb(reading, head))


def _place(reading: Reading, core: Core) -> PlaceRef | None:
    blow = struck_when(reading, core.head)
    for i in (core.trigger.i, core.head.i, *((blow.i,) if blow else ())):
        place = reading.place_of(i)
        if place:
            return place
    table = load_table("incidents")
    suffered = table["waged"].words | table["taking noun"].words | table["undergone noun"].words
    if core.trigger.lemma in suffered and (place := befallen(reading, core.trigger)):
        return place
    for child in reading.children(core.head.i, "dobj", "nsubjpass", "nsubj"):
        mention = reading.mention(child.i)
        # who does it is no place: "Russia began air strikes in support of Assad"
        if mention and mention.place and not (child.dep == "nsubj" and mention.actors):
            return mention.place
        place = reading.place_of(child.i)
        if place:
            return place
    return None
