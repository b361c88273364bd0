"""What follows from an article: exactly what owlrl says of its individuals, and what the rules say."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from rdflib import OWL, PROV, RDF, RDFS, SDO, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tests.gold_facts import gold_article, gold_document, gold_facts, gold_files
from triplehelix.errors import OntologyError
from triplehelix.folders import ONTOLOGY
from triplehelix.namespaces import HELIX
from triplehelix.prefixes import PREFIXES
from triplehelix.reasoning import axioms, infer
from triplehelix.reasoning.closure import by_owlrl, by_tables, closure
from triplehelix.reasoning.infer import statements
from triplehelix.triples import to_graph

if TYPE_CHECKING:
    from pathlib import Path

EX = Namespace("https://example.org/")
CLUSTERS = ONTOLOGY / "clusters.ttl"
Triple = tuple[Node, Node, Node]


def gold_graph(file: Path) -> Graph:
    article = gold_article(file)
    return to_graph(gold_document(article), gold_facts(article))


def random_facts(seed: int) -> set[Triple]:
    """Any class, property and thing in any combination, sense or nonsense; a literal where OWL has one."""
    choose = random.Random(seed)  # noqa: S311
    things = [EX[f"thing{number}"] for number in range(12)]
    ontology = axioms.read_turtle(CLUSTERS)
    classes = sorted(ontology.subjects(RDF.type, OWL.Class), key=str)
    literal = sorted(ontology.subjects(RDF.type, OWL.DatatypeProperty), key=str)
    between = [*sorted(ontology.subjects(RDF.type, OWL.ObjectProperty), key=str), EX.unknown]
    return {
        *((choose.choice(things), RDF.type, choose.choice([*classes, EX.Unknown])) for _ in range(10)),
        *((choose.choice(things), choose.choice(between), choose.choice(things)) for _ in range(40)),
        *((choose.choice(things), choose.choice(literal), Literal(f"text {number}")) for number in range(10)),
    }


def ontology_folder(folder: Path, turtle: str = "", **rules: str) -> Path:
    """A copy of the ontology with more axioms, and with these rules instead of its own."""
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    clusters = CLUSTERS.read_text(encoding="utf-8")
    (folder / "rules").mkdir()
    (folder / "clusters.ttl").write_text(f"{clusters}\n{prefixes}\n{turtle}", encoding="utf-8")
    for name, rule in rules.items():
        (folder / "rules" / f"{name}.rq").write_text(rule, encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", gold_files()[::50], ids=lambda file: file.stem)
def test_the_tables_give_what_owlrl_gives_for_an_article(file: Path) -> None:
    facts, ontology = statements(gold_graph(file)), axioms.load(CLUSTERS)
    assert by_tables(facts, ontology) == by_owlrl(facts, ontology) != set()


@pytest.mark.parametrize("seed", range(4))
def test_the_tables_give_what_owlrl_gives_for_any_facts(seed: int) -> None:
    facts, ontology = random_facts(seed), axioms.load(CLUSTERS)
    assert by_tables(facts, ontology) == by_owlrl(facts, ontology) != set()


def test_axioms_alone_give_what_the_whole_ontology_gives() -> None:
    facts, ontology = random_facts(99), axioms.read_turtle(CLUSTERS)
    alone = Graph() + ontology
    axioms.close(alone)
    ontology += facts
    axioms.close(ontology)
    individuals = {t for t in set(ontology) - set(alone) - facts if isinstance(t[0], URIRef)}
    told = {t for t in individuals if t[1] != OWL.sameAs and t[2] != OWL.Thing}
    assert told == by_tables(facts, axioms.load(CLUSTERS))


def test_the_closure_of_two_articles_is_the_union_of_their_closures() -> None:
    one, other, ontology = random_facts(1), random_facts(2), axioms.load(CLUSTERS)
    apart = by_tables(one, ontology) | by_tables(other, ontology)
    assert by_tables(one | other, ontology) == apart - (one | other)


def test_the_tables_cover_the_shipped_ontology() -> None:
    assert axioms.load(CLUSTERS).uncovered == frozenset()


UNCOVERED = {
    "transitive": ("helix:partOf a owl:TransitiveProperty .", OWL.TransitiveProperty),
    "chain": ("helix:partOf owl:propertyChainAxiom ( helix:partOf helix:partOf ) .", OWL.propertyChainAxiom),
    "value": (
        "ex:Norse owl:equivalentClass [ a owl:Restriction ; owl:onProperty helix:partOf ; owl:hasValue ex:n ] .",
        None,
    ),
    "meta": ("ex:narrower rdfs:subPropertyOf rdfs:subClassOf .", RDFS.subPropertyOf),
}


@pytest.mark.parametrize(("turtle", "term"), UNCOVERED.values(), ids=UNCOVERED)
def test_an_axiom_that_the_tables_do_not_cover_is_left_to_owlrl(tmp_path: Path, turtle: str, term: Node) -> None:
    ontology = axioms.load(ontology_folder(tmp_path, turtle) / "clusters.ttl")
    assert term in ontology.uncovered if term else ontology.uncovered
    facts: set[Triple] = {(EX.a, HELIX.partOf, EX.b), (EX.b, HELIX.partOf, EX.n)}
    facts |= {(EX.A, EX.narrower, EX.B), (EX.a, RDF.type, EX.A)}
    assert closure(facts, ontology) == by_owlrl(facts, ontology) != by_tables(facts, ontology)


def test_a_transitive_property_added_to_the_ontology_is_reasoned_with(tmp_path: Path) -> None:
    folder = ontology_folder(tmp_path, "helix:partOf a owl:TransitiveProperty .")
    graph = Graph()
    graph += [(EX.a, HELIX.partOf, EX.b), (EX.b, HELIX.partOf, EX.c)]
    assert (EX.a, HELIX.partOf, EX.c) in infer(graph, folder)


def test_axioms_within_the_facts_are_left_to_owlrl_too() -> None:
    graph = Graph()
    graph += [(EX.a, OWL.sameAs, EX.b), (EX.a, RDF.type, HELIX.Hub)]
    assert (EX.b, RDF.type, HELIX.Hub) in infer(graph)


def test_an_inverse_and_an_equivalent_class_are_covered(tmp_path: Path) -> None:
    turtle = "ex:hosts owl:inverseOf helix:locatedIn . ex:Park owl:equivalentClass helix:Hub ."
    ontology = axioms.load(ontology_folder(tmp_path, turtle) / "clusters.ttl")
    facts: set[Triple] = {(EX.a, HELIX.locatedIn, EX.b), (EX.b, RDF.type, EX.Park)}
    assert ontology.uncovered == frozenset()
    assert (
        by_tables(facts, ontology) == by_owlrl(facts, ontology) >= {(EX.b, EX.hosts, EX.a), (EX.b, RDF.type, HELIX.Hub)}
    )


def test_nothing_is_inferred_about_claims_and_passages() -> None:
    graph = gold_graph(gold_files()[0])
    evidence = {*graph.subjects(RDF.type, HELIX.Claim), *graph.subjects(RDF.type, HELIX.Passage)}
    inferred = infer(graph)
    assert not evidence & set(inferred.subjects())
    assert not set(inferred) & set(graph)
    assert (None, RDF.type, PROV.Entity) in inferred


def agreement(status: URIRef) -> Graph:
    graph = Graph()
    graph += [
        (EX.deal, RDF.type, HELIX.Partnership),
        (EX.deal, HELIX.status, status),
        (EX.deal, HELIX.party, EX.a),
        (EX.deal, HELIX.party, EX.b),
    ]
    return graph


@pytest.mark.parametrize("status", [HELIX.signed, HELIX.active, HELIX.renewed, HELIX.announced])
def test_the_parties_of_a_partnership_in_force_partner_with_each_other(status: URIRef) -> None:
    found = set(infer(agreement(status)).subject_objects(HELIX.partnersWith))
    assert found == {(EX.a, EX.b), (EX.b, EX.a)}


@pytest.mark.parametrize("status", [HELIX.planned, HELIX.ended])
def test_those_of_a_planned_or_ended_one_do_not(status: URIRef) -> None:
    assert (None, HELIX.partnersWith, None) not in infer(agreement(status))


def test_a_thing_is_in_the_country_of_the_places_around_it_and_what_follows_from_that_follows() -> None:
    graph = Graph()
    graph += [
        (EX.plant, RDF.type, HELIX.Facility),
        (EX.park, RDF.type, HELIX.Hub),
        (EX.city, RDF.type, HELIX.Place),
        (EX.plant, HELIX.locatedIn, EX.park),
        (EX.park, HELIX.locatedIn, EX.city),
        (EX.city, HELIX.country, Literal("NO")),
    ]
    inferred = infer(graph)
    for predicate in (HELIX.country, SDO.addressCountry):
        assert {s for s in (EX.plant, EX.park) if (s, predicate, Literal("NO")) in inferred} == {EX.plant, EX.park}


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("SELECT * { ?s ?p ?o }", "must be a CONSTRUCT"),
        ("CONSTRUCT { ?s ?p }", "not SPARQL"),
        ("CONSTRUCT { ?s ?p [] } WHERE { ?s ?p ?o }", "blank nodes"),
        (
            "CONSTRUCT { ?s <x:n> ?m } WHERE { { ?s a ?c BIND (0 AS ?m) } UNION { ?s <x:n> ?n BIND (?n + 1 AS ?m) } }",
            "something new even in round",
        ),
    ],
)
def test_a_rule_with_a_fault_is_named(tmp_path: Path, rule: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message) as caught:
        infer(agreement(HELIX.signed), ontology_folder(tmp_path, rule=rule))
    assert str(tmp_path) in str(caught.value.where)


def test_an_ontology_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="No such file"):
        infer(Graph(), tmp_path)
    (tmp_path / "clusters.ttl").write_text("ex:a ex:b .", encoding="utf-8")
    with pytest.raises(OntologyError, match="not Turtle"):
        infer(Graph(), tmp_path)
