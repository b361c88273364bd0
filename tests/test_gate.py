"""What breaks a shape stays out, with all that hangs on it and a reason; the rest goes in."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, SKOS, XSD, Graph, Literal, URIRef

from tests.gold_facts import FICTIONAL, gold_article, gold_document, gold_facts, gold_files
from triplehelix.folders import ONTOLOGY
from triplehelix.gate import Violation, admit, validate, violations_in
from triplehelix.gate.admission import withdraw
from triplehelix.gate.conformity import surely_conforms
from triplehelix.gate.report import SHAPES, to_graph
from triplehelix.gate.terms import unknown
from triplehelix.namespaces import HELIX, OA, SHAPE
from triplehelix.prefixes import ID_BASE, PREFIXES
from triplehelix.reasoning.axioms import read_turtle
from triplehelix.terms import to_rdflib
from triplehelix.triples import to_graph as graph_of_facts

if TYPE_CHECKING:
    from pathlib import Path

    from triplehelix.facts import Facts

GOOD = sorted((ONTOLOGY / "examples" / "good").glob("*.ttl"))
# Some of the bad examples are about the style of the ontology, of which shapes.ttl knows nothing.
BAD = [
    file
    for file in sorted((ONTOLOGY / "examples" / "bad").glob("*.ttl"))
    if (SHAPE[file.stem], None, None) in read_turtle(SHAPES)
]
ARTICLE = gold_article(FICTIONAL / "messy-01.json")
FACTS = gold_facts(ARTICLE)
IAE = URIRef(ID_BASE + "organization/instituto-atacameno-de-energia")


def graph_of(facts: Facts = FACTS) -> Graph:
    return graph_of_facts(gold_document(ARTICLE), facts)


def by_pyshacl(graph: Graph) -> bool:
    conforms, *_ = pyshacl.validate(graph, shacl_graph=read_turtle(SHAPES), inference="none")
    return bool(conforms)


def with_countries(country: str) -> Facts:
    entities = tuple(replace(e, country=country) if e.id == "e4" else e for e in FACTS.entities)
    return replace(FACTS, entities=entities)


def assert_whole(graph: Graph) -> None:
    """No claim without its statement and its passage, no statement about a thing without a claim, no lone passage."""
    claims = set(graph.subjects(RDF.type, HELIX.Claim))
    passages = set(graph.subjects(RDF.type, HELIX.Passage))
    aside = claims | passages | set(graph.subjects(RDF.type, HELIX.Article))
    parts = (RDF.subject, RDF.predicate, RDF.object)
    assert {tuple(graph.value(c, p) for p in parts) for c in claims} == {t for t in graph if t[0] not in aside}
    assert {graph.value(claim, OA.hasSelector) for claim in claims} == passages
    assert {t[0] for t in graph if t[0] not in aside} == set(graph.subjects(RDF.type)) - aside


def test_what_conforms_goes_in_whole() -> None:
    admission = admit(graph_of())
    assert (set(admission.valid), len(admission.quarantined), admission.violations) == (set(graph_of()), 0, ())


def test_one_bad_fact_stays_out_with_its_claims_and_the_thing_goes_in_without_it() -> None:
    graph = graph_of(with_countries("Chile"))
    admission = admit(graph)
    fact = (IAE, HELIX.country, Literal("Chile"))
    assert [violation.shape.rpartition("#")[2] for violation in admission.violations] == ["Thing-country"]
    assert fact in admission.quarantined
    assert (IAE, RDF.type, HELIX.Organization) in admission.valid
    assert set(admission.valid) == set(graph_of()) - set(graph_of()).difference(graph)
    assert_whole(admission.valid)


def test_a_partnership_that_loses_a_party_stays_out_and_its_other_party_goes_in() -> None:
    deal = replace(FACTS.partnerships[0], parties=("e1", "e8"))  # e8 is a person
    admission = admit(graph_of(replace(FACTS, partnerships=(deal, FACTS.partnerships[1]))))
    assert {v.shape.rpartition("#")[2] for v in admission.violations} == {"Partnership-party"}
    assert len(list(admission.valid.subjects(RDF.type, HELIX.Partnership))) == 1
    assert len(list(admission.quarantined.subjects(RDF.type, HELIX.Partnership))) == 1
    assert (URIRef(ID_BASE + "hub/sado-solar-park"), RDF.type, HELIX.Hub) in admission.valid
    assert_whole(admission.valid)


def test_a_thing_without_evidence_takes_along_what_refers_to_it() -> None:
    ghostly = tuple(replace(e, mentions=()) if e.id == "e4" else e for e in FACTS.entities)
    admission = admit(graph_of(replace(FACTS, entities=ghostly)))
    assert not set(admission.valid.triples((IAE, None, None))) | set(admission.valid.triples((None, None, IAE)))
    assert len(list(admission.valid.subjects(RDF.type, HELIX.Partnership))) == 1
    assert_whole(admission.valid)


def test_a_passage_with_wrong_offsets_takes_its_claims_and_their_facts_along() -> None:
    graph = graph_of()
    passage = next(p for c in graph.subjects(RDF.object, HELIX.mou) for p in graph.objects(c, OA.hasSelector))
    graph.set((passage, OA.end, Literal("999999", datatype=XSD.integer)))
    admission = admit(graph)
    assert not set(admission.valid.triples((passage, None, None)))
    assert (None, HELIX.partnershipKind, HELIX.mou) not in admission.valid
    assert (IAE, RDF.type, HELIX.Organization) in admission.valid
    assert_whole(admission.valid)


def test_an_article_without_its_hash_stays_out_wholly() -> None:
    graph = graph_of()
    graph.remove((None, HELIX.textHash, None))
    admission = admit(graph)
    assert (len(admission.valid), set(admission.quarantined)) == (0, set(graph))


def test_a_statement_with_two_claims_stands_when_one_of_them_falls() -> None:
    ex = URIRef("https://example.org/")
    graph = Graph()
    for claim in (ex + "c1", ex + "c2"):
        graph += [(claim, RDF.type, HELIX.Claim), (claim, RDF.subject, ex + "a"), (claim, RDF.predicate, RDFS.label)]
        graph += [(claim, RDF.object, Literal("A")), (claim, OA.hasSelector, claim + "p")]
        graph += [(claim + "p", RDF.type, HELIX.Passage)]
    fact = (ex + "a", RDFS.label, Literal("A"))
    graph.add(fact)
    first = withdraw(graph, graph.triples((ex + "c1", RDF.type, None)))
    assert first == {t for t in graph if t[0] in (ex + "c1", ex + "c1p")}
    assert withdraw(graph, graph.triples((None, RDF.type, HELIX.Claim))) == set(graph)


def test_shapes_that_nothing_can_please_refuse_the_whole_graph(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    target = 'sh:targetNode ex:nobody ; sh:class ex:Somebody ; sh:message "Nobody is there."'
    shapes.write_text(f"{prefixes} shape:Nobody a sh:NodeShape ; {target} .", encoding="utf-8")
    admission = admit(graph_of(), shapes=shapes)
    assert len(admission.valid) == 0
    assert [violation.message for violation in admission.violations] == ["Nobody is there."]


@pytest.mark.parametrize("file", BAD[::4], ids=lambda file: file.stem)
def test_what_is_left_of_a_bad_example_conforms(file: Path) -> None:
    graph = read_turtle(file)
    admission = admit(graph)
    assert admission.violations
    assert by_pyshacl(admission.valid)
    assert set(admission.valid) | set(admission.quarantined) == set(graph)
    assert not set(admission.valid) & set(admission.quarantined)


def test_violations_keep_one_order_and_come_back_from_their_triples() -> None:
    violations = admit(graph_of(with_countries("Chile"))).violations + admit(graph_of(with_countries("CHL"))).violations
    article = URIRef(ID_BASE + "article/messy-01")
    graph = to_graph(violations, article)
    assert violations_in(graph) == tuple(sorted(violations, key=Violation.key))
    assert all(isinstance(term, URIRef) for term in graph.subjects())
    assert len(set(graph.subjects(RDF.type, SH.ValidationResult))) == 2


def test_triples_about_other_things_can_be_given_as_context() -> None:
    graph = graph_of()
    context = Graph()
    for triple in list(graph.triples((IAE, RDF.type, None))):
        graph.remove(triple)
        context.add(triple)
    assert validate(graph)
    assert not validate(graph, context)


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (f"{HELIX}likes", IAE),
        (f"{HELIX}company", IAE),  # a kind, and no property
        (RDF.type, URIRef(f"{HELIX}Consortium")),
        (RDF.type, HELIX.company),
    ],
)
def test_a_word_that_the_ontology_does_not_define_stays_out(predicate: str, value: URIRef) -> None:
    graph = graph_of()
    claim = next(graph.subjects(RDF.type, HELIX.Claim))
    for subject in (IAE, URIRef("https://example.org/somebody"), claim):
        graph.add((subject, URIRef(predicate), value))
    violations = validate(graph)
    strange = {v.focus for v in violations if v.shape.endswith("#KnownTerm")}
    assert strange == {IAE, URIRef("https://example.org/somebody"), claim}
    admission = admit(graph)
    assert not list(unknown(admission.valid))
    assert by_pyshacl(admission.valid)


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.altLabel, HELIX.country, HELIX.kind])
def test_a_name_a_country_and_a_kind_need_a_claim_for_the_gate(predicate: URIRef) -> None:
    graph = graph_of()
    claims = sorted(graph.subjects(RDF.predicate, predicate), key=str)
    # a country that follows from where a thing lies needs none
    inside = {*graph.subjects(HELIX.locatedIn), *graph.subjects(HELIX.partOf)}
    claim = next(c for c in claims if graph.value(c, RDF.subject) not in inside)
    fact = (graph.value(claim, RDF.subject), predicate, graph.value(claim, RDF.object))
    for other in claims:
        if (graph.value(other, RDF.subject), predicate, graph.value(other, RDF.object)) == fact:
            graph.remove((other, None, None))
    assert "Article-statementClaimed" in {v.shape.rpartition("#")[2] for v in validate(graph)}
    assert fact not in admit(graph).valid


def test_a_country_with_a_line_feed_stays_out() -> None:
    shapes = [violation.shape.rpartition("#")[2] for violation in admit(graph_of(with_countries("CL\n"))).violations]
    assert shapes == ["Thing-country"]


def test_nearly_every_shape_has_a_bad_example_here() -> None:
    assert len(BAD) > 50


def test_the_compiled_shapes_cover_the_shipped_ones() -> None:
    assert all(surely_conforms(read_turtle(file), SHAPES) for file in GOOD)


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_no_bad_example_gets_past_the_compiled_shapes(file: Path) -> None:
    assert not surely_conforms(read_turtle(file), SHAPES)


@pytest.mark.parametrize("file", gold_files()[::60], ids=lambda file: file.stem)
def test_the_compiled_shapes_say_of_an_article_what_pyshacl_says(file: Path) -> None:
    article = gold_article(file)
    graph = graph_of_facts(gold_document(article), gold_facts(article))
    assert surely_conforms(graph, SHAPES) == by_pyshacl(graph)


@pytest.mark.parametrize("seed", range(12))
def test_the_compiled_shapes_never_pass_what_pyshacl_refuses(seed: int) -> None:
    """A random change: a triple gone, an object swapped for another one, a subject renamed."""
    choose = random.Random(seed)  # noqa: S311
    graph = read_turtle(GOOD[seed % len(GOOD)])
    triples = sorted(graph, key=str)
    for _ in range(choose.randint(1, 2)):
        subject, predicate, value = choose.choice(triples)
        other = choose.choice(triples)
        graph.remove((subject, predicate, value))
        changed = [(), ((subject, predicate, other[2]),), ((other[0], predicate, value),)][choose.randrange(3)]
        graph += changed
    assert not surely_conforms(graph, SHAPES) or by_pyshacl(graph)


@pytest.mark.parametrize(
    "component",
    ["sh:languageIn ( 'en' )", "sh:closed true", "sh:not [ sh:class ex:B ]", "sh:path [ sh:zeroOrMorePath ex:p ]"],
)
def test_a_component_that_is_not_compiled_is_left_to_pyshacl(tmp_path: Path, component: str) -> None:
    shapes = tmp_path / "shapes.ttl"
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    shapes.write_text(
        f"{prefixes} shape:A a sh:NodeShape ; sh:targetClass ex:A ; sh:property shape:P ."
        f" shape:P a sh:PropertyShape ; sh:path ex:p ; {component} .".replace("sh:path ex:p ; sh:path", "sh:path"),
        encoding="utf-8",
    )
    assert not surely_conforms(Graph(), shapes)


def test_a_blank_node_is_left_to_pyshacl() -> None:
    data = f"[] a <{HELIX.Article}> ; <{RDFS.label}> 'x' ."
    graph = to_rdflib(ox.parse(data, ox.RdfFormat.TURTLE))
    assert not surely_conforms(graph, SHAPES)
    assert validate(graph)


def test_a_subclass_among_the_data_is_left_to_pyshacl() -> None:
    data = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <x:A> rdfs:subClassOf <x:B> ."
    assert not surely_conforms(to_rdflib(ox.parse(data, ox.RdfFormat.TURTLE)), SHAPES)
    assert validate(to_rdflib(ox.parse(data, ox.RdfFormat.TURTLE))) == ()
