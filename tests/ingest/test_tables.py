"""Each row of the tables does what its example says, and spares what it must."""

import pytest

from detente.ingest import captions
from detente.ingest.dateline import dateline_of
from detente.ingest.furniture import Rule, rules, why_furniture, without_passages
from detente.ingest.heading import date_in_line, names_in_byline, url_in_line, url_label


def _name(rule: Rule) -> str:
    return rule.example[:40]


@pytest.mark.parametrize("rule", rules().blocks, ids=_name)
def test_a_block_rule_matches_its_example_and_spares_the_prose(rule: Rule) -> None:
    assert rule.pattern.search(rule.example)
    assert why_furniture(rule.example)
    assert not rule.spares or why_furniture(rule.spares) is None


@pytest.mark.parametrize("rule", rules().passages, ids=_name)
def test_a_passage_rule_cuts_its_example_and_leaves_the_rest(rule: Rule) -> None:
    left, dropped = without_passages(rule.example)
    assert left in ("The talks go on.", "Ministers met on Monday.")
    assert dropped
    assert not rule.spares or without_passages(rule.spares) == (rule.spares, [])


def test_the_furniture_of_a_flattened_page_is_cut_at_both_ends() -> None:
    page = "Advertisement Supported by " + "The talks go on. " * 5_000 + "Advertisement"
    left, dropped = without_passages(page)
    assert left == ("The talks go on. " * 5_000).strip()
    assert len(dropped) == 2


@pytest.mark.parametrize("example", [example for _, example in captions._CREDITS])
def test_a_credit_ends_a_caption(example: str) -> None:
    assert captions.has_credit(example)


@pytest.mark.parametrize("example", [example for _, example in captions._OPENINGS])
def test_an_opening_begins_a_caption(example: str) -> None:
    assert captions.opens_as_caption(example)


@pytest.mark.parametrize(
    "text",
    [
        "Image caption The two ministers. The talks go on, the mediator said.",
        "AP The two ministers met on the bridge on Friday, and the talks go on.",
        "Reuters quoted a diplomat in the capital who was told of the talks",
    ],
)
def test_a_paragraph_of_full_sentences_is_no_caption(text: str) -> None:
    assert not captions.opens_as_caption(text)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2023-10-26 08:14", "2023-10-26"),
        ("2023-10-26T08:14:05+04:00", "2023-10-26"),
        ("May 26, 2023", "2023-05-26"),
        ("Published: Thursday, 25 May 2023 14:02 BST", "2023-05-25"),
        ("14:02, 25 May 2023", "2023-05-25"),
        ("Updated on 26.05.2023", "2023-05-26"),
        ("The ministers met on May 26, 2023", None),
        ("May 2023", None),
        ("2023-13-45", None),
    ],
)
def test_a_date_line_says_nothing_but_a_day(line: str, day: str | None) -> None:
    found = date_in_line(line)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Bell and Tom Orr", ("Ann Bell", "Tom Orr")),
        ("By ANN BELL, Staff Writer", ("ANN BELL", "Staff Writer")),
        ("Written by Ann Bell", ("Ann Bell",)),
        ("News Service Hillside", ("News Service Hillside",)),
        ("Office of the Spokesperson", ("Office of the Spokesperson",)),
        ("By the river the two armies wait", ()),
        ("By force", ()),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert names_in_byline(line) == names


def test_an_address_stands_alone_or_after_its_label() -> None:
    assert url_in_line("<https://a.example/b>") == "https://a.example/b"
    assert url_in_line("see https://a.example/b") is None
    assert url_label("Original url:") == ""
    assert url_label("Source: https://a.example/b") == "https://a.example/b"
    assert url_label("Source: the ministry said") is None


@pytest.mark.parametrize(
    ("paragraph", "line", "agency"),
    [
        ("MOSCOW (Azatutyun) — The ministers met.", "MOSCOW (Azatutyun)", "Azatutyun"),
        ("YEREVAN, May 21. /TASS/. The ministers met.", "YEREVAN, May 21. /TASS/", "TASS"),
        ("TEHRAN, May 26 (MNA) – The ministers met.", "TEHRAN, May 26 (MNA)", "MNA"),
        ("Baku, 25 May, AZERTAC. The ministers met.", "Baku, 25 May, AZERTAC", "AZERTAC"),
        (
            "DEIR AL-BALAH, Gaza Strip (AP) -- The ministers met.",
            "DEIR AL-BALAH, Gaza Strip (AP)",
            "AP",
        ),
        ("ISTANBUL — The ministers met.", "ISTANBUL", None),
        ("Port Sudan — The ministers met.", "Port Sudan", None),
        ("BEIRUT/AMMAN The ministers met.", "BEIRUT/AMMAN", None),
        ("Tehran, IRNA – The ministers met.", "Tehran, IRNA", "IRNA"),
    ],
)
def test_a_dateline_is_read_with_its_agency(paragraph: str, line: str, agency: str | None) -> None:
    found = dateline_of(paragraph)
    assert found is not None
    assert (found.text, found.agency) == (line, agency)
    assert paragraph[found.length :] == "The ministers met."


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO Secretary General met the ministers.",
        "The OSCE (Organization for Security) — a monitor — met them.",
        "MR BELL: Good afternoon.",
        "Armenia — a neighbour of both — said nothing.",
        "Moscow said that the ministers met.",
        "UN experts met the ministers.",
    ],
)
def test_prose_has_no_dateline(paragraph: str) -> None:
    assert dateline_of(paragraph) is None
