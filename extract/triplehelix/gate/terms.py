"""A closed world for the project's own words: a graph may use those that ontology/clusters.ttl defines, and no others.

Shapes say what holds of the terms that they know; what nobody has defined they pass in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, URIRef

from triplehelix.folders import ONTOLOGY
from triplehelix.namespaces import HELIX
from triplehelix.reasoning.axioms import read_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from triplehelix.reasoning.axioms import Triple

MESSAGE = "A statement uses a word of the helix: namespace that the ontology does not define; use one that it does."


@dataclass(frozen=True, slots=True)
class _Terms:
    properties: frozenset[Node]
    classes: frozenset[Node]


def unknown(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples with a predicate or a class of the helix namespace that the ontology does not define as such.

    Raises:
        OntologyError: the ontology cannot be read.
    """
    known = _terms()
    for triple in triples:
        _, predicate, value = triple
        if predicate == RDF.type:
            if value not in known.classes and _is_own(value):
                yield triple
        elif predicate not in known.properties and _is_own(predicate):
            yield triple


def _is_own(term: Node) -> bool:
    return isinstance(term, URIRef) and term.startswith(str(HELIX))


@cache
def _terms() -> _Terms:
    ontology = read_turtle(ONTOLOGY / "clusters.ttl")
    properties = {p for kind in (OWL.ObjectProperty, OWL.DatatypeProperty) for p in ontology.subjects(RDF.type, kind)}
    return _Terms(frozenset(properties), frozenset(ontology.subjects(RDF.type, OWL.Class)))
