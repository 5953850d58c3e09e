"""Who speaks: the subject of a verb of saying, whoever issued a paper, whoever the outlet does not name."""

from detente.extract.papers import REACH, behind_paper, behind_text, is_paper, is_text
from detente.extract.reading import Reading
from detente.extract.syntax import SUBJECTS
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug

# tokens of ", the Dutch and Italian governments said"
_LONGEST_SUBJECT = 12
# tokens of "Under Secretary of State"
_LONGEST_TITLES = 6
# tokens of ", spokesperson for the office in the north,"
_LONGEST_INSET = 20


def inside_quotation(reading: Reading, offset: int) -> bool:
    """Say whether an offset stands inside quotation marks."""
    return reading.is_quoted(offset)


def speaker_token(reading: Reading, cue: Token) -> Token | None:
    """Return the head of the noun phrase that names who speaks, by the verb of saying."""
    own = [t for t in reading.children(cue.i, *SUBJECTS) if not inside_quotation(reading, t.start)]
    if (
        cue.tag == "VBG"
    ):  # "saying Assad did not hold it": whom the parser takes for the subject is in what is said
        own = [t for t in own if t.i < cue.i]
    if own:
        nearest = min(own, key=lambda t: abs(t.i - cue.i))
        if nearest.dep != "nsubjpass" or _is_relayed(reading, cue):
            return _name_at_end(reading, cue, nearest) or _antecedent(reading, nearest)
    agents = reading.children(cue.i, "agent")
    if agents:
        below = reading.children(agents[0].i, "pobj")
        return below[0] if below else None
    if own:
        return None
    after = reading.tokens[cue.i + 1] if cue.i + 1 < len(reading.tokens) else None
    inverted = cue.tag != "VBG" and cue.dep not in {"relcl", "acl"}
    if after and inverted and (name := _behind_titles(reading, after)):
        return name
    if cue.tag == "VBG" and (doer := _doer_above(reading, cue)):
        return doer
    return (
        _noun_before(reading, cue)
        or _described_before(reading, cue)
        or _doer(reading, reading.subject(cue.i))
    )


def _behind_titles(reading: Reading, first: Token) -> Token | None:
    """Return the name that follows, maybe behind titles in capitals: "said Under Secretary Ada Roe"."""
    for token in reading.tokens[first.i : first.i + _LONGEST_TITLES]:
        mention = reading.mention(token.i)
        if mention and mention.kind is MentionKind.NAME:
            return reading.tokens[mention.last - 1]
        if not token.text.istitle() and token.text not in {"-", "."}:
            return None
    return None


def _name_at_end(reading: Reading, cue: Token, subject: Token) -> Token | None:
    """Return the name behind the side of an office: "the assistant to the president of Azerbaijan Ada Roe said"."""
    last = (
        min(t.i for t in (cue, *reading.children(cue.i, "aux")) if t.i > subject.i or t is cue) - 1
    )
    name = reading.mention(last)
    if name is None or name.kind is not MentionKind.NAME or name.first <= subject.i + 1:
        return None
    before = reading.mention(name.first - 1)
    of_office = before is not None and before.kind in {MentionKind.SIDE, MentionKind.SEAT}
    of_office = of_office or _is_department(reading.tokens[name.first - 1])
    return reading.tokens[last] if of_office and last in reading.doc.subtree(subject.i) else None


def _is_department(token: Token) -> bool:
    """Say whether a word ends the name of a part of a state: "the Foreign Policy Affairs Department"."""
    people = load_table("people")
    words = people["part"].words | people["organ"].words | load_table("names")["department"].words
    return token.pos in {"PROPN", "NOUN"} and token.text.lower() in words


def _is_relayed(reading: Reading, cue: Token) -> bool:
    """Read "was quoted as saying", and not "was reported to be leaving", which others say of him."""
    relayed = cue.lemma in load_table("speech")["relayed"].words
    return relayed and not any(
        "to" in reading.auxiliaries(t.i) for t in reading.children(cue.i, "xcomp")
    )


def _doer(reading: Reading, subject: Token | None) -> Token | None:
    """Return whoever acts where a subject is only acted on: "the line was left open by both, saying …"."""
    if subject and subject.dep == "nsubjpass":
        for agent in reading.children(subject.head, "agent"):
            return next(iter(reading.children(agent.i, "pobj")), subject)
    return subject


def _noun_before(reading: Reading, cue: Token) -> Token | None:
    """Return the noun between a comma and the verb where the parser joined it to what is said: ", both sides said"."""
    if cue.tag not in {"VBD", "VBZ"} or cue.dep in {"relcl", "acl", "xcomp", "pcomp"}:
        return None
    first = cue.i
    sentence = reading.sentence(cue.i)
    while first > sentence.first and reading.tokens[first - 1].text != ",":
        first -= 1
    run = reading.tokens[first : cue.i]
    if first <= sentence.first or not run or len(run) > _LONGEST_SUBJECT:
        return None
    if run[-1].pos not in {"NOUN", "PROPN"} or run[0].pos in {"ADP", "CCONJ", "SCONJ", "ADV"}:
        return None
    if any(t.pos in {"VERB", "AUX"} for t in run):
        return None
    top = next((t for t in run if not first <= t.head < cue.i), None)
    return top if top and top.pos in {"NOUN", "PROPN"} else None


