"""Figures of what becomes of articles before there is a store: the whole build, closure, validation."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pyshacl
from rdflib import Graph

from tests.bench import naive
from tests.bench.corpus import article, articles, facts_of
from tests.bench.figure import Figure, cost, median_cost, times_as_dear, times_as_fast
from triplehelix import pipeline
from triplehelix.documents import segment
from triplehelix.folders import ONTOLOGY
from triplehelix.gate import conforms
from triplehelix.gate.report import SHAPES
from triplehelix.reasoning import axioms
from triplehelix.reasoning.axioms import Triple, read_turtle
from triplehelix.reasoning.closure import by_owlrl, closure
from triplehelix.reasoning.infer import statements
from triplehelix.triples import to_triples

#: Beyond this the naive pipeline is not waited for.
NAIVE_LIMIT = 1_000
#: A naive pipeline of this size is what the next greater sizes are held against, where it does not finish.
_WARM = 20


def build_figures(size: int) -> list[Figure]:
    """A whole build without extraction against the naive pipeline; of the build too what memory it took."""
    ours = build_apart(size)
    memory = times_as_dear("memory of a build, MB against 4,000", size, ours["memory"], 4000)
    if size > NAIVE_LIMIT:
        return [memory]
    with tempfile.TemporaryDirectory() as folder:
        theirs = cost(lambda: naive.build(size, Path(folder)))
    return [times_as_fast("whole build, against rdflib + owlrl + pySHACL", size, ours["cpu"], theirs), memory]


def build_apart(size: int) -> dict[str, float]:
    """Seconds and megabytes of a build in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.graphs", str(size)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {key: float(value) for key, value in json.loads(answer).items()}


def build_here(size: int) -> dict[str, float]:
    """The same in this process: records are written to a file first, then timed from that file to a store."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_records(source, size)
        spent = cost(lambda: pipeline.build([source], Path(folder) / "store", extractor=facts_of, engine="processes"))
    own, workers = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"cpu": spent, "memory": (own + 2 * workers) / 1024}


def write_records(file: Path, size: int) -> None:
    """All articles of a world as JSON Lines."""
    with file.open("w", encoding="utf-8") as output:
        for one in (article(size, number) for number in range(size)):
            fields = {"title": one.title, "published": one.published, "language": one.language, "url": one.url}
            record = {"id": one.name, "text": one.text, "publisher": one.publisher, **fields}
            output.write(json.dumps(record) + "\n")


def closure_figure(size: int) -> Figure:
    """The closure of the statements of all articles against owlrl's; the two are equal, or this fails."""
    facts: set[Triple] = set()
    for one in articles(size):
        facts |= statements(to_triples(segment(one), facts_of(one)))
    loaded = axioms.load(ONTOLOGY / "clusters.ttl")
    theirs = cost(lambda: by_owlrl(facts, loaded))
    ours = cost(lambda: [closure(facts, loaded) for _ in range(5)]) / 5
    assert closure(facts, loaded) == by_owlrl(facts, loaded)
    return times_as_fast("closure, against owlrl", size, ours, theirs, f"{len(facts):,} statements, equal results")


def validation_figure(size: int) -> Figure:
    """The validation of an article against pySHACL with its shapes loaded; both find every article to conform."""
    found = [to_triples(segment(one), facts_of(one)) for one in articles(size, count=min(size, 100))]
    graphs = [_graph(triples) for triples in found[:_WARM]]
    shapes = read_turtle(SHAPES)

    def by_pyshacl(graph: Graph) -> bool:
        return bool(pyshacl.validate(graph, shacl_graph=shapes, inference="none", inplace=True)[0])

    assert all(map(conforms, found))
    assert all(map(by_pyshacl, graphs))
    ours = median_cost([lambda t=triples: conforms(t) for triples in found])  # type: ignore[misc]
    theirs = median_cost([lambda g=graph: by_pyshacl(g) for graph in graphs])  # type: ignore[misc]
    return times_as_fast("validation of an article, against warm pySHACL", size, ours, theirs)


def _graph(triples: Iterable[Triple]) -> Graph:
    graph = Graph()
    graph += triples
    return graph


if __name__ == "__main__":
    print(json.dumps(build_here(int(sys.argv[1]))))
