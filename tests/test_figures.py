"""The shipped reader is as good as it was, on articles that it was not trained on: a floor may only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import figures
from tests.figures import Floors, broken, floors_of, kept, measured, raised

NOW: Floors = {"seeds": {"entities": 0.8769, "kinds": 0.29, "traps": 2.0}}


def test_no_figure_falls_below_its_floor() -> None:
    floors = kept()
    assert {part: len(of) > 12 for part, of in floors.items()} == {"fictional": True, "seeds": True}
    assert list(broken(measured(), floors)) == []


def test_a_floor_is_the_figure_rounded_down_to_the_second_digit() -> None:
    assert floors_of(NOW) == {"seeds": {"entities": 0.87, "kinds": 0.29, "traps": 2.0}}


@pytest.mark.parametrize(
    ("worse", "message"),
    [
        ({"entities": 0.8699}, "seeds entities: 0.870, kept at 0.87"),
        ({"traps": 3.0}, "seeds traps: 3.000, kept at 2"),
        ({"entities": 0.5}, "seeds entities: 0.500, kept at 0.87"),
    ],
)
def test_a_figure_that_fell_is_told(worse: dict[str, float], message: str) -> None:
    assert list(broken({"seeds": NOW["seeds"] | worse}, floors_of(NOW))) == [message]
    assert list(broken(NOW, floors_of(NOW))) == []


def test_a_figure_that_is_no_longer_measured_is_told() -> None:
    assert "seeds kinds: missing, kept at 0.29" in list(
        broken({"seeds": {"entities": 1.0, "traps": 0}}, floors_of(NOW))
    )


def test_writing_never_lowers_a_floor() -> None:
    later = {"seeds": {"entities": 0.86, "kinds": 0.31, "traps": 1.0, "relations": 0.5}}
    assert raised(floors_of(NOW), floors_of(later)) == {
        "seeds": {"entities": 0.87, "kinds": 0.31, "traps": 1.0, "relations": 0.5}
    }


def test_the_command_keeps_what_it_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(figures, "FLOORS", tmp_path / "figures.json")
    monkeypatch.setattr(figures, "measured", lambda: NOW)
    assert figures.main(["--write"]) == 0
    assert kept() == floors_of(NOW)
    monkeypatch.setattr(figures, "measured", lambda: {"seeds": NOW["seeds"] | {"kinds": 0.2}})
    assert figures.main([]) == 1
    assert "seeds kinds: 0.200, kept at 0.29" in capsys.readouterr().out
    figures.main(["--write"])
    assert kept()["seeds"]["kinds"] == 0.29
    figures.main(["--anew"])
    assert kept()["seeds"]["kinds"] == 0.2
