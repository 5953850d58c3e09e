"""Which verbs tell of an incident here: whom or what they befall decides."""

from functools import cache

from detente.extract.captivity import is_held, is_let_go
from detente.extract.reading import Reading
from detente.extract.roles import agent_side, patient_side, people_or_sides, unique, words_of
from detente.extract.taking import is_forceful
from detente.lexicon import Group, load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import Actors

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
    "retaliate",
    "relief",
    "take",
)
# These have force with such an object alone: "lost two towns", "dropped bombs".
_NEEDS = {
    ("seize", "lose"): "land",
    ("assault", "drop"): "weapon",
    ("destroy", "disable"): "weapon",
    ("close", "set"): "barrier",
    ("expel", "abandon"): "land",
    ("violate", "break"): "broken",
}
TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})
_INTO = frozenset({"into", "on", "toward", "towards", "through", "inside", "across", "to"})
# These are moves of forces wherever somebody known makes them.
_MASSES = frozenset(
    {"mass", "amass", "mobilize", "mobilise", "deploy", "encircle", "surround", "besiege"}
)
# What is built and may be wrecked, and is started and led elsewhere.
_WORKS = frozenset({"program", "programme", "project"})
# These mean force whatever stands beside them, once the tame objects are out.
_ALWAYS = frozenset(
    {"assault", "fight", "kill", "expel", "detain", "destroy", "outbreak", "retaliate"}
)


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
    done_to = verb.dep == "acl" and verb.tag == "VBN"  # "villages occupied by the army"
    if done_to or verb.dep == "amod":  # "apparently abandoned efforts"
        objects = [*objects, reading.tokens[verb.head]]
    if verb.dep == "relcl" and any(t.tag in {"WDT", "WP"} for t in objects):
        objects = [*objects, reading.tokens[verb.head]]  # "the deal that was struck"
    off = [p for p in reading.children(verb.i, "prep") if p.lemma == "off"]  # "cutting off aid"
    objects += [o for p in off for o in reading.children(p.i, "pobj")]
    if _says_which(reading, verb, group):
        return False
    words = words_of(reading, objects)
    own_rule = is_forceful(reading, verb, words)
    by_itself = own_rule if own_rule is not None else _by_its_own_rule(reading, verb, group, words)
    if by_itself is not None:
        return by_itself
    if words & table["noun"].words:
        return True
    wrecks = group.name == "destroy" or verb.lemma in {"obliterate", "flatten"}
    armed = any(reading.has(t.i, table["weapon"].words, "compound") for t in objects)
    if words & table["tame object"].words and not (armed or (wrecks and words <= _WORKS)):
        return False  # "fired mortar rounds" is none of "rounds of talks"
    return group.name in _ALWAYS or _fits_its_group(reading, verb, group, words)


def _is_of_talks(reading: Reading, verb: Token, objects: set[str]) -> bool:
    """Read "the talks collapsed", "froze its dealings with the bloc": no house and no money."""
    if verb.lemma == "freeze":
        return bool(objects & load_table("stance")["talks left"].words)
    return bool(_subject_words(reading, verb) & load_table("incidents")["no building"].words)


def _answers_a_blow(reading: Reading, verb: Token) -> bool:
    """Read "vowed to respond if attacked"; one responds to an offer with words."""
    table = load_table("incidents")
    to = [p for p in reading.children(verb.i, "prep") if p.lemma == "to"]
    what = [o for p in to for o in reading.children(p.i, "pobj")]
    above = {reading.tokens[j].lemma for j in reading.doc.ancestors(verb.i)}
    threatened = above & table["vow force"].words and "to" in reading.auxiliaries(verb.i)
    if what:
        return bool(words_of(reading, what) & table["noun"].words and threatened)
    if _answers_with_arms(reading, verb):
        return True
    ahead = bool(reading.auxiliaries(verb.i) & {"will", "would", "'ll"})
    return bool(threatened) or (ahead and reading.has(verb.i, table["forcefully"].words, "advmod"))


def _says_which(reading: Reading, verb: Token, group: Group) -> bool:
    """Read "rebels fighting Assad", which tells who they are: no day, no place and no comma makes it news."""
    if verb.tag != "VBG" or verb.dep != "acl" or group.name not in {"fight", "assault"}:
        return False
    beside = verb.head == verb.i - 1
    return beside and not reading.times_of(verb.i) and reading.place_of(verb.i) is None


