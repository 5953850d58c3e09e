from dataclasses import replace

import pytest

from detente.model.entry import Commitment as Promise
from detente.model.entry import Mode, Statement, Strength
from detente.wording import attribution, sentence, spoken_by
from tests.query.reports import ANA, passage, told

DAY = "Northern Post, 2023-05-01"


def said(words, mode):
    return told(Statement(document="one", evidence=passage(words), speaker=(ANA,), mode=mode))


def promised(words):
    return told(
        Promise(
            document="one",
            evidence=passage(words),
            by=(ANA,),
            said_by=(ANA,),
            strength=Strength.PLEDGE,
        )
    )


@pytest.mark.parametrize(
    ("words", "mode", "line"),
    [
        ("We are ready", Mode.DIRECT, f"“We are ready” — Ana Ruiz (Norland) in {DAY}"),
        (
            "they were ready",
            Mode.INDIRECT,
            f"they were ready — Ana Ruiz (Norland), reported, in {DAY}",
        ),
        (
            'they were "ready"',
            Mode.MIXED,
            f"they were “ready” — Ana Ruiz (Norland), partly quoted, in {DAY}",
        ),
    ],
)
def test_reported_speech_is_told_as_reported_and_stands_between_no_marks(words, mode, line):
    report = said(words, mode)
    assert f"{sentence(report)} — {attribution(report)}" == line


def test_a_promise_out_of_a_quotation_is_a_quotation():
    report = replace(promised("We shall reopen the road"), in_quotation=True)
    assert sentence(report) == "“We shall reopen the road”"
    assert spoken_by(report) == "Ana Ruiz (Norland)"


def test_a_promise_that_the_outlet_retells_is_reported():
    report = promised("to reopen the road")
    assert sentence(report) == "to reopen the road"
    assert spoken_by(report) == "Ana Ruiz (Norland), reported"
