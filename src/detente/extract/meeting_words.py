"""Which words of a text tell of one meeting, and who is named beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.extract.meeting_counts import (
    counted_with,
    dep_of_count,
    holds_talks,
    is_called_something,
    is_one_of_them,
)
from detente.extract.meeting_verbs import hearers, is_meeting_verb
from detente.extract.reading import Reading
from detente.extract.speakers import can_speak
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef, Actors, PlaceRef

_WITH = frozenset({"with", "between", "among", "of", "by"})


@dataclass(frozen=True, slots=True)
class Core:
    """The words that tell of a meeting: the predicate of the clause, and the noun where there is one."""

    verb: Token
    noun: Token | None


def cores(reading: Reading) -> Iterator[Core]:
    """Find the verbs and nouns that tell of one meeting each."""
    for token in reading.tokens:
        if token.pos == "VERB" and is_meeting_verb(reading, token):
            yield Core(token, None)
        elif (
            token.pos in {"NOUN", "PROPN"} and _is_meeting_noun(reading, token)
        ) or is_one_of_them(reading, token):
            yield Core(_predicate_of(reading, token), token)


def brokers(reading: Reading, core: Core, *deps: str) -> list[ActorRef]:
    """Return who brought a meeting about: "talks hosted by X", "the X-hosted talks", "the summit that X will host"."""
    hosting = load_table("meetings")["host"].words
    bases = [core.verb, *(counted_with(reading, core.noun) if core.noun else ())]
    near = [t for base in bases for t in reading.children(base.i, *deps)]
    below = [t for t in near if t.lemma in hosting or _leads(reading, t)]
    return [r for verb in below for r in _hosts(reading, verb)]


def _leads(reading: Reading, verb: Token) -> bool:
    """Read "UN-led talks", "talks led by the envoy between the two sides"; who leads his own side's is a side."""
    between = reading.has(verb.head, {"between"}, "prep") or reading.has(
        verb.i, {"between"}, "prep"
    )
    return verb.lemma == "lead" and (verb.dep == "amod" or (verb.dep == "acl" and between))


def _hosts(reading: Reading, verb: Token) -> list[ActorRef]:
    agents = [p for a in reading.children(verb.i, "agent") for p in reading.children(a.i, "pobj")]
    subjects = [t for t in reading.children(verb.i, "nsubj") if t.tag not in {"WDT", "WP"}]
    named = [*agents, *reading.children(verb.i, "npadvmod", "compound"), *subjects]
    return [r for t in named for r in reading.actors(t.i)]


def _is_meeting_noun(reading: Reading, token: Token) -> bool:
    table = load_table("meetings")
    noun = table["noun"].words
    if token.dep == "compound" or (token.lemma not in noun and token.text.lower() not in noun):
        return False
    if token.lemma == "call" and _asks(reading, token):
        return False
    if {reading.tokens[c].lemma for c in reading.doc.children[token.i]} & table[
        "other business"
    ].words:
        return False
    above = reading.tokens[token.head]
    generic = table["generic"].words
    if token.dep in {"pobj", "poss", "dobj"} and (
        above.lemma in generic or reading.tokens[above.head].lemma in generic
    ):
        return False
    return bool(_is_specific(reading, token))


def _asks(reading: Reading, call: Token) -> bool:
    """Say whether "calls for a truce", "a call on both" ask for something; "a call on Monday" does not."""
    preps = [p for p in reading.children(call.i, "prep") if p.lemma in {"for", "on", "upon"}]
    days = {t.token for t in reading.times_of(call.i)}
    return any(o.i not in days for p in preps for o in reading.children(p.i, "pobj"))


def _is_specific(reading: Reading, token: Token) -> bool:
    """Say whether a noun of meeting means one meeting: a date, a place, two sides, or a verb of holding."""
    table = load_table("meetings")
    verb = _predicate_of(reading, token)
    dep = dep_of_count(reading, token)
    held = verb.lemma in table["hold"].words and dep in {"dobj", "nsubjpass"}
    happens = verb.lemma in table["happen"].words and dep in {"nsubj", "nsubjpass"}
    happens &= not is_called_something(reading, verb)
    definite = reading.has(
        token.i, {"the", "this", "that", "their", "these", "a", "an", "another"}, "det", "poss"
    )
    firm = token.lemma in table["firm noun"].words or token.text.lower() in table["firm noun"].words
    firm = firm or holds_talks(reading, token)
    dated = bool(reading.times_of(token.i))
    placed = reading.place_of(token.i) is not None or seat_beside(reading, token) is not None
    placed = placed or (verb.lemma in table["go to"].words and reading.place_of(verb.i) is not None)
    named = noun_participants(reading, token)
    subject = reading.subject(verb.i) if verb.pos in {"VERB", "AUX"} else None
    known = subject and subject.i != token.i and reading.actors(subject.i)
    with_subject = known and (named or ((dated or placed) and _is_with_somebody(reading, token)))
    peopled = len(named) >= 2 or bool(with_subject)
    happens = happens or happens_below(reading, token)
    if (firm and (dated or placed or peopled)) or (peopled and is_over_before(reading, token)):
        return True
    somewhere = reading.place_of(verb.i) is not None or bool(reading.times_of(verb.i))
    if firm and (
        held
        or (
            happens
            and (definite or (dep == "nsubj" and somewhere and verb.lemma not in {"be", "become"}))
        )
    ):
        return True
    return (held or happens) and (dated or placed or peopled)


def is_over_before(reading: Reading, noun: Token) -> bool:
    """Read "after discussions with the envoy, he flew home": what was talked of came first."""
    above = reading.tokens[noun.head]
    told = reading.tokens[above.head].tag in {"VBD", "VBN"}
    return noun.dep == "pobj" and above.lemma in {"after", "following"} and told


