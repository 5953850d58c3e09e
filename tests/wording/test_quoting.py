import pytest

from detente.model.entry import Mode
from detente.wording import printed, quoted


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


@pytest.mark.parametrize(
    ("words", "mode", "shown"),
    [
        ("The border is open", Mode.DIRECT, "“The border is open”"),
        ("the border was open", Mode.INDIRECT, "the border was open"),
        ('the talks were "useful"', Mode.MIXED, "the talks were “useful”"),
        ("the talks were “of use", Mode.MIXED, "the talks were “of use”"),
        ("of use” to both", None, "“of use” to both"),
    ],
)
def test_marks_stand_only_around_what_the_article_has_between_marks(words, mode, shown):
    assert printed(words, mode) == shown
