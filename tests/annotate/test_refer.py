"""Whom a title, a surname, an office and a pronoun mean."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from detente.annotate import annotate
from detente.model.annotation import AnnotatedDocument
from detente.model.profile import Process
from detente.processes import load_process
from tests.annotate.test_annotate import who
from tests.conftest import article

if TYPE_CHECKING:
    from spacy.language import Language

Read = Callable[[str], AnnotatedDocument]


@pytest.fixture(scope="module")
def read(language: "Language", process: Process) -> Read:
    """Annotate an article of the day 26 May 2023."""
    return lambda text: annotate(article(text), language=language, process=process)


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (
            "Yerevan hopes to sign the treaty in summer, the prime minister told a forum.",
            "minister",
            ["Nikol Pashinyan"],
        ),
        ("Yerevan said that Baku had attacked it.", "it", ["Armenia"]),
        ("Aliyev met Pashinyan. Putin called him on Friday.", "him", ["Ilham Aliyev"]),
        (
            "The text was sent to Baku by the mediators, but so far it has not answered.",
            "it",
            ["Azerbaijan"],
        ),
        (
            "Baku put the blame on Yerevan: its soldiers had fired first.",
            "its",
            ["Armenia"],
        ),
        (
            "Lavrov met Mirzoyan and Bayramov. The Russian minister was content.",
            "minister",
            ["Sergey Lavrov"],
        ),
        (
            "Putin and Aliyev met. Russia would help with the treaty, the President promised.",
            "President",
            ["Vladimir Putin"],
        ),
        ("The Foreign Ministry in Baku denied it.", "Ministry", ["Azerbaijan"]),
        ("Yerevan waited. The Aliyev government refused.", "government", ["Azerbaijan"]),
        ("Officials in Armenia's capital denied it.", "Officials", ["Armenia"]),
        ("A spokesman for Pashinyan denied it.", "spokesman", ["Nikol Pashinyan"]),
        ("Lavrov arrived. A diplomat at the talks was content.", "diplomat", ["diplomat"]),
        ("An Armenian lawmaker denied it.", "lawmaker", ["Armenian lawmaker"]),
        (
            "Karen Simonyan, an analyst, left. Simonyan was content.",
            "Simonyan",
            ["Karen Simonyan"],
        ),
        (
            "Asadov spoke first. His counterpart, Ilham Aliyev, was silent.",
            "counterpart",
            ["Ilham Aliyev"],
        ),
        ("Lavrov, who met Mirzoyan, was content.", "who", ["Sergey Lavrov"]),
    ],
)
def test_whom_words_mean(read: Read, text: str, word: str, meant: list[str]) -> None:
    assert who(read(text), word) == meant


def test_he_after_what_is_said_is_its_subject(read: Read) -> None:
    text = (
        "Michel spoke in Brussels. Pashinyan will meet Aliyev in June, he told a cabinet meeting."
    )
    assert who(read(text), "he") == ["Nikol Pashinyan"]


def test_he_who_goes_on_speaking_is_none_of_those_he_names(read: Read) -> None:
    text = "Michel said that talks would resume. Pashinyan was ready for them, he said."
    assert who(read(text), "he") == ["Charles Michel"]


def test_an_envoy_is_not_of_the_side_that_the_envoy_is_sent_to(read: Read) -> None:
    text = "The US special envoy for Armenia arrived."
    assert who(read(text), "envoy") == ["United States"]


def test_both_titles_of_one_side_mean_that_side(read: Read) -> None:
    text = "The King and Crown Prince of Saudi Arabia confirmed it."
    assert who(read(text), "King") == ["Saudi Arabia"]
    assert who(read(text), "Prince") == ["Saudi Arabia"]


def test_an_outlet_is_not_the_side_that_its_name_holds(read: Read) -> None:
    annotated = read("According to the Times of Israel, Iran's Tasnim news agency was wrong.")
    assert who(annotated, "Israel") == ["Times of Israel"]
    assert who(annotated, "agency") == ["Tasnim news agency"]


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (
            "Vice President Reza Tavakoli met Pashinyan. The vice president was content.",
            "president",
            ["Reza Tavakoli"],
        ),
        (
            "The Halo Trust Foundation sent aid. The foundation was content.",
            "foundation",
            ["Halo Trust Foundation"],
        ),
        ("Azerbaijani state media denied it.", "media", ["Azerbaijani state media"]),
    ],
)
def test_a_word_means_who_was_told_to_be_that(
    read: Read, text: str, word: str, meant: list[str]
) -> None:
    assert who(read(text), word) == meant


def test_rebels_of_a_side_do_not_act_for_it(read: Read) -> None:
    assert who(read("Two Azerbaijani rebel commanders said so."), "commanders") != ["Azerbaijan"]


def test_an_agency_in_capitals_is_no_town(language: "Language") -> None:
    process = load_process("syria")
    annotated = annotate(
        article("The state news agency SANA denied it."), language=language, process=process
    )
    assert who(annotated, "SANA") == ["SANA"]


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (
            "Ankara waited. The envoys of both countries let citizens of third countries cross.",
            "envoys",
            ["Armenia", "Turkey"],
        ),
        (
            "The envoys of both countries spoke of the treaty.",
            "envoys",
            ["Armenia", "Azerbaijan"],
        ),
        (
            "Putin, Pashinyan and Aliyev met. The three deputy prime ministers would follow.",
            "ministers",
            ["Russia", "Armenia", "Azerbaijan"],
        ),
        ("The Armenian residents of Karabakh refused.", "residents", ["Nagorno-Karabakh"]),
        ("The Armenian residents refused.", "residents", ["Armenia"]),
    ],
)
def test_the_sentence_tells_whose_people_are_meant(
    read: Read, text: str, word: str, meant: list[str]
) -> None:
    assert who(read(text), word) == meant


def test_a_title_of_several_is_no_first_name(read: Read) -> None:
    assert who(read("She hosted Ministers Bayramov and Mirzoyan."), "Bayramov") == [
        "Jeyhun Bayramov"
    ]


def test_officials_of_three_countries_are_not_their_presidents(read: Read) -> None:
    text = "Putin, Pashinyan and Aliyev met. The deputy prime ministers of the three countries will follow."
    assert who(read(text), "ministers") == ["Russia", "Armenia", "Azerbaijan"]


def test_who_holds_another_office_is_no_mayor(read: Read) -> None:
    doc = read("Ararat Mirzoyan spoke to reporters. Sisian was shelled, the mayor said.")
    assert who(doc, "mayor") == ["mayor"]


def test_a_name_of_one_letter_ends_its_sentence(read: Read) -> None:
    doc = read("Mirzoyan wrote on X. Azerbaijan denied it.")
    assert len(doc.sentences) == 2


def test_each_side_has_one_of_two_ministries(read: Read) -> None:
    doc = read("Mirzoyan met Bayramov on Friday. The two ministries were content.")
    assert who(doc, "ministries") == ["Armenia", "Azerbaijan"]
