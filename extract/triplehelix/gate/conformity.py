"""Shapes -> a quick test that is right whenever it says yes.

pySHACL takes a second for the graph of an article, and nearly every graph conforms. So each shape is compiled once to
Python closures, and its SPARQL is run by Oxigraph. The test says yes only where pySHACL would; at the first doubt (a
violation, an unusual lexical form, a subclass in the data) it says no, and pySHACL decides and reports. A constraint
component that cannot be compiled makes it say no always.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SH, Graph

from triplehelix.gate.checks import AllCheck, Check, UncoveredError
from triplehelix.gate.components import compile_shape
from triplehelix.gate.index import Index
from triplehelix.gate.queries import compile_queries
from triplehelix.reasoning.axioms import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib.term import Node

    from triplehelix.reasoning.axioms import Triple


@dataclass(frozen=True, slots=True)
class Target:
    """Checks, and the nodes that they are for: the instances of classes, and the subjects of properties."""

    classes: tuple[Node, ...]
    properties: tuple[Node, ...]
    check: Check
    together: tuple[AllCheck, ...]

    def holds(self, index: Index) -> bool:
        """Whether every such node in a graph passes."""
        nodes = list(self.nodes(index))
        return all(self.check(node, index) for node in nodes) and all(whole(nodes, index) for whole in self.together)

    def nodes(self, index: Index) -> Iterator[Node]:
        """The nodes in a graph that the check is for."""
        for cls in self.classes:
            yield from index.backward.get((cls, RDF.type), ())
        for predicate in self.properties:
            yield from index.subjects.get(predicate, ())


def surely_conforms(triples: Iterable[Triple], shapes: Path) -> bool:
    """Whether some triples certainly have no violation; no only means that pySHACL must be asked.

    Raises:
        OntologyError: the shapes cannot be read.
    """
    targets = _compiled(shapes)
    if targets is None:
        return False
    index = Index(triples)
    try:
        return RDFS.subClassOf not in index.subjects and all(target.holds(index) for target in targets)
    except TypeError:  # a blank node, which Oxigraph would be given under another name
        return False


@cache
def _compiled(shapes: Path) -> tuple[Target, ...] | None:
    """The shapes as checks, or None where they say something that is not compiled."""
    try:
        return compile_shapes(read_turtle(shapes))
    except UncoveredError:
        return None


def compile_shapes(shapes: Graph) -> tuple[Target, ...]:
    """Every shape that has targets, as a check of its focus nodes.

    Raises:
        UncoveredError: a shape has a target or a component that is not compiled.
    """
    if any((None, target, None) in shapes for target in (SH.targetNode, SH.targetObjectsOf, SH.target)):
        raise UncoveredError
    nodes = {*shapes.subjects(SH.targetClass), *shapes.subjects(SH.targetSubjectsOf)}
    return tuple(
        Target(
            tuple(shapes.objects(node, SH.targetClass)),
            tuple(shapes.objects(node, SH.targetSubjectsOf)),
            compile_shape(shapes, node),
            compile_queries(shapes, node),
        )
        for node in sorted(nodes, key=str)
    )
