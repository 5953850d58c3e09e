import pytest

from detente.ledger.searching import holds
from detente.processes import load_process
from detente.query import search_words


@pytest.fixture(scope="module")
def process():
    return load_process("armenia-azerbaijan")


def test_a_family_name_is_looked_for_in_every_spelling_that_the_profile_knows(process):
    found = search_words("Pashinian border", process)
    assert found.startswith('("Pashinian" OR ')
    assert '"Pashinyan"' in found
    assert found.endswith(' AND "border"')


def test_between_quotation_marks_a_name_stands_for_itself_alone(process):
    assert search_words('"Pashinian"', process) == '"Pashinian"'


def test_a_text_holds_the_words_in_one_of_the_spellings(process):
    looked_for = search_words("Pashinian border", process)
    assert holds(looked_for, "Pashinyan spoke of the border")
    assert not holds(looked_for, "Pashinyan spoke")
    assert not holds(looked_for, "Aliyev spoke of the border")
