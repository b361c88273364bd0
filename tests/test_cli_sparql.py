"""cli/asking.py: what sparql prints, and with which exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.commands import error
from triplehelix.cli import main


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
