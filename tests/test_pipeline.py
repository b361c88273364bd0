"""After a build the store holds exactly these articles; adding, changing and dropping touch one article each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph

from tests.gold_facts import FICTIONAL, gold_facts, gold_files
from triplehelix import pipeline
from triplehelix.errors import ArticleError, StoreError
from triplehelix.exports import export
from triplehelix.facts import Entity, Facts, Span
from triplehelix.folders import SEEDS
from triplehelix.namespaces import HELIX
from triplehelix.pipeline import STAGES, BuildReport, Outcome
from triplehelix.shards.fingerprint import fingerprint
from triplehelix.store import Store
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from triplehelix.articles import Article

FILES = gold_files()[::80]
XML_WITH_A_FILE = (
    b'<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]><r:RDF xmlns:x="x:" '
    b'xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="x:a"><x:b>&e;</x:b>'
    b"</r:Description></r:RDF>"
)
NAMES = [file.stem for file in FILES]


def build(store: Path, *files: Path, extractor: Callable[[Article], Facts] = gold_facts) -> BuildReport:
    return pipeline.build(files or FILES, store, extractor=extractor)


def turtle(store: Path) -> bytes:
    path = store.with_suffix(".ttl")
    with Store.open(store, readonly=True) as opened:
        export(opened, path)
    return path.read_bytes()


def outcomes(report: BuildReport) -> dict[str, str]:
    return {article.name: article.outcome.value for article in report.outcomes}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_a_build_takes_in_every_article_and_the_next_reads_none_of_them_again(folder: Path) -> None:
    first = build(folder)
    assert outcomes(first) == dict.fromkeys(NAMES, "added")
    assert all(article.statements > 100 and article.inferred > 10 for article in first.outcomes)
    again = build(folder, extractor=gold_facts)
    assert outcomes(again) == dict.fromkeys(NAMES, "unchanged")
    assert [replace(o, outcome=Outcome.ADDED) for o in again.outcomes] == list(first.outcomes)


def test_after_a_build_the_store_holds_these_articles_and_no_others(folder: Path) -> None:
    build(folder)
    report = build(folder, *FILES[1:3])
    assert outcomes(report) == {
        **dict.fromkeys(NAMES[1:3], "unchanged"),
        **{name: "dropped" for name in NAMES if name not in NAMES[1:3]},
    }
    build(folder.with_name("fresh"), *FILES[1:3])
    assert turtle(folder) == turtle(folder.with_name("fresh"))


def test_an_article_is_read_again_when_its_content_or_its_reader_has_changed(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text("Alder Biologics opens a plant.", encoding="utf-8")
    for text, extractor, outcome in [
        ("Alder Biologics opens a plant.", nothing, "added"),
        ("Alder Biologics opens a plant.", nothing, "unchanged"),
        ("Alder Biologics closes a plant.", nothing, "changed"),
        ("Alder Biologics closes a plant.", nothing_else, "changed"),
    ]:
        file.write_text(text, encoding="utf-8")
        assert outcomes(pipeline.add([file], folder, extractor=extractor)) == {"news": outcome}


def nothing(_: Article) -> Facts:
    return Facts()


def nothing_else(_: Article) -> Facts:
    return Facts()


def test_adding_one_and_dropping_it_leaves_what_was_before(folder: Path) -> None:
    build(folder, *FILES[:2])
    before = turtle(folder)
    assert outcomes(pipeline.add(FILES[2:3], folder, extractor=gold_facts)) == {NAMES[2]: "added"}
    assert turtle(folder) != before
    assert outcomes(pipeline.drop(NAMES[2], folder)) == {NAMES[2]: "dropped"}
    assert turtle(folder) == before


@pytest.mark.parametrize(
    "word", ["{name}", "https://w3id.org/triplehelix/id/article/{name}", "{name}.json", "x/{name}.json"]
)
def test_an_article_is_dropped_by_name_iri_or_file(folder: Path, word: str) -> None:
    build(folder, *FILES[:2])
    assert outcomes(pipeline.drop(word.format(name=NAMES[1]), folder)) == {NAMES[1]: "dropped"}


def test_an_unknown_article_is_not_dropped_and_names_like_it_are_given(folder: Path) -> None:
    build(folder, *FILES[:2])
    with pytest.raises(StoreError, match=f"did you mean {NAMES[1]}"):
        pipeline.drop(NAMES[1][:-1], folder)
    with pytest.raises(StoreError, match="it holds 2 articles"):
        pipeline.drop("zzz", folder)
    with pytest.raises(StoreError, match="no store here"):
        pipeline.drop("zzz", folder.with_name("nowhere"))
    assert not folder.with_name("nowhere").exists()


def test_an_article_that_cannot_be_read_stops_nothing_and_stays_as_it_was(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text("Alder Biologics opens a plant.", encoding="utf-8")
    build(folder, file, FILES[0], extractor=first_name)
    file.write_text("", encoding="utf-8")
    report = build(folder, file, FILES[0], extractor=first_name)
    assert outcomes(report) == {str(file): "failed", NAMES[0]: "unchanged"}
    assert "is empty" in report.failed[0].message
    with Store.open(folder, readonly=True) as store:
        assert [article.name for article in store.articles()] == sorted([NAMES[0], "news"])


def first_name(article: Article) -> Facts:
    return gold_facts(article) if article.source.endswith(".json") else Facts()


def test_an_extractor_that_gives_up_on_an_article_stops_nothing(folder: Path) -> None:
    report = build(folder, extractor=fails_on_the_first)
    assert outcomes(report) == {NAMES[0]: "failed", **dict.fromkeys(NAMES[1:], "added")}
    assert report.lines()[0] == f"{NAMES[0]}: too hard"
    assert "1 failed" in report.lines()[-1]


def fails_on_the_first(article: Article) -> Facts:
    if article.name == NAMES[0]:
        raise ArticleError("too hard")
    return gold_facts(article)


def test_a_misspelt_path_makes_no_store_and_empties_none(folder: Path) -> None:
    for take_in in (pipeline.build, pipeline.add):
        report = take_in([folder / "nowhere.txt"], folder)
        assert "no such file" in report.failed[0].message
        assert not folder.exists()
    build(folder, FILES[0])
    assert [o.outcome for o in build(folder, folder / "nowhere.txt").outcomes] == [Outcome.FAILED]
    with Store.open(folder, readonly=True) as store:
        assert len(store.articles()) == 1


def test_a_missing_path_among_others_drops_nothing(folder: Path, tmp_path: Path) -> None:
    build(folder, *FILES[:2])
    (tmp_path / "empty").mkdir()
    for missing in (tmp_path / "nowhere", tmp_path / "empty"):
        report = build(folder, FILES[0], missing)
        assert [outcome.value for outcome in outcomes_of(report)] == ["unchanged", "failed"]


def test_a_file_that_cannot_be_read_keeps_its_own_articles_only(folder: Path, tmp_path: Path) -> None:
    bad, other = tmp_path / "news  data.txt", tmp_path / "data.txt"
    for file in (bad, other):
        file.write_text("Alder Biologics opens a plant.", encoding="utf-8")
    build(folder, FILES[0], bad, other, extractor=first_name)
    bad.write_text("", encoding="utf-8")
    report = build(folder, FILES[0], bad, extractor=first_name)
    assert outcomes(report) == {NAMES[0]: "unchanged", str(bad): "failed", "data": "dropped"}


def outcomes_of(report: BuildReport) -> list[Outcome]:
    return [article.outcome for article in report.outcomes]


def test_without_paths_the_seeds_are_built(folder: Path) -> None:
    report = pipeline.build((), folder, extractor=nothing)
    assert outcomes(report) == {file.stem: "added" for file in sorted((SEEDS / "articles").iterdir())}


def test_progress_is_told_after_each_article(folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    pipeline.build(FILES[:2], folder, extractor=gold_facts, progress=lambda *step: told.append(step))
    assert told == [(1, 2, NAMES[0]), (2, 2, NAMES[1])]


def test_a_shared_fact_stays_when_one_of_its_articles_is_dropped(folder: Path, tmp_path: Path) -> None:
    """Two articles in the same words say the same of the same things, with claims of their own."""
    for name in ("one", "two"):
        record = FILES[0].read_text(encoding="utf-8").replace(f'"{NAMES[0]}"', f'"{name}"', 1)
        (tmp_path / f"{name}.json").write_text(record, encoding="utf-8")
    pipeline.build([tmp_path / "one.json", tmp_path / "two.json"], folder, extractor=as_the_first)
    pipeline.drop("one", folder)
    fresh = folder.with_name("fresh")
    pipeline.build([tmp_path / "two.json"], fresh, extractor=as_the_first)
    assert turtle(folder) == turtle(fresh)


def as_the_first(article: Article) -> Facts:
    return gold_facts(replace(article, source=FILES[0].name), FICTIONAL)


def test_facts_that_lie_outside_the_sentences_have_their_quotes_too(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text("Alder Biologics opens a plant.\n\nCookie settings", encoding="utf-8")
    assert outcomes(build(folder, file, extractor=cookie)) == {"news": "added"}
    assert pipeline.verify(folder).ok
    with Store.open(folder, readonly=True) as store:
        graph: Graph = store.asserted("news")
    assert len(list(graph.subjects(RDF.type, HELIX.Claim))) > 0


def cookie(article: Article) -> Facts:
    start = article.text.index("Cookie")
    mention = Span(start, start + len("Cookie"))
    return Facts((Entity("e1", EntityClass.ORGANIZATION, None, "Cookie", (), None, (mention,)),))


def test_a_fingerprint_is_that_of_the_extractor_and_the_installation() -> None:
    assert fingerprint(nothing) == fingerprint(nothing)
    assert fingerprint(nothing) != fingerprint(nothing_else)
    assert len(STAGES) > 20
