"""Data flows one way: each module imports earlier stages only, and the stages are all there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import triplehelix
from triplehelix.pipeline import STAGES

PACKAGE = Path(triplehelix.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def stage_of(module: Path) -> str:
    """The stage that a module belongs to: its own name, or that of its folder."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """The stages that a module imports, wherever in it the import stands, those for type checking included."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            name = node.module or ""
            assert node.level == 0, f"{module}: relative import of {name!r}"
            found |= {f"triplehelix.{alias.name}" for alias in node.names} if name == "triplehelix" else {name}
    stages = {name.split(".")[1] for name in found if name.startswith("triplehelix.")}
    return {"__init__" if stage == "__version__" else stage for stage in stages}


def test_every_module_belongs_to_a_stage_and_every_stage_is_there() -> None:
    assert {stage_of(module) for module in MODULES} == set(STAGES)
    assert len(STAGES) == len(set(STAGES))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_module_imports_earlier_stages_only(module: Path) -> None:
    own = stage_of(module)
    allowed = {own, *STAGES[: STAGES.index(own)]}
    assert imported(module) <= allowed
