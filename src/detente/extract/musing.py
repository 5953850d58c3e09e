"""What "if" and its like set no terms by: doubts, musings, what never was."""

from detente.extract.reading import Reading
from detente.extract.roles import agent
from detente.lexicon import load_table
from detente.model.annotation import Token

_DOUBTS = frozenset(
    {"care", "matter", "ask", "wonder", "know", "see", "say", "question", "be", "doubt", "decide"}
)
_OPEN_QUESTION = frozenset(
    {"clear", "unclear", "certain", "uncertain", "sure", "unsure", "known", "unknown", "doubtful", "helpful", "good",
     "better", "nice", "great", "useful"}
)  # fmt: skip

_CLOSING = frozenset({"conclude", "close", "finish", "begin", "start"})  # of a speech


def is_even(reading: Reading, mark: Token) -> bool:
    """Say whether "even if" or "not without" stands there, which bind nothing."""
    return mark.i > 0 and reading.tokens[mark.i - 1].text.lower() in {"even", "as", "not"}


def is_whether(reading: Reading, mark: Token, main: Token) -> bool:
    """Read "asked if they would come", which is open and holds nothing."""
    # "is willing to open them if" sets terms, "is not clear if" and "would be helpful if" do not
    called = {t.lemma for t in reading.children(main.i, "acomp")}
    bound = called and not called & _OPEN_QUESTION
    return main.lemma in _DOUBTS and mark.i > main.i and not bound


def is_untrue(reading: Reading, main: Token) -> bool:
    """Read "could not have gone there unless it had given way", which tells what was."""
    helpers = reading.auxiliaries(main.i)
    return "have" in helpers and bool(helpers & {"could", "would", "might"})


def is_musing(reading: Reading, main: Token, verb: Token) -> bool:
    """Say whether an "if" muses on what comes of it and sets no terms: "the road, if built, would shorten"."""
    bare = verb.tag == "VBN" and not reading.children(verb.i, "nsubjpass", "auxpass")
    done = bool(reading.children(main.i, "auxpass", "nsubjpass"))
    likes = main.lemma in {"prefer", "like", "love"}
    # "if they want to harm themselves, that is their decision"; "if I were you"
    pointed = main.lemma == "be" and any(
        t.text.lower() in {"that", "this"} for t in reading.children(main.i, "nsubj")
    )
    unreal = verb.text.lower() == "were" and any(
        t.text.lower() == "i" for t in reading.children(verb.i, "nsubj")
    )
    return (
        likes
        or pointed
        or unreal
        or ((bare or done) and not any(r.listed for r in agent(reading, main.i)))
    )


def is_mere_order(reading: Reading, mark: Token, main: Token) -> bool:
    """Read "had not called him before the vote", "rang one before meeting the other", "before closing, let me"."""
    acts = reading.children(mark.i, "pcomp")
    if any(t.lemma in _CLOSING for t in acts):
        return True
    refused = main.lemma in load_table("stance")["refusal verb"].words
    if "had" in reading.auxiliaries(main.i):
        return True
    return main.tag == "VBD" and not refused and any(t.tag == "VBG" for t in acts)
