"""answers/asking.py: what comes back, the sentences behind it, and what it can become."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from triplehelix.answers import Answer, ask
from triplehelix.prefixes import ID_BASE
from triplehelix.questions.graph import PREFIXES
from triplehelix.store import Store


@pytest.fixture(scope="module")
def store(small_path: Path) -> Iterator[Store]:
    with Store.open(small_path, readonly=True) as opened:
        yield opened


def named(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    places = [answer.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in answer.names()]


def test_foreign_clusters_are_hubs_and_cluster_organisations_abroad(store: Store) -> None:
    answer = ask(store, "foreign_clusters", hub="Mizuhara")
    assert named(answer, "cluster", "country", "with", "status") == [
        ("Parc du Lac", "CH", "Mizuhara Bay", "active"),
        ("Valmont Santé", "FR", "Mizuhara Bio Office", "active"),
        ("Fjordlund Cluster", "NO", "Mizuhara Bio Office", "signed"),
        ("Fjordlund Cluster", "NO", "Mizuhara Bio Office", "renewed"),
    ]


def test_foreign_partners_are_of_any_kind(store: Store) -> None:
    partners = {row[0] for row in named(ask(store, "foreign_partners", hub="Mizuhara"), "partner")}
    assert partners == {"Parc du Lac", "Valmont Santé", "Fjordlund Cluster", "Handelsbro", "Lindqvist Pharma"}


def test_a_country_stands_for_what_is_in_it(store: Store) -> None:
    of_country = named(ask(store, "foreign_clusters", hub="Japan"), "cluster", "with")
    assert of_country == named(ask(store, "foreign_clusters", hub="Mizuhara"), "cluster", "with")


def test_an_organisation_stands_for_itself(store: Store) -> None:
    of_office = ask(store, "foreign_clusters", hub="Mizuhara Bio Office")
    assert {row[0] for row in named(of_office, "cluster")} == {"Valmont Santé", "Fjordlund Cluster"}


def test_every_row_has_the_sentence_that_states_it(store: Store) -> None:
    answer = ask(store, "foreign_clusters", hub="Mizuhara")
    quotes = [[(one.quote, one.article) for one in row] for row in answer.passages]
    assert quotes[1] == [
        ("The Mizuhara Bio Office also works with Valmont Santé, a French cluster, on ageing.", "mizuhara-1")
    ]
    assert all(len(row) == 1 for row in quotes)
    assert [one.quote for one in answer.evidence(1)] == [quotes[1][0][0]]
    assert len(answer.evidence()) == 4


def test_evidence_is_verbatim_by_its_offsets(store: Store) -> None:
    text = {stored.name: store.text(stored.text_hash) for stored in store.articles()}
    found = ask(store, "partners", thing="Mizuhara").evidence()
    assert found
    assert all(text[one.article][one.start : one.end] == one.quote for one in found)


def test_without_evidence_nothing_is_looked_up(store: Store) -> None:
    assert ask(store, "foreign_clusters", with_evidence=False, hub="Mizuhara").passages == ()


def test_an_optional_parameter_narrows_the_answer(store: Store) -> None:
    partners = named(ask(store, "partners", thing="Mizuhara", status="ended"), "partner", "kind")
    assert partners == [("Tidewater Bio Alliance", "mou")]


def test_a_period_includes_both_ends_at_any_precision(store: Store) -> None:
    def dates(start: str, end: str) -> list[str]:
        return [row[0] for row in named(ask(store, "agreements_in_period", {"from": start, "until": end}), "date")]

    assert dates("2025", "2026") == ["2025-10", "2026-02"]
    assert dates("2025-11", "2026-02-01") == ["2026-02"]
    assert dates("2019-06", "2019-12") == ["2019"]
    assert dates("2024-06-03", "2024-06-03") == ["2024-06-03"]
    assert dates("2024-06-04", "2025-09") == []


def test_a_ranking_counts_the_partners_of_the_managing_organisation_too(store: Store) -> None:
    ranking = named(ask(store, "hub_ranking"), "hub", "partners", "foreign_partners", "tenants")
    assert ranking == [("Mizuhara Bay", "3", "3", "3"), ("Parc du Lac", "1", "1", "0")]


def test_an_answer_becomes_a_data_frame(store: Store) -> None:
    frame = ask(store, "foreign_clusters", hub="Mizuhara").to_pandas()
    assert list(frame.columns)[:3] == ["cluster", "country", "with"]
    assert list(frame.columns)[-3:] == ["quote", "article", "quotes"]
    assert frame["cluster"].tolist()[0] == "Parc du Lac"
    assert frame["article"].tolist()[0] == "A bay for the life sciences"
    iris = ask(store, "foreign_clusters", hub="Mizuhara").to_pandas(names=False)
    assert iris["cluster"].tolist()[0] == ID_BASE + "hub/parc-du-lac"
    assert ask(store, "hub_ranking").to_pandas()["tenants"].tolist() == [3, 0]


def test_an_answer_becomes_the_graph_of_its_evidence(store: Store) -> None:
    graph = ask(store, "hubs_in_place", place="Mizuhara").to_graph()
    asked = "ASK { <%shub/mizuhara-bay> <%slocatedIn> <%splace/jp-mizuhara> }" % (ID_BASE, PREFIXES["helix"], ID_BASE)  # noqa: UP031
    assert graph.query(asked).askAnswer
    assert all(triple in store.graph() for triple in graph)


def test_an_answer_is_frozen(store: Store) -> None:
    answer = ask(store, "hub_ranking")
    with pytest.raises(AttributeError):
        answer.rows = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        answer.labels["x"] = "y"  # type: ignore[index]
