"""Which place a name means, on sentences of our own."""

from typing import TYPE_CHECKING

import pytest

from detente.annotate import annotate
from detente.annotate.gazetteer import SpotKind, load_gazetteer
from detente.model.annotation import AnnotatedDocument, Mention
from detente.model.entry import PlaceRef
from detente.model.profile import Process
from detente.processes import load_process
from tests.conftest import article

if TYPE_CHECKING:
    from spacy.language import Language


def mention_of(annotated: AnnotatedDocument, word: str) -> Mention | None:
    token = next(t for t in annotated.tokens if t.text == word)
    return annotated.mention_at.get(token.i)


@pytest.fixture(scope="module")
def where(language: "Language"):
    """Give the place that a word of a text means where no process is known."""
    blank = load_process("blank")

    def find(text: str, word: str) -> PlaceRef | None:
        mention = mention_of(annotate(article(text), language=language, process=blank), word)
        return mention.place if mention else None

    return find


@pytest.fixture(scope="module")
def meant(language: "Language", process: Process):
    """Give the mention at a word of a text of the Armenian-Azerbaijani process."""
    return lambda text, word: mention_of(
        annotate(article(text), language=language, process=process), word
    )


def country_of(place: PlaceRef | None) -> str | None:
    return place.country if place and place.lat is not None else None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The fair opens in Paris, Texas, on Monday.", "Paris", "Paris, Texas"),
        ("He was born in Alexandria, Va., and went west.", "Alexandria", "Alexandria, Virginia"),
        ("Officers in London (Ont.) closed the road.", "London", "London, Ontario"),
        ("Officials in Ohio said the school in Lebanon will stay.", "Lebanon", "Lebanon, Ohio"),
        ("The mayor of Houston resigned.", "Houston", "Houston"),
    ],
)
def test_a_namesake_is_told_by_its_state(where, text: str, word: str, name: str) -> None:
    place = where(text, word)
    assert place is not None
    assert place.name == name
    assert place.lat is not None


def test_what_is_told_once_holds_for_the_article(where) -> None:
    text = "PARIS, Texas - The council met on Monday. A new bridge for Paris will cost two million."
    assert where(text, "Paris").name == "Paris, Texas"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council of Athens voted to mend the road to the school.", "Athens"),
        ("A shop in Springfield burned down.", "Springfield"),
        ("They drove from Moscow, Ohio, to the lake.", "Moscow"),
    ],
)
def test_a_name_that_the_text_leaves_open_gets_no_coordinates(where, text: str, word: str) -> None:
    place = where(text, word)
    assert place is None or place.lat is None


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The Greek minister flew home to Athens.", "Athens", "Greece"),
        ("Envoys of Syria, Russia and Iran met in Geneva.", "Geneva", "Switzerland"),
        ("Egypt invited both to Alexandria.", "Alexandria", "Egypt"),
        ("Lawmakers in Atlanta and Alabama want Georgia to pay.", "Georgia", "United States"),
        ("Tbilisi said that Georgia had signed.", "Georgia", "Georgia"),
    ],
)
def test_the_countries_of_the_article_tell(where, text: str, word: str, country: str) -> None:
    assert country_of(where(text, word)) == country


def test_a_capital_of_the_process_stays_itself_and_speaks(meant) -> None:
    mention = meant("Washington said that talks in Moscow, Georgia and Armenia went on.", "Moscow")
    assert mention.actors[0].name == "Russia"
    assert mention.place.country == "Russia"
    assert meant("Paris said it would help.", "Paris").actors[0].name == "France"


def test_a_list_of_countries_names_no_state(meant) -> None:
    text = "Armenia, Georgia and Turkey opened the road."
    assert meant(text, "Armenia").actors[0].name == "Armenia"
    assert meant(text, "Georgia").actors[0].name == "Georgia"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A storm hit New London on Friday.", "London"),
        ("The Washington Post reported the offer.", "Washington"),
        ("Paris Whitmore won the race.", "Paris"),
    ],
)
def test_a_part_of_a_longer_name_is_no_capital(where, text: str, word: str) -> None:
    place = where(text, word)
    assert place is None or place.lat is None or place.name.startswith("New London")


def test_no_two_places_of_the_gazetteer_are_the_same_and_states_are_known() -> None:
    gazetteer = load_gazetteer()
    spots = [spot for named in gazetteer.spots.values() for spot in named]
    assert len({(s.name, s.state, s.country) for s in spots}) == len(spots)
    states = {(s.name, s.country) for s in spots if s.kind is SpotKind.STATE}
    assert {(s.state, s.country) for s in spots if s.state} <= states


def test_no_town_lies_far_from_its_state() -> None:
    gazetteer = load_gazetteer()
    spots = [spot for named in gazetteer.spots.values() for spot in named]
    states = {(s.name, s.country): s for s in spots if s.kind is SpotKind.STATE}
    wide = {
        "Alaska",
        "Nunavut",
        "Quebec",
        "Ontario",
        "Queensland",
        "Western Australia",
        "Northern Territory",
    }
    for spot in spots:
        state = states.get((spot.state, spot.country))
        if state and state.name not in wide:
            assert abs(spot.lat - state.lat) < 6, spot
            assert abs(spot.lon - state.lon) < 9, spot


def test_two_people_of_one_surname_are_two(language: "Language", process: Process) -> None:
    text = "Hamid Darvani came first. Alina Darvani came later. Mrs. Darvani spoke."
    annotated = annotate(article(text), language=language, process=process)
    meant = [m.actors[0].name for m in annotated.mentions if m.actors]
    assert meant == ["Hamid Darvani", "Alina Darvani", "Alina Darvani"]
