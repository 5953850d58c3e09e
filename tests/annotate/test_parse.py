from typing import TYPE_CHECKING

from detente.annotate import annotate, annotate_all
from detente.annotate.parse import parse, parse_all
from detente.model.document import Document
from detente.model.profile import Process

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = (
    "Ilham Aliyev met Nikol Pashinyan in Brussels on Sunday.\n\nThey agreed to meet again in July.",
    "",
    "BAKU. Nothing was signed.\n\nTalks go on, “slowly,” a diplomat said.\n\nNo date was set.",
)


def test_texts_parsed_together_are_parsed_as_alone(language: "Language") -> None:
    alone = [parse(text, language=language) for text in TEXTS]
    assert list(parse_all(TEXTS, language=language)) == alone


def test_documents_annotated_together_are_annotated_as_alone(
    language: "Language", process: Process
) -> None:
    documents = [
        Document(source=f"{n}.txt", text=text) for n, text in enumerate(filter(None, TEXTS))
    ]
    alone = [annotate(d, language=language, process=process) for d in documents]
    together = annotate_all(documents, language=language, process=process)
    assert [(a.tokens, a.mentions, a.times) for a in together] == [
        (a.tokens, a.mentions, a.times) for a in alone
    ]


def test_a_hyphened_ceasefire_is_one_word_by_its_lemma_and_a_fire_is_none(
    language: "Language",
) -> None:
    text = "The cease-fire of 10 October 2020 held.  Guns had opened fire at dawn."
    told = [t.lemma for t in parse(text, language=language).tokens if t.text == "fire"]
    assert told == ["ceasefire", "fire"]


def test_blanks_are_no_tokens_and_offsets_hold(language: "Language") -> None:
    text = "Talks   ended\u00a0 in  Doha.\n\n  Nothing was signed."
    tokens = parse(text, language=language).tokens
    assert all(text[t.start : t.end] == t.text and t.text.strip() for t in tokens)
    assert [t.i for t in tokens] == list(range(len(tokens)))
