"""An article is in the store wholly or not at all, and a fact as long as an article holds it; errors are one line."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, BNode, Graph, Literal, URIRef

from triplehelix.articles import Article
from triplehelix.errors import QueryError, StoreError
from triplehelix.identifiers import graph_iri, inferred_iri
from triplehelix.namespaces import HELIX
from triplehelix.store import DEFAULT_FOLDER, Store, default_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplehelix.terms import RdflibTriple

EX = "https://example.org/"


def article(name: str = "news", text: str = "Alder Biologics opens a plant.") -> Article:
    return Article(name, text, title=f"About {name}", source=f"{name}.txt")


def fact(number: int) -> RdflibTriple:
    return URIRef(f"{EX}s{number}"), RDFS.label, Literal(f"label {number}")


def facts(*numbers: int) -> list[RdflibTriple]:
    return [fact(number) for number in numbers]


def default_graph(store: Store) -> set[str]:
    return {str(q.triple) for q in store.raw.quads_for_pattern(None, None, None, ox.DefaultGraph())}


def quads(store: Store) -> set[str]:
    return {str(quad) for quad in store.raw}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_an_article_comes_back_as_it_was_put(folder: Path) -> None:
    with Store.open(folder) as store:
        stored = store.put(article(), facts(1, 2), facts(3), facts(4), fingerprint="v1")
    with Store.open(folder, readonly=True) as store:
        assert store.articles() == (stored,)
        assert store.article("news") == stored
        assert store.article("olds") is None
        assert (stored.statements, stored.inferred, stored.quarantined) == (2, 1, 1)
        assert (stored.title, stored.source, stored.fingerprint) == ("About news", "news.txt", "v1")
        assert set(store.asserted("news")) == set(facts(1, 2))
        assert set(store.inferred("news")) == set(facts(3))
        assert set(store.quarantined("news")) == set(facts(4))
        assert store.text(stored.text_hash) == article().text


def test_the_default_graph_holds_what_is_asserted_or_inferred_once_and_nothing_refused(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article("a"), facts(1, 2), facts(3), facts(9))
        store.put(article("b"), facts(2, 3), facts(4))
        answer = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert [row["n"].value for row in answer] == ["4"]  # type: ignore[union-attr]
        assert set(store.graph()) == set(map(_typed, facts(1, 2, 3, 4)))
        assert fact(1) in store.graph()


def _typed(triple: RdflibTriple) -> RdflibTriple:
    """The triple as oxrdflib gives it: a plain literal with its datatype."""
    literal = Literal(str(triple[2]), datatype=URIRef("http://www.w3.org/2001/XMLSchema#string"))
    return triple[0], triple[1], literal


def test_a_fact_leaves_with_its_last_article(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article("a"), facts(1, 2), facts(3))
        store.put(article("b"), facts(2), facts(1))
        store.remove("a")
        assert set(store.graph()) == set(map(_typed, facts(1, 2)))
        store.remove("b")
        assert not quads(store)


def test_what_another_article_has_in_quarantine_does_not_hold_a_fact(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article("a"), facts(1))
        store.put(article("b"), facts(2), (), facts(1))
        store.remove("a")
        assert set(store.graph()) == set(map(_typed, facts(2)))


Operation = tuple[str, frozenset[int], frozenset[int], frozenset[int], bool]
numbers = st.frozensets(st.integers(0, 5), max_size=4)
histories = st.lists(st.tuples(st.sampled_from("abcd"), numbers, numbers, numbers, st.booleans()), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_any_history_ends_where_a_new_store_with_the_same_articles_begins(
    tmp_path_factory: pytest.TempPathFactory, history: list[Operation]
) -> None:
    present: dict[str, tuple[frozenset[int], ...]] = {}
    with Store.open(tmp_path_factory.mktemp("stores") / "old") as old:
        for name, asserted, inferred, quarantined, keep in history:
            if keep:
                old.put(article(name, name), facts(*asserted), facts(*inferred), facts(*quarantined))
                present[name] = (asserted, inferred, quarantined)
            elif name in present:
                old.remove(name)
                del present[name]
        with Store.open(tmp_path_factory.mktemp("stores") / "new") as new:
            for name, parts in present.items():
                new.put(article(name, name), *(facts(*part) for part in parts))
            assert quads(old) == quads(new)
            assert _files(old.path) == _files(new.path)


def _files(path: Path) -> set[str]:
    return {file.name for file in (path / "articles").iterdir()}


def test_putting_an_article_again_replaces_it_and_its_text(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article(), facts(1, 2), (), facts(8))
        store.put(article(text="Another text."), facts(2, 3))
        assert set(store.asserted("news")) == set(facts(2, 3))
        assert not store.quarantined("news")
        assert set(store.graph()) == set(map(_typed, facts(2, 3)))
        assert _files(folder) == {f"{article(text='Another text.').text_hash}.txt"}


def test_two_articles_may_share_a_text(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article("a"), facts(1))
        store.put(article("b"), facts(2))
        store.remove("a")
        assert store.text(article().text_hash) == article().text
        store.remove("b")
        assert not _files(folder)


@pytest.mark.parametrize("name", ["a/b", "ünïcode 名", "50%", "..", "x?y#z", 'say "no"'])
def test_any_name_is_a_name(folder: Path, name: str) -> None:
    with Store.open(folder) as store:
        store.put(article(name), facts(1))
        assert [stored.name for stored in store.articles()] == [name]
        store.remove(name)
        assert not quads(store)


@pytest.mark.parametrize("text", ["a\r\nb", "tab\tand 'quote\"", "\\ \\n", "𝒳 é 名", "\x0c form feed"])
def test_any_text_and_any_literal_comes_back_as_it_was(folder: Path, text: str) -> None:
    one = (URIRef(EX), RDFS.label, Literal(text))
    with Store.open(folder) as store:
        store.put(article(text=text), [one, *facts(1)])
        store.put(article(text=text), [one])  # by way of an update, which is text
        store.put(article(text=text), facts(2))
        store.put(article(text=text), [one])
        assert store.text(article(text=text).text_hash) == text
        assert set(store.asserted("news")) == {one}


def test_a_blank_node_is_refused_and_changes_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        with pytest.raises(TypeError, match="no IRI"):
            store.put(article(), [*facts(1), (BNode(), RDF.type, HELIX.Hub)])
        assert not quads(store)


def test_readers_see_the_store_as_it_was_when_they_opened_it(folder: Path) -> None:
    with Store.open(folder) as writer:
        writer.put(article("a"), facts(1))
        with Store.open(folder, readonly=True) as first:
            writer.put(article("b"), facts(2))
            with Store.open(folder, readonly=True) as second:
                assert [len(store.articles()) for store in (first, second)] == [1, 2]


def test_a_reader_cannot_change_anything(folder: Path) -> None:
    Store.open(folder).close()
    with Store.open(folder, readonly=True) as store:
        assert store.articles() == ()
        with pytest.raises(StoreError, match="reading only"):
            store.put(article(), facts(1))
        with pytest.raises(StoreError, match="reading only"):
            store.remove("news")


def test_a_store_can_be_closed_twice_and_then_says_so(folder: Path) -> None:
    store = Store.open(folder)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.articles()


def test_closing_turns_the_log_into_tables_which_readers_open_at_once(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article(), facts(*range(100)))
        before = _bytes_in_tables(folder)
    assert _bytes_in_tables(folder) > before + 5_000


def _bytes_in_tables(folder: Path) -> int:
    return sum(table.stat().st_size for table in (folder / "graph").glob("*.sst"))


def test_reading_and_asking_loads_no_rdflib(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article(), facts(1))
    code = (
        "import sys; from triplehelix.store import Store\n"
        "with Store.open(sys.argv[1], readonly=True) as store: print(len(store.articles()), 'rdflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


def test_an_article_that_is_not_there_cannot_be_removed(folder: Path) -> None:
    with Store.open(folder) as store, pytest.raises(StoreError, match="no article 'olds'"):
        store.remove("olds")


def test_a_query_with_a_fault_is_one_line(folder: Path) -> None:
    with Store.open(folder) as store, pytest.raises(QueryError) as caught:
        store.query("SELECT *\nWHERE { ?s ?p }")
    assert "\n" not in str(caught.value)


def test_the_default_store_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TRIPLEHELIX_STORE", raising=False)
    assert default_path() == Path(DEFAULT_FOLDER)
    monkeypatch.setenv("TRIPLEHELIX_STORE", str(tmp_path / "here"))
    with Store.open() as store:
        assert store.path == tmp_path / "here"


def test_facts_are_all_quads_but_those_of_quarantine_and_catalog(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(article(), facts(1), facts(2), facts(3))
        graphs = sorted(str(quad.graph_name) for quad in store.facts())
    assert graphs == sorted(["DEFAULT", "DEFAULT", f"<{graph_iri('news')}>", f"<{inferred_iri('news')}>"])


def test_a_change_costs_what_the_article_costs_and_not_what_the_store_holds(folder: Path) -> None:
    """Look-ups are counted, since times on a shared machine mean little."""
    lookups = []
    with Store.open(folder) as store:
        for count in (3, 40):
            while len(store.articles()) < count:
                store.put(article(f"other{len(store.articles())}", "x"), facts(*range(50)))
            counted = _Counting(store.raw)
            store._raw = counted  # type: ignore[assignment]  # noqa: SLF001
            store.put(article("mine"), facts(*range(60)))
            store.put(article("mine"), facts(*range(1, 61)))
            store.remove("mine")
            lookups.append((counted.patterns, counted.read))
            store._raw = counted.raw  # noqa: SLF001
    assert lookups[0][0] == lookups[1][0]
    assert lookups[1][1] <= lookups[0][1] * 1.1


class _Counting:
    """A pyoxigraph store that counts how many patterns it is asked and how many quads are taken from the answers."""

    def __init__(self, raw: ox.Store) -> None:
        self.raw, self.patterns, self.read = raw, 0, 0

    def quads_for_pattern(self, *pattern: ox.NamedNode | None) -> Iterable[ox.Quad]:
        self.patterns += 1
        for quad in self.raw.quads_for_pattern(*pattern):
            self.read += 1
            yield quad

    def __getattr__(self, name: str) -> object:
        return getattr(self.raw, name)


def test_a_graph_of_rdflib_can_be_put(folder: Path) -> None:
    graph = Graph()
    graph += facts(*random.Random(1).sample(range(100), 10))  # noqa: S311
    with Store.open(folder) as store:
        stored = store.put(replace(article(), title=None), graph)
        assert (stored.statements, stored.title) == (10, "news")