def _described_before(reading: Reading, cue: Token) -> Token | None:
    """Return the name between commas in ", Ada Roe, who leads it, said" that the parser joined to what is said."""
    if cue.tag not in {"VBD", "VBZ"} or cue.dep not in {"conj", "ROOT", "parataxis"}:
        return None
    first = reading.sentence(cue.i).first
    for i in range(cue.i - 2, max(first, cue.i - _LONGEST_INSET), -1):
        mention = reading.mention(i)
        if not mention or mention.kind is not MentionKind.NAME or i != mention.last - 1:
            continue
        inside = sorted(reading.doc.subtree(i))
        told = inside[-1] in {cue.i - 1, cue.i - 2} and inside[-1] > i + 1
        commas = reading.tokens[mention.first - 1].text == reading.tokens[cue.i - 1].text == ","
        return reading.tokens[i] if told and commas else None
    return None


def _antecedent(reading: Reading, subject: Token) -> Token:
    """Return the noun that "who" or "which" stands for, else the subject itself."""
    if subject.tag not in {"WP", "WDT"}:
        return subject
    clause = reading.tokens[subject.head]
    while clause.dep == "conj" and clause.head != clause.i:
        clause = reading.tokens[clause.head]
    if clause.dep != "relcl":
        return subject
    noun = reading.tokens[clause.head]
    while subject.tag == "WP" and noun.dep == "conj" and _is_side(reading, noun):
        noun = reading.tokens[noun.head]  # "Norway and Spain, who said …"
    if subject.tag == "WP" and noun.dep == "pobj" and _is_side(reading, noun):
        member = reading.tokens[reading.tokens[noun.head].head]
        return member if _is_person(reading, member) else noun  # "Ada Roe of the Forum, who says …"
    return noun


def _is_side(reading: Reading, token: Token) -> bool:
    mention = reading.mention(token.i)
    return bool(mention and mention.kind is MentionKind.SIDE)


def _doer_above(reading: Reading, cue: Token) -> Token | None:
    """Return who does what ", saying …" goes on with; who is quoted in "quoted X as saying"."""
    above = reading.tokens[cue.head]
    if cue.dep == "pcomp" and above.text.lower() == "as":
        quoted = reading.children(above.head, "dobj")
        return quoted[0] if quoted else reading.subject(above.head)
    is_own = reading.tokens[cue.i - 1].text != "," and can_speak(above) and not is_paper(above)
    if cue.dep == "acl" and is_own:  # "officials saying …"
        return None
    besides = cue.lemma in load_table("speech")["besides"].words
    for j in reading.doc.ancestors(cue.i):
        if besides and _is_said(reading, j):
            continue  # "said that the army would stay, adding that …": whoever said adds
        if reading.tokens[cue.i - 1].text == "," and _is_in_relative(reading, j):
            continue  # "the restraint that X has shown, saying …" is said by whoever spoke of it
        subject = reading.subject(j) if reading.tokens[j].pos in {"VERB", "AUX"} else None
        doer = _doer(reading, subject)
        if doer and (reading.actors(doer.i) or can_speak(doer)):
            return doer
    return None


def _is_said(reading: Reading, verb: int) -> bool:
    """Say whether a verb is what another verb of saying before it takes."""
    clause = reading.tokens[verb]
    cue = reading.tokens[clause.head]
    said = clause.dep == "ccomp" and cue.i < clause.i
    return said and cue.lemma in load_table("speech")["say"].words


def _is_in_relative(reading: Reading, verb: int) -> bool:
    while reading.tokens[verb].dep == "conj" and reading.tokens[verb].head != verb:
        verb = reading.tokens[verb].head
    return reading.tokens[verb].dep == "relcl"


def _is_person(reading: Reading, token: Token) -> bool:
    mention = reading.mention(token.i)
    return bool(mention and mention.kind is MentionKind.NAME)


def speakers_of(reading: Reading, i: int) -> Actors:
    """Return who speaks by the head of a noun phrase; whoever is in no list keeps the article's words."""
    token = reading.tokens[i]
    if is_paper(token):
        return behind_paper(reading, token)
    if is_text(token) and not reading.mention(i) and (who := behind_text(reading, token)):
        return who
    found: dict[str, ActorRef] = {}
    for j in reading.conjuncts(i):
        if j == i or reading.mention(j) or can_speak(reading.tokens[j]):
            found |= {ref.id: ref for ref in _by_words(reading, j)}
    return tuple(found.values())


