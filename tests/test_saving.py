"""answers/saving.py: the suffix of a file decides how an answer is written to it."""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from triplehelix.answers import Answer, render
from triplehelix.answers.saving import SUFFIXES, save
from triplehelix.cli import main
from triplehelix.errors import MissingExtra, QueryError

ANSWER = Answer(
    ("name", "thing"),
    ((ox.Literal("=1+1"), ox.NamedNode("urn:a")), (ox.Literal("Zoë"), None)),
    {"urn:a": "The A"},
)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml", "md"])
def test_a_text_is_what_would_be_printed(tmp_path: Path, form: str) -> None:
    for names in (None, True, False):
        save(ANSWER, tmp_path / f"answer.{form.upper()}", names=names)
        assert (tmp_path / f"answer.{form.upper()}").read_bytes().decode() == render(ANSWER, form, names=names)


def test_a_suffix_without_a_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"answer.doc: no format .*; end it in one of .csv .tsv .json .xml .md"):
        save(ANSWER, tmp_path / "answer.doc")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"answer\.csv: cannot be written"):
        save(ANSWER, tmp_path / "nowhere" / "answer.csv")


@pytest.mark.parametrize(("suffix", "library"), [(".xlsx", "openpyxl"), (".parquet", "pyarrow")])
@pytest.mark.parametrize("missing", ["pandas", "the library"])
def test_a_missing_library_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, library: str, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, library if missing == "the library" else missing, None)
    with pytest.raises(MissingExtra, match=r"pandas.*pip install 'triplehelix\[pandas\]'"):
        save(ANSWER, tmp_path / f"answer{suffix}")


def test_a_spreadsheet_holds_names_and_no_formula(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    import pandas as pd  # type: ignore[import-untyped]  # noqa: PLC0415 - only where the extra is installed

    save(ANSWER, tmp_path / "answer.xlsx")
    assert pd.read_excel(tmp_path / "answer.xlsx")["name"].tolist() == ["'=1+1", "Zoë"]
    assert pd.read_excel(tmp_path / "answer.xlsx")["thing"].tolist()[0] == "The A"


def test_parquet_holds_iris_as_they_are(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pandas as pd  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415 - only where the extra is installed

    save(ANSWER, tmp_path / "answer.parquet")
    first, second = pd.read_parquet(tmp_path / "answer.parquet")["thing"]
    assert first == "urn:a"
    assert pd.isna(second)  # pandas says None or NaN, by its release
    assert set(SUFFIXES) >= {".parquet", ".xlsx"}


# -- on the command line


def test_ask_saves_an_answer_and_says_how_much_it_is(
    tmp_path: Path, small_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "clusters.csv"
    where = ["--store", str(small_path), "--save", str(file)]
    assert main(["ask", "which foreign clusters partner with Mizuhara?", *where]) == 0
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err == f"asked: foreign_clusters --hub Mizuhara\n{file}: 4 rows\n"
    assert len(file.read_text().splitlines()) == 5


def test_ask_prints_why_there_is_nothing_and_what_was_not_understood(
    small_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = "Who are the zealous partners of Mizuhara in licensing?"
    assert main(["ask", sentence, "--store", str(small_path)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "asked: partners --thing Mizuhara --kind licensing",
        "not understood: zealous",
        "0 rows: without --kind licensing there would be 10 rows",
    ]


def test_ask_prints_the_sparql_of_plain_words(small_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Show all consortia", "--sparql", "--store", str(small_path)]) == 0
    assert capsys.readouterr().out.startswith("PREFIX helix: ")
