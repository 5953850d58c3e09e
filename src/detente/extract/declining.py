"""Verbs of declining: "rejected the plan", "turned down an offer", "pulled out of the talks", "vowed not to"."""

from detente.extract.promised import is_force
from detente.extract.reading import Reading
from detente.extract.roles import agent
from detente.extract.rules import set_off_by
from detente.lexicon import load_table
from detente.model.annotation import Token

# A denied fact is a statement; these objects of "reject" are claims and no offers.
_FACTS = frozenset(
    {
        "claim",
        "accusation",
        "allegation",
        "report",
        "charge",
        "assertion",
        "criticism",
        "suggestion",
        "notion",
        "speculation",
        "rumor",
        "rumour",
        "premise",
        "narrative",
        "insinuation",
        "characterization",
        "characterisation",
        "involvement",
        "responsibility",
        "wrongdoing",
    }
)
# A spokesman who does not comment refuses nothing of the process.
_NO_COMMENT = frozenset(
    {"comment", "say", "elaborate", "name", "disclose", "specify", "wait", "answer"}
)
_GIVES = frozenset({"provide", "give", "offer", "make", "issue", "share"})
_WORD = frozenset({"comment", "detail", "details", "information", "interview", "statement"})
_NO = frozenset({"no", "nyet", "nein"})


@set_off_by(lambda: load_table("stance")["refusal verb"].openings)
def declines(reading: Reading, verb: Token) -> bool:
    """Read "declined to reopen", "rejected the plan", "turned down an offer", "ruled out"."""
    if verb.pos != "VERB":
        return False
    group = load_table("stance")["refusal verb"]
    phrase = _begins(reading, verb, "refusal verb")
    if not (verb.lemma in group.words or phrase):
        return False
    if reading.negated(verb.i) or verb.dep in {"amod", "compound"} or _is_charged(reading, verb):
        return False
    acted_on = reading.children(verb.i, "dobj", "nsubjpass")
    objects = {t.lemma for t in acted_on}
    if objects & _FACTS or _gives_way(reading, verb) or _is_about_people(verb, acted_on):
        return False
    if verb.lemma == "rule":
        return reading.has(verb.i, {"out"}, "prt", "advmod", "prep")
    asked = {t.lemma for t in reading.children(verb.i, "xcomp")}
    if verb.lemma in {"decline", "refuse"}:
        bare = not reading.children(verb.i, "prep", "npadvmod")  # "declined through the century"
        known = bare and any(r.listed or r.side for r in agent(reading, verb.i))
        told = reading.children(verb.i, "xcomp", "dobj") or known
        return bool(told) and not asked & _NO_COMMENT and not _says_nothing(reading, verb)
    by_whom = verb.dep in {"acl", "conj"} and reading.children(verb.i, "agent")
    return bool(objects or by_whom or reading.children(verb.i, "ccomp", "xcomp", "prep"))


def _says_nothing(reading: Reading, verb: Token) -> bool:
    """Read "declined to provide comment", "refused to give details", which tells the press nothing."""
    gives = [t for t in reading.children(verb.i, "xcomp") if t.lemma in _GIVES]
    given = [o for t in gives for o in reading.children(t.i, "dobj", "dative")]
    return any(t.lemma in _WORD for t in given)


def _brushing() -> frozenset[str]:
    stance = load_table("stance")
    return stance["withhold"].words | stance["ignore"].openings | {"leave"}


@set_off_by(_brushing)
def brushes_aside(reading: Reading, verb: Token) -> bool:
    """Read "ignored the call", "blocked the plan", "withheld its consent", "left the offer unanswered"."""
    if verb.pos != "VERB" or reading.negated(verb.i) or not agent(reading, verb.i):
        return False
    stance = load_table("stance")
    asked = stance["asked for"].words | stance["offer"].words
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    if verb.lemma in stance["withhold"].words:
        return bool(objects & stance["assent"].words)
    if verb.lemma == "leave":
        open_yet = reading.has(verb.i, {"unanswered"}, "oprd", "acomp", "amod")
        return open_yet and bool(objects & asked)
    ignores = verb.lemma in stance["ignore"].words or _begins(reading, verb, "ignore")
    return bool(ignores) and bool((objects | _led_to(reading, verb.i)) & asked)


@set_off_by(lambda: {"say", "answer", "reply", "respond"})
def says_no(reading: Reading, verb: Token) -> bool:
    """Read "said no to the plan"."""
    said = [t for t in reading.children(verb.i, "dobj", "intj") if t.text.lower() in _NO]
    to = [
        p
        for i in (verb.i, *(t.i for t in said))
        for p in reading.below[i]
        if p.text.lower() == "to" and p.i > verb.i
    ]
    to += [x for x in reading.children(verb.i, "xcomp", "advcl") if reading.has(x.i, {"to"}, "aux")]
    return bool(said and to)


