"""Who is meant by a part of a side: its army, its ministry, the delegation."""

from detente.annotate.discourse import Discourse
from detente.annotate.draft import Draft
from detente.annotate.names import plain
from detente.lexicon import load_table
from detente.lexicon.titles import forms
from detente.model.annotation import Token
from detente.model.entry import ActorRef
from detente.model.profile import Actor

# "the Foreign Ministry said" in an outlet of a party means that party's
_AT_HOME = frozenset(
    {"ministry", "presidency", "foreign ministry", "defence ministry", "defense ministry"}
)
# "the government" in an article on a war within one country means that country's
OF_STATE = frozenset(
    {"government", "authority", "military", "army", "parliament", "cabinet", "regime"}
)
# "rebel positions", "government-held areas", "army warplanes"
_THEIRS = ("noun", "weapon", "armed", "land", "ground", "built")
# under which a ministry is remembered that was only named beside a person
THE_MINISTRY = "the ministry"


def _is_against(draft: Draft, token: Token) -> bool:
    """Say whether a word before the noun sets its people against the side: "Syrian rebel commanders"."""
    against = load_table("people")["against"].words
    return any(draft.tokens[c].lemma in against for c in draft.modifiers(token.i))


def _led_by(draft: Draft, token: Token) -> tuple[Actor, ...]:
    """Return the side of "the Netanyahu government", which has the name of who leads it."""
    names = [c for c in draft.children[token.i] if draft.tokens[c].dep == "compound"]
    known = [mention for c in names if (mention := draft.at.get(c))]
    return tuple(side for m in known for r in m.actors if (side := draft.side_of(r)))


def _is_for_another(draft: Draft, token: Token) -> bool:
    """Say whether a body is "for" a land, which is not whose it is: "the Working Group for Syria"."""
    bodies = load_table("people")["body for"].words
    preps = [draft.tokens[c] for c in draft.children[token.i] if draft.tokens[c].dep == "prep"]
    return bool(forms(token) & bodies) and any(p.lemma in {"for", "on"} for p in preps)


def organ(draft: Draft, token: Token, discourse: Discourse) -> tuple[ActorRef, ...]:
    """Let a part of a side act for it: "the Armenian military", "Baku's delegation", then "the army"."""
    organ = forms(token) & load_table("people")["organ"].words
    if not organ or _is_against(draft, token) or _is_for_another(draft, token):
        return ()
    has_article = any(draft.tokens[c].text.lower() == "the" for c in draft.children[token.i])
    named = draft.sides_in(token.i) or draft.sides_sitting_in(token.i)
    if not named and organ & _AT_HOME:  # "In Baku, the Foreign Ministry said"
        named = draft.sides_sitting_in(token.head)
    sides = named or _led_by(draft, token)
    if sides:
        refs = tuple(ActorRef(s.id, s.name, s.side) for s in sides)
        # "a Netanyahu government" brings up none that "the government" could mean afterwards
        for word in organ if named or has_article else ():
            discourse.organs[word] = refs[0]
        if "ministry" in organ:
            discourse.organs.pop(THE_MINISTRY, None)
        return refs
    has_article |= wages(draft, token)
    told = (discourse.organs[w] for w in sorted(organ) if w in discourse.organs)
    before = _the_ministry(draft, token, discourse) or next(told, None)
    home = (draft.near if organ & _AT_HOME else None) or draft.domestic
    if not before and home and (organ & _AT_HOME or (organ & OF_STATE and has_article)):
        before = ActorRef(home.id, home.name, home.side)
    return (before,) if before and (has_article or organ & _AT_HOME) else ()


def _the_ministry(draft: Draft, token: Token, discourse: Discourse) -> ActorRef | None:
    """Let "the ministry" be that of the spokesman named before, or of the minister who acted in the sentence before."""
    beside = {"amod", "compound", "nmod"}
    if token.lemma != "ministry" or any(
        draft.tokens[c].dep in beside for c in draft.children[token.i]
    ):
        return None
    if noted := discourse.organs.get(THE_MINISTRY):
        return noted
    last = discourse.person_subject
    if not last or not last.side or last not in discourse.subject:
        return None
    if "ministry" in discourse.organs:
        return None
    held = {title for title, who in discourse.titles.items() if who.id == last.id}
    held |= {draft.office_of(last) or ""}
    side = draft.index.by_name.get(plain(last.side))
    served = side and any("minister" in title for title in held - {"prime minister"})
    return ActorRef(side.id, side.name, side.side) if side and served else None


def note_ministry(draft: Draft, token: Token, discourse: Discourse) -> None:
    """Remember whose ministry a "foreign ministry spokesman" is of."""
    sides = draft.sides_in(token.head) if token.lemma == "ministry" else ()
    if len(sides) == 1:
        discourse.organs[THE_MINISTRY] = ActorRef(sides[0].id, sides[0].name, sides[0].side)


def wages(draft: Draft, token: Token) -> bool:
    """Say whether a word tells whose a deed, an arm or land is: "a government offensive", "rebel-held areas"."""
    head = draft.tokens[token.head]
    held = token.dep == "npadvmod" and head.tag == "VBN" and head.dep == "amod"
    if held:
        head = draft.tokens[head.head]
    table = load_table("incidents")
    known = any({head.lemma, head.text.lower()} & table[name].words for name in _THEIRS)
    return known and (held or token.dep == "compound")
