"""Agreements: sides have agreed, signed, declared together or set up a body; a ceasefire."""

from collections.abc import Iterator

from detente.extract.apart import apart
from detente.extract.deals import (
    TAKES_EFFECT,
    brought_by,
    is_held_against,
    is_in_force,
    is_told_of,
    is_undone,
    stands,
)
from detente.extract.meeting_mediators import by_whose_help, trailing
from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, agent_side, between, people_or_sides, unique
from detente.extract.speakers import several_unlisted
from detente.extract.when import happened_on, is_background
from detente.extract.who_agrees import (
    ALONE,
    JOINT,
    TRUCES,
    is_between_others,
    is_outsider,
    may_be_parties,
    parties_of,
)
from detente.lexicon import load_table
from detente.model.annotation import TimeMention, Token
from detente.model.entry import Actors, Agreement, Entry, Plover
from detente.model.when import DateRange

_LONGER = frozenset({"renew", "extend", "prolong"})
# One side may lay down its arms by itself: "declared a unilateral ceasefire".
_DECLARES = frozenset({"declare", "announce", "proclaim"})
_DECLARATIONS = frozenset({"declaration", "announcement", "proclamation"})


# "a date has been agreed" tells of a meeting to come
_ARRANGED = frozenset({"date", "venue", "time", "agenda", "place"})
_LITTLE = frozenset({"not", "nothing", "little", "no", "none", "hardly"})
_ORDERED = frozenset({"order", "impose", "adopt", "demand", "declare"})
_UNTIL = frozenset({"until", "till", "through"})
_CARRIES = frozenset({"end", "halt", "stop", "sign", "reach"}) | TAKES_EFFECT


def agreements(reading: Reading) -> Iterator[Entry]:
    """Find every passage that says that something was agreed."""
    return apart(
        _agreement(reading, head, noun)
        for head, noun in _cores(reading)
        if _is_settled(reading, head)
    )


def _is_settled(reading: Reading, head: Token) -> bool:
    if head.pos == "NOUN":
        return not reading.has(head.i, {"no"}, "det")
    above = reading.tokens[head.head]
    gerund = head.tag == "VBG" and (
        head.dep in {"csubj", "nsubj", "pcomp", "dobj", "acl", "attr"}
        or (head.dep == "conj" and above.tag == "VBG" and above.dep in {"csubj", "nsubj"})
    )
    told = {"including", "after", "since", "following", "by"}  # of deeds told
    gerund &= reading.tokens[head.head].text.lower() not in told and not _joined(reading, head)
    proviso = reading.has(head.i, {"as"}, "mark") and reading.has(head.i, {"long"}, "advmod")
    real = reality(reading, head.i) is Reality.ACTUAL or bool(_joined(reading, head))
    real &= not _is_little(reading, head)
    return real and not gerund and not proviso


def _joined(reading: Reading, head: Token) -> Actors:
    """Return who signs with others in "Britain joined France in signing a statement"."""
    verb = reading.tokens[reading.tokens[head.head].head]
    if head.dep != "pcomp" or verb.lemma != "join":
        return ()
    subject = reading.subject(verb.i)
    with_ = [r for t in reading.children(verb.i, "dobj") for r in reading.actors(t.i)]
    return unique((*(reading.actors(subject.i) if subject else ()), *with_)) if with_ else ()


def _is_little(reading: Reading, verb: Token) -> bool:
    """Read "not everything was agreed", "they agreed on little": that settles nothing that could be named."""
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma in {"on", "upon", "to"}]
    things = reading.children(verb.i, "nsubj", "nsubjpass", "dobj")
    things += [o for p in preps for o in reading.children(p.i, "pobj")]
    firsts = (reading.tokens[min(reading.doc.subtree(t.i))] for t in things)
    return any(first.text.lower() in _LITTLE for first in firsts)


def _cores(reading: Reading) -> Iterator[tuple[Token, Token | None]]:
    deal = load_table("stance")["deal noun"].words
    for token in reading.tokens:
        if (
            token.pos == "VERB"
            and token.lemma in JOINT | ALONE | _DECLARES
            and _comes_to_terms(reading, token)
        ):
            yield token, _agreed_to(reading, token)
        elif token.lemma in TRUCES and (declared := _declared(reading, token)):
            yield declared, token
        elif token.pos == "NOUN" and token.lemma in deal | TRUCES and stands(reading, token):
            yield _head(reading, token), token