def _by_words(reading: Reading, i: int) -> Actors:
    """Refer to whoever the profile does not list by the words of the article."""
    if person := _person_beside(reading, i):
        return person
    actors = reading.actors(i, joined=False)
    unlisted = not any(ref.listed for ref in actors)
    if unlisted and reading.tokens[i].lemma in load_table("people")["office"].words:
        for owner in reading.children(i, "poss"):  # "the army's spokesman"
            if spoken_for := reading.actors(owner.i):
                return spoken_for
    if actors:
        return actors
    if counted := _counted(reading, i):
        return _by_words(reading, counted)
    if not _may_be_named(reading.tokens[i]):
        return ()
    first = min(j for j in reading.doc.subtree(i) if j <= i)
    while first < i and reading.tokens[first].pos in {"DET", "PUNCT", "CCONJ"}:
        first += 1
    words = _called_in_full(reading, i) or reading.doc.text_of(first, i + 1)
    sides = () if is_private(reading.tokens[i]) else reading.sides_in(i)
    return (ActorRef(f"~{slug(words)}", words, sides[0].side if len(sides) == 1 else None),)


def _called_in_full(reading: Reading, i: int) -> str | None:
    """Return the words by which the text called before what it now calls "the plant": "the Kursk nuclear plant"."""
    token = reading.tokens[i]
    bare = [reading.tokens[c].text.lower() for c in reading.doc.children[i] if c < i] == ["the"]
    if not bare or token.tag != "NN":
        return None
    for full in reversed(reading.tokens[:i]):
        if token.start - full.start > REACH:
            return None
        if full.lemma.lower() != token.lemma or full.pos not in {"NOUN", "PROPN"}:
            continue
        before = [c for c in reading.doc.children[full.i] if c < full.i]
        kinds = [c for c in before if reading.tokens[c].dep in {"compound", "amod", "nmod"}]
        if any(reading.tokens[c].pos == "PROPN" for c in kinds):
            return reading.doc.text_of(min(kinds), full.i + 1)
    return None


def _counted(reading: Reading, i: int) -> int | None:
    """Return who is counted: "doctors" of "thousands of doctors"."""
    if reading.tokens[i].lemma not in load_table("people")["many"].words:
        return None
    preps = (p for p in reading.children(i, "prep") if p.lemma == "of")
    return next((o.i for p in preps for o in reading.children(p.i, "pobj")), None)


def _person_beside(reading: Reading, i: int) -> Actors:
    """Return the person whom the parser hung from the body: "the Forum for Peace's head, Ada Roe, said"."""
    mention = reading.mention(i)
    if mention is None or mention.kind is not MentionKind.SIDE:
        return ()
    for child in reading.children(i, "appos"):
        beside = reading.mention(child.i)
        if beside and beside.kind is MentionKind.NAME:
            return beside.actors
    return ()


def several_unlisted(reading: Reading, noun: Token) -> Actors:
    """Refer to several whom nobody knows by the words of the text: "major powers", "European envoys"."""
    if noun.tag != "NNS" or reading.actors(noun.i) or reading.sides_in(noun.i):
        return ()
    stands_for = load_table("people")["collective"].words
    if not reading.children(noun.i, "amod", "compound"):  # "talks", "they"
        return ()
    return speakers_of(reading, noun.i) if noun.lemma not in stands_for else ()


def is_private(token: Token) -> bool:
    """Say whether a word means people who speak for themselves and not for their side."""
    return token.lemma in load_table("people")["private"].words


def _may_be_named(token: Token) -> bool:
    """Say whether a word can name a speaker: a noun, a number of people, "some", "others"."""
    calendar = load_table("people")["calendar"].words
    if token.lemma in load_table("speech")["instrument"].words or token.lemma in calendar:
        return False
    indefinite = token.lemma in load_table("people")["indefinite"].words
    return token.pos in {"NOUN", "PROPN"} or token.tag == "CD" or indefinite


def is_known_trade(name: str) -> bool:
    """Say whether a speaker's words are a name, or end with a word for people, bodies or papers."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    singular = last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")
    return name[:1].isupper() or _is_trade({last, singular})


def can_speak(token: Token) -> bool:
    """Say whether a noun is a name, or a word for people, bodies and what they write."""
    lower = token.text.lower()
    forms = {token.lemma, lower, lower.removesuffix("s")}
    others = load_table("speech")["speaking"].words
    return token.pos == "PROPN" or bool(forms & others) or _is_trade(forms)


def looks_into(token: Token) -> bool:
    """Say whether a noun is a body, a paper or people who tell what they find out."""
    speech, people = load_table("speech"), load_table("people")
    groups = (speech["text"], speech["looking into"], people["body"])
    return any(token.lemma.lower() in group.words for group in groups)


def _is_trade(forms: set[str]) -> bool:
    people, speech = load_table("people"), load_table("speech")
    works_at = (
        forms & load_table("names")["field"].words
    )  # "aid must flow": a part of none by itself
    groups = [g for name, g in people.groups.items() if not (works_at and name == "part")]
    return any(forms & group.words for group in (*groups, speech["paper"], speech["text"]))
