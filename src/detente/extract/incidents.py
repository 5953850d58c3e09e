"""Incidents: what happened on the ground, or by force or closure."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.event_nouns import befallen, is_event_noun, of_which, plover_of, telling_verb
from detente.extract.figures import figures_in
from detente.extract.force import group_of, has_force, repeats, taken_by, threatens
from detente.extract.nominal_deeds import stays_shut, undergone
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent_side, between, patient_side, people_or_sides, unique
from detente.extract.when import happened_on, is_background
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Entry, Incident, IncidentStatus, PlaceRef, Plover
from detente.model.when import DateRange

_UNREAL = frozenset({Reality.CONDITIONAL, Reality.DEMANDED, Reality.DENIED})
# What is announced of these is a plan under an agreement and no threat: "will release 32 servicemen".
_NO_THREAT = frozenset({"relief", "mobilize", "protest"})
# These tell of an incident by whom or what they befall, even where nobody known does them.
_HARM = frozenset({"kill", "expel", "detain", "destroy", "mobilize", "relief"})
_OPEN = frozenset({"ready", "prepared", "prepare", "poised", "poise"})
_FORCE = frozenset({"assault", "fight", "kill", "seize", "destroy", "mobilize", "retaliate"})
_TO_COME = frozenset({"will", "would", "wo", "shall", "can", "could", "may", "might"})
_STILL = frozenset({"is", "are", "'s", "'re", "has", "have"})
_GOING_ON = frozenset({"continue", "persist", "remain", "rage", "ongoing"})


@dataclass(frozen=True, slots=True)
class _Core:
    head: Token  # of the clause that is the evidence
    trigger: Token
    plover: str


def incidents(reading: Reading) -> Iterator[Entry]:
    """Find every passage that tells of an incident with somebody, somewhere or some day in it."""
    taken: list[tuple[int, int]] = []
    for core in _cores(reading):
        incident = _incident(reading, core)
        if incident is None:
            continue
        start, end = incident.evidence[0].start, incident.evidence[0].end
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        yield incident


def _cores(reading: Reading) -> Iterator[_Core]:
    for token in reading.tokens:
        if token.tag == "VBG" and token.dep in {"nsubj", "nsubjpass"} and group_of(reading, token):
            yield _Core(reading.tokens[token.head], token, "ASSAULT")  # "fighting erupted"
        elif (
            token.pos == "VERB"
            and (group := group_of(reading, token))
            and has_force(reading, token, group)
        ):
            yield _Core(token, token, group.traits.get("plover", "ASSAULT"))
        elif (
            token.pos in {"NOUN", "PROPN"}
            and is_event_noun(reading, token)
            and not _is_accused(reading, token)
        ):
            yield _Core(_clause_head(reading, token), token, plover_of(token))
        elif shut := stays_shut(reading, token):
            yield _Core(shut, token, "COERCE")
        elif token.lemma == "threaten" and token.pos == "VERB" and threatens(reading, token):
            yield _Core(token, token, "THREATEN")


def _is_accused(reading: Reading, token: Token) -> bool:
    """Say whether a passage is what somebody is accused of: that is an accusation."""
    accuse = load_table("stance")["accuse"].words
    above = [reading.tokens[j] for j in reading.doc.ancestors(token.i)][:5]
    return any(t.lemma in accuse for t in above)


def _is_charged(reading: Reading, core: _Core) -> bool:
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


def _incident(reading: Reading, core: _Core) -> Incident | None:
    status = _status(reading, core)
    if status is None or _is_accused(reading, core.head) or repeats(reading, core.head):
        return None
    if _is_charged(reading, core):
        return None
    start, end = _span(reading, core)
    if " " not in reading.text[start:end]:  # "the displaced" tells of nothing by itself
        return None
    date = _date(reading, core, status)
    place = _place(reading, core)
    by = agent_side(reading, core.head.i) if core.head.pos == "VERB" else ()
    by = by or between(reading, core.trigger.i) or _between_verb(reading, core.head)
    to = patient_side(reading, core.head.i) if core.head.pos == "VERB" else ()
    shooting = () if by else _whose_weapons(reading, core.head)
    if shooting:
        by, to = shooting, _aimed_at(reading, core.head)
    to = to or (_aimed_at(reading, core.trigger) if core.trigger.pos == "NOUN" else ())
    table = load_table("incidents")
    if core.trigger.text.lower() in table["closed"].words and core.head is not core.trigger:
        by, to = (), ()
    endures = core.trigger.pos == "NOUN" and undergone(reading, core.trigger) is core.head
    if endures:
        by, to = between(reading, core.trigger.i), agent_side(reading, core.head.i)
    elif core.head.lemma in table["suffer"].words | table["befall"].words:
        by, to = (), by
    harmed = _tells_of_harm(reading, core)
    if not (by or to or date or place or (harmed and status is not IncidentStatus.DENIED)):
        return None
    if taken := taken_by(reading, core.head):
        by, to = taken, ()
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


def _whose_weapons(reading: Reading, verb: Token) -> Actors:
    """Return whose weapons are told to be used: "Israeli missiles were fired at an airbase"."""
    armed = load_table("incidents")["weapon"].words
    used = [t for t in reading.children(verb.i, "nsubjpass") if t.lemma in armed]
    return unique(reading.side_of(r) for t in used for r in people_or_sides(reading, t.i))


def _aimed_at(reading: Reading, noun: Token) -> Actors:
    """Return whom "an attack against Israeli soldiers" befalls."""
    if noun.pos not in {"NOUN", "VERB"}:
        return ()
    aimed = [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma in {"against", "on", "at"}
        for o in reading.children(p.i, "pobj")
    ]
    return unique(reading.side_of(r) for o in aimed for r in people_or_sides(reading, o.i))


def _tells_of_harm(reading: Reading, core: _Core) -> bool:
    """Say whether people or things are told to be hurt, moved or freed, whoever they are."""
    group = group_of(reading, core.head)
    harmed = reading.children(core.head.i, "nsubjpass", "dobj")
    if core.trigger.text.lower() in load_table("incidents")["closed"].words:
        return True
    if core.head.lemma in load_table("incidents")["befall"].words:  # "six people died"
        return bool(reading.children(core.head.i, "nsubj"))
    if group and group.name == "assault":  # "the school was hit", by whomever
        return bool(reading.children(core.head.i, "nsubjpass"))
    return bool(group and group.name in _HARM and harmed)


def _between_verb(reading: Reading, verb: Token) -> Actors:
    """Read "fighting erupted between A and B": who takes part hangs from the verb."""
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma == "between"]
    return unique(
        reading.side_of(r)
        for p in preps
        for o in reading.children(p.i, "pobj")
        if o.pos != "NUM"  # "between 2020 and 2023"
        for r in people_or_sides(reading, o.i)
    )


def _span(reading: Reading, core: _Core) -> tuple[int, int]:
    if core.head.pos == "VERB":
        return reading.passage(
            core.head.i, without=("advcl", "parataxis", "conj", "ccomp", "relcl")
        )
    whole = of_which(reading, core.head) if core.head.dep == "pobj" else core.head
    tokens = sorted(
        j
        for j in reading.doc.subtree(whole.i)
        if reading.sentence(j).index == reading.sentence(core.head.i).index
    )
    return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end


def _status(reading: Reading, core: _Core) -> IncidentStatus | None:
    how = reality(reading, core.head.i)
    if core.trigger.lemma == "threaten" and how is Reality.ACTUAL:
        return IncidentStatus.THREATENED
    if how is Reality.DENIED and reading.auxiliaries(core.head.i) & _TO_COME:
        return None  # "would not attack" denies nothing that happened
    if how is Reality.DENIED:
        denied = reading.has(core.head.i, {"not", "n't"}, "neg") or not reading.negated(core.head.i)
        return IncidentStatus.DENIED if denied else None
    if how in _UNREAL:
        return None
    if how in {Reality.FUTURE, Reality.WISHED, Reality.POSSIBLE}:
        return IncidentStatus.THREATENED if _is_threat(reading, core) else None
    return IncidentStatus.ONGOING if _goes_on(reading, core) else IncidentStatus.HAPPENED


def _is_threat(reading: Reading, core: _Core) -> bool:
    """Say whether what is not yet real is planned or threatened, and not just a purpose or a fear."""
    group = group_of(reading, core.head)
    if group is None and core.head.i == core.trigger.i:
        return False
    table = load_table("incidents")
    peril = table["peril"].words
    above = [reading.tokens[j].lemma for j in reading.doc.ancestors(core.head.i)][:3]
    if group and group.name in _NO_THREAT:  # planned or threatened in so many words, or nothing
        return bool(set(above) & {"plan", "threaten", "threat"}) and group.name == "mobilize"
    if set(above) & _OPEN and group and group.name not in _FORCE:
        return False  # "is prepared to freeze its programme"
    return bool(reading.auxiliaries(core.head.i) & peril or set(above) & peril)


def _goes_on(reading: Reading, core: _Core) -> bool:
    head = core.head
    still = reading.has(head.i, {"still"}, "advmod")
    if still or head.lemma in _GOING_ON or any(t.open_start for t in reading.times_of(head.i)):
        return True
    helpers = reading.auxiliaries(head.i)
    if head.tag == "VBG" and helpers & _STILL:  # "has been pounding"
        return True
    if {"is", "are"} & helpers and "being" in helpers:
        return True
    above = reading.tokens[head.head]
    dated = [t for t in reading.times_of(head.i) if t.when and not t.ahead]
    present = head.tag in {"VBZ", "VBP"} and not dated
    return present or (head.dep == "xcomp" and above.lemma in _GOING_ON)


def _date(reading: Reading, core: _Core, status: IncidentStatus) -> DateRange | None:
    since = [t for t in reading.times_of(core.head.i) if t.open_start]
    near = reading.nearest_time(core.trigger.i, below_only=True) or reading.nearest_time(
        core.head.i
    )
    if near or since:
        return near.when if near else since[0].when
    if status is not IncidentStatus.HAPPENED or is_background(reading, core.head.i):
        return None
    if _adds_up(reading, core):
        return None
    return happened_on(reading, core.head.end) if core.head.pos == "VERB" else None


def _adds_up(reading: Reading, core: _Core) -> bool:
    """Say whether a toll is of a whole war and of no day: "some 30,000 people were killed in the conflict"."""
    during = [p for p in reading.children(core.head.i, "prep") if p.lemma in {"in", "during"}]
    spans = {o.lemma for p in during for o in reading.children(p.i, "pobj")}
    start, end = _span(reading, core)
    if spans & {"war", "conflict"}:
        return True
    group = group_of(reading, core.head)
    deaths = figures_in(reading, start, end) if group and group.name == "kill" else ()
    return any((f.low or f.high or 0) >= _MORE_THAN_A_DAY for f in deaths)


# So many are killed in a war, and seldom on a day.
_MORE_THAN_A_DAY = 3000


def _place(reading: Reading, core: _Core) -> PlaceRef | None:
    for i in (core.trigger.i, core.head.i):
        place = reading.place_of(i)
        if place:
            return place
    if core.trigger.lemma in load_table("incidents")["waged"].words and (
        place := befallen(reading, core.trigger)
    ):
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
