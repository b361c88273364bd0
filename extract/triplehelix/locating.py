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
    from collections.abc import Iterable, Iterator

    from rdflib.term import Node

    from triplehelix.places import Place
    from triplehelix.terms import RdflibTriple

_TYPE, _PLACE, _LABEL, _COUNTRY, _KIND = RDF.type, HELIX.Place, RDFS.label, HELIX.country, HELIX.kind


def locate(graph: Graph) -> Graph:
    """The GeoNames id and the coordinates of each place that the gazetteer knows by its name, country and kind."""
    found = Graph()
    found += positions(graph)
    return found


def positions(triples: Iterable[RdflibTriple]) -> frozenset[RdflibTriple]:
    """The same for any triples, as a set, which costs less than a graph; see `locate`."""
    known = list(triples)
    places: dict[Node, dict[Node, list[str]]] = {s: {} for s, p, o in known if p == _TYPE and o == _PLACE}
    for subject, predicate, value in known:
        if subject in places:
            places[subject].setdefault(predicate, []).append(str(value))
    return frozenset(
        (node, predicate, literal)
        for node, about in places.items()
        if (place := _known(about))
        for predicate, literal in _position(place)
    )


def _known(about: dict[Node, list[str]]) -> Place | None:
    countries, kinds = about.get(_COUNTRY), about.get(_KIND)
    if not countries or not kinds:
        return None
    kind = min(kinds).rpartition("#")[2]
    places = (identified(name, min(countries), kind) for name in sorted(about.get(_LABEL, ())))
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
