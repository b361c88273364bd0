"""questions/naming.py: a name means one thing of the graph, or none."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.made_questions import BAY, EX, graph
from triplehelix.errors import NameNotFound
from triplehelix.questions.naming import fold, resolve, without_generic_words


@pytest.mark.parametrize(
    ("name", "classes", "iri"),
    [
        ("https://example.org/bay", (), "bay"),
        ("<https://example.org/bay>", (), "bay"),
        ("Bay", (), "bay"),
        ("BAY", ("Organization", "Place"), "bay"),  # a label outranks an alias of a preferred class
        ("Bay", ("Organization",), "firm"),
        ("elan city", (), "other"),
        ("Elan", (), "other"),
        ("nas", (), "firm"),
        ("Bay", ("Hub",), "district"),
        ("大阪", (), "osaka"),
        ("Osaka", (), "osaka"),
    ],
)
def test_a_name_means_one_thing(name: str, classes: tuple[str, ...], iri: str) -> None:
    assert resolve(BAY, name, classes) == ox.NamedNode(EX + iri)


def test_a_name_that_fits_two_things_lists_them() -> None:
    with pytest.raises(NameNotFound) as caught:
        resolve(BAY, "twin", (), "--hub")
    assert str(caught.value) == (
        "--hub: 'twin' fits more than one thing: Twin (Organization) <https://example.org/two>; "
        "Twin (Organization, SE) <https://example.org/one>; give the IRI of the one meant"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Twim", r"no place, .* or person is called 'Twim'; did you mean Twin \(Organization"),
        ("Xyzzy", r"is called 'Xyzzy'; there is "),
        ("https://example.org/none", r"the graph says nothing about <https://example.org/none>"),
        ("helix:Nothing", r"the graph says nothing about"),
    ],
)
def test_a_name_that_fits_nothing_is_answered_with_the_nearest(name: str, message: str) -> None:
    with pytest.raises(NameNotFound, match=message):
        resolve(BAY, name)


def test_an_empty_graph_has_no_names() -> None:
    with pytest.raises(NameNotFound, match="no hub is called 'Bay'; there is none"):
        resolve(ox.Store(), "Bay", ("Hub",))


def test_names_are_compared_without_case_accents_and_punctuation() -> None:
    assert fold("  Montréal  InVivo!") == "montreal invivo"
    assert fold("ガ") == fold("ガ")
    assert fold("カ") != fold("ガ")
    assert without_generic_words("Kashiwa City") == "kashiwa"
    assert without_generic_words("Science Park") == "science park"


@pytest.mark.parametrize("name", ["Bergen", "ベルゲン", "Берген"])
def test_a_place_is_found_by_its_name_in_another_language(name: str) -> None:
    store = graph(
        'ex:bergen a helix:Place ; rdfs:label "Bergen City" ; helix:country "NO" .',
        'ex:mons a helix:Place ; rdfs:label "Bergen Heights" ; helix:country "BE" .',
    )
    assert resolve(store, name, ("Hub", "Place")).value == EX + "bergen"


def test_a_place_that_the_graph_does_not_have_is_not_found_by_any_language() -> None:
    with pytest.raises(NameNotFound, match="no place is called '台北'"):
        resolve(BAY, "台北", ("Place",))
    with pytest.raises(NameNotFound, match="no hub is called 'ベルゲン'"):
        resolve(graph('ex:bergen a helix:Place ; rdfs:label "Bergen" ; helix:country "NO" .'), "ベルゲン", ("Hub",))
