from detente.query import Passage
from detente.web.marking import letters, marked, pieces


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
