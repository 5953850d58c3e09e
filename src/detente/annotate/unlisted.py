"""Names that no profile lists: people, bodies and places that the model found, and what it overlooked."""

from collections.abc import Iterable, Iterator, Sequence

from detente.annotate.bodies import body_spans, civic_spans, short_forms
from detente.annotate.draft import Draft
from detente.annotate.names import plain, unlisted
from detente.annotate.parse import Entity
from detente.annotate.persons import Persons, Span
from detente.lexicon import load_table
from detente.lexicon.titles import forms
from detente.model.annotation import Mention, MentionKind, Token
from detente.model.entry import PlaceRef
from detente.model.identity import slug

_PEOPLE = "PERSON"
_BODIES = "ORG"
_LANDS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST_PERSON = 5  # tokens: "Alon-Lee Green"
_FULL = 2  # words of a whole name
_ENDS = frozenset({"'s", "’s", "'", ".", ",", '"', "’", ")", "("})
_IN = frozenset({"in", "at", "from", "to", "near", "into", "around", "across", "outside", "over"})


def add_unlisted(draft: Draft, entities: Sequence[Entity]) -> None:
    """Add a mention for every name that the profile does not have."""
    for first, last in (*body_spans(draft), *civic_spans(draft)):
        draft.cover(_body(draft, first, last))
    known = _spoken_surnames(draft, entities)
    free = [(e, *_trim(draft, e)) for e in entities]
    free = [(e, first, last) for e, first, last in free if _is_free(draft, first, last)]
    people = [s for e, first, last in free if (s := _person_in(draft, e, (first, last), known))]
    for found in (_nicknamed, _taking_floor, _overlooked):
        people += [s for s in found(draft) if not any(_meets(s, other) for other in people)]
    persons = Persons(draft, people)
    for first, last in people:
        draft.add(Mention(MentionKind.NAME, first, last, (persons.who((first, last)),)))
    for entity, first, last in free:
        if _is_free(draft, first, last):
            _add_other(draft, entity, (first, last), persons)
    for i, ref in persons.bare():
        draft.add(Mention(MentionKind.NAME, i, i + 1, (ref,)))
    for i, ref in short_forms(draft):
        draft.cover(Mention(MentionKind.SIDE, i, i + 1, (ref,)))


def _body(draft: Draft, first: int, last: int) -> Mention:
    return Mention(MentionKind.SIDE, first, last, (unlisted(draft.words(first, last)),))


def _add_other(draft: Draft, entity: Entity, span: Span, persons: Persons) -> None:
    """Add a body, a place or a person whose surname the model takes for one of these."""
    first, last = span
    text = draft.words(first, last)
    if text.lower() in load_table("people")["calendar"].words:
        return
    before = draft.tokens[first - 1].text.lower() if first else ""
    relayed = before == "to" and draft.tokens[first - 2].text.lower() == "according"
    inside = before in _IN and not relayed
    if last - first == 1 and not inside and (ref := persons.by_surname(first)):
        draft.add(Mention(MentionKind.NAME, first, last, (ref,)))
    elif entity.label == _BODIES and draft.tokens[last - 1].pos == "PROPN":
        draft.add(Mention(MentionKind.SIDE, first, last, (unlisted(text),)))
    elif entity.label in _LANDS:
        place = PlaceRef(f"~{slug(text)}", text)
        draft.add(Mention(MentionKind.PLACE, first, last, (), place))


def _is_free(draft: Draft, first: int, last: int) -> bool:
    return first < last and not any(i in draft.at for i in range(first, last))


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _person_in(draft: Draft, entity: Entity, span: Span, known: set[str]) -> Span | None:
    """Return the person's name that an entity is or ends with: "Labour MP Ada Roe" is no body."""
    first, last = span
    if draft.words(first, last).lower() in load_table("people")["calendar"].words:
        return None
    titled = _behind_titles(draft, first, last)
    cut = max(first, titled)
    if entity.label == _PEOPLE:
        return _with_forename(draft, cut, last), last
    if _is_beside_title(draft, first, last):
        return first, last
    if entity.label in _LANDS:
        return None
    if behind := _of_department(draft, first, last):
        return behind
    if plain(draft.tokens[last - 1].text) in known and _FULL <= last - first <= _LONGEST_PERSON:
        return _behind_departments(draft, cut, last), last
    named = _FULL <= last - titled <= _LONGEST_PERSON and titled > first
    return (titled, last) if named and all(map(_is_name, draft.tokens[titled:last])) else None


