from dataclasses import replace
from datetime import date

import pytest

from detente import query
from detente.ledger.recording import Reading, begin_run, record_document
from detente.model.entry import Evidence, Incident, IncidentStatus, Mode, PlaceRef, Statement
from detente.model.event import DocumentHead
from detente.model.filter import Filter
from detente.model.profile import Actor, ActorKind, Place, Process
from detente.model.when import DateRange
from detente.pipeline import rebuild
from detente.query import wording
from detente.query.outlet_words import EventNames
from detente.query.side_by_side import days_around, folded
from tests.ledger.stories import ANA, NORLAND, SUDLAND, document, new_ledger, profile

from .reports import event_of, incident

DAY = DateRange.on(date(2023, 5, 1), "Monday")
CONTESTED = """
[[contested]]
thing = "the land of Varn"
terms = { "Varn" = "Norland", "Old Varn" = "Sudland" }
"""


def evidence(doc, words):
    start = doc.text.index(words)
    return (Evidence(words, start, start + len(words)),)


def fired(doc, words, *, said_by=()):
    return Incident(
        document=doc.id,
        evidence=evidence(doc, words),
        tracks=("border",),
        status=IncidentStatus.HAPPENED,
        by=(NORLAND,),
        to=(SUDLAND,),
        date=DAY,
        said_by=said_by,
    )


ARTICLES = (
    ("Northern Post", "2023-05-01", "Norlander border guards fired at Sudland near Varn, Norland said."),
    ("Sud Daily", "2023-05-02", "The Northern Republic shelled Sudland from Old Varn."),
    ("Third Paper", "2023-05-03", "It rained."),
    ("Fourth Paper", "2023-06-03", "It rained again."),
)  # fmt: skip


def write(ledger):
    run = begin_run(ledger, program="tests", reader="by hand")
    for number, (outlet, day, text) in enumerate(ARTICLES):
        doc = document(text, source=f"{number}.txt", day=day, outlet=outlet)
        entries = ()
        if number == 0:
            words = "Norlander border guards fired at Sudland near Varn"
            said = Statement(
                document=doc.id, evidence=evidence(doc, words), speaker=(ANA,), mode=Mode.INDIRECT
            )
            entries = (fired(doc, words, said_by=(NORLAND,)), said)
        if number == 1:
            entries = (fired(doc, "The Northern Republic shelled Sudland from Old Varn"),)
        record_document(ledger, doc, Reading(reader="by hand", entries=entries), run=run)
    rebuild(ledger, ledger.process)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wording")
    outline = profile(folder / "profile") / "process.toml"
    outline.write_text(outline.read_text("utf-8") + CONTESTED, "utf-8")
    with new_ledger(folder) as ledger:
        write(ledger)
        (event,) = query.events(ledger, Filter())
        assert len(event.reports) == 2
        yield wording(ledger, event.event.id), ledger


def words(terms):
    return [term.words for term in terms]


def test_each_outlet_has_a_column_the_first_to_publish_first(found):
    assert [column.outlet for column in found[0].columns] == ["Northern Post", "Sud Daily"]


def test_the_same_actor_stands_in_each_outlets_words(found):
    named = [{n.of.id: words(n.terms) for n in column.actors} for column in found[0].columns]
    assert named == [
        {"norland": ["Norlander border guards", "Norland"], "sudland": ["Sudland"]},
        {"norland": ["The Northern Republic"], "sudland": ["Sudland"]},
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norlander Prime Minister Ana Ruiz met him.", []),  # she is meant, and not the side
        ("The Norlander population fled.", []),
        ("the Norlander army advanced", ["Norlander army"]),
        ("talks in Varnstad", []),
        ("Varnstad said so", ["Varnstad"]),
    ],
)
def test_words_that_bear_a_sides_name_mean_it_only_where_it_acts(text, words):
    process = Process(
        "north",
        "North",
        actors=(
            Actor("norland", "Norland", ActorKind.SIDE, "Norland", adjectives=("Norlander",)),
            Actor("ana-ruiz", "Ana Ruiz", ActorKind.PERSON, "Norland"),
        ),
        places=(Place("varnstad", "Varnstad", seat_of="norland"),),
    )
    names = EventNames(process, (NORLAND,), ())
    assert [spot.words for _, spot in names.find(text, 0, len(text))] == words


