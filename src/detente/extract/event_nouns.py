"""Which nouns tell of an incident here: by a verb of happening, a day, a place, who takes part, whom it befalls."""

from functools import cache

from detente.extract.captivity import is_person
from detente.extract.nominal_deeds import (
    SPANS,
    carried_on,
    fallen_into,
    has_lasted,
    is_advance,
    is_deed,
    is_gain,
    is_lessened,
    is_named_operation,
    is_told_by_its_verb,
    stricken_by,
    swap_told,
    undergone,
)
from detente.extract.noun_roles import is_done_by, is_of_person
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, between, people_or_sides, words_of
from detente.extract.undone import NAMED, is_attack_in_words, is_no_loss, is_no_wreck, own_times
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import PlaceRef

_KINDS = (
    "protest noun",
    "closure noun",
    "sanction noun",
    "relief noun",
    "force move noun",
    "taking noun",
    "gain noun",
)
# What follows these is told as having happened: "following the release of two hostages".
_ARMED = frozenset({"military", "ground", "air", "armed"})
_BY_ARMS = frozenset({"action", "activity"})
_BLOWS = frozenset({"attack", "strike", "raid", "bombing", "assault", "massacre", "invasion"})
_WORKS = frozenset({"operation", "campaign", "intervention"})
_WRECKED = frozenset({"damage", "destruction", "devastation", "casualty"})
_SHUTS_IN = frozenset({"blockade", "siege"})
_IN_TIME = frozenset({"before", "during", "since", "until", "in"})
_PRESUMES = frozenset({"following", "after", "amid", "despite"})


@cache
def _event_words() -> frozenset[str]:
    table = load_table("incidents")
    names = ("noun", "relief act", "taking noun", "harm noun", "gain noun", "lot noun")
    return frozenset().union(*(table[name].words for name in names))


def may_be_event(noun: Token) -> bool:
    """Say whether a noun is worth a look: it has such a word, or a name, which may be that of an operation."""
    words = _event_words()
    return noun.pos == "PROPN" or noun.lemma in words or noun.text.lower() in words


def is_event_noun(reading: Reading, noun: Token) -> bool:
    """Say whether a noun tells of an incident: by a verb of happening, a day, a place, who takes part."""
    table = load_table("incidents")
    if _tells_of_whom(reading, noun):
        return True
    if is_named_operation(reading, noun):
        return bool(own_times(reading, noun)) or _is_begun(reading, noun) or _flares(reading, noun)
    if noun.lemma not in table["noun"].words and noun.text.lower() not in table["noun"].words:
        return False
    if noun.dep in {"compound", "amod", "nmod"} or _is_unarmed(reading, noun):
        return False
    whole = of_which(reading, noun)
    if noun.lemma == "hostility" and noun.tag != "NNS":  # a feeling, and no fighting
        return False
    if (
        is_attack_in_words(reading, noun)
        or is_lessened(reading, noun)
        or is_no_wreck(reading, noun)
        or is_no_loss(reading, noun)
    ):
        return False
    if is_told_by_its_verb(reading, noun, whole) or has_lasted(reading, noun, whole):
        return True
    verb = reading.tokens[whole.head]
    happens = _flares(reading, noun)
    dated = bool(own_times(reading, noun))
    told = bool(dated or _named_between(reading, noun) or reading.place_of(noun.i))
    told = told or _is_waged(reading, noun) or is_done_by(reading, noun)
    presumed = whole.dep == "pobj" and verb.text.lower() in _PRESUMES
    happens = happens or _is_begun(reading, noun)
    the = noun.lemma in _BLOWS and reading.has(noun.i, {"the", "this", "that"}, "det")
    told = told or ((presumed or the) and _is_aimed(reading, noun))
    there_are = whole.dep == "attr" and bool(reading.children(verb.i, "expl"))
    if there_are and noun.lemma in _WRECKED:  # "there was damage at two sites"
        return True
    if noun.lemma in table["standing noun"].words:
        named = noun.lemma not in NAMED and _named_between(reading, noun)
        named |= is_done_by(reading, noun)
        return happens or _is_waged(reading, noun) or presumed or dated or named
    seen = whole.dep == "dobj" and not agent_side(reading, verb.i)
    return told or there_are or (happens and (not seen or bool(reading.times_of(verb.i))))


