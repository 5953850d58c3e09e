import json

from hypothesis import given
from hypothesis import strategies as st

from detente.export import json_line, json_page


def test_letters_of_every_script_stay_letters():
    assert json_line({"who": "Նիկոլ, Əliyev, Пашинян"}) == '{"who": "Նիկոլ, Əliyev, Пашинян"}'


def test_what_would_act_on_a_terminal_is_escaped():
    line = json_line("\x1b[2J \x9b2J \u202egnp.exe \u2066x \u2028 \ud800")
    assert line.isprintable()
    assert "\\u202e" in line


@given(st.text(st.characters(exclude_categories=())))
def test_every_text_comes_back_the_same_and_on_one_line(text):
    line = json_line([text])
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    assert json.loads(line) == json.loads(json_page([text])) == [text]
