"""Nouns by which somebody says something: "comments made by X that …", "X's claim that …", "expressed hope"."""

from collections.abc import Iterator

from detente.extract.contents import voice_of
from detente.extract.reading import Reading, Voice
from detente.extract.speakers import speaker_token, speakers_of
from detente.extract.syntax import SUBJECTS
from detente.extract.unparsed import Content
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

# the groups of speech.toml whose words are verbs by which somebody says something
SAYING = ("say", "believe", "infinitive", "label")


def of_noun(reading: Reading, noun: Token) -> Iterator[Voice]:
    """Read "comments made by X that …", "X's claim that …", "expressed hope that …"."""
    if noun.dep == "dobj" and reading.tokens[noun.head].lemma in load_table("stance")["take back"]:
        return  # "dropped its demand that the other side leave"
    clauses = [
        t
        for t in reading.children(noun.i, "acl", "ccomp", "relcl")
        if reading.children(t.i, "mark") and reading.children(t.i, *SUBJECTS, "expl")
    ]
    speakers = (_who_expresses(reading, noun) or _owner(reading, noun)) if clauses else ()
    if not clauses and noun.lemma in load_table("speech")["resolve"].words:
        clauses = [t for t in reading.children(noun.i, "acl") if "to" in reading.auxiliaries(t.i)]
        speakers = _who_expresses(reading, noun) if clauses else ()
    for clause in clauses[:1] if speakers else ():
        tokens = sorted(reading.doc.subtree(clause.i))
        content = Content(reading.tokens[tokens[0]].start, reading.tokens[tokens[-1]].end)
        voice = voice_of(reading, speakers, content, noun.i)
        if voice:
            yield voice


def _owner(reading: Reading, noun: Token) -> Actors:
    for child in reading.children(noun.i, "poss"):
        return speakers_of(reading, child.i)
    for clause in reading.children(noun.i, "acl", "prep"):
        for agent in (*reading.children(clause.i, "agent"), clause):
            if agent.lemma in {"by", "of", "from"}:
                for below in reading.children(agent.i, "pobj"):
                    return speakers_of(reading, below.i)
    return ()


def _who_expresses(reading: Reading, noun: Token) -> Actors:
    """Return the subject of "expressed hope", "denied reports", "reaffirmed their intention"."""
    verb = reading.tokens[noun.head]
    expresses = verb.lemma in load_table("stance")["express"].words
    says = expresses and any(verb.lemma in load_table("speech")[g] for g in SAYING)
    resolve = noun.lemma in load_table("speech")["resolve"].words
    denies = verb.lemma in load_table("speech")["denial"].words
    if noun.dep != "dobj" or not (says or denies or (expresses and not resolve)):
        return ()
    subject = speaker_token(reading, verb)
    return speakers_of(reading, subject.i) if subject else ()
