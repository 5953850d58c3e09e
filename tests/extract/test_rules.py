"""Rules that words set off, tried in their order."""

from typing import Any

from detente.extract.rules import FirstOf, set_off_by
from detente.model.annotation import Token

READING: Any = None


@set_off_by(lambda: {"sign", "initial"})
def by_signing(_: Any, token: Token) -> str | None:
    return f"signed: {token.text}"


@set_off_by(lambda: {"sign", "meet"})
def by_meeting(_: Any, token: Token) -> str | None:
    return f"met: {token.text}"


def by_capital(_: Any, token: Token) -> str | None:
    return f"named: {token.text}" if token.text.istitle() else None


def test_a_rule_makes_nothing_of_words_that_do_not_set_it_off() -> None:
    assert by_signing(READING, _token("signed", "sign")) == "signed: signed"
    assert by_signing(READING, _token("met", "meet")) is None


def test_the_first_rule_that_makes_something_counts() -> None:
    rules = FirstOf(by_capital, by_signing, by_meeting)
    assert rules(READING, _token("signed", "sign")) == "signed: signed"
    assert rules(READING, _token("Signed", "sign")) == "named: Signed"
    assert rules(READING, _token("met", "meet")) == "met: met"


def test_a_rule_of_any_word_is_asked_of_words_that_set_off_no_other() -> None:
    rules = FirstOf(by_signing, by_capital)
    assert rules(READING, _token("Goma", "goma")) == "named: Goma"
    assert rules(READING, _token("river", "river")) is None
    assert rules.words == {"sign", "initial"}


def _token(text: str, lemma: str) -> Token:
    return Token(0, text, 0, len(text), lemma, "VERB", "VBD", "ROOT", 0)
