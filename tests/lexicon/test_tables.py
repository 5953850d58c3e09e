from importlib import resources

import pytest

from detente.lexicon import Words, load_table

TABLES = sorted(
    f.name.removesuffix(".toml")
    for f in resources.files("detente.lexicon").iterdir()
    if f.name.endswith(".toml")
)


@pytest.mark.parametrize("name", TABLES)
def test_every_group_has_a_definition_an_example_and_words(name: str) -> None:
    for group in load_table(name).groups.values():
        assert group.definition
        assert group.example
        assert group.words or group.phrases


def test_phrases_are_kept_apart_from_words() -> None:
    leaders = load_table("people")["leader"]
    assert "leader" in leaders
    assert ("supreme", "leader") in leaders.phrases


def test_a_word_finds_its_first_group() -> None:
    group = load_table("incidents").find("shell")
    assert group is not None
    assert group.name == "assault"
    assert group.traits["plover"] == "ASSAULT"


def test_words_are_joined_and_taken_out_as_of_any_set_and_only_once() -> None:
    one, other = Words(("treaty", "talks")), Words(("talks", "truce"))
    assert one | other | {"summit"} == {"treaty", "talks", "truce", "summit"}
    assert one - {"talks"} == {"treaty"}
    assert (one | other) is (one | other)
