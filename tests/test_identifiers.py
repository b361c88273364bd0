"""IRIs are the same for the same thing, differ for different things, and can be written anywhere."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplehelix import namespaces
from triplehelix.facts import Entity, Facts, Partnership, Span
from triplehelix.identifiers import (
    article_iri,
    article_name,
    claim_iri,
    digest,
    entity_iri,
    entity_iris,
    graph_iri,
    inferred_iri,
    partnership_iri,
    passage_iri,
    quarantine_iri,
    slug,
)
from triplehelix.prefixes import ID_BASE
from triplehelix.vocabulary import EntityClass, PartnershipKind, Status

names = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def entity(name: str, entity_class: EntityClass, country: str | None = None, key: str = "e1") -> Entity:
    return Entity(key, entity_class, None, name, (), country, (Span(0, 1),))


def test_the_base_is_that_of_the_ontology() -> None:
    assert str(namespaces.ONTOLOGY_IRI).startswith(ID_BASE.removesuffix("id/"))


@given(names)
def test_an_article_and_its_graphs_have_iris_that_lead_back_to_its_name(name: str) -> None:
    iris = [make(name) for make in (article_iri, graph_iri, inferred_iri, quarantine_iri)]
    assert len(set(iris)) == 4
    assert {article_name(iri) for iri in iris} == {name}
    assert all(ox.NamedNode(iri).value == iri for iri in iris)


@given(names)
def test_a_slug_is_part_of_an_iri_without_escapes_and_never_empty(name: str) -> None:
    made = slug(name)
    assert made
    assert ox.NamedNode(ID_BASE + made).value == ID_BASE + made
    assert not set(made) & set(" %/#?")
    assert slug(made) == made


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Montréal InVivo", "montreal-invivo"),
        ("Clust-ER HEALTH", "clust-er-health"),
        ("Łódź Æsir Straße A.S.", "lodz-aesir-strasse-a-s"),
        ("Solheim's R&D Lab (Fjordside)", "solheims-r-d-lab-fjordside"),
        ("神戸医療産業都市", "神戸医療産業都市"),
        ("がん研究会", "がん研究会"),
        ("한국바이오협회", "한국바이오협회"),
        ("Ιατρικό Κέντρο", "ιατρικό-κέντρο"),
    ],
)
def test_a_slug_reads_like_the_name(name: str, made: str) -> None:
    assert slug(name) == made


def test_names_without_a_letter_are_kept_apart() -> None:
    assert slug("!!!") != slug("???")


@pytest.mark.parametrize(
    ("thing", "path"),
    [
        (entity("Alder Biologics", EntityClass.ORGANIZATION, "NO"), "organization/alder-biologics"),
        (entity("Fjordside Science Park", EntityClass.HUB), "hub/fjordside-science-park"),
        (entity("Norvik", EntityClass.PLACE, "NO"), "place/no-norvik"),
        (entity("Norvik", EntityClass.PLACE), "place/norvik"),
        (entity("Alder Vector Plant", EntityClass.FACILITY), "facility/alder-vector-plant"),
        (entity("7,000 m2 plant in Norvik", EntityClass.FACILITY), "facility/news%201/7-000-m2-plant-in-norvik"),
        (entity("clean room", EntityClass.FACILITY), "facility/news%201/clean-room"),
        (entity("Marit Solheim", EntityClass.PERSON), "person/marit-solheim"),
        (entity("Solheim", EntityClass.PERSON), "person/news%201/solheim"),
    ],
)
def test_a_thing_has_its_own_iri_and_what_is_only_described_that_of_its_article(thing: Entity, path: str) -> None:
    assert entity_iri("news 1", thing) == ID_BASE + path
    assert entity_iri("news 1", thing, "https://example.org/") == "https://example.org/" + path


def test_things_that_would_share_an_iri_are_numbered_in_order_and_miss_a_number_that_is_taken() -> None:
    things = [
        entity(name, EntityClass.ORGANIZATION, key=f"e{number}")
        for number, name in enumerate(["Norvik 2", "Norvik", "NORVIK", "Nørvik"])
    ]
    iris = entity_iris("news", Facts(tuple(things)))
    ends = [iris[thing.id].rpartition("/")[2] for thing in things]
    assert ends == ["norvik-2", "norvik", "norvik-3", "norvik-4"]


def test_a_partnership_is_its_article_parties_kind_and_quote_in_any_order_of_the_parties() -> None:
    text = "A and B sign. B and A sign."
    first = Partnership(("e1", "e2"), PartnershipKind.MOU, Status.SIGNED, None, (), None, Span(0, 13))
    iri = partnership_iri("news", first, ["x:a", "x:b"], text)
    assert iri == partnership_iri("news", replace(first, status=Status.PLANNED), ["x:b", "x:a"], text)
    others = [
        partnership_iri("olds", first, ["x:a", "x:b"], text),
        partnership_iri("news", first, ["x:a", "x:c"], text),
        partnership_iri("news", replace(first, kind=PartnershipKind.LICENSING), ["x:a", "x:b"], text),
        partnership_iri("news", replace(first, evidence=Span(14, 27)), ["x:a", "x:b"], text),
    ]
    assert len({iri, *others}) == 5


def test_hashes_never_run_two_parts_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert claim_iri(["<a>", "<b>", '"c"'], "news", "q") != claim_iri(["<a>", "<b>", '"c"@en'], "news", "q")
    assert passage_iri("news", 1, 12) != passage_iri("news1", 1, 2)


def test_hashes_are_the_same_on_every_machine_and_in_every_run() -> None:
    assert digest("a", "é") == "3d61bcafab2d6150"
