"""IRIs in the rows -> where they lie: by coordinates of their own or of what they lie in, else by their country.

A place in a name is no statement of where a thing lies, but on a map it is a better guess than a country's capital.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from triplehelix.answers.answer import Spot
from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import HELIX, Cell, Queryable, select, value

#: The nearest place counts: a thing itself, then a city, a region, a country; what a name says comes last of all.
_NEAREST = ("city", "region", "country")
_NAMED_FOR = 10
_BATCH = 500

_COUNTRIES = "SELECT DISTINCT ?thing ?country WHERE {{ VALUES ?thing {{ {0} }} ?thing helix:country ?country }}"
_POSITIONS = """
SELECT DISTINCT ?thing ?place ?kind ?lat ?long ?named WHERE {{
    VALUES ?thing {{ {0} }}
    {{ ?thing (helix:locatedIn|helix:partOf)* ?place }}
    UNION {{ ?thing helix:namedForPlace ?place . BIND(true AS ?named) }}
    ?place wgs84:lat ?lat ; wgs84:long ?long .
    OPTIONAL {{ ?place helix:kind ?kind }}
}}"""


def spots(graph: Queryable, cells: Iterable[Cell]) -> Mapping[str, Spot]:
    """Where the things among the cells lie, by IRI; one of which nothing is known is left out.

    A thing with several countries has the first of the alphabet, so that the same graph gives the same map.
    """
    asked = sorted({serialise(cell) for cell in cells if isinstance(cell, ox.NamedNode)})
    countries: dict[str, str] = {}
    nearest: dict[str, tuple[int, str, float, float]] = {}
    for start in range(0, len(asked), _BATCH):
        batch = " ".join(asked[start : start + _BATCH])
        for thing, country in select(graph, _COUNTRIES.format(batch)):
            countries[value(thing)] = min(value(country), countries.get(value(thing), "ZZ"))
        for thing, place, kind, lat, long, named in select(graph, _POSITIONS.format(batch)):
            far = _NAMED_FOR if named else 0 if thing == place else 1 + _rank(value(kind).removeprefix(HELIX))
            near = (far, value(place), float(value(lat)), float(value(long)))
            nearest[value(thing)] = min(near, nearest.get(value(thing), near))
    found = {iri: Spot(code) for iri, code in countries.items()}
    for iri, (far, _, latitude, longitude) in nearest.items():
        found[iri] = Spot(countries.get(iri, ""), latitude, longitude, far < _NAMED_FOR)
    return MappingProxyType(found)


def _rank(kind: str) -> int:
    return _NEAREST.index(kind) if kind in _NEAREST else 0
