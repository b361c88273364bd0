"""A store built in bulk is, byte for byte in its exports, the store built article by article, whatever is linked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.differential import content
from tests.gold_facts import gold_article, gold_facts, gold_files
from tests.linking.stories import NAMESAKE, REPRINT, RIVAL, STORIES, exported
from triplehelix import linking, pipeline
from triplehelix.articles import Article
from triplehelix.facts import Facts
from triplehelix.linking.decisions import FILE
from triplehelix.store import Store

COUNTRIES = {"Korea", "South Korea", "Turkey", "Türkiye", "UK", "United Kingdom", "US", "United States"}
FACTS = {story.name: story.facts for story in STORIES}


def told(article: Article) -> Facts:
    """What a story states."""
    return FACTS[article.name]


def annotated(article: Article) -> Facts:
    """What the gold says of an article, whatever file it was read from."""
    return gold_facts(replace(article, source=f"{article.name}.json"))


def namesakes() -> list[Article]:
    """The gold articles that name a country which others name otherwise, every second one."""
    every = [gold_article(path) for path in gold_files()]
    return [one for one in every if not COUNTRIES.isdisjoint(e.name for e in annotated(one).entities)][::2]


def records(file: Path, articles: Iterable[Article]) -> Path:
    """Articles as JSON Lines."""
    fields = ("text", "title", "language", "url", "published", "publisher")
    lines = [{"id": one.name} | {name: getattr(one, name) for name in fields} for one in articles]
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    return file


def both(source: Path, tmp_path: Path, extractor: Callable[[Article], Facts], decided: str = "") -> tuple[Path, Path]:
    """The store built article by article and the one built in bulk; both obey these decisions."""
    step, bulk = tmp_path / "step", tmp_path / "bulk"
    for folder in (step, bulk) if decided else ():
        folder.mkdir()
        (folder / FILE).write_text(decided, "utf-8")
    pipeline.build([source], step, extractor=extractor)
    pipeline.build([source], bulk, extractor=extractor, jobs=1, engine="processes")
    return step, bulk


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    return records(tmp_path / "stories.jsonl", (story.article for story in STORIES))


def assert_equal(step: Path, bulk: Path) -> None:
    assert exported(step) == exported(bulk)
    assert content(step) == content(bulk)
    assert linking.merges(step) == linking.merges(bulk)


def test_names_agreements_and_reprints_are_linked_in_bulk_as_they_are_step_by_step(
    stories: Path, tmp_path: Path
) -> None:
    step, bulk = both(stories, tmp_path, told)
    assert_equal(step, bulk)
    assert linking.merges(bulk)
    assert b"reprintOf" in exported(bulk)
    assert b"geonames" in exported(bulk)


def test_a_bulk_build_obeys_decisions(stories: Path, tmp_path: Path) -> None:
    free = tmp_path / "free"
    pipeline.build([stories], free, extractor=told)
    linking.same("Fenland Institute of Crops", "Fjordside Institute of Cells", free)
    linking.differ("Corvid Holdings", "Corvid Robotics", free)
    linking.differ("Corvid Robotics", NAMESAKE.name, free)
    step, bulk = both(stories, tmp_path, told, (free / FILE).read_text("utf-8"))
    assert_equal(step, bulk)
    assert exported(free) == exported(bulk)


@pytest.mark.parametrize("gone", [REPRINT, RIVAL])
def test_a_store_built_in_bulk_changes_as_any_other(gone: object, stories: Path, tmp_path: Path) -> None:
    step, bulk = both(stories, tmp_path, told)
    for folder in (step, bulk):
        pipeline.drop(getattr(gone, "name", ""), folder)
    assert_equal(step, bulk)


def test_gold_articles_that_share_names_are_linked_in_bulk_as_they_are_step_by_step(tmp_path: Path) -> None:
    articles = namesakes()
    step, bulk = both(records(tmp_path / "gold.jsonl", articles), tmp_path, annotated)
    assert_equal(step, bulk)
    assert linking.merges(bulk)
    with Store.open(bulk, readonly=True) as store:
        assert [one.name for one in store.articles()] == sorted(one.name for one in articles)
