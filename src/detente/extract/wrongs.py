"""What one says of another's deed that makes it a wrong: "violates the truce", "pursues cruel policies"."""

from functools import cache

from detente.extract.duties import has_yet, leaves_undone, named_in
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, meant, people_or_sides, unique
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import Actors

# Verbs whose infinitive is charged as the deed itself: "is trying to sabotage the talks".
_ATTEMPTS = frozenset(
    {"try", "attempt", "seek", "want", "intend", "plan", "aim", "plot", "continue"}
)
# "is willing to harm its own people": the will itself is charged
_RESOLVED = frozenset({"willing", "ready", "prepared", "determined", "eager", "bent"})
_SUPPOSED = frozenset({"if", "unless", "until", "whether"})
_CRIMINAL = frozenset({"terrorist", "criminal"})
_BREAKS = frozenset(
    {"violate", "breach", "break", "flout", "trample", "ignore", "disregard", "infringe"}
)
_UNREAL = frozenset({Reality.WISHED, Reality.DEMANDED, Reality.CONDITIONAL})


def is_act_called_wrong(reading: Reading, verb: Token) -> bool:
    """Read "the attacks amount to a war crime", "these illegal acts undermine the truce", whoever the doer is."""
    states = verb.lemma in {"be", "amount", "constitute", "represent"}
    acts = [t for t in reading.children(verb.i, "nsubj") if is_deed(t)]
    called = named_in(reading, verb, "acomp", "attr")
    if called & load_table("stance")["dismay"].words:  # that judges, and charges nobody
        return False
    return bool(acts) and (states or any(called_wrong(reading, t) for t in acts))


def is_deed(noun: Token) -> bool:
    """Say whether a noun is of what is done: "shelling", "measure"."""
    deeds = load_table("incidents")["noun"].words | load_table("stance")["act"].words
    return noun.pos == "NOUN" and noun.lemma in deeds


def called_wrong(reading: Reading, noun: Token) -> bool:
    """Say whether a noun is called a wrong by what stands before it: "illegal", "morally unjustifiable"."""
    wrong = load_table("stance")["wrong adjective"].words
    before = [j for t in reading.children(noun.i, "amod") for j in reading.conjuncts(t.i)]
    return any(reading.tokens[j].lemma in wrong for j in before)


def doers(reading: Reading, verb: Token) -> Actors:
    """Return the sides whose act a clause tells of: its subject, or whose plan or move the subject is."""
    doing = agent(reading, verb.i)
    subject = reading.subject(verb.i)
    subject = subject and meant(reading, subject)
    if not doing and subject and subject.pos in {"NOUN", "PROPN"}:
        doing = reading.sides_in(subject.i) or _makers(reading, subject)
    return unique(map(reading.side_of, doing))


def rivals(reading: Reading, verb: Token, speakers: Actors) -> Actors:
    """Return the persons of the speaker's own side who are named to have done a wrong: "Netanyahu lied," Lapid said."""
    subject = reading.subject(verb.i)
    mention = reading.mention(subject.i) if subject else None
    if mention is None or mention.kind is not MentionKind.NAME:
        return ()
    people = [r for r in mention.actors if r.listed and r.side and r.side != r.name]
    persons = all(r.side and r.side != r.name for r in speakers)  # a body charges none of its own
    return unique(r for r in people if persons and r not in speakers)


def _makers(reading: Reading, noun: Token) -> Actors:
    """Return whose a thing is: "the statements made by the minister", "the conduct of the army"."""
    preps = reading.children(noun.i, "prep")
    preps += [a for c in reading.children(noun.i, "acl") for a in reading.children(c.i, "agent")]
    whose = [o for p in preps if p.lemma in {"of", "by"} for o in reading.children(p.i, "pobj")]
    return unique(r for o in whose for r in people_or_sides(reading, o.i))


def whole_of(reading: Reading, verb: Token) -> Token:
    """Return the predicate of a wrong with its will: "is" of "is willing to harm"."""
    above = reading.tokens[verb.head]
    if verb.dep == "xcomp" and (above.lemma in _RESOLVED | _ATTEMPTS):
        return reading.tokens[above.head] if above.dep == "acomp" else above
    return verb


def is_wrong(reading: Reading, verb: Token) -> bool:
    """Say whether a predicate tells of a wrong or of a failed duty."""
    table = load_table("stance")
    if verb.lemma in table["duty"].words and has_yet(reading, verb):
        return True
    if verb.pos not in {"VERB", "AUX"} or not _tells_of_a_wrong(reading, verb):
        return False
    return not is_unreal(reading, verb)


def goes_on_from_wrong(reading: Reading, verb: Token) -> bool:
    """Say whether a wrong is told on from one of the same subject: "plays with fire and endangers peace"."""
    above = reading.tokens[verb.head]
    own = reading.children(verb.i, "nsubj", "nsubjpass")
    before = [above, *reading.children(above.i, "xcomp")]
    told = verb.dep == "conj" and not own and is_wrong(reading, verb)
    return told and any(is_wrong(reading, t) for t in before)


