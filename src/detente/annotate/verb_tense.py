"""The tense of the clause that a date stands in, read off the parse."""

from collections.abc import Sequence

from detente.dates import Tense
from detente.lexicon import load_table
from detente.model.annotation import Token

# What makes a verb one of things to come: "will meet", "could meet on Friday".
_MODALS = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "should", "must", "can", "could"}
)
# Of these, the ones that before "have" tell what may have been: "may have met on Friday".
_PERHAPS = frozenset({"may", "might", "must", "could", "can"})
# Verbs and adjectives of plans: "is due on Friday", "had planned to meet in June".
_PLANS = frozenset({"due", "schedule", "slate", "plan", "set", "expect", "aim", "hope", "intend"})
# Words behind "set" that make it one of them: "set for June 12", "set to meet", and not "set up".
_BEHIND_SET = frozenset({"for", "to"})
# Verbs whose infinitive tells what is so: "began to shell on Monday"; others' looks ahead.
_COMES_TRUE = frozenset(
    {
        *("begin", "continue", "start", "manage", "seem", "appear", "happen"),
        *("fail", "refuse", "help", "come", "allow", "let", "permit", "enable", "force", "prompt"),
    }
)
# Verbs whose present tells what was said or is so, and no timetable: "he says", "it remains".
_NO_TIMETABLE = frozenset(
    {
        *("say", "tell", "report", "write", "warn", "claim", "note", "recall", "show", "suggest"),
        *("be", "have", "do", "remain", "mark", "know", "think", "believe", "want", "need", "seem"),
        *(
            "let",
            "appear",
            "cite",
            "quote",
            "argue",
            "insist",
            "accuse",
            "deny",
            "include",
            "see",
            "mean",
        ),
    }
)
# What comes after something that is over: "the talks follow a truce agreed on Friday".
_FOLLOWS = frozenset({"follow"})
_BEHIND = frozenset({"after", "following", "amid", "despite"})
_AHEAD = frozenset({"ahead", "before"})
# Of what is done by force the present is of the day, and no timetable: "people flee on Tuesday".
_BY_FORCE = ("assault", "fight", "kill", "expel", "detain", "destroy")
_PAST_TAGS = frozenset({"VBD", "VBN"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP"})
# What happens by appointment: "will attend the June 12 summit". Other nouns name what is over.
_APPOINTMENTS = frozenset(
    {
        *(
            "meeting",
            "summit",
            "talk",
            "talks",
            "round",
            "deadline",
            "election",
            "vote",
            "conference",
        ),
        *("visit", "session", "trip", "ceremony", "hearing", "referendum", "negotiation", "date"),
        *("signing", "exchange", "handover", "withdrawal", "release", "start", "opening", "event"),
        *("ballot", "poll", "forum", "gathering", "anniversary", "call", "debate", "truce"),
    }
)
# What these verbs lead to is to come, whenever it was said: "has invited both to talks on Friday".
_INVITES = frozenset({"invite", "propose", "suggest", "offer"})
# Blows, of whose day it is told that they are over; and the verbs by which one is yet to be struck.
_BLOWS = frozenset(
    {
        "attack",
        "strike",
        "raid",
        "massacre",
        "assault",
        "bombing",
        "shelling",
        "invasion",
        "airstrike",
    }
)
_STARTS = frozenset(
    {"launch", "start", "begin", "mount", "resume", "stage", "carry", "plan", "conduct"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_MOST_STEPS = 25


def noun_of_date(tokens: Sequence[Token], i: int, words: tuple[int, int]) -> Token | None:
    """Return the noun that a date of the tokens ``words`` belongs to: "the June 12 talks", "the war of 2020"."""
    above = tokens[tokens[i].head]
    if above.i == i or words[0] <= above.i < words[1]:
        return None
    if above.lemma == "of" and above.i < i:
        noun = tokens[above.head]
        return noun if noun.pos in _NOUNS else None
    if above.lemma == "on" and above.i < i and (blow := _blow_before(tokens, above)):
        return blow
    is_before = above.i > i and tokens[i].dep in {"compound", "nmod", "nummod", "amod", "poss"}
    return above if is_before and above.pos in _NOUNS else None


def _blow_before(tokens: Sequence[Token], on: Token) -> Token | None:
    """Read "an inquiry into the attack on Jermuk on May 3": the day behind a blow and its aim is the blow's."""
    verb = tokens[on.head]
    if verb.pos != "VERB" or verb.lemma in _STARTS or on.i == 0:
        return None
    aim = tokens[on.i - 1]
    steps = [aim]
    while steps[-1].head > verb.i and steps[-1].head < steps[-1].i and len(steps) < _MOST_STEPS:
        steps.append(tokens[steps[-1].head])
    blow = next((t for t in steps[2:] if t.lemma in _BLOWS), None)
    named = blow and any(
        t.head == blow.i and t.text.lower() == "the" for t in tokens[verb.i : blow.i]
    )
    return blow if named else None


def tense_at(tokens: Sequence[Token], i: int, noun: Token | None = None) -> Tense:
    """Read the tense off the verb that governs token ``i``; ``noun`` is what a date belongs to."""
    verb = _governor(tokens, i)
    tense = tense_of(tokens, verb) if verb else Tense.UNKNOWN
    if verb and _is_ahead_of(tokens, i, verb):
        return Tense.FUTURE
    if verb and tense is Tense.PRESENT and _comes_second(tokens, i, verb):
        return Tense.PAST
    if noun is None:
        return tense
    if noun.lemma.lower() not in _APPOINTMENTS:
        return Tense.PAST
    if tense is not Tense.PAST:
        return tense
    return Tense.PLANNED if _hangs_from(tokens, noun.i, verb, _AHEAD) else Tense.UNKNOWN


def _is_ahead_of(tokens: Sequence[Token], i: int, verb: Token) -> bool:
    """Say whether a day is that of what is proposed: "proposed talks on Friday", "proposed meeting on Friday"."""
    above = tokens[verb.head]
    if verb.tag == "VBG" and verb.dep in {"xcomp", "pcomp"} and above.lemma in _INVITES:
        return True
    return verb.lemma in _INVITES and i > verb.i and tokens[tokens[i].head].head != verb.i


def _comes_second(tokens: Sequence[Token], i: int, verb: Token) -> bool:
    """Say whether a day is that of what came first: "follows a statement on Friday", "comes after Friday's raid"."""
    return (verb.lemma in _FOLLOWS and i > verb.i) or _hangs_from(tokens, i, verb, _BEHIND)


def _hangs_from(tokens: Sequence[Token], i: int, verb: Token | None, words: frozenset[str]) -> bool:
    """Say whether one of the words stands on the way from a token up to its verb."""
    for _ in range(_MOST_STEPS):
        token = tokens[i]
        if token.lemma.lower() in words:
            return True
        if token.head == i or verb is None or token.i == verb.i:
            return False
        i = token.head
    return False


def tense_of(tokens: Sequence[Token], verb: Token) -> Tense:
    """Read the tense off a verb with its helpers."""
    helpers = [t for t in tokens[max(0, verb.i - 6) : verb.i] if t.head == verb.i]
    words = {t.text.lower() for t in helpers if t.dep in {"aux", "auxpass"}}
    if _is_plan(tokens, verb):
        return _of_plan(tokens, verb, helpers)
    if words & _MODALS:
        return _of_modal(words)
    has_to = any(t.text.lower() == "to" for t in helpers)
    if has_to and (verb.tag == "VB" or words & {"have", "be"}):  # "is due to be held"
        return _of_infinitive(tokens, verb, words)
    if verb.tag in _PAST_TAGS or words & {"had", "has", "have", "was", "were"}:
        return Tense.PAST
    is_running = verb.tag == "VBG" and any(t.tag in _PRESENT_TAGS for t in helpers)
    is_present = verb.tag in _PRESENT_TAGS and verb.pos == "VERB"
    has_timetable = (is_running or is_present) and not _has_no_timetable(verb)
    has_timetable = has_timetable or (verb.tag in _PRESENT_TAGS and _is_of_event(tokens, verb))
    return Tense.PRESENT if has_timetable else Tense.UNKNOWN


def _has_no_timetable(verb: Token) -> bool:
    if verb.lemma in _NO_TIMETABLE:
        return True
    table = load_table("incidents")
    return any(verb.lemma in table[name].words for name in _BY_FORCE)


def _is_of_event(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether "is" tells when something happens by appointment: "the vote is on Monday"."""
    near = tokens[max(0, verb.i - _MOST_STEPS) : verb.i]
    subject = next((t for t in near if t.head == verb.i and t.dep == "nsubj"), None)
    return verb.lemma == "be" and subject is not None and subject.lemma in _APPOINTMENTS


def _is_plan(tokens: Sequence[Token], verb: Token) -> bool:
    if verb.lemma == "set":
        behind = tokens[verb.i + 1].text.lower() if verb.i + 1 < len(tokens) else ""
        return verb.tag == "VBN" and behind in _BEHIND_SET
    return verb.lemma in _PLANS and verb.tag in {"VBN", "JJ", "VBZ", "VBP", "VBD"}


def _of_plan(tokens: Sequence[Token], verb: Token, helpers: Sequence[Token]) -> Tense:
    """Tell "is due" and "plans" from "was due", "had planned" and "the meeting planned for June"."""
    carriers = [t for t in helpers if t.dep in {"aux", "auxpass"}]
    above = tokens[verb.head]
    if above.lemma == "be" and verb.pos != "VERB":
        carriers.append(above)
    is_past = verb.tag == "VBD" or any(t.tag == "VBD" for t in carriers)
    if verb.tag in _PRESENT_TAGS or (carriers and not is_past):
        return Tense.FUTURE
    return Tense.PLANNED


def _of_modal(words: set[str]) -> Tense:
    if "have" not in words:
        return Tense.FUTURE
    return Tense.PAST if words & _PERHAPS else Tense.PLANNED


def _of_infinitive(tokens: Sequence[Token], verb: Token, words: set[str]) -> Tense:
    above = tokens[verb.head]
    if above.lemma in _COMES_TRUE:
        return Tense.PAST if above.tag in _PAST_TAGS else Tense.UNKNOWN
    if above.lemma == "be" and above.tag == "VBD":
        return Tense.PLANNED
    if _is_plan(tokens, above):
        return tense_of(tokens, above)
    # "is said to have met on Friday"
    return Tense.PAST if "have" in words else Tense.FUTURE


def _governor(tokens: Sequence[Token], i: int) -> Token | None:
    for _ in range(_MOST_STEPS):
        token = tokens[i]
        if token.pos in {"VERB", "AUX"} or (token.pos == "ADJ" and token.lemma in _PLANS):
            return token
        if token.head == i:
            return None
        i = token.head
    return None
