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
def test_a_graph_goes_in_by_graph_store_protocol(profile: str, small_folder: Path) -> None:
    make, path = LIKE[profile]
    behaviour = make()
    with fake_store(behaviour) as url:
        report = load(url + path, profile, store=small_folder)
        again = load(url + path, profile, store=small_folder)
    assert report.equal
    assert [graph.state for graph in again.graphs] == [State.KEPT] * len(report.graphs)
    assert {line for line in behaviour.requests if line.startswith("PUT")} == {f"PUT {behaviour.data}"}
    assert len(behaviour.store) == sum(graph.sent for graph in report.graphs)


@every_other
@pytest.mark.parametrize("status", [405, 413, 500])
def test_where_that_is_refused_it_goes_in_by_batches(profile: str, status: int, small_folder: Path) -> None:
    make, path = LIKE[profile]
    behaviour = make()
    behaviour.refuse = {"PUT": status}
    with fake_store(behaviour) as url:
        report = load(url + path, profile, store=small_folder)
    assert report.equal
    assert sum(line.startswith("PUT") for line in behaviour.requests) == 1
    assert not any("/loading/" in str(graph) for graph in behaviour.store.named_graphs())


def test_a_generic_store_has_its_addresses_named(small_folder: Path) -> None:
    behaviour = Behaviour("/g", "/u", "/q")
    with fake_store(behaviour) as url:
        assert load(f"{url}/q", "generic", store=small_folder, data=f"{url}/g", update=f"{url}/u").equal
        assert load(f"{url}/q", "generic", store=small_folder, update=f"{url}/u").equal
        with pytest.raises(RemoteError, match=r"generic does not know where to write; .*--data URL"):
            load(f"{url}/q", "generic", store=small_folder)


def test_a_store_that_loses_a_triple_is_found_out(small_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    behaviour = fuseki()
    behaviour.lose = "partnersWith"
    with fake_store(behaviour) as url:
        assert main(["load", f"{url}/ds", "--profile", "fuseki", "--store", str(small_folder)]) == 2
    said = capsys.readouterr().err
    assert "default graph: " in said
    assert "changed by the store: " in said
    assert said.rstrip().endswith("read back, not equal")


def test_an_answer_that_is_cut_is_found_out_and_read_page_by_page(small_folder: Path) -> None:
    behaviour = fuseki()
    behaviour.cut_at = 100
    with fake_store(behaviour) as url:
        assert load(f"{url}/ds", "fuseki", store=small_folder).equal


def test_a_busy_store_is_asked_again_but_not_for_ever(small_folder: Path) -> None:
    behaviour = fuseki()
    with fake_store(behaviour) as url:
        behaviour.fail = 2
        assert load(f"{url}/ds", "fuseki", store=small_folder).equal
        behaviour.fail = 3
        with pytest.raises(RemoteError, match=r"refused \(503\)") as broken:
            load(f"{url}/ds", "fuseki", store=small_folder)
    assert isinstance(broken.value.report, LoadReport)
    assert {graph.state for graph in broken.value.report.graphs} == {State.MISSING}


# -- who asks


def test_a_name_and_password_come_from_the_environment(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRIPLEHELIX_TOKEN")
    monkeypatch.setenv("TRIPLEHELIX_USER", "ann")
    monkeypatch.setenv("TRIPLEHELIX_PASSWORD", "säcret")
    behaviour = fuseki()
    behaviour.authorization = basic("ann", "säcret")
    with fake_store(behaviour) as url:
        monkeypatch.setenv("TRIPLEHELIX_PASSWORD", "secret")
        with pytest.raises(RemoteError, match=r"refused \(401\); see what is sent \(--auth basic\)"):
            load(f"{url}/ds", "fuseki", store=small_folder)
        behaviour.authorization = basic("ann", "secret")
        assert load(f"{url}/ds", "fuseki", store=small_folder).equal


def test_or_from_a_netrc(small_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TRIPLEHELIX_TOKEN")
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ann password secret\n")
    (tmp_path / "netrc").chmod(0o600)
    behaviour = fuseki()
    behaviour.authorization = basic("ann", "secret")
    with fake_store(behaviour) as url:
        assert load(f"{url}/ds", "fuseki", store=small_folder).equal
        (tmp_path / "netrc").write_text("nonsense\n")
        with pytest.raises(RemoteError, match="cannot be read as a netrc"):
            load(f"{url}/ds", "fuseki", store=small_folder)


def test_what_is_missing_is_named(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRIPLEHELIX_TOKEN")
    with fake_store(qlever()) as url:
        with pytest.raises(RemoteError, match=r"refused \(401\); set TRIPLEHELIX_USER"):
            load(url, "qlever", store=small_folder)
        with pytest.raises(RemoteError, match=r"set TRIPLEHELIX_TOKEN$"):
            load(url, "qlever", store=small_folder, auth="bearer")


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
    url: str, said: str, small_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["load", url, "--profile", "oxigraph", "--store", str(small_folder)]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert said in last
    assert "secret" not in last


@pytest.mark.parametrize("facts", ["facts", "https://example.org/a b", "urn:a>", ""])
def test_a_wrong_iri_is_one_line(facts: str, small_folder: Path) -> None:
    with pytest.raises(RemoteError, match="not an IRI; write one like"):
        load("http://localhost:7878", "oxigraph", store=small_folder, facts=facts)


# -- in bulk


@pytest.mark.parametrize("profile", PROFILES)
def test_the_bulk_commands_are_a_shell_script(
    profile: str, small_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["load", "http://localhost:1/it's", "--profile", profile, "--store", str(small_folder), "--print-bulk"]
    assert main([*words, *(["--data", "http://localhost:1/d"] if profile == "generic" else [])]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"triplehelix export graph.nq --store {small_folder}\n")
    assert "$facts" not in said
    subprocess.run(["sh", "-n"], input=said.encode(), check=True)


def test_what_oxigraphs_own_loader_loads_is_there_already(small_folder: Path, tmp_path: Path) -> None:
    from tests import stores  # noqa: PLC0415 - needs requests

    if not stores.oxigraph_program():
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    assert main(["export", str(tmp_path / "graph.nq"), "--store", str(small_folder)]) == 0
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
        report = load(url, "oxigraph", store=small_folder)
    assert {graph.state for graph in report.graphs} == {State.KEPT}
