"""The README says what is so: its commands are run, its tables are made from the files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.readme import README, with_tables
from triplehelix.cli import main

TEXT = README.read_text(encoding="utf-8")


def sessions() -> list[tuple[str, str]]:
    """The commands of the README's console blocks in order, each with the output that it shows."""
    blocks = re.findall(r"```console\n(.*?)```", TEXT, flags=re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def test_the_tour_shows_what_the_commands_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRIPLEHELIX_STORE", raising=False)
    shown = [(command, output) for command, output in sessions() if command.startswith("triplehelix ")]
    assert len(shown) >= 5
    for command, output in shown:
        code = main(shlex.split(command)[1:])
        printed = capsys.readouterr()
        assert code == 0, printed.err
        said = printed.out or "\n".join(line for line in printed.err.splitlines() if "articles a second" not in line)
        assert without_padding(said) == without_padding(output), command


def without_padding(text: str) -> str:
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(line for line in lines if not line.endswith("articles a second")).strip()


def test_the_tables_are_made_from_the_files() -> None:
    assert with_tables(TEXT) == TEXT
    assert TEXT.count("<!-- end of ") == 2
