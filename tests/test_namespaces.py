"""The Python names, the ontology and the closed lists say the same."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest
from rdflib import DC, DCAT, DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VOID, XSD, Graph, URIRef
from rdflib.namespace import DefinedNamespace

import triplehelix
from triplehelix.folders import ONTOLOGY, QUERIES
from triplehelix.namespaces import HELIX, OA, ONTOLOGY_IRI, WGS84
from triplehelix.prefixes import ID_BASE, PREFIXES
from triplehelix.vocabulary import (
    EntityClass,
    HubKind,
    OrganizationKind,
    PartnershipKind,
    PlaceKind,
    RelationType,
    Status,
)

PACKAGE = Path(triplehelix.__file__).parent
FILES = sorted([*ONTOLOGY.rglob("*.ttl"), *ONTOLOGY.rglob("*.rq"), *QUERIES.rglob("*.rq")])
SCHEMES = [HubKind, OrganizationKind, PartnershipKind, PlaceKind, Status]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY / "clusters.ttl")


def names() -> set[str]:
    return {name for name in HELIX.__annotations__ if not name.startswith("_")}


def test_every_term_has_a_python_name_and_every_name_a_term(ontology: Graph) -> None:
    terms = {str(s).removeprefix(str(HELIX)) for s in ontology.subjects() if s != ONTOLOGY_IRI}
    assert names() == terms


@pytest.mark.parametrize("namespace", [HELIX, OA, WGS84])
def test_a_misspelt_term_raises(namespace: type[DefinedNamespace]) -> None:
    with pytest.raises(AttributeError):
        namespace["locatedin"]


@pytest.mark.parametrize("values", SCHEMES, ids=lambda values: values.__name__)
def test_a_scheme_holds_the_values_of_its_enum(ontology: Graph, values: type[StrEnum]) -> None:
    scheme: URIRef = HELIX[values.__name__]
    assert (scheme, RDF.type, SKOS.ConceptScheme) in ontology
    assert set(ontology.subjects(SKOS.inScheme, scheme)) == {HELIX[value] for value in values}


def test_every_scheme_is_an_enum(ontology: Graph) -> None:
    assert set(ontology.subjects(RDF.type, SKOS.ConceptScheme)) == {
        HELIX[name] for name in (values.__name__ for values in SCHEMES)
    }


@pytest.mark.parametrize("name", [*EntityClass, *RelationType], ids=str)
def test_every_class_and_relation_of_the_vocabulary_is_a_term(name: str) -> None:
    assert name in names()


def test_the_prefixes_are_sorted() -> None:
    assert list(PREFIXES) == sorted(PREFIXES)
    assert len(set(PREFIXES.values())) == len(PREFIXES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_prefix_means_one_namespace_in_the_whole_repository(path: Path) -> None:
    declared = re.findall(r"^(?:@prefix|PREFIX)\s+(\S*):\s+<([^>]*)>", path.read_text("utf-8"), re.MULTILINE)
    assert dict(declared).items() <= PREFIXES.items()
    assert len(dict(declared)) == len(declared)


def test_rdflib_knows_the_namespaces_under_the_same_iris() -> None:
    known = (DC, DCAT, DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VOID, XSD)
    assert {str(namespace) for namespace in known} <= set(PREFIXES.values())


def test_the_base_and_the_prefixes_stand_in_one_place() -> None:
    sources = [file for file in PACKAGE.rglob("*.py") if file.name != "prefixes.py"]
    said = re.compile("|".join(rf"""["']{re.escape(namespace)}["']""" for namespace in (ID_BASE, *PREFIXES.values())))
    assert len(sources) > 100
    assert [file.name for file in sources if said.search(file.read_text("utf-8"))] == []


def test_things_and_terms_do_not_share_a_namespace() -> None:
    assert not ID_BASE.startswith(str(HELIX))
    assert not str(HELIX).startswith(ID_BASE)
