"""Who judges: the subject of "condemned", "is frustrated", "voiced concern", "views it as a threat"."""

from detente.extract.accused import is_charged
from detente.extract.reading import Reading
from detente.extract.relevance import on_matter
from detente.extract.roles import agent, people_or_sides, unique
from detente.extract.speakers import can_speak, speakers_of
from detente.extract.threats import threatened_by
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors, Sign


def judgement(reading: Reading, token: Token, verb: Token) -> tuple[Sign, Actors] | None:
    """Return how a word's subject judges and who that is; ``verb`` is the predicate of the word's clause."""
    by_whom = (
        _by_own_word(reading, token, verb)
        or _by_feeling(reading, token, verb)
        or _by_view(reading, token, verb)
        or _by_warning(reading, token)
        or _by_backing(reading, token)
    )
    by_whom = by_whom or _by_belief(reading, token)
    doubts = by_whom is None
    by_whom = by_whom or _by_disbelief(reading, token)
    if by_whom is None or not by_whom[1] or (not doubts and reading.negated(verb.i)):
        return None
    return by_whom


def judged_by(reading: Reading, judges: Actors, speakers: Actors) -> Actors:
    """Take the speaker for the "we" that stands for the speaker's side."""
    spoken_for = {reading.side_of(r).id for r in speakers}
    return speakers if spoken_for and {r.id for r in judges} <= spoken_for else judges


def sized_up_by(reading: Reading, verb: Token) -> Actors:
    """Return who says how a thing stands: "the minister dampened hopes of a deal"."""
    told = verb.lemma in load_table("assessment")["sizing up"].words
    return tuple(r for r in agent(reading, verb.i) if r.listed) if told else ()


def shares_object(reading: Reading, verb: Token) -> bool:
    """Read "welcomes and supports the truce": the object hangs from the last verb."""
    joined = [t for t in reading.children(verb.i, "conj") if t.pos == "VERB"]
    bare = verb.pos == "VERB" and not reading.children(verb.i, "dobj", "nsubjpass", "prep")
    return bare and any(
        reading.children(t.i, "dobj") and not reading.children(t.i, "nsubj") for t in joined
    )


def _by_own_word(reading: Reading, token: Token, verb: Token) -> tuple[Sign, Actors] | None:
    table = load_table("assessment")
    forms = {token.lemma, token.text.lower()}
    group = next((g for g in map(table.__getitem__, _JUDGEMENTS) if forms & g.words), None)
    if group is None:
        return None
    passive = bool(reading.children(token.i, "auxpass"))
    if _is_concerned(reading, token, verb) or is_charged(reading, token):
        return None
    felt = token.dep in {"acomp", "oprd"} or (passive and token.text.lower() in group.words)
    moved = _moved(reading, token) if not felt and token.lemma not in group.words else ()
    if moved:
        return Sign(group.traits["sign"]), moved
    done = (
        token.pos == "VERB"
        and token.lemma in group.words
        and (_has_matter(reading, token) or shares_object(reading, token))
    )
    by = _subject(reading, verb, felt=felt) if done or felt else ()
    less = reading.has(token.i, {"less", "hardly", "scarcely"}, "advmod")
    return _CONTRARY[group.traits["sign"]] if less else Sign(group.traits["sign"]), by


def _has_matter(reading: Reading, verb: Token) -> bool:
    """Say whether what is judged is told: an object, or "welcomed Israel keeping the crossing open"."""
    if verb.lemma == "thank":  # "I thank you all for coming" only greets
        thanked = [t for t in reading.children(verb.i, "dobj") if t.text.lower() != "you"]
        return bool(thanked and reading.children(verb.i, "nsubj"))
    acts = [t for t in reading.children(verb.i, "ccomp", "xcomp", "pcomp") if t.tag == "VBG"]
    reason = _REASON.get(verb.lemma)
    if reason:
        acts += [p for p in reading.children(verb.i, "prep") if p.lemma in reason]
    return bool(reading.children(verb.i, "dobj", "nsubjpass") or acts)


def _by_warning(reading: Reading, token: Token) -> tuple[Sign, Actors] | None:
    """Read "experts warned of a looming famine"; "warned Ankara of it" is a word to Ankara."""
    group = load_table("assessment")["warn"]
    if token.pos != "VERB" or token.lemma not in group.words or reading.children(token.i, "dobj"):
        return None
    of = [p for p in reading.children(token.i, "prep") if p.lemma in {"of", "about"}]
    feared = [o for p in of for o in reading.children(p.i, "pobj")]
    if not of or any(threatened_by(reading, o) for o in feared):
        return None  # "warned of further action against it" threatens
    return Sign(group.traits["sign"]), agent(reading, token.i)


def _by_backing(reading: Reading, token: Token) -> tuple[Sign, Actors] | None:
    """Read "favours the truce", "backs the plan", "gave the deal cautious backing"."""
    table = load_table("assessment")
    group = table["backing"]
    if token.lemma not in group.words:
        return None
    verb = token
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.i:
        verb = reading.tokens[verb.head]
    backed = reading.children(token.i, "dobj") if token.pos == "VERB" else []
    if token.dep == "dobj" and verb.lemma in {"give", "lend", "offer"}:
        preps = reading.children(verb.i, "prep", "dative")
        backed = [o for p in preps for o in (p, *reading.children(p.i, "pobj"))]
    deals = table["deal"].words | load_table("stance")["offer"].words | table["backed"].words
    if not any(t.lemma in deals for t in backed):
        return None
    return Sign(group.traits["sign"]), _subject(reading, verb, felt=False)