def _with_forename(draft: Draft, first: int, last: int) -> int:
    """Return where a name begins that the model cut at the front: "Dame Ada |Roe"."""
    begin = first
    while begin and last - begin < _LONGEST_PERSON:
        before = draft.tokens[begin - 1]
        part = before.dep in {"compound", "nmod"} and first <= before.head < last
        if not (part and _is_name(before)) or before.i in draft.at or is_title(draft, before.i):
            break
        begin -= 1
    words = load_table("people").every_word | load_table("names").every_word
    known = any(t.text.lower() in words for t in draft.tokens[begin:first])
    # "Envoy for Border Affairs Ada Roe": what follows the preposition is the envoy's field
    field = last - first >= _FULL and _opens_field(draft, begin)
    return first if known or field else begin


def _opens_field(draft: Draft, i: int) -> bool:
    """Say whether the run of names that holds a token begins behind a preposition."""
    while i and draft.tokens[i - 1].pos == "PROPN":
        i -= 1
    return i > 0 and draft.tokens[i - 1].pos == "ADP"


def _behind_titles(draft: Draft, first: int, last: int) -> int:
    """Return where the name begins behind the last title of a run: "Lt. Gen. Eyal Zamir"."""
    titles = [i for i in range(first, last - 1) if is_title(draft, i)]
    at = max(titles, default=first - 1) + 1
    while at < last - 1 and draft.tokens[at].text == ".":
        at += 1
    return at


def is_title(draft: Draft, i: int) -> bool:
    """Say whether a token ends a title that stands before names: "Minister", "MK", "Gen."."""
    people = load_table("people")
    words = forms(draft.tokens[i])
    before = load_table("names")["before a name"].words
    titled = people["honorific"].words | people["rank"].words | before
    return not words.isdisjoint(titled) or draft.title_at(i) is not None


def _behind_departments(draft: Draft, first: int, last: int) -> int:
    """Leave out what a title is of: "Director of National Intelligence Jane Roe"."""
    departments = load_table("names")["department"].words
    inside = (i for i in range(first, last - 1) if draft.tokens[i].text.lower() in departments)
    return max(inside, default=first - 1) + 1


def _is_beside_title(draft: Draft, first: int, last: int) -> bool:
    """Say whether names between commas tell who holds an office: "the mayor of Kharkiv, Jan Roe, said".

    The parser hangs them from the title, or from the land or the body that it is of.
    """
    names = draft.tokens[first:last]
    head = next((t for t in names if not first <= t.head < last), None)
    if head is None or head.dep != "appos" or not _FULL <= len(names) <= _LONGEST_PERSON:
        return False
    around = (draft.tokens[first - 1].text, draft.tokens[min(last, len(draft.tokens) - 1)].text)
    above = draft.tokens[head.head]
    named = all(_is_name(t) or t.text == "-" for t in names)  # "Al-Fateh Roe"
    if around != (",", ",") or not named or above.i > first:
        return False
    while _leads_up(draft, above) and not is_title(draft, above.i):
        above = draft.tokens[above.head]
    return is_title(draft, above.i)


def _leads_up(draft: Draft, token: Token) -> bool:
    """Say whether a word stands between a title and a name: "a spokesman |for the group|, Ada Roe, said"."""
    back = token.pos == "NOUN" and [draft.tokens[c].text for c in draft.children[token.i]][:1] == [
        "the"
    ]
    referring = back and token.lemma in load_table("people")["body"].words
    return token.head != token.i and (token.pos in {"PROPN", "ADP"} or referring)


