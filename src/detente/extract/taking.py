"""Verbs of many meanings that take land, put arms out of action, bring help or move forces."""

from collections.abc import Callable, Mapping

from detente.extract.captivity import is_person, is_taken_away
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, patient
from detente.extract.striking import STRIKING
from detente.extract.verb_use import Use, has_armed_subject, particles
from detente.lexicon import load_table
from detente.model.annotation import Token

_LIVES = frozenset({"life", "lives", "victim", "casualty"})
_OFFICES = frozenset({"embassy", "consulate", "mission", "office", "market", "shop", "bank", "sky"})
_HELD_GROUND = frozenset({"ground", "land", "position", "positions", "post", "height", "heights"})


def is_forceful(reading: Reading, verb: Token, objects: set[str]) -> bool | None:
    """Say whether a verb of ``RULES`` means an incident here; nothing where its phrase says enough."""
    rule = RULES.get(verb.lemma)
    return rule(Use(reading, verb, objects)) if rule else None


def _takes(use: Use) -> bool | None:
    if "out" in particles(use.reading, use.verb):
        return _puts_out(use)
    captives = load_table("incidents")["captive"].words
    if use.reading.has(use.verb.i, captives, "dobj"):
        return True  # "took 251 hostages"
    if _is_phrase(use.reading, use.verb):
        return None  # "took control"
    return _takes_land(use) or is_taken_away(use.reading, use.verb)


def _brings(use: Use) -> bool:
    table = load_table("incidents")
    if particles(use.reading, use.verb) & {"back", "home"}:
        return bool(use.objects & (table["captive"].words | {"body", "remains"}))
    if "in" in particles(use.reading, use.verb) and use.objects & table["armed"].words:
        return True  # "brought in reinforcements"
    return bool(use.objects & table["cargo"].words)


def _closes(use: Use) -> bool | None:
    """Read "closed the crossing", "closed its embassy"; one closes an address or a door, too."""
    table = load_table("incidents")
    closed = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    known = table["way"].words | table["built"].words | table["ground"].words | _OFFICES
    named = any((m := use.reading.mention(t.i)) and m.place for t in closed)
    meant = any(t.pos == "PRON" for t in closed)  # "it has been closed since 1993"
    return None if named or meant or use.objects & known else False


def _costs_lives(use: Use) -> bool:
    """Read "claimed 30,000 lives", and no saying."""
    return bool(use.objects & _LIVES)


def _loses(use: Use) -> bool | None:
    """Read "lost their lives", "lost 50 troops"; land is left to its group."""
    table = load_table("incidents")
    men = table["armed"].words - table["noun"].words
    return True if use.objects & (_LIVES | men) else None


def _receives(use: Use) -> bool:
    """Read "received the bodies of 12 soldiers"."""
    back = load_table("incidents")["captive"].words | {"body", "bodies", "remains"}
    return bool(use.objects & back and agent_side(use.reading, use.verb.i))


def _goes_in_armed(use: Use) -> bool | None:
    """Read "units entered the city"; who enters unarmed is left to the verbs of relief."""
    land = any(use.reading.place_at(t.i) for t in use.reading.children(use.verb.i, "dobj"))
    return True if land and has_armed_subject(use.reading, use.verb) else None


def _keeps_back(use: Use) -> bool:
    """Read "withheld fuel", "stopped the flow of aid"."""
    table = load_table("incidents")
    return bool(use.objects & (table["cargo"].words | {"electricity", "delivery", "shipment"}))


def _cuts(use: Use) -> bool | None:
    """Read "cut the power"; "cut his trip short" cuts nobody off."""
    table = load_table("incidents")
    off = "off" in particles(use.reading, use.verb) or use.reading.has(use.verb.i, {"off"}, "prep")
    cut = use.objects & (table["way"].words | table["cut off"].words | {"power", "line", "link"})
    if cut & {"power"}:
        return True
    return None if off or cut else False


def _drives(use: Use) -> bool | None:
    """Read "drove them out of the town"; a man may be driven by a wish."""
    away = particles(use.reading, use.verb) & {"out", "back", "off", "away", "abroad"}
    off = use.reading.has(use.verb.i, {"from", "out", "into", "off", "across"}, "prep")
    befallen = use.reading.children(use.verb.i, "nsubjpass", "dobj")
    if away and any(is_person(use.reading, t) or t.lemma == "refugee" for t in befallen):
        return True
    return None if away or off else False


def _drives_out(use: Use) -> bool:
    return bool(agent_side(use.reading, use.verb.i) and patient(use.reading, use.verb.i))


def _is_jailed(use: Use) -> bool:
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    return any(is_person(use.reading, t) for t in befallen)


