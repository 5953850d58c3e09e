"""Documents are read together, and each comes out as it would alone."""

from collections.abc import Iterator, Sequence

from detente.model.document import Document, Rejection
from detente.model.entry import Entry
from detente.pipeline.reading import TOGETHER, Extracted, Read, Reader, ReadSeveral, read_all


class Found:
    """What a reader by hand returns: a document's text as the reason that nothing was read."""

    def __init__(self, text: str) -> None:
        self.entries: tuple[Entry, ...] = ()
        self.rejections = (Rejection("not understood", text),)  # type: ignore[arg-type]


DOCUMENTS = [Document(source=f"{n}.txt", text=f"text {n}") for n in range(TOGETHER + 3)]
groups: list[int] = []


def _alone() -> Read:
    def read(document: Document) -> Extracted:
        if document.source == "4.txt":
            raise ValueError("no sense in it")
        return Found(document.text)

    return read


def _together() -> ReadSeveral:
    def read(documents: Sequence[Document]) -> Iterator[Extracted]:
        groups.append(len(documents))
        alone = _alone()
        return (alone(d) for d in documents)

    return read


def _read(documents: Sequence[Document], *, skipped: str = "") -> list[tuple[str, str]]:
    groups.clear()
    reader = Reader("by hand", _alone, _together)
    found = read_all(documents, reader, needed=lambda d: d.source != skipped, jobs=1)
    return [(d.source, r.rejections[0].detail if r else "not read") for d, r in found]


def test_documents_are_read_in_groups_and_come_in_their_order() -> None:
    rest = [d for d in DOCUMENTS if d.source != "4.txt"]
    assert _read(rest, skipped="2.txt") == [
        (d.source, "not read" if d.source == "2.txt" else d.text) for d in rest
    ]
    assert groups == [TOGETHER - 1, 2]


def test_where_one_breaks_the_others_of_its_group_are_read() -> None:
    found = dict(_read(DOCUMENTS))
    assert found.pop("4.txt") == "the reader broke on it: ValueError: no sense in it"
    assert found == {d.source: d.text for d in DOCUMENTS if d.source != "4.txt"}


def test_a_long_document_ends_a_group() -> None:
    long = Document(source="long.txt", text="word " * 30_000)
    _read([DOCUMENTS[0], long, DOCUMENTS[1]])
    assert groups == [2, 1]
