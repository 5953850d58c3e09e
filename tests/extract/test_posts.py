"""What an article shows of a social network is said by whoever posted it."""

from detente.model.entry import Mode, Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote

LEAD = "Pashinyan and Aliyev met in Prague on October 6.\n\n"


def test_a_post_is_its_senders_word_for_word(read: Read) -> None:
    text = (
        LEAD + "The border talks go on. Armenia will come back to them. pic.twitter.com/Kx1 "
        "— Nikol Pashinyan (@NikolPashinyan) October 7, 2022"
    )
    said = of_type(read(text), Statement)
    assert [(quote(s), names(s.speaker), s.mode) for s in said] == [
        ("The border talks go on", ["Nikol Pashinyan"], Mode.DIRECT),
        ("Armenia will come back to them", ["Nikol Pashinyan"], Mode.DIRECT),
    ]
    assert {str(s.said_on) for s in said} == {"2022-10-07"}


def test_an_account_that_nobody_knows_speaks_under_its_name(read: Read) -> None:
    text = (
        LEAD + "No shots at the border tonight. The whole valley is calm. — Border Watch (@bwatch)"
    )
    said = of_type(read(text), Statement)
    assert [names(s.speaker) for s in said] == [["Border Watch"], ["Border Watch"]]


def test_an_account_in_the_middle_of_a_paragraph_signs_nothing(read: Read) -> None:
    text = (
        LEAD + "The map — made by Border Watch (@bwatch) in May — shows the border road of Armenia."
    )
    assert not of_type(read(text), Statement)
