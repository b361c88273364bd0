"""locating: a place has the number and the coordinates that the gazetteer has for it, and no claim for them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from triplehelix.locating import locate
from triplehelix.namespaces import HELIX, WGS84

PLACE = URIRef("https://example.org/place")


def place(name: str, country: str | None, kind: str | None) -> Graph:
    graph = Graph()
    graph.add((PLACE, RDF.type, HELIX.Place))
    graph.add((PLACE, RDFS.label, Literal(name)))
    if country:
        graph.add((PLACE, HELIX.country, Literal(country)))
    if kind:
        graph.add((PLACE, HELIX.kind, HELIX[kind]))
    return graph


def test_a_city_has_its_number_and_its_coordinates_as_canonical_decimals() -> None:
    found = locate(place("Osaka", "JP", "city"))
    assert found.value(PLACE, HELIX.geonames) == Literal("1853909")
    for predicate, degrees in ((WGS84.lat, 34.7), (WGS84.long, 135.5)):
        value = found.value(PLACE, predicate)
        assert isinstance(value, Literal)
        assert value.datatype == XSD.decimal
        assert abs(Decimal(value) - Decimal(degrees)) < Decimal("0.1")
        assert not str(value).endswith("0")


@pytest.mark.parametrize(("name", "country"), [("Cambridge", "GB"), ("Cambridge", "US")])
def test_the_country_says_which_of_two_cities_is_meant(name: str, country: str) -> None:
    longitude = locate(place(name, country, "city")).value(PLACE, WGS84.long)
    assert (float(str(longitude)) < -50) == (country == "US")


def test_a_country_has_a_number_and_no_point() -> None:
    assert set(locate(place("Japan", "JP", "country")).predicates(PLACE)) == {HELIX.geonames}


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [("Norvik", "NO", "city"), ("Osaka", "JP", "region"), ("Osaka", "SE", "city"), ("Osaka", None, "city")],
)
def test_what_the_gazetteer_does_not_know_so_has_nothing(name: str, country: str | None, kind: str) -> None:
    assert not len(locate(place(name, country, kind)))
