"""What hangs on something: "progress depends on the border"."""

from detente.model.entry import Condition
from tests.extract.conftest import Read
from tests.extract.finding import of_type, only


def test_what_something_depends_on_is_required(read: Read) -> None:
    condition = only(read("The peace treaty depends on the delimitation of the border."), Condition)
    assert condition.requires_text == "the delimitation of the border"


def test_what_others_depend_on_is_no_condition_where_it_is_merely_named(read: Read) -> None:
    told = "Delegates spoke of the ceasefire on which the whole peace treaty depends."
    assert of_type(read(told), Condition) == []
