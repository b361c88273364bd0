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

from triplehelix.gate.components import Check, UncoveredError, compile_shape
from triplehelix.gate.index import Index
from triplehelix.reasoning.axioms import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class Target:
    """A check, and the nodes that it is for: the instances of classes, and the subjects of properties."""

    classes: tuple[Node, ...]
    properties: tuple[Node, ...]
    check: Check

    def nodes(self, index: Index) -> Iterator[Node]:
        """The nodes in a graph that the check is for."""
        for cls in self.classes:
            yield from index.backward.get((cls, RDF.type), ())
        for predicate in self.properties:
            yield from index.subjects.get(predicate, ())


def surely_conforms(graph: Graph, shapes: Path) -> bool:
    """Whether a graph certainly has no violation; no only means that pySHACL must be asked.

    Raises:
        OntologyError: the shapes cannot be read.
    """
    targets = _compiled(shapes)
    if targets is None or (None, RDFS.subClassOf, None) in graph:
        return False
    try:
        index = Index(graph)
        return all(target.check(node, index) for target in targets for node in target.nodes(index))
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
        )
        for node in sorted(nodes, key=str)
    )
