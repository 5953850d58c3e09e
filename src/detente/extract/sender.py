"""Who signs a whole text: the sender of a press statement is the speaker of each of its sentences."""

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.lexicon import load_table
from detente.model.annotation import AnnotatedDocument, MentionKind
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug
from detente.model.profile import Actor, ActorKind, Process

# "Statement by President X on …", "Remarks of …": who signs stands in the title.
_SIGNED_BY = re.compile(
    r"\b(?:statement|declaration|remarks|address|message|speech|briefing|testimony) (?:by|from|of) (?P<who>.+?)"
    r"(?=\s+(?:on|regarding|about|at|in|following|after|with|to|concerning|for|welcoming|condemning|"
    r"announcing|marking|commemorating|calling|urging|honou?ring|recogni[sz]ing|congratulating|responding|"
    r"commending|supporting|opposing|expressing)\b|[,:]|$)",
    re.IGNORECASE,
)
# "President X's Address to the Nation", of a public body's own.
_ONES_REMARKS = re.compile(
    r"^(?P<who>[^:,]{2,60}?)[’'](?:s)? (?:[A-Z]\w+ )?(?:statement|remarks|address|speech|briefing|message|testimony)\b",
    re.IGNORECASE,
)
# "Troika Statement on …", "G7 Foreign Ministers' Statement": who signs stands before the word.
_STATEMENT_OF = re.compile(
    r"^(?P<who>(?!joint|press|media|full|official)[^:,]{2,60}?) (?:joint )?(?:statement|declaration|communiqu[eé])\b",
    re.IGNORECASE,
)
_PRESS_TITLE = re.compile(
    r"^(?:joint |press |media |full )?(?:statement|declaration|readout|remarks|communiqu[eé]|press release)\b",
    re.IGNORECASE,
)
_PUBLIC_BODY = re.compile(
    r"\b(?:ministry|department of state|state department|white house|foreign office|office of|government|"
    r"council of the|european council|european commission|external action service|prime minister'?s office|presidency|"
    r"president of|embassy|secretariat|spokesperson)\b",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+)"
