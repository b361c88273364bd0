"""What shares a country with the other side is not foreign to it, however many countries the two have."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Literal, URIRef

from triplehelix.answers import ask
from triplehelix.articles import Article
from triplehelix.namespaces import HELIX
from triplehelix.prefixes import ID_BASE
from triplehelix.store import Store

COUNTRIES = {"Alder": ("NO", "SE"), "Birch": ("NO",), "Cedar": ("SE",), "Dogwood": ("FI", "SE"), "Elm": ("FI",)}
NODES = {name: URIRef(f"{ID_BASE}hub/{name.lower()}") for name in COUNTRIES}
DEAL = URIRef(f"{ID_BASE}partnership/1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Five hubs with one agreement between all of them."""
    facts = [(DEAL, RDF.type, HELIX.Partnership), (DEAL, RDFS.label, Literal("all five"))]
    facts += [(DEAL, HELIX.partnershipKind, HELIX.mou), (DEAL, HELIX.status, HELIX.signed)]
    for name, codes in COUNTRIES.items():
        node = NODES[name]
        facts += [(node, RDF.type, HELIX.Hub), (node, RDFS.label, Literal(name)), (DEAL, HELIX.party, node)]
        facts += [(node, HELIX.country, Literal(code)) for code in codes]
    with Store.open(tmp_path / "store") as opened:
        opened.put(Article("one", "A text."), facts)
    return Store.open(tmp_path / "store", readonly=True)


@pytest.mark.parametrize("question", ["foreign_clusters", "foreign_partners"])
@pytest.mark.parametrize(
    ("hub", "foreign"),
    [
        ("Alder", {"Elm"}),
        ("Birch", {"Cedar", "Dogwood", "Elm"}), ("Dogwood", {"Birch"}), ("Elm", {"Alder", "Birch", "Cedar"}),
    ],
)  # fmt: skip
def test_a_thing_with_two_countries_is_not_foreign_to_its_own(
    store: Store, question: str, hub: str, foreign: set[str]
) -> None:
    answer = ask(store, question, {"hub": hub}, with_evidence=False)
    found = {str(row[0]).rpartition("/")[2].rstrip(">") for row in answer.rows}
    assert found == {name.lower() for name in foreign}


def test_ties_are_counted_for_foreign_partners_only(store: Store) -> None:
    answer = ask(store, "ties_by_country", {"hub": "Alder"}, with_evidence=False)
    assert [[cell.value for cell in row] for row in answer.rows] == [["FI", "1", "1"]]  # type: ignore[union-attr]