def _tells_of_a_wrong(reading: Reading, verb: Token) -> bool:
    table = load_table("stance")
    if verb.lemma == "lie":
        return _tells_lies(reading, verb)
    if verb.pos == "VERB" and verb.lemma in table["wrong"].words:
        matter = reading.children(verb.i, "dobj", "xcomp", "ccomp", "prep", "agent")
        return not reading.negated(verb.i) and bool(matter or verb.lemma == "fail")
    if leaves_undone(reading, verb):
        return True
    if verb.lemma in {"bear", "carry"} and "responsibility" in named_in(reading, verb, "dobj"):
        return not reading.negated(verb.i)
    if verb.lemma in table["abet"].words and _is_abetted(reading, verb):
        return not reading.negated(verb.i)
    if reading.tells_none_of(verb.i, _ill_words()):
        return False
    if _strives_to_harm(reading, verb):
        return not reading.negated(verb.i)
    qualities = named_in(reading, verb, "acomp", "attr")
    wrong = table["wrong adjective"].words
    cruel = any(
        t.lemma in table["act"].words and reading.has(t.i, wrong | _CRIMINAL, "amod")
        for t in reading.children(verb.i, "dobj", "attr")
    )
    if (cruel or qualities & wrong) and not reading.negated(verb.i):
        return True
    ill = table["wrong noun"].words - {"threat"}
    if verb.lemma in table["of another's wrong"].words or reading.tells_none_of(verb.i, ill):
        return False
    objects = named_in(reading, verb, "dobj", "attr", "prep")
    return bool(objects & ill) and not reading.negated(verb.i)


def _tells_lies(reading: Reading, verb: Token) -> bool:
    """Read "lied about it", "was lying to the families"; "the fault lies with them" and "lying in wait" tell of no lie."""
    said = verb.text.lower()
    elsewhere = reading.has(verb.i, {"in", "on", "with", "under"}, "prep")
    return said in {"lied", "lying"} and not elsewhere and not reading.negated(verb.i)


def breaks_law(reading: Reading, verb: Token) -> bool:
    """Read "the truce was violated", "international law is being flouted", whoever did it."""
    passive = bool(reading.children(verb.i, "auxpass")) and not reading.children(verb.i, "agent")
    broken = {t.lemma for t in reading.children(verb.i, "nsubjpass")}
    stands = load_table("stance")["law"].words
    return passive and verb.lemma in _BREAKS and bool(broken & stands)


def is_said_of_them(reading: Reading, verb: Token) -> bool:
    """Read "men who it said had incited violence": charged are those whom the relative clause is of."""
    said = reading.tokens[verb.head]
    saying = load_table("speech")["say"].words
    return verb.dep == "ccomp" and said.dep == "relcl" and said.lemma in saying


def _strives_to_harm(reading: Reading, verb: Token) -> bool:
    """Read "makes every effort to harm them", "the aim of the campaign is to destroy the opposition"."""
    efforts = load_table("stance")["striving"].words
    if verb.lemma in {"be", "remain"}:
        subject = reading.subject(verb.i)
        aims = subject is not None and subject.lemma in efforts
        done = reading.children(verb.i, "xcomp") if aims else []
    else:
        objects = reading.children(verb.i, "dobj")
        tries = [t for t in objects if t.lemma in efforts]
        done = [c for t in tries for c in reading.children(t.i, "acl")]
    return any(t.pos == "VERB" and t.lemma in _harming() for t in done)


@cache
def _ill_words() -> frozenset[str]:
    """Return the words of which one must stand in a sentence that tells of a wrong by more than its verb."""
    stance = load_table("stance")
    return _harming() | stance["wrong adjective"].words | stance["wrong noun"].words


@cache
def _harming() -> frozenset[str]:
    stance, incidents = load_table("stance"), load_table("incidents")
    groups = (stance["wrong"], stance["harm"], incidents["destroy"], incidents["kill"])
    return frozenset(w for g in groups for w in g.words)


def _is_abetted(reading: Reading, verb: Token) -> bool:
    """Read "backs terrorists", "ordered the militants to stage attacks"."""
    table = load_table("stance")
    violent = table["wrong noun"].words | table["violent"].words
    clauses = [*reading.children(verb.i, "xcomp", "ccomp")]
    words = named_in(reading, verb, "dobj") | {
        w for c in clauses for w in named_in(reading, c, "dobj")
    }
    return bool(words & violent)


def is_unreal(reading: Reading, verb: Token) -> bool:
    """Say whether a wrong is only wished, warned of or supposed: "any attempt to undermine the accord"."""
    tried = reading.tokens[verb.head]
    if verb.dep == "xcomp" and tried.lemma in _ATTEMPTS and tried.pos == "VERB":
        verb = tried
    if verb.dep == "xcomp" and tried.lemma in _RESOLVED and tried.dep == "acomp":
        return False
    if reading.has(verb.i, _SUPPOSED, "mark", "advmod"):
        return True
    helpers = reading.auxiliaries(verb.i)
    untrue = "have" in helpers and bool(helpers & {"could", "would", "might"})
    return untrue or reality(reading, verb.i) in _UNREAL
