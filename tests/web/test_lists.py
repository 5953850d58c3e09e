"""What the lists of the pages hold under a filter."""

import pytest


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("refusal", "Norland refused to talk about the border."),
        ("condition", "There can be no treaty unless the border is settled, Holm added."),
    ],
)
@pytest.mark.parametrize("path", ["/chronology", "/track/border", "/quotations"])
def test_what_names_no_day_of_its_own_is_listed_where_its_kind_is_asked_for(
    pages, path, kind, words
):
    assert words in pages.get(f"{path}?kind={kind}").text


def test_a_day_that_is_of_the_words_alone_says_so(pages):
    (row,) = pages.get("/chronology.json?kind=refusal").json()["rows"]
    assert (row["date"]["start"], row["day_is"]) == ("2023-05-26", "published")
    assert '<span class="dim">published</span>' in pages.get("/chronology?kind=refusal").text
