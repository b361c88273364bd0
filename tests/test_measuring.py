"""cli/measuring: what `triplehelix eval` prints, with annotations for facts so that most figures are 1."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.gold_facts import FICTIONAL, gold_facts
from triplehelix import evaluation
from triplehelix.articles import Article
from triplehelix.cli import main
from triplehelix.facts import Facts
from triplehelix.pipeline import Extractor


def without_relations(article: Article) -> Facts:
    return replace(gold_facts(article), relations=())


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for file in sorted(FICTIONAL.glob("agrifood-0[1-4].json")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    reads(gold_facts, monkeypatch)
    return str(tmp_path)


def reads(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure this extractor in place of the trained one."""
    monkeypatch.setattr(evaluation, "evaluate", partial(evaluation.scoring.evaluate, extractor=extractor))


def test_the_figures_come_with_intervals_and_the_speed_goes_to_stderr(
    gold: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", gold]) == 0
    written = capsys.readouterr()
    assert written.out.startswith("articles                          4\n")
    assert "relations                         P 1.000  R 1.000  F1 1.000" in written.out
    assert "[1.000, 1.000]" in written.out
    assert "/company" not in written.out
    assert written.err.startswith("4 articles in ")
    assert written.err.endswith(" articles a second\n")


def test_kinds_and_errors_are_shown_on_request(
    gold: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reads(without_relations, monkeypatch)
    assert main(["eval", gold, "--kinds", "--errors"]) == 0
    written = capsys.readouterr().out
    assert "Organization/company" in written
    assert "\nerrors: " in written
    assert "agrifood-02 missed relation: " in written


def test_the_untouched_third_alone_is_read(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", gold, "--only", "held-out", "--json"]) == 0
    written = capsys.readouterr()
    assert json.loads(written.out)["articles"] == 1
    assert written.err == ""  # of one article there is no speed to tell
    (Path(gold) / "agrifood-03.json").unlink()
    assert main(["eval", gold, "--only", "held-out"]) == 1
    assert "none of the gold articles here is asked for" in capsys.readouterr().err


def test_a_run_is_compared_with_an_earlier_one(
    gold: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["eval", gold, "--json"])
    before = tmp_path / "before.txt"
    before.write_text(capsys.readouterr().out, encoding="utf-8")
    reads(without_relations, monkeypatch)
    assert main(["eval", gold, "--against", str(before)]) == 0
    assert "relations            1.000 -> 0.000  -1.000  worse" in capsys.readouterr().out
    assert main(["eval", gold, "--against", str(before), "--json", "--errors"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert [change["name"] for change in written["against"] if change["worse"]] == ["relations"]
    assert written["errors"][0]["verdict"] == "missed relation"
    main(["eval", gold, "--against", str(before), "--only", "held-out"])
    assert capsys.readouterr().err == "warning: the earlier run read 4 articles, not 1\n"


@pytest.mark.parametrize(("content", "reason"), [("{", "not JSON"), ("[]", "no figures"), (None, "No such file")])
def test_what_is_no_earlier_run_is_one_line(
    gold: str, tmp_path: Path, content: str | None, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "x.txt").write_text(content, encoding="utf-8")
    assert main(["eval", gold, "--against", str(tmp_path / "x.txt")]) == 1
    written = capsys.readouterr()
    assert written.err.startswith("error: ")
    assert reason in written.err
    assert written.err.count("\n") == 1
