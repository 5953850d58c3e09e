"""Deeds of force told by a noun and its light verb: "kept up its raids", "the capture of a town", "came under fire"."""

from detente.extract.reading import Reading
from detente.extract.roles import people_or_sides, words_of
from detente.lexicon import load_table
from detente.model.annotation import Token

_UNITS = frozenset({"hour", "day", "week", "month", "year"})
SPANS = _UNITS | {"night", "weekend"}
_UNDERGOES = frozenset({"come", "be", "remain", "stay", "live", "fall", "keep", "place", "put"})
_HELD = frozenset({"make", "score", "achieve", "claim"})
_WARLIKE = frozenset({"territorial", "military", "battlefield"})


def carried_on(reading: Reading, noun: Token) -> Token | None:
    """Return the verb of "kept up its air strikes", "is pressing ahead with the offensive"."""
    table = load_table("incidents")
    above = reading.tokens[noun.head]
    if noun.dep == "pobj" and above.lemma == "to":  # "subjected the village to shelling"
        subjected = reading.tokens[above.head]
        return subjected if subjected.lemma == "subject" else None
    lasting = table["standing noun"].words - table["waged"].words - table["sanction noun"].words
    if noun.lemma in lasting:  # "prolongs the war"
        return None
    if reading.has(noun.i, table["peaceful"].words, "amod", "compound", "nmod"):
        return None  # "increased its marketing campaign"
    if noun.dep == "dobj":
        forms = reading.verb_forms(above.i)
        group = table["carry on"]
        phrases = {" ".join(p) for p in group.phrases}
        return above if forms & group.words or forms & phrases else None
    verb = reading.tokens[above.head]
    if noun.lemma == "offensive" and above.lemma == "on" and verb.lemma in _UNDERGOES | {"go"}:
        return verb  # "troops have been on the offensive"
    if noun.dep != "pobj" or above.lemma != "with":
        return None
    goes_on = verb.pos == "VERB" and verb.lemma in table["carry on with"].words
    # "go with", "carry with" go on with nothing
    ahead = verb.lemma in {"proceed", "persist", "continue"} or reading.has(
        verb.i, {"ahead", "on", "forward", "through"}, "advmod", "prt", "prep"
    )
    return verb if goes_on and ahead else None


def undergone(reading: Reading, noun: Token) -> Token | None:
    """Return the verb of "came under fire", "has been under siege": its subject is whom it befalls."""
    above = reading.tokens[noun.head]
    if noun.dep != "pobj" or above.lemma != "under":
        return None
    verb = reading.tokens[above.head]
    if verb.lemma not in _UNDERGOES or verb.pos not in {"VERB", "AUX"}:
        return None
    # "came under fire for his remarks", "under attack from the press" are words
    fors = [p for i in (verb.i, noun.i) for p in reading.children(i, "prep") if p.lemma == "for"]
    blamed = any(o.lemma not in SPANS for p in fors for o in reading.children(p.i, "pobj"))
    return None if blamed else verb


def has_lasted(reading: Reading, noun: Token, whole: Token) -> bool:
    """Read "an 11-week blockade", "five months of air strikes": it has lasted, and so it is."""
    if whole is not noun and whole.lemma in SPANS:
        return noun.lemma not in load_table("incidents")["sanction noun"].words
    if noun.lemma not in load_table("incidents")["waged"].words | {"war"}:
        return False
    beside = reading.children(noun.i, "compound", "nmod", "amod")
    units = [(t, u) for t in beside for u in (t, *reading.children(t.i, "npadvmod", "nmod"))]
    counted = any(u.lemma in _UNITS and reading.children(u.i, "nummod") for _, u in units)
    long = any(t.lemma in {"long", "old"} and u.lemma in _UNITS for t, u in units)
    return long or (counted and noun.lemma != "war")


def is_told_by_its_verb(reading: Reading, noun: Token, whole: Token) -> bool:
    """Say whether the verb above makes a happening of a noun, other than by saying that it happens."""
    return bool(
        carried_on(reading, whole)
        or undergone(reading, noun)
        or fallen_into(reading, noun)
        or stricken_by(reading, whole)
    )


def is_named_operation(reading: Reading, noun: Token) -> bool:
    """Read "Operation Dawn", a name with the word for it before it."""
    if noun.pos != "PROPN" or noun.dep == "compound":
        return False
    below = [reading.tokens[j] for j in reading.doc.subtree(noun.i) if j < noun.i]
    return any(t.text == "Operation" and t.dep == "compound" for t in below)


def fallen_into(reading: Reading, noun: Token) -> Token | None:
    """Return the verb of "the country descended into civil war"."""
    above = reading.tokens[noun.head]
    if noun.dep != "pobj" or above.lemma != "into":
        return None
    verb = reading.tokens[above.head]
    return verb if verb.lemma in load_table("incidents")["fall into"].words else None


