"""Who is meant by a title, by "the two sides" and by a pronoun, read from left to right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from detente.annotate.called_again import known_by_kind
from detente.annotate.collectives import NUMBERS, collective
from detente.annotate.discourse import SUBJECTS, Discourse, is_person, joined
from detente.annotate.draft import Draft
from detente.annotate.nominals import role, servant
from detente.annotate.organs import THE_MINISTRY, note_ministry, organ, wages
from detente.annotate.outlets import add_outlets, is_outlet, kinds_of_outlet
from detente.annotate.pronouns import pronoun, relative
from detente.annotate.sources import employer, source_of, speaks, unnamed_speaker
from detente.annotate.unnamed import (
    known_by_forename,
    known_by_surname,
    opposed,
    press,
    private,
    unnamed,
)
from detente.lexicon import load_table
from detente.lexicon.titles import forms, forms_of
from detente.model.annotation import Mention, MentionKind, Token
from detente.model.entry import ActorRef

# "the leader of the movement, Ada Roe, said": the parser makes a list of it, or one name
_JOINED = frozenset({"conj", "pobj"})
_LONGEST_TITLE = 4  # tokens: "former deputy prime minister"


def add_references(draft: Draft) -> None:
    """Add a mention for each outlet, title, collective, unnamed speaker and pronoun."""
    add_outlets(draft)
    discourse = Discourse()
    for sentence in draft.sentences:
        tokens = draft.tokens[sentence.first : sentence.last]
        for token in tokens:
            if token.i in draft.at:
                _mean_anew(draft, token, discourse)
                _note_name(draft, token, discourse)
            elif token.pos == "PRON":
                who = relative(draft, token) or pronoun(draft, token, discourse)
                _add(draft, token, MentionKind.PRONOUN, who)
            elif token.text[0].isupper() and (person := known_by_surname(token, discourse)):
                _add(draft, token, MentionKind.NAME, (person,))
                _note_name(draft, token, discourse)
            elif token.pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"}:
                _add_nominal(draft, token, discourse)
        _close_sentence(draft, tokens, discourse)


def _mean_anew(draft: Draft, token: Token, discourse: Discourse) -> None:
    """Take what the model calls a body for the person or the side that it means.

    "Tatar" is Ersin Tatar, who was named before; "the Foreign Ministry in Baku" is Azerbaijan.
    """
    mention = draft.at[token.i]
    alone = mention.last - mention.first == 1 and mention.place is None
    if alone and (person := known_by_forename(draft, token, discourse)):
        draft.replace(mention, replace(mention, kind=MentionKind.NAME, actors=(person,)))
        return
    if mention.kind is not MentionKind.SIDE or token.i != mention.last - 1:
        return
    if any(ref.listed for ref in mention.actors) or is_outlet(draft, mention):
        return
    if mention.last - mention.first == 1 and (person := known_by_surname(token, discourse)):
        draft.replace(mention, replace(mention, kind=MentionKind.NAME, actors=(person,)))
        return
    tops = (t for t in reversed(_of(draft, mention)) if not _is_inside(mention, t.head))
    head = next(tops, token)  # "Foreign and |Expatriates Ministry|" has two
    if actors := _beside(draft, token) or organ(draft, head, discourse):  # "Ministry of Defence"
        draft.replace(mention, replace(mention, kind=MentionKind.ROLE, actors=actors))


def _note_name(draft: Draft, token: Token, discourse: Discourse) -> None:
    mention = draft.at[token.i]
    if token.i != mention.last - 1 or not mention.actors:
        return
    person = mention.kind is MentionKind.NAME
    discourse.note(mention.actors, person=person)
    if person:
        _note_title(draft, mention, discourse)
    elif mention.kind is not MentionKind.SIDE or token.pos not in {"NOUN", "PROPN"}:
        return
    if token.lemma == "ministry":  # "the Egyptian foreign ministry"
        discourse.organs[THE_MINISTRY] = mention.actors[0]
    head = next((t for t in _of(draft, mention) if not _is_inside(mention, t.head)), token)
    if not person:
        discourse.kinds[head.text.lower()] = mention.actors[0]
        discourse.kinds.update(dict.fromkeys(kinds_of_outlet(draft, mention), mention.actors[0]))
    called = draft.tokens[head.head]
    if head.dep not in {"compound", "appos"}:
        return
    if not person and called.lemma in load_table("people")["body"].words:
        discourse.kinds[called.lemma] = mention.actors[0]  # "the Sumoud coalition"
    elif called.lemma in load_table("people")["outlet"].words:  # "the news site Meridian"
        again = {called.lemma, "outlet", "website"}
        discourse.kinds.update(dict.fromkeys(again, mention.actors[0]))


def _is_former(draft: Draft, mention: Mention) -> bool:
    """Read "former prime minister X": "the prime minister" is another."""
    before = draft.tokens[max(0, mention.first - _LONGEST_TITLE) : mention.first]
    return any(t.text.lower() in load_table("names")["former"].words for t in before)


def _of(draft: Draft, mention: Mention) -> Sequence[Token]:
    return draft.tokens[mention.first : mention.last]


def _is_inside(mention: Mention, i: int) -> bool:
    return mention.first <= i < mention.last


def _note_title(draft: Draft, mention: Mention, discourse: Discourse) -> None:
    """Remember the title that the text gives a person: "Vice President Aref"."""
    title = draft.title_at(mention.first - 1) if mention.first else None
    for child in draft.children[mention.last - 1]:
        if draft.tokens[child].dep == "appos":
            title = title or draft.title_at(child)
    if title and not _is_former(draft, mention):
        discourse.titles[title] = mention.actors[0]
        for word in load_table("people")[title].words:
            discourse.kinds.pop(word, None)


def _close_sentence(draft: Draft, tokens: Sequence[Token], seen: Discourse) -> None:
    """Remember the sentence's first subject, whose words it gave and every group of actors that it joined."""
    _note_source(draft, tokens, seen)
    subjects = [t for t in tokens if t.dep in SUBJECTS and joined(draft, t.i)]
    main = [t for t in subjects if draft.tokens[t.head].dep == "ROOT"] or subjects
    if main:
        seen.subject = joined(draft, main[0].i)
    # whom a speaker talks about is no subject of the outlet's: '"X will not go," he said'
    outside = [t for t in (*main, *subjects) if not draft.is_quoted(t.i)]
    people = [r for t in outside for r in joined(draft, t.i) if is_person(draft, r)]
    people = people or _owners(draft, tokens)
    unnamed = unnamed_speaker(draft, outside)
    if unnamed and all(is_person(draft, r) and not r.listed for r in unnamed):
        people, unnamed = list(unnamed), ()  # "a spokesman, Ada Roe, said": "he" is named
    people = people or ([] if unnamed else _only_one_named(draft, tokens))
    seen.employer = employer(draft, outside)
    if people or unnamed:
        seen.stand_in = unnamed
    if people and not unnamed:
        seen.person_subject = people[0]
    says = load_table("speech")["say"].words
    sayers = [
        r
        for t in outside
        if draft.tokens[t.head].lemma in says
        for r in joined(draft, t.i)
        if is_person(draft, r)
    ]
    if people and not unnamed:
        seen.sayer = sayers[0] if sayers else None
    joining = {t.head for t in tokens if t.dep == "conj"}
    for token in tokens:
        if token.dep == "conj" or (token.i not in joining and token.i not in draft.at):
            continue  # one word that means nobody is no group
        group = joined(draft, token.i)
        partners = _partners(draft, token)
        if partners and group:  # first, since "they" means the smaller one
            seen.groups.append(tuple(dict.fromkeys((*group, *partners))))
        if len(group) > 1:
            seen.groups.append(group)