def _is_peaceful(reading: Reading, noun: Token) -> bool:
    """Read "embassy operations", "a marketing campaign", "a medical intervention"."""
    words = load_table("incidents")["peaceful"].words
    return reading.has(noun.i, words, "amod", "compound", "nmod")


def _tells_of_whom(reading: Reading, noun: Token) -> bool:
    """Say whether whom or what it befalls makes a happening of a noun: "the capture of the town"."""
    table = load_table("incidents")
    if noun.lemma in table["relief act"].words and _brings_relief(reading, noun):
        return True
    if noun.lemma in table["lot noun"].words and _is_ones_lot(reading, noun):
        return True
    if swap_told(reading, noun):
        return True
    return is_deed(reading, noun) or is_gain(reading, noun) or is_advance(reading, noun)


def _flares(reading: Reading, noun: Token) -> bool:
    """Say whether a verb of happening takes a noun: "clashes erupted", "launched an attack"."""
    whole = of_which(reading, noun)
    verb = reading.tokens[whole.head]
    takes = whole.dep in {"nsubj", "nsubjpass", "dobj"}
    return takes and _makes_happen(verb, noun)


def _makes_happen(verb: Token, noun: Token) -> bool:
    done = verb.lemma == "do" and noun.lemma == "damage"  # "damage was done to three sites"
    return done or verb.lemma in load_table("incidents")["flare"].words


def plover_of(noun: Token) -> str:
    """Return the PLOVER event type of a noun of incident."""
    table = load_table("incidents")
    found = (table[name] for name in _KINDS if noun.lemma in table[name].words)
    return next((group.traits["plover"] for group in found), "ASSAULT")


def telling_verb(reading: Reading, noun: Token) -> Token | None:
    """Return the verb by which a noun of incident is told: "clashes erupted", "came under fire"."""
    whole = of_which(reading, noun)
    verb = reading.tokens[whole.head]
    takes = whole.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and verb.pos == "VERB"
    if takes and _makes_happen(verb, noun):
        return verb
    if is_gain(reading, noun):
        return verb
    return (
        carried_on(reading, whole)
        or swap_told(reading, noun)
        or undergone(reading, noun)
        or fallen_into(reading, noun)
        or stricken_by(reading, whole)
    )


def befallen(reading: Reading, noun: Token) -> PlaceRef | None:
    """Return the place that "the bombardment of Aleppo" befalls."""
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "of"]
    places = [reading.place_at(o.i) for p in of for o in reading.children(p.i, "pobj")]
    return next(filter(None, places), None)


def of_which(reading: Reading, noun: Token) -> Token:
    """Return the word of quantity that a noun stands behind, else the noun: "a wave of strikes", "a surge in fighting"."""
    above = reading.tokens[noun.head]
    if noun.dep != "pobj" or above.lemma not in {"of", "in"}:
        return noun
    quantity = reading.tokens[above.head]
    counts = load_table("incidents")["quantity"].words
    # "months of shelling"; "years of war" are no happening
    spans = above.lemma == "of" and quantity.lemma in SPANS and noun.lemma not in NAMED
    return quantity if spans or quantity.lemma in counts else noun


def _named_between(reading: Reading, noun: Token) -> bool:
    """Say whether the sides are named after "between" and the like; "a Russian attack" alone tells of none."""
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"between", "by", "among"}]
    return bool(preps and between(reading, noun.i))


def _is_unarmed(reading: Reading, noun: Token) -> bool:
    """Say whether it is an action or activity that nothing says is of arms, or an operation of peace."""
    if noun.lemma in _WORKS and _is_peaceful(reading, noun):
        return True
    return noun.lemma in _BY_ARMS and not reading.has(noun.i, _ARMED, "amod", "compound")


