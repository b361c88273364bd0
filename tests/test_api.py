"""api.py: the verbs of the command line as functions."""

from __future__ import annotations

from pathlib import Path

import pytest

import triplehelix
from triplehelix.answers import Verdict


def test_the_package_answers_as_the_command_does(small_path: Path) -> None:
    with triplehelix.open(small_path) as book:
        assert len(book.ask("foreign_clusters", hub="Mizuhara")) == 4
        assert isinstance(book.sparql("ASK { ?s a helix:Hub }"), Verdict)
        assert book.why("Mizuhara Bay").passages
        assert len(book.graph()) > 100
    assert len(triplehelix.ask("foreign_clusters", store=small_path, hub="Mizuhara")) == 4
    assert triplehelix.sparql("ASK { ?s a helix:Hub }", store=small_path) == Verdict(holds=True)
    assert triplehelix.why("Mizuhara Bay", store=small_path).name == "Mizuhara Bay"
    assert len(triplehelix.queries()) >= 12


def test_every_function_of_the_package_is_there() -> None:
    for name in triplehelix.__all__:
        assert callable(getattr(triplehelix, name))
        assert name in dir(triplehelix)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        triplehelix.nothing  # noqa: B018
