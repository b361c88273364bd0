"""clusters.ttl means what it should, and the rules derive what they should."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pyoxigraph
import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import DC, DCAT, DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from triplehelix.folders import ONTOLOGY
from triplehelix.namespaces import HELIX, OA, ONTOLOGY_IRI, SCHEMA, WGS84
from triplehelix.vocabulary import SIGNATURES, EntityClass, RelationType, Status

EX = Namespace("https://example.org/")
RULES = sorted((ONTOLOGY / "rules").glob("*.rq"))
IN_FORCE = {Status.ANNOUNCED, Status.SIGNED, Status.ACTIVE, Status.RENEWED}
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")

#: What reasoning has rules for: a term of another kind would mean nothing, silently.
LOGIC = {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith, SKOS.inScheme}
TEXT = {RDFS.label, SKOS.definition, SKOS.example, SKOS.scopeNote}
TYPES = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.SymmetricProperty, SKOS.Concept, SKOS.ConceptScheme}
ALIGNED = [DC, DCAT, DCTERMS, OA, ORG, PROV, RDF, SCHEMA, WGS84]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY / "clusters.ttl")


def closed(*graphs: Graph) -> Graph:
    together = Graph()
    for graph in graphs:
        together += graph
    DeductiveClosure(OWLRL_Semantics).expand(together)
    return together


def construct(rule: str, data: str) -> set[tuple[str, str, str]]:
    """The triples that a rule adds to the data (Turtle without prefixes), on both engines, which must agree."""
    prefixes = f"@prefix ex: <{EX}> . @prefix helix: <{HELIX}> ."
    query = (ONTOLOGY / "rules" / f"{rule}.rq").read_text("utf-8")
    derived = Graph().parse(data=prefixes + data).query(query).graph
    assert derived is not None
    by_rdflib = {(str(s), str(p), str(o)) for s, p, o in derived}
    store = pyoxigraph.Store()
    store.load((prefixes + data).encode(), pyoxigraph.RdfFormat.TURTLE)
    answer = store.query(query)
    assert isinstance(answer, pyoxigraph.QueryTriples)
    assert {tuple(_text(t) for t in (a.subject, a.predicate, a.object)) for a in answer} == by_rdflib
    return by_rdflib


def _text(term: object) -> str:
    assert isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal)
    return term.value


def pairs(*names: str) -> set[tuple[str, str, str]]:
    return {(str(EX[a]), str(HELIX.partnersWith), str(EX[b])) for a, b in permutations(names, 2)}


def countries(data: str) -> dict[str, str]:
    return {s.removeprefix(str(EX)): o for s, _, o in construct("country", data)}


# the ontology


def test_terms_are_said_with_supported_axioms_only(ontology: Graph) -> None:
    assert (ONTOLOGY_IRI, RDF.type, OWL.Ontology) in ontology
    rest = [(s, p, o) for s, p, o in ontology if s != ONTOLOGY_IRI]
    assert {p for _, p, _ in rest} <= LOGIC | TEXT | {RDF.type}
    assert {o for _, p, o in rest if p == RDF.type} <= TYPES


def test_nothing_is_imported_and_nothing_is_blank(ontology: Graph) -> None:
    assert not list(ontology.objects(None, OWL.imports))
    assert all(isinstance(term, URIRef | Literal) for triple in ontology for term in triple)


def test_owl_finds_no_contradiction(ontology: Graph) -> None:
    assert not list(closed(ontology).objects(None, ERROR))


def test_owl_finds_a_thing_of_two_classes(ontology: Graph) -> None:
    both = Graph().add((EX.norvik, RDF.type, HELIX.Hub)).add((EX.norvik, RDF.type, HELIX.Place))
    assert list(closed(ontology, both).objects(None, ERROR))


def test_owl_finds_no_contradiction_in_the_good_examples(ontology: Graph) -> None:
    examples = [Graph().parse(path) for path in sorted((ONTOLOGY / "examples" / "good").glob("*.ttl"))]
    assert not list(closed(ontology, *examples).objects(None, ERROR))


def test_every_class_is_aligned(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.Class):
        assert [o for o in ontology.objects(term, RDFS.subClassOf) if any(str(o).startswith(str(v)) for v in ALIGNED)]


def test_what_is_aligned_to_exists(ontology: Graph) -> None:
    targets = [*ontology.objects(None, RDFS.subClassOf), *ontology.objects(None, RDFS.subPropertyOf)]
    for target in targets:  # the closed namespaces of rdflib know what each vocabulary defines
        assert any(str(target).startswith(str(v)) and str(target).removeprefix(str(v)) in v for v in ALIGNED)


def test_a_kind_is_no_class(ontology: Graph) -> None:
    """The range of dcterms:type is rdfs:Class, which would make a class of every kind; that of dc:type is anything."""
    data = Graph().add((EX.park, HELIX.kind, HELIX.campus)).add((EX.deal, HELIX.partnershipKind, HELIX.mou))
    found = closed(ontology, data)
    assert (EX.park, DC.type, HELIX.campus) in found
    assert (EX.deal, DC.type, HELIX.mou) in found
    assert not [o for o in ontology.objects(None, RDFS.subPropertyOf) if o == DCTERMS.type]


def test_partners_with_is_symmetric_and_nothing_is_transitive(ontology: Graph) -> None:
    assert set(ontology.subjects(RDF.type, OWL.SymmetricProperty)) == {HELIX.partnersWith}
    assert not list(ontology.subjects(RDF.type, OWL.TransitiveProperty))


@pytest.mark.parametrize("relation", RelationType, ids=str)
def test_domain_and_range_are_said_where_the_signature_has_one_class(ontology: Graph, relation: RelationType) -> None:
    for predicate, classes in zip((RDFS.domain, RDFS.range), SIGNATURES[relation], strict=True):
        said = set(ontology.objects(HELIX[relation], predicate))
        assert said == ({HELIX[c] for c in classes} if len(classes) == 1 else set())


def test_the_classes_of_things_exclude_each_other(ontology: Graph) -> None:
    things = [*(HELIX[c] for c in EntityClass), HELIX.Partnership]
    apart = {frozenset((s, o)) for s, o in ontology.subject_objects(OWL.disjointWith)}
    assert apart == {frozenset(pair) for pair in permutations(things, 2)}


# the rules


def test_there_are_rules() -> None:
    assert [rule.stem for rule in RULES] == ["country", "partners_with"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_a_rule_opens_with_its_question(rule: Path) -> None:
    first = rule.read_text("utf-8").splitlines()[0]
    assert first.startswith("#+ summary: ")
    assert first.endswith("?")


@pytest.mark.parametrize("status", Status, ids=str)
def test_parties_partner_under_an_agreement_in_force_only(status: Status) -> None:
    data = f"ex:p a helix:Partnership ; helix:status helix:{status} ; helix:party ex:a, ex:b, ex:c ."
    assert construct("partners_with", data) == (pairs("a", "b", "c") if status in IN_FORCE else set())


def test_parties_of_different_agreements_do_not_partner() -> None:
    data = """
        ex:p a helix:Partnership ; helix:status helix:signed ; helix:party ex:a, ex:b .
        ex:q a helix:Partnership ; helix:status helix:active ; helix:party ex:c, ex:a .
        ex:r helix:status helix:active ; helix:party ex:d, ex:e .
    """
    assert construct("partners_with", data) == pairs("a", "b") | pairs("a", "c")


def test_a_country_follows_from_the_chain_of_places() -> None:
    data = """
        ex:park a helix:Hub ; helix:locatedIn ex:norvik .
        ex:norvik a helix:Place ; helix:locatedIn ex:county .
        ex:county a helix:Place ; helix:locatedIn ex:norway .
        ex:norway a helix:Place ; helix:country "NO" .
        ex:tenant a helix:Organization ; helix:locatedIn ex:park .
    """
    assert countries(data) == {"park": "NO", "norvik": "NO", "county": "NO", "tenant": "NO"}


def test_a_country_follows_through_the_facility_around() -> None:
    data = """
        ex:line a helix:Facility ; helix:partOf ex:plant .
        ex:plant a helix:Facility ; helix:locatedIn ex:norvik .
        ex:norvik a helix:Place ; helix:country "NO" .
    """
    assert countries(data) == {"line": "NO", "plant": "NO"}


def test_a_stated_country_stands() -> None:
    data = """
        ex:lab a helix:Organization ; helix:country "SE" ; helix:locatedIn ex:norvik .
        ex:norvik a helix:Place ; helix:country "NO" .
    """
    assert countries(data) == {}


def test_places_that_disagree_give_no_country() -> None:
    data = """
        ex:firm a helix:Organization ; helix:locatedIn ex:norvik, ex:lindau .
        ex:norvik a helix:Place ; helix:country "NO" .
        ex:lindau a helix:Place ; helix:country "DE" .
    """
    assert countries(data) == {}


def test_places_that_agree_give_one_country() -> None:
    data = """
        ex:firm a helix:Organization ; helix:locatedIn ex:norvik, ex:fjord .
        ex:norvik a helix:Place ; helix:country "NO" .
        ex:fjord a helix:Place ; helix:country "NO" .
    """
    assert countries(data) == {"firm": "NO"}


def test_a_subsidiary_does_not_take_the_country_of_its_owner() -> None:
    data = """
        ex:branch a helix:Organization ; helix:partOf ex:firm .
        ex:firm a helix:Organization ; helix:locatedIn ex:norvik .
        ex:norvik a helix:Place ; helix:country "NO" .
    """
    assert countries(data) == {"firm": "NO"}


def test_a_place_in_a_name_gives_no_country() -> None:
    data = """
        ex:alliance a helix:Organization ; helix:namedForPlace ex:norvik .
        ex:norvik a helix:Place ; helix:country "NO" .
    """
    assert countries(data) == {}
