"""A small graph of invented hubs, partners and places, for the tests of questions and answers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.gold_facts import gold_facts
from triplehelix.pipeline import BuildReport, add

FOLDER = Path(__file__).parent / "small_graph"
ARTICLES = FOLDER / "articles"
SECOND_OPINIONS = FOLDER / "second_opinions"
ANSWERS = FOLDER / "answers"


def fill(store: Path) -> BuildReport:
    """Take the small graph's articles into a store, their facts read from the annotations beside their texts."""
    return add([ARTICLES], store, extractor=partial(gold_facts, folder=ARTICLES))


def fill_with_second_opinions(store: Path) -> None:
    """As `fill`, and an article that confirms, denies and adds to what the others say."""
    fill(store)
    add([SECOND_OPINIONS], store, extractor=partial(gold_facts, folder=SECOND_OPINIONS))
