"""Asserted graph -> what may go into the store, what may not, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, Graph, URIRef

from triplehelix.gate.report import SHAPES, Violation, validate
from triplehelix.namespaces import HELIX, OA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rdflib.term import Node

    from triplehelix.reasoning.axioms import Triple

# What hangs on a fact is withdrawn with it, so a third round is rare, and a tenth means that the shapes contradict
# each other.
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Admission:
    """The two halves of a graph, and the violations that parted them.

    Attributes:
        valid: conforms to the shapes.
        quarantined: the facts that do not, and whatever cannot stand without them.
        violations: why, sorted; none exactly when `quarantined` is empty.
    """

    valid: Graph
    quarantined: Graph
    violations: tuple[Violation, ...]


def admit(graph: Graph, context: Graph | None = None, shapes: Path = SHAPES) -> Admission:
    """Part a graph in what conforms to the shapes and what does not.

    A fact that fails takes with it its claims, and the passages that nothing else uses; a thing takes with it every
    fact about it. What then lacks something fails in the next round. A graph that fails ten times is refused wholly.

    Args:
        graph: what an article asserts, before inference.
        context: triples about the things that the graph refers to without describing them.
        shapes: the file of shapes.

    Raises:
        OntologyError: the shapes cannot be read.
    """
    valid, found = graph, set[Violation]()
    for _ in range(_ROUNDS):
        violations = validate(valid, context, shapes)
        if not violations:
            return Admission(valid, graph - valid, tuple(sorted(found, key=Violation.key)))
        found |= set(violations)
        gone = withdraw(valid, {triple for violation in violations for triple in _culprits(violation, valid)})
        if not gone:
            break
        valid = _without(valid, gone)
    return Admission(Graph(), graph, tuple(sorted(found, key=Violation.key)))


def withdraw(graph: Graph, triples: Iterable[Triple]) -> set[Triple]:
    """The triples that must leave a graph when some of them do: these and whatever cannot stand without them.

    Evidence and facts go together, both ways: a fact takes its claims along, and the last claim of a fact the fact.
    A claim or a passage is never kept in part. A thing without its class goes wholly, with what refers to it.
    """
    gone: set[Triple] = set()
    todo = list(triples)
    while todo:
        triple = todo.pop()
        if triple in gone or triple not in graph:
            continue
        gone.add(triple)
        todo.extend(_dependents(triple, graph, gone))
    return gone | _orphans(graph, gone)


def _culprits(violation: Violation, graph: Graph) -> Iterator[Triple]:
    """The triples to blame: a single statement where the violation names one, else everything about a thing."""
    focus, path, value = violation.focus, violation.path, violation.value
    if path is not None and value is not None and (focus, path, value) in graph:
        yield focus, path, value
    elif path is not None and value is not None and (value, path, None) in graph:
        yield from graph.triples((value, path, None))  # a constraint over an article that blames statements in it
    elif isinstance(value, URIRef) and (value, None, None) in graph:
        yield from _about(value, graph)  # a constraint over an article that blames a thing in it
    else:
        yield from _about(focus, graph)


def _about(node: Node, graph: Graph) -> Iterator[Triple]:
    yield from graph.triples((node, None, None))
    yield from graph.triples((None, None, node))


def _dependents(triple: Triple, graph: Graph, gone: set[Triple]) -> Iterator[Triple]:
    subject, predicate, _ = triple
    if (subject, RDF.type, HELIX.Claim) in graph:
        yield from _about(subject, graph)
        fact = _fact(subject, graph)
        if fact and not any(_stands(claim, graph, gone) for claim in _claims(fact, graph) if claim != subject):
            yield fact
    elif (subject, RDF.type, HELIX.Passage) in graph or predicate == RDF.type:
        yield from _about(subject, graph)
    else:
        for claim in _claims(triple, graph):
            yield from _about(claim, graph)


def _claims(fact: Triple, graph: Graph) -> Iterator[Node]:
    subject, predicate, value = fact
    for claim in graph.subjects(RDF.object, value):
        if (claim, RDF.subject, subject) in graph and (claim, RDF.predicate, predicate) in graph:
            yield claim


def _fact(claim: Node, graph: Graph) -> Triple | None:
    terms = [graph.value(claim, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
    subject, predicate, value = terms
    return None if subject is None or predicate is None or value is None else (subject, predicate, value)


def _stands(node: Node, graph: Graph, gone: set[Triple]) -> bool:
    return not any(triple in gone for triple in graph.triples((node, None, None)))


def _orphans(graph: Graph, gone: set[Triple]) -> set[Triple]:
    """The triples of the passages whose last claim is gone."""
    left = {passage for _, predicate, passage in gone if predicate == OA.hasSelector}
    used = {p for c, p in graph.subject_objects(OA.hasSelector) if p in left and (c, OA.hasSelector, p) not in gone}
    return {triple for passage in left - used for triple in _about(passage, graph)}


def _without(graph: Graph, gone: set[Triple]) -> Graph:
    rest = Graph()
    rest += (triple for triple in graph if triple not in gone)
    return rest
