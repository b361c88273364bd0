"""rdflib terms and triples <-> pyoxigraph terms and triples, in one place."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STRING = rdflib.XSD.string
RdflibTriple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]


def to_oxigraph(triples: Iterable[RdflibTriple]) -> Iterator[ox.Triple]:
    """Rdflib triples as pyoxigraph triples, in the same order.

    Raises:
        TypeError: a term is neither an IRI nor a literal; no graph of the project holds a blank node.
    """
    known: dict[rdflib.term.Node, ox.NamedNode] = {}  # an article says most IRIs many times
    for subject, predicate, value in triples:
        terms = _iri(subject, known), _iri(predicate, known)
        yield ox.Triple(*terms, _literal(value) if isinstance(value, rdflib.Literal) else _iri(value, known))


def to_rdflib(triples: Iterable[ox.Triple | ox.Quad]) -> rdflib.Graph:
    """Pyoxigraph triples, or quads without their graph, as an rdflib graph; ill-formed literals stay as they are."""
    graph = rdflib.Graph()
    with quiet():
        for triple in triples:
            graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


@contextmanager
def quiet() -> Iterator[None]:
    """No log of literals that rdflib cannot turn into Python values: it prints a traceback for each 30 February."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _iri(term: rdflib.term.Node, known: dict[rdflib.term.Node, ox.NamedNode]) -> ox.NamedNode:
    node = known.get(term)
    if node is None:
        if not isinstance(term, rdflib.URIRef):
            raise TypeError(f"no IRI, so it cannot go into the store: {term!r}")
        node = known[term] = ox.NamedNode(term)
    return node


def _literal(literal: rdflib.Literal) -> ox.Literal:
    if literal.language:
        return ox.Literal(literal, language=literal.language)
    if literal.datatype is None:
        return ox.Literal(literal)
    return ox.Literal(literal, datatype=ox.NamedNode(literal.datatype))


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Triple):
        raise TypeError(f"rdflib has no term for a triple within a triple: {term}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    # A plain string stays without a datatype, as rdflib's own parsers leave it: "a" and "a"^^xsd:string differ there.
    datatype = None if term.datatype.value == str(_STRING) else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
