"""What everybody would write first: one rdflib graph, pySHACL over everything, owlrl over everything, Turtle by rdflib.

It does not do what triplehelix does beside: no evidence is checked against its text, nothing can be dropped, and the
rules of ontology/rules are not run. It is what the figures are ratios to.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyshacl
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import Graph

from tests.bench.corpus import articles, facts_of
from triplehelix.documents import segment
from triplehelix.folders import ONTOLOGY
from triplehelix.triples import to_graph

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Naive:
    """How long each step of the naive pipeline took, in seconds."""

    graph: float
    shacl: float
    owlrl: float
    turtle: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.graph + self.shacl + self.owlrl + self.turtle


def everything(size: int) -> Graph:
    """What all articles of a world assert, in one graph."""
    whole = Graph()
    for article in articles(size):
        whole += to_graph(segment(article), facts_of(article))
    return whole


def validated(whole: Graph) -> Graph:
    """The report of pySHACL over everything."""
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    _, report, _ = pyshacl.validate(whole, shacl_graph=shapes, inference="none", do_owl_imports=False, inplace=True)
    assert isinstance(report, Graph)
    return report


def closed(whole: Graph) -> Graph:
    """The graph with the ontology, and with everything that owlrl makes of both."""
    graph = Graph()
    graph += whole
    graph.parse(ONTOLOGY / "clusters.ttl")
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return graph


def build(size: int, folder: Path) -> Naive:
    """The whole naive pipeline, timed."""
    marks = [time.perf_counter()]
    whole = everything(size)
    marks.append(time.perf_counter())
    validated(whole)
    marks.append(time.perf_counter())
    after = closed(whole)
    marks.append(time.perf_counter())
    after.serialize(folder / "naive.ttl", format="turtle")
    marks.append(time.perf_counter())
    return Naive(*(after - before for before, after in itertools.pairwise(marks)))