def _of_department(draft: Draft, first: int, last: int) -> Span | None:
    """Return the name in "Director of |National Intelligence Jane Roe|", which the model takes for a body."""
    begin = _behind_departments(draft, first, last)
    tied = first > 1 and draft.tokens[first - 1].text.lower() in {"of", "for"}
    titled = tied and is_title(draft, first - 2)
    named = begin > first and _FULL <= last - begin <= _LONGEST_PERSON
    return (begin, last) if titled and named else None


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper()


def _overlooked(draft: Draft) -> Iterator[Span]:
    """Give the names behind a title that the model did not find, where they speak or stand beside a comma."""
    for token in draft.tokens:
        if token.i in draft.at or not _is_name(token) or token.dep not in {"nsubj", "appos"}:
            continue
        first = token.i
        while (
            first
            and _is_name(draft.tokens[first - 1])
            and draft.tokens[first - 1].head
            in (
                token.i,
                first,
            )
        ):
            first -= 1
        begin = _behind_titles(draft, first, token.i + 1)
        if _is_beside_title(draft, first, token.i + 1) and _is_free(draft, first, token.i + 1):
            yield first, token.i + 1
        elif first < begin < token.i and _is_free(draft, begin, token.i + 1):
            yield begin, token.i + 1


def _taking_floor(draft: Draft) -> Iterator[Span]:
    """Give the names in capitals before a land in brackets, as minutes have them: "ADA ROE (Norway) said"."""
    for sentence in draft.sentences:
        last = sentence.first
        while last < sentence.last and (
            draft.tokens[last].text.isupper() or draft.tokens[last].text == "-"
        ):
            last += 1
        land = draft.at.get(last + 1) if last + 1 < sentence.last else None
        full = _FULL <= last - sentence.first < sentence.last - sentence.first
        opens = full and draft.tokens[last].text == "("
        if (
            opens
            and land
            and land.kind is MentionKind.SIDE
            and _is_free(draft, sentence.first, last)
        ):
            yield sentence.first, last


def _nicknamed(draft: Draft) -> Iterator[Span]:
    """Give the names with a nickname between quotation marks: "John “Jack” Roe"."""
    for token in draft.tokens[1:-3]:
        if token.tag != "``":
            continue
        before, nickname, mark, after = (draft.tokens[token.i + n] for n in (-1, 1, 2, 3))
        marked = mark.tag == "''" and token.start > before.end
        if marked and all(map(_is_name, (before, nickname))) and after.text.istitle():
            yield before.i, after.i + 1


def _spoken_surnames(draft: Draft, entities: Sequence[Entity]) -> set[str]:
    """Return the words behind "Mr." and those that speak alone: whose name ends so is a person.

    The model takes many a foreign name for a body or a work: "Riyad Naasan Agha", later "Agha said".
    """
    alone = [e for e in entities if e.label == _PEOPLE and e.last - e.first == 1 and e.first]
    titled = {plain(draft.tokens[e.first].text) for e in alone if is_title(draft, e.first - 1)}
    says = load_table("speech")["say"].words
    speaking = {plain(t.text) for t in _subjects(draft) if draft.tokens[t.head].lemma in says}
    return titled | speaking


def _subjects(draft: Draft) -> Iterable[Token]:
    """Give the names of one word that are subjects and mean nobody yet."""
    for token in draft.tokens:
        is_name = token.pos == "PROPN" and token.dep == "nsubj" and token.i not in draft.at
        if is_name and all(is_title(draft, c) for c in draft.children[token.i]):
            yield token


def _trim(draft: Draft, entity: Entity) -> Span:
    """Cut articles, possessive endings, sides and titles off an entity."""
    people = load_table("people").every_word | load_table("names")["before a name"].words
    first, last = entity.first, entity.last
    named = entity.label == _PEOPLE or any(is_title(draft, i) for i in range(first, last - 1))
    while first < last and (
        draft.tokens[first].pos in {"DET", "PUNCT"}
        or draft.tokens[first].tag == "PRP$"  # "Its Foreign Ministry"
        or (entity.label == _PEOPLE and draft.tokens[first].text.lower() in people)
        or (named and first in draft.at and first < last - 1)
    ):
        first += 1
    while last > first and draft.tokens[last - 1].text in _ENDS:
        last -= 1
    return first, last
