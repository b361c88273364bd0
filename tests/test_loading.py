"""loading/: a graph gets into real stores whole or not at all, and comes back as it was sent."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
import requests
from requests.auth import HTTPDigestAuth

from tests.stores import Wire
from triplehelix.cli import main
from triplehelix.errors import RemoteError
from triplehelix.loading import LoadReport, Target, load
from triplehelix.loading.report import State
from triplehelix.pipeline import drop
from triplehelix.store import Store

SECRETS = ("TRIPLEHELIX_USER", "TRIPLEHELIX_PASSWORD", "TRIPLEHELIX_TOKEN")
STORES = ("oxigraph", "virtuoso")
every_store = pytest.mark.parametrize("profile", STORES)


@pytest.fixture(autouse=True)
def dba(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name and password of Virtuoso's first user, which Oxigraph does not ask for."""
    for name in SECRETS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr("triplehelix.loading.connection._PAUSES", (0.0, 0.0))
    monkeypatch.setenv("TRIPLEHELIX_USER", "dba")
    monkeypatch.setenv("TRIPLEHELIX_PASSWORD", "dba")


@pytest.fixture
def url(profile: str, request: pytest.FixtureRequest) -> str:
    """A running store of the profile without a graph of ours."""
    address = str(request.getfixturevalue(f"{profile}_url"))
    update(profile, address, "CLEAR ALL" if profile == "oxigraph" else "")
    for graph in graphs(profile, address):
        update(profile, address, f"DROP SILENT GRAPH <{graph}>")
    return address


def update(profile: str, url: str, text: str) -> None:
    path = {"oxigraph": "/update", "virtuoso": "/sparql-auth"}[profile]
    form = {"Content-Type": "application/sparql-update"}
    if text:
        requests.post(url + path, text, headers=form, auth=HTTPDigestAuth("dba", "dba"), timeout=20).raise_for_status()


