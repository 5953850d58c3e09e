"""A remark that several outlets quote is one utterance."""

from dataclasses import replace

from detente.merge import merge
from detente.model.entry import ActorRef, Kind, Mode, Statement
from detente.model.event import DocumentHead, Judgement, Report

from .reports import (
    ALPHA,
    ALPHA_FM,
    ALPHA_PM,
    BETA_PRESIDENT,
    article,
    commitment,
    partition,
    report,
    statement,
)

RADIO, AGENCY, POST = (article(outlet, "2023-05-02") for outlet in ("Radio", "Agency", "Post"))
VILLAGES = "the four villages along the reservoir belong to nobody but their farmers"
SHORTER = "villages along the reservoir belong to their farmers"
GUARD = ActorRef("~border-guard", "border guard")


def test_a_remark_quoted_by_three_outlets_is_one_utterance() -> None:
    told = [
        statement(RADIO, VILLAGES, said_on="2023-05-01"),
        statement(AGENCY, SHORTER),
        statement(POST, f"She told reporters that {VILLAGES}", said_on="2023-05-01"),
    ]
    (event,) = merge(told)
    assert event.kind is Kind.STATEMENT
    assert event.status == "said"
    assert str(event.date) == "2023-05-01"
    assert [a.name for a in event.by] == ["Ana Alda"]
    assert event.support == 3
    assert {"said", "voice"} <= {f.feature for link in event.links for f in link.features}


def test_what_one_report_alone_tells_is_no_event() -> None:
    assert merge([statement(RADIO, VILLAGES)]) == ()


def test_the_same_words_of_another_side_are_another_utterance() -> None:
    told = [statement(RADIO, VILLAGES), statement(AGENCY, VILLAGES, by=(BETA_PRESIDENT,))]
    assert merge(told) == ()


def test_the_same_words_of_a_colleague_are_another_utterance() -> None:
    told = [statement(RADIO, VILLAGES), statement(AGENCY, VILLAGES, by=(ALPHA_FM,))]
    assert merge(told) == ()


def test_the_side_can_stand_for_the_one_who_spoke_for_it() -> None:
    told = [statement(RADIO, VILLAGES), statement(AGENCY, VILLAGES, by=(ALPHA,))]
    (event,) = merge(told)
    assert [a.name for a in event.by] == ["Ana Alda"]


def test_a_speaker_named_by_an_office_alone_can_be_the_named_one() -> None:
    told = [
        statement(RADIO, VILLAGES, by=(GUARD,)),
        statement(AGENCY, VILLAGES, by=(ActorRef("~mira-moll", "Mira Moll"),)),
    ]
    (event,) = merge(told)
    assert event.support == 2


def test_two_remarks_of_one_speaker_on_one_matter_stay_apart() -> None:
    told = [
        statement(RADIO, VILLAGES),
        statement(AGENCY, "the reservoir will be drained before winter by engineers"),
    ]
    assert merge(told) == ()


def test_a_remark_that_is_made_again_a_week_later_is_another() -> None:
    told = [
        statement(RADIO, VILLAGES),
        statement(article("Agency", "2023-05-09"), VILLAGES),
    ]
    assert merge(told) == ()


def test_remarks_of_two_known_days_are_two() -> None:
    told = [
        statement(RADIO, VILLAGES, said_on="2023-04-29"),
        statement(AGENCY, VILLAGES, said_on="2023-05-02"),
    ]
    assert merge(told) == ()


def test_clipped_words_are_no_words_in_common() -> None:
    told = [
        statement(RADIO, "we don\u2019t, didn\u2019t and won\u2019t drain the reservoir"),
        statement(AGENCY, "they can't and wouldn't say whose farmers don't vote"),
    ]
    assert merge(told) == ()


def test_a_promise_and_the_words_it_was_made_in_are_two_events() -> None:
    words = "Alphia will open the reservoir road to farmers of the four villages"
    told = [
        commitment(RADIO, words),
        commitment(AGENCY, words),
        statement(RADIO, words, at=900),
        statement(AGENCY, words, at=900),
    ]
    assert sorted(e.kind for e in merge(told)) == [Kind.COMMITMENT, Kind.STATEMENT]


def test_people_join_and_part_remarks() -> None:
    one, other = statement(RADIO, VILLAGES), statement(AGENCY, "nobody owns that land")
    (event,) = merge([one, other], judgements=[Judgement(one.id, other.id, same=True)])
    assert partition((event,)) == {frozenset({one.id, other.id})}
    again = statement(AGENCY, VILLAGES, by=(ALPHA_PM,))
    assert merge([one, again], judgements=[Judgement(one.id, again.id, same=False)]) == ()


