"""Verbs of many meanings that take land, put arms out of action, bring help or move forces."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from detente.extract.captivity import is_person, is_taken_away
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, patient
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token

_LIVES = frozenset({"life", "lives", "victim", "casualty"})
_ONE_MAN = frozenset({MentionKind.NAME, MentionKind.ROLE})
_HELD_GROUND = frozenset({"ground", "land", "position", "positions", "post", "height", "heights"})


@dataclass(frozen=True, slots=True)
class _Use:
    """A verb where it stands, and the words of what it is done to."""

    reading: Reading
    verb: Token
    objects: set[str]


def is_forceful(reading: Reading, verb: Token, objects: set[str]) -> bool | None:
    """Say whether a verb of ``RULES`` means an incident here; nothing where its phrase says enough."""
    rule = RULES.get(verb.lemma)
    return rule(_Use(reading, verb, objects)) if rule else None


def _takes(use: _Use) -> bool | None:
    if "out" in _parts(use.reading, use.verb):
        return _puts_out(use)
    if _is_phrase(use.reading, use.verb):
        return None  # "took control", "took hostages"
    return _takes_land(use) or is_taken_away(use.reading, use.verb)


def _brings(use: _Use) -> bool:
    table = load_table("incidents")
    if _parts(use.reading, use.verb) & {"back", "home"}:
        return bool(use.objects & (table["captive"].words | {"body", "remains"}))
    return bool(use.objects & table["cargo"].words)


def _costs_lives(use: _Use) -> bool:
    """Read "claimed 30,000 lives", and no saying."""
    return bool(use.objects & _LIVES)


def _loses(use: _Use) -> bool | None:
    """Read "lost their lives", "lost 50 troops"; land is left to its group."""
    table = load_table("incidents")
    men = table["armed"].words - table["noun"].words
    return True if use.objects & (_LIVES | men) else None


def _is_hurt(use: _Use) -> bool:
    hurt = use.reading.children(use.verb.i, "nsubjpass")
    return any(is_person(use.reading, t) or t.tag in {"CD", "NN", "NNS"} for t in hurt)


def _goes_in_armed(use: _Use) -> bool | None:
    """Read "units entered the city"; who enters unarmed is left to the verbs of relief."""
    land = any(use.reading.place_at(t.i) for t in use.reading.children(use.verb.i, "dobj"))
    return True if land and _has_armed_subject(use.reading, use.verb) else None


def _keeps_back(use: _Use) -> bool:
    """Read "withheld fuel", "stopped the flow of aid"."""
    table = load_table("incidents")
    return bool(use.objects & (table["cargo"].words | {"electricity", "delivery", "shipment"}))


def _cuts(use: _Use) -> bool | None:
    """Read "cut the power"; "cut his trip short" cuts nobody off."""
    table = load_table("incidents")
    off = "off" in _parts(use.reading, use.verb) or use.reading.has(use.verb.i, {"off"}, "prep")
    cut = use.objects & (table["way"].words | table["cut off"].words | {"power", "line", "link"})
    return None if off or cut else False


def _sounds_alarm(use: _Use) -> bool:
    return use.reading.has(use.verb.i, {"siren", "alarm"}, "nsubj")


def _fights(use: _Use) -> bool | None:
    """Read "doctors fight for her life", "fighting for independence": no fighting there."""
    causes = [p for p in use.reading.children(use.verb.i, "prep") if p.lemma == "for"]
    words = {o.lemma for p in causes for o in use.reading.children(p.i, "pobj")}
    return False if words & {"life", "right", "survival", "justice", "breath"} else None


def _opens(use: _Use) -> bool | None:
    """Read "opened up on the crowd"; one opens up about one's past or a road, too."""
    up = "up" in _parts(use.reading, use.verb)
    about = use.reading.has(use.verb.i, {"about"}, "prep")
    return False if about or (up and use.objects) else None


def _fires(use: _Use) -> bool | None:
    """Read "fired at the post"; a minister who is fired, or whom they fire, loses an office."""
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    aimed = use.reading.has(use.verb.i, {"at", "on", "upon", "into", "from"}, "prep")
    dismissed = any(is_person(use.reading, t) for t in befallen)
    return False if dismissed and not aimed else None


def _clashes(use: _Use) -> bool | None:
    """Read "the two armies clashed"; a minister who clashes with his critics argues."""
    subject = use.reading.subject(use.verb.i)
    mention = use.reading.mention(subject.i) if subject else None
    return False if mention and mention.kind in _ONE_MAN else None


def _collapses(use: _Use) -> bool | None:
    """Read "the roof collapsed"; people collapse of grief, and what "it" is does not say."""
    subject = use.reading.subject(use.verb.i)
    if subject is None:
        return False
    return False if subject.pos == "PRON" or is_person(use.reading, subject) else None


def _demonstrates(use: _Use) -> bool | None:
    """Read "hundreds demonstrated"; comments demonstrate something."""
    subject = use.reading.subject(use.verb.i)
    speech = load_table("speech")
    shown = use.reading.children(use.verb.i, "ccomp", "dobj", "xcomp")
    words = subject is not None and subject.lemma in speech["text"].words | speech["paper"].words
    return False if shown or words else None


