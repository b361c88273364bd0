"""answers/spots.py: where the things of an answer lie."""

from __future__ import annotations

import pyoxigraph as ox

from tests.made_questions import EX, graph
from triplehelix.answers import Spot
from triplehelix.answers.spots import spots

GRAPH = graph(
    'ex:country a helix:Place ; helix:kind helix:country ; wgs84:lat "36.0" ; wgs84:long "138.0" .',
    'ex:region a helix:Place ; helix:kind helix:region ; wgs84:lat "34.6" ; wgs84:long "135.5" ; '
    "helix:locatedIn ex:country .",
    'ex:city a helix:Place ; helix:kind helix:city ; wgs84:lat "34.7" ; wgs84:long "135.4" ; '
    "helix:locatedIn ex:region .",
    'ex:hub a helix:Hub ; helix:country "JP" ; helix:locatedIn ex:city .',
    'ex:lab a helix:Facility ; helix:country "JP" ; helix:partOf ex:hub .',
    'ex:site a helix:Facility ; helix:locatedIn ex:city ; wgs84:lat "1.5" ; wgs84:long "-2.5" .',
    'ex:named a helix:Organization ; helix:country "JP" ; helix:namedForPlace ex:city .',
    "ex:moved a helix:Organization ; helix:namedForPlace ex:city ; helix:locatedIn ex:country .",
    'ex:abroad a helix:Organization ; helix:country "SE", "NO" .',
    "ex:nowhere a helix:Organization .",
)


def spot(name: str) -> Spot | None:
    return spots(GRAPH, [ox.NamedNode(EX + name)]).get(EX + name)


def test_a_thing_lies_in_the_nearest_place_that_has_coordinates() -> None:
    assert spot("city") == Spot("", 34.7, 135.4)
    assert spot("hub") == spot("lab") == Spot("JP", 34.7, 135.4)


def test_coordinates_of_its_own_come_first() -> None:
    assert spot("site") == Spot("", 1.5, -2.5)


def test_what_it_is_named_for_is_a_guess_and_comes_last() -> None:
    assert spot("named") == Spot("JP", 34.7, 135.4, is_stated=False)
    assert spot("moved") == Spot("", 36.0, 138.0)


def test_else_its_country_counts_always_the_same() -> None:
    assert spot("abroad") == Spot("NO")
    assert spot("nowhere") is None


def test_what_is_no_iri_lies_nowhere() -> None:
    assert spots(GRAPH, [ox.Literal("hub"), None]) == {}
