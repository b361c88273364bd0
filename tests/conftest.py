"""What all tests share: generated cases are the same in every run, a slow machine fails none, servers start once."""

from __future__ import annotations

from collections.abc import Iterator
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


@pytest.fixture(scope="session")
def second_opinions_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the small graph; for reading only."""
    from tests.small_graph import fill_with_second_opinions  # noqa: PLC0415 - as above

    folder = tmp_path_factory.mktemp("small") / "store"
    fill_with_second_opinions(folder)
    return folder


@pytest.fixture(scope="session")
def oxigraph_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Oxigraph."""
    from tests import stores  # noqa: PLC0415 - as above

    if not stores.oxigraph_program():
        pytest.skip("the oxigraph server is not installed (pip install oxigraph)")
    with stores.oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        yield address


@pytest.fixture(scope="session")
def virtuoso_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Virtuoso, which the user dba may write to."""
    from tests import stores  # noqa: PLC0415 - as above

    if not stores.virtuoso_program():
        pytest.skip("Virtuoso is not installed (apt-get install virtuoso-opensource-7-bin)")
    with stores.virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address
