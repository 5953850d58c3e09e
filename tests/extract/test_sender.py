from dataclasses import replace

import pytest

from detente.extract.sender import sender
from detente.model.annotation import AnnotatedDocument, Token
from detente.model.document import Document
from detente.model.entry import Statement
from detente.processes import load_process
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, quote

LETTER = Document(source="letter.txt", text="We welcome the truce. We call on all to keep it.")


@pytest.mark.parametrize(
    ("outlet", "title", "byline", "signs"),
    [
        ("US Department of State", "A truce", "Ned B. Price, Department Spokesperson", "Ned Price"),
        ("The White House, Emily Horne, NSC Spokesperson", "A truce", "", "Emily Horne"),
        ("The White House", "Statement by NSC Spokesperson Emily Horne on a truce", "", "Emily Horne"),
        ("The White House", "Statement by NSC Spokesperson Emily Horne Welcoming a Truce", "", "Emily Horne"),
        ("The White House", "NSC Spokesperson Emily Horne’s Remarks on a Truce", "", "Emily Horne"),
        ("Office of the Prime Minister", "A truce", "", "Office of the Prime Minister"),
        ("United Nations News", "A truce", "", None),
        ("Morning Herald", "A truce", "Ned Price, Chief Correspondent", None),
    ],
)  # fmt: skip
def test_who_signs_a_press_statement(
    outlet: str, title: str, byline: str, signs: str | None
) -> None:
    letter = replace(LETTER, outlet=outlet, title=title, byline=(byline,) if byline else ())
    who = sender(AnnotatedDocument(letter, (), (), (), (), ()), load_process("blank"))
    assert [a.name for a in who] == ([signs] if signs else [])


def test_a_side_of_the_profile_that_publishes_signs() -> None:
    letter = Document(
        source="test", text="It will go on.", title="Truce renewed", outlet="United Nations"
    )
    who = sender(AnnotatedDocument(letter, (), (), (), (), ()), load_process("yemen"))
    assert [ref.name for ref in who] == ["United Nations"]


def test_the_sides_named_in_the_title_sign_a_joint_statement() -> None:
    letter = replace(
        LETTER,
        title="2022 U.S.-Armenia Strategic Dialogue Joint Statement on Azerbaijan",
        outlet="US Department of State",
    )
    process = load_process("armenia-azerbaijan")
    who = sender(AnnotatedDocument(letter, (), (), (), (), ()), process)
    assert {a.name for a in who} == {"Armenia", "United States"}


@pytest.mark.parametrize(
    ("byline", "signs"), [("By Hans Grundberg", ["Hans Grundberg"]), ("By Ada Corwin", [])]
)
def test_who_is_known_and_writes_a_guest_column_signs_it(byline: str, signs: list[str]) -> None:
    column = replace(LETTER, outlet="Morning Herald", title="Keep it", byline=(byline,))
    we = tuple(Token(i, "We", 0, 2, "we", "PRON", "PRP", "nsubj", i) for i in range(2))
    who = sender(AnnotatedDocument(column, we, (), (), (), ()), load_process("yemen"))
    assert [ref.name for ref in who] == signs


def test_who_is_written_to_signs_no_letter(read: Read) -> None:
    text = (
        "Dear Prime Minister Pashinyan,\n"
        "We urge your government to open the border with Azerbaijan without delay."
    )
    found = of_type(read(text, title="Open the border", outlet="Office of the Envoy"), Statement)
    assert [names(s.speaker) for s in found] == [["Office of the Envoy"]]


def test_the_news_service_of_a_body_signs_no_report_on_what_several_say(read: Read) -> None:
    text = (
        "Hans Grundberg said that the border was quiet. Charles Michel said that the treaty was near. "
        "Armenia and Azerbaijan began talks on it in May."
    )
    found = of_type(read(text, title="Council hears of talks", outlet="United Nations"), Statement)
    assert [quote(s) for s in found] == ["the border was quiet", "the treaty was near"]