def _by_its_own_rule(reading: Reading, verb: Token, group: Group, objects: set[str]) -> bool | None:
    """Say whether a verb of many meanings has force here; nothing of a verb that its group tells enough of."""
    table = load_table("incidents")
    match verb.lemma:
        case "fall":
            return bool(taken_by(reading, verb))
        case "respond":
            return _answers_a_blow(reading, verb)
        case "gain":  # "gained ground"
            return bool(agent_side(reading, verb.i))
        case "collapse" | "freeze" | "die" if _is_of_talks(reading, verb, objects):
            return False
        case lemma if need := _NEEDS.get((group.name, lemma)):
            return bool(objects & table[need].words)
        case lemma if lemma in table["captivity"].words and group.name == "detain":
            return is_held(reading, verb, objects, _subject_words(reading, verb))
        case "violate" | "breach" if objects & TRUCES:
            return True
        case lemma if lemma in table["end a truce"].words and group.name == "violate":
            taken = lemma == "end" and objects & table["cut off"].words
            return bool(objects & TRUCES or (taken and agent_side(reading, verb.i)))
        case _ if group.name == "assault" and reading.has(verb.i, {"back"}, "advmod", "prt"):
            return _answers_with_arms(reading, verb)
        case _:
            return None


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
            if verb.lemma in table["go in"].words and not is_let_go(reading, verb):
                moved = moved | _subject_words(reading, verb)
                told = table["mover"].words if objects else table["relieved"].words
                return bool(moved & told)
            numbered = verb.lemma in {"rescue", "free", "release"} and any(
                t.pos == "NUM" for t in reading.children(verb.i, "dobj", "nsubjpass")
            )
            known = bool(moved & table["relieved"].words)
            return known or numbered or _moves_people(reading, verb) or is_let_go(reading, verb)
        case "protest":
            alone = not objects or verb.lemma == "protest"
            return alone and not _is_a_state(reading, verb)
        case "seize" if objects & table["land"].words and doing:
            return True
        case "mobilize":
            moved = objects | _subject_words(reading, verb)
            masses = verb.lemma in _MASSES
            if verb.lemma in table["move in"].words:
                armed = moved & table["armed"].words
                if verb.lemma == "advance" and armed and not objects:
                    return True
                return bool(doing or armed) and not objects and _moves_in(reading, verb)
            return bool(moved & table["armed"].words) or (masses and bool(doing))
        case "close" if objects & table["way"].words:  # by whomever, save a strike of the staff
            return not _subject_words(reading, verb) & table["noun"].words
        case "close" if reading.nearest_time(verb.i, below_only=True):
            return bool(doing)
        case _:
            return bool(objects) and bool(doing or patient_side(reading, verb.i))


def _is_a_state(reading: Reading, verb: Token) -> bool:
    """Say whether a state is told to protest, which it does with words: "Baku protested against the speech"."""
    subject = reading.subject(verb.i)
    mention = reading.mention(subject.i) if subject else None
    return mention is not None and mention.kind in {MentionKind.SIDE, MentionKind.SEAT}


def _moves_in(reading: Reading, verb: Token) -> bool:
    """Read "advanced into the province": forces move where land is named."""
    table = load_table("incidents")
    within = {"in"} if verb.lemma.startswith("man") else set()  # "maneuvers in the north"
    into = [p for p in reading.children(verb.i, "prep") if p.lemma in _INTO | within]
    land = [o for p in into for o in reading.children(p.i, "pobj")]
    known = table["ground"].words | table["land"].words
    return any(reading.place_at(o.i) or o.lemma in known for o in land)


def _moves_people(reading: Reading, verb: Token) -> bool:
    """Read "freed two Azerbaijanis": a number of people of a side."""
    objects = reading.children(verb.i, "dobj", "nsubjpass")
    counted = [t for t in objects if reading.children(t.i, "nummod")]
    return any(t.tag in {"NNS", "NNPS"} and reading.actors(t.i) for t in counted)


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
    return words_of(reading, subjects)
