"""cli/: what each command prints where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_graph import ARTICLES, fill
from triplehelix.answers.formats import Format
from triplehelix.cli import main
from triplehelix.cli.commands import commands
from triplehelix.cli.options import FORMATS
from triplehelix.questions import names

HEAVY = {"rdflib", "owlrl", "pyshacl", "pandas", "rich", "onnxruntime", "pyoxigraph", "yaml", "dateparser", "numpy"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "store"
    fill(path)
    return path


@pytest.fixture
def in_store(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIPLEHELIX_STORE", str(store))


def python(code: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)


def error(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> str:
    """Run a command that fails: nothing on stdout, one line on stderr, no traceback."""
    assert main(arguments) == code
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("error: ")
    assert written.err.count("\n") == 1
    return written.err.removeprefix("error: ").strip()


# -- help


def test_every_command_says_what_it_does_and_gives_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in commands.commands.items():
        assert main([name, "--help"]) == 0
        written = capsys.readouterr().out
        assert f"triplehelix {name}" in written.partition("\n")[2]
        assert command.short_help
        assert command.short_help.endswith(".")


def test_the_commands_are_those_promised() -> None:
    promised = {
        "add",
        "ask",
        "build",
        "check",
        "differ",
        "drop",
        "eval",
        "export",
        "extract",
        "queries",
        "same",
        "sparql",
        "verify",
        "why",
    }
    assert set(commands.commands) == promised


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "Commands:" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        from importlib.metadata import version  # noqa: PLC0415 - only this test needs it

        told = version("triplehelix")
    except ModuleNotFoundError:
        pytest.skip("the package is not installed")
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"triplehelix, version {told}\n"


def test_help_needs_no_large_library() -> None:
    code = "import sys; from triplehelix.cli import main; main(['--help']); print('|', *sys.modules)"
    imported = python(code).stdout.rpartition("|")[2].split()
    assert "click" in imported
    assert set(imported) & HEAVY == set()


def test_asking_needs_no_reasoner_validator_or_model(store: Path) -> None:
    code = "import sys; from triplehelix.cli import main; print(main(sys.argv[1:]), '|', *sys.modules)"
    found = python(code, "ask", "foreign_clusters", "--hub", "Mizuhara", "--evidence", "--store", str(store))
    imported = found.stdout.rpartition("|")[2].split()
    assert "Fjordlund Cluster" in found.stdout
    assert "pyoxigraph" in imported
    assert set(imported) & {"rdflib", "owlrl", "pyshacl", "pandas", "rich", "onnxruntime", "numpy"} == set()


def test_the_formats_of_the_command_line_are_those_of_answers() -> None:
    assert tuple(Format) == FORMATS


# -- ask


TABLE = """\
cluster            country  with                 kind                    status   date
-----------------  -------  -------------------  ----------------------  -------  -------
Parc du Lac        CH       Mizuhara Bay         cooperation agreement   active   2019
Valmont Santé      FR       Mizuhara Bio Office  research collaboration  active
Fjordlund Cluster  NO       Mizuhara Bio Office  mou                     signed   2025-10
Fjordlund Cluster  NO       Mizuhara Bio Office  cooperation agreement   renewed  2026-02
"""


@pytest.mark.usefixtures("in_store")
def test_ask_prints_a_table_and_counts_it_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "foreign_clusters", "--hub", "Mizuhara"]) == 0
    written = capsys.readouterr()
    assert written.out == TABLE
    assert written.err == "4 rows\n"


@pytest.mark.usefixtures("in_store")
def test_evidence_stands_under_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", "foreign_clusters", "--hub", "mizuhara", "--evidence"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert lines[3] == (
        "    “Mizuhara Bay itself is a sister district of Parc du Lac in Geneva, Switzerland, since 2019.” "
        "(A bay for the life sciences)"
    )


@pytest.mark.usefixtures("in_store")
def test_ask_writes_the_other_formats(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["ask", "foreign_clusters", "--hub", "Mizuhara", "--format"]
    assert main([*asked, "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[1][0] == "https://w3id.org/triplehelix/id/hub/parc-du-lac"
    assert main([*asked, "csv", "--names"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("Parc du Lac,CH")
    assert main([*asked, "json", "--evidence"]) == 0
    assert len(json.loads(capsys.readouterr().out)["evidence"]) == 4
    assert main([*asked, "table", "--iris"]) == 0
    assert "https://w3id.org/triplehelix/id/hub/parc-du-lac" in capsys.readouterr().out


@pytest.mark.usefixtures("in_store")
def test_ask_takes_a_question_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "hubs.rq"
    own.write_text(
        "#+ summary: Which hubs are there?\nPREFIX helix: <https://w3id.org/triplehelix/ontology#>\n"
        "SELECT DISTINCT ?hub WHERE { ?hub a helix:Hub } ORDER BY ?hub\n"
    )
    assert main(["ask", str(own)]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == ["Mizuhara Bay", "Parc du Lac"]
    own.write_text("#+ summary: Which?\nSELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }\n")
    assert "SERVICE asks another server" in error(capsys, "ask", str(own))


@pytest.mark.usefixtures("in_store")
def test_ask_prints_the_sparql_that_it_would_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "foreign_clusters", "--hub", "Mizuhara", "--sparql"]) == 0
    written = capsys.readouterr().out
    assert written.startswith("PREFIX helix:")
    assert "<https://w3id.org/triplehelix/id/place/jp-mizuhara>" in written
    assert "_hub" not in written
    assert main(["sparql", written]) == 0
    assert "Parc du Lac" in capsys.readouterr().out


@pytest.mark.usefixtures("in_store")
def test_the_help_of_a_question_lists_its_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "partners", "--help"]) == 0
    written = " ".join(capsys.readouterr().out.split())
    assert "Who are the partners of Osaka?" in written
    assert "--thing THING a place, a hub or an organisation. [default: Osaka]" in written
    assert "one of announced, signed, active, renewed, planned, ended" in written


@pytest.mark.usefixtures("in_store")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["foreign_clusters", "--hob", "x"], "there is no parameter --hob; did you mean --hub? it takes: --hub"),
        (["public_private_partnerships", "--x", "y"], "there is no parameter --x; it takes: none"),
        (["foreign_cluster"], "there is no saved question 'foreign_cluster'; there is: foreign_clusters"),
        (["foreign_clusters", "--hub", "Mizuhra"], "did you mean Mizuhara (Place, JP) <https://w3id.org/triplehelix/id/place/jp-mizuhara>"),
        (["foreign_clusters", "--hub"], "Option '--hub' requires an argument."),
        (["foreign_clusters", "Osaka"], "Got unexpected extra argument (Osaka)"),
        (["foreign_clusters", "--format", "docx"], "Invalid value for '--format': 'docx' is not one of"),
        (["foreign_clusters", "--hub", "Mizuhara", "--format", "ttl"], "'--format': 'ttl' is not one of"),
        (["partners", "--thing", "Mizuhara", "--status", "x"], "--status: not a known kind: 'x'; one of: announced"),
        (["agreements_in_period", "--from", "soon"], "--from: not a date: 'soon'; write it 2025"),
        (["none.rq"], "none.rq: cannot be read as UTF-8 text; No such file or directory"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_one_line(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert message in error(capsys, "ask", *arguments)


def test_a_missing_store_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (
        ["ask", "hub_ranking"],
        ["sparql", "ASK {}"],
        ["why", "x"],
        ["verify"],
        ["check"],
        ["export", "x.ttl"],
    ):
        assert "no store here" in error(capsys, *command, "--store", str(tmp_path / "none"))


def test_the_saved_questions_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queries"]) == 0
    written = capsys.readouterr().out
    assert all(f"{name}\n" in written for name in names())
    assert "    --hub  a place, a hub or an organisation (thing); [default: Osaka]\n" in written


# -- sparql


@pytest.mark.usefixtures("in_store")
def test_sparql_takes_a_text_a_file_and_stdin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "SELECT ?hub WHERE { ?hub a helix:Hub } ORDER BY ?hub"
    table = "hub\n------------\nMizuhara Bay\nParc du Lac\n"
    (tmp_path / "hubs.rq").write_text(query)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(query.encode())))
    for given in (query, str(tmp_path / "hubs.rq"), "-"):
        assert main(["sparql", given]) == 0
        assert capsys.readouterr().out == table


@pytest.mark.usefixtures("in_store")
def test_sparql_writes_triples_and_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sparql", "CONSTRUCT { ?s a helix:Hub } WHERE { ?s a helix:Hub }"]) == 0
    assert "a helix:Hub" in capsys.readouterr().out
    assert main(["sparql", "ASK { ?s a helix:Hub }", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["boolean"] is True


@pytest.mark.usefixtures("in_store")
def test_a_cut_answer_says_so_and_exits_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sparql", "SELECT * { ?s ?p ?o }", "--limit-rows", "2"]) == 3
    assert capsys.readouterr().err == "2 rows\nwarning: this is not the whole answer: cut after 2 rows\n"
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    assert main(["sparql", endless, "--timeout", "1"]) == 3
    assert "warning: this is not the whole answer: stopped after 1 seconds" in capsys.readouterr().err


@pytest.mark.usefixtures("in_store")
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s WHERE { ?s ?p }", "not SPARQL: line 1, column 19: cannot be understood from '?s' on"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM reads a file or an address"),
        ("DROP ALL", "a query is one of SELECT, ASK, CONSTRUCT and DESCRIBE, not DROP"),
        ("none.rq", "none.rq: cannot be read (No such file or directory)"),
    ],
)
def test_a_wrong_query_is_one_line(query: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert message in error(capsys, "sparql", query)


# -- why


@pytest.mark.usefixtures("in_store")
def test_why_shows_the_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "Kaimei Cells"]) == 0
    written = capsys.readouterr().out
    assert written.startswith("Kaimei Cells <https://w3id.org/triplehelix/id/organization/kaimei-cells>\n")
    assert "  “Northgate Ventures of Canada invested 12 million dollars in Kaimei Cells.” (" in written
    assert "    Northgate Ventures: invests in Kaimei Cells" in written
    assert "is called 'Nobody'" in error(capsys, "why", "Nobody")


# -- the store, held against its rules and handed out


@pytest.mark.usefixtures("in_store")
def test_check_verify_and_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert "every one agrees" in capsys.readouterr().out
    assert main(["check"]) == 0
    assert "conforms" in capsys.readouterr().out
    target = tmp_path / "graph.ttl"
    assert main(["export", str(target)]) == 0
    written = capsys.readouterr()
    assert (written.out, written.err) == ("", f"wrote {written.err.split()[1]} statements to {target}\n")
    assert target.stat().st_size > 1000
    assert "unknown suffix" in error(capsys, "export", str(tmp_path / "graph.docx"))


def test_verify_finds_a_changed_text_and_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path / "store")
    text = next((tmp_path / "store" / "articles").glob("*.txt"))
    text.write_text(text.read_text(encoding="utf-8").replace("a", "b", 1), encoding="utf-8")
    assert main(["verify", "--store", str(tmp_path / "store")]) == 2
    assert "faults" in capsys.readouterr().out


def test_check_finds_a_bad_file_and_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("<urn:p> a <https://w3id.org/triplehelix/ontology#Partnership> .\n")
    assert main(["check", str(bad)]) == 2
    assert "violations" in capsys.readouterr().out


def test_drop_takes_an_article_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--store", str(tmp_path / "store")]
    fill(tmp_path / "store")
    assert main(["drop", "mizuhara-2", *where]) == 0
    assert capsys.readouterr().err == "dropped mizuhara-2\n"
    assert main(["ask", "foreign_clusters", "--hub", "Mizuhara", *where]) == 0
    assert "renewed" not in capsys.readouterr().out
    assert "no article 'mizuhara-2'" in error(capsys, "drop", "mizuhara-2", *where)


# -- reading articles


def test_add_and_extract_need_a_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "name at least one article" in error(capsys, "add", "--store", str(tmp_path))
    assert "name at least one article" in error(capsys, "extract", "--out", str(tmp_path))


def test_what_cannot_be_read_is_one_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "bad.json").write_text("{")
    code = main(["build", str(tmp_path), str(tmp_path / "none.txt"), "--store", str(tmp_path / "store")])
    errors = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error: ")]
    assert (code, len(errors)) == (1, 3)
    assert not (tmp_path / "store").exists()


def test_build_add_and_extract_read_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--store", str(tmp_path / "store")]
    first, second = sorted(map(str, ARTICLES.glob("*.json")))
    assert main(["build", first, *where]) == 0
    assert "1 added" in capsys.readouterr().err
    assert main(["add", first, second, *where]) == 0
    assert "1 added, 1 unchanged" in capsys.readouterr().err
    assert main(["extract", first, "--out", str(tmp_path / "facts")]) == 0
    written = json.loads((tmp_path / "facts" / "mizuhara-1.json").read_text(encoding="utf-8"))
    assert {"entities", "relations", "partnerships"} <= written.keys()


def test_eval_measures_the_extractor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(ARTICLES)]) == 0
    assert "entities" in capsys.readouterr().out
    assert main(["eval", str(ARTICLES), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


# -- the process


def test_a_reader_that_leaves_is_no_error(store: Path) -> None:
    module = f"{sys.executable} -m triplehelix sparql 'SELECT * {{ ?s ?p ?o }}' --store {store} | head -1"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(
        ["sh", "-c", module], capture_output=True, text=True, env=environment, check=False, timeout=60
    )
    assert found.stdout.split() == ["o", "p", "s"]
    assert "Traceback" not in found.stderr
    assert "Broken" not in found.stderr


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No such command 'aks'" in error(capsys, "aks")
    assert "No such option" in error(capsys, "--aks")


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    first = str(min(ARTICLES.glob("*.json")))
    assert "not a folder" in error(capsys, "build", first, "--store", str(tmp_path / "file"))
