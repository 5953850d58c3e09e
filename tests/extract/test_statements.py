import pytest

from detente.model.document import Reason
from detente.model.entry import Mode, Statement
from tests.extract.conftest import Read
from tests.extract.finding import names, of_type, only, quote


@pytest.mark.parametrize(
    ("text", "speaker", "mode", "content"),
    [
        (
            "The talks will go on in June, Lavrov said on Thursday.",
            "Sergey Lavrov",
            Mode.INDIRECT,
            "The talks will go on in June",
        ),
        (
            "Mirzoyan told reporters that the draft treaty was nearly ready.",
            "Ararat Mirzoyan",
            Mode.INDIRECT,
            "the draft treaty was nearly ready",
        ),
        (
            "“The border must be delimited first,” said Bayramov.",
            "Jeyhun Bayramov",
            Mode.DIRECT,
            "The border must be delimited first",
        ),
        (
            'Pashinyan said that Yerevan was "not discussing" a pullout of Russian troops.',
            "Nikol Pashinyan",
            Mode.MIXED,
            'Yerevan was "not discussing" a pullout of Russian troops',
        ),
        (
            "According to the Kremlin, the leaders agreed on the next steps of the peace process.",
            "Russia",
            Mode.INDIRECT,
            "the leaders agreed on the next steps of the peace process",
        ),
        (
            "Analysts believe that a peace treaty is out of reach this year.",
            "analysts",
            Mode.INDIRECT,
            "a peace treaty is out of reach this year",
        ),
    ],
)
def test_who_says_what(read: Read, text: str, speaker: str, mode: Mode, content: str) -> None:
    statement = only(read(text), Statement)
    assert names(statement.speaker) == [speaker]
    assert statement.mode is mode
    assert quote(statement) == content


def test_each_sentence_of_a_quotation_is_a_statement_of_its_speaker(read: Read) -> None:
    text = "“We want peace. The corridor must be opened at once,” Pashinyan said."
    said = of_type(read(text), Statement)
    assert [quote(s) for s in said] == ["We want peace", "The corridor must be opened at once"]
    assert {n for s in said for n in names(s.speaker)} == {"Nikol Pashinyan"}


def test_he_is_who_spoke_before(read: Read) -> None:
    text = (
        "Aliyev said the text of the treaty was ready. "
        "He said that Armenia must change its constitution."
    )
    assert [names(s.speaker) for s in of_type(read(text), Statement)] == [["Ilham Aliyev"]] * 2


def test_a_date_beside_the_verb_tells_when_it_was_said(read: Read) -> None:
    statement = only(read("Michel said on Tuesday that the leaders made progress."), Statement)
    assert str(statement.said_on) == "2023-05-23"


def test_the_perfect_tells_no_day(read: Read) -> None:
    text = "Baku has repeatedly said that the road stays open."
    assert only(read(text), Statement).said_on is None


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to say when the talks would resume.",
        "Baku did not say that the border was closed.",
        "The spokesman will say more about the treaty on Monday.",
    ],
)
def test_what_was_not_said_is_no_statement(read: Read, text: str) -> None:
    assert of_type(read(text), Statement) == []


def test_a_lost_speaker_is_said_to_be_lost(read: Read) -> None:
    extraction = read("He said that the border was closed.")
    assert of_type(extraction, Statement) == []
    assert [r.reason for r in extraction.rejections] == [Reason.NO_ACTOR]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Mirzoyan met Lavrov, who said that the border talks would go on.",
            ["Sergey Lavrov"],
            "the border talks would go on",
        ),
        (
            "Any recognition, he said, must go with guarantees for Karabakh.",
            ["Nikol Pashinyan"],
            "Any recognition, he said, must go with guarantees for Karabakh",
        ),
        (
            "Almost half of respondents said the peace treaty with Baku was a mistake.",
            ["Almost half"],
            "the peace treaty with Baku was a mistake",
        ),
        (
            "As Lavrov said, the two sides are close to a treaty.",
            ["Sergey Lavrov"],
            "the two sides are close to a treaty",
        ),
        (
            "Pashinyan gave a speech, saying that Yerevan would not attack anybody.",
            ["Nikol Pashinyan"],
            "Yerevan would not attack anybody",
        ),
        (
            "Yerevan denied having fired at Azerbaijani positions.",
            ["Armenia"],
            "denied having fired at Azerbaijani positions",
        ),
    ],
)
def test_the_speaker_and_content_that_the_clause_hides(
    read: Read, text: str, speaker: list[str], content: str
) -> None:
    before = "Pashinyan spoke in Yerevan.\n" if " he " in text else ""
    statement = only(read(before + text), Statement)
    assert names(statement.speaker) == speaker
    assert quote(statement) == content


def test_a_stranger_away_from_the_process_makes_no_statement(read: Read) -> None:
    text = "A crew began to shoot a film near Goris. The director said the weather had been kind."
    extraction = read(text)
    assert not of_type(extraction, Statement)
    assert Reason.OUTSIDE_PROCESS in [r.reason for r in extraction.rejections]


