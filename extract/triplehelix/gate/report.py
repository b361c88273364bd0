"""Graph -> violations of ontology/shapes.ttl and of its vocabulary; and violations as triples, and back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib import PROV, RDF, SH, Graph, Literal, URIRef

from triplehelix.folders import ONTOLOGY
from triplehelix.gate import terms
from triplehelix.gate.conformity import surely_conforms
from triplehelix.identifiers import result_iri
from triplehelix.namespaces import SHAPE
from triplehelix.prefixes import ID_BASE
from triplehelix.reasoning.axioms import read_turtle
from triplehelix.terms import quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib.term import Node

    from triplehelix.reasoning.axioms import Triple

SHAPES = ONTOLOGY / "shapes.ttl"


@dataclass(frozen=True, slots=True)
class Violation:
    """One result of a validation.

    Attributes:
        shape: the IRI of the shape or constraint that is broken; shape:KnownTerm where a word is not defined.
        message: what is wrong and what to do, one sentence of shapes.ttl.
        focus: the thing that breaks it.
        path: the property concerned, or None (no property, or more than a single one).
        value: the value concerned, or None.
    """

    shape: str
    message: str
    focus: Node
    path: URIRef | None = None
    value: Node | None = None

    def key(self) -> tuple[str, ...]:
        """What violations are sorted by."""
        return self.shape, str(self.focus), str(self.path), str(self.value), self.message


def conforms(triples: Iterable[Triple], shapes: Path = SHAPES) -> bool:
    """Whether some triples certainly conform; where they may not, `admit` finds out, and tells why.

    Raises:
        OntologyError: the shapes cannot be read.
    """
    asked = frozenset(triples)
    return next(terms.unknown(asked), None) is None and surely_conforms(asked, shapes)


def validate(graph: Graph, context: Graph | None = None, shapes: Path = SHAPES) -> tuple[Violation, ...]:
    """The violations in a graph, sorted; none where it conforms.

    Args:
        graph: a plain rdflib graph, before inference; over Oxigraph pySHACL would report what is not there.
        context: triples about the things that the graph refers to without describing them.
        shapes: the file of shapes; only results of severity sh:Violation count.

    Raises:
        OntologyError: the shapes cannot be read.
    """
    data = graph + context if context else graph
    strange = (
        Violation(str(SHAPE.KnownTerm), terms.MESSAGE, subject, URIRef(str(predicate)), value)
        for subject, predicate, value in terms.unknown(data)
    )
    found = {*strange, *_broken(data, shapes)}
    return tuple(sorted(found, key=Violation.key))


def _broken(data: Graph, shapes: Path) -> tuple[Violation, ...]:
    if surely_conforms(data, shapes):
        return ()
    import pyshacl  # noqa: PLC0415 -- slow to import, and most graphs are found to conform without it

    with quiet():
        _, report, _ = pyshacl.validate(
            data, shacl_graph=_shapes(shapes), inference="none", do_owl_imports=False, js=False, inplace=True
        )
    return _violations(report, SH.Violation)


def to_graph(violations: Iterable[Violation], article: URIRef, base: str = ID_BASE) -> Graph:
    """The violations found in an article as sh:ValidationResult nodes with IRIs, derived from the article."""
    graph = Graph()
    for violation in violations:
        graph += _result_triples(violation, article, base)
    return graph


def violations_in(graph: Graph) -> tuple[Violation, ...]:
    """The violations that a graph describes, sorted: the way back from `to_graph`."""
    return _violations(graph, None)


@cache
def _shapes(file: Path) -> Graph:
    return read_turtle(file)


def _violations(report: Graph, severity: URIRef | None) -> tuple[Violation, ...]:
    results = report.subjects(RDF.type, SH.ValidationResult)
    found = {
        _violation(report, result)
        for result in results
        if severity is None or report.value(result, SH.resultSeverity) == severity
    }
    return tuple(sorted(found, key=Violation.key))


def _violation(report: Graph, result: Node) -> Violation:
    path = report.value(result, SH.resultPath)
    shape = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    focus = report.value(result, SH.focusNode)
    return Violation(
        shape=str(shape),
        message=" ".join(sorted(map(str, report.objects(result, SH.resultMessage)))),
        focus=focus if focus is not None else result,
        path=path if isinstance(path, URIRef) else None,
        value=report.value(result, SH.value),
    )


def _result_triples(violation: Violation, article: URIRef, base: str) -> Iterator[Triple]:
    node = URIRef(result_iri(str(article), violation.key(), base))
    yield node, RDF.type, SH.ValidationResult
    yield node, PROV.wasDerivedFrom, article
    yield node, SH.focusNode, violation.focus
    yield node, SH.resultMessage, Literal(violation.message)
    yield node, SH.resultSeverity, SH.Violation
    yield node, SH.sourceShape, URIRef(violation.shape)
    if violation.path is not None:
        yield node, SH.resultPath, violation.path
    if violation.value is not None:
        yield node, SH.value, violation.value
