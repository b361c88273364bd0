"""cli/: what each command says of itself, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import error, python
from tests.small_graph import ARTICLES
from triplehelix.answers.formats import Format
from triplehelix.cli import main
from triplehelix.cli.commands import commands
from triplehelix.cli.options import FORMATS

HEAVY = {"rdflib", "owlrl", "pyshacl", "pandas", "rich", "onnxruntime", "pyoxigraph", "yaml", "dateparser", "numpy"}


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
        "load",
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


def test_asking_needs_no_reasoner_validator_or_model(small_path: Path) -> None:
    code = "import sys; from triplehelix.cli import main; print(main(sys.argv[1:]), '|', *sys.modules)"
    found = python(code, "ask", "foreign_clusters", "--hub", "Mizuhara", "--evidence", "--store", str(small_path))
    imported = found.stdout.rpartition("|")[2].split()
    assert "Fjordlund Cluster" in found.stdout
    assert "pyoxigraph" in imported
    assert set(imported) & {"rdflib", "owlrl", "pyshacl", "pandas", "rich", "onnxruntime", "numpy"} == set()


def test_the_formats_of_the_command_line_are_those_of_answers() -> None:
    assert tuple(Format) == FORMATS


def test_a_reader_that_leaves_is_no_error(small_path: Path) -> None:
    module = f"{sys.executable} -m triplehelix sparql 'SELECT * {{ ?s ?p ?o }}' --store {small_path} | head -1"
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
