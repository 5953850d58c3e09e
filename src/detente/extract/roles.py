"""Who does what to whom in a clause."""

from collections.abc import Iterable

from detente.extract.own_forces import whose_unit
from detente.extract.reading import Reading
from detente.extract.remembered import remembered_when_settled
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef, Actors

_AT = frozenset({"against", "at", "on", "with", "toward", "towards", "to", "upon"})


_BETWEEN = frozenset({"between", "among", "with", "by"})
_BEFALLEN = ("dobj", "nsubjpass", "dative")
_LOYAL = frozenset({"loyal", "allied", "ally", "aligned", "align", "affiliated", "affiliate"})
_BLOWS = frozenset({"attack", "strike", "airstrike", "fire", "threat"})
_FIRED = frozenset(
    {"fire", "launch", "lay", "plant", "drop", "lob", "throw", "hurl", "claim", "detonate", "shoot"}
)
_ASCRIBED = frozenset({"blame", "attribute", "ascribe", "pin"})
_NOBODYS = frozenset({"war", "conflict"})
_ONES = frozenset({"his", "her"})  # "its siege" is not of whom it befalls
_RELATIVE = frozenset({"WDT", "WP"})


def unique(refs: Iterable[ActorRef]) -> Actors:
    """Keep each actor once, in order."""
    return tuple({r.id: r for r in refs}.values())


@remembered_when_settled
def people_or_sides(reading: Reading, i: int) -> Actors:
    """Return who a noun means; where the noun itself means nobody, the sides that it is said to be of."""
    actors = reading.actors(i)
    if actors and not any(r.listed or r.side for r in actors) and (led := _loyal_to(reading, i)):
        return led  # "militants led by the movement"
    if not actors and _is_another(reading, i):
        return ()
    if not actors:
        named = _loyal_to(reading, i) or reading.sides_in(i)
        return named or _counted(reading, i) or _whose_force(reading, i)
    if whose := whose_unit(reading, i, actors):
        return whose
    return unique((*_joined_before(reading, i), *actors))


def _is_another(reading: Reading, i: int) -> bool:
    """Read "Israel's allies", "its neighbours", who are not the side that owns them."""
    token = reading.tokens[i]
    owned = bool(reading.children(i, "poss"))
    return owned and token.lemma in load_table("people")["another"].words


def _loyal_to(reading: Reading, i: int) -> Actors:
    """Return the side of "forces loyal to the president", "gunmen allied with the rebels", "led by the army"."""
    below = reading.children(i, "amod", "acl")
    loyal = [t for t in below if t.lemma in _LOYAL]
    preps = [p for t in loyal for p in reading.children(t.i, "prep") if p.lemma in {"to", "with"}]
    preps += [p for t in below if t.lemma == "lead" for p in reading.children(t.i, "agent")]
    return unique(
        reading.side_of(r)
        for p in preps
        for o in reading.children(p.i, "pobj")
        for r in reading.actors(o.i)
    )


def _counted(reading: Reading, i: int) -> Actors:
    """Return the side of those who are counted: "49 of its troops", "dozens of Armenian soldiers"."""
    token = reading.tokens[i]
    if token.pos != "NUM" and token.lemma not in load_table("incidents")["quantity"].words:
        return ()
    of = [p for p in reading.children(i, "prep") if p.lemma == "of"]
    counted = [o.i for p in of for o in reading.children(p.i, "pobj")]
    return unique(r for j in counted for r in reading.actors(j) or reading.sides_in(j))


def _whose_force(reading: Reading, i: int) -> Actors:
    """Return the side of "our forces", "his troops"."""
    if reading.tokens[i].lemma not in load_table("incidents")["armed"].words:
        return ()
    owners = reading.children(i, "poss")
    return unique(reading.side_of(r) for t in owners for r in reading.actors(t.i))


def words_of(reading: Reading, nouns: Iterable[Token]) -> set[str]:
    """Return the words of some nouns and of what they count: "most of their forces", "a number of prisoners"."""
    whole = list(nouns)
    quantity = load_table("incidents")["quantity"].words
    of = [p for t in whole if t.lemma in quantity for p in reading.children(t.i, "prep")]
    counted = [o for p in of if p.lemma == "of" for o in reading.children(p.i, "pobj")]
    return {w for t in (*whole, *counted) for w in (t.lemma, t.text.lower())}


def _joined_before(reading: Reading, i: int) -> Actors:
    """Return the sides of "Armenian and Azerbaijani forces" that stand before the last one."""
    joined = [
        c for c in reading.children(i, "amod", "compound", "nmod") if reading.children(c.i, "conj")
    ]
    return tuple(r for c in joined for r in reading.actors(c.i))