def _agreed_to(reading: Reading, verb: Token) -> Token | None:
    """Return the deal that a verb names: "agreed to a truce", "signed a deal", which tells more of it."""
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma in {"to", "on", "upon"}]
    named = reading.children(verb.i, "dobj", "nsubjpass")
    named += [o for p in preps for o in reading.children(p.i, "pobj")]
    deals = load_table("stance")["deal noun"].words | TRUCES
    return next((t for t in named if t.lemma in deals), None)


def _declared(reading: Reading, truce: Token) -> Token | None:
    """Read "the declaration by Addis Ababa of a truce"."""
    above = truce
    while above.dep in {"pobj", "prep"} and above.text.lower() not in {"after", "before"}:
        above = reading.tokens[above.head]
    return above if above is not truce and above.lemma in _DECLARATIONS else None


def _comes_to_terms(reading: Reading, verb: Token) -> bool:
    """Say whether a verb tells of a deal: by its object, or by two who agree or sign."""
    table = load_table("stance")
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    doing = agent(reading, verb.i)
    if verb.lemma in _DECLARES:
        return bool(objects & TRUCES)
    if verb.lemma == "agree":
        if objects & _ARRANGED or _thinks_alike(reading, verb):
            return False
        alone = len(doing) == 1 and not _is_several(reading, verb)
        settled = objects & table["deal noun"].words if alone else objects
        return len(doing) > 1 or bool(settled) or _is_several(reading, verb)
    if verb.lemma in {"recognize", "recognise"}:
        formal = reading.has(verb.i, {"formally", "mutually", "officially"})
        return bool((objects and formal) or objects & table["recognised"].words)
    if verb.lemma in _LONGER:  # "the truce was extended until May"
        passive = bool(reading.children(verb.i, "nsubjpass"))
        return bool(objects & TRUCES) and (len(doing) > 1 or passive)
    if verb.lemma in {"sign", "initial"} and (len(doing) > 1 or _joined(reading, verb)):
        return bool(objects)
    words = table["deal noun"].words
    if verb.lemma == "set":  # "the two set up a commission"
        return len(doing) > 1 and "set up" in reading.verb_forms(verb.i) and bool(objects & words)
    if verb.lemma in {"reach", "sign", "adopt"}:  # "reached the border"
        words = words - {"border", "relations", "group"}
    return bool(objects & words)


def _thinks_alike(reading: Reading, verb: Token) -> bool:
    """Read "they agreed that the truce was holding", which settles nothing."""
    said = [t for t in reading.children(verb.i, "ccomp") if t.i > verb.i]
    to_do = {"will", "would", "should", "must", "to", "shall"}
    facts = [t for t in said if t.tag != "VB" and not reading.auxiliaries(t.i) & to_do]
    return bool(facts) and not reading.children(verb.i, "dobj", "prep", "xcomp")


def _is_several(reading: Reading, verb: Token) -> bool:
    subject = reading.children(verb.i, "nsubj")
    return bool(subject) and (
        subject[0].tag in {"NNS", "NNPS"} or bool(reading.children(subject[0].i, "conj"))
    )


def _head(reading: Reading, noun: Token) -> Token:
    above = reading.tokens[noun.head]
    verb = reading.tokens[above.head] if noun.dep == "pobj" else above
    if noun.dep == "nsubj" and is_in_force(reading, above):
        return above
    return verb if verb.pos == "VERB" and verb.lemma in _CARRIES else noun


def _agreement(reading: Reading, head: Token, noun: Token | None) -> Agreement | None:
    by = _by(reading, head, noun)
    if head.lemma == "agree" and is_outsider(reading, by):
        return None  # "EU ministers agreed to lift sanctions": they promise it to others
    date = _date(reading, head, noun)
    helped = (*by_whose_help(reading, head), *trailing(reading, head)) if head.pos == "VERB" else ()
    mediator = brought_by(reading, noun) or unique(map(reading.side_of, helped))
    if head.lemma not in _DECLARES | _DECLARATIONS:  # one side alone may declare a truce
        told = len(by) > 1 or head.lemma in ALONE or (by and head.pos == "NOUN")
        by = by if told or is_outsider(reading, by) else _unlisted(reading, head)
        between_others = not by and is_between_others(reading, head, noun)
        if between_others and reading.process.parties:
            return None  # "Palantir signed a deal": it is of no process
        by = by or (parties_of(reading) if may_be_parties(reading, head) else ())
    known = any(r.listed for r in by) or by == _unlisted(reading, head)
    if not (by or date or mediator) or (by and not known):
        return None
    start, end = (
        reading.passage(head.i, without=("advcl", "parataxis", "conj", "relcl"))
        if head.pos == "VERB"
        else _noun_span(reading, head)
    )
    to = [r for t in reading.children(head.i, "dobj") for r in reading.actors(t.i)]
    return Agreement(
        document=reading.document_id,
        evidence=reading.evidence(start, end),
        said_by=reading.said_by(start, end),
        by=tuple(r for r in by if r not in mediator),
        to=tuple(r for r in unique(map(reading.side_of, to)) if r not in by),
        date=date,
        place=reading.place_of(head.i) or (reading.place_of(noun.i) if noun else None),
        mediator=mediator,
        plover=Plover("AGREE"),
    )


