import pytest

from detente.wording import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The border is open", "“The border is open”"),
        ('the word "corridor" is not in it', "“the word ‘corridor’ is not in it”"),
        ('over the word "corridor', "“over the word ‘corridor’”"),
        ("Both see “a chance for peace", "“Both see ‘a chance for peace’”"),
        ("political will” is needed", "“‘political will’ is needed”"),
        ("the president's aide", "“the president's aide”"),
        ('"No," he said, "not', "“‘No,’ he said, ‘not’”"),
    ],
)
def test_what_is_quoted_in_a_quotation_stands_between_single_marks_that_are_closed(words, shown):
    assert quoted(words) == shown