def _leaving() -> frozenset[str]:
    return load_table("stance")["leave talks"].openings | load_table("stance")["stop sharing"].words


@set_off_by(_leaving)
def leaves_talks(reading: Reading, verb: Token) -> bool:
    """Read "pulled out of the talks", "suspended its participation", "broke off negotiations"."""
    stance = load_table("stance")
    leave = stance["leave talks"]
    alone = verb.lemma in leave.words
    phrase = _begins(reading, verb, "leave talks")
    stops = verb.lemma in stance["stop sharing"].words
    if verb.pos != "VERB" or not (alone or phrase or stops) or reading.negated(verb.i):
        return False
    if phrase == ("walk", "out") or phrase == ("storm", "out") or not agent(reading, verb.i):
        return bool(agent(reading, verb.i))
    if "to" in reading.auxiliaries(verb.i) and verb.dep != "xcomp":
        return False  # "better to withdraw than to freeze its membership"
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    objects |= _led_to(reading, verb.i) if phrase or verb.lemma == "withdraw" else set()
    if stops:
        return bool(objects & stance["shared"].words)
    return bool(objects & stance["talks left"].words)


@set_off_by(lambda: {"vote"})
def votes_against(reading: Reading, verb: Token) -> bool:
    """Read "voted against the plan", "will vote against it"."""
    against = any(p.lemma == "against" for p in reading.children(verb.i, "prep"))
    return verb.pos == "VERB" and against and not reading.negated(verb.i)


def _resolving() -> frozenset[str]:
    return load_table("stance")["pledge verb"].words | load_table("stance")["decide"].words


@set_off_by(_resolving)
def resolves_not_to(reading: Reading, verb: Token) -> bool:
    """Read "opted not to come", "vowed never to recognise it"; "promised not to attack" binds and declines nothing."""
    stance = load_table("stance")
    promises = verb.lemma in stance["pledge verb"].words
    if verb.pos != "VERB":
        return False
    told = [t for t in reading.children(verb.i, "xcomp") if "to" in reading.auxiliaries(t.i)]
    nots = [t for t in told if reading.children(t.i, "neg")]
    wrong = stance["wrong"].words
    spared = any(is_force(reading, t) or t.lemma in wrong for t in nots)
    return bool(nots and agent(reading, verb.i)) and not (promises and spared)


def _begins(reading: Reading, verb: Token, group: str) -> tuple[str, ...]:
    """Return the phrase of a group that a verb makes with its particle or object."""
    phrases = load_table("stance")[group].begun_by(verb.lemma)
    forms = {tuple(f.split()) for f in reading.verb_forms(verb.i)} if phrases else set()
    return next((p for p in phrases if p in forms), ())


def _led_to(reading: Reading, i: int) -> set[str]:
    """Return the nouns behind a verb's prepositions: "out of the talks", "away from the round"."""
    found: set[str] = set()
    for part in reading.children(i, "prep", "prt", "advmod"):
        found |= {o.lemma for o in reading.children(part.i, "pobj")} | _led_to(reading, part.i)
    return found


def _is_charged(reading: Reading, verb: Token) -> bool:
    """Read "accused her of refusing to see it", which charges her and tells of no refusal."""
    of = reading.tokens[verb.head]
    accuse = load_table("stance")["accuse"].words
    return verb.dep == "pcomp" and reading.tokens[of.head].lemma in accuse


def _is_about_people(verb: Token, objects: list[Token]) -> bool:
    """Read "both oppose the militia", "opposes the war": whom or what one is against asks for nothing."""
    deeds = load_table("incidents")["noun"].words | {"attempt", "effort", "expansion", "operation"}
    people = [
        t
        for t in objects
        if t.pos == "PROPN" or t.lemma in load_table("people").every_word or t.lemma in deeds
    ]
    return verb.lemma in {"oppose", "dismiss", "resist"} and bool(people)


def _gives_way(reading: Reading, verb: Token) -> bool:
    """Read "backed off its demand", which takes a demand back."""
    asked = load_table("stance")["own demand"].words
    below = reading.children(verb.i, "prep", "prt", "advmod")
    ends = [o for i in (verb.i, *(p.i for p in below)) for o in reading.children(i, "dobj", "pobj")]
    return verb.lemma == "back" and any(t.lemma in asked for t in ends)