def _unlisted(reading: Reading, head: Token) -> Actors:
    """Return who agrees by the words of the text, where nobody knows them: "major powers agreed"."""
    subject = reading.children(head.i, "nsubj") if head.pos == "VERB" else []
    return several_unlisted(reading, subject[0]) if subject else ()


def _noun_span(reading: Reading, noun: Token) -> tuple[int, int]:
    tokens = sorted(reading.doc.subtree(noun.i))
    return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end


def _by(reading: Reading, head: Token, noun: Token | None) -> Actors:
    if head.pos == "VERB" and head.lemma in JOINT | ALONE:
        return _joined(reading, head) or agent(reading, head.i)
    if head.lemma in _DECLARES | _DECLARATIONS:
        return _who_declares(reading, head)
    if noun is None:
        return ()
    refs = [
        r
        for prep in reading.children(noun.i, "prep")
        if prep.lemma in {"between", "with", "among"}
        for p in reading.children(prep.i, "pobj")
        for r in people_or_sides(reading, p.i)
    ]
    ordered = [t for t in reading.children(noun.i, "acl") if t.lemma in _ORDERED]
    refs += [r for t in ordered for r in agent(reading, t.i)]
    sides = unique(map(reading.side_of, refs))
    of_party = noun.lemma in TRUCES and len(sides) == 1 and sides[0].id in reading.process.parties
    return parties_of(reading) if of_party and not ordered else sides  # "a truce with the rebels"


def _who_declares(reading: Reading, head: Token) -> Actors:
    """Return between whom a truce is declared, where that is told, else who declares it."""
    if head.pos != "VERB":
        below = [reading.tokens[j] for j in sorted(reading.doc.subtree(head.i))]
        preps = [t for t in below if t.text.lower() == "by" and t.dep in {"prep", "agent"}]
        whose = [o for p in preps for o in reading.children(p.i, "pobj")]
        whose += reading.children(head.i, "poss")
        return unique(reading.side_of(r) for t in whose for r in people_or_sides(reading, t.i))
    truces = reading.children(head.i, "dobj", "nsubjpass")
    parties = unique(r for t in truces for r in between(reading, t.i))
    return parties if len(parties) > 1 else agent_side(reading, head.i)


def _date(reading: Reading, head: Token, noun: Token | None) -> DateRange | None:
    """Return when it was agreed: a day named with it that is not ahead, else the day of the news."""
    for base in (head, noun):
        near = reading.nearest_time(base.i, below_only=True) if base else None
        if near and not _is_ahead(reading, near) and not _is_last_day(reading, near):
            return near.when
    ways = (is_held_against, is_told_of, is_undone)
    if noun is head and any(is_so(reading, noun) for is_so in ways):  # the day is that of the deed
        return None
    alone = reading.nearest_time(head.i)
    if alone and not _is_ahead(reading, alone) and not _is_last_day(reading, alone):
        return alone.when
    tells = head.pos == "VERB" and not is_background(reading, head.i)
    return happened_on(reading, head.end) if tells else None


def _is_last_day(reading: Reading, mention: TimeMention) -> bool:
    """Read "was extended until May 18", which tells when it ends and not when it was agreed."""
    return reading.tokens[reading.tokens[mention.token].head].text.lower() in _UNTIL


def _is_ahead(reading: Reading, mention: TimeMention) -> bool:
    published = reading.doc.document.published
    when, last = mention.when, published.end if published else None
    return bool(mention.ahead or (when and when.start and last and when.start > last))
