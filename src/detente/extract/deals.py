"""Whether a deal that a noun names stands, and who brought it about: "the truce, which took effect on Friday"."""

from detente.extract.reading import Reading
from detente.extract.reality import Reality, reality
from detente.extract.roles import between, people_or_sides, unique
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

TAKES_EFFECT = frozenset({"take", "come", "enter", "begin", "start", "go"})
_STRUCK = frozenset({"agree", "strike", "reach", "sign", "negotiate", "make", "conclude"})
_BROKEN = frozenset({"break", "breach", "violate", "shatter", "establish"})
_DUE = frozenset({"due", "set", "expect", "suppose", "schedule", "slate"})


def stands(reading: Reading, noun: Token) -> bool:
    """Say whether a noun of a deal is told of as reached: "a Russian-brokered ceasefire", "signed in Sochi"."""
    reached = load_table("stance")["reached"].words
    below = reading.children(noun.i, "acl", "amod", "relcl")
    below += _below_hostilities(reading, noun)
    own = {t.lemma for t in below}
    in_force = any(
        t.lemma in {"come", "enter", "take", "go"} and reading.times_of(t.i) for t in below
    ) or any(_is_to_begin(reading, t) for t in below)
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
    if noun.lemma in {"group", "commission", "mechanism"}:
        brokered = brokered - {"trilateral"}  # a body that meets, and no deal
    above = reading.tokens[noun.head]
    takes_effect = (
        noun.dep in {"nsubj", "nsubjpass"}
        and above.lemma in TAKES_EFFECT
        and bool(reading.times_of(above.i) or _is_in_effect(reading, above))
    ) or (noun.dep in {"nsubj", "nsubjpass"} and _is_to_begin(reading, above))
    ends = (
        noun.dep == "pobj"
        and above.lemma in {"with", "by"}
        and reading.tokens[above.head].lemma in {"end", "halt", "stop"}
    )
    dated = bool(reading.times_of(noun.i))
    return bool(
        brokered
        or _is_of_two_and_dated(reading, noun)
        or _has_held(reading, noun)
        or _is_presumed(reading, noun)
        or is_held_against(reading, noun)
        or is_told_of(reading, noun)
        or ends
        or in_force
        or takes_effect
        or (dated and own & reached)
    )


def _is_of_two_and_dated(reading: Reading, noun: Token) -> bool:
    """Read "the agreement of November 23, 2011, between the two sides": a past day and both sides are named."""
    if noun.lemma not in load_table("stance")["paper deal"].words:
        return False
    published = reading.doc.document.published
    last = published.end if published else None
    days = [t.when for t in reading.times_of(noun.i) if t.when and not t.ahead]
    past = any(w.start and (last is None or w.start <= last) for w in days)
    # the other side may have no name: "between the government and those in opposition to it"
    joined = [
        o
        for p in reading.children(noun.i, "prep")
        if p.lemma == "between"
        for o in reading.children(p.i, "pobj")
        if reading.children(o.i, "conj")
    ]
    sides = between(reading, noun.i)
    return past and (len(sides) > 1 or bool(sides and joined))


def _has_held(reading: Reading, noun: Token) -> bool:
    """Read "a truce that had held for two months", "that ceasefire has been in place since May"."""
    if noun.lemma not in load_table("stance")["truce"].words | {"cessation"}:
        return False
    long = [t for t in reading.children(noun.i, "amod") if t.lemma == "long"]
    counted = any(reading.children(t.i, "npadvmod") for t in long)  # "a month-long cessation"
    if counted and reading.children(noun.i, "relcl") + _below_hostilities(reading, noun):
        return True
    above = reading.tokens[noun.head]
    verbs = reading.children(noun.i, "relcl")
    verbs += [above] if noun.dep == "nsubj" else []
    return any(
        is_in_force(reading, v)
        and (reading.times_of(v.i) or reading.has(v.i, {"for"}, "prep"))
        and not reading.negated(v.i)
        for v in verbs
    )


def is_in_force(reading: Reading, verb: Token) -> bool:
    """Read "has held", "lasted", "has been in place"."""
    if verb.lemma in {"hold", "last"}:
        return verb.tag in {"VBD", "VBN", "VBZ", "VBP"}
    preps = [p for p in reading.children(verb.i, "prep") if p.lemma == "in"]
    where = {o.lemma for p in preps for o in reading.children(p.i, "pobj")}
    return verb.lemma in {"be", "remain"} and bool(where & {"place", "force", "effect"})


