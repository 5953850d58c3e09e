from detente.ledger.searching import match_expression
from detente.query import Passage
from detente.web.marking import letters, marked, pieces, pieces_with_words


def test_pieces_of_a_passage_are_its_text():
    passage = Passage(text="one two three", start=0, marks=((4, 7),))
    assert list(marked(passage)) == [("one ", False), ("two", True), (" three", False)]


def test_marks_may_overlap():
    found = list(pieces("abcdef", [(0, 4), (2, 6)]))
    assert [(p.text, p.covered_by, p.begins) for p in found] == [
        ("ab", (0,), (0,)),
        ("cd", (0, 1), (1,)),
        ("ef", (1,), ()),
    ]


def test_letters_go_on_after_z():
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]


def test_words_that_were_searched_for_are_marked_in_the_passage_and_beside_it():
    context = Passage(text="The Bórder is open. Border  talks go on.", start=0, marks=((0, 19),))
    assert pieces_with_words(context, match_expression('"border talks" open'))[1:] == (
        ("open", True, True),
        (".", True, False),
        (" ", False, False),
        ("Border  talks", False, True),
        (" go on.", False, False),
    )
    assert [p[0] for p in pieces_with_words(context, match_expression("BORDER")) if p[2]] == [
        "Bórder",
        "Border",
    ]
