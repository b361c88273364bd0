"""ontology/clusters.ttl -> its axioms, closed once by owlrl and turned into tables for the closure of articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from triplehelix.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Triple = tuple[Node, Node, Node]

_COMPILED = frozenset(
    {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.equivalentClass}
    | {OWL.equivalentProperty, OWL.SymmetricProperty}
)
# From these follows no statement about an individual: they describe, or they only forbid.
_HARMLESS = frozenset(
    {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, RDFS.Class, RDFS.Datatype, OWL.Class, OWL.Ontology}
    | {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual, OWL.Thing}
    | {OWL.versionInfo, OWL.versionIRI, OWL.priorVersion, OWL.deprecated, OWL.backwardCompatibleWith}
    | {OWL.disjointWith, OWL.propertyDisjointWith, OWL.AsymmetricProperty, OWL.IrreflexiveProperty}
)
_PROPERTY_AXIOMS = frozenset({RDFS.subPropertyOf, OWL.inverseOf, OWL.equivalentProperty})
_TYPES = frozenset({RDF.type})  # rdflib compares two IRIs in Python, a set finds the same one by its hash
_LANGUAGE = (str(OWL), str(RDFS), str(RDF))


@dataclass(frozen=True, slots=True)
class Axioms:
    """The ontology, ready to reason with.

    Attributes:
        graph: the axioms alone, closed by owlrl.
        known: every triple of the ontology and of its closure; none of them is news from an article.
        superclasses: {class: its proper superclasses}.
        superproperties: {property: its proper superproperties}.
        domains: {property: classes of its subjects}.
        ranges: {property: classes of its objects}.
        inverses: {property: properties that hold the other way round, itself included if symmetric}.
        uncovered: terms of OWL and RDFS in the ontology that the tables do not cover; if any, owlrl does the work.
        templates: what `closure` has worked out from the tables: {(predicate, class or None, is a literal): template}.
    """

    graph: Graph
    known: frozenset[Triple]
    superclasses: Mapping[Node, frozenset[Node]]
    superproperties: Mapping[Node, frozenset[Node]]
    domains: Mapping[Node, frozenset[Node]]
    ranges: Mapping[Node, frozenset[Node]]
    inverses: Mapping[Node, frozenset[Node]]
    uncovered: frozenset[Node]
    templates: dict[tuple[Node, Node | None, bool], Template] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """What follows from one triple, whatever its subject and its value.

    Attributes:
        same: properties that the two have likewise.
        turned: properties that they have the other way round.
        subject_classes: classes of the subject.
        value_classes: classes of the value.
    """

    same: tuple[Node, ...] = ()
    turned: tuple[Node, ...] = ()
    subject_classes: tuple[Node, ...] = ()
    value_classes: tuple[Node, ...] = ()


@cache
def load(file: Path) -> Axioms:
    """The axioms of an ontology in Turtle; read and closed once in a process.

    Closing takes 0.1 s, and a cache on disk would not pay for the ways in which it can be stale.

    Raises:
        OntologyError: the file cannot be read.
    """
    ontology = read_turtle(file)
    return compile_axioms(ontology)


def read_turtle(file: Path) -> Graph:
    """A file of ontology/ as a graph.

    Raises:
        OntologyError: the file cannot be read, or is not Turtle.
    """
    import pyoxigraph as ox  # noqa: PLC0415 -- this module is about rdflib graphs

    from triplehelix.terms import to_rdflib  # noqa: PLC0415

    try:
        return to_rdflib(ox.parse(path=file, format=ox.RdfFormat.TURTLE))
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror or error})", file) from None
    except SyntaxError as error:
        raise OntologyError(f"not Turtle: {error}", file) from None


def compile_axioms(ontology: Graph) -> Axioms:
    """An ontology as tables, by way of its closure."""
    closed = Graph()
    # Labels and definitions imply nothing, and owlrl is slow in proportion to what it is given.
    closed += (triple for triple in ontology if _is_axiom(triple))
    close(closed)
    return Axioms(
        graph=closed,
        known=frozenset(ontology) | frozenset(closed),
        superclasses=_table(closed, RDFS.subClassOf),
        superproperties=_table(closed, RDFS.subPropertyOf),
        domains=_table(closed, RDFS.domain),
        ranges=_table(closed, RDFS.range),
        inverses=_inverses(closed),
        uncovered=uncovered(ontology),
    )


def close(graph: Graph) -> None:
    """Add to a graph everything that OWL 2 RL makes of it; linear, and slow: 1.5 ms a triple."""
    from owlrl import DeductiveClosure, OWLRL_Semantics  # noqa: PLC0415 -- slow to import, and often not needed

    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)


def uncovered(triples: Iterable[Triple]) -> frozenset[Node]:
    """The terms of OWL and RDFS among some triples from which more may follow than the tables know."""
    found: set[Node] = set()
    terms: set[Node] = set()
    for subject, predicate, value in triples:
        terms.add(value if predicate in _TYPES else predicate)
        if predicate in _PROPERTY_AXIOMS and (_is_language(subject) or _is_language(value)):
            found.add(predicate)  # an axiom about OWL itself: any fact might then be an axiom
    covered = _COMPILED | _HARMLESS
    return frozenset(found | {term for term in terms if term not in covered and _is_language(term, _LANGUAGE[:2])})


def _is_axiom(triple: Triple) -> bool:
    _, predicate, value = triple
    term = value if predicate == RDF.type else predicate
    return _is_language(term) and term not in {RDFS.label, RDFS.comment, OWL.versionInfo}


def _is_language(term: Node, namespaces: tuple[str, ...] = _LANGUAGE) -> bool:
    return isinstance(term, URIRef) and str(term).startswith(namespaces)


def _table(closed: Graph, predicate: URIRef) -> dict[Node, frozenset[Node]]:
    rows: defaultdict[Node, set[Node]] = defaultdict(set)
    for subject, value in closed.subject_objects(predicate):
        if value not in {subject, OWL.Thing, RDFS.Resource} and isinstance(value, URIRef):
            rows[subject].add(value)
    return {subject: frozenset(values) for subject, values in rows.items()}


def _inverses(closed: Graph) -> dict[Node, frozenset[Node]]:
    rows: defaultdict[Node, set[Node]] = defaultdict(set)
    for symmetric in closed.subjects(RDF.type, OWL.SymmetricProperty):
        rows[symmetric].add(symmetric)
    for one, other in closed.subject_objects(OWL.inverseOf):
        rows[one].add(other)
        rows[other].add(one)
    return {one: frozenset(others) for one, others in rows.items()}
