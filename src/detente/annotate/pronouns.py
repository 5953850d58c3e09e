"""Who is meant by a pronoun: the subject of the clause above, of the sentence before, whoever was named last."""

from collections.abc import Iterator

from detente.annotate.barred import barred
from detente.annotate.discourse import SUBJECTS, Discourse, group_before, is_person, joined
from detente.annotate.draft import Draft
from detente.annotate.sources import speaks, unnamed_person
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token
from detente.model.entry import ActorRef

_MASCULINE = frozenset({"he", "him", "his", "himself"})


_FEMININE = frozenset({"she", "her", "hers", "herself"})


_PLURAL = frozenset({"they", "them", "their", "themselves"})


_NEUTER = frozenset({"it", "its", "itself"})

_MARKS = frozenset({'"', "“", "”", "''", "»", "’"})


def pronoun(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve a pronoun of the third person; "I" and "we" wait until it is known who speaks."""
    word = token.text.lower()
    if word in _MASCULINE | _FEMININE:
        if unnamed := _unnamed(draft, token, discourse):
            return unnamed
        gender = "m" if word in _MASCULINE else "f"
        speaking = discourse.sayer
        # who goes on speaking may be named again: "Pashinyan will meet Aliyev, he said"
        spoke = {ref.id for ref in _sayer_before(draft, token)} | {speaking.id if speaking else ""}
        others = _named_in_content(draft, token) - spoke if speaking else set()
        for ref in _candidates(draft, token, discourse):
            if (
                ref.id not in others
                and is_person(draft, ref)
                and _gender(draft, ref) in {None, gender}
            ):
                return (ref,)
        return ()
    if word in _PLURAL:
        return _they(draft, token, discourse)
    return _thing(draft, token, discourse)


def _unnamed(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Return the person without a name whom "he" means: "an official said he would go. He added …"."""
    i = token.i
    while draft.tokens[i].head != i:
        i = draft.tokens[i].head
        for child in draft.children[i]:
            subject = draft.tokens[child]
            if subject.dep in SUBJECTS and child < token.i and (child in draft.at):
                return unnamed_person(draft, subject)
    below = next(_subject_of_content(draft, token), None)
    named = below is not None and is_person(draft, below)
    return discourse.stand_in if token.dep in SUBJECTS and not named else ()


def _thing(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Resolve "it" and "its": who goes on speaking, the side beside it, whoever is no person."""
    word = token.text.lower()
    owned = token.dep == "poss" and word in {"its", "their"}
    # "Baku will not come, its ministry said"
    goes_on = owned and next(_subject_of_content(draft, token), None) is not None
    if owned and (charged := _charged_before(draft, token)):
        return charged
    if owned and not goes_on and (owner := _owner_before(draft, token)):
        return owner
    if word not in _NEUTER or token.dep == "expl":
        return ()
    if owned and (accused := _object_before(draft, token)):
        return accused
    if reached := _reached_before(draft, token):
        return reached
    tells = speaks(draft, token) and not _is_below(draft, token)
    if discourse.source is not None and tells and not draft.is_quoted(token.i):
        return discourse.source
    for ref in _candidates(draft, token, discourse):
        if not is_person(draft, ref):
            return (ref,)
    return ()


def _is_below(draft: Draft, token: Token) -> bool:
    """Say whether a pronoun stands in what another says in its sentence: "the ministry said it had"."""
    return next(_subjects_above(draft, token), None) is not None


def _charged_before(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return whose deed a charge goes on to tell: "Baku put the blame on Yerevan: its soldiers had fired"."""
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    colon = token.i - 1
    if colon <= first or draft.tokens[colon].text != ":":
        return ()
    stance = load_table("stance")
    charges = stance["accuse"].words | stance["blame"].words
    if not any(t.lemma in charges for t in draft.tokens[first:colon]):
        return ()
    named = (m for i in range(colon - 1, first, -1) if (m := draft.at.get(i)) and m.actors)
    last = next(named, None)
    is_side = last is not None and len(last.actors) == 1 and not is_person(draft, last.actors[0])
    return last.actors if last and is_side else ()


def _owner_before(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the side named last before "its" in the same clause: "Hamas and its attacks"."""
    wanted = 1 if token.text.lower() == "its" else 2
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    for i in range(token.i - 1, max(first, token.i - 5) - 1, -1):
        if draft.tokens[i].pos in {"VERB", "AUX"}:
            return ()
        mention = draft.at.get(i)
        if mention and len(mention.actors) == wanted and not is_person(draft, mention.actors[0]):
            return mention.actors
    return ()


def _reached_before(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the one side that a thing has just reached: "the text was sent to Hamas, but it clings to its refusal"."""
    verb = draft.tokens[token.head]
    above = draft.tokens[verb.head]
    if token.dep not in SUBJECTS or verb.dep != "conj" or above.pos not in {"VERB", "AUX"}:
        return ()
    leads = [draft.tokens[j] for j in draft.children[above.i] if draft.tokens[j].dep in SUBJECTS]
    things = [t for t in leads if t.pos == "NOUN" and t.i not in draft.at]
    ends = (i for i in range(above.i + 1, token.i) if not _is_agent(draft, i))
    sides = {m.actors[0] for i in ends if (m := draft.at.get(i)) and len(m.actors) == 1}
    reached = tuple(r for r in sides if not is_person(draft, r))
    return reached if things and len(leads) == len(sides) == 1 else ()


def _is_agent(draft: Draft, i: int) -> bool:
    return draft.tokens[draft.tokens[i].head].dep == "agent"


def _object_before(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the side that a person has just named: "she accused Alphia and laid it at its leaders' door"."""
    verb = token
    while verb.pos != "VERB" and verb.head != verb.i:
        verb = draft.tokens[verb.head]
    above = draft.tokens[verb.head]
    if verb.dep != "conj" or above.pos != "VERB":
        return ()
    below = [draft.tokens[j] for j in draft.children[above.i]]
    leads = [m for t in below if t.dep == "nsubj" and (m := draft.at.get(t.i))]
    named = [m for t in below if t.dep == "dobj" and (m := draft.at.get(t.i))]
    by_person = any(is_person(draft, r) for m in leads for r in m.actors)
    sides = [r for m in named for r in m.actors if not is_person(draft, r)]
    return tuple(sides) if by_person and len(sides) == 1 else ()


def _gender(draft: Draft, ref: ActorRef) -> str | None:
    actor = draft.index.actors.get(ref.id)
    return actor.gender or None if actor else None


def relative(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Resolve "who" and "whom": whoever the noun means that the clause hangs from."""
    if token.tag != "WP" or token.text.lower() not in {"who", "whom"}:
        return ()
    verb = draft.tokens[token.head]
    while verb.dep == "conj" and verb.head != verb.i:
        verb = draft.tokens[verb.head]
    mention = draft.at.get(verb.head) if verb.dep == "relcl" else None
    return mention.actors if mention else ()


def _candidates(draft: Draft, token: Token, discourse: Discourse) -> Iterator[ActorRef]:
    others = barred(draft, token)
    known = (ref for ref in _named(draft, token, discourse) if ref.id not in others)
    if not others or token.text.lower() not in _NEUTER:
        return known
    # what is no side may be meant as well: only one of its own sentence is sure to be
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    here = {r.id for i in range(first, token.i) if (m := draft.at.get(i)) for r in m.actors}
    return (ref for ref in known if ref.id in here)


def _named(draft: Draft, token: Token, discourse: Discourse) -> Iterator[ActorRef]:
    yield from _fronted(draft, token)
    yield from _sayer_before(draft, token)
    if discourse.sayer is None or token.dep == "poss":
        yield from _subject_of_content(draft, token)
    for subject in _subjects_above(draft, token):
        if len(subject) == 1:  # of several, "he" is none
            yield from subject
    if discourse.person_subject:
        yield discourse.person_subject
    yield from discourse.subject
    yield from reversed(discourse.people)
    yield from reversed(discourse.sides)


def _fronted(draft: Draft, token: Token) -> Iterator[ActorRef]:
    """Give whom a sentence puts in front: "As for the expert Ada Roe, she said …"."""
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    opens = [t.text.lower() for t in draft.tokens[first : first + 2]] == ["as", "for"]
    if not opens or draft.tokens[token.i - 1].text != "," or token.dep not in SUBJECTS:
        return
    for i in range(token.i - 2, first + 1, -1):
        mention = draft.at.get(i)
        if mention and mention.kind is MentionKind.NAME:
            yield from mention.actors
            return


def _subject_of_content(draft: Draft, token: Token) -> Iterator[ActorRef]:
    """Give the subject of what stands before "…, he said": a speaker named there comes back as "he".

    Not where it stands between quotation marks: there a speaker says "I".
    """
    noun = draft.tokens[token.head] if token.dep == "poss" else token  # "…, his office said"
    if noun.dep not in SUBJECTS or (token is noun and token.text.lower() in _NEUTER):
        return
    for content in draft.children[noun.head]:
        quoted = any(t.text in _MARKS for t in draft.tokens[content : token.i])
        if draft.tokens[content].dep == "ccomp" and content < token.i and not quoted:
            for child in draft.children[content]:
                if draft.tokens[child].dep in SUBJECTS:
                    yield from joined(draft, child)


def _named_in_content(draft: Draft, token: Token) -> set[str]:
    """Return who is named in what stands before "…, he said": who goes on speaking does not name himself."""
    if token.dep not in SUBJECTS:
        return set()
    contents = [
        c for c in draft.children[token.head] if draft.tokens[c].dep == "ccomp" and c < token.i
    ]
    found: set[str] = set()
    for content in contents:
        waiting = [content]
        while waiting:
            below = draft.children[waiting.pop()]
            waiting += below
            for child in below:
                mention = draft.at.get(child)
                if mention and mention.kind is MentionKind.NAME:
                    found |= {r.id for r in mention.actors}
    return found


def _subjects_above(draft: Draft, token: Token) -> Iterator[tuple[ActorRef, ...]]:
    """Give the subjects of the clauses that the pronoun's clause hangs from, nearest first."""
    i = token.i
    while draft.tokens[i].head != i:
        i = draft.tokens[i].head
        for child in draft.children[i]:
            below = draft.tokens[child]
            inside = draft.is_quoted(child) and not draft.is_quoted(token.i)
            if below.dep in SUBJECTS and child < token.i and not inside:
                yield joined(draft, child)


def _sayer_before(draft: Draft, token: Token) -> Iterator[ActorRef]:
    """Give who spoke earlier in the sentence: "A has said so; he accused B"."""
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    parted = [i for i in range(first, token.i) if draft.tokens[i].text in {";", ":"}]
    says = load_table("speech")["say"].words
    colon = bool(parted) and draft.tokens[parted[-1]].text == ":"
    for i in range(parted[-1] - 1, first - 1, -1) if parted else ():
        subject = draft.tokens[i].dep == "nsubj" and not draft.is_quoted(i)
        spoke = subject and draft.tokens[draft.tokens[i].head].lemma in says
        # as in "his minister, X, was blunter: Moscow, he said, …"
        led = subject and colon and any(is_person(draft, r) for r in joined(draft, i))
        if spoke or led:
            yield from joined(draft, i)
            return


def _of_others(draft: Draft, token: Token) -> bool:
    """Say whether people whom nobody lists are the subject before: "allies had left, and some of them said"."""
    first = next(s.first for s in draft.sentences if s.first <= token.i < s.last)
    for i in range(token.i - 1, first - 1, -1):
        noun = draft.tokens[i]
        if noun.dep in SUBJECTS and noun.pos in {"NOUN", "PROPN"} and not draft.is_quoted(i):
            return noun.tag == "NNS" and not joined(draft, i)
    return False


def _breaks_in(draft: Draft, token: Token) -> bool:
    """Read "Baku, they say, must go": the subject of what is said is another than who says it."""
    return draft.tokens[token.head].dep == "parataxis" and draft.tokens[token.i - 1].text == ","


def _they(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    others = barred(draft, token)
    subjects = () if _breaks_in(draft, token) else _subjects_above(draft, token)
    above = tuple(dict.fromkeys(r for them in subjects for r in them if r.id not in others))
    if len(above) > 1 or (above and not is_person(draft, above[0])):
        return above
    if not above and _of_others(draft, token):
        return ()
    before = discourse.subject
    several = len(before) > 1 or (bool(before) and not is_person(draft, before[0]))
    known = (
        group_before(draft, token),
        before if several else (),
        *discourse.groups[-1:],
    )
    return next((g for g in known if g and others.isdisjoint(r.id for r in g)), ())
