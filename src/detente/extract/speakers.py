"""Who speaks: the subject of a verb of saying, whoever issued a paper, whoever the outlet does not name."""

from detente.extract.reading import Reading
from detente.extract.syntax import SUBJECTS
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug

# A speaker goes on over a paragraph or two, not over the whole article.
REACH = 900


def inside_quotation(reading: Reading, offset: int) -> bool:
    """Say whether an offset stands inside quotation marks."""
    return any(q.start <= offset < q.end for q in reading.doc.quotations)


def speaker_token(reading: Reading, cue: Token) -> Token | None:
    """Return the head of the noun phrase that names who speaks, by the verb of saying."""
    own = [t for t in reading.children(cue.i, *SUBJECTS) if not inside_quotation(reading, t.start)]
    if own:
        nearest = min(own, key=lambda t: abs(t.i - cue.i))
        return nearest if nearest.dep != "nsubjpass" or cue.lemma in {"quote", "cite"} else None
    agents = reading.children(cue.i, "agent")
    if agents:
        below = reading.children(agents[0].i, "pobj")
        return below[0] if below else None
    after = reading.tokens[cue.i + 1] if cue.i + 1 < len(reading.tokens) else None
    if after and _is_person(reading, after) and cue.dep not in {"relcl", "acl"}:
        mention = reading.mention(after.i)
        return reading.tokens[mention.last - 1] if mention else None
    above = reading.tokens[cue.head]
    if cue.dep == "pcomp" and above.text.lower() == "as":  # "was quoted as saying"
        return reading.subject(above.head)
    return reading.subject(cue.i)


def _is_person(reading: Reading, token: Token) -> bool:
    mention = reading.mention(token.i)
    return bool(mention and mention.kind is MentionKind.NAME)


def speakers_of(reading: Reading, i: int) -> Actors:
    """Return who speaks by the head of a noun phrase; whoever is in no list keeps the article's words."""
    token = reading.tokens[i]
    if token.lemma in load_table("speech")["paper"].words and (
        who := _behind_paper(reading, token)
    ):
        return who
    actors = reading.actors(i)
    if actors:
        return actors
    if token.pos not in {"NOUN", "PROPN"} or not _can_speak(token):
        return ()
    below = [j for j in reading.doc.subtree(i) if j <= i and reading.tokens[j].dep != "relcl"]
    first = min(below)
    while first < i and reading.tokens[first].pos in {"DET", "PUNCT"}:
        first += 1
    words = reading.doc.text_of(first, i + 1)
    return (ActorRef(f"~{slug(words)}", words),)


def _can_speak(token: Token) -> bool:
    """Say whether a noun can be a speaker: a name, or a word for people and bodies."""
    people = load_table("people")
    forms = {token.lemma, token.text.lower()}
    paper = load_table("speech")["paper"].words
    return token.pos == "PROPN" or any(
        forms & g for g in (paper, *(p.words for p in people.groups.values()))
    )


def _behind_paper(reading: Reading, paper: Token) -> Actors:
    """Return whose statement, letter or post it is: its owner's, else the last speaker's before it."""
    for child in reading.children(paper.i, "poss", "compound", "amod"):
        if actors := reading.actors(child.i):
            return actors
    for prep in reading.children(paper.i, "prep", "agent"):
        if prep.lemma in {"by", "from", "of"}:
            for below in reading.children(prep.i, "pobj"):
                if actors := reading.actors(below.i):
                    return actors
    return _who_issued(reading, paper) or _last_speaker(reading, paper)


def _who_issued(reading: Reading, paper: Token) -> Actors:
    """Return the subject of the verb by which the paper was named before: "issued a statement"."""
    for token in reversed(reading.tokens[: paper.i]):
        if paper.start - token.start > REACH:
            break
        if token.lemma == paper.lemma:
            verb = next(
                (j for j in reading.doc.ancestors(token.i) if reading.tokens[j].pos == "VERB"), None
            )
            subject = reading.subject(verb) if verb is not None else None
            if subject and (actors := reading.actors(subject.i)):
                return actors
    return ()


def _last_speaker(reading: Reading, paper: Token) -> Actors:
    before = [v for v in reading.voices if v.cue is not None and v.cue < paper.i]
    near = [v for v in before if paper.start - reading.tokens[v.cue or 0].start < REACH]
    return max(near, key=lambda v: v.cue or 0).speakers if near else ()