def is_told_beside(reading: Reading, core: Core) -> bool:
    """Read "told reporters before the call between X and Y": who says so need not be one of those who met."""
    if core.noun is None or core.noun.dep != "pobj":
        return False
    when = reading.tokens[core.noun.head]
    beside = when.lemma in {"before", "after", "following"} and when.head == core.verb.i
    says = core.verb.lemma in load_table("speech")["say"].words | {"tell"}
    return beside and says and len(noun_participants(reading, core.noun)) > 1


def _is_with_somebody(reading: Reading, noun: Token) -> bool:
    """Say whether it is told with whom, known or not: "meetings with senior officials"."""
    preps = [p for p in reading.children(noun.i, "prep") if p.lemma == "with"]
    return any(can_speak(o) for p in preps for o in reading.children(p.i, "pobj"))


def happens_below(reading: Reading, noun: Token) -> bool:
    """Read "the talks, which resume on Wednesday", "the congress scheduled this month"."""
    table = load_table("meetings")
    below = reading.children(noun.i, "relcl", "acl")
    doing = table["happen"].words | table["hold"].words
    return any(t.lemma in doing and reading.times_of(t.i) for t in below)


def _predicate_of(reading: Reading, noun: Token) -> Token:
    current = noun
    for _ in range(5):
        if current.pos in {"VERB", "AUX"} or current.head == current.i:
            return current
        current = reading.tokens[current.head]
    return current


def noun_participants(reading: Reading, noun: Token) -> Actors:
    """Return who is named beside a noun of meeting: "talks with X", "the Armenian-Azerbaijani summit"."""
    refs: list[ActorRef] = []
    beside = [p.i for t in counted_with(reading, noun)[1:] for p in reading.children(t.i, "prep")]
    for child in (*reading.doc.children[noun.i], *beside):
        token = reading.tokens[child]
        if token.dep in {"poss", "amod", "compound", "nmod"}:
            refs += [r for j in reading.doc.subtree(child) for r in _named(reading, j)]
        elif token.dep == "prep" and (token.lemma in _WITH or _rings(noun, token)):
            preps = reading.conjuncts(child)  # "meetings with the delegation and with the envoy"
            ends = [p for j in preps for p in reading.children(j, "pobj")]
            refs += [r for p in ends for r in reading.actors(p.i)]
            refs += _hidden(reading, token)
        elif token.dep == "relcl":
            refs += _holders(reading, token)
        elif token.dep == "acl":
            refs += [
                r
                for a in reading.children(child, "agent", "prep")
                if a.lemma in _WITH
                for p in reading.children(a.i, "pobj")
                for r in reading.actors(p.i)
            ]
    return tuple({ref.id: ref for ref in (*refs, *hearers(reading, noun))}.values())


def _rings(noun: Token, prep: Token) -> bool:
    """Read "a call to the Kremlin"."""
    return noun.lemma == "call" and prep.lemma == "to"


def _hidden(reading: Reading, prep: Token) -> Actors:
    """Return whom the parser hung below the last name: "between President X and the Russian President Y"."""
    if prep.lemma != "between":
        return ()
    below = [j for p in reading.children(prep.i, "pobj") for j in sorted(reading.doc.subtree(p.i))]
    named = [m for j in below if (m := reading.mention(j)) and j == m.last - 1]
    return tuple(r for m in named if m.kind is MentionKind.NAME for r in m.actors)


def is_of_others(reading: Reading, verb: Token, noun: Token) -> bool:
    """Read "he spoke with a nod to the meeting of the leaders": another noun stands between, and it is theirs."""
    between = [
        t
        for j in reading.doc.ancestors(noun.i)
        if (t := reading.tokens[j]).pos in {"NOUN", "PROPN"} and verb.i in reading.doc.ancestors(j)
    ]
    table = load_table("meetings")
    known = table["generic"].words | table["noun"].words
    return any(t.lemma not in known for t in between) and len(noun_participants(reading, noun)) > 1


def _holders(reading: Reading, verb: Token) -> Actors:
    """Read "the meeting that X held with Y", "a conference it is co-hosting with Y", which the parser splits."""
    subjects = [t for t in reading.children(verb.i, "nsubj") if t.tag not in {"WDT", "WP"}]
    table = load_table("meetings")
    split = [t for t in reading.children(verb.i, "acomp") if t.tag == "VBG"]
    hosts = any(t.lemma in table["host"].words for t in split)
    if verb.lemma not in table["hold"].words and not hosts:
        return ()
    heads = (verb, *split)
    preps = [
        p for t in heads for p in reading.children(t.i, "prep") if p.lemma in {"with", "between"}
    ]
    them = [*subjects, *(o for p in preps for o in reading.children(p.i, "pobj"))]
    return tuple(r for t in them for r in reading.actors(t.i))


def _named(reading: Reading, i: int) -> Actors:
    mention = reading.mention(i)
    if mention and mention.kind is not MentionKind.PLACE and mention.kind is not MentionKind.SEAT:
        return mention.actors
    return ()


def seat_beside(reading: Reading, noun: Token) -> PlaceRef | None:
    """Read "the Brussels meeting"."""
    for child in reading.children(noun.i, "compound", "nmod", "amod", "poss"):
        mention = reading.mention(child.i)
        if mention and mention.place and mention.kind in {MentionKind.PLACE, MentionKind.SEAT}:
            land = mention.place.name == mention.place.country  # "the Syria talks" are on Syria
            return None if land else mention.place
    return None