def _partners(draft: Draft, subject: Token) -> tuple[ActorRef, ...]:
    """Return with whom a subject does something: "the three met with the envoy" are four."""
    if subject.dep not in SUBJECTS:
        return ()
    preps = [c for c in draft.children[subject.head] if draft.tokens[c].lemma == "with"]
    return tuple(r for p in preps for c in draft.children[p] for r in joined(draft, c))


def _only_one_named(draft: Draft, tokens: Sequence[Token]) -> list[ActorRef]:
    """Return the only person whom a sentence names outside quotations, whatever the parser makes of it."""
    told = [t for t in tokens if t.i in draft.at and t.dep not in {"poss", "compound"}]
    mentions = [draft.at[t.i] for t in told if not draft.is_quoted(t.i)]
    named = {r.id: r for m in mentions if m.kind is MentionKind.NAME for r in m.actors}
    found = [r for r in named.values() if is_person(draft, r)]
    return found if len(found) == 1 else []


def _owners(draft: Draft, tokens: Sequence[Token]) -> list[ActorRef]:
    """Return the person whose thing is the main subject: "Putin's reaction was sober"."""
    subjects = [t for t in tokens if t.dep in SUBJECTS and draft.tokens[t.head].dep == "ROOT"]
    owners = [c for t in subjects[:1] for c in draft.children[t.i] if draft.tokens[c].dep == "poss"]
    free = [c for c in owners if not draft.is_quoted(c)]
    return [r for c in free for r in joined(draft, c) if is_person(draft, r)]


def _note_source(draft: Draft, tokens: Sequence[Token], seen: Discourse) -> None:
    """Keep whose words were given while "it" goes on giving them."""
    told = source_of(draft, tokens)
    if told is not None or not any(
        t.text[0] in "iI" and t.text.lower() in {"it", "its"} and speaks(draft, t) for t in tokens
    ):
        seen.source = told


