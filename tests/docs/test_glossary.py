import importlib
import inspect
import pkgutil
import re

import pytest

import detente.model
from tests.docs.pages import ROOT

LINES = (ROOT / "GLOSSARY.md").read_text("utf-8").splitlines()
TERMS = [found[1] for line in LINES if (found := re.match(r"- \*\*(.+?)\*\*: \S", line))]


def public_types():
    names = [found.name for found in pkgutil.iter_modules(detente.model.__path__)]
    modules = [importlib.import_module(f"detente.model.{name}") for name in names]
    return sorted(
        name
        for module in modules
        for name, noun in inspect.getmembers(module, inspect.isclass)
        if noun.__module__ == module.__name__ and not name.startswith("_")
    )


@pytest.mark.parametrize("name", public_types())
def test_every_public_type_of_the_model_has_its_line(name):
    assert TERMS.count(f"`{name}`") == 1


def test_every_type_that_the_glossary_names_is_one():
    assert {t.strip("`") for t in TERMS if t.startswith("`")} <= set(public_types())


def test_the_glossary_stands_in_the_order_of_the_alphabet_each_word_once():
    words = [re.sub(r"\W", "", term).lower() for term in TERMS]
    assert words == sorted(set(words))


def test_each_word_has_one_line():
    assert len(TERMS) == sum(line.startswith("- ") for line in LINES)
    assert not [line for line in LINES if line.startswith("  ")]