FERRY = "You know, the ferry is what we have got"
NEAR = "they were there when I came and there when I went"


def direct(head: DocumentHead, words: str, *by: ActorRef, mode: Mode = Mode.DIRECT) -> Report:
    """Build a statement that stands between quotation marks."""
    one = statement(head, words, by=by)
    assert isinstance(one.entry, Statement)
    return report(replace(one.entry, mode=mode), head)


def quoted(head: DocumentHead, words: str, name: str, *, mode: Mode = Mode.DIRECT) -> Report:
    """Build a quotation of somebody whom no list holds."""
    return direct(head, words, ActorRef(f"~{name}", name), mode=mode)


def test_a_quotation_is_one_whoever_was_taken_for_its_speaker() -> None:
    told = [
        quoted(RADIO, FERRY, "Mira Moll"),
        quoted(AGENCY, f"{FERRY}, and nothing else", "Karin Korn"),
    ]
    (event,) = merge(told)
    assert event.support == 2
    because = [f.because for link in event.links for f in link.features]
    assert "quoted word for word: you know the ferry is what we have got" in because


def test_a_long_row_of_small_words_is_a_quotation_told_again() -> None:
    told = [
        quoted(RADIO, NEAR, "Mira Moll"),
        quoted(AGENCY, f"I saw them, {NEAR}", "Mira Moll"),
    ]
    (event,) = merge(told)
    assert event.support == 2


def test_few_words_of_two_known_speakers_are_two_quotations() -> None:
    words = "the table is still there"
    told = [
        direct(RADIO, words, ALPHA_PM),
        direct(AGENCY, words, BETA_PRESIDENT),
    ]
    assert merge(told) == ()


def test_the_same_words_that_nobody_quotes_stay_those_of_two() -> None:
    told = [
        quoted(RADIO, FERRY, "Mira Moll", mode=Mode.INDIRECT),
        quoted(AGENCY, FERRY, "Karin Korn", mode=Mode.INDIRECT),
    ]
    assert merge(told) == ()


def test_what_one_outlet_repeats_under_its_articles_is_no_quotation_of_two() -> None:
    told = [
        quoted(article("Radio", "2023-05-02", name=name), FERRY, speaker)
        for name, speaker in (("one", "Mira Moll"), ("two", "Karin Korn"))
    ]
    assert merge(told) == ()


def test_a_long_quotation_is_quoted_again_while_it_is_news() -> None:
    told = [quoted(RADIO, FERRY, "Mira Moll"), quoted(article("Post", "2023-05-22"), FERRY, "Moll")]
    (event,) = merge(told)
    assert "quoted again 20 days apart" in [f.because for li in event.links for f in li.features]


def test_a_phrase_of_long_standing_is_said_again() -> None:
    told = [quoted(RADIO, FERRY, "Mira Moll"), quoted(article("Post", "2023-08-02"), FERRY, "Moll")]
    assert merge(told) == ()


def test_few_words_are_said_again_on_another_day() -> None:
    words = "the ferry has sunk again"
    told = [quoted(RADIO, words, "Mira Moll"), quoted(article("Post", "2023-05-22"), words, "Moll")]
    assert merge(told) == ()


def test_telling_words_of_two_known_speakers_are_of_one_of_them() -> None:
    words = "this blockade strangles Hafen"
    told = [
        direct(RADIO, f"{words} wholly", ALPHA_PM),
        direct(AGENCY, f"{words} wholly", BETA_PRESIDENT),
    ]
    (event,) = merge(told)
    assert event.support == 2


HEADED = {
    "title": "Dam of Karlsund to be raised",
    "lede": "The Karlsund reservoir will drown Lindholm.",
}
DAM = (
    "the Karlsund dam is to be raised, and grazing at Lindholm and Hafen ends for good",
    "shepherds of Lindholm were told that their grazing was over",
)


def test_like_articles_speak_for_words_that_stand_in_neither_headline() -> None:
    heads = [article(o, "2023-05-02", **HEADED) for o in ("Radio", "Agency")]
    alike = [statement(head, words) for head, words in zip(heads, DAM, strict=True)]
    (event,) = merge(alike)
    assert event.support == 2
    assert merge([statement(h, w) for h, w in zip((RADIO, AGENCY), DAM, strict=True)]) == ()


def test_words_of_the_headlines_join_no_two_remarks() -> None:
    heads = [article(o, "2023-05-02", **HEADED) for o in ("Radio", "Agency")]
    words = (
        "engineers from Vienna surveyed the dam of Karlsund through snow and sleet",
        "raising the Karlsund dam devours fortunes which taxpayers lack",
    )
    assert merge([statement(h, w) for h, w in zip(heads, words, strict=True)]) == ()
