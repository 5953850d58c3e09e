"""What ARCHITECTURE.md shows of the demo is what the program reads; tests/demo holds the transcript of the README."""

import json
import re

from detente.annotate import annotate
from detente.demo import dispatches
from detente.extract import extract
from detente.ingest import find_inputs, read_input
from detente.model.codec import entry_to_json
from tests.docs.pages import ROOT

README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 150


def test_the_sentence_of_the_architecture_page_is_read_as_the_page_says(language, process):
    page = json.loads(ARCHITECTURE.split("```json\n")[1].split("```")[0])
    name = re.search(r"`(2023-[\w-]+\.txt)`", ARCHITECTURE)[1]
    with dispatches() as folder:
        (document,) = read_input(find_inputs([folder / name])[0][0], outlets=process.outlets)
    annotated = annotate(document, language=language, process=process)
    read = [entry_to_json(entry) for entry in extract(annotated, process=process).entries]
    assert page in [shortened(entry, page) for entry in read if entry["kind"] == "meeting"]


def shortened(entry, page):
    """Keep of an entry what the page shows: of actors and the place the name."""
    kept = {name: entry.get(name) for name in page}
    for name in ("participants", "said_by"):
        kept[name] = [actor["name"] for actor in kept[name] or []]
    kept["place"] = (kept["place"] or {}).get("name")
    kept["date"] = {part: (kept["date"] or {}).get(part) for part in page["date"]}
    return kept