def test_the_act_and_the_attribution_are_told(found):
    assert [words(column.acts) for column in found[0].columns] == [["fired"], ["shelled"]]
    assert [words(column.attribution) for column in found[0].columns] == [["said"], []]


def test_of_an_event_without_a_day_the_days_are_those_of_its_reports():
    told = event_of(incident(day="2023-05-01"), incident(outlet="Sud Daily", day="2023-05-09"))
    span = days_around(told.event, told.reports, 3)
    assert span == (date(2023, 4, 28), date(2023, 5, 12))


def test_near_copies_are_folded_into_the_outlet_that_published_first():
    def head(name, outlet, day, group):
        return DocumentHead(name, outlet, DateRange.on(date.fromisoformat(day)), copy_group=group)

    late, first, own = (
        head("c", "Sud Daily", "2023-05-02", "a"),
        head("a", "Northern Post", "2023-05-01", "a"),
        head("b", "Northern Post", "2023-05-03", "b"),
    )
    assert list(folded((late, first, own))) == [((first, own), (late,))]


def test_every_word_slices_out_of_its_article(found):
    texts = {outlet: text for outlet, _, text in ARTICLES}
    for column in found[0].columns:
        text = texts[column.outlet]
        terms = [t for n in column.actors for t in n.terms]
        for term in (*terms, *column.acts, *column.attribution):
            assert text[term.start : term.end] == term.words


def test_contested_words_are_told_with_who_says_them_and_who_uses_them(found):
    uses = [
        (use.term.words, use.used_by, use.voice)
        for column in found[0].columns
        for use in column.contested
    ]
    assert uses == [("Varn", "Norland", (ANA,)), ("Old Varn", "Sudland", ())]


def test_outlets_of_those_days_without_a_report_are_silent_and_others_are_not_named(found):
    assert [(o.outlet, o.articles) for o in found[0].silent] == [("Third Paper", 1)]
    assert found[0].days == (date(2023, 4, 28), date(2023, 5, 4))


def test_an_outlet_that_tells_of_that_day_and_side_in_other_words_is_not_told_to_be_silent(
    tmp_path,
):
    profile(tmp_path / "profile")
    with new_ledger(tmp_path) as ledger:
        run = begin_run(ledger, program="tests", reader="by hand")
        ours = document("Guards fired at Varn.", source="a.txt", day="2023-05-01", outlet="Post")
        theirs = document("Norland freed two.", source="b.txt", day="2023-05-02", outlet="Daily")
        freed = replace(fired(theirs, "Norland freed two"), place=PlaceRef("oken", "Oken"))
        at_varn = replace(fired(ours, "Guards fired at Varn"), place=PlaceRef("varn", "Varn"))
        for doc, entry in ((ours, at_varn), (theirs, freed)):
            record_document(ledger, doc, Reading(reader="by hand", entries=(entry,)), run=run)
        rebuild(ledger, ledger.process)
        (event,) = [e for e in query.events(ledger, Filter()) if "Post" in e.event.outlets]
        (other,) = wording(ledger, event.event.id).silent
        assert [e.entry.evidence[0].quote for e in other.near] == ["Norland freed two"]


def test_more_days_name_more_outlets(found):
    event, ledger = found
    wider = wording(ledger, event.event.id, days=60)
    assert [o.outlet for o in wider.silent] == ["Fourth Paper", "Third Paper"]


def test_what_is_no_event_has_no_wording(found):
    event, ledger = found
    assert wording(ledger, event.columns[0].reports[0].id) is None
    assert wording(ledger, "0" * 16) is None