def _drives(use: _Use) -> bool | None:
    """Read "drove them out of the town"; a man may be driven by a wish."""
    away = _parts(use.reading, use.verb) & {"out", "back", "off", "away", "abroad"}
    off = use.reading.has(use.verb.i, {"from", "out", "into", "off", "across"}, "prep")
    befallen = use.reading.children(use.verb.i, "nsubjpass", "dobj")
    if away and any(is_person(use.reading, t) or t.lemma == "refugee" for t in befallen):
        return True
    return None if away or off else False


def _strikes(use: _Use) -> bool | None:
    """Read "the number is striking"."""
    bare = (
        use.verb.tag == "VBG" and not use.objects and not use.reading.children(use.verb.i, "prep")
    )
    return False if bare and not _has_armed_subject(use.reading, use.verb) else None


def _drives_out(use: _Use) -> bool:
    return bool(agent_side(use.reading, use.verb.i) and patient(use.reading, use.verb.i))


def _is_jailed(use: _Use) -> bool:
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    return any(is_person(use.reading, t) for t in befallen)


def _lets_in(use: _Use) -> bool:
    movers = load_table("incidents")["mover"].words
    into = use.reading.children(use.verb.i, "prep", "prt", "advmod")
    let_in = any(t.lemma in {"in", "through"} for t in into)
    placed = use.reading.place_of(use.verb.i) is not None
    return bool(use.objects & movers) and (let_in or placed)


def _allows(use: _Use) -> bool | None:
    """Read "allowed five lorries carrying flour into the town"."""
    movers = load_table("incidents")["mover"].words
    for clause in use.reading.children(use.verb.i, "ccomp"):
        into = use.reading.has(clause.i, {"into", "in", "through", "to"}, "prep")
        moved = {t.lemma for t in use.reading.children(clause.i, "nsubj")}
        if clause.tag == "VBG" and into and moved & movers:
            return True
    return None


def _operates(use: _Use) -> bool:
    return _flies_over(use) and use.reading.place_of(use.verb.i) is not None


def _flies_over(use: _Use) -> bool:
    return _has_armed_subject(use.reading, use.verb)


def _parts(reading: Reading, verb: Token) -> set[str]:
    return {t.text.lower() for t in reading.children(verb.i, "prt", "advmod")}


def _is_phrase(reading: Reading, verb: Token) -> bool:
    """Say whether the object makes a phrase of the table of a verb: "took control"."""
    table = load_table("incidents")
    phrases = {p for name in ("seize", "detain") for p in table[name].phrases}
    objects = reading.children(verb.i, "dobj", "oprd")
    return any((verb.lemma, t.text.lower()) in phrases for t in objects)


def _puts_out(use: _Use) -> bool:
    """Read "took out the air defences", "eliminated dozens of fighters"."""
    table = load_table("incidents")
    known = table["taken out"].words | table["weapon"].words | table["armed"].words
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    return bool(use.objects & known) or any(is_person(use.reading, t) for t in befallen)


def _takes_land(use: _Use) -> bool:
    """Read "took the town", "took rebel ground", "took over Raqqa"."""
    table = load_table("incidents")
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    if not (agent_side(use.reading, use.verb.i) or _has_armed_subject(use.reading, use.verb)):
        return False
    if use.objects & table["taken land"].words:
        return True
    if any((m := use.reading.mention(t.i)) and m.place for t in befallen):
        return True
    theirs = [c for t in befallen for c in use.reading.children(t.i, "amod", "compound", "poss")]
    of_foe = any(t.lemma in table["armed"].words or use.reading.mention(t.i) for t in theirs)
    return bool(use.objects & _HELD_GROUND) and of_foe


def _lists(use: _Use) -> bool:
    """Read "added three firms to its sanctions list", "put them on a blacklist"."""
    table = load_table("incidents")
    preps = [p for p in use.reading.children(use.verb.i, "prep") if p.lemma in {"to", "on"}]
    lists = [o for p in preps for o in use.reading.children(p.i, "pobj")]
    named = [o for o in lists if o.lemma in table["list"].words]
    sanctions = table["sanction noun"].words | {"terror", "terrorist"}
    return any(o.lemma == "blacklist" or use.reading.has(o.i, sanctions, "compound") for o in named)


def _leaves(use: _Use) -> bool:
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


def _has_armed_subject(reading: Reading, verb: Token) -> bool:
    table = load_table("incidents")
    subject = reading.subject(verb.i)
    armed = table["armed"].words | table["weapon"].words
    return subject is not None and verb.dep != "acl" and subject.lemma in armed


Rule = Callable[[_Use], bool | None]
RULES: Mapping[str, Rule] = {
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
    "hurt": _is_hurt,
    "enter": _goes_in_armed,
    "sound": _sounds_alarm,
    "withhold": _keeps_back,
    "stop": _keeps_back,
    "cut": _cuts,
    "fight": _fights,
    "open": _opens,
    "fire": _fires,
    "clash": _clashes,
    "collapse": _collapses,
    "demonstrate": _demonstrates,
    "drive": _drives,
    "strike": _strikes,
}
