from datetime import date

from detente.model.document import Document, Found, Reason, Rejection
from detente.model.when import Basis, DateRange
from detente.pipeline.storable import storable, storable_rejection


def test_a_document_that_can_be_stored_comes_back_as_it_is():
    when = DateRange.on(date(2023, 5, 1), "1 May", Basis.INFERRED)
    doc = Document(source="a.txt", text="Norland said no. 🙂", published=when)
    assert storable(doc) == doc
    assert storable(doc).published.basis is Basis.INFERRED


def test_half_a_character_becomes_one_mark_so_that_no_offset_moves():
    doc = Document(
        source="a.txt",
        text="Nor\ud83dland said\0no.",
        byline=("A\udce9",),
        found=(Found("outlet", "\ud83d", "a guess"),),
    )
    kept = storable(doc)
    assert kept.text == "Nor\ufffdland said\ufffdno."
    assert kept.byline == ("A\ufffd",)
    assert kept.found[0].value == "\ufffd"


def test_two_names_of_files_stay_two():
    first, second = (
        storable_rejection(Rejection(Reason.EMPTY, "no bytes", f"caf{byte}.txt"))
        for byte in ("\udce9", "\udce8")
    )
    assert first.source != second.source
    assert first.source.encode("utf-8")