@remembered_when_settled
def agent(reading: Reading, verb: int) -> Actors:
    """Return who does what a verb tells: the subject of the active, "by" of the passive."""
    by = reading.children(verb, "agent")
    if by:
        return unique(
            r
            for b in by
            for p in reading.children(b.i, "pobj")
            if p.lemma not in _NOBODYS  # "displaced by the war in Syria"
            for r in people_or_sides(reading, p.i) or fired_by(reading, p)
        )
    token = reading.tokens[verb]
    participle = token.tag == "VBN" and token.dep in {"acl", "amod"}
    if participle or reading.children(verb, "nsubjpass", "auxpass") or is_bare(reading, token):
        return ()
    subject = reading.subject(verb)
    subject = meant(reading, subject) if subject else None
    if subject and subject.lemma in load_table("incidents")["noun"].words:
        # "the war in Syria" is not of Syria's doing
        by_clause = fired_by(reading, subject)
        return by_clause or (doers_of(reading, subject) if subject.lemma not in _NOBODYS else ())
    found = people_or_sides(reading, subject.i) if subject else ()
    if subject and subject.text.lower() == "they" and _is_quoted(reading, subject):
        # "they bombed us," a doctor said
        found = () if found == reading.speakers_at(subject.start) else found
    return found or _whose_right(reading, token)


def _is_quoted(reading: Reading, token: Token) -> bool:
    return any(q.start <= token.start < q.end for q in reading.doc.quotations)


def _whose_right(reading: Reading, verb: Token) -> Actors:
    """Read "reserves the right to impose sanctions": who has the right would do it."""
    noun = reading.tokens[verb.head]
    if verb.dep != "acl" or "to" not in reading.auxiliaries(verb.i) or noun.dep != "dobj":
        return ()
    return agent(reading, noun.head)


def fired_by(reading: Reading, noun: Token) -> Actors:
    """Return who fired or laid what did the harm: "a missile launched by the militia", "a raid blamed on them"."""
    clauses = [t for t in reading.children(noun.i, "acl") if t.tag == "VBN"]
    fired = _FIRED | load_table("incidents")["carry out"].words
    preps = [p for t in clauses if t.lemma in fired for p in reading.children(t.i, "agent")]
    preps += [
        p
        for t in clauses
        if t.lemma in _ASCRIBED
        for p in reading.children(t.i, "prep")
        if p.lemma in {"on", "to"}
    ]
    return unique(
        r
        for p in preps
        for o in reading.children(p.i, "pobj")
        for r in people_or_sides(reading, o.i)
    )


def is_bare(reading: Reading, verb: Token) -> bool:
    """Say whether a participle has lost its "was": "one medic wounded near the town"."""
    table = load_table("incidents")
    if verb.tag != "VBN" or verb.dep == "conj":
        return False
    harmed = verb.lemma in table["kill"].words or verb.lemma in table["detain"].words
    return harmed and not reading.children(verb.i, "aux", "auxpass", "dobj")


def meant(reading: Reading, subject: Token) -> Token:
    """Return what "which" and "who" stand for: "the group, which fights the army"."""
    clause = reading.tokens[subject.head]
    said = reading.tokens[clause.head]
    if clause.dep == "ccomp" and said.dep == "relcl":  # "groups, which it said had fired"
        clause = said
    if subject.tag not in _RELATIVE or clause.dep != "relcl" or reading.mention(subject.i):
        return subject
    return reading.tokens[clause.head]


def behind(reading: Reading, verb: int, span: tuple[int, int]) -> Actors:
    """Return who stands behind a claim: whose words it is in, else the agent of its own verb of saying."""
    speakers = reading.said_by(*span)
    token = reading.tokens[verb]
    while token.pos == "NOUN" and token.head != token.i:  # "announced plans for"
        token = reading.tokens[token.head]
    says = token.lemma in load_table("speech")["say"].words
    charges = token.lemma in load_table("stance")["accuse"].words
    acting = agent(reading, token.i)
    if speakers and speakers == reading.sender and _are_people_of(speakers, acting):
        return acting  # a readout of the White House: "Mr. Sullivan urged both sides"
    return speakers if speakers or not (says or charges) else acting


def _are_people_of(body: Actors, people: Actors) -> bool:
    """Say whether all of these are persons of one body or side."""
    names = {r.name for r in body} & {r.side for r in body}
    return bool(people) and all(r.side in names and r.name not in names for r in people)


def agent_side(reading: Reading, verb: int) -> Actors:
    """Return the sides for which the agent acts."""
    return unique(map(reading.side_of, agent(reading, verb)))


