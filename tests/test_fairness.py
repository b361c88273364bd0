"""The package knows none of the things that it is measured on."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "tests" / "gold").rglob("*.json"))
_READ = {".csv", ".json", ".md", ".py", ".txt"}
PACKAGE = [p for p in (ROOT / "extract").rglob("*") if p.suffix in _READ and p.is_file()]


@cache
def annotated_names() -> set[str]:
    entities = [e for path in GOLD for e in json.loads(path.read_text(encoding="utf-8"))["entities"]]
    named = [e for e in entities if e["class"] in {"Hub", "Organization", "Facility", "Person"}]
    forms = {form for e in named for form in (e["name"], *e["aliases"])}
    return {form for form in forms if form.count(" ") > 1 and form[0].isupper()}


@pytest.mark.parametrize("path", PACKAGE, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_annotated_name_occurs_in_the_package(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = (
        name for name in annotated_names() if name in text
    )  # a pattern for each of thousands of names takes minutes
    assert sorted(name for name in found if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)) == []
