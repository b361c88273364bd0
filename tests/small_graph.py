"""A small graph of invented hubs, partners and places, for the tests of questions and answers."""

from __future__ import annotations

import json
from pathlib import Path

from gold_facts import facts_of, gold_article, gold_document, gold_files
from triplehelix.store import Store
from triplehelix.triples import to_graph

FOLDER = Path(__file__).parent / "small_graph"


def fill(path: Path) -> Path:
    """Make a store of the small graph's articles in a folder; the folder again."""
    with Store.open(path) as store:
        for file in gold_files(FOLDER):
            article = gold_article(file)
            facts = facts_of(json.loads(file.read_text(encoding="utf-8")), article.text)
            store.put(article, to_graph(gold_document(article), facts))
    return path
