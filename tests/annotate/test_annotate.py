from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.annotate import annotate
from detente.model.annotation import AnnotatedDocument
from detente.model.profile import Process
from tests.conftest import article

if TYPE_CHECKING:
    from spacy.language import Language


def who(annotated: AnnotatedDocument, word: str, *, nth: int = 0) -> list[str]:
    """Return whom the nth token of that form means."""
    token = [t for t in annotated.tokens if t.text == word][nth]
    mention = annotated.mention_at.get(token.i)
    return [a.name for a in mention.actors] if mention else []


@pytest.fixture(scope="module")
def read(language: "Language", process: Process):
    """Annotate an article of the day 26 May 2023."""
    return lambda text: annotate(article(text), language=language, process=process)


def test_every_spelling_means_the_person(read) -> None:
    text = "Pashinian met İlham Aliyev. Nikol Pashinyan left."
    assert who(read(text), "Pashinian") == ["Nikol Pashinyan"]
    assert who(read(text), "Aliyev") == ["Ilham Aliyev"]


def test_a_capital_stands_for_its_government(read) -> None:
    assert who(read("Yerevan rejected the offer."), "Yerevan") == ["Armenia"]


def test_a_title_means_the_one_in_office_on_the_day(read) -> None:
    text = "The foreign minister of Armenia arrived in Moscow."
    assert who(read(text), "minister") == ["Ararat Mirzoyan"]


def test_the_ministers_of_two_countries_are_two_persons(read) -> None:
    text = "The foreign ministers of Armenia and Azerbaijan met. The two ministers shook hands."
    both = ["Ararat Mirzoyan", "Jeyhun Bayramov"]
    assert sorted(who(read(text), "ministers")) == both
    assert sorted(who(read(text), "ministers", nth=1)) == both


def test_he_is_the_speaker_of_the_sentence_before(read) -> None:
    text = "Lavrov spoke first about the border. He thanked both sides."
    assert who(read(text), "He") == ["Sergey Lavrov"]


def test_both_sides_are_the_parties(read) -> None:
    assert who(read("Both sides accused each other."), "sides") == ["Armenia", "Azerbaijan"]


def test_a_person_outside_the_profile_is_kept_and_marked(read) -> None:
    annotated = read("The farmer Garnik Petrosyan said that the road was closed.")
    mention = annotated.mention_at[next(t.i for t in annotated.tokens if t.text == "Petrosyan")]
    assert not mention.actors[0].listed


def test_another_person_of_the_same_surname_is_not_the_listed_one(read) -> None:
    assert who(read("Robert Michel, a baker, sold bread."), "Michel") != ["Charles Michel"]


def test_a_text_may_end_in_capitals(read) -> None:
    assert read("Talks went on in Yerevan.\n\nALL RIGHTS ARE OURS").tokens[-1].text == "OURS"


def test_a_weekday_is_read_by_the_tense_of_its_verb(read) -> None:
    past, future = read("They met on Thursday. They will meet on Tuesday.").times
    assert str(past.when) == "2023-05-25"
    assert str(future.when) == "2023-05-30"


def test_a_paragraph_on_another_year_lends_it_to_a_month(read) -> None:
    times = read("In 2021 they met twice. In April they met in Sochi.").times
    assert [str(t.when) for t in times] == ["2021-01-01/2021-12-31", "2021-04-01/2021-04-30"]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_every_token_slices_out_of_the_text(
    language: "Language", process: Process, text: str
) -> None:
    if not text.strip():
        return
    annotated = annotate(article(text), language=language, process=process)
    for token in annotated.tokens:
        assert text[token.start : token.end].strip() != ""
