"""Exports are the same bytes for the same facts, whole or absent, and readable by others."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import RDFS, Dataset, Literal, URIRef

from tests.gold_facts import gold_article, gold_document, gold_facts, gold_files
from triplehelix.articles import Article
from triplehelix.errors import StoreError
from triplehelix.exports import FORMATS, export
from triplehelix.reasoning import infer
from triplehelix.store import Store
from triplehelix.triples import to_graph

if TYPE_CHECKING:
    from pathlib import Path

TRIPLES = [".ttl", ".nt", ".rdf", ".jsonld"]
RAPPER = {".ttl": "turtle", ".nt": "ntriples", ".rdf": "rdfxml"}
HARD = 'tab\t "quoted" \\ <b>&amp;</b> é 名 𝒳\nnew line <https://example.org/not-an-iri#>'


def filled(folder: Path, *, backwards: bool = False) -> Path:
    """A store of four articles, put in one order or the other."""
    files = gold_files()[::60]
    with Store.open(folder) as store:
        for file in reversed(files) if backwards else files:
            article = gold_article(file)
            graph = to_graph(gold_document(article), gold_facts(article))
            graph.add((URIRef(f"https://example.org/{article.name}"), RDFS.comment, Literal(HARD)))
            refused = [(URIRef("https://example.org/refused"), RDFS.label, Literal("refused"))]
            store.put(article, graph, infer(graph), refused)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("again"), backwards=True)


@pytest.mark.parametrize("suffix", FORMATS)
def test_two_stores_of_the_same_articles_export_the_same_bytes(
    folder: Path, again: Path, suffix: str, tmp_path: Path
) -> None:
    written = []
    for number, store_folder in enumerate((folder, folder, again)):
        with Store.open(store_folder, readonly=True) as store:
            export(store, tmp_path / f"{number}{suffix}")
        written.append((tmp_path / f"{number}{suffix}").read_bytes())
    assert written[0] == written[1] == written[2] != b""


@pytest.mark.parametrize("suffix", FORMATS)
def test_another_process_writes_the_same_bytes(folder: Path, suffix: str, tmp_path: Path) -> None:
    code = (
        "import sys; from triplehelix.exports import export; from triplehelix.store import Store\n"
        "with Store.open(sys.argv[1], readonly=True) as store: export(store, sys.argv[2])"
    )
    there, here = tmp_path / f"there{suffix}", tmp_path / f"here{suffix}"
    subprocess.run([sys.executable, "-c", code, str(folder), str(there)], check=True)
    with Store.open(folder, readonly=True) as store:
        export(store, here)
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_pyoxigraph_reads_what_the_store_holds(folder: Path, suffix: str, tmp_path: Path) -> None:
    with Store.open(folder, readonly=True) as store:
        count = export(store, tmp_path / f"graph{suffix}")
        held = {str(quad) for quad in store.facts() if suffix not in TRIPLES or quad.graph_name == ox.DefaultGraph()}
    read = {str(quad) for quad in ox.parse(path=tmp_path / f"graph{suffix}", format=FORMATS[suffix])}
    assert read == held
    assert count == len(held)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("suffix", FORMATS)
def test_rdflib_reads_as_many(folder: Path, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    with Store.open(folder, readonly=True) as store:
        count = export(store, path)
    form = {".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld", ".ttl": "turtle", ".nt": "nt", ".rdf": "xml"}[
        suffix
    ]
    dataset = Dataset()
    dataset.parse(data=path.read_text(encoding="utf-8"), format=form)
    assert sum(1 for _ in dataset.quads()) == count


@pytest.mark.skipif(not shutil.which("rapper"), reason="rapper is not installed (Debian: raptor2-utils)")
@pytest.mark.parametrize("suffix", RAPPER)
def test_rapper_reads_as_many(folder: Path, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    with Store.open(folder, readonly=True) as store:
        count = export(store, path)
    done = subprocess.run(["rapper", "-c", "-i", RAPPER[suffix], str(path)], capture_output=True, text=True, check=True)
    assert f"returned {count} triples" in done.stderr


def test_what_was_refused_is_not_exported(folder: Path, tmp_path: Path) -> None:
    with Store.open(folder, readonly=True) as store:
        export(store, tmp_path / "graph.nq")
    assert "refused" not in (tmp_path / "graph.nq").read_text(encoding="utf-8")
    assert "urn:triplehelix" not in (tmp_path / "graph.nq").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".ttl", ".trig"])
def test_prefixes_are_sorted_and_used(folder: Path, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    with Store.open(folder, readonly=True) as store:
        export(store, path)
    header = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("@prefix")]
    assert header == sorted(header) != []
    body = path.read_text(encoding="utf-8").split(header[-1])[1]
    assert all(f"{line.split()[1]}" in body for line in header if "xsd:" not in line)


def test_an_empty_store_exports_an_empty_graph(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        for suffix in FORMATS:
            assert export(store, tmp_path / f"graph{suffix}") == 0
            assert not list(ox.parse(path=tmp_path / f"graph{suffix}", format=FORMATS[suffix]))


@pytest.mark.parametrize("name", ["graph.xls", "graph", "no/such/folder/graph.ttl", f"{'long' * 64}.ttl"])
def test_where_no_file_can_be_written_none_is_left(folder: Path, name: str, tmp_path: Path) -> None:
    with (
        Store.open(folder, readonly=True) as store,
        pytest.raises(StoreError, match=r"unknown suffix|cannot be written"),
    ):
        export(store, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_file_is_no_folder_to_write_into(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with Store.open(folder, readonly=True) as store, pytest.raises(StoreError, match="cannot be written"):
        export(store, tmp_path / "file" / "graph.ttl")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_an_export_touches_no_other_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl.new").write_text("mine", encoding="utf-8")
    with Store.open(folder, readonly=True) as store:
        export(store, tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl.new").read_text(encoding="utf-8") == "mine"


def test_what_xml_cannot_hold_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "graph.rdf"
    path.write_text("old", encoding="utf-8")
    with Store.open(tmp_path / "store") as store:
        store.put(Article("news", "x"), [(URIRef("https://example.org/a"), RDFS.label, Literal("page\x0cbreak"))])
        with pytest.raises(StoreError, match="control character"):
            export(store, path)
        assert export(store, tmp_path / "graph.ttl") == 1
    assert path.read_text(encoding="utf-8") == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["graph.rdf", "graph.ttl", "store"]
