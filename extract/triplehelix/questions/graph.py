"""A graph that can be asked: what a question needs of a store, and the names that its own queries are written with."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Protocol, TypeAlias, cast

import pyoxigraph as ox

Results: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Cell: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

HELIX = "https://w3id.org/triplehelix/ontology#"
ID = "https://w3id.org/triplehelix/id/"

#: The prefixes that a query from outside need not declare: {prefix: namespace}. Those of namespaces.py that data stand
#: in, written out because importing rdflib takes longer than answering most questions.
PREFIXES: MappingProxyType[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "helix": HELIX,
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
_DECLARED = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


class Queryable(Protocol):
    """Anything that answers a SPARQL query with pyoxigraph's values: a Store of this package, or one of pyoxigraph."""

    def query(self, query: str, /) -> Results:
        """The answer to a SPARQL query."""
        ...


def select(graph: Queryable, text: str) -> Iterator[tuple[Cell, ...]]:
    """The rows of a SELECT that the package itself asks, with PREFIXES declared; None where a cell is empty."""
    solutions = cast("ox.QuerySolutions", graph.query(_DECLARED + text))  # what the package asks here is a SELECT
    return (tuple(solution) for solution in solutions)


def value(cell: Cell) -> str:
    """A cell's text: the IRI, the literal's characters, or '' where it is empty."""
    return "" if cell is None or isinstance(cell, ox.Triple) else cell.value
