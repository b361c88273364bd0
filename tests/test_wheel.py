"""The wheel works by itself: installed into an empty environment and run from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an empty environment with nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
    return python.parent


def test_the_installed_wheel_builds_the_seeds_and_answers(installed: Path, tmp_path: Path) -> None:
    run(installed / "triplehelix", "build", cwd=tmp_path)
    answer = run(installed / "triplehelix", "ask", "foreign_clusters", "--format", "csv", cwd=tmp_path)
    assert len(answer.splitlines()) == 5
    assert run(installed / "triplehelix", "verify", cwd=tmp_path)
