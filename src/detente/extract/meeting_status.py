"""Whether a meeting was held, is due, is proposed, was put off or called off."""

from detente.extract.meeting_words import Core, is_over_before
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.when import last_day
from detente.lexicon import Group, load_table
from detente.model.annotation import Token
from detente.model.entry import MeetingStatus, PlaceRef
from detente.model.when import DateRange

_UNREAL = frozenset({Reality.CONDITIONAL, Reality.DENIED, Reality.DEMANDED})

_DOUBTED = frozenset({"unlikely", "improbable", "doubtful", "impossible", "premature"})


def status_of(reading: Reading, core: Core) -> MeetingStatus | None:
    """Return where a meeting stands by these words; nothing where they tell of none."""
    table = load_table("meetings")
    opens = core.verb.lemma == "open" and core.verb.pos == "VERB"  # and is not open to talks
    around = (set() if opens else {core.verb.lemma}) | {t.lemma for t in _chain(reading, core)}
    forms = around | reading.verb_forms(core.verb.i) | _with_next(reading, core.verb)
    forms |= {f for t in attempted(reading, core) for f in reading.verb_forms(t.i)}
    if _names(table["put off"], forms):
        return MeetingStatus.POSTPONED
    if _names(table["call off"], forms) or _ruled_out(reading, core):
        return MeetingStatus.CANCELLED
    if _held_below(reading, core) or _is_behind(reading, core):
        return MeetingStatus.HELD
    if is_aside(reading, core):
        return MeetingStatus.SCHEDULED if _noun_is_due(reading, core) else MeetingStatus.HELD
    return _by_reality(reading, core, around)


def _by_reality(reading: Reading, core: Core, around: set[str]) -> MeetingStatus | None:
    """Return where a meeting stands by what is told to be so, planned, proposed or doubted."""
    table = load_table("meetings")
    how = _how_real(reading, core)
    if around & _DOUBTED:  # "a meeting was unlikely to take place"
        return None
    if how is Reality.DENIED and _will_not_be(reading, core):
        return MeetingStatus.CANCELLED
    if how in _UNREAL:
        return MeetingStatus.SCHEDULED if _is_planned_anyway(reading, core) else None
    if (
        how is Reality.FUTURE
        or around & (table["due"].words - {"next"})
        or _noun_is_due(reading, core)
    ):
        return MeetingStatus.SCHEDULED
    if _is_on_agenda(reading, core):
        return MeetingStatus.PROPOSED
    aired = around - ({core.verb.lemma} if core.noun is None else set())
    if how in {Reality.WISHED, Reality.POSSIBLE} or aired & table["proposed"].words:
        return MeetingStatus.PROPOSED
    return MeetingStatus.HELD


def _is_planned_anyway(reading: Reading, core: Core) -> bool:
    """Read "whether it will attend the talks planned for March 9": they are due, come who may."""
    below = reading.children(core.noun.i, "acl") if core.noun else []
    due = load_table("meetings")["due"].words
    return any(
        t.tag == "VBN" and t.lemma in due and reading.times_in(*_whole(reading, t)) for t in below
    )


def _whole(reading: Reading, token: Token) -> tuple[int, int]:
    below = sorted(reading.doc.subtree(token.i))
    return reading.tokens[below[0]].start, reading.tokens[below[-1]].end


def is_aside(reading: Reading, core: Core) -> bool:
    """Read "in a call on Monday, she confirmed her promise": the clause tells of what was said at it."""
    if core.noun is None or core.noun.dep != "pobj":
        return False
    prep = reading.tokens[core.noun.head]
    verb = reading.tokens[prep.head]
    told = prep.lemma in {"in", "during", "at"} and verb.i == core.verb.i
    return told and verb.tag == "VBD" and verb.lemma in load_table("stance")["spoken at"].words


def _how_real(reading: Reading, core: Core) -> Reality:
    how = reality(reading, core.noun.i if core.noun else core.verb.i)
    if core.noun is not None and how is Reality.ACTUAL:
        how = reality(reading, core.verb.i)
    if how is Reality.DENIED and _brought_nothing(reading, core):
        return Reality.ACTUAL
    if how is Reality.POSSIBLE and _is_told_ahead(reading, core):
        return Reality.FUTURE
    return how


def _with_next(reading: Reading, verb: Token) -> set[str]:
    """Return the verb with the word behind it: what is quoted next can hide a particle."""
    return {f"{verb.lemma} {t.text.lower()}" for t in reading.tokens[verb.i + 1 : verb.i + 2]}


def _names(group: Group, forms: set[str]) -> bool:
    return bool(forms & group.words) or any(" ".join(p) in forms for p in group.phrases)


def _ruled_out(reading: Reading, core: Core) -> bool:
    """Read "does not consider it possible to hold the proposed meeting", "the meeting is not possible"."""
    above = [reading.tokens[j] for j in reading.doc.ancestors(core.verb.i)][:2]
    near = [core.verb, *above, *reading.children(core.verb.i, "acomp", "attr")]
    possible = any(t.lemma in {"possible", "feasible"} for t in near)
    denied = any(reading.negated(t.i) for t in near)
    return core.noun is not None and possible and denied and _is_known(reading, core.noun)


