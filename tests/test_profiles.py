"""loading/profiles.py and credentials.py: each kind of store is spoken to as its documents say."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.fake_store import Behaviour, basic, fake_store
from triplehelix import load
from triplehelix.cli import main
from triplehelix.cli.loading import _PROFILES, _WAYS
from triplehelix.errors import RemoteError
from triplehelix.loading import PROFILES, LoadReport
from triplehelix.loading.credentials import WAYS
from triplehelix.loading.report import State

NIL = "http://www.openrdf.org/schema/sesame#nil"
QLEVER_DEFAULT = "http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph"


def fuseki() -> Behaviour:
    return Behaviour("/ds/data", "/ds/update", "/ds/query")


def graphdb() -> Behaviour:
    root = "/repositories/r"
    return Behaviour(f"{root}/rdf-graphs/service", f"{root}/statements", root, union=True, plain=NIL)


def qlever() -> Behaviour:
    return Behaviour("/", "/", "/", union=True, plain=QLEVER_DEFAULT, authorization="Bearer the-token")


LIKE = {"fuseki": (fuseki, "/ds"), "graphdb": (graphdb, "/repositories/r"), "qlever": (qlever, "")}
every_other = pytest.mark.parametrize("profile", LIKE)


@pytest.fixture(autouse=True)
def no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("TRIPLEHELIX_USER", "TRIPLEHELIX_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRIPLEHELIX_TOKEN", "the-token")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr("triplehelix.loading.connection._PAUSES", (0.0, 0.0))


def test_the_command_offers_every_profile_and_way() -> None:
    assert tuple(PROFILES) == _PROFILES
    assert WAYS == _WAYS


@every_other
def test_a_graph_goes_in_by_graph_store_protocol(profile: str, second_opinions_path: Path) -> None:
    make, path = LIKE[profile]
    behaviour = make()
    with fake_store(behaviour) as url:
        report = load(url + path, profile, store=second_opinions_path)
        again = load(url + path, profile, store=second_opinions_path)
    assert report.equal
    assert [graph.state for graph in again.graphs] == [State.KEPT] * len(report.graphs)
    assert {line for line in behaviour.requests if line.startswith("PUT")} == {f"PUT {behaviour.data}"}
    assert len(behaviour.store) == sum(graph.sent for graph in report.graphs)


@every_other
@pytest.mark.parametrize("status", [405, 413, 500])
def test_where_that_is_refused_it_goes_in_by_batches(profile: str, status: int, second_opinions_path: Path) -> None:
    make, path = LIKE[profile]
    behaviour = make()
    behaviour.refuse = {"PUT": status}
    with fake_store(behaviour) as url:
        report = load(url + path, profile, store=second_opinions_path)
    assert report.equal
    assert sum(line.startswith("PUT") for line in behaviour.requests) == 1
    assert not any("/loading/" in str(graph) for graph in behaviour.store.named_graphs())


def test_a_generic_store_has_its_addresses_named(second_opinions_path: Path) -> None:
    behaviour = Behaviour("/g", "/u", "/q")
    with fake_store(behaviour) as url:
        assert load(f"{url}/q", "generic", store=second_opinions_path, data=f"{url}/g", update=f"{url}/u").equal
        assert load(f"{url}/q", "generic", store=second_opinions_path, update=f"{url}/u").equal
        with pytest.raises(RemoteError, match=r"generic does not know where to write; .*--data URL"):
            load(f"{url}/q", "generic", store=second_opinions_path)


def test_a_store_that_loses_a_triple_is_found_out(
    second_opinions_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    behaviour = fuseki()
    behaviour.lose = "partnersWith"
    with fake_store(behaviour) as url:
        assert main(["load", f"{url}/ds", "--profile", "fuseki", "--store", str(second_opinions_path)]) == 2
    said = capsys.readouterr().err
    assert "default graph: " in said
    assert "changed by the store: " in said
    assert said.rstrip().endswith("read back, not equal")


def test_an_answer_that_is_cut_is_found_out_and_read_page_by_page(second_opinions_path: Path) -> None:
    behaviour = fuseki()
    behaviour.cut_at = 100
    with fake_store(behaviour) as url:
        assert load(f"{url}/ds", "fuseki", store=second_opinions_path).equal


def test_a_busy_store_is_asked_again_but_not_for_ever(second_opinions_path: Path) -> None:
    behaviour = fuseki()
    with fake_store(behaviour) as url:
        behaviour.fail = 2
        assert load(f"{url}/ds", "fuseki", store=second_opinions_path).equal
        behaviour.fail = 3
        with pytest.raises(RemoteError, match=r"refused \(503\)") as broken:
            load(f"{url}/ds", "fuseki", store=second_opinions_path)
    assert isinstance(broken.value.report, LoadReport)
    assert {graph.state for graph in broken.value.report.graphs} == {State.MISSING}


# -- who asks


def test_a_name_and_password_come_from_the_environment(
    second_opinions_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRIPLEHELIX_TOKEN")
    monkeypatch.setenv("TRIPLEHELIX_USER", "ann")
    monkeypatch.setenv("TRIPLEHELIX_PASSWORD", "säcret")
    behaviour = fuseki()
    behaviour.authorization = basic("ann", "säcret")
    with fake_store(behaviour) as url:
        monkeypatch.setenv("TRIPLEHELIX_PASSWORD", "secret")
        with pytest.raises(RemoteError, match=r"refused \(401\); see what is sent \(--auth basic\)"):
            load(f"{url}/ds", "fuseki", store=second_opinions_path)
        behaviour.authorization = basic("ann", "secret")
        assert load(f"{url}/ds", "fuseki", store=second_opinions_path).equal


def test_or_from_a_netrc(second_opinions_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TRIPLEHELIX_TOKEN")
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ann password secret\n")
    (tmp_path / "netrc").chmod(0o600)
    behaviour = fuseki()
    behaviour.authorization = basic("ann", "secret")
    with fake_store(behaviour) as url:
        assert load(f"{url}/ds", "fuseki", store=second_opinions_path).equal
        (tmp_path / "netrc").write_text("nonsense\n")
        with pytest.raises(RemoteError, match="cannot be read as a netrc"):
            load(f"{url}/ds", "fuseki", store=second_opinions_path)


def test_what_is_missing_is_named(second_opinions_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRIPLEHELIX_TOKEN")
    with fake_store(qlever()) as url:
        with pytest.raises(RemoteError, match=r"refused \(401\); set TRIPLEHELIX_USER"):
            load(url, "qlever", store=second_opinions_path)
        with pytest.raises(RemoteError, match=r"set TRIPLEHELIX_TOKEN$"):
            load(url, "qlever", store=second_opinions_path, auth="bearer")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("localhost:7878", "not an address of a store"),
        ("file:///etc/passwd", "not an address of a store"),
        ("http://ann:secret@localhost:7878", "no password belongs into an address"),
        ("http://127.0.0.1:1", "nothing answers there; see that it runs"),
    ],
)
def test_a_wrong_address_is_one_line(
    url: str, said: str, second_opinions_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["load", url, "--profile", "oxigraph", "--store", str(second_opinions_path)]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert said in last
    assert "secret" not in last


@pytest.mark.parametrize("facts", ["facts", "https://example.org/a b", "urn:a>", ""])
def test_a_wrong_iri_is_one_line(facts: str, second_opinions_path: Path) -> None:
    with pytest.raises(RemoteError, match="not an IRI; write one like"):
        load("http://localhost:7878", "oxigraph", store=second_opinions_path, facts=facts)


# -- in bulk


@pytest.mark.parametrize("profile", PROFILES)
def test_the_bulk_commands_are_a_shell_script(
    profile: str, second_opinions_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "load",
        "http://localhost:1/it's",
        "--profile",
        profile,
        "--store",
        str(second_opinions_path),
        "--print-bulk",
    ]
    assert main([*words, *(["--data", "http://localhost:1/d"] if profile == "generic" else [])]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"triplehelix export graph.nq --store {second_opinions_path}\n")
    assert "$facts" not in said
    subprocess.run(["sh", "-n"], input=said.encode(), check=True)


def test_what_oxigraphs_own_loader_loads_is_there_already(second_opinions_path: Path, tmp_path: Path) -> None:
    from tests import stores  # noqa: PLC0415 - needs requests

    if not stores.oxigraph_program():
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    assert main(["export", str(tmp_path / "graph.nq"), "--store", str(second_opinions_path)]) == 0
    loading = [
        str(stores.oxigraph_program()),
        "load",
        "--location",
        str(tmp_path / "data"),
        "--file",
        str(tmp_path / "graph.nq"),
    ]
    subprocess.run(loading, check=True, capture_output=True)
    with stores.oxigraph(tmp_path) as url:
        report = load(url, "oxigraph", store=second_opinions_path)
    assert {graph.state for graph in report.graphs} == {State.KEPT}
