"""Who brings others to a table: hosts, brokers and mediators, who are no party to what is talked about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.extract.meeting_verbs import brings_together
from detente.extract.meeting_words import Core, brokers, noun_participants
from detente.extract.reading import Reading
from detente.extract.roles import unique
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, Meeting

_MEDIATING = frozenset({"mediating", "facilitating", "brokering", "moderating", "hosting"})


def mediator(reading: Reading, core: Core) -> Actors:
    """Return the sides that bring a meeting about by the words that tell of it."""
    found: list[ActorRef] = []
    verb = core.verb
    hosts = verb.lemma in load_table("meetings")["host"].words
    if hosts or verb.lemma == "shuttle" or brings_together(reading, verb):
        agents = [
            o for a in reading.children(verb.i, "agent") for o in reading.children(a.i, "pobj")
        ]
        found += [r for t in agents for r in reading.actors(t.i)]
        subject = reading.subject(verb.i) if not reading.children(verb.i, "nsubjpass") else None
        # "the Vatican's willingness to host talks"
        owners = reading.children(subject.i, "poss") if subject and verb.dep == "acl" else []
        found += [r for t in (subject, *owners) if t for r in reading.actors(t.i)]
    found += brokers(reading, core, "acl", "amod", "relcl")
    found += bringers(reading, core)
    found += by_whose_help(reading, verb)
    found += trailing(reading, verb)
    found += go_betweens(reading, verb)
    parties = set(reading.process.parties)
    foreign = any(reading.side_of(r).id not in parties for r in found)
    return unique(found) if foreign else ()


def names_mediator(reading: Reading, core: Core, participants: Actors) -> bool:
    """Say whether talks are called by who mediates: "the U.N. talks broke up" were held by the parties."""
    noun = core.noun
    if noun is None or noun.lemma not in load_table("meetings")["talks"].words:
        return False
    known = set(reading.process.mediators)
    beside = reading.children(noun.i, "compound", "nmod", "amod", "poss")
    named = {r.id for t in beside for r in reading.actors(t.i)}
    return bool(participants) and all(
        r.id in named and reading.side_of(r).id in known for r in participants
    )


def stands_between(core: Core) -> bool:
    """Say whether whoever does it is no party: "mediated a meeting between"; a host may sit with his guests."""
    return core.verb.lemma in load_table("meetings")["stand between"].words


def by_whose_help(reading: Reading, verb: Token) -> Iterable[ActorRef]:
    """Read "with Omani mediation", "at the invitation of Ankara"."""
    helps = load_table("meetings")["mediation"].words
    sentence = reading.sentence(verb.i)
    for token in reading.tokens[sentence.first : sentence.last]:
        if {token.lemma, token.text.lower()} & helps and token.pos in {"NOUN", "PROPN"}:
            yield from (
                reading.sides_in(token.i) or reading.actors(token.i) or _given_by(reading, token)
            )


def _acting(reading: Reading, verb: Token) -> Iterable[Token]:
    """Give who acts so in "with Riyadh acting as mediator", "with Qatar mediating", where the parser makes it a clause."""
    table = load_table("meetings")
    for clause in reading.children(verb.i, "advcl"):
        if clause.tag != "VBG" or not reading.has(clause.i, {"with"}, "mark"):
            continue
        roles = [p for p in reading.children(clause.i, "prep") if p.lemma == "as"]
        words = {o.lemma for p in roles for o in reading.children(p.i, "pobj")}
        if words & table["go-between"].words or clause.lemma in table["host"].words:
            yield from reading.children(clause.i, "nsubj")


def trailing(reading: Reading, verb: Token) -> Iterable[ActorRef]:
    """Read "they resumed talks in Doha, mediated by Qatar"."""
    hosting = load_table("meetings")["host"].words
    told = [t for t in reading.children(verb.i, "advcl") if t.tag == "VBN" and t.lemma in hosting]
    for clause in told:
        for by in reading.children(clause.i, "agent"):
            yield from (r for o in reading.children(by.i, "pobj") for r in reading.actors(o.i))


def go_betweens(reading: Reading, verb: Token) -> Actors:
    """Read "with Oman as go-between", "with Qatar mediating"."""
    table = load_table("meetings")
    found = [r for t in _acting(reading, verb) for r in reading.actors(t.i)]
    for prep in [p for p in reading.children(verb.i, "prep") if p.lemma == "with"]:
        for noun in reading.children(prep.i, "pobj"):
            roles = [p for p in reading.children(noun.i, "prep") if p.lemma == "as"]
            roles += [p for p in reading.children(prep.i, "prep") if p.lemma == "as"]
            words = {o.lemma for p in roles for o in reading.children(p.i, "pobj")}
            doing = {t.lemma for t in reading.children(noun.i, "acl") if t.tag == "VBG"}
            if words & table["go-between"].words or doing & (table["host"].words | {"shuttle"}):
                found += reading.actors(noun.i)
            if noun.text.lower() in _MEDIATING:  # of which the parser makes a noun
                found += [
                    r for t in reading.children(noun.i, "compound") for r in reading.actors(t.i)
                ]
        for doing_so in reading.children(prep.i, "pcomp"):
            if doing_so.lemma in table["host"].words | {"shuttle"}:
                subjects = reading.children(doing_so.i, "nsubj")
                found += [r for t in subjects for r in reading.actors(t.i)]
    return unique(found)


def _given_by(reading: Reading, noun: Token) -> Actors:
    of = [p for p in reading.children(noun.i, "prep") if p.lemma in {"of", "by", "from"}]
    return unique(r for p in of for o in reading.children(p.i, "pobj") for r in reading.actors(o.i))


def bringers(reading: Reading, core: Core) -> Actors:
    """Return the mediators of the process who propose, announce or open talks in which they have no part.

    "Oman proposed to hold the talks on Friday"; where it is told with whom, the one who talks is a side.
    """
    if core.noun is None or len(noun_participants(reading, core.noun)) == 1:
        return ()
    if core.noun.lemma not in load_table("meetings")["talks"].words | {"meeting", "summit"}:
        return ()
    known = set(reading.process.mediators)
    verbs = [core.verb]
    if core.verb.dep in {"xcomp", "acl", "advcl"}:
        verbs.append(reading.tokens[core.verb.head])
    arranging = load_table("meetings")["arrange"].words
    for verb in verbs:
        if verb.lemma not in arranging:
            continue
        doing = reading.children(verb.i, "nsubj")
        doing += [
            p for a in reading.children(verb.i, "agent") for p in reading.children(a.i, "pobj")
        ]
        refs = [r for t in doing for r in reading.actors(t.i)]
        if refs and all(reading.side_of(r).id in known for r in refs):
            return tuple(refs)
    return ()


def with_mediators(
    reading: Reading, told: Iterable[tuple[Core, Meeting]]
) -> Iterator[tuple[Core, Meeting]]:
    """Give talks of the parties the mediator that another sentence names: the last before, else the text's."""
    last: Actors = ()
    for core, meeting in told:
        mediated = meeting
        if _is_between_parties(reading, core, meeting):
            if not meeting.mediator:
                named = last or _named_mediators(reading) or _who_tells(reading, meeting)
                mediated = replace(meeting, mediator=named)
            last = mediated.mediator
        yield core, mediated


