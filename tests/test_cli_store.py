"""cli/: what the commands print that read articles, change the store, and hand it out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import error
from tests.small_graph import ARTICLES, fill
from triplehelix.cli import main


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
