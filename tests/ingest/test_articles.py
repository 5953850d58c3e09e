"""Articles as people save them: what is metadata, what is furniture, what is text."""

from pathlib import Path

import pytest

from detente.model.document import Reason

from .reading import document, rejection

LEDE = (
    "The foreign ministers of the two states met in Geneva on Monday, officials on both sides said."
)
NEXT = "They will meet again next month, the mediator told reporters after a long round of talks."


def _why(found_in: object) -> dict[str, str]:
    return {d.text: d.why for d in found_in.dropped}  # type: ignore[attr-defined]


def test_a_markdown_page_with_header_lines_and_image(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"""# Ministers resume talks in Geneva
**Ann Bell**

**2023-10-26 08:14**

**https://www.valleyherald.example/world/ministers-resume-talks/**

![Foreign ministers arrive for the talks](https://img.example/a(80)/x_y.jpg)

Foreign ministers arrive for the talks in Geneva, October 25, 2023. Tom Orr/NWA Photo via REUTERS/File Photo

{LEDE}

They agreed on [a list](https://valleyherald.example/list) of **twelve** villages, the mediator said on Monday.

Reporting by Ann Bell Editing by Tom Orr
""",
        "page.md",
    )
    assert found.title == "Ministers resume talks in Geneva"
    assert found.byline == ("Ann Bell",)
    assert found.outlet == "Valley Herald"
    assert str(found.published) == "2023-10-26"
    assert found.published_basis == "date line"
    assert found.url == "https://www.valleyherald.example/world/ministers-resume-talks/"
    assert found.text == (
        f"{LEDE}\n\nThey agreed on a list of twelve villages, the mediator said on Monday."
    )


def test_an_agency_in_the_byline_goes_before_the_address_of_the_page(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"""

Ministers Resume Talks in Geneva

By NWA

May 26, 2023


A minister (L) and the mediator during a meeting at the palace. **Ann Bell/POOL/TASS**

{LEDE}

Related article: Clashes Threaten the Talks

Western engagement

{NEXT}

Original url:

https://www.valleyherald.example/2023/05/26/ministers-resume-talks-a81290
""",
    )
    assert found.title == "Ministers Resume Talks in Geneva"
    assert found.outlet == "Northern Wire"
    assert found.byline == ("NWA",)
    assert found.url == "https://www.valleyherald.example/2023/05/26/ministers-resume-talks-a81290"
    assert found.text == f"{LEDE}\n\nWestern engagement\n\n{NEXT}"


def test_a_motto_beneath_the_name_of_the_outlet_is_no_title(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"Valley Herald\nThe valley and beyond\n\nMinisters resume their talks in Geneva\n\n26.10.2023 08:14\n\n{LEDE}\n\n{NEXT}\n",
    )
    assert (found.outlet, found.title) == (
        "Valley Herald",
        "Ministers resume their talks in Geneva",
    )
    assert _why(found)["The valley and beyond"] == "motto of the outlet"


def test_a_headline_beneath_the_name_of_the_outlet_stays_above_its_day(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"Valley Herald\nMinisters resume talks in Geneva\n\n26.10.2023 08:14\n\n{LEDE}\n\n{NEXT}\n",
    )
    assert found.title == "Ministers resume talks in Geneva"


def test_a_caption_in_the_place_of_the_headline_is_no_title(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"""The mediator hosts talks between the two foreign ministers, Geneva, May 22, 2023.

Mediator Sounds Caution On Peace Deal


GENEVA (VH) — {LEDE}

Get the Herald in your inbox:

{NEXT}

Get the Herald Weekly in your inbox:
""",
    )
    assert found.title == "Mediator Sounds Caution On Peace Deal"
    assert found.outlet == "Valley Herald"
    assert found.dateline == "GENEVA (VH)"
    assert found.text == f"{LEDE}\n\n{NEXT}"


def test_a_headline_that_is_repeated_and_a_cookie_notice(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"""Minister says ready for talks

Minister says ready for talks

News Service Hillside

{LEDE}


Cookies are used for the purposes named in the law. For details, see our cookie policy.
""",
    )
    assert found.title == "Minister says ready for talks"
    assert found.byline == ("News Service Hillside",)
    assert found.outlet == "Hillside"
    assert found.text == LEDE
    assert found.published is None or found.published.start != found.published.end


def test_a_header_block_without_a_headline_gives_no_title(tmp_path: Path) -> None:
    found = document(tmp_path, f"\n\nHill Gazette\n2018-09-17\n\n\n{LEDE} {NEXT}\n")
    assert found.title is None
    assert found.outlet == "Hill Gazette"
    assert str(found.published) == "2018-09-17"
    assert found.text == f"{LEDE} {NEXT}"


def test_a_header_block_names_the_outlet_and_who_signs(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "Statement on the truce\n\nMinistry of Peace, Ann Bell, Secretary of State\n2022-03-24\n"
        f"https://peace.example/statement/\n\nAnn Bell, Secretary of State\n\n{LEDE}\n",
    )
    assert found.title == "Statement on the truce"
    assert found.outlet == "Ministry of Peace"
    assert "Ann Bell, Secretary of State" in found.byline
    assert found.text == LEDE


def test_prose_without_a_headline_gives_no_title(tmp_path: Path) -> None:
    found = document(tmp_path, f"{LEDE}\n\n{NEXT}\n")
    assert found.title is None
    assert found.text == f"{LEDE}\n\n{NEXT}"


