"""IRIs in the rows -> what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import Cell, Queryable, select, value

_BATCH = 500


def labels(graph: Queryable, cells: Iterable[Cell]) -> Mapping[str, str]:
    """What IRIs are called, by IRI: the first label of the alphabet, a plain one before one in a language."""
    asked = sorted({serialise(cell) for cell in cells if isinstance(cell, ox.NamedNode)})
    found: dict[str, list[tuple[str, str]]] = {}
    for start in range(0, len(asked), _BATCH):
        values = " ".join(asked[start : start + _BATCH])
        for thing, label in select(graph, f"SELECT ?s ?l WHERE {{ VALUES ?s {{ {values} }} ?s rdfs:label ?l }}"):
            language = (label.language or "") if isinstance(label, ox.Literal) else ""
            found.setdefault(value(thing), []).append((language, value(label)))
    return MappingProxyType({thing: min(named)[1] for thing, named in found.items()})
