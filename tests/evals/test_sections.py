"""What each section counts, on a sentence or two of our own."""

from collections import Counter
from pathlib import Path

import pytest
from evals.expected import gold_record
from evals.gold_records import articles, check_document
from evals.measure import Measure, run_all
from evals.places import distance_km
from evals.plover import score_record
from evals.polnear import mode_of, score_article
from evals.surroundings import ROOT, AbsentError, lines_of
from evals.timeml import Found, compare

from detente.model.document import Document


def test_a_section_without_its_data_says_so_and_the_others_go_on() -> None:
    def absent() -> list[str]:
        raise AbsentError("../shared/x is not beside this checkout")

    measure = Measure("x", "X", absent, str, lambda _: [])
    (table,) = run_all([measure], jobs=1)
    assert table.skipped == "skipped: ../shared/x is not beside this checkout"


def test_a_file_that_is_not_here_is_named_from_the_folder_beside() -> None:
    with pytest.raises(AbsentError, match=r"\.\./shared/nowhere.jsonl is not beside"):
        lines_of(ROOT.parent / "shared" / "nowhere.jsonl")


def test_a_line_separator_inside_a_line_ends_no_line(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('"a\u2028b"\n\n"c"\n', "utf-8")
    assert lines_of(tmp_path / "rows.jsonl") == ['"a\u2028b"', '"c"']


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        ("“We signed nothing.”", "direct"),
        ("the text was “nearly done”", "mixed"),
        ("“nearly done” but for one article", "mixed"),
        ("the text was nearly done", "indirect"),
    ],
)
def test_the_mode_of_a_content_is_told_by_its_marks(content: str, mode: str) -> None:
    assert mode_of(content) == mode


def attribution(text: str, source: str, content: str) -> dict[str, object]:
    def part(words: str) -> list[dict[str, object]]:
        at = text.index(words)
        return [{"spans": [[at, at + len(words)]], "text": words}]

    return {"source": part(source), "content": part(content)}


def test_content_is_counted_by_tokens_and_the_speaker_by_the_words_that_name_him() -> None:
    text = "Senator Maria Lopez said the bill would pass. The weather was fine."
    gold = attribution(text, "Senator Maria Lopez", "the bill would pass")
    scores = score_article({"text": text, "date": "2016-05-01", "attributions": [gold]})
    assert (scores.gold["all"], scores.covered["all"], scores.ours["all"]) == (4, 4, 4)
    assert (scores.found["indirect"], scores.speakers["indirect"]) == (1, 1)


def test_another_speaker_is_wrong_though_the_content_is_found() -> None:
    text = "Senator Maria Lopez said the bill would pass. Governor Tom Baker listened."
    gold = attribution(text, "Governor Tom Baker", "the bill would pass")
    scores = score_article({"text": text, "date": "2016-05-01", "attributions": [gold]})
    assert (scores.found["all"], scores.speakers["all"]) == (1, 0)


def test_a_date_is_found_by_overlap_and_right_by_its_value() -> None:
    gold = [{"start": 3, "end": 9, "text": "Monday", "type": "DATE", "value": "1998-02-09"}]
    row = {"text": "On Monday.", "dct": "1998-02-12", "timexes": gold}
    scores = compare(row, [Found(0, 9, ("1998-02-09",))])
    assert scores.counts == Counter(gold=1, found=1, relaxed=1, strict=0, value=1)
    assert compare(row, [Found(0, 9, ("1998-02-16",))]).counts["value"] == 0


def test_what_the_gold_calls_a_duration_counts_in_no_way() -> None:
    gold = [{"start": 4, "end": 12, "text": "two days", "type": "DURATION", "value": "P2D"}]
    row = {"text": "For two days.", "dct": "1998-02-12", "timexes": gold}
    assert compare(row, [Found(4, 12, ("P2D",))]).counts["found"] == 0


def test_distances_are_those_of_a_globe() -> None:
    yerevan, baku = (40.18, 44.51), (40.41, 49.87)
    assert 450 < distance_km(yerevan, baku) < 460
    assert distance_km(yerevan, yerevan) == 0


def test_an_event_type_counts_by_the_label_of_an_entry() -> None:
    row = {"id": "x", "event": "DEMAND", "text": "France urged the rebels to leave the town."}
    event, counts, miss = score_record(row)
    assert (event, counts["label"], counts["kind"], miss) == ("DEMAND", 1, 1, "")


def test_the_marks_of_a_well_read_file_are_checked() -> None:
    gold = gold_record(
        '{"doc": "a.txt", "title": "Talks resume", "outlet": "Meridian", "items": [],'
        ' "body_has": ["They met."], "body_lacks": ["Cookies"]}',
        process="blank",
    )
    read = Document(source="a.txt", text="They met. Cookies!", title="TALKS RESUME.")
    checks = check_document(gold, read)
    right = {name for name, holds in checks if holds}
    wrong = {name for name, holds in checks if not holds}
    assert (right, wrong) == ({"title", "body kept"}, {"outlet", "noise dropped"})


def test_a_third_of_the_dev_articles_is_held_out(shared: Path) -> None:
    assert shared.is_dir()
    parts = Counter(article.part for article in articles())
    assert parts == {"seeds": 5, "dev-tuned": 20, "dev-held-out": 10}


def test_each_article_is_read_with_the_profile_of_its_process(shared: Path) -> None:
    assert shared.is_dir()
    assert {a.process for a in articles() if a.part == "seeds"} == {"armenia-azerbaijan"}
    assert all(a.process in (a.gold.process, "blank") for a in articles())
