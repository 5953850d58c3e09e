import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from detente.cli.sheet import Sheet
from detente.cli.terminal import one_line, visible


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("\x9b31m", "<U+009B>31m"),
        ("safe\u202egnp.exe", "safe<U+202E>gnp.exe"),
        ("\u2066inner\u2069", "<U+2066>inner<U+2069>"),
        ("bell\x07 back\x08", "bell␇ back␈"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_what_would_act_on_a_terminal_is_a_mark(hostile, shown):
    assert visible(hostile) == shown


def test_letters_of_every_script_are_left_alone():
    text = "Երևան, Şuşa, Москва, საქართველო, می‌خواهم, “quoted” – 14 May"
    assert visible(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_no_text_moves_the_cursor(text):
    line = one_line(text)
    acts = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not [
        c for c in line if unicodedata.category(c) in acts and c not in "\u00ad\u200c\u200d"
    ]
    assert len(line.splitlines()) <= 1


def page(width, write):
    stream = io.StringIO()
    write(Sheet(Console(file=stream, width=width, color_system=None)))
    return stream.getvalue()


def test_markup_in_an_article_is_shown_and_not_followed():
    shown = page(80, lambda s: s.put("[bold red]“[link=http://x]press[/link]” :smile: [/]"))
    assert shown == "[bold red]“[link=http://x]press[/link]” :smile: [/]\n"


def test_long_lines_wrap_and_lose_nothing():
    words = " ".join(f"word{n}" for n in range(40)) + " " + "x" * 90
    shown = page(40, lambda s: s.put(words, indent=2))
    assert max(map(len, shown.splitlines())) <= 40
    assert "".join(shown.split()) == "".join(words.split())


def test_a_label_stands_beside_its_line_and_above_it_on_a_narrow_terminal():
    def write(sheet):
        sheet.labelled("next meeting", "2023-06-12 · Washington")

    assert page(80, write) == "  next meeting      2023-06-12 · Washington\n"
    assert page(40, write) == "  next meeting\n    2023-06-12 · Washington\n"


def test_lines_end_without_spaces():
    shown = page(40, lambda s: (s.labelled("status", "held "), s.prose(["one \n\ntwo "], indent=4)))
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_wide_letters_are_counted_by_their_columns():
    shown = page(40, lambda s: s.put("和平" * 30))
    assert max(map(cell_len, shown.splitlines())) <= 40
