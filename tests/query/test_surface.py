import pytest

from detente.query.surface import NameFinder, bases, lexicon_spots, sentence_around, sentences

FINDER = NameFinder(
    [
        ("Norland", "norland"),
        ("US", "us"),
        ("Upper Varn", "upper"),
        ("Varn", "varn"),
        ("Ána Ruíz", "ana"),
        ("the High Palace", "palace"),
    ]
)


def found(text):
    return [(spot.words, sorted(ids)) for spot, ids in FINDER.find(text, 0, len(text))]


def test_the_longest_name_wins_and_stands_as_it_is_written():
    assert found("It is in Upper-Varn, not in Varn.") == [
        ("Upper-Varn", ["upper"]),
        ("Varn", ["varn"]),
    ]


def test_accents_and_possessives_do_not_hide_a_name():
    assert found("Ana Ruiz of Norland's cabinet") == [
        ("Ana Ruiz", ["ana"]),
        ("Norland", ["norland"]),
    ]


def test_us_is_not_the_us():
    assert found("It told us that the US agrees.") == [("US", ["us"])]


def test_a_name_ends_at_the_end_of_a_sentence():
    assert found("the Upper. Varn is far.") == [("Varn", ["varn"])]


def test_a_name_in_small_letters_is_found_at_the_start_of_a_sentence_too():
    assert found("The High Palace denied it.") == [("The High Palace", ["palace"])]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("met", "meet"), ("attacked", "attack"), ("seizing", "seize"), ("denied", "deny"),
        ("clashes", "clash"), ("hitting", "hit"), ("Talks", "talk"),
    ],
)  # fmt: skip
def test_a_form_has_its_base_among_what_it_may_be(word, base):
    assert base in bases(word)


def test_phrases_come_before_their_words():
    text = "They put off the talks."
    words = lexicon_spots(text, 0, len(text), {"put", "talk"}, {"put": (("put", "off"),)})
    assert [w.words for w in words] == ["put off", "talks"]


def test_the_sentence_around_a_passage_ends_at_its_full_stop():
    text = "It rained. Norland fired at U.S. trucks, it is said. Nobody was hurt."
    start = text.index("fired")
    first, last = sentence_around(text, start, start + 5)
    assert text[first:last] == "Norland fired at U.S. trucks, it is said."


def test_sentences_end_at_full_stops_and_headings_are_none():
    text = "A heading\n\nRuiz met Holm. “We agreed,” she said. Mr. Berg left."
    assert [text[a:b] for a, b in sentences(text)][:2] == [
        "Ruiz met Holm.",
        "“We agreed,” she said.",
    ]