def stricken_by(reading: Reading, noun: Token) -> Token | None:
    """Return the verb of "the city was rocked by a wave of violence", "has seen heavy fighting"."""
    above = reading.tokens[noun.head]
    verb = reading.tokens[above.head]
    words = load_table("incidents")["stricken by"].words
    if noun.dep == "pobj" and above.dep == "agent":
        return verb if verb.lemma in words else None
    seen = noun.dep == "dobj" and above.lemma in {"see", "witness", "experience"}
    return above if seen and _is_a_place(reading, above) else None


def _is_a_place(reading: Reading, verb: Token) -> bool:
    ground = load_table("incidents")["ground"].words
    subjects = reading.children(verb.i, "nsubj")
    return any(t.lemma in ground or reading.place_at(t.i) for t in subjects)


def is_advance(reading: Reading, noun: Token) -> bool:
    """Read "the latest advance over the past two weeks", "rebel advances last year": whose, and when or where."""
    table = load_table("incidents")
    if noun.lemma not in table["gain noun"].words or noun.lemma == "gain":
        return False
    by = [p for p in reading.children(noun.i, "prep") if p.lemma == "by"]
    doing = [o for p in by for o in reading.children(p.i, "pobj")]
    owners = [*reading.children(noun.i, "poss", "compound", "amod", "nmod"), *doing]
    armed = any(t.lemma in table["armed"].words or reading.actors(t.i) for t in owners)
    told = reading.times_of(noun.i) or reading.place_of(noun.i) or doing
    return armed and bool(told)


def is_deed(reading: Reading, noun: Token) -> bool:
    """Read "the capture of the town", "the killing of three medics": whom or what it befalls is told."""
    table = load_table("incidents")
    if noun.lemma not in table["taking noun"].words and noun.lemma not in table["harm noun"].words:
        return False
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "of"]
    befallen = [o for p in of for o in reading.children(p.i, "pobj")]
    known = (
        table["ground"].words | table["land"].words | table["armed"].words | table["relieved"].words
    ) | table["built"].words
    return bool(words_of(reading, befallen) & known) or any(
        people_or_sides(reading, o.i) or reading.place_at(o.i) for o in befallen
    )


def is_gain(reading: Reading, noun: Token) -> bool:
    """Read "made gains against the rebels", "making a rapid advance along the road"."""
    verb = reading.tokens[noun.head]
    if noun.dep != "dobj" or verb.lemma not in _HELD or verb.pos != "VERB":
        return False
    if noun.lemma not in load_table("incidents")["gain noun"].words:
        return False
    against = [p for p in reading.children(noun.i, "prep") if p.lemma == "against"]
    foes = [o for p in against for o in reading.children(p.i, "pobj")]
    fought = any(people_or_sides(reading, o.i) for o in foes)
    placed = reading.place_of(noun.i) is not None and noun.lemma != "gain"
    subject = reading.subject(verb.i)
    armed = subject is not None and subject.lemma in load_table("incidents")["armed"].words
    placed |= armed and bool(reading.children(noun.i, "prep") or reading.children(verb.i, "prep"))
    return fought or placed or reading.has(noun.i, _WARLIKE, "amod")


def swap_told(reading: Reading, noun: Token) -> Token | None:
    """Return the verb of "carried out a prisoner swap", "an exchange of prisoners took place"."""
    if noun.lemma not in {"swap", "exchange"}:
        return None
    captives = load_table("incidents")["captive"].words
    of = [o for p in reading.children(noun.i, "prep") for o in reading.children(p.i, "pobj")]
    if not any(t.lemma in captives for t in (*reading.children(noun.i, "compound", "amod"), *of)):
        return None
    verb = reading.tokens[noun.head]
    done = load_table("incidents")["carry out"].words | {
        "hold",
        "complete",
        "make",
        "take",
        "occur",
    }
    told = verb.pos == "VERB" and verb.lemma in done
    return verb if told and noun.dep in {"dobj", "nsubj", "nsubjpass"} else None


def is_lessened(reading: Reading, noun: Token) -> bool:
    """Read "a sharp decline in fighting", "a halt to the shelling", which tell of less of it."""
    above = reading.tokens[noun.head]
    over = reading.tokens[above.head]
    less = load_table("stance")["less"].words
    return noun.dep == "pobj" and over.pos == "NOUN" and over.lemma in less


def stays_shut(reading: Reading, token: Token) -> Token | None:
    """Return the verb of "the crossing remained closed", "the road is still shut"."""
    table = load_table("incidents")
    if token.dep not in {"acomp", "oprd"} or token.text.lower() not in table["closed"].words:
        return None
    verb = reading.tokens[token.head]
    ways = words_of(reading, reading.children(verb.i, "nsubj", "dobj"))
    return verb if ways & table["way"].words else None