def _who_tells(reading: Reading, meeting: Meeting) -> Actors:
    """Return the mediators in whose words talks of others are told: "the talks will be in Rome, Oman's minister says"."""
    known = set(reading.process.mediators)
    return tuple(r for r in meeting.said_by if reading.side_of(r).id in known)


def _named_mediators(reading: Reading) -> Actors:
    """Return whom the text calls mediators, else whose envoy it names: "U.N. mediator", "the mediators, Egypt and Qatar"."""
    return _called(reading, "mediator") or _called(reading, "envoy")


def _called(reading: Reading, office: str) -> Actors:
    found: list[ActorRef] = []
    for token in reading.tokens:
        if token.lemma != office:
            continue
        found += reading.sides_in(token.i)
        found += [r for t in reading.children(token.i, "appos") for r in reading.actors(t.i)]
        if token.dep in {"appos", "compound"}:
            found += reading.actors(token.head)
    known = set(reading.process.mediators)
    theirs = unique(r for r in found if reading.side_of(r).id in known)
    persons = {r.side for r in theirs if r.side and r.side != r.name}
    return tuple(r for r in theirs if r.name not in persons)


def _is_between_parties(reading: Reading, core: Core, meeting: Meeting) -> bool:
    """Say whether talks are those of the process, between its parties and nobody else."""
    talks = core.noun is not None and core.noun.lemma in load_table("meetings")["talks"].words
    sides = {reading.side_of(r).id for r in meeting.participants}
    return talks and bool(sides) and sides <= set(reading.process.parties)
