"""Accusations: a side says that another did wrong or failed a duty."""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from detente.extract.accused import accused, whose
from detente.extract.apart import VERBAL, apart
from detente.extract.called import called
from detente.extract.charges import CHARGES
from detente.extract.onlookers import are_onlookers
from detente.extract.reading import Reading
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.rules import FirstOf, set_off_by
from detente.extract.voiced import said_by
from detente.extract.when import made_on
from detente.extract.wrongs import (
    breaks_law,
    called_wrong,
    doers,
    goes_on_from_wrong,
    is_act_called_wrong,
    is_said_of_them,
    is_unreal,
    is_wrong,
    rivals,
    whole_of,
)
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Accusation, Actors, Entry, Plover

_OTHER_CLAUSES = ("advcl", "parataxis", "conj", "relcl")


def accusations(reading: Reading) -> Iterator[Entry]:
    """Find every passage in which one charges another with a wrong."""
    return apart(
        _OF_VERBS(reading, t) if t.pos in VERBAL else _OF_OTHERS(reading, t)
        for t in reading.claim_words
    )


def _accusing() -> frozenset[str]:
    return load_table("stance")["accuse"].words | load_table("stance")["condemn"].words


@set_off_by(_accusing)
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
    to = accused(reading, verb)
    above = reading.tokens[verb.head]
    if (
        verb.lemma == "blame" and verb.dep == "xcomp" and above.lemma == "be"
    ):  # "London is to blame"
        culprit = reading.subject(above.i)
        blamed = people_or_sides(reading, culprit.i) if culprit else ()
        return _of_others(reading, above, blamed, None)
    if len(by) > 1 and _is_mutual(reading, verb):
        return _accusation(reading, verb, by, by)
    if to and set(to) <= set(by):  # nobody accuses himself
        by = tuple(r for r in reading.said_by(verb.start, verb.end) if r not in to)
    # one of the two may stand for nobody known: "accused of", "criticised for being slow"
    unnamed = verb.lemma in {"accuse", "blame"} or bool(
        reading.children(verb.i, "nsubjpass") and reading.has(verb.i, {"for"}, "prep")
    )
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


def _naming() -> frozenset[str]:
    return load_table("assessment")["view"].words | load_table("assessment")["name"].words


@set_off_by(_naming)
def _by_calling(reading: Reading, verb: Token) -> Accusation | None:
    """Read "described the move as provocative", "called the strikes illegal": an act is called a wrong."""
    if verb.pos != "VERB" or reading.negated(verb.i) or is_unreal(reading, verb):
        return None
    words, acts = called(reading, verb)
    named = {t.lemma for t in words}
    stance = load_table("stance")
    wrongs = (stance["wrong noun"].words - {"threat"}) | stance["wrong adjective"].words
    by = agent(reading, verb.i)
    to = unique(map(reading.side_of, (r for a in acts for r in people_or_sides(reading, a.i))))
    if not (wrongs if to else wrongs - stance["dismay"].words) & named:
        return None
    deeds = load_table("incidents")["noun"].words | stance["act"].words
    charged = set(to) - set(by) or any(a.lemma in deeds for a in acts)
    return _accusation(reading, verb, by, to) if by and charged else None


@set_off_by(lambda: {"failure", "inaction", "refusal"})
def _by_failure(reading: Reading, noun: Token) -> Accusation | None:
    """Read "their consistent failure to act", "the failure of both governments to act", said by another."""
    if noun.pos != "NOUN":
        return None
    failing = whose(reading, noun)
    above = reading.tokens[noun.head]
    names = above.lemma in load_table("stance")["condemn"].words | {"cite"}
    if noun.lemma == "refusal" and not names:
        return None
    by = reading.said_by(noun.start, noun.end) or (agent(reading, above.i) if names else ())
    ours = {reading.side_of(r).id for r in by}
    to = unique(map(reading.side_of, failing))
    if not by or not to or ours & {r.id for r in to}:
        return None
    verb = noun
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    return _accusation(reading, verb, unique(by), to)


@set_off_by(lambda: load_table("stance")["criticism"].words)
def _by_criticism(reading: Reading, noun: Token) -> Accusation | None:
    """Read "came under criticism from Ankara", "drew condemnation from aid groups"."""
    table = load_table("stance")
    if noun.pos != "NOUN":
        return None
    prep = reading.tokens[noun.head]
    under = noun.dep == "pobj" and prep.lemma == "under"
    if noun.lemma == "fire" and not under:
        return None
    verb = reading.tokens[prep.head] if under else prep
    if not (under or noun.dep == "dobj") or verb.lemma not in table["draw"].words:
        return None
    if verb.pos != "VERB" or reading.negated(verb.i) or is_unreal(reading, verb):
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
    for_what = any(p.lemma in {"over", "for"} for p in reading.children(noun.i, "prep"))
    return _accusation(reading, verb, by, to) if to and (by or for_what) else None


@set_off_by(lambda: CHARGES.words)
def _by_charge(reading: Reading, token: Token) -> Accusation | None:
    """Read what charges without a verb of accusing: "put the blame on", "its claim that", "is the aggressor"."""
    charge = CHARGES(reading, token)
    if charge is None:
        return None
    return _accusation(reading, charge.head, charge.by, charge.to, span=charge.span)


