"""Which verbs and nouns tell of an incident here: whom or what they befall decides."""

from functools import cache

from detente.extract.reading import Reading
from detente.extract.roles import agent_side, between, patient_side, people_or_sides, unique
from detente.extract.undone import is_attack_in_words, own_times
from detente.lexicon import Group, load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, PlaceRef

_GROUPS = (
    "assault",
    "outbreak",
    "fight",
    "kill",
    "seize",
    "mobilize",
    "close",
    "expel",
    "detain",
    "destroy",
    "violate",
    "protest",
    "sanction",
    "relief",
)
# These mean force whatever stands beside them, once the tame objects are out.
_ALWAYS = frozenset({"assault", "fight", "kill", "expel", "detain", "destroy", "outbreak"})
# What follows these is told as having happened: "following the release of two hostages".
_PRESUMES = frozenset({"following", "after", "amid", "despite"})


@cache
def _verbs() -> frozenset[str]:
    """Return the words that the verbs and phrases of the groups begin with."""
    groups = [load_table("incidents")[name] for name in _GROUPS]
    firsts = {phrase[0] for group in groups for phrase in group.phrases}
    return frozenset(firsts).union(*(group.words for group in groups))


def group_of(reading: Reading, verb: Token) -> Group | None:
    """Return the group of incidents that a verb belongs to, with its particle: "set up"."""
    if verb.lemma not in _verbs():
        return None
    table = load_table("incidents")
    forms = reading.verb_forms(verb.i)
    phrases = {tuple(f.split()) for f in forms}
    for name in _GROUPS:
        if forms & table[name].words or phrases & set(table[name].phrases):
            return table[name]
    return None


def has_force(reading: Reading, verb: Token, group: Group) -> bool:
    """Say whether a verb means an incident here."""
    table = load_table("incidents")
    objects = reading.children(verb.i, "dobj", "nsubjpass")
    if verb.dep == "amod":  # "apparently abandoned efforts"
        objects = [*objects, reading.tokens[verb.head]]
    counted = [o for t in objects for o in _counted(reading, t)]
    words = {w for t in (*objects, *counted) for w in (t.lemma, t.text.lower())}
    if verb.lemma == "claim":  # "claimed 30,000 lives", and no saying
        return bool(words & {"life", "lives", "victim", "casualty"})
    if reading.has(verb.i, {"back"}, "advmod", "prt") and group.name == "assault":
        return _answers_with_arms(reading, verb)
    if verb.lemma == "collapse" and _subject_words(reading, verb) & table["no building"].words:
        return False
    if verb.lemma == "fall":
        return bool(taken_by(reading, verb))
    if verb.lemma in table["lose"].words:
        return bool(words & table["land"].words)
    if verb.lemma in table["end a truce"].words and group.name == "violate":
        return bool(words & {"ceasefire", "cease-fire", "truce", "armistice"})
    if words & table["noun"].words:
        return True
    if words & table["tame object"].words:
        return False
    return group.name in _ALWAYS or _fits_its_group(reading, verb, group, words)


def _counted(reading: Reading, noun: Token) -> list[Token]:
    """Return what a quantity is of: "most of their forces", "a number of prisoners"."""
    if noun.lemma not in load_table("incidents")["quantity"].words:
        return []
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "of"]
    return [o for p in of for o in reading.children(p.i, "pobj")]


def _answers_with_arms(reading: Reading, verb: Token) -> bool:
    """Read "hit back with air strikes"; "hit back at his critics" is a word and no blow."""
    table = load_table("incidents")
    forceful = table["noun"].words | table["weapon"].words | table["armed"].words
    means = [p for p in reading.children(verb.i, "prep") if p.lemma in {"with", "by"}]
    objects = [
        *reading.children(verb.i, "dobj"),
        *(o for p in means for o in reading.children(p.i, "pobj")),
    ]
    return any(t.lemma in forceful for t in objects)


