"""cli/asking.py: what ask, queries and why print, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands import error
from triplehelix.cli import main
from triplehelix.questions import names

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


@pytest.mark.usefixtures("in_store")
def test_why_shows_the_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "Kaimei Cells"]) == 0
    written = capsys.readouterr().out
    assert written.startswith("Kaimei Cells <https://w3id.org/triplehelix/id/organization/kaimei-cells>\n")
    assert "  “Northgate Ventures of Canada invested 12 million dollars in Kaimei Cells.” (" in written
    assert "    Northgate Ventures: invests in Kaimei Cells" in written
    assert "is called 'Nobody'" in error(capsys, "why", "Nobody")