def _lets_in(use: Use) -> bool:
    movers = load_table("incidents")["mover"].words
    into = use.reading.children(use.verb.i, "prep", "prt", "advmod")
    let_in = any(t.lemma in {"in", "through"} for t in into)
    placed = use.reading.place_of(use.verb.i) is not None
    return bool(use.objects & movers) and (let_in or placed)


def _allows(use: Use) -> bool | None:
    """Read "allowed five lorries carrying flour into the town"."""
    movers = load_table("incidents")["mover"].words
    for clause in use.reading.children(use.verb.i, "ccomp"):
        into = use.reading.has(clause.i, {"into", "in", "through", "to"}, "prep")
        moved = {t.lemma for t in use.reading.children(clause.i, "nsubj")}
        if clause.tag == "VBG" and into and moved & movers:
            return True
    return None


def _operates(use: Use) -> bool:
    return _flies_over(use) and use.reading.place_of(use.verb.i) is not None


def _flies_over(use: Use) -> bool:
    return has_armed_subject(use.reading, use.verb)


def _is_phrase(reading: Reading, verb: Token) -> bool:
    """Say whether the object makes a phrase of the table of a verb: "took control"."""
    table = load_table("incidents")
    phrases = {p for name in ("seize", "detain") for p in table[name].phrases}
    objects = reading.children(verb.i, "dobj", "oprd")
    return any((verb.lemma, t.text.lower()) in phrases for t in objects)


def _puts_out(use: Use) -> bool:
    """Read "took out the air defences", "eliminated dozens of fighters"."""
    table = load_table("incidents")
    known = table["taken out"].words | table["weapon"].words | table["armed"].words
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    return bool(use.objects & known) or any(is_person(use.reading, t) for t in befallen)


def _takes_land(use: Use) -> bool:
    """Read "took the town", "took rebel ground", "took over Raqqa"."""
    table = load_table("incidents")
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    if not (agent_side(use.reading, use.verb.i) or has_armed_subject(use.reading, use.verb)):
        return False
    if use.objects & table["taken land"].words:
        return True
    if any((m := use.reading.mention(t.i)) and m.place for t in befallen):
        return True
    theirs = [c for t in befallen for c in use.reading.children(t.i, "amod", "compound", "poss")]
    of_foe = any(t.lemma in table["armed"].words or use.reading.mention(t.i) for t in theirs)
    return bool(use.objects & _HELD_GROUND) and of_foe


def _lists(use: Use) -> bool:
    """Read "added three firms to its sanctions list", "put them on a blacklist", "put 12 bombs on the site"."""
    table = load_table("incidents")
    if use.objects & table["weapon"].words:
        return use.reading.has(use.verb.i, {"on", "onto"}, "prep")
    preps = [p for p in use.reading.children(use.verb.i, "prep") if p.lemma in {"to", "on"}]
    lists = [o for p in preps for o in use.reading.children(p.i, "pobj")]
    named = [o for o in lists if o.lemma in table["list"].words]
    sanctions = table["sanction noun"].words | {"terror", "terrorist"}
    return any(o.lemma == "blacklist" or use.reading.has(o.i, sanctions, "compound") for o in named)


def _leaves(use: Use) -> bool:
    """Read "the peacekeepers began leaving the enclave": forces leave land."""
    table = load_table("incidents")
    land = use.reading.children(use.verb.i, "dobj")
    known = table["ground"].words | table["land"].words
    left = any(use.reading.place_at(t.i) or t.lemma in known for t in land)
    forces = table["armed"].words - table["noun"].words
    subject = use.reading.subject(use.verb.i)
    if use.verb.dep == "ccomp" and use.verb.tag in {"VB", "VBP"}:
        return False  # "insists that the soldiers leave the region"
    return left and subject is not None and subject.lemma in forces and use.verb.dep != "acl"


Rule = Callable[[Use], bool | None]
RULES: Mapping[str, Rule] = {
    **STRIKING,
    "take": _takes,
    "knock": _puts_out,
    "eliminate": _puts_out,
    "neutralize": _puts_out,
    "neutralise": _puts_out,
    "kick": _drives_out,
    "throw": _drives_out,
    "bring": _brings,
    "let": _lets_in,
    "allow": _allows,
    "permit": _allows,
    "leave": _leaves,
    "operate": _operates,
    "hover": _flies_over,
    "circle": _flies_over,
    "overfly": _flies_over,
    "add": _lists,
    "put": _lists,
    "place": _lists,
    "sentence": _is_jailed,
    "claim": _costs_lives,
    "cost": _costs_lives,
    "lose": _loses,
    "enter": _goes_in_armed,
    "receive": _receives,
    "close": _closes,
    "withhold": _keeps_back,
    "stop": _keeps_back,
    "cut": _cuts,
    "drive": _drives,
}
