"""A build killed at any moment leaves every article wholly in or wholly out of the store, and the next completes it."""

from __future__ import annotations

import multiprocessing
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from tests.gold_facts import gold_facts, gold_files
from triplehelix import pipeline
from triplehelix.errors import StoreError
from triplehelix.exports import export
from triplehelix.identifiers import graph_iri, inferred_iri
from triplehelix.store import Store

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

CORPUS = gold_files()[::40]
KILLS = 50
#: A fresh store after so many, so that the first moments of a store are hit as well as the last of a build.
KILLS_A_STORE = 10

# Builds are forked from a process that has loaded everything and opened no store, so that a start costs no second.
CHILDREN = multiprocessing.get_context("forkserver")
CHILDREN.set_forkserver_preload(["tests.warm", "tests.test_kill"])

COUNTS = "SELECT ?g (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g"


@dataclass(frozen=True, slots=True)
class Clean:
    """A build that nobody disturbed: the number of triples of each graph, the facts of each article, the exports."""

    sizes: dict[str, int]
    facts: dict[str, frozenset[int]]
    exported: tuple[bytes, ...]


def build(folder: str, told: Connection | None = None) -> None:
    """What is killed: a build of fictional articles, with facts from their annotations; it tells how many are done."""
    progress = (lambda done, _total, _name: told.send(done)) if told else None
    pipeline.build(CORPUS, folder, extractor=gold_facts, progress=progress)


def exported(folder: Path) -> tuple[bytes, ...]:
    """The store as Turtle and as TriG."""
    written = []
    for suffix in (".ttl", ".trig"):
        path = folder.with_suffix(suffix)
        with Store.open(folder, readonly=True) as store:
            export(store, path)
        written.append(path.read_bytes())
    return tuple(written)


def sizes(store: Store) -> dict[str, int]:
    """The number of triples in each named graph; that of the default graph under ''."""
    rows = store.query(COUNTS)
    assert isinstance(rows, ox.QuerySolutions)
    return {row["g"].value if row["g"] else "": int(row["n"].value) for row in rows}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    folder = tmp_path_factory.mktemp("clean") / "store"
    build(str(folder))
    with Store.open(folder, readonly=True) as store:
        facts: dict[str, set[int]] = {article.name: set() for article in store.articles()}
        owners = {iri(name): name for name in facts for iri in (graph_iri, inferred_iri)}
        for quad in store.facts():
            if isinstance(quad.graph_name, ox.NamedNode):
                facts[owners[quad.graph_name.value]].add(hash(quad.triple))
        return Clean(sizes(store), {name: frozenset(found) for name, found in facts.items()}, exported(folder))


def kill_at(folder: Path, done: int, seconds: float) -> None:
    """Kill a build so long after it has done so many articles, or after its start where that is none."""
    here, there = CHILDREN.Pipe(duplex=False)
    child = CHILDREN.Process(target=build, args=(str(folder), there))
    child.start()
    there.close()
    try:
        while done and here.recv() < done:
            pass
    except EOFError:
        pass  # all are done
    time.sleep(seconds)
    child.kill()
    child.join()
    child.close()
    here.close()


def assert_each_article_is_whole(folder: Path, clean: Clean) -> int:
    """Every graph is as large as in the undisturbed build, and the default graph is their union; how many articles."""
    try:
        store = Store.open(folder, readonly=True)
    except StoreError as error:
        assert error.what == "no store here" or not list(folder.iterdir())  # noqa: PT017 -- killed before it began
        return 0
    with store:
        names = [article.name for article in store.articles()]
        found = sizes(store)
        union = {quad.triple for quad in store.facts() if isinstance(quad.graph_name, ox.NamedNode)}
        assert found.pop("", 0) == len(union)
        whole = {iri: size for iri, size in clean.sizes.items() if iri.rpartition("/")[2] in names and _is_own(iri)}
        assert {graph: size for graph, size in found.items() if _is_own(graph)} == whole
        assert all(store.text(article.text_hash) for article in store.articles())
        return len(names)


def _is_own(graph: str) -> bool:
    """Whether a graph says what one article does; how things are linked depends on others (test_linking_kill.py)."""
    return bool(graph) and not graph.startswith("urn:")


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_fifty_killed_builds_leave_whole_articles_and_the_next_completes(clean: Clean, tmp_path: Path) -> None:
    choose = random.Random(2)  # noqa: S311
    reached, whole = [], 0
    for number in range(KILLS):
        folder = tmp_path / f"store{number // KILLS_A_STORE}"
        whole = whole if folder.exists() else 0
        more = choose.randrange(4)
        kill_at(folder, whole + more if more else 0, choose.random() * (0.1 if more else 0.4))
        whole = assert_each_article_is_whole(folder, clean)
        reached.append(whole)
    assert len(set(reached)) > 8  # builds were hit at many points
    assert not pipeline.build(CORPUS, folder, extractor=gold_facts).failed
    assert assert_each_article_is_whole(folder, clean) == len(clean.facts)
    assert exported(folder) == clean.exported
    assert not list(folder.rglob("*.new"))
    assert pipeline.verify(folder).ok
