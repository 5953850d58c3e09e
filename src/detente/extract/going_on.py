"""Whether an incident goes on by the day of the text: by its words, by its verb, by what kind of thing it is."""

from detente.extract.event_nouns import of_which
from detente.extract.force import group_of
from detente.extract.nominal_deeds import carried_on, has_lasted, undergone
from detente.extract.reading import Reading
from detente.extract.tolls import counts_fallen
from detente.extract.undone import is_past, own_times
from detente.lexicon import load_table
from detente.model.annotation import Token

_STILL = frozenset({"is", "are", "'s", "'re", "has", "have"})
_GOING_ON = frozenset({"continue", "persist", "remain", "rage", "ongoing"})
_WARS = frozenset({"war", "conflict"})
_PARTED = frozenset({"after", "following", "since"})
_ENDS = frozenset({"end", "lift", "ease", "stop", "halt"})


def goes_on(reading: Reading, head: Token, trigger: Token) -> bool:
    """Say whether what a verb or a noun tells of has not ended."""
    if counts_fallen(reading, trigger):
        return False
    if head.pos == "NOUN":
        return _is_going_on(reading, head)
    still = reading.has(head.i, {"still"}, "advmod")
    then = head.dep == "advcl" and head.tag == "VBD"  # "when ties were cut, as war raged"
    lasts = head.lemma in _GOING_ON and not then
    if _is_over(reading, head) or _adds_up(reading, head):
        return False
    if still or lasts or any(t.open_start for t in reading.times_of(head.i)):
        return True
    dated = [t for t in reading.times_of(head.i) if t.when and not t.ahead]
    if _lasts_by_its_form(reading, head, dated=bool(dated)) or _is_of_war(reading, head):
        return True
    if head.i != trigger.i and not dated and _is_state(reading, head, trigger):
        return True
    present = head.tag in {"VBZ", "VBP"} and not dated
    return present or (head.dep == "xcomp" and reading.tokens[head.head].lemma in _GOING_ON)


def _is_over(reading: Reading, verb: Token) -> bool:
    """Read "the two men had been held since April", told of who is free; what was said "had been" may still be."""
    helpers = reading.auxiliaries(verb.i)
    return {"had", "been"} <= helpers and not reading.said_by(verb.start, verb.end)


def _adds_up(reading: Reading, verb: Token) -> bool:
    """Read "3,500 people have been killed since March", "93 lorries have entered since Monday": a count, and no state."""
    group = group_of(reading, verb)
    counted = group is not None and group.name in {"kill", "expel", "relief"}
    perfect = verb.tag in {"VBN", "VBD"} and reading.auxiliaries(verb.i) & {"has", "have"}
    things = reading.children(verb.i, "nsubj", "nsubjpass", "dobj")
    quantities = load_table("incidents")["quantity"].words
    many = any(reading.children(t.i, "nummod") or t.lemma in quantities for t in things)
    return counted and bool(perfect) and many and not _is_of_war(reading, verb)


def _is_of_war(reading: Reading, verb: Token) -> bool:
    """Read "the war has killed 250,000", "a conflict that has driven millions out": it has not ended."""
    if not reading.auxiliaries(verb.i) & {"has", "have"}:
        return False
    subjects = reading.children(verb.i, "nsubj")
    if verb.dep == "relcl" and any(t.tag in {"WDT", "WP"} for t in subjects):
        subjects = [reading.tokens[verb.head]]
    return any(t.lemma in _WARS for t in subjects)


def _is_going_on(reading: Reading, noun: Token) -> bool:
    """Read "the current bombardment", "amid the shelling", "its campaign in the north", "five months of air strikes"."""
    lasting = reading.has(noun.i, load_table("incidents")["going on"].words, "amod")
    amid = noun.dep == "pobj" and reading.tokens[noun.head].lemma in {"amid", "amidst"}
    return lasting or amid or _is_under_way(reading, noun)


def _is_under_way(reading: Reading, noun: Token) -> bool:
    """Say whether a side is spoken of as waging what lasts, and no day or end of it is told."""
    whole = of_which(reading, noun)
    above = reading.tokens[whole.head]
    parted = whole.dep == "pobj" and above.text.lower() in _PARTED
    if parted or above.lemma in _ENDS or any(is_past(reading, t) for t in own_times(reading, noun)):
        return False
    if has_lasted(reading, noun, whole):
        return True
    waged = load_table("incidents")["waged"].words - {"raid", "incursion", "invasion", "assault"}
    if noun.lemma not in waged | _WARS:
        return False
    theirs = reading.sides_in(noun.i) or reading.has(noun.i, {"military"}, "amod")
    definite = reading.has(noun.i, {"the"}, "det") and bool(theirs)
    return definite or bool(reading.children(noun.i, "poss"))


def _lasts_by_its_form(reading: Reading, verb: Token, *, dated: bool) -> bool:
    """Read "is shelling", "has been shelling", "were attacking", "is being shelled", "trucks are looted"."""
    helpers = reading.auxiliaries(verb.i)
    if verb.tag == "VBG":
        past = helpers & {"was", "were"} and not dated
        return bool(helpers & _STILL or past)
    if verb.tag != "VBN" or not helpers & {"is", "are"}:
        return False
    return "being" in helpers or not dated


def _is_state(reading: Reading, verb: Token, trigger: Token) -> bool:
    """Read "kept up its raids", "has resumed its strikes", "were under attack", "the war has killed"."""
    table = load_table("incidents")
    whole = of_which(reading, trigger)
    if undergone(reading, trigger) is verb:
        return verb.lemma in {"be", "remain", "stay", "live"}
    if carried_on(reading, whole) is verb:
        return True
    perfect = bool(reading.auxiliaries(verb.i) & {"has", "have"})
    return perfect and verb.lemma in table["break out"].words | {"continue", "begin", "start"}
