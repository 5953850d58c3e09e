"""Who binds itself by a word of promising, to whom, and by when."""

from detente.extract.reading import Reading
from detente.extract.roles import agent, unique
from detente.extract.rules import set_off_by
from detente.lexicon import load_table
from detente.lexicon.phrases import pattern
from detente.model.annotation import Token
from detente.model.entry import ActorRef, Actors, Strength
from detente.model.when import DateRange

_BEGINS = frozenset({"begin", "start", "launch", "open", "expand", "widen", "intensify", "step"})


def bound_to(reading: Reading, start: int, end: int, by: Actors) -> Actors:
    """Take the other parties that the passage names as those to whom the side is bound."""
    mine = {reading.side_of(r).id for r in by} | {r.id for r in by}
    parties = set(reading.process.parties)
    found: list[ActorRef] = []
    helped: list[ActorRef] = []
    for mention in reading.doc.mentions:
        token = reading.tokens[mention.first]
        if start <= token.start < end:
            named = [
                r for r in mention.actors if reading.side_of(r).id not in mine and r.id not in mine
            ]
            found += named
            helped += named if _is_helped(reading, mention.last - 1) else []
    others = unique(found)
    agreed = any(
        t.lemma in {"agree", "accept", "approve", "endorse"} and start <= t.start < end
        for t in reading.verbs
    )
    if agreed:  # whoever offered what is agreed to, party or not
        return tuple(r for r in others if r.listed)
    return tuple(r for r in others if reading.side_of(r).id in parties or r in helped)


def _is_helped(reading: Reading, i: int) -> bool:
    """Read "to assist the people of Ethiopia", "standing with Kyiv": who gains by what is promised."""
    token, helps = reading.tokens[i], load_table("stance")["help"].words
    for _ in range(3):  # "the people of Ethiopia"
        above = reading.tokens[token.head]
        if token.dep in {"dobj", "dative"}:
            return above.lemma in helps
        if token.dep == "pobj" and above.lemma != "of":
            return (
                above.lemma in {"with", "to", "for"} and reading.tokens[above.head].lemma in helps
            )
        token = above
    return False


def due_by(reading: Reading, start: int, end: int) -> DateRange | None:
    """Take a date of the passage that lies after publication, or that the text counts forward."""
    published = reading.doc.document.published
    day = published.start if published else None
    for mention in reading.times_in(start, end):
        when = mention.when
        if when is None or mention.open_start:
            continue
        last = when.end or when.start  # "after the summer" has no last day
        if last and (day is None or last > day):
            return when
    return None


def giver(reading: Reading, noun: Token) -> list[Token]:
    """Return whose "the offer of the mediator" is."""
    of = [p for p in reading.children(noun.i, "prep") if p.lemma == "of"]
    named = [o for p in of for o in reading.children(p.i, "pobj")]
    return [o for o in named if noun.pos == "NOUN" and reading.actors(o.i)]


def who_promises(reading: Reading, head: Token) -> Actors:
    """Return the subject of the verb of promising above what is promised: "X will be able to …, Y promised"."""
    pledge = load_table("stance")["pledge verb"].words
    above = (reading.tokens[j] for j in reading.doc.ancestors(head.i))
    verb = next((t for t in above if t.pos == "VERB" and t.lemma in pledge), None)
    below = verb is not None and any(
        head.i in reading.doc.subtree(c.i) for c in reading.children(verb.i, "ccomp")
    )
    return agent(reading, verb.i) if verb and below else ()


def is_long_done(reading: Reading, token: Token) -> bool:
    """Say whether it is told as past before the past: "had been ready" binds nobody now, save "since".

    In what is said, "had accepted the offer" is "has accepted" put back by the report, and still binds,
    unless a reason or a day of the past goes with it: "had agreed because the town was lost".
    """
    verb = reading.tokens[token.head] if token.dep == "acomp" else token
    if verb.tag != "VBN" or "had" not in reading.auxiliaries(verb.i):
        return False
    if any(t.open_start for t in reading.times_of(verb.i)):
        return False
    claims = load_table("speech")["nominal"].words
    if reading.tokens[verb.head].lemma in claims:  # "denied claims that it had agreed"
        return False
    reasons = reading.children(verb.i, "advcl")
    told = any(reading.has(t.i, {"because", "when", "after"}, "mark", "advmod") for t in reasons)
    dated = any(t.when and not t.ahead for t in reading.times_of(verb.i))
    return verb is not token or told or dated or not reading.said_by(verb.start, verb.end)


def is_force(reading: Reading, verb: Token) -> bool:
    """Say whether what a side will do is force: a threat is an incident and no commitment."""
    table = load_table("incidents")
    if verb.lemma in table["aspect"].words:  # "will keep bombing"
        return any(is_force(reading, t) for t in reading.children(verb.i, "xcomp"))
    forms = reading.verb_forms(verb.i)
    phrases = {tuple(f.split()) for f in forms}
    armed = any(
        forms & table[g].words or phrases & set(table[g].phrases)
        for g in ("assault", "kill", "seize", "destroy", "retaliate")
    )
    objects = {w for t in reading.children(verb.i, "dobj") for w in (t.lemma, t.text.lower())}
    moves = verb.lemma in table["mobilize"].words and bool(objects & table["armed"].words)
    yields = verb.lemma in table["yield"].words
    answers = objects & {"step", "action", "measure"} and any(
        p.lemma == "in" and reading.has(p.i, {"response", "retaliation"}, "pobj")
        for i in (verb.i, *(t.i for t in reading.children(verb.i, "dobj")))
        for p in reading.children(i, "prep")
    )
    if answers or (objects & {"operation", "offensive", "campaign"} and verb.lemma in _BEGINS):
        return True
    stops = verb.lemma in load_table("stance")["stop"].words  # "determined to end the war"
    return (armed and not yields) or moves or bool(not stops and objects & table["noun"].words)


def is_for_reporters(words: str) -> bool:
    """Read "we'll let you know", "now I'll take some questions", which bind nobody to the talks."""
    lower = words.lower().replace("’", "'")
    return pattern("speech", "to reporters").search(lower) is not None


def same_side(reading: Reading, verb: Token, subject: Token) -> bool:
    """Say whether who hopes is who is to act: "Armenia hopes that it can sign"."""
    doing = {reading.side_of(r).id for r in reading.actors(subject.i)}
    hoping = {reading.side_of(r).id for r in agent(reading, verb.i)}
    return bool(doing and hoping and doing <= hoping)


@set_off_by(lambda: load_table("stance")["word given"].words)
def by_giving_word(reading: Reading, noun: Token) -> Strength | None:
    """Read "gave assurances that the road would open", "has given guarantees to the rebels"."""
    verb = reading.tokens[noun.head]
    gives = noun.dep == "dobj" and verb.lemma in {"give", "offer", "provide"}
    given = gives and not reading.negated(verb.i) and bool(agent(reading, verb.i))
    return Strength.PLEDGE if given else None
