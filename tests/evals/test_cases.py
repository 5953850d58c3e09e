"""The golden cases keep to their format; nothing is read here."""

from pathlib import Path

import pytest
from evals.cases import Case, CaseError, document_of, load_case, load_cases, with_profile_names
from evals.golden_cases import load_phenomena
from evals.surroundings import CASES

from detente.model.entry import Kind
from detente.processes import load_process

ALL = load_cases(CASES)
TEXT = "process: blank\npublished: 2023-05-26\noutlet: Meridian\n\nThe two ministers met in Sochi on Monday.\n"


def written(folder: Path, expected: str, text: str = TEXT) -> Case:
    (folder / "sochi.txt").write_text(text, "utf-8")
    (folder / "sochi.expected").write_text(expected, "utf-8")
    return load_case(folder / "sochi.txt")


def test_there_are_sentences_of_every_kind_and_of_eight_processes() -> None:
    assert len(ALL) >= 150
    assert {item.kind for case in ALL for item in case.expected} == set(Kind)
    assert len({case.name.partition("/")[0] for case in ALL}) >= 8


def test_a_fifth_of_the_texts_hold_nothing() -> None:
    assert sum(not case.expected for case in ALL) >= len(ALL) / 5


def test_every_text_has_its_lines_and_every_line_its_text() -> None:
    texts = {path.with_suffix("") for path in CASES.glob("*/*.txt")}
    assert texts == {path.with_suffix("") for path in CASES.glob("*/*.expected")}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_every_evidence_stands_in_the_text_as_it_is_stored(case: Case) -> None:
    stored = document_of(case, load_process("blank")).text
    assert [item.evidence for item in case.expected if item.evidence not in stored] == []


def test_every_track_is_one_of_the_profile() -> None:
    unknown = []
    for name in sorted({case.process for case in ALL}):
        known = {track.id for track in load_process(name).tracks}
        unknown += [
            (case.name, track)
            for case in ALL
            if case.process == name
            for item in case.expected
            for field in ("tracks", "gates", "requires")
            for track in item.field(field)
            if track not in known
        ]
    assert unknown == []


def test_every_case_that_a_phenomenon_names_is_there() -> None:
    named = {case for phenomenon in load_phenomena() for case in phenomenon.cases}
    assert named <= {case.name for case in ALL}


def test_a_line_is_kind_passage_and_fields(tmp_path: Path) -> None:
    case = written(
        tmp_path, "meeting | The two ministers met in Sochi | status=held; place=Sochi\n"
    )
    (item,) = case.expected
    assert (item.kind, item.field("place"), item.optional) == (Kind.MEETING, ("Sochi",), False)


def test_a_question_mark_makes_a_line_optional(tmp_path: Path) -> None:
    (item,) = written(tmp_path, "? meeting | The two ministers met | status=held").expected
    assert item.optional


def test_nothing_stands_alone(tmp_path: Path) -> None:
    assert written(tmp_path, "nothing\n").expected == ()


@pytest.mark.parametrize(
    "line",
    [
        "summit | The two ministers met",
        "meeting | The two ministers met | strength=pledge",
        "meeting | The two ministers met | status=happened",
        "meeting | The two ministers met | date=on Monday",
        "meeting | The two ministers met | date=2023-05-26/2023-05-01",
        "meeting | The two ministers met | level=ministers",
        "meeting | The two ministers met | place=",
        "meeting",
    ],
)
def test_a_faulty_line_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(CaseError):
        written(tmp_path, line)


def test_the_header_is_whole(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="headers"):
        written(tmp_path, "nothing", TEXT.replace("outlet: Meridian\n", ""))


def test_a_case_may_call_an_actor_by_any_name_and_a_body_is_its_side(tmp_path: Path) -> None:
    lines = "demand | The two ministers met | by=US & Free Syrian Army & A rebel commander in Idlib"
    (item,) = with_profile_names(written(tmp_path, lines).expected, load_process("syria"))
    assert item.field("by") == ("United States", "Syrian opposition", "a rebel commander in Idlib")