def _fits_its_group(reading: Reading, verb: Token, group: Group, objects: set[str]) -> bool:
    table = load_table("incidents")
    doing = agent_side(reading, verb.i)
    match group.name:
        case "relief":
            moved = objects or _subject_words(reading, verb)
            if verb.lemma in table["go in"].words:
                moved = moved | _subject_words(reading, verb)
                told = table["mover"].words if objects else table["relieved"].words
                return bool(moved & told)
            numbered = verb.lemma in {"rescue", "free", "release"} and any(
                t.pos == "NUM" for t in reading.children(verb.i, "dobj", "nsubjpass")
            )
            known = bool(moved & table["relieved"].words)
            return known or numbered or _moves_people(reading, verb)
        case "protest":
            return not objects or verb.lemma == "protest"
        case "mobilize":
            moved = objects | _subject_words(reading, verb)
            masses = verb.lemma in {"mass", "amass", "mobilize", "mobilise", "deploy"}
            return bool(moved & table["armed"].words) or (masses and bool(doing))
        case "close" if reading.nearest_time(verb.i, below_only=True):
            return bool(doing)
        case _:
            return bool(objects) and bool(doing or patient_side(reading, verb.i))


def _moves_people(reading: Reading, verb: Token) -> bool:
    """Read "freed two Azerbaijanis": a number of people of a side."""
    objects = reading.children(verb.i, "dobj", "nsubjpass")
    counted = [t for t in objects if reading.children(t.i, "nummod")]
    return any(t.tag in {"NNS", "NNPS"} and reading.actors(t.i) for t in counted)


def plover_of(noun: Token) -> str:
    """Return the PLOVER event type of a noun of incident."""
    table = load_table("incidents")
    for name in ("protest noun", "closure noun", "sanction noun", "relief noun", "force move noun"):
        if noun.lemma in table[name].words:
            return table[name].traits["plover"]
    return "ASSAULT"


def _named_between(reading: Reading, noun: Token) -> bool:
    """Say whether the sides are named after "between" and the like; "a Russian attack" alone tells of none."""
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"between", "by", "among"}]
    return bool(preps and between(reading, noun.i))


def _is_waged(reading: Reading, noun: Token) -> bool:
    """Read "the army's renewed offensive", "its military campaign in the north": whose it is, and where or how."""
    owners = [r for t in reading.children(noun.i, "poss") for r in reading.actors(t.i)]
    table = load_table("incidents")
    told = reading.place_of(noun.i) or reading.has(noun.i, table["anew"].words, "amod")
    if noun.lemma in table["waged"].words and befallen(reading, noun):
        return True
    return noun.lemma in table["waged"].words and bool(owners) and bool(told)


def befallen(reading: Reading, noun: Token) -> PlaceRef | None:
    """Return the place that "the bombardment of Aleppo" befalls."""
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "of"]
    places = [reading.place_at(o.i) for p in of for o in reading.children(p.i, "pobj")]
    return next(filter(None, places), None)


def taken_by(reading: Reading, verb: Token) -> Actors:
    """Return into whose hands "the town fell to the rebels"."""
    if verb.lemma != "fall":
        return ()
    to = [p for p in reading.children(verb.i, "prep") if p.lemma == "to"]
    return unique(
        reading.side_of(r)
        for p in to
        for o in reading.children(p.i, "pobj")
        for r in people_or_sides(reading, o.i)
    )


def _subject_words(reading: Reading, verb: Token) -> set[str]:
    subjects = reading.children(verb.i, "nsubj")
    if verb.tag == "VBG" and verb.dep == "acl":  # "tanks heading for the city"
        subjects = [reading.tokens[verb.head]]
    if not subjects and verb.dep == "xcomp" and (above := reading.subject(verb.i)):
        subjects = [above]  # "aid is starting to flow in"
    counted = [c for t in subjects for c in _counted(reading, t)]
    return {w for t in (*subjects, *counted) for w in (t.lemma, t.text.lower())}


def _brings_relief(reading: Reading, noun: Token) -> bool:
    """Read "welcomed the arrival of a convoy", "after the release of ten prisoners"."""
    table = load_table("incidents")
    of = [o for p in reading.children(noun.i, "prep") for o in reading.children(p.i, "pobj")]
    counted = [c for o in of for c in _counted(reading, o)]
    moved = {w for t in (*of, *counted) for w in (t.lemma, t.text.lower())}
    if not moved & (table["relieved"].words | table["mover"].words):
        return False
    above = reading.tokens[noun.head]
    welcomed = (
        noun.dep == "dobj" and above.lemma in load_table("assessment")["good judgement"].words
    )
    presumed = noun.dep == "pobj" and above.text.lower() in _PRESUMES
    return welcomed or presumed