def patient(reading: Reading, verb: int) -> Actors:
    """Return whom it befalls: the object, the subject of the passive, "against X"."""
    token = reading.tokens[verb]
    done_to = [reading.tokens[token.head]] if token.dep == "acl" and token.tag == "VBN" else []
    refs = [
        r
        for t in [
            *reading.children(verb, *_BEFALLEN, *_bare_subject(reading, verb)),
            *done_to,  # "two tanks destroyed by a missile"
            *_subject_shared(reading, token),
        ]
        for r in people_or_sides(reading, meant(reading, t).i)
    ]
    return unique(refs or _aimed_at(reading, verb))


def _subject_shared(reading: Reading, verb: Token) -> list[Token]:
    """Return the subject above that a passive shares: "the Saudis fear it, having been hit by it in 2019"."""
    shares = verb.dep == "advcl" and bool(reading.children(verb.i, "auxpass"))
    if not shares or reading.children(verb.i, "nsubjpass", "mark"):
        return []
    return reading.children(verb.head, "nsubj", "nsubjpass")


def patient_side(reading: Reading, verb: int) -> Actors:
    """Return the sides whom it befalls, the agent left out."""
    doing = set(agent_side(reading, verb))
    return tuple(r for r in unique(map(reading.side_of, patient(reading, verb))) if r not in doing)


def _bare_subject(reading: Reading, verb: int) -> tuple[str, ...]:
    return ("nsubj",) if is_bare(reading, reading.tokens[verb]) else ()


def _aimed_at(reading: Reading, i: int) -> list[ActorRef]:
    """Return who follows "against", "at", "on"; after "with" only who is named, not whose help it is."""
    found: list[ActorRef] = []
    for prep in reading.children(i, "prep"):
        for noun in reading.children(prep.i, "pobj") if prep.lemma in _AT else ():
            named = prep.lemma == "with"
            found += reading.actors(noun.i) if named else people_or_sides(reading, noun.i)
    return found


def between(reading: Reading, noun: int) -> Actors:
    """Return the actors that a noun is said to be between, of or by."""
    return _behind_or_before(reading, noun, _BETWEEN | {"of"})


def doers_of(reading: Reading, noun: Token) -> Actors:
    """Return the same, but not whom the deed befalls: Y of "the murder of X by Y", nobody of "X's murder"."""
    if not befalls(noun):
        return between(reading, noun.i)
    owners = reading.children(noun.i, "poss")
    lot = [t for t in owners if t.text.lower() in _ONES or _is_by_name(reading, t)]
    borne = {reading.side_of(r).id for t in lot for r in people_or_sides(reading, t.i)}
    if reading.has(noun.i, {"of"}, "prep"):  # "Y's murder of X"
        borne = set()
    return tuple(r for r in _behind_or_before(reading, noun.i, _BETWEEN) if r.id not in borne)


def _behind_or_before(reading: Reading, noun: int, behind: frozenset[str]) -> Actors:
    found: list[ActorRef] = []
    blow = reading.tokens[noun].lemma in load_table("incidents")["waged"].words | _BLOWS
    for prep in reading.children(noun, "prep"):
        if prep.lemma in behind or (blow and prep.lemma == "from"):
            sides = [p for p in reading.children(prep.i, "pobj") if p.pos != "NUM"]
            found += [r for p in sides for r in people_or_sides(reading, p.i)]
    if not found:
        beside = reading.children(noun, "amod", "compound", "poss", "nmod")
        day = reading.tokens[reading.tokens[noun].head]
        if reading.tokens[noun].dep == "appos" and any(
            t.start <= day.start < t.end for t in reading.doc.times
        ):
            beside += reading.children(
                day.i, "amod", "compound", "poss", "nmod"
            )  # "the rebel-led May 3 raid"
        for child in beside:
            if not reading.is_backer(child):
                below = sorted(reading.doc.subtree(child.i))
                found += [r for j in below for r in _adjective(reading, j)]
                found += reading.actors(child.i) if child.pos == "PRON" else ()  # "our campaign"
    return unique(map(reading.side_of, found))


def befalls(noun: Token) -> bool:
    """Say whether what stands after "of" is whom a deed befalls: "the killing of", "the siege of"."""
    table = load_table("incidents")
    return any(
        noun.lemma in table[name].words
        for name in ("harm noun", "taking noun", "undergone noun", "lot noun")
    )


def _is_by_name(reading: Reading, noun: Token) -> bool:
    mention = reading.mention(noun.i)
    return mention is not None and mention.kind is MentionKind.NAME


def _adjective(reading: Reading, i: int) -> Actors:
    mention = reading.mention(i)
    return mention.actors if mention else ()
