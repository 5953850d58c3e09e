"""Who stands behind what an outlet tells without a verb of saying: who urges, rejects or vows has said so."""

from functools import cache

from detente.extract.reading import Reading
from detente.extract.roles import behind
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Actors

# the groups of stance.toml whose words are acts of speech, verbs and nouns
_ACTS = (
    "accuse",
    "condemn",
    "allege",
    "charge noun",
    "pledge verb",
    "pledge noun",
    "demand verb",
    "demand noun",
    "own demand",
    "refusal verb",
    "refusal noun",
    "put forward",
    "word given",
    "lash out",
    "win over",
    "seek of",
)
# of the verbs that ask, pledge or offer where another acts, those that are a saying
_SAID = frozenset(
    {"ask", "tell", "call", "insist", "warn", "advise", "invite", "order", "instruct", "encourage", "challenge", "dare",
     "remind", "implore", "beseech", "caution", "counsel", "offer", "propose", "volunteer", "hope", "agree", "accept",
     "approve", "endorse", "demand", "stipulate", "vote", "express", "voice", "reiterate", "reaffirm", "declare",
     "announce", "trade"}
)  # fmt: skip
# what one may do without a word
_SILENT = frozenset(
    {"boycott", "resist", "balk", "baulk", "shun", "snub", "push", "pressure", "commit", "resolve"}
)


def said_by(reading: Reading, head: Token, span: tuple[int, int], by: Actors) -> Actors:
    """Return who stands behind a claim: whose words it is in, else who makes it by an act of speech."""
    speakers = behind(reading, head.i, span)
    if head.pos == "NOUN" and not reading.said_by(*span) and not set(speakers) & set(by):
        speakers = ()  # "the group's demand was rejected by Israel": who rejects it does not make it
    return speakers or (by if is_aloud(reading, head) else ())


def is_aloud(reading: Reading, head: Token) -> bool:
    """Say whether a word, or the verb that it hangs from, is an act of speech."""
    above = reading.tokens[head.head]
    voiced = head.pos == "NOUN" and above.lemma in load_table("stance")["express"].words - {"have"}
    return head.lemma in _aloud() or voiced


@cache
def _aloud() -> frozenset[str]:
    stance = load_table("stance")
    words = {w for name in _ACTS for w in stance[name].words}
    firsts = {p[0] for name in _ACTS for p in stance[name].phrases}
    return frozenset(words | firsts | _SAID | load_table("speech")["say"].words) - _SILENT
