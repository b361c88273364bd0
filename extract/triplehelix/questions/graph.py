"""A graph that can be asked: what a question needs of a store, and the names that its own queries are written with."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Protocol, TypeAlias, cast

import pyoxigraph as ox

from triplehelix import prefixes

Results: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Cell: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None

HELIX = prefixes.PREFIXES["helix"]

#: The prefixes that a query from outside need not declare, those that data stand in: {prefix: namespace}.
PREFIXES: MappingProxyType[str, str] = MappingProxyType(
    {
        prefix: prefixes.PREFIXES[prefix]
        for prefix in "dcterms helix oa org owl prov rdf rdfs schema skos wgs84 xsd".split()
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
