"""The page of the documentation says what the results beside the code say."""

from evals.page import page
from evals.results import Results, load_results, results_from_json, write_results
from evals.surroundings import PAGE, RESULTS
from evals.table import Row, Table, skipped


def results(*tables: Table) -> Results:
    return Results("2026-11-27", tables)


def test_the_page_is_that_of_the_results() -> None:
    assert PAGE.read_text("utf-8") == page(load_results(RESULTS))


def test_the_results_are_of_a_whole_run() -> None:
    assert [t.id for t in load_results(RESULTS).tables if t.skipped] == []


def test_results_are_read_as_they_were_written(tmp_path) -> None:
    whole = load_results(RESULTS)
    write_results(tmp_path / "r.json", whole)
    assert load_results(tmp_path / "r.json") == whole


def test_a_section_without_its_data_is_named_with_the_reason() -> None:
    text = page(results(skipped("polnear", "PolNeAR dev", "skipped: ../shared is not here")))
    assert "- PolNeAR dev: skipped: ../shared is not here" in text


def test_a_kind_is_judged_in_words_with_the_counts_that_it_rests_on() -> None:
    values = {"P": 0.9, "R": 0.6, "F1": 0.72, "gold": 10, "made": 7}
    text = page(results(Table("dev-held-out", "", ("F1",), (Row("refusal", values),))))
    assert (
        "- **refusal**: fair: look at the evidence, 90% of what it makes is right, 60% is found; it leaves out more"
        in text
    )
    assert "only 10 in the gold" in text


def test_the_worst_phenomenon_stands_first() -> None:
    rows = (Row("denial", {"F1": 0.8}), Row("conditions", {"F1": 0.5}))
    text = page(results(Table("cases-phenomena", "", ("F1",), rows)))
    assert text.index("| conditions |") < text.index("| denial |")


def test_a_table_is_read_from_plain_values() -> None:
    plain = {
        "id": "lgl",
        "title": "",
        "columns": ["linked"],
        "rows": [],
        "notes": [],
        "skipped": "",
    }
    assert results_from_json({"measured_on": "2026-11-27", "tables": [plain]}).table("lgl")
