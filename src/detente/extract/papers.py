"""Whose words a statement, a letter or a post gives: whoever issued it, else the last speaker before it."""

from detente.extract.reading import Reading
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

# A speaker goes on over a paragraph or two, not over the whole article.
REACH = 900


def is_paper(token: Token) -> bool:
    """Say whether a noun is something written or issued: a statement, a letter."""
    return token.lemma in load_table("speech")["paper"].words


def behind_paper(reading: Reading, paper: Token) -> Actors:
    """Return whose statement, letter or post it is: its owner's, else the last speaker's before it."""
    return (
        owner(reading, paper)
        or _who_gives(reading, paper)
        or _who_issued(reading, paper)
        or _last_speaker(reading, paper)
    )


def owner(reading: Reading, paper: Token) -> Actors:
    """Return whose a paper is: "the council's report", "a letter from the mayor", and not "seen by" an outlet."""
    for child in reading.children(paper.i, "poss", "compound", "amod", "nmod"):
        if actors := reading.actors(child.i):
            return actors
    come_by = load_table("speech")["come by"].words
    written = (t for t in reading.children(paper.i, "acl") if t.lemma not in come_by)
    for verb in (paper, *written):
        for prep in reading.children(verb.i, "prep", "agent"):
            if prep.lemma in {"by", "from", "of"}:
                for below in reading.children(prep.i, "pobj"):
                    if actors := reading.actors(below.i) or _called(reading, below):
                        return actors
    return ()


def is_text(token: Token) -> bool:
    """Say whether a noun is something written that need not tell who wrote it: a report, data."""
    return not {token.lemma, token.text.lower()}.isdisjoint(load_table("speech")["text"].words)


def behind_text(reading: Reading, text: Token) -> Actors:
    """Return whose data, figures or report it is, told here or where the text spoke of such before."""
    if who := owner(reading, text) or _released_by(reading, text):
        return who
    named = reading.children(text.i, "poss", "compound", "prep")
    definite = reading.has(text.i, {"the", "this", "these"}, "det")
    for token in reversed(reading.tokens[: text.i]) if definite and not named else ():
        if text.start - token.start > REACH:
            break
        if token.pos == "VERB" and token.lemma == text.lemma == "report":
            subject = reading.subject(token.i)
            return reading.actors(subject.i) if subject else ()
        if token.pos == "NOUN" and is_text(token):
            return owner(reading, token) or _released_by(reading, token)
    return ()


def _released_by(reading: Reading, text: Token) -> Actors:
    """Return who is told to have issued a text, wherever the parser hung it: "data on the war released by X"."""
    issues = load_table("speech")["issue"].words
    for j in sorted(reading.doc.subtree(text.i)):
        if reading.tokens[j].lemma in issues and reading.tokens[j].dep == "acl" and j > text.i:
            for agent in reading.children(j, "agent"):
                for below in reading.children(agent.i, "pobj"):
                    return reading.actors(below.i)
    return ()


def _called(reading: Reading, noun: Token) -> Actors:
    """Return the body whose name follows its kind: "a report by the news site Meridian"."""
    for child in reading.children(noun.i, "appos"):
        if actors := reading.actors(child.i):
            return actors
    return ()


def _who_gives(reading: Reading, paper: Token) -> Actors:
    """Return the subject of the verb whose object the paper is: "he gave a speech saying that …"."""
    verb = next(
        (j for j in reading.doc.ancestors(paper.i) if reading.tokens[j].pos == "VERB"), None
    )
    gives = verb is not None and not _is_source(reading, paper)
    subject = reading.subject(verb) if verb is not None and gives else None
    return reading.actors(subject.i) if subject and subject.i != paper.i else ()


def _who_issued(reading: Reading, paper: Token) -> Actors:
    """Return the subject of the verb by which the paper was named before: "issued a statement"."""
    for token in reversed(reading.tokens[: paper.i]):
        if paper.start - token.start > REACH:
            break
        if token.lemma == paper.lemma and not _is_source(reading, token):
            verb = next(
                (j for j in reading.doc.ancestors(token.i) if reading.tokens[j].pos == "VERB"), None
            )
            subject = reading.subject(verb) if verb is not None else None
            actors = owner(reading, token) or (reading.actors(subject.i) if subject else ())
            if actors:
                return actors
    return ()


def _is_source(reading: Reading, paper: Token) -> bool:
    """Say whether a paper is only where something stands: "is so, according to the letter"."""
    above = reading.tokens[paper.head]
    return paper.dep == "pobj" and reading.tokens[above.head].lemma in {"accord", "according"}


def _last_speaker(reading: Reading, paper: Token) -> Actors:
    before = [v for v in reading.voices if v.cue is not None and v.cue < paper.i]
    near = [v for v in before if paper.start - reading.tokens[v.cue or 0].start < REACH]
    return max(near, key=lambda v: v.cue or 0).speakers if near else ()
