"""Agreements: sides have agreed, signed, declared together or set up a body; a ceasefire."""

from collections.abc import Iterator

from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.when import happened_on, is_background
from detente.lexicon import load_table
from detente.model.annotation import TimeMention, Token
from detente.model.entry import ActorRef, Actors, Agreement, Entry, Plover
from detente.model.when import DateRange

_JOINT = frozenset(
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
    }
)
_ALONE = frozenset({"recognize", "recognise", "establish", "restore", "create", "form"})


def agreements(reading: Reading) -> Iterator[Entry]:
    """Find every passage that says that something was agreed."""
    taken: list[tuple[int, int]] = []
    for head, noun in _cores(reading):
        settled = head.pos == "NOUN" and not reading.has(head.i, {"no"}, "det")
        if not settled and reality(reading, head.i) is not Reality.ACTUAL:
            continue
        agreement = _agreement(reading, head, noun)
        if agreement is None:
            continue
        start, end = agreement.evidence[0].start, agreement.evidence[0].end
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            yield agreement


def _cores(reading: Reading) -> Iterator[tuple[Token, Token | None]]:
    deal = load_table("stance")["deal noun"].words
    for token in reading.tokens:
        if (
            token.pos == "VERB"
            and token.lemma in _JOINT | _ALONE
            and _comes_to_terms(reading, token)
        ):
            yield token, None
        elif token.pos == "NOUN" and token.lemma in deal and _stands(reading, token):
            yield _head(reading, token), token


def _comes_to_terms(reading: Reading, verb: Token) -> bool:
    deal = load_table("stance")["deal noun"].words
    objects = {t.lemma for t in reading.children(verb.i, "dobj", "nsubjpass")}
    if verb.lemma == "agree":
        return len(agent(reading, verb.i)) > 1 or bool(objects)
    if verb.lemma in {"recognize", "recognise"}:
        formal = reading.has(verb.i, {"formally", "mutually", "officially"})
        known = load_table("stance")["recognised"].words
        return bool((objects and formal) or objects & known)
    return bool(objects & deal)


def _stands(reading: Reading, noun: Token) -> bool:
    """Say whether a noun of a deal is told of as reached: "a Russian-brokered ceasefire", "signed in Sochi"."""
    reached = load_table("stance")["reached"].words
    below = reading.children(noun.i, "acl", "amod", "relcl")
    own = {t.lemma for t in below}
    in_force = any(
        t.lemma in {"come", "enter", "take", "go"} and reading.times_of(t.i) for t in below
    )
    brokered = own & {
        "broker",
        "brokered",
        "sponsor",
        "mediate",
        "trilateral",
        "sign",
        "signed",
        "reach",
        "reached",
        "mediated",
        "sponsored",
    }
    above = reading.tokens[noun.head]
    ends = (
        noun.dep == "pobj"
        and above.lemma in {"with", "by"}
        and reading.tokens[above.head].lemma in {"end", "halt", "stop"}
    )
    dated = bool(reading.times_of(noun.i))
    return bool(brokered or ends or in_force or (dated and own & reached))


def _head(reading: Reading, noun: Token) -> Token:
    above = reading.tokens[noun.head]
    verb = reading.tokens[above.head] if noun.dep == "pobj" else above
    return (
        verb
        if verb.pos == "VERB" and verb.lemma in {"end", "halt", "stop", "sign", "reach", "come"}
        else noun
    )


def _agreement(reading: Reading, head: Token, noun: Token | None) -> Agreement | None:
    by = _by(reading, head, noun)
    date = _date(reading, head, noun)
    mediator = _mediator(reading, noun)
    if not (by or date or mediator):
        return None
    start, end = (
        reading.passage(head.i, without=("advcl", "parataxis", "conj", "relcl"))
        if head.pos == "VERB"
        else _noun_span(reading, head)
    )
    to = [r for t in reading.children(head.i, "dobj") for r in people_or_sides(reading, t.i)]
    by = by if len(by) > 1 or head.lemma in _ALONE else _parties(reading) or by
    return Agreement(
        document=reading.doc.document.id,
        evidence=reading.evidence(start, end),
        said_by=reading.said_by(start, end),
        by=tuple(r for r in by if r not in mediator),
        to=tuple(r for r in unique(map(reading.side_of, to)) if r not in by),
        date=date,
        place=reading.place_of(head.i) or (reading.place_of(noun.i) if noun else None),
        mediator=mediator,
        plover=Plover("AGREE"),
    )


def _noun_span(reading: Reading, noun: Token) -> tuple[int, int]:
    tokens = sorted(reading.doc.subtree(noun.i))
    return reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end


def _by(reading: Reading, head: Token, noun: Token | None) -> Actors:
    if head.pos == "VERB" and head.lemma in _JOINT | _ALONE:
        return agent(reading, head.i)
    if noun is None:
        return ()
    refs = [
        r
        for prep in reading.children(noun.i, "prep")
        if prep.lemma in {"between", "with", "among"}
        for p in reading.children(prep.i, "pobj")
        for r in people_or_sides(reading, p.i)
    ]
    return unique(map(reading.side_of, refs))


def _parties(reading: Reading) -> Actors:
    """Take the parties of the process where a deal between them names nobody."""
    known = {a.id: a for a in reading.process.actors}
    return tuple(
        ActorRef(a.id, a.name, a.side) for p in reading.process.parties if (a := known.get(p))
    )


def _date(reading: Reading, head: Token, noun: Token | None) -> DateRange | None:
    """Return when it was agreed: a day named with it that is not ahead, else the day of the news."""
    for base in (head, noun):
        near = reading.nearest_time(base.i, below_only=True) if base else None
        if near and not _is_ahead(reading, near):
            return near.when
    alone = reading.nearest_time(head.i)
    if alone and not _is_ahead(reading, alone):
        return alone.when
    tells = head.pos == "VERB" and not is_background(reading, head.i)
    return happened_on(reading, head.end) if tells else None


def _is_ahead(reading: Reading, mention: TimeMention) -> bool:
    published = reading.doc.document.published
    when, last = mention.when, published.end if published else None
    return bool(mention.ahead or (when and when.start and last and when.start > last))


def _mediator(reading: Reading, noun: Token | None) -> Actors:
    """Read "a Russian-brokered ceasefire", "a truce brokered by Moscow"."""
    if noun is None:
        return ()
    refs = []
    for child in reading.children(noun.i, "amod", "acl"):
        if child.lemma in {
            "broker",
            "brokered",
            "mediate",
            "mediated",
            "sponsor",
            "sponsored",
            "facilitate",
        }:
            refs += [
                r
                for a in reading.children(child.i, "agent")
                for p in reading.children(a.i, "pobj")
                for r in reading.actors(p.i)
            ]
            refs += [r for c in reading.doc.children[child.i] for r in reading.actors(c)]
    return unique(map(reading.side_of, refs))
