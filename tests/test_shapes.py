"""Every shape has an example that breaks it and nothing else; every class one that conforms."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from triplehelix.folders import ONTOLOGY
from triplehelix.namespaces import HELIX, SHAPE
from triplehelix.vocabulary import (
    SIGNATURES,
    HubKind,
    OrganizationKind,
    PartnershipKind,
    PlaceKind,
    RelationType,
    Status,
)

GOOD = sorted((ONTOLOGY / "examples" / "good").glob("*.ttl"))
BAD = sorted((ONTOLOGY / "examples" / "bad").glob("*.ttl"))
NO_CONSTRAINT = {RDF.type, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.property, SH.sparql, SH.message}


@cache
def read(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / name)


def local(term: Node | None) -> str:
    return str(term).rpartition("#")[2]


def checks(shapes: Graph) -> set[str]:
    """The names of everything that can be violated: what has a message."""
    return {local(s) for s in shapes.subjects(SH.message)}


def broken(data: Graph, shapes: Graph) -> set[str]:
    """The names of the shapes (of the SPARQL constraint, where it is one) that the data violates."""
    conforms, report, _ = validate(
        data, shacl_graph=shapes, inference="none", do_owl_imports=False, js=False, advanced=False
    )
    assert isinstance(report, Graph)
    results = list(report.objects(None, SH.result))
    assert conforms == (not results)
    return {local(report.value(r, SH.sourceConstraint) or report.value(r, SH.sourceShape)) for r in results}


def test_every_check_has_a_bad_example_and_every_bad_example_a_check() -> None:
    assert {path.stem for path in BAD} == checks(read("shapes.ttl")) | checks(read("style.ttl"))
    assert not checks(read("shapes.ttl")) & checks(read("style.ttl"))


def test_every_class_has_a_good_example() -> None:
    assert {HELIX[path.stem] for path in GOOD} == set(read("clusters.ttl").subjects(RDF.type, OWL.Class))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_example_breaks_its_shape_and_nothing_else(path: Path) -> None:
    shapes = next(g for g in (read("shapes.ttl"), read("style.ttl")) if path.stem in checks(g))
    assert broken(Graph().parse(path), shapes) == {path.stem}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_example_of_its_class_conforms(path: Path) -> None:
    data = Graph().parse(path)
    assert list(data.subjects(RDF.type, HELIX[path.stem]))
    assert broken(data, read("shapes.ttl")) == set()


@pytest.mark.parametrize("path", [*GOOD, *BAD], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_example_opens_with_what_it_shows(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith(".")


@pytest.mark.parametrize("name", ["shapes.ttl", "style.ttl"])
def test_whatever_can_be_violated_has_a_message(name: str) -> None:
    shapes = read(name)
    targeted = {s for p in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf) for s in shapes.subjects(p)}
    own = {s for s in targeted if set(shapes.predicates(s)) - NO_CONSTRAINT}
    parts = {*shapes.objects(None, SH.property), *shapes.objects(None, SH.sparql)}
    assert {local(s) for s in own | parts} == checks(shapes)


def test_no_property_shape_hangs_loose() -> None:
    shapes = read("shapes.ttl")
    assert set(shapes.subjects(RDF.type, SH.PropertyShape)) == set(shapes.objects(None, SH.property))
    assert set(shapes.subjects(RDF.type, SH.SPARQLConstraint)) == set(shapes.objects(None, SH.sparql))


def test_every_class_has_one_node_shape_of_its_name() -> None:
    shapes = read("shapes.ttl")
    for term in read("clusters.ttl").subjects(RDF.type, OWL.Class):
        named = {s for s in shapes.subjects(SH.targetClass, term) if s != SHAPE.Thing}
        assert named == {SHAPE[local(term)]}


def _classes(shapes: Graph, shape: URIRef) -> set[str]:
    """The classes that a shape allows, from its sh:class or the members of its sh:or."""
    either = shapes.value(shape, SH["or"])
    members = [shape] if either is None else list(Collection(shapes, either))
    return {local(c) for member in members for c in shapes.objects(member, SH["class"])}


@pytest.mark.parametrize("relation", RelationType, ids=str)
def test_a_relation_has_the_classes_of_its_signature(relation: RelationType) -> None:
    shapes, (subjects, objects) = read("shapes.ttl"), SIGNATURES[relation]
    (before,) = shapes.subjects(SH.targetSubjectsOf, HELIX[relation])
    assert isinstance(before, URIRef)
    assert _classes(shapes, before) == set(subjects)
    parts = {f"{c}-{relation}": _classes(shapes, SHAPE[f"{c}-{relation}"]) for c in subjects}
    assert all(parts.values()), parts
    assert set.union(*parts.values()) == set(objects)


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        ("Hub-kind", HubKind),
        ("Organization-kind", OrganizationKind),
        ("Partnership-partnershipKind", PartnershipKind),
        ("Partnership-status", Status),
        ("Place-kind", PlaceKind),
    ],
)
def test_a_closed_list_is_that_of_the_vocabulary(shape: str, values: type[StrEnum]) -> None:
    shapes = read("shapes.ttl")
    listed = shapes.value(SHAPE[shape], SH["in"])
    assert listed is not None
    assert set(Collection(shapes, listed)) == {HELIX[value] for value in values}


def test_the_main_classes_are_those_with_evidence() -> None:
    shapes = read("shapes.ttl")
    listed = shapes.value(SHAPE.MainClass, SH["in"])
    assert listed is not None
    assert set(Collection(shapes, listed)) == set(shapes.objects(SHAPE.Thing, SH.targetClass))


def test_a_wrong_class_is_hidden_by_inference() -> None:
    """Why the shapes run on asserted facts: the range of a property makes its objects what they should have been."""
    data = Graph().parse(ONTOLOGY / "examples" / "bad" / "Organization-manages.ttl")
    for thing in list(data.objects(None, HELIX.manages)):
        data.add((thing, RDF.type, HELIX.Hub))  # what rdfs:range says of helix:manages
    assert (HELIX.manages, RDFS.range, HELIX.Hub) in read("clusters.ttl")
    assert "Organization-manages" not in broken(data, read("shapes.ttl"))
