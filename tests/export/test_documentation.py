import re
from pathlib import Path

import pytest

from detente.export import CSV_COLUMNS, JSON_FIELDS, Item

PAGE = Path(__file__).parents[2] / "docs" / "export.md"


def section(item):
    text = PAGE.read_text(encoding="utf-8")
    return text.split(f"\n## {item.value.title()}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("item", Item)
def test_every_field_of_the_json_lines_is_documented(item):
    documented = re.findall(r"^\| `(\w+)` \| \S", section(item), re.MULTILINE)
    assert documented == list(JSON_FIELDS[item])


@pytest.mark.parametrize("item", Item)
def test_every_column_of_the_table_is_documented(item):
    columns = section(item).split("CSV columns:")[1]
    documented = [c for c in re.findall(r"`([\w.]+)`", columns) if c in CSV_COLUMNS[item]]
    assert tuple(dict.fromkeys(documented)) == CSV_COLUMNS[item]