def _held_below(reading: Reading, core: Core) -> bool:
    """Read "the talks, held from Tuesday to Thursday, had been planned for June 12"."""
    below = reading.children(core.noun.i, "acl") if core.noun else []
    told = reading.children(core.noun.i, "relcl") if core.noun else []
    happen = load_table("meetings")["happen"].words
    if any(t.tag == "VBD" and t.lemma in happen and reading.times_of(t.i) for t in told):
        return True  # "talks, which broke up this week"
    return any(t.lemma == "hold" and t.tag == "VBN" and reading.times_of(t.i) for t in below) and (
        "had" in {t.text.lower() for t in reading.children(core.verb.i, "aux")}
    )


def _is_behind(reading: Reading, core: Core) -> bool:
    """Read "will set up a group, said a statement signed after talks in the Kremlin": they were held."""
    due = core.noun is None or _noun_is_due(reading, core)
    return not due and core.noun is not None and is_over_before(reading, core.noun)


def _is_known(reading: Reading, noun: Token) -> bool:
    """Say whether a meeting was known of: "the sixth round", "a summit that was due in June"."""
    due = load_table("meetings")["due"].words
    below = reading.children(noun.i, "relcl", "acl")
    adjectives = [a for t in below for a in reading.children(t.i, "acomp")]
    return bool(
        reading.has(noun.i, {"the", "this", "their"}, "det", "poss")
        or {t.lemma for t in (*below, *adjectives)} & due
    )


def _will_not_be(reading: Reading, core: Core) -> bool:
    """Read "the sixth round will not take place": a meeting that was known of is off."""
    known = core.noun is not None and _is_known(reading, core.noun)
    return known and bool(reading.auxiliaries(core.verb.i) & {"will", "wo"})


def _brought_nothing(reading: Reading, core: Core) -> bool:
    """Read "the talks yielded no progress": they were held all the same."""
    own = core.noun is not None and core.noun.dep == "nsubj" and core.noun.head == core.verb.i
    return (
        own
        and not reading.children(core.verb.i, "neg")
        and not (reading.has(core.noun.i, {"no"}, "det") if core.noun else False)
    )


def _is_told_ahead(reading: Reading, core: Core) -> bool:
    """Read "said that they would start talks": "will" put back by the report, unless something hangs on it."""
    said = reading.tokens[core.verb.head]
    reported = (
        core.verb.dep == "ccomp"
        and said.tag in {"VBD", "VBN"}
        and "would" in (reading.auxiliaries(core.verb.i))
    )
    hangs = any(
        reading.has(t.i, {"if", "unless", "once"}, "mark", "advmod")
        for t in reading.children(core.verb.i, "advcl")
    )
    return reported and not hangs


def _is_on_agenda(reading: Reading, core: Core) -> bool:
    """Read "on the agenda remains a meeting", "the proposal of a summit"."""
    sentence = reading.sentence(core.verb.i)
    tokens = reading.tokens[sentence.first : sentence.last]
    return core.noun is not None and any(
        t.lemma in {"agenda", "proposal", "idea"}
        and core.verb.i in {t.head, reading.tokens[t.head].head, *reading.doc.ancestors(t.i)}
        for t in tokens
    )


def _chain(reading: Reading, core: Core) -> list[Token]:
    """Return the words above the predicate, and its adjective complements: "due", "slated"."""
    above = [reading.tokens[j] for j in reading.doc.ancestors(core.verb.i)][:2]
    near = [t for t in above if core.verb.dep in {"xcomp", "acl", "pcomp"}]
    return [*near, *reading.children(core.verb.i, "acomp")]


def attempted(reading: Reading, core: Core) -> list[Token]:
    """Return the verb of "called off an attempt to hold talks", "suspended efforts to convene the parties"."""
    above = reading.tokens[core.verb.head]
    tries = above.lemma in {"attempt", "effort", "bid", "plan"} and core.verb.dep == "acl"
    return [reading.tokens[above.head]] if tries and above.dep == "dobj" else []


def _noun_is_due(reading: Reading, core: Core) -> bool:
    if core.noun is None:
        return False
    modifiers = {t.lemma for t in reading.children(core.noun.i, "amod", "acl", "relcl")}
    return bool(
        modifiers
        & {"upcoming", "forthcoming", "next", "planned", "scheduled", "plan", "schedule", "slate"}
    )


def is_vague(
    core: Core, status: MeetingStatus, place: PlaceRef | None, date: DateRange | None
) -> bool:
    """Say whether a meeting is an idea without day and place; talks to be brought back need a day."""
    if status is not MeetingStatus.PROPOSED or core.noun is None:
        return False
    anew = core.verb.lemma in load_table("meetings")["anew"].words
    return not (date or (place and not anew))


def by_the_calendar(
    reading: Reading, status: MeetingStatus, date: DateRange | None
) -> MeetingStatus:
    """Take no meeting for held whose day comes after the article's, or is in "the coming days"."""
    last = last_day(reading) if status is MeetingStatus.HELD else None
    if last and date and date.start:
        ahead = date.start > last or (date.start == last and "coming" in date.text.lower().split())
        return MeetingStatus.SCHEDULED if ahead else status
    return status
