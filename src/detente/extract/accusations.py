"""Accusations: a side says that another did wrong or failed a duty."""

from collections.abc import Iterator

from detente.extract.apart import apart
from detente.extract.duties import has_yet, leaves_undone, named_in
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, behind, patient_side, people_or_sides, unique
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Accusation, Actors, Entry, Plover


def accusations(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which one charges another with a wrong."""
    return apart(
        _by_verb(reading, t)
        or _by_calling(reading, t)
        or _by_failure(reading, t)
        or _by_criticism(reading, t)
        or _by_prevention(reading, t)
        or _by_wrong(reading, t)
        for t in reading.claim_words
    )


def _by_verb(reading: Reading, verb: Token) -> Accusation | None:
    """Read "accused Moscow of failing", "blamed the other side for"."""
    table = load_table("stance")
    plain = verb.lemma in table["accuse"].words
    reasoned = verb.lemma in table["condemn"].words and any(
        p.lemma in {"for", "as"} for p in reading.children(verb.i, "prep")
    )
    if verb.pos != "VERB" or not (plain or reasoned) or reading.negated(verb.i):
        return None
    by = agent(reading, verb.i)
    to = _accused(reading, verb)
    if len(by) > 1 and _is_mutual(reading, verb):
        return _accusation(reading, verb, by, by)
    if to and set(to) <= set(by):  # nobody accuses himself
        by = tuple(r for r in reading.said_by(verb.start, verb.end) if r not in to)
    unnamed = verb.lemma in {"accuse", "blame"}  # one of the two may stand for nobody known
    if not (by or to) or (not (by and to) and not unnamed):
        return None
    return _accusation(reading, verb, by, to)


def _is_mutual(reading: Reading, verb: Token) -> bool:
    """Read "accused each other"."""
    return any(
        reading.tokens[j].lemma in {"each", "another"}
        for t in reading.children(verb.i, "dobj")
        for j in reading.doc.subtree(t.i)
    )


def _by_calling(reading: Reading, verb: Token) -> Accusation | None:
    """Read "described the move as provocative", "called the strikes illegal": an act is called a wrong."""
    table = load_table("assessment")
    is_naming = verb.lemma in table["view"].words or verb.lemma in table["name"].words
    if not is_naming or verb.pos != "VERB" or reading.negated(verb.i) or _is_unreal(reading, verb):
        return None
    named, acts = _called(reading, verb)
    stance = load_table("stance")
    wrongs = (stance["wrong noun"].words - {"threat"}) | stance["wrong adjective"].words
    if not wrongs & named:
        return None
    by = agent(reading, verb.i)
    to = unique(map(reading.side_of, (r for a in acts for r in people_or_sides(reading, a.i))))
    return _accusation(reading, verb, by, to) if by and set(to) - set(by) else None


def _called(reading: Reading, verb: Token) -> tuple[set[str], list[Token]]:
    """Return what something is called, and what that is: "the strikes illegal", "it as a crime"."""
    names = [
        t for t in reading.children(verb.i, "prep", "oprd") if t.lemma == "as" or t.dep == "oprd"
    ]
    acts = reading.children(verb.i, "dobj", "nsubjpass")
    for clause in reading.children(verb.i, "ccomp"):
        if clause.pos in {"ADJ", "NOUN"}:  # "considers the strikes illegal"
            acts += reading.children(clause.i, "nsubj")
            names += [clause]
    inside = {a for t in acts for a in reading.doc.subtree(t.i)}
    words = {reading.tokens[j] for t in names for j in reading.doc.subtree(t.i) if j not in inside}
    return {t.lemma for t in words}, acts


def _by_failure(reading: Reading, noun: Token) -> Accusation | None:
    """Read "their consistent failure to act", "the failure of both governments to act", said by another."""
    if noun.lemma not in {"failure", "inaction", "refusal"} or noun.pos != "NOUN":
        return None
    owners = reading.children(noun.i, "poss") + [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma in {"of", "by"}
        for o in reading.children(p.i, "pobj")
    ]
    whose = [r for t in owners for r in people_or_sides(reading, t.i)]
    above = reading.tokens[noun.head]
    names = above.lemma in load_table("stance")["condemn"].words | {"cite"}
    by = reading.said_by(noun.start, noun.end) or (agent(reading, above.i) if names else ())
    ours = {reading.side_of(r).id for r in by}
    to = unique(map(reading.side_of, whose))
    if not by or not to or ours & {r.id for r in to}:
        return None
    verb = noun
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    return _accusation(reading, verb, unique(by), to)


def _by_criticism(reading: Reading, noun: Token) -> Accusation | None:
    """Read "came under criticism from Ankara", "drew condemnation from aid groups"."""
    table = load_table("stance")
    if noun.pos != "NOUN" or noun.lemma not in table["criticism"].words:
        return None
    prep = reading.tokens[noun.head]
    under = noun.dep == "pobj" and prep.lemma == "under"
    verb = reading.tokens[prep.head] if under else prep
    if not (under or noun.dep == "dobj") or verb.lemma not in table["draw"].words:
        return None
    if verb.pos != "VERB" or reading.negated(verb.i) or _is_unreal(reading, verb):
        return None
    critics = [
        o
        for i in (noun.i, verb.i)
        for p in reading.children(i, "prep")
        if p.lemma in {"from", "by"}
        for o in reading.children(p.i, "pobj")
    ]
    by = unique(r for o in critics for r in people_or_sides(reading, o.i))
    to = agent(reading, verb.i)
    return _accusation(reading, verb, by, to) if by and to else None


def _accused(reading: Reading, verb: Token) -> Actors:
    """Return who is accused; a person accused by name stays a person."""
    refs = [
        r
        for t in reading.children(verb.i, "dobj", "nsubjpass")
        for r in people_or_sides(reading, t.i)
    ]
    if not refs:
        return patient_side(reading, verb.i)
    return unique(refs)


def _by_wrong(reading: Reading, verb: Token) -> Accusation | None:
    """Read a wrong that a speaker tells of another side: "Baku violated the truce", she said."""
    if not _is_wrong(reading, verb):
        return None
    speakers = reading.said_by(verb.start, verb.end)
    if not speakers:
        return None
    theirs = _doers(reading, verb)
    if not theirs and _is_act_called_wrong(reading, verb):
        return _accusation(reading, verb, unique(speakers), ())
    ours = {reading.side_of(r).id for r in speakers}
    if not theirs or {r.id for r in theirs} & ours or not any(r.listed for r in theirs):
        return None
    return _accusation(reading, verb, unique(speakers), theirs)


def _by_prevention(reading: Reading, verb: Token) -> Accusation | None:
    """Read "to keep the militants from looting the aid", said by another: that they would is charged."""
    wrong = load_table("stance")["wrong"].words
    source = reading.tokens[verb.head]
    if verb.dep != "pcomp" or verb.lemma not in wrong or source.lemma != "from":
        return None
    stop = reading.tokens[source.head]
    if stop.lemma not in load_table("stance")["keep from"].words:
        return None
    speakers = unique(reading.said_by(verb.start, verb.end))
    ours = {reading.side_of(r).id for r in speakers}
    theirs = [r for t in reading.children(stop.i, "dobj") for r in people_or_sides(reading, t.i)]
    to = unique(map(reading.side_of, theirs))
    return (
        _accusation(reading, stop, speakers, to) if speakers and {r.id for r in to} - ours else None
    )


def _is_act_called_wrong(reading: Reading, verb: Token) -> bool:
    """Read "the attacks amount to a war crime", "this escalation is disproportionate", whoever the doer is."""
    if verb.lemma not in {"be", "amount", "constitute", "represent"}:
        return False
    acts = load_table("incidents")["noun"].words | load_table("stance")["act"].words
    return any(t.lemma in acts for t in reading.children(verb.i, "nsubj"))


def _doers(reading: Reading, verb: Token) -> Actors:
    """Return the sides whose act a clause tells of: its subject, or whose plan or move the subject is."""
    doing = agent(reading, verb.i)
    subject = reading.subject(verb.i)
    if not doing and subject and subject.pos in {"NOUN", "PROPN"}:
        doing = reading.sides_in(subject.i)
    return unique(map(reading.side_of, doing))


def _is_wrong(reading: Reading, verb: Token) -> bool:
    table = load_table("stance")
    if verb.lemma in table["duty"].words and has_yet(reading, verb):
        return True
    if verb.pos not in {"VERB", "AUX"} or not _tells_of_a_wrong(reading, verb):
        return False
    return not _is_unreal(reading, verb)


def _tells_of_a_wrong(reading: Reading, verb: Token) -> bool:
    table = load_table("stance")
    if verb.pos == "VERB" and verb.lemma in table["wrong"].words:
        return not reading.negated(verb.i) and bool(
            reading.children(verb.i, "dobj", "xcomp", "ccomp", "prep")
        )
    if leaves_undone(reading, verb):
        return True
    if verb.lemma in {"bear", "carry"} and "responsibility" in named_in(reading, verb, "dobj"):
        return not reading.negated(verb.i)
    if verb.lemma in table["abet"].words and _is_abetted(reading, verb):
        return not reading.negated(verb.i)
    objects = named_in(reading, verb, "dobj", "attr", "prep")
    qualities = named_in(reading, verb, "acomp", "attr")
    if qualities & table["wrong adjective"].words and not reading.negated(verb.i):
        return True
    return bool(objects & table["wrong noun"].words) and not reading.negated(verb.i)


def _is_abetted(reading: Reading, verb: Token) -> bool:
    """Read "backs terrorists", "ordered the militants to stage attacks"."""
    table = load_table("stance")
    violent = table["wrong noun"].words | table["violent"].words
    clauses = [*reading.children(verb.i, "xcomp", "ccomp")]
    words = named_in(reading, verb, "dobj") | {
        w for c in clauses for w in named_in(reading, c, "dobj")
    }
    return bool(words & violent)


# Verbs whose infinitive is charged as the deed itself: "is trying to sabotage the talks".
_ATTEMPTS = frozenset(
    {"try", "attempt", "seek", "want", "intend", "plan", "aim", "plot", "continue"}
)
_UNREAL = frozenset({Reality.WISHED, Reality.DEMANDED, Reality.CONDITIONAL})


def _is_unreal(reading: Reading, verb: Token) -> bool:
    """Say whether a wrong is only wished, warned of or supposed: "any attempt to undermine the accord"."""
    tried = reading.tokens[verb.head]
    if verb.dep == "xcomp" and tried.lemma in _ATTEMPTS and tried.pos == "VERB":
        verb = tried
    return reality(reading, verb.i) in _UNREAL


def _accusation(reading: Reading, verb: Token, by: Actors, to: Actors) -> Accusation:
    start, end = reading.passage(verb.i, without=("advcl", "parataxis", "conj", "relcl"))
    return Accusation(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=behind(reading, verb.i, (start, end)),
        by=by,
        to=to if to == by else tuple(r for r in to if r not in by),
        date=next((t.when for t in reading.times_of(verb.i) if t.when), None),
        plover=Plover("ACCUSE"),
    )
