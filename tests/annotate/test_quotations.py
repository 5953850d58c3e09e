import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.annotate.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"We are ready," she said.', ["We are ready,"]),
        ("“We are ready,” she said, “to talk.”", ["We are ready,", "to talk."]),
        ("„Wir sind bereit”, said he. «Never».", ["Wir sind bereit", "Never"]),
        ("”Work goes on,” he told the press.", ["Work goes on,"]),
        ("'The enemy's losses are great,' he said.", ["The enemy's losses are great,"]),
        ("“He called it ‘a farce’ twice,” she said.", ["He called it ‘a farce’ twice,"]),
        ("The soldiers' families met Baku's envoy.", []),
    ],
)
def test_marks_of_all_kinds(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quotation_that_no_mark_closes_ends_with_its_paragraph() -> None:
    first, second = find_quotations("“We will talk.\n“And then sign,” he said.")
    assert not first.closed
    assert second.closed


@given(st.text(alphabet="ab \n\"'“”‘’.,"))
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.start < quotation.end <= len(text)
        last = quotation.end


def test_a_mark_that_is_missing_does_not_turn_what_is_said_and_what_is_told_around() -> None:
    text = 'He said: "The talks failed. She answered, "They did not," and left.'
    assert quoted(text) == ["The talks failed.", "They did not,"]


def test_a_quotation_that_nothing_closes_takes_no_long_paragraph_with_it() -> None:
    (quotation,) = find_quotations('He said: "It is over. ' + "They went on talking. " * 60)
    assert quotation.end - quotation.start < 700


def test_a_bent_mark_after_a_sentence_opens_anew_where_one_was_not_closed() -> None:
    text = "He said: “It stalls. She replied. “It goes on,” she said. “It ends,” he said."
    assert quoted(text) == ["It stalls.", "It goes on,", "It ends,"]
