"""loading/comparing.py and parts.py: what a store changed is told apart from what it lost."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplehelix.loading.comparing import Kind, compare
from triplehelix.loading.parts import batches, canonical, digest

XSD = "http://www.w3.org/2001/XMLSchema#"
WKT = "http://www.opengis.net/ont/geosparql#wktLiteral"
GEOMETRY = "http://www.openlinksw.com/schemas/virtrdf#Geometry"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def graph(*objects: str) -> bytes:
    return canonical(
        quad.triple
        for text in objects
        for quad in ox.parse(f"<urn:s> <urn:p> {text} .".encode(), ox.RdfFormat.N_TRIPLES)
    )


@pytest.mark.parametrize(
    ("sent", "held", "kind"),
    [
        (f'"1.50"^^<{XSD}decimal>', f'"1.5"^^<{XSD}decimal>', Kind.NUMBER),
        (f'"7"^^<{XSD}decimal>', f'"7"^^<{XSD}integer>', Kind.NUMBER),
        (f'"POINT(1 2)"^^<{WKT}>', f'"POINT(1 2)"^^<{GEOMETRY}>', Kind.GEOMETRY),
        ('"a"@en-GB', '"a"@en-gb', None),  # pyoxigraph lowers both
    ],
)
def test_a_documented_change_is_named(sent: str, held: str, kind: Kind | None) -> None:
    changes = compare(graph(sent, '"same"'), graph(held, '"same"'))
    assert [change.kind for change in changes] == ([kind] if kind else [])
    assert all(change.kind.documented for change in changes)


@pytest.mark.parametrize(
    ("sent", "held"),
    [
        (f'"1.5"^^<{XSD}decimal>', f'"1.4"^^<{XSD}decimal>'),
        ('"1"', f'"1"^^<{XSD}integer>'),
        ('"a"@en', '"a"'),
        ('"a"@en', '"a"@fr'),
        ("<urn:a>", '"urn:a"'),
        (f'"2025"^^<{XSD}gYear>', f'"2025-01-01"^^<{XSD}date>'),
    ],
)
def test_anything_else_is_lost_and_added(sent: str, held: str) -> None:
    changes = compare(graph(sent), graph(held))
    assert [change.kind for change in changes] == [Kind.LOST, Kind.ADDED]
    assert not any(change.kind.documented for change in changes)


def test_one_triple_explains_one_other_only() -> None:
    numbers = [f'"{text}"^^<{XSD}decimal>' for text in ("2.0", "2.00")]
    kinds = [change.kind for change in compare(graph(*numbers), graph(f'"2"^^<{XSD}integer>'))]
    assert kinds == [Kind.NUMBER, Kind.LOST]


@given(st.lists(TEXTS, max_size=8))
def test_the_hash_is_that_of_rdfc(texts: list[str]) -> None:
    triples = [ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(text)) for text in texts]
    dataset = ox.Dataset(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    expected = "".join(sorted(f"{quad} .\n" for quad in dataset))
    assert digest(canonical(triples)) == hashlib.sha256(expected.encode()).hexdigest()


def test_the_names_of_blank_nodes_make_no_difference() -> None:
    first = [ox.Triple(ox.BlankNode(name), ox.NamedNode("urn:p"), ox.Literal("x")) for name in ("a",)]
    second = [ox.Triple(ox.BlankNode(name), ox.NamedNode("urn:p"), ox.Literal("x")) for name in ("b",)]
    assert canonical(first) == canonical(second)


@given(st.sets(TEXTS, max_size=30), st.integers(1, 7))
def test_batches_hold_every_triple_once(texts: set[str], size: int) -> None:
    triples = [ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(text)) for text in texts]
    lines = canonical(triples)
    parts = [list(ox.parse(part.encode(), ox.RdfFormat.N_TRIPLES)) for part in batches(lines, size)]
    assert all(len(part) <= size for part in parts)
    assert {quad.triple for part in parts for quad in part} == set(triples)
    assert sum(map(len, parts)) == len(triples)