def _is_presumed(reading: Reading, noun: Token) -> bool:
    """Read "freed as part of a deal between the two", "the deal it had struck with the rebels"."""
    told = [t for t in reading.children(noun.i, "relcl") if t.lemma in _STRUCK]
    if any(t.tag in {"VBD", "VBN"} and reading.has(t.i, {"with"}, "prep") for t in told):
        return True
    above = reading.tokens[noun.head]
    over = reading.tokens[above.head]
    under = above.text.lower() in {"under", "after", "since", "following"}
    part = above.lemma == "of" and over.lemma == "part"
    if noun.dep != "pobj" or not (under or part):
        return False
    return len(between(reading, noun.i)) > 1 and not reading.has(noun.i, {"any", "no"}, "det")


def is_told_of(reading: Reading, noun: Token) -> bool:
    """Read "broke a ceasefire with the rebels", "a truce with Hamas ended": there was one, with whom is told."""
    if noun.lemma not in load_table("stance")["truce"].words or _is_hoped_for(reading, noun):
        return False
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma in {"with", "between"}]
    if not any(people_or_sides(reading, o.i) for p in preps for o in reading.children(p.i, "pobj")):
        return False
    above = reading.tokens[noun.head]
    ended = noun.dep == "nsubj" and above.lemma in {"collapse", "end", "expire"}
    told = ended or (noun.dep in {"dobj", "nsubjpass"} and above.lemma in _BROKEN)
    return told and reality(reading, above.i) is Reality.ACTUAL


def is_undone(reading: Reading, noun: Token) -> bool:
    """Read "broke a ceasefire on 18 March", whose day is that of the breach."""
    return noun.dep == "dobj" and reading.tokens[noun.head].lemma in _BROKEN - {"establish"}


def _is_hoped_for(reading: Reading, noun: Token) -> bool:
    beside = {"no", "any"} | load_table("incidents")["to come"].words | {"new", "permanent"}
    return reading.has(noun.i, beside, "det", "amod")


def _is_in_effect(reading: Reading, verb: Token) -> bool:
    """Read "took effect", "came into force"."""
    return verb.tag in {"VBD", "VBN"} and _names_effect(reading, verb)


def _names_effect(reading: Reading, verb: Token) -> bool:
    into = [p for p in reading.children(verb.i, "prep") if p.lemma == "into"]
    what = [
        *reading.children(verb.i, "dobj"),
        *(o for p in into for o in reading.children(p.i, "pobj")),
    ]
    return any(t.lemma in {"effect", "force"} for t in what)


def _is_to_begin(reading: Reading, verb: Token) -> bool:
    """Read "is due to take effect at midnight": it was agreed when it is to begin."""
    due = [verb, *reading.children(verb.i, "acomp")]
    begins = [
        t
        for d in due
        for t in reading.children(d.i, "xcomp")
        if t.lemma in TAKES_EFFECT and (reading.times_of(t.i) or _names_effect(reading, t))
    ]
    return bool(begins) and any(d.lemma in _DUE for d in due)


def is_held_against(reading: Reading, noun: Token) -> bool:
    """Read "despite a ceasefire", "in defiance of a truce": there is one that what happens goes against."""
    above = reading.tokens[noun.head]
    if noun.dep != "pobj" or not reading.has(noun.i, {"a", "an"}, "det"):
        return False
    stance = load_table("stance")
    against = above.lemma == "of" and reading.tokens[above.head].lemma in stance["defiance"].words
    return noun.lemma in stance["truce"].words and (against or above.lemma == "despite")


def _below_hostilities(reading: Reading, noun: Token) -> list[Token]:
    """Return what hangs from the second noun of "a cessation of hostilities sponsored by the two"."""
    if noun.lemma != "cessation":
        return []
    of = [o for p in reading.children(noun.i, "prep") for o in reading.children(p.i, "pobj")]
    return [t for o in of for t in reading.children(o.i, "acl", "amod", "relcl")]


def brought_by(reading: Reading, noun: Token | None) -> Actors:
    """Return who brought a deal about: "a Russian-brokered ceasefire", "a truce drawn up by Moscow"."""
    if noun is None:
        return ()
    refs = []
    below = [*reading.children(noun.i, "amod", "acl", "relcl"), *_below_hostilities(reading, noun)]
    for child in below:
        if child.lemma in load_table("stance")["brought about"].words:
            agents = [
                p for a in reading.children(child.i, "agent") for p in reading.children(a.i, "pobj")
            ]
            refs += [r for p in agents for r in reading.actors(p.i)]
            refs += [r for c in reading.doc.children[child.i] for r in reading.actors(c)]
            if child.i > 1 and reading.tokens[child.i - 1].text == "-":  # "UN-brokered"
                refs += reading.actors(child.i - 2)
    return unique(map(reading.side_of, refs))
