"""The graph of an article: every fact has a claim, every claim a sentence, every literal its canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD, BNode, Graph, Literal, URIRef

from tests.gold_facts import gold_article, gold_facts, gold_files
from triplehelix.articles import Article
from triplehelix.documents import segment
from triplehelix.facts import Amount, Entity, Facts, Partnership, Relation, Span
from triplehelix.namespaces import HELIX, OA
from triplehelix.prefixes import ID_BASE
from triplehelix.terms import to_oxigraph, to_rdflib
from triplehelix.triples import CONTEXT, to_graph
from triplehelix.vocabulary import EntityClass, PartnershipKind, RelationType, Status

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Norvik signs\n\nAlder Biologics (ALB) of Norvik met partners. The Norvik Life Alliance and Alder Biologics signed"
    " a licence worth EUR 1.5 million in May 2025. ALB runs a clean room near Norvik."
)
ARTICLE = Article("news", TEXT, title="Norvik signs", published="2025-06-01", language="en", source="news.txt")


def span(quote: str, count: int = 1) -> Span:
    start = -1
    for _ in range(count):
        start = TEXT.index(quote, start + 1)
    return Span(start, start + len(quote))


ALDER = Entity(
    "e1", EntityClass.ORGANIZATION, "company", "Alder Biologics", ("ALB",), "NO", (span("Alder Biologics"), span("ALB"))
)
ALLIANCE = Entity(
    "e2",
    EntityClass.ORGANIZATION,
    "cluster_organization",
    "Norvik Life Alliance",
    (),
    None,
    (span("Norvik Life Alliance"),),
)
NORVIK = Entity("e3", EntityClass.PLACE, "city", "Norvik", (), "NO", (span("Norvik", 2),))
ROOM = Entity("e4", EntityClass.FACILITY, None, "clean room near Norvik", (), None, (span("clean room near Norvik"),))
LOCATED = Relation(RelationType.LOCATED_IN, "e1", "e3", span("Alder Biologics (ALB) of Norvik"))
DEAL = Partnership(
    ("e2", "e1"),
    PartnershipKind.LICENSING,
    Status.SIGNED,
    "2025-05",
    ("gene therapy",),
    Amount(1_500_000.0, "EUR"),
    span("The Norvik Life Alliance and Alder Biologics signed a licence worth EUR 1.5 million in May 2025."),
)
FACTS = Facts((ALDER, ALLIANCE, NORVIK, ROOM), (LOCATED,), (DEAL,))

ORGANIZATION = URIRef(ID_BASE + "organization/alder-biologics")
CLUSTER = URIRef(ID_BASE + "organization/norvik-life-alliance")
PLACE = URIRef(ID_BASE + "place/no-norvik")
NODE = URIRef(ID_BASE + "article/news")


def graph_of(facts: Facts = FACTS, article: Article = ARTICLE) -> Graph:
    return to_graph(segment(article), facts)


def quotes(graph: Graph, *fact: URIRef | Literal) -> list[str]:
    """The quotes of the claims that stand for a statement."""
    subject, predicate, value = fact
    claims = set(graph.subjects(RDF.subject, subject)) & set(graph.subjects(RDF.predicate, predicate))
    passages = [graph.value(c, OA.hasSelector) for c in claims & set(graph.subjects(RDF.object, value))]
    return sorted(str(graph.value(passage, OA.exact)) for passage in passages)


def test_the_article_is_described_with_its_hashes() -> None:
    graph = graph_of()
    assert set(graph.predicate_objects(NODE)) == {
        (RDF.type, HELIX.Article),
        (RDFS.label, Literal("Norvik signs")),
        (SDO.datePublished, Literal("2025-06-01", datatype=XSD.date)),
        (DCTERMS.language, Literal("en")),
        (DCTERMS.source, Literal("news.txt")),
        (HELIX.textHash, Literal(ARTICLE.text_hash)),
        (HELIX.contentHash, Literal(ARTICLE.content_hash)),
        (HELIX.textLength, Literal(str(len(TEXT)), datatype=XSD.integer)),
    }


def test_an_address_is_an_iri_whatever_it_holds_and_left_out_where_it_is_none() -> None:
    for url, written in [("https://example.org/a b?x={1}", "https://example.org/a%20b?x=%7B1%7D"), ("a.html", None)]:
        article = Article("news", TEXT, url=url)
        found = graph_of(Facts(), article).value(NODE, SDO.url)
        assert found == (URIRef(written) if written else None)


def test_things_relations_and_names_become_triples_with_the_sentence_of_their_mention() -> None:
    graph = graph_of()
    sentence = "Alder Biologics (ALB) of Norvik met partners."
    assert quotes(graph, ORGANIZATION, RDF.type, HELIX.Organization) == [sentence]
    assert quotes(graph, ORGANIZATION, RDFS.label, Literal("Alder Biologics")) == [sentence]
    assert quotes(graph, ORGANIZATION, SKOS.altLabel, Literal("ALB")) == [sentence]
    assert quotes(graph, ORGANIZATION, HELIX.country, Literal("NO")) == [sentence]
    assert quotes(graph, ORGANIZATION, HELIX.kind, HELIX.company) == [sentence]
    assert quotes(graph, ORGANIZATION, HELIX.locatedIn, PLACE) == ["Alder Biologics (ALB) of Norvik"]


def test_a_partnership_is_a_node_with_all_that_is_known_of_it() -> None:
    graph = graph_of()
    [node] = graph.subjects(RDF.type, HELIX.Partnership)
    assert set(graph.predicate_objects(node)) == {
        (RDF.type, HELIX.Partnership),
        (RDFS.label, Literal("Norvik Life Alliance + Alder Biologics (licensing)")),
        (HELIX.party, ORGANIZATION),
        (HELIX.party, CLUSTER),
        (HELIX.partnershipKind, HELIX.licensing),
        (HELIX.status, HELIX.signed),
        (HELIX.date, Literal("2025-05", datatype=XSD.gYearMonth)),
        (HELIX.topic, Literal("gene therapy")),
        (HELIX.amountValue, Literal("1500000", datatype=XSD.decimal)),
        (HELIX.amountCurrency, Literal("EUR")),
    }


def test_a_place_within_a_proper_name_is_what_the_thing_is_named_for_but_not_within_a_description() -> None:
    graph = graph_of()
    assert set(graph.subject_objects(HELIX.namedForPlace)) == {(CLUSTER, PLACE)}
    [quote] = quotes(graph, CLUSTER, HELIX.namedForPlace, PLACE)
    assert "The Norvik Life Alliance and" in quote


def test_a_place_known_beforehand_is_added_only_where_a_name_holds_it() -> None:
    known = [Entity("x", EntityClass.PLACE, "city", name, (), "NO", ()) for name in ("Norvik", "Alder", "Life All")]
    graph = to_graph(segment(ARTICLE), Facts((ALDER, ALLIANCE)), places=known)
    alder = URIRef(ID_BASE + "place/no-alder")
    assert set(graph.subject_objects(HELIX.namedForPlace)) == {(CLUSTER, PLACE), (ORGANIZATION, alder)}


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("2025", XSD.gYear), ("2025-05", XSD.gYearMonth), ("2025-05-31", XSD.date), ("2025-02-30", None), ("May", None)],
)
def test_a_date_is_as_precise_as_it_is_known_and_a_plain_string_where_it_is_none(
    date: str, datatype: URIRef | None, caplog: pytest.LogCaptureFixture
) -> None:
    deal = Partnership(("e1", "e2"), PartnershipKind.MOU, Status.SIGNED, date, (), None, DEAL.evidence)
    [value] = graph_of(Facts(FACTS.entities, (), (deal,))).objects(None, HELIX.date)
    assert (value, caplog.text) == (Literal(date, datatype=datatype, normalize=False), "")


def test_two_agreements_in_one_quote_stay_two_and_one_given_twice_is_one() -> None:
    other = Partnership(("e1", "e2"), PartnershipKind.LICENSING, Status.PLANNED, None, (), None, DEAL.evidence)
    graph = graph_of(Facts(FACTS.entities, (), (DEAL, other, DEAL)))
    assert len(set(graph.subjects(RDF.type, HELIX.Partnership))) == 2


def test_a_thing_that_the_text_never_mentions_has_no_claim() -> None:
    ghost = Entity("e9", EntityClass.ORGANIZATION, None, "Ghost", (), None, ())
    graph = graph_of(Facts((ghost,)))
    assert (URIRef(ID_BASE + "organization/ghost"), RDF.type, HELIX.Organization) in graph
    assert not set(graph.subjects(RDF.type, HELIX.Claim))


def test_another_base_moves_everything_but_the_ontology() -> None:
    graph = to_graph(segment(ARTICLE), FACTS, base="https://example.org/kg/")
    assert not [term for triple in graph for term in triple if str(term).startswith(ID_BASE)]


EVERY = pytest.mark.parametrize("file", gold_files()[::20], ids=lambda file: file.stem)


@EVERY
def test_every_fact_has_a_claim_and_every_claim_a_quote_that_stands_at_its_offsets(file: Path) -> None:
    article, graph = _gold(file)
    aside = {node for kind in (HELIX.Article, HELIX.Claim, HELIX.Passage) for node in graph.subjects(RDF.type, kind)}
    claims = set(graph.subjects(RDF.type, HELIX.Claim))
    parts = (RDF.subject, RDF.predicate, RDF.object)
    assert {t for t in graph if t[0] not in aside} == {tuple(graph.value(c, p) for p in parts) for c in claims}
    for claim in claims:
        assert list(graph.objects(claim, PROV.wasDerivedFrom)) == [URIRef(ID_BASE + f"article/{article.name}")]
        [passage] = graph.objects(claim, OA.hasSelector)
        start, end = int(str(graph.value(passage, OA.start))), int(str(graph.value(passage, OA.end)))
        assert str(graph.value(passage, OA.exact)) == article.text[start:end] != ""
        assert str(graph.value(passage, OA.prefix)) == article.text[max(0, start - CONTEXT) : start]
        assert str(graph.value(passage, OA.suffix)) == article.text[end : end + CONTEXT]


@EVERY
def test_the_store_gives_back_every_literal_as_it_was(file: Path) -> None:
    _, graph = _gold(file)
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in to_oxigraph(graph))
    assert set(to_rdflib(store)) == set(graph)


@EVERY
def test_the_same_article_gives_the_same_graph(file: Path) -> None:
    assert set(_gold(file)[1]) == set(_gold(file)[1])


def _gold(file: Path) -> tuple[Article, Graph]:
    article = gold_article(file)
    return article, to_graph(segment(article), gold_facts(article))