def _by_disbelief(reading: Reading, verb: Token) -> tuple[Sign, Actors] | None:
    """Read "officials do not expect Moscow to accept", "observers doubt that it will hold"."""
    group = load_table("assessment")["hold true"]
    if verb.pos != "VERB" or verb.lemma not in group.words | {"doubt"}:
        return None
    if (verb.lemma != "doubt") is not bool(reading.children(verb.i, "neg")):
        return None
    clauses = reading.children(verb.i, "ccomp", "xcomp")
    ahead = any(reading.auxiliaries(t.i) & {"will", "would", "to", "can", "could"} for t in clauses)
    here = reading.sentence(verb.i)
    near = on_matter(reading, here.start, here.end) or here.index in reading.touched
    if not ahead or not near:
        return None
    return Sign(group.traits["sign"]), _subject(reading, verb, felt=False)


def _by_belief(reading: Reading, verb: Token) -> tuple[Sign, Actors] | None:
    """Read "I think we will have a deal", "he believes that an agreement will be reached soon"."""
    table = load_table("assessment")
    if verb.pos != "VERB" or verb.lemma not in table["hold true"].words:
        return None
    good = table["deal"].words | table["weighty noun"].words & table["good word"].words
    for clause in reading.children(verb.i, "ccomp"):
        ahead = reading.auxiliaries(clause.i) & {"will", "'ll", "can", "would"}
        got = reading.children(clause.i, "dobj", "nsubjpass")
        there = any(t.pos == "NOUN" and t.lemma in good - _ENDS_BADLY for t in got)
        if ahead and there and not reading.negated(clause.i):
            return Sign.GOOD, _subject(reading, verb, felt=False)
    return None


def _is_concerned(reading: Reading, token: Token, verb: Token) -> bool:
    """Read "as far as Paris is concerned", which judges nothing."""
    first = min(reading.doc.subtree(verb.i), default=verb.i)
    before = {t.text.lower() for t in reading.tokens[max(0, first - 2) : token.i]}
    return token.text.lower() == "concerned" and {"as", "far"} <= before


def _moved(reading: Reading, token: Token) -> Actors:
    """Return who feels what is done to him: "the move alarmed Ankara", no "encouraged him to return"."""
    if token.pos != "VERB" or reading.children(token.i, "xcomp", "ccomp", "auxpass"):
        return ()
    found = [r for t in reading.children(token.i, "dobj") for r in reading.actors(t.i)]
    return tuple(r for r in found if r.listed or r.side)


def feeling_of(noun: Token) -> Sign:
    """Return whether a noun of feeling is a glad one."""
    table = load_table("assessment")
    glad = noun.lemma in table["good word"].words or noun.lemma in table["glad"].words
    return Sign.GOOD if glad else Sign.BAD


def _by_feeling(reading: Reading, token: Token, verb: Token) -> tuple[Sign, Actors] | None:
    table = load_table("assessment")
    above = reading.tokens[token.head]
    aside = token.dep == "pobj" and above.lemma == "with"  # whatever the parser hangs it from
    direct = token.dep == "dobj" and token.head == verb.i
    if token.lemma not in table["feeling"].words or not (direct or aside):
        return None
    notes = aside and verb.lemma in load_table("assessment")["take note"].words
    voiced = verb.lemma in load_table("stance")["express"].words if direct else notes
    return feeling_of(token), _subject(reading, verb, felt=False) if voiced else ()


def _by_view(reading: Reading, token: Token, verb: Token) -> tuple[Sign, Actors] | None:
    table = load_table("assessment")
    above = reading.tokens[token.head]
    seen_as = above.lemma == "as" and above.dep in {"prep", "mark", "advmod"}
    called = token.dep in {"oprd", "acomp", "attr"} and above.i == verb.i
    if token.pos not in {"NOUN", "ADJ"} or not (seen_as or called):
        return None
    if verb.lemma not in (table["view"].words if seen_as else table["name"].words):
        return None
    beside = {t.lemma for t in reading.children(token.i, "amod")} | {token.lemma}
    signs = [Sign(table[n].traits["sign"]) for n in _WORDS if beside & table[n].words]
    return (signs[0], _subject(reading, verb, felt=False)) if signs else None


# by which word these verbs have what is judged without an object: "fears for the people", "commended both for it"
_REASON = {
    "fear": {"for", "of"},
    "despair": {"for", "of"},
    **{verb: {"for", "on"} for verb in ("commend", "praise", "applaud", "laud", "credit", "thank")},
}
_ENDS_BADLY = frozenset({"collapse", "war"})
_CONTRARY = {Sign.GOOD.value: Sign.BAD, Sign.BAD.value: Sign.GOOD}
_JUDGEMENTS = ("good judgement", "bad judgement")
_WORDS = ("good word", "bad word")


def _subject(reading: Reading, verb: Token, *, felt: bool) -> Actors:
    """Return who judges: a side, a person, or people whom a text on the process does not name."""
    subjects = reading.children(verb.i, "nsubj", "nsubjpass") if felt else []
    found = people_or_sides(reading, subjects[0].i) if subjects else agent(reading, verb.i)
    known = tuple(r for r in found if r.listed or r.side or r.name[:1].isupper())
    return known or _unnamed(reading, verb, subjects)


def _unnamed(reading: Reading, verb: Token, felt_by: list[Token]) -> Actors:
    """Return who judges by the article's own words: "aid groups fear", "condemned by residents"."""
    here = reading.sentence(verb.i).index
    if not {here, here - 1} & reading.touched:
        return ()
    by = [o for b in reading.children(verb.i, "agent") for o in reading.children(b.i, "pobj")]
    passive = reading.children(verb.i, "nsubjpass", "auxpass")
    own = felt_by or ([] if passive else [t for t in [reading.subject(verb.i)] if t])
    nouns = [t for t in by or own if t.pos in {"NOUN", "PROPN"} and can_speak(t)]
    return unique(r for t in nouns for r in speakers_of(reading, t.i))
