"""Bounds of the day of publication from an article's own words."""

from pathlib import Path

import pytest

from detente.dates import publication_bounds
from detente.model.when import Basis

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def bounds(text: str) -> str:
    return str(publication_bounds(text))


def test_a_weekday_with_its_date_tells_the_year_that_another_date_narrows() -> None:
    text = "The ministers met on April 18, 2024. He said on Friday, May 17, that they were close."
    assert bounds(text) == "2024-05-17/2024-05-23"


def test_a_weekday_with_its_date_alone_fits_several_years() -> None:
    assert publication_bounds("He said on Friday, May 17, that they were close.") is None


def test_what_is_announced_bounds_from_above() -> None:
    text = (
        "War ended on November 10, 2020. He said on Monday, January 11, that they were close. "
        "The two leaders are due to meet again on January 13."
    )
    assert bounds(text) == "2021-01-11/2021-01-13"


def test_more_than_so_many_days_since_gives_the_earliest_day() -> None:
    text = "The road has been shut for more than 40 days since March 1, 2021."
    assert bounds(text) == "2021-04-10/…"


def test_last_december_of_a_named_december_is_told_in_the_next_year() -> None:
    text = "The post was built on December 3, 2021. Fighting had begun last December."
    assert bounds(text) == "2022-01-01/2022-12-31"


def test_the_latest_past_date_is_the_earliest_day() -> None:
    text = "Talks failed in 2019. The truce was signed on 3 March 2021."
    found = publication_bounds(text)
    assert found is not None
    assert (str(found), found.basis) == ("2021-03-03/…", Basis.INFERRED)
    assert "3 March 2021" in found.because


def test_a_deadline_ahead_is_not_past() -> None:
    assert publication_bounds("The deadline of 31 December 2030 stands.") is None


def test_no_dates_no_bounds() -> None:
    assert publication_bounds("The two sides want peace.") is None


@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared/seeds")
@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("002_*", "2020-11-10/…"),
        ("003_*", "2023-05-19/2023-05-25"),
        ("004_*", "2023-03-22/2023-12-31"),
    ],
)
def test_undated_seeds(seed: str, expected: str) -> None:
    (path,) = SEEDS.glob(seed)
    assert bounds(path.read_text(encoding="utf-8")) == expected
