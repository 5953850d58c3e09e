"""Who signs a whole text: the sender of a press statement is the speaker of each of its sentences."""

import re

from detente.model.annotation import AnnotatedDocument
from detente.model.entry import ActorRef, Actors
from detente.model.identity import slug
from detente.model.profile import ActorKind, Process

# Titles under which governments publish what they say themselves.
_TITLE = re.compile(
    r"^(?:joint |press |media )?(?:statement|declaration|readout|remarks|communiqu[eé]|press release|"
    r"\w+ statement)\b|\bstatement (?:by|from|of|on)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:by|from|of) (?P<who>[^,:]+?)(?: on | at | following | after |$)", re.IGNORECASE
)
_PUBLIC_BODY = re.compile(
    r"\b(?:ministry|department of state|white house|foreign office|office of|government|council of the|"
    r"european council|commission|prime minister'?s office|presidency|president of)\b",
    re.IGNORECASE,
)
# A text of a public body that says "we" outside quotation marks this often speaks for itself.
_OWN_VOICE = 2


def sender(doc: AnnotatedDocument, process: Process) -> Actors:
    """Return who signs the text; nobody for a news report."""
    outlet, title = doc.document.outlet or "", doc.document.title or ""
    official = bool(_PUBLIC_BODY.search(outlet))
    signed = bool(_TITLE.search(title))
    if not (official and (signed or _says_we(doc))) and not (signed and _says_we(doc)):
        return ()
    who = _from_title(title, process) or _from_text(doc) or _from_outlet(outlet, process)
    return who or (ActorRef(f"~{slug(outlet)}", outlet),)


def _says_we(doc: AnnotatedDocument) -> bool:
    own = [
        t
        for t in doc.tokens
        if t.text.lower() in {"we", "our", "i", "my"}
        and not any(q.start <= t.start < q.end for q in doc.quotations)
    ]
    return len(own) >= _OWN_VOICE


def _from_title(title: str, process: Process) -> Actors:
    match = _FROM.search(title)
    if not match:
        return ()
    who = match.group("who").casefold()
    for actor in process.actors:
        if actor.kind is ActorKind.PERSON and any(n.casefold() in who for n in actor.names):
            return (ActorRef(actor.id, actor.name, actor.side),)
    return ()


def _from_text(doc: AnnotatedDocument) -> Actors:
    """Take the first subject that says something of itself: "The Troika urges"."""
    for mention in doc.mentions[:6]:
        token = doc.tokens[mention.last - 1]
        if (
            token.dep in {"nsubj"}
            and mention.actors
            and doc.tokens[token.head].tag in {"VBZ", "VBP"}
        ):
            return mention.actors
    return ()


def _from_outlet(outlet: str, process: Process) -> Actors:
    name = outlet.casefold()
    for actor in process.actors:
        if any(n.casefold() in name for n in actor.names if len(n) > 3):
            side = next((a for a in process.actors if a.name == actor.side), actor)
            return (ActorRef(side.id, side.name, side.side),)
    return ()
