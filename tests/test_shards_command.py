"""`triplehelix build --shards`: shards for any bulk loader, and no store."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from triplehelix.cli import main
from triplehelix.cli.building import _as_given


def test_shards_are_written_and_no_store_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "shards"
    (tmp_path / "a.txt").write_text("Heron Park signed an agreement with Velm University in March 2025.\n", "utf-8")
    store = tmp_path / "store"
    assert main(["build", str(tmp_path / "a.txt"), "--shards", str(out), "--store", str(store), "--jobs", "1"]) == 0
    assert "1 articles" in capsys.readouterr().err
    quads = list(ox.parse(gzip.decompress((out / "part-000000.nq.gz").read_bytes()), ox.RdfFormat.N_QUADS))
    assert {type(quad.graph_name) for quad in quads} == {ox.DefaultGraph, ox.NamedNode}
    assert not store.exists()


def test_shards_of_nothing_are_refused(tmp_path: Path) -> None:
    assert main(["build", "--shards", str(tmp_path / "shards")]) != 0


@pytest.mark.parametrize("given", ["s3://bucket/news.jsonl", "memory://in", "news/a.jsonl", "/news//a.jsonl"])
def test_an_address_keeps_both_its_slashes(given: str) -> None:
    assert _as_given(Path(given)) == given.replace("news//a", "news/a")