def _add(draft: Draft, token: Token, kind: MentionKind, actors: tuple[ActorRef, ...]) -> None:
    if actors:
        draft.add(Mention(kind, token.i, token.i + 1, actors))


def _add_nominal(draft: Draft, token: Token, discourse: Discourse) -> None:
    if not _can_mean_people(token, discourse):
        return
    beside = {"compound", "amod", "nmod", "npadvmod"}
    if token.dep in beside or _names_person_beside(draft, token):
        if wages(draft, token):  # "a government offensive", "rebel positions"
            whose = organ(draft, token, discourse) or opposed(draft, token)
            _add(draft, token, MentionKind.ADJECTIVE, whose)
        note_ministry(draft, token, discourse)
        return
    for kind, actors in _meanings(draft, token, discourse):
        if actors:
            _add(draft, token, kind, actors)
            if kind is MentionKind.ROLE:
                discourse.note(actors, person=is_person(draft, actors[0]))
            elif kind is MentionKind.UNNAMED and token.tag == "NN":
                discourse.kinds[token.lemma] = actors[0]  # "a security source", then "the source"
            return


def _can_mean_people(token: Token, discourse: Discourse) -> bool:
    """Say whether a noun is one for people, or one by which a body was named before; most are neither."""
    return _is_for_people(token.text, token.lemma) or token.lemma in discourse.kinds


@lru_cache(maxsize=32_768)
def _is_for_people(text: str, lemma: str) -> bool:
    """Say whether a noun is listed as one for people, or counts them."""
    words = forms_of(text, lemma)
    return not (words.isdisjoint(load_table("people").last_words) and words.isdisjoint(NUMBERS))


def _meanings(
    draft: Draft, token: Token, discourse: Discourse
) -> Iterator[tuple[MentionKind, tuple[ActorRef, ...]]]:
    """Give what a noun can mean, the likeliest first."""
    yield MentionKind.UNNAMED, press(draft, token)
    yield MentionKind.UNNAMED, private(draft, token)
    yield MentionKind.ROLE, known_by_kind(draft, token, discourse)
    yield MentionKind.COLLECTIVE, collective(draft, token, discourse)
    yield MentionKind.ROLE, servant(draft, token, discourse)
    yield MentionKind.ROLE, role(draft, token, discourse)
    yield MentionKind.ROLE, organ(draft, token, discourse)
    yield MentionKind.UNNAMED, unnamed(draft, token, discourse)


def _names_person_beside(draft: Draft, token: Token) -> bool:
    """Say whether an apposition names the person: "the president, Ilham Aliyev," is one mention."""
    if actors := _beside(draft, token):
        draft.add(Mention(MentionKind.ROLE, token.i, token.i + 1, actors))
    return bool(actors)


def _is_between_commas(draft: Draft, title: Token, name: int) -> bool:
    """Read "an adviser to Assad, Ada Roe, said": the parser joins the name to the one before it."""
    mention = draft.at.get(name)
    if (
        mention is None
        or draft.tokens[name].dep not in _JOINED
        or mention.last >= len(draft.tokens)
    ):
        return False
    around = (draft.tokens[mention.first - 1].text, draft.tokens[mention.last].text)
    above = draft.tokens[name].head
    joins = any(draft.tokens[c].dep == "cc" for c in draft.children[above])
    return around == (",", ",") and above != title.i and not joins and title.tag == "NN"


def _is_behind_field(draft: Draft, title: Token, name: int) -> bool:
    """Read "Envoy for Border Affairs Ada Roe said": the parser takes the name for what the title is of."""
    mention = draft.at.get(name)
    if mention is None or mention.first <= title.i + 2 or draft.tokens[name].dep != "pobj":
        return False
    before = draft.tokens[mention.first - 1]
    field = before.pos == "PROPN" and before.head == name and not draft.title_at(before.i)
    return field and before.text.lower() not in load_table("people")["honorific"].words


def _beside(draft: Draft, token: Token) -> tuple[ActorRef, ...]:
    """Return the person whom an apposition to a title names."""
    people = load_table("people")
    called = people["unnamed"].words | people["private"].words | people["rank"].words
    single = token.tag == "NN" and bool(forms(token) & called)
    if not draft.title_at(token.i) and "counterpart" not in forms(token) and not single:
        return ()
    # the parser may hang the name below the body: "spokesperson for the ministry, Maria Zakharova"
    beside = [
        c
        for c in draft.below(token.i)
        if draft.tokens[c].dep == "appos"
        or _is_between_commas(draft, token, c)
        or _is_behind_field(draft, token, c)
    ]
    named = [draft.at[c] for c in beside if c in draft.at and draft.at[c].kind is MentionKind.NAME]
    return named[0].actors if named else ()
