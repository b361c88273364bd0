"""Figures of the store: bulk loading, export, and one article more or less."""

from __future__ import annotations

import gzip
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph

from tests.bench.corpus import article, facts_of
from tests.bench.figure import Figure, cost, times_as_dear, times_as_fast
from tests.bench.graphs import write_records
from triplehelix import linking
from triplehelix.exports import export
from triplehelix.shards import ArticleGraphs, Plan, make_all, read
from triplehelix.store import Store
from triplehelix.store.bulk import BulkLoad

#: How many articles are added and dropped at each size.
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class World:
    """The shards of a world, and a store that has been loaded from them and in which nothing is linked yet."""

    size: int
    folder: Path
    load: float

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.folder / "store"

    @property
    def shards(self) -> list[Path]:
        """The N-Quads."""
        return sorted((self.folder / "shards").glob("*.nq.gz"))


@contextmanager
def world(size: int) -> Iterator[World]:
    """A store of so many articles, and what loading it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_records(folder / "articles.jsonl", size)
        list(make_all(Plan((folder / "articles.jsonl",), str(folder / "shards"), facts_of)))
        yield World(size, folder, cost(lambda: _load(folder)))


def _load(folder: Path) -> None:
    with BulkLoad(folder / "store") as bulk:
        for file in sorted((folder / "shards").glob("*.nq.gz")):
            stem = file.name.removesuffix(".nq.gz")
            lines = gzip.decompress(file.with_name(f"{stem}.jsonl.gz").read_bytes()).split(b"\n")
            entries: list[dict[str, Any]] = [json.loads(line) for line in lines if line]
            made = json.loads(file.with_name(f"{stem}.json").read_text("utf-8"))
            bulk.load(file.read_bytes(), entries, made["quads"])
        bulk.finish(lambda _: None)


def load_figure(world: World) -> Figure:
    """Shards to a store with its texts and catalog, against pyoxigraph's own bulk loader given the same quads."""
    quads = world.folder / "all.nq"
    with quads.open("wb") as output:
        output.writelines(gzip.decompress(file.read_bytes()) for file in world.shards)
    with tempfile.TemporaryDirectory() as folder:
        raw = cost(lambda: ox.Store(folder).bulk_load(path=quads, format=ox.RdfFormat.N_QUADS))
    with quads.open("rb") as written:
        note = f"{sum(1 for _ in written):,} quads"
    quads.unlink()
    return times_as_dear("bulk load, against raw pyoxigraph", world.size, world.load, raw, note)


def link_figure(world: World) -> Figure:
    """Linking all articles of a store that has been loaded, against loading it."""
    with Store.open(world.store) as store:
        spent = cost(lambda: linking.link_all(store))
    return times_as_dear("linking in bulk, against the bulk load", world.size, spent, world.load)


def export_figure(world: World) -> Figure:
    """The store to a Turtle file, against rdflib's serializer given the same triples in memory."""
    ours, theirs = world.folder / "ours.ttl", world.folder / "theirs.ttl"
    with Store.open(world.store, readonly=True) as store:
        spent = cost(lambda: export(store, ours))
    graph = Graph().parse(ours)
    return times_as_fast(
        "Turtle, against rdflib", world.size, spent, cost(lambda: graph.serialize(theirs, format="turtle"))
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What adding and dropping one article takes: seconds (medians), and look-ups in the store (means)."""

    add: float
    drop: float
    add_lookups: float
    drop_lookups: float


class _Counting:
    """An Oxigraph that counts how often it is looked into."""

    def __init__(self, raw: ox.Store) -> None:
        self._raw, self.lookups = raw, 0

    def __getattr__(self, name: str) -> object:
        self.lookups += name in {"quads_for_pattern", "query", "update", "extend", "__contains__"}
        return getattr(self._raw, name)


def change(world: World) -> Change:
    """Articles that its store does not have, added one by one and dropped again; linking is left out."""
    new = [article(world.size, world.size + number) for number in range(_SAMPLE)]
    with Store.open(world.store) as store:
        counting = _Counting(store.raw)
        store._raw = counting  # type: ignore[assignment] # noqa: SLF001
        added = [_timed(lambda one=one: _add(store, read(one, facts_of), one)) for one in new]  # type: ignore[misc]
        add_lookups = counting.lookups
        dropped = [_timed(lambda one=one: store.remove(one.name)) for one in new]  # type: ignore[misc]
        drop_lookups = counting.lookups - add_lookups
        store._raw = counting._raw  # noqa: SLF001
    medians = statistics.median(added), statistics.median(dropped)
    return Change(*medians, add_lookups / _SAMPLE, drop_lookups / _SAMPLE)


def change_figures(small: World, large: World) -> list[Figure]:
    """One article more and one less, in a large store against a small one."""
    one, other = change(small), change(large)
    size, against = large.size, f"against {small.size:,}"
    return [
        times_as_dear(f"adding an article, {against}", size, other.add, one.add),
        times_as_dear(f"dropping an article, {against}", size, other.drop, one.drop),
        times_as_dear(f"look-ups to add, {against}", size, other.add_lookups, one.add_lookups),
        times_as_dear(f"look-ups to drop, {against}", size, other.drop_lookups, one.drop_lookups),
    ]


def _add(store: Store, graphs: ArticleGraphs, one: Any) -> None:  # noqa: ANN401
    store.put(one, *graphs.parts())


def _timed(work: Callable[[], None]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