def graphs(profile: str, url: str) -> set[str]:
    """The graphs in the store whose IRIs are ours."""
    path = {"oxigraph": "/query", "virtuoso": "/sparql"}[profile]
    accept = {"Accept": "application/sparql-results+json"}
    text = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/')) }"
    found = requests.get(url + path, {"query": text}, headers=accept, timeout=20)
    solutions = ox.parse_query_results(found.content, ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    return {row[0].value for row in solutions}


@every_store
def test_the_seeds_come_back_equal(profile: str, url: str, seeds_path: Path) -> None:
    report = load(Target(url, profile), seeds_path)
    assert report.equal
    assert report.changes == ()
    assert [graph.state for graph in report.graphs] == [State.SENT] * 9
    with Store.open(seeds_path, readonly=True) as store:
        assert sum(graph.sent for graph in report.graphs) == sum(1 for _ in store.facts())
    assert len(graphs(profile, url)) == (8 if profile == "oxigraph" else 9)


@every_store
def test_what_is_there_is_not_sent_again(profile: str, url: str, seeds_path: Path) -> None:
    first = load(Target(url, profile), seeds_path)
    gone = first.graphs[2].name
    update(profile, url, f"DROP SILENT GRAPH <{gone}>")
    again = load(Target(url, profile), seeds_path)
    assert again.equal
    assert [graph.name for graph in again.graphs if graph.state is State.SENT] == [gone]


@every_store
def test_a_changed_graph_is_made_good(profile: str, url: str, seeds_path: Path) -> None:
    first = load(Target(url, profile), seeds_path)
    name = first.graphs[0].name
    update(profile, url, f"INSERT DATA {{ GRAPH <{name}> {{ <urn:a> <urn:b> <urn:c> }} }}")
    again = load(Target(url, profile), seeds_path)
    assert again.equal
    assert [graph.name for graph in again.graphs if graph.state is State.SENT] == [name]


@every_store
def test_a_line_that_is_cut_leaves_whole_graphs_and_the_next_load_goes_on(
    profile: str, url: str, seeds_path: Path
) -> None:
    wire = Wire(urlsplit(url).port or 0, after=600_000)
    with pytest.raises(RemoteError, match=r"the connection broke|no answer") as broken:
        load(Target(wire.address, profile), seeds_path)
    wire.close()
    report = broken.value.report
    assert isinstance(report, LoadReport)
    states = [graph.state for graph in report.graphs]
    there = states.count(State.SENT)
    assert 0 < there < len(states)
    assert states[there:] == [State.UNSURE, *[State.MISSING] * (len(states) - there - 1)]
    again = load(Target(url, profile), seeds_path)
    assert again.equal
    assert [graph.state for graph in again.graphs[:there]] == [State.KEPT] * there
    assert again.graphs[-1].state is State.SENT


@every_store
def test_a_store_that_takes_updates_only_gets_batches(profile: str, url: str, seeds_path: Path) -> None:
    report = load(Target(url, profile, data=""), seeds_path)
    assert report.equal
    assert load(Target(url, profile), seeds_path).equal
    assert len(graphs(profile, url)) == (8 if profile == "oxigraph" else 9)  # nothing is left aside


@every_store
def test_batches_that_break_off_change_no_graph(
    profile: str, url: str, seeds_path: Path, second_opinions_path: Path
) -> None:
    load(Target(url, profile), second_opinions_path)
    before = graphs(profile, url)
    wire = Wire(urlsplit(url).port or 0, after=90_000)
    with pytest.raises(RemoteError):
        load(Target(wire.address, profile, data=""), seeds_path)
    wire.close()
    assert {graph for graph in graphs(profile, url) if "/loading/" not in graph} == before
    assert load(Target(url, profile), second_opinions_path).equal
    assert graphs(profile, url) == before


@every_store
def test_articles_that_are_gone_are_named_and_dropped_on_request(
    profile: str, url: str, second_opinions_path: Path, tmp_path: Path
) -> None:
    fewer = tmp_path / "fewer"
    shutil.copytree(second_opinions_path, fewer)
    with Store.open(fewer, readonly=True) as store:
        name = store.articles()[0].name
    load(Target(url, profile), fewer)
    drop(name, fewer)
    named = load(Target(url, profile), fewer)
    assert {iri.rpartition("/")[2] for iri in named.left} == {name}
    assert "--prune" in "\n".join(named.lines())
    assert load(Target(url, profile, prune=True), fewer).pruned == named.left
    assert not graphs(profile, url) & set(named.left)


@pytest.mark.parametrize("profile", ["oxigraph"])
def test_a_default_graph_with_other_things_is_not_replaced_unasked(
    profile: str, url: str, second_opinions_path: Path
) -> None:
    update(profile, url, "INSERT DATA { <https://example.org/a> <urn:b> <urn:c> }")
    with pytest.raises(RemoteError, match=r"not triplehelix's, such as <https://example.org/a>; .* --facts IRI"):
        load(Target(url, profile), second_opinions_path)
    assert graphs(profile, url) == set()
    facts = "https://w3id.org/triplehelix/id/elsewhere"
    assert load(Target(url, profile, facts=facts, facts_only=True), second_opinions_path).equal
    assert graphs(profile, url) == {facts}
    assert load(Target(url, profile, replace=True), second_opinions_path).equal
    assert load(Target(url, profile), second_opinions_path).equal


@pytest.mark.parametrize("profile", ["virtuoso"])
def test_a_graph_that_comes_back_cut_is_read_page_by_page(profile: str, url: str, tmp_path: Path) -> None:
    triples = "".join(f'<urn:s{number}> <urn:p> "{number}" .\n' for number in range(12_000))
    with Store.open(tmp_path) as store:
        store.raw.load(triples.encode(), format=ox.RdfFormat.N_TRIPLES)
    report = load(Target(url, profile), tmp_path)
    assert report.equal
    assert report.graphs[-1].counted == 12_000


@pytest.mark.parametrize("profile", ["virtuoso"])
def test_what_virtuoso_changes_is_named(profile: str, url: str, tmp_path: Path) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    objects = [f'"1.5E0"^^<{xsd}double>', f'"1234567890123"^^<{xsd}integer>', f'"34.6937398"^^<{xsd}decimal>']
    wkt = '"POINT(135.5 34.69)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>'
    with Store.open(tmp_path) as store:
        lines = "".join(f"<urn:s> <urn:p> {literal} .\n" for literal in [*objects, wkt, '"大阪"@ja'])
        store.raw.load(lines.encode(), format=ox.RdfFormat.N_TRIPLES)
    report = load(Target(url, profile), tmp_path)
    assert report.ok
    assert not report.equal
    assert sorted(change.kind.name for change in report.changes) == ["GEOMETRY", "NUMBER"]
    assert "geometry rounded: " + wkt in "\n".join(report.lines())
    assert load(Target(url, profile), tmp_path).graphs[-1].state is State.KEPT


@every_store
def test_the_command_tells_what_it_did(
    profile: str, url: str, seeds_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["load", url, "--profile", profile, "--store", str(seeds_path)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    report = r"9 of 9 graphs in \(0 there already\), [0-9]{4} triples, read back, equal\n"
    assert re.fullmatch(rf"{re.escape(url)}: {report}", said.err)


@pytest.mark.parametrize("profile", ["virtuoso"])
def test_a_wrong_password_is_one_line(
    profile: str, url: str, seeds_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRIPLEHELIX_PASSWORD", "nonsense")
    assert main(["load", url, "--profile", profile, "--store", str(seeds_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith(f"error: {url}/sparql-auth: refused (401); see what is sent (--auth digest)")
    assert said[-2].endswith("0 of 9 graphs in (0 there already), 0 triples")
