"""What all tests share: generated cases are the same in every run, and a slow machine fails none of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the small graph, for reading only."""
    from tests.small_graph import fill  # noqa: PLC0415 - brings the pipeline along

    path = tmp_path_factory.mktemp("small") / "store"
    fill(path)
    return path


@pytest.fixture(scope="session")
def seeds_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the graph of the seed articles, for reading only."""
    from triplehelix import pipeline  # noqa: PLC0415 - brings the model along

    path = tmp_path_factory.mktemp("seeds") / "store"
    pipeline.build(store=path)
    return path


@pytest.fixture
def in_store(small_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small graph's store is the default one."""
    monkeypatch.setenv("TRIPLEHELIX_STORE", str(small_path))