def _is_waged(reading: Reading, noun: Token) -> bool:
    """Read "the army's renewed offensive", "its military campaign in the north": whose it is, and where or how."""
    table = load_table("incidents")
    beside = reading.children(noun.i, "amod", "compound", "nmod")
    if any(t.lemma in table["peaceful"].words for t in beside):
        return False
    kinds = {MentionKind.ADJECTIVE, MentionKind.SIDE}
    sides = [t for t in beside if (m := reading.mention(t.i)) and m.kind in kinds and m.actors]
    placed = reading.place_of(noun.i) is not None
    own = sides if placed or noun.lemma in _BY_ARMS else []
    whose = [*reading.children(noun.i, "poss"), *own]
    owners = [r for t in whose for r in reading.actors(t.i)]
    armed = reading.has(noun.i, _ARMED, "amod", "compound")
    if noun.lemma in _BY_ARMS:
        return bool(owners)
    if armed and (sides or placed):  # "the Ukrainian ground operations"
        return noun.lemma in table["waged"].words
    if noun.lemma in _SHUTS_IN and (sides or owners):  # "under the Israeli blockade"
        return True
    told = placed or reading.has(noun.i, table["anew"].words, "amod")
    told = told or noun.lemma in table["blow"].words
    if noun.lemma in table["waged"].words and befallen(reading, noun):
        return True
    return noun.lemma in table["waged"].words and bool(owners) and bool(told)


def _is_ones_lot(reading: Reading, noun: Token) -> bool:
    """Read "during his captivity", "before her release": it befell a person, and is spoken of as known."""
    above = reading.tokens[noun.head]
    known = noun.dep == "pobj" and above.text.lower() in _PRESUMES | _IN_TIME
    return known and is_of_person(reading, noun)


def _brings_relief(reading: Reading, noun: Token) -> bool:
    """Read "welcomed the arrival of a convoy", "after the release of ten prisoners"."""
    table = load_table("incidents")
    of = [o for p in reading.children(noun.i, "prep") for o in reading.children(p.i, "pobj")]
    known = words_of(reading, of) & (table["relieved"].words | table["mover"].words)
    person = noun.lemma == "release" and any(is_person(reading, o) for o in of)
    if not known and not person:
        return False
    above = reading.tokens[noun.head]
    welcomed = (
        noun.dep == "dobj" and above.lemma in load_table("assessment")["good judgement"].words
    )
    presumed = noun.dep == "pobj" and above.text.lower() in _PRESUMES | {"at", "since"}
    return welcomed or presumed or _is_over(reading, noun)


def _is_over(reading: Reading, noun: Token) -> bool:
    """Say whether a day that is past is named with a deed: "the arrival on Tuesday of a convoy"."""
    published = reading.doc.document.published
    last = published.end if published else None
    days = [t.when for t in own_times(reading, noun) if not t.ahead]
    past = any(w and w.start and last and w.start <= last for w in days)
    above = reading.tokens[noun.head]
    matter = noun.dep == "pobj" and above.lemma in {"on", "about", "over"}
    return past and not matter


def _is_aimed(reading: Reading, noun: Token) -> bool:
    """Say whether it is told on whom or where: "an 11-week blockade on the enclave"."""
    aimed = [p for p in reading.children(noun.i, "prep") if p.lemma in {"on", "against", "of"}]
    ground = load_table("incidents")["ground"].words
    return any(
        people_or_sides(reading, o.i) or reading.place_at(o.i) or o.lemma in ground
        for p in aimed
        for o in reading.children(p.i, "pobj")
    )


def _is_begun(reading: Reading, noun: Token) -> bool:
    """Read "the start of an operation", "a campaign that began in May"."""
    table = load_table("incidents")
    above = reading.tokens[reading.tokens[noun.head].head]
    of_start = noun.dep == "pobj" and above.lemma in table["start"].words and above.pos == "NOUN"
    clauses = reading.children(noun.i, "relcl")
    return of_start or any(
        t.lemma in table["flare"].words and t.pos == "VERB" and reading.times_of(t.i)
        for t in clauses
    )
