"""What breaks a shape, a quote or a claim is found in a store and in a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.gold_facts import gold_facts
from tests.test_pipeline import FILES, NAMES, XML_WITH_A_FILE, build
from triplehelix import pipeline
from triplehelix.errors import StoreError
from triplehelix.exports import export
from triplehelix.facts import Facts
from triplehelix.namespaces import HELIX
from triplehelix.prefixes import PREFIXES
from triplehelix.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from triplehelix.articles import Article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def with_a_bad_country(article: Article) -> Facts:
    facts = gold_facts(article)
    return replace(facts, entities=(replace(facts.entities[0], country="Atlantis"), *facts.entities[1:]))


def test_a_store_conforms_and_what_it_refused_is_told_with_the_reason(folder: Path) -> None:
    built = build(folder, FILES[0], extractor=with_a_bad_country)
    report = pipeline.check(folder)
    assert report.conforms
    assert [finding.violation.shape.rpartition("#")[2] for finding in report.quarantine] == ["Thing-country"]
    assert built.outcomes[0].quarantined > report.quarantined > 0
    [reason, sums] = report.lines()
    assert reason.startswith(f"quarantine: {NAMES[0]}: Thing-country: https://")
    assert "(Atlantis)" in reason
    assert sums.endswith(f"conforms; {report.quarantined} triples in quarantine")


def test_a_store_that_somebody_else_wrote_to_is_found_out(folder: Path) -> None:
    build(folder, FILES[0])
    with Store.open(folder) as store:
        kinds = f"GRAPH ?g {{ ?s <{HELIX.kind}> ?k }}"
        store.raw.update(
            f"DELETE {{ {kinds} }} INSERT {{ GRAPH ?g {{ ?s <{HELIX.kind}> <x:k> }} }} WHERE {{ {kinds} }}"
        )
    report = pipeline.check(folder)
    assert not report.conforms
    assert "violations" in report.lines()[-1]
    assert not pipeline.verify(folder).ok


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".rdf", ".trig", ".nq", ".jsonld"])
def test_a_file_is_checked_in_every_format(folder: Path, suffix: str) -> None:
    build(folder, FILES[0])
    path = folder.with_suffix(suffix)
    with Store.open(folder, readonly=True) as store:
        export(store, path)
    assert pipeline.check(path).conforms
    if suffix == ".nt":
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "partnershipKind> <" not in line]
        path.write_text("\n".join(lines), encoding="utf-8")
        assert not pipeline.check(path).conforms


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.ttl", b"<a> <b>", "not RDF that can be read"),
        ("graph.nt", b"\xff\xfe", "not RDF that can be read"),
        ("graph.xls", b"", "unknown suffix"),
        ("graph.rdf", None, "cannot be read"),
        ("graph", None, "no store here"),
        (
            "graph.jsonld",
            b'{"@context": "https://example.org/context", "@id": "x:a", "b": "c"}',
            "not RDF that can be read",
        ),
        (
            "graph.rdf",
            XML_WITH_A_FILE,
            "not RDF that can be read",
        ),
    ],
)
def test_a_file_that_cannot_be_checked_is_one_line(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(StoreError, match=message) as caught:
        pipeline.check(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_verify_compares_every_quote_and_every_statement(folder: Path) -> None:
    build(folder)
    report = pipeline.verify(folder)
    assert report.ok
    assert (report.articles, report.faults) == (len(FILES), ())
    assert report.quotes > 100 < report.statements
    assert report.lines() == [report.lines()[-1]]
    assert report.lines()[0].endswith("every one agrees")


def test_verify_finds_one_changed_character(folder: Path) -> None:
    build(folder, FILES[0])
    [text] = (folder / "articles").iterdir()
    whole = text.read_text(encoding="utf-8")
    text.write_text(whole.replace("e", "3", 1), encoding="utf-8")
    report = pipeline.verify(folder)
    assert not report.ok
    assert any("its hash is another one" in fault.message for fault in report.faults)
    text.unlink()
    assert "missing" in pipeline.verify(folder).lines()[0]


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        ("oa:exact", "'x'", "the quote is not"),
        ("oa:start", "'x'", "the quote is not"),
        ("oa:prefix", "'x'", "the quote is not"),
        ("oa:hasSelector", "<urn:x>", "the claim has no passage"),
        ("rdf:predicate", "rdf:type", "no claim stands for"),
        ("helix:country", "'XX'", "what is not asserted"),
    ],
)
def test_verify_finds_what_was_changed_in_the_graph(folder: Path, predicate: str, value: str, message: str) -> None:
    build(folder, FILES[0])
    old, new = (f"{{ GRAPH ?g {{ ?s {predicate} {value} }} }}" for value in ("?o", value))
    with Store.open(folder) as store:
        store.raw.update(f"DELETE {old} INSERT {new} WHERE {old}", prefixes=dict(PREFIXES))
    assert any(message in fault.message for fault in pipeline.verify(folder).faults)


@pytest.mark.parametrize(
    ("update", "message"),
    [
        ("INSERT DATA { <urn:a> helix:partnersWith <urn:b> }", "no article states"),
        ("INSERT DATA { <x:a> helix:status <x:b> . GRAPH <x:g> { <x:a> helix:status <x:b> } }", "no article states"),
        ("DELETE WHERE { ?s helix:partnersWith ?o }", "questions do not see"),
    ],
)  # fmt: skip
def test_verify_finds_where_questions_see_something_else_than_the_articles_state(
    folder: Path, update: str, message: str
) -> None:
    build(folder, *FILES[:2])
    with Store.open(folder) as store:
        store.raw.update(update, prefixes=dict(PREFIXES))
    faults = pipeline.verify(folder).faults
    assert faults
    assert all(fault.article == "default graph" and message in fault.message for fault in faults)