def test_hard_wrapped_lines_become_paragraphs(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        """Ministers resume talks

Hill Gazette
2023-05-25
https://gazette.example/1.html

The foreign ministers of the two
neighbouring states met in Geneva on Monday for the
first time since the war, officials on both sides
said. They will meet again next month, the mediator
told reporters.

They spoke of the border, of the bridge over the
river and of the prisoners who are still held.
""",
    )
    assert found.text == (
        "The foreign ministers of the two neighbouring states met in Geneva on Monday for the "
        "first time since the war, officials on both sides said. They will meet again next month, "
        "the mediator told reporters.\n\nThey spoke of the border, of the bridge over the river "
        "and of the prisoners who are still held."
    )
    assert found.outlet == "Hill Gazette"


def test_paragraphs_saved_one_to_a_line_stay_apart(tmp_path: Path) -> None:
    assert document(tmp_path, f"{LEDE}\n{NEXT}").text == f"{LEDE}\n\n{NEXT}"


def test_a_sentence_that_the_page_broke_in_two_is_joined(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"{LEDE}\n\nWith the mediator away in the north and loath to press the neighbour\n\n"
        f"Ministers turned to the union for help.\n\n{NEXT}",
    )
    assert "loath to press the neighbour Ministers turned to the union" in found.text


def test_captions_without_full_stop_between_sentences_are_dropped(tmp_path: Path) -> None:
    sentences = [
        f"Round {n} of the talks ended without a deal, the mediator said." for n in "abcdefghi"
    ]
    captions = [
        "People line up along the road to greet the soldiers who return home from the front",
        "A soldier checks the papers of a driver at the crossing on the main road south",
    ]
    text = "\n\n".join([LEDE, *sentences[:4], captions[0], *sentences[4:], captions[1], NEXT])
    found = document(tmp_path, text)
    assert not any(caption in found.text for caption in captions)
    assert all(sentence in found.text for sentence in sentences)


def test_one_line_without_full_stop_stays(tmp_path: Path) -> None:
    sentences = [
        f"Round {n} of the talks ended without a deal, the mediator said." for n in "abcdefghi"
    ]
    subhead = "A treaty on the border and the only road to the south"
    found = document(tmp_path, "\n\n".join([LEDE, *sentences, subhead, NEXT]))
    assert subhead in found.text


def test_nothing_vanishes_but_marks_and_blanks(tmp_path: Path) -> None:
    found = document(tmp_path, f"Talks resume in the capital\n\n{LEDE}\n\nScroll to Top\n")
    kept = " ".join([found.title or "", found.text, *(d.text for d in found.dropped)])
    assert kept.split() == f"Talks resume in the capital {LEDE} Scroll to Top".split()


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that cookies and photos had been sent to the soldiers by their families.",
        "Photos by local reporters showed the bridge, and the ministry called them false on Monday.",
        "Gas is delivered via Hillside, and the flow fell by half on Sunday, the operator said.",
        "Share prices fell on the news that the two ministers would not meet in Geneva this week.",
        "Reporting by the Herald suggests that the envoys had met in secret more than twice.",
        "Related talks on prisoners went on in Geneva: the two envoys met twice on Sunday.",
        "Watch towers were built along the line in 1994, and none of them was ever taken down.",
        "Read aloud by the minister, the letter spoke of peace and named no day for a treaty.",
        "By Monday both sides had pulled back their guns, the monitors said in their report.",
        "The two sides will meet in Geneva on May 19, 2023.",
        "The minister met the envoy in Geneva on May 19, 2023.",
        "Comments by the minister on the border drew an angry answer from the other capital.",
        "Follow-up talks are planned, and the mediator hopes for a text before the summer.",
        "Updated maps were handed over to both sides by the mediator on Monday, he said.",
    ],
)
def test_prose_that_looks_like_furniture_stays(tmp_path: Path, sentence: str) -> None:
    assert sentence in document(tmp_path, f"{LEDE}\n\n{sentence}\n\n{NEXT}").text


def test_a_day_in_the_address_is_the_day_of_publication(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        f"Talks resume\n\nhttps://valleyherald.example/2021/02/03/talks-12345678\n\n{LEDE}",
    )
    assert (str(found.published), found.published_basis) == ("2021-02-03", "address of the page")


def test_a_caption_bounds_the_day_of_an_undated_article(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "The mediator hosts talks between the two ministers, Geneva, May 19, 2023.\n\n"
        "Mediator Sounds Caution On Peace Deal\n\n"
        "The two ministers have come closer, the mediator said on Friday, May 19, after talks in Geneva.",
    )
    assert found.published is not None
    assert str(found.published.start) == "2023-05-19"
    assert found.published_basis.startswith("bounds from the text: ")


def test_what_is_only_furniture_has_no_text(tmp_path: Path) -> None:
    found = rejection(tmp_path, "x.txt", "© 2025 Hill Gazette. All rights reserved.".encode())
    assert found.reason is Reason.NO_TEXT
    assert "copyright line" in found.detail


@pytest.mark.parametrize(
    "row",
    [
        "**VALLEY HERALD** | Politics | Monday, May 22, 2023",
        "The Valley Herald › World · 22 May 2023",
        "22 May 2023 · *By the Valley Herald team*",
    ],
)
def test_a_header_row_names_outlet_and_day(tmp_path: Path, row: str) -> None:
    found = document(tmp_path, f"{row}\n\n# Ministers resume talks\n\n{LEDE}\n\n{NEXT}\n")
    assert (found.outlet, str(found.published)) == ("Valley Herald", "2023-05-22")
    assert found.title == "Ministers resume talks"


def test_a_line_of_place_and_day_is_a_date_line(tmp_path: Path) -> None:
    text = f"Ministers resume talks\n\nGENEVA, Switzerland, May 22, 2023\n\n{LEDE}\n\n{NEXT}\n"
    assert str(document(tmp_path, text).published) == "2023-05-22"
