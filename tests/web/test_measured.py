from detente.web.measured import measured


def test_the_help_shows_the_figures_of_the_readme(pages):
    day, table = measured()
    assert day
    assert table[0][0] == "kind"
    assert {"statement", "meeting", "all"} <= {row[0] for row in table}
    text = pages.get("/help").text
    assert all(f">{row[-1]}</td>" in text for row in table[1:])