def _by_wrong(reading: Reading, verb: Token) -> Accusation | None:
    """Read a wrong that a speaker tells of another side: "Baku violated the truce", she said."""
    if not is_wrong(reading, verb) or goes_on_from_wrong(reading, verb):
        return None
    speakers = reading.said_by(verb.start, verb.end)
    if not speakers or are_onlookers(reading, speakers):
        return None
    theirs = doers(reading, verb)
    whoever = is_act_called_wrong, breaks_law, is_said_of_them
    if not theirs and any(told(reading, verb) for told in whoever):
        return _accusation(reading, verb, unique(speakers), ())
    ours = {reading.side_of(r).id for r in speakers}
    told_who = verb.dep in {"relcl", "acl", "amod"}  # "gunmen who took part in the massacre"
    if told_who and not any(r.listed for r in theirs):
        return None
    if {r.id for r in theirs} & ours:
        theirs = rivals(reading, verb, speakers)
    if not theirs:
        return None
    whole = whole_of(reading, verb)
    joined = any(goes_on_from_wrong(reading, t) for t in reading.children(whole.i, "conj"))
    without = tuple(d for d in _OTHER_CLAUSES if not (joined and d == "conj"))
    span = reading.passage(whole.i, without=without)
    return _accusation(reading, whole, unique(speakers), theirs, span=span)


@set_off_by(lambda: load_table("stance")["duty"].words)
def _by_neglect(reading: Reading, word: Token) -> Accusation | None:
    """Read "has yet to ...", whose verb the tagger takes for a noun."""
    return _by_wrong(reading, word)


@set_off_by(lambda: {"hand"})
def _by_hands(reading: Reading, noun: Token) -> Accusation | None:
    """Read "suffer violence at the hands of the militia", said by another."""
    at = reading.tokens[noun.head]
    if at.lemma != "at":
        return None
    verb = reading.tokens[at.head]
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:  # "abuse at the hands of"
        verb = reading.tokens[verb.head]
    if reading.negated(verb.i) or is_unreal(reading, verb):
        return None
    return _of_others(reading, verb, whose(reading, noun), None)


@set_off_by(lambda: load_table("stance")["crime"].words | {"use"})
def _by_crime(reading: Reading, noun: Token) -> Accusation | None:
    """Read "the army's atrocities in the town", said by another where no verb charges with them."""
    if noun.pos != "NOUN" or not (
        noun.lemma in load_table("stance")["crime"].words or _is_misuse(reading, noun)
    ):
        return None
    stance = load_table("stance")
    charging = (
        stance["accuse"].words | stance["condemn"].words | load_table("speech")["denying"].words
    )
    above = [reading.tokens[j] for j in reading.doc.ancestors(noun.i)]
    if any(t.lemma in charging for t in above):
        return None
    charged = whose(reading, noun) or reading.sides_in(noun.i)
    return _of_others(reading, noun, charged, _whole(reading, noun))


def _is_misuse(reading: Reading, noun: Token) -> bool:
    """Read "its use of hunger as a weapon"."""
    if noun.lemma != "use":
        return False
    last = reading.sentence(noun.i).last
    said_on = list(takewhile(_in_phrase, reading.tokens[noun.i + 1 : last]))
    as_what = dropwhile(lambda t: t.lemma != "as", said_on)  # whatever the parser hangs it from
    return any(t.lemma in load_table("stance")["misuse"].words for t in as_what)


def _in_phrase(token: Token) -> bool:
    return token.pos not in {"VERB", "AUX", "PUNCT"}


@set_off_by(lambda: load_table("incidents")["noun"].words | load_table("stance")["act"].words)
def _by_ill_name(reading: Reading, noun: Token) -> Accusation | None:
    """Read "the illegal US measures", "its unjustifiable raids", "indiscriminate shelling by the army"."""
    if noun.pos != "NOUN" or not called_wrong(reading, noun):
        return None
    makers = [o for c in reading.children(noun.i, "acl") for o in agent(reading, c.i)]
    before = reading.children(noun.i, "amod", "compound", "nmod")
    theirs = [r for t in before for r in reading.actors(t.i)]
    charged = whose(reading, noun) or unique(theirs) or unique(makers)
    above = reading.tokens[noun.head]
    if noun.dep == "nsubj" and above.pos in {"VERB", "AUX"}:
        return None if is_unreal(reading, above) else _of_others(reading, above, charged, None)
    return _of_others(reading, noun, charged, _whole(reading, noun))


def _whole(reading: Reading, noun: Token) -> tuple[int, int]:
    inside = sorted(reading.doc.subtree(noun.i))
    return (reading.tokens[inside[0]].start, reading.tokens[inside[-1]].end)


def _of_others(
    reading: Reading, head: Token, them: Actors, span: tuple[int, int] | None
) -> Accusation | None:
    """Charge whoever it was with what a speaker of another side tells."""
    by = unique(reading.said_by(head.start, head.end))
    to = unique(map(reading.side_of, them))
    ours = {reading.side_of(r).id for r in by}
    if not by or ours & {r.id for r in to} or not any(r.listed for r in to):
        return None
    return _accusation(reading, head, by, to, span=span)


@set_off_by(lambda: load_table("stance")["wrong"].words)
def _by_prevention(reading: Reading, verb: Token) -> Accusation | None:
    """Read "to keep the militants from looting the aid", said by another: that they would is charged."""
    source = reading.tokens[verb.head]
    if verb.dep != "pcomp" or source.lemma != "from":
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


def _accusation(
    reading: Reading, verb: Token, by: Actors, to: Actors, *, span: tuple[int, int] | None = None
) -> Accusation:
    start, end = span or reading.passage(verb.i, without=_OTHER_CLAUSES)
    return Accusation(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=said_by(reading, verb, (start, end), by),
        by=by,
        to=to if to == by else tuple(r for r in to if r not in by),
        date=made_on(reading, verb, (start, end), by),
        plover=Plover("ACCUSE"),
    )


_OF_VERBS = FirstOf(_by_verb, _by_charge, _by_calling, _by_prevention, _by_wrong)
_OF_OTHERS = FirstOf(
    _by_charge, _by_failure, _by_criticism, _by_neglect, _by_hands, _by_crime, _by_ill_name
)
