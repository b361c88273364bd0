"""Asserted graph of one article -> where its places are, by the gazetteer: GeoNames ids and coordinates.

No article says that, so that it stands among what follows from one, without a claim.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, XSD, Graph, Literal

from triplehelix.namespaces import HELIX, WGS84
from triplehelix.places import identified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from triplehelix.places import Place


def locate(graph: Graph) -> Graph:
    """The GeoNames id and the coordinates of each place that the gazetteer knows by its name, country and kind."""
    found = Graph()
    for node in graph.subjects(RDF.type, HELIX.Place):
        if place := _known(node, graph):
            for predicate, literal in _position(place):
                found.add((node, predicate, literal))
    return found


def _known(node: Node, graph: Graph) -> Place | None:
    names = sorted(map(str, graph.objects(node, RDFS.label)))
    country, kind = graph.value(node, HELIX.country), graph.value(node, HELIX.kind)
    if country is None or kind is None:
        return None
    places = (identified(name, str(country), str(kind).rpartition("#")[2]) for name in names)
    return next((place for place in places if place and place.geonames), None)


def _position(place: Place) -> Iterator[tuple[Node, Literal]]:
    yield HELIX.geonames, Literal(str(place.geonames))
    if place.lat is not None and place.long is not None:
        yield WGS84.lat, _degrees(place.lat)
        yield WGS84.long, _degrees(place.long)


def _degrees(value: float) -> Literal:
    text = f"{Decimal(repr(value)):f}"
    canonical = text.rstrip("0").rstrip(".") if "." in text else text
    return Literal(canonical, datatype=XSD.decimal, normalize=False)