def test_who_asks_not_to_be_named_says_nothing_by_it(read: Read) -> None:
    text = "An Armenian diplomat, who asked not to be named, said the talks had stalled."
    assert quote(only(read(text), Statement)) == "the talks had stalled"


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Zakharova said Baku had assured Moscow that food would reach Stepanakert.",
            "Maria Zakharova",
            "Baku had assured Moscow that food would reach Stepanakert",
        ),
        (
            "Interfax reported that Lavrov denied that the talks had failed.",
            "Sergey Lavrov",
            "denied that the talks had failed",
        ),
        (
            "Lavrov was quoted as saying that the talks would go on.",
            "Sergey Lavrov",
            "the talks would go on",
        ),
        (
            "Interfax quoted Lavrov as saying that the talks would go on.",
            "Sergey Lavrov",
            "the talks would go on",
        ),
        (
            "Lavrov said that a meeting remains high on the agenda.",
            "Sergey Lavrov",
            "a meeting remains high on the agenda",
        ),
        (
            "Lavrov emphasized Moscow's conviction that the border talks remain the key.",
            "Sergey Lavrov",
            "the border talks remain the key",
        ),
        (
            "The treaty is out of reach, in the view of Armen Petrosyan.",
            "Armen Petrosyan",
            "The treaty is out of reach",
        ),
        (
            "Stepanakert denied reports that Azerbaijani troops had seized a height.",
            "Nagorno-Karabakh",
            "denied reports that Azerbaijani troops had seized a height",
        ),
        (
            "Baku's Defence Ministry claimed in turn that Armenian units had fired first.",
            "Azerbaijan",
            "Armenian units had fired first",
        ),
        (
            "Zakharova rejected the reproach as unfair.",
            "Maria Zakharova",
            "rejected the reproach as unfair",
        ),
        (
            "The talks were described by Lavrov as difficult.",
            "Sergey Lavrov",
            "The talks were described by Lavrov as difficult",
        ),
        (
            "Michel encouraged both leaders to take bold steps on the treaty.",
            "Charles Michel",
            "to take bold steps on the treaty",
        ),
        (
            "Pashinyan reaffirmed his readiness to sign the treaty.",
            "Nikol Pashinyan",
            "to sign the treaty",
        ),
    ],
)
def test_who_stands_behind_what(read: Read, text: str, speaker: str, content: str) -> None:
    statement = only(read(text), Statement)
    assert (names(statement.speaker), quote(statement)) == ([speaker], content)


def test_a_quotation_over_sentences_is_of_who_stands_behind_its_end(read: Read) -> None:
    text = (
        "The government in London paused the talks, it said on Monday.\n"
        '"We saw the border. The silence of the guards," Lavrov said. '
        "Baku answered, saying that it was surprised."
    )
    said = of_type(read(text), Statement)
    assert [names(s.speaker) for s in said if s.mode is Mode.DIRECT] == [["Sergey Lavrov"]] * 2


def test_a_lone_quotation_is_of_the_person_before_it(read: Read) -> None:
    text = 'Mirzoyan dismissed the idea of a corridor. "We need no corridor. It is theatre."'
    said = of_type(read(text), Statement)
    assert [names(s.speaker) for s in said] == [["Ararat Mirzoyan"]] * 2


def test_what_is_said_by_two_has_both_speakers(read: Read) -> None:
    text = "Lavrov and a French diplomat said that the talks had gone well."
    assert names(only(read(text), Statement).speaker) == ["Sergey Lavrov", "French diplomat"]


def test_what_a_side_called_a_thing_is_no_statement(read: Read) -> None:
    assert not of_type(read("Baku objected to what it called interference."), Statement)


def test_both_reaffirm_their_intention(read: Read) -> None:
    statement = only(
        read("Armenia and Azerbaijan reaffirmed their intention to sign the treaty."), Statement
    )
    assert names(statement.speaker) == ["Armenia", "Azerbaijan"]
    assert quote(statement) == "to sign the treaty"


def test_what_is_denied_keeps_the_word_that_denies_it(read: Read) -> None:
    statement = only(read("Baku denied having opened fire."), Statement)
    assert quote(statement) == "denied having opened fire"


def test_what_is_put_back_in_time_goes_on_with_what_was_said(read: Read) -> None:
    text = "The talks must focus on the border, Mirzoyan said, while experts would keep looking for the missing."
    assert [quote(s) for s in of_type(read(text), Statement)] == [
        "The talks must focus on the border",
        "experts would keep looking for the missing",
    ]


def test_a_passage_that_ends_in_quoted_words_keeps_their_mark(read: Read) -> None:
    statement = only(read("Lavrov said that the talks were “a step forward”."), Statement)
    assert quote(statement) == "the talks were “a step forward”"


def test_a_group_for_a_land_does_not_speak_for_it(read: Read) -> None:
    text = "The Working Group for Armenia met in Baku. “The road is shut,” the group said."
    assert names(only(read(text), Statement).speaker) == ["Working Group for Armenia"]


def test_a_statement_ends_where_another_begins_to_speak(read: Read) -> None:
    text = (
        "Armenia said that forty of its soldiers had died; Azerbaijan said that it had lost fifty."
    )
    found = [(names(s.speaker), quote(s)) for s in of_type(read(text), Statement)]
    assert found == [
        (["Armenia"], "forty of its soldiers had died"),
        (["Azerbaijan"], "it had lost fifty"),
    ]


def test_a_second_verb_of_saying_is_the_speakers_own(read: Read) -> None:
    text = "Aliyev said there was a chance for peace and said his country had no claims on land."
    assert [quote(s) for s in of_type(read(text), Statement)] == [
        "there was a chance for peace",
        "his country had no claims on land",
    ]


def test_what_stands_in_a_statement_is_of_whoever_issued_it(read: Read) -> None:
    text = (
        "The road will open, the Azerbaijani Foreign Ministry said in a statement. "
        "Yerevan is making a mistake, according to the statement. "
        "The guns are silent, the statement stresses."
    )
    assert [names(s.speaker) for s in of_type(read(text), Statement)] == [["Azerbaijan"]] * 3


def test_remarks_that_one_condemns_are_not_what_is_said(read: Read) -> None:
    text = "Baku condemned remarks that Mirzoyan made in Prague on Tuesday."
    assert of_type(read(text), Statement) == []