def _is_aimed(reading: Reading, noun: Token) -> bool:
    """Say whether it is told on whom or where: "an 11-week blockade on the enclave"."""
    aimed = [p for p in reading.children(noun.i, "prep") if p.lemma in {"on", "against", "of"}]
    ground = load_table("incidents")["ground"].words
    return any(
        people_or_sides(reading, o.i) or reading.place_at(o.i) or o.lemma in ground
        for p in aimed
        for o in reading.children(p.i, "pobj")
    )


def of_which(reading: Reading, noun: Token) -> Token:
    """Return the word of quantity that a noun stands behind, else the noun: "a package of sanctions"."""
    above = reading.tokens[noun.head]
    if noun.dep != "pobj" or above.lemma != "of":
        return noun
    quantity = reading.tokens[above.head]
    return quantity if quantity.lemma in load_table("incidents")["quantity"].words else noun


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


def is_event_noun(reading: Reading, noun: Token) -> bool:
    """Say whether a noun tells of an incident: by a verb of happening, a day, a place, who takes part."""
    table = load_table("incidents")
    if noun.lemma in table["relief act"].words and _brings_relief(reading, noun):
        return True
    if noun.lemma not in table["noun"].words and noun.text.lower() not in table["noun"].words:
        return False
    if noun.dep in {"compound", "amod", "nmod"}:
        return False
    whole = of_which(reading, noun)
    if noun.lemma == "hostility" and noun.tag != "NNS":  # a feeling, and no fighting
        return False
    if is_attack_in_words(reading, noun):
        return False
    verb = reading.tokens[whole.head]
    happens = whole.dep in {"nsubj", "nsubjpass", "dobj"} and verb.lemma in table["flare"].words
    dated = bool(own_times(reading, noun))
    told = bool(dated or _named_between(reading, noun) or reading.place_of(noun.i))
    told = told or _is_waged(reading, noun)
    presumed = whole.dep == "pobj" and verb.text.lower() in _PRESUMES
    happens = happens or _is_begun(reading, noun)
    told = told or (presumed and _is_aimed(reading, noun))
    if noun.lemma in table["standing noun"].words:
        return happens or _is_waged(reading, noun) or presumed or dated
    there_are = whole.dep == "attr" and bool(reading.children(verb.i, "expl"))
    seen = whole.dep == "dobj" and not agent_side(reading, verb.i)
    return told or there_are or (happens and (not seen or bool(reading.times_of(verb.i))))


def repeats(reading: Reading, verb: Token) -> bool:
    """Say whether a verb goes on with what the verb above tells: "shot down two and hit three"."""
    above = reading.tokens[verb.head]
    joined = verb.dep == "conj" and not _is_others_deed(reading, verb, above)
    trailing = verb.dep == "advcl" and verb.tag == "VBG"
    to_come = {"will", "would", "wo"} & {t.text.lower() for t in reading.children(verb.i, "aux")}
    if to_come and not to_come & reading.auxiliaries(above.i):
        return False  # "has resumed its strikes and will step up the campaign"
    if not (joined or trailing) or reading.nearest_time(verb.i, below_only=True):
        return False
    if above.pos != "VERB":
        return False
    group = group_of(reading, above)
    told_above = group is not None and has_force(reading, above, group)
    if group and told_above and group.name == "relief":
        return False  # each thing freed, lifted or sent back is one of its own
    nouns = load_table("incidents")["noun"].words
    actors = reading.children(above.i, "dobj", "nsubjpass", "nsubj")
    counted = [c for t in actors for c in _counted(reading, t)]
    told = {w for t in (*actors, *counted) for w in (t.lemma, t.text.lower())}
    return told_above or bool(told & nouns)


def _is_others_deed(reading: Reading, verb: Token, above: Token) -> bool:
    """Say whether another side does it: "X freed ten prisoners and Y freed two"."""
    if not reading.children(verb.i, "nsubj"):
        return False
    mine, before = agent_side(reading, verb.i), agent_side(reading, above.i)
    return bool(mine and before) and not {r.id for r in mine} & {r.id for r in before}
