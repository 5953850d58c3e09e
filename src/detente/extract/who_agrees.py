"""Who agrees where a text does not say it of the verb: the parties of the process, or others."""

from collections import Counter

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors

JOINT = frozenset(
    {
        "agree",
        "sign",
        "reach",
        "conclude",
        "ratify",
        "initial",
        "strike",
        "seal",
        "clinch",
        "adopt",
        "broker",
        "endorse",
        "renew",
        "extend",
        "prolong",
    }
)
ALONE = frozenset(
    {"ratify", "recognize", "recognise", "establish", "restore", "create", "form", "set"}
)
TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "cessation"})
# who agrees for the sides, told by a word alone
_WHO_AGREE = frozenset(
    {"leader", "minister", "negotiator", "president", "official", "representative"}
)
_OFTEN = 3  # mentions
_NEAR = 3  # sentences
_SHORT = 5  # so short a text was added since it is on the process, whomever it names


def parties_of(reading: Reading) -> Actors:
    """Take the parties of the process where a deal between them names nobody."""
    known = {a.id: a for a in reading.process.actors}
    return tuple(
        ActorRef(a.id, a.name, a.side) for p in reading.process.parties if (a := known.get(p))
    )


def is_outsider(reading: Reading, by: Actors) -> bool:
    """Say whether it is a body that agreed among itself, and no party: "EU ministers reached an agreement"."""
    parties = set(reading.process.parties)
    return len(by) == 1 and by[0].listed and reading.side_of(by[0]).id not in parties


def may_be_parties(reading: Reading, head: Token) -> bool:
    """Say whether the parties may be meant where nobody is named: not by "the four signed", nor far from any party."""
    subject = reading.subject(head.i) if head.pos == "VERB" else None
    if subject is not None and subject.pos == "NUM":
        return subject.lemma in {"two", "both"}
    return _names_parties(reading, head)


def is_between_others(reading: Reading, head: Token, noun: Token | None) -> bool:
    """Say whether a text says by a name or a noun who else agrees."""
    subject = reading.subject(head.i) if head.pos == "VERB" else None
    is_theirs = head.pos != "VERB" or head.lemma in JOINT | ALONE  # "the war ended with a truce"
    bases = [t for t in ((head, noun) if is_theirs else (noun,)) if t]
    preps = [p for t in bases for p in reading.children(t.i, "prep", "agent")]
    doing = [
        o
        for p in preps
        if p.lemma in {"between", "with", "among", "by"}
        for o in reading.children(p.i, "pobj")
        if p.lemma != "with" or o.pos == "PROPN"  # "agreed with the help of Moscow"
    ]
    if subject is not None and is_theirs and subject.dep != "nsubjpass":
        doing.append(subject)
    return any(_is_another(reading, t) for t in doing)


def _is_another(reading: Reading, token: Token) -> bool:
    """Say whether a word names, or tells of, others than the parties: "Palantir", "France", "300 organizations"."""
    parties = set(reading.process.parties)
    actors = reading.actors(token.i)
    if actors:
        return all(r.listed and reading.side_of(r).id not in parties for r in actors)
    people = load_table("people")
    known = people["collective"].words | people["states"].words | _WHO_AGREE | TRUCES
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.lemma not in known)


def _names_parties(reading: Reading, head: Token) -> bool:
    """Say whether a text names two parties of the process, or one more than in passing, and does so near."""
    if len(reading.doc.sentences) <= _SHORT:
        return True
    parties = set(reading.process.parties)
    named = Counter(
        side
        for m in reading.doc.mentions
        for side in {reading.side_of(r).id for r in m.actors}
        if side in parties
    )
    here = reading.sentence(head.i).index
    near = any(abs(index - here) <= _NEAR for index in reading.touched)
    return near and (len(named) > 1 or named.total() >= _OFTEN)