_OFFICE = (
    r"(?:\w*[Ss]pokes\w+|[Ss]ecretary|[Mm]inister|[Pp]resident|[Aa]dvis[eo]r|[Ee]nvoy|[Aa]mbassador|"
    r"[Rr]epresentative|[Dd]irector|[Cc]hancellor|[Cc]ommissioner)"
)
_NAME_AT_END = re.compile(rf"\b{_OFFICE} {_NAME}$")
# "Department of State, Antony J. Blinken, Secretary of State"; "Emily Horne, National Security Spokesperson".
_NAME_BEFORE_OFFICE = re.compile(rf"(?:^|, ){_NAME}, (?:[\w'’-]+ ){{0,4}}{_OFFICE}\b")
# "an attack attributed to the militia" signs nothing
_ATTRIBUTABLE = re.compile(
    rf"\b(?:attributable|(?:statement|following|remarks?|comments?|quote|readout)\b[^.]{{0,60}}? attributed) to (?:the )?(?:[\w.]+ ){{0,4}}?{_NAME}(?=\s*[:.,])"
)
_RELEASED = re.compile(
    r"\b(?:following|text of (?:the|a) (?:\w+ )?)\s*(?:joint )?statement was (?:\w+ )?(?:released|issued|made)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"^(?:the )?following is (?:a|an|the)\b|^(?:begin|end) (?:of )?(?:text|statement)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\bjoint (?:\w+ )?(?:statement|declaration|communiqu[eé])\b", re.IGNORECASE)
_SUBJECT_OF_TITLE = re.compile(r"\b(?:on|regarding|about|concerning)\b", re.IGNORECASE)
_HEAD_OF_TEXT = 400
_LAST_LINES = 6
_SALUTATION = ("Dear ", "To ", "Your Excellenc", "Excellenc")  # who is written to signs nothing
_OF_OTHERS = re.compile(r"\w (?:of|on|for|to|with) [A-Z]")
_INITIAL = re.compile(r"\b[A-Z]\. ")
# "Statement by the Spokesperson on …": the title itself says that it is one.
_STATES = re.compile(r"\b(?:statement|declaration) by\b", re.IGNORECASE)
# A text that says "we" outside quotation marks this often speaks for itself.
_OWN_VOICE = 2
# A text that tells what so many named people said is a report on them.
_SEVERAL = 2
# A line without a verb at the head of a text, up to this long, can be a signature.
_LONGEST_SIGNATURE = 120


def sender(doc: AnnotatedDocument, process: Process) -> Actors:
    """Return who signs the text: the official named, else the body; nobody for a news report."""
    outlet, title = doc.document.outlet or "", doc.document.title or ""
    official = bool(_PUBLIC_BODY.search(outlet)) or (
        outlet in _sides(process) and (_is_press_title(title) or not _tells_of_others(doc))
    )
    own = _OWN_VOICE if not _STATES.search(title) else 1
    if not official and not (_is_press_title(title) and _own_words(doc) >= own):
        return _author(doc, process)
    if together := _joint_senders(process, title):
        return together
    for who in _candidates(doc, process, outlet, title):
        return (who,)
    return (ActorRef(f"~{slug(outlet)}", outlet),) if outlet else ()


def _author(doc: AnnotatedDocument, process: Process) -> Actors:
    """Return the person of the profile who writes in an outlet in the first person, as in a guest column."""
    if len(doc.document.byline) != 1 or _own_words(doc) < _OWN_VOICE:
        return ()
    people = [a for a in process.actors if a.kind is ActorKind.PERSON]
    author = next(_named(people, doc.document.byline[0]), None)
    return (author,) if author else ()


@lru_cache(maxsize=8)
def _sides(process: Process) -> frozenset[str]:
    return frozenset(n for a in process.actors if a.kind is ActorKind.SIDE for n in a.names)


def _tells_of_others(doc: AnnotatedDocument) -> bool:
    """Say whether a text reports what several people said, as the news service of a body does."""
    says = load_table("speech")["say"].words
    subjects = [t for t in doc.tokens if t.dep == "nsubj" and doc.tokens[t.head].lemma in says]
    mentions = [m for t in subjects if (m := doc.mention_at.get(t.i))]
    named = (m for m in mentions if m.kind is MentionKind.NAME)
    return len({ref.id for m in named for ref in m.actors}) >= _SEVERAL


def _is_press_title(title: str) -> bool:
    return any(p.search(title) for p in (_PRESS_TITLE, _SIGNED_BY, _STATEMENT_OF))


def _joint_senders(process: Process, title: str) -> Actors:
    """Return the sides that a joint statement's title names: "U.S.-Armenia Joint Statement"."""
    if not _JOINT.search(title):
        return ()
    sides = [a for a in process.actors if a.kind is ActorKind.SIDE]
    found = {ref.id: ref for ref in _named(sides, _SUBJECT_OF_TITLE.split(title)[0])}
    return tuple(found.values()) if len(found) > 1 else ()


def is_attribution(words: str) -> bool:
    """Say whether a sentence only tells who signs: "The following is attributable to Spokesperson X:"."""
    return any(p.search(words) for p in (_ATTRIBUTABLE, _RELEASED, _FOLLOWS))


def _candidates(
    doc: AnnotatedDocument, process: Process, outlet: str, title: str
) -> Iterator[ActorRef]:
    people = [a for a in process.actors if a.kind is ActorKind.PERSON]
    signed = _SIGNED_BY.search(title) or _ONES_REMARKS.search(title)
    signer = signed.group("who") if signed else ""
    lines = (signer, outlet, *doc.document.byline, *_signature_lines(doc))
    for words in lines:
        yield from _named(people, words)
    yield from _signed_below(doc, people)
    if name := next(filter(None, map(_person_name, lines)), None) or _attributed(doc):
        side = next(iter(_named_sides(process, outlet)), None)
        yield ActorRef(f"~{slug(name)}", name, side.name if side else None)
    before = _STATEMENT_OF.search(title)
    if before:
        who = before.group("who")
        if not _OF_OTHERS.search(who):  # "Friends of Sudan" are not Sudan
            yield from _named(process.actors, who)
        yield ActorRef(f"~{slug(who)}", who)
    yield from _named_sides(process, outlet)


def sides_of_outlet(process: Process, outlet: str) -> tuple[Actor, ...]:
    """Return the sides whose bodies an outlet names: "The White House" is the United States'."""
    ids = {ref.id for ref in _named_sides(process, outlet)}
    return tuple(a for a in process.actors if a.id in ids and a.kind is ActorKind.SIDE)


def _named_sides(process: Process, outlet: str) -> Iterator[ActorRef]:
    for actor in _named(process.actors, outlet):
        side = next((a for a in process.actors if a.name == actor.side), None)
        yield ActorRef(side.id, side.name, side.side) if side else actor


def _person_name(words: str) -> str | None:
    """Return the person's name in "NSC Spokesperson Emily Horne" or "Emily Horne, NSC Spokesperson"."""
    match = _NAME_AT_END.search(words) or _NAME_BEFORE_OFFICE.search(words)
    return _INITIAL.sub("", match.group("name")) if match else None


def _attributed(doc: AnnotatedDocument) -> str | None:
    """Return who is named by "the following is attributable to Spokesperson Ned Price:"."""
    match = _ATTRIBUTABLE.search(doc.document.text[:_HEAD_OF_TEXT])
    return match.group("name") if match else None


def _named(actors: "tuple[Actor, ...] | list[Actor]", words: str) -> Iterator[ActorRef]:
    """Give the actors whose names stand in ``words``, the longest name first; middle initials do not count."""
    words = _INITIAL.sub("", words)
    found = [
        (len(name), actor) for actor in actors for name in actor.names if _stands_in(name, words)
    ]
    for _, actor in sorted(found, key=lambda pair: -pair[0]):
        yield ActorRef(actor.id, actor.name, actor.side)


def _stands_in(name: str, words: str) -> bool:
    """Say whether a name stands in the words as a whole: "Oman" does not in "Romania"."""
    at = words.find(name)
    while at >= 0:
        before, after = words[at - 1 : at], words[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = words.find(name, at + 1)
    return False


def _signature_lines(doc: AnnotatedDocument) -> Iterator[str]:
    for sentence in doc.sentences[:2]:
        tokens = doc.tokens[sentence.first : sentence.last]
        words = doc.document.text[sentence.start : sentence.end]
        short = len(words) <= _LONGEST_SIGNATURE and not words.startswith(_SALUTATION)
        if short and not any(t.pos in {"VERB", "AUX"} for t in tokens):
            yield words


def _signed_below(doc: AnnotatedDocument, people: list[Actor]) -> Iterator[ActorRef]:
    """Give whose name stands in capitals by itself under the text: "JANE Q. ROE JR."."""
    for line in doc.document.text.rstrip().splitlines()[-_LAST_LINES:]:
        words = _INITIAL.sub("", line.strip())
        if words.isupper() and len(words) <= _LONGEST_SIGNATURE:
            yield from (ref for ref in _named(people, words.title()))
            surnames = {w.strip(".,") for w in words.title().split()}
            known = [a for a in people if a.name.split()[-1] in surnames]
            yield from (ActorRef(a.id, a.name, a.side) for a in known if len(known) == 1)


def _own_words(doc: AnnotatedDocument) -> int:
    """Count the words by which a text speaks for itself."""
    own = [
        t
        for t in doc.tokens
        if t.text.lower() in {"we", "our", "i", "my"}
        and not any(q.start <= t.start < q.end for q in doc.quotations)
    ]
    return len(own)
