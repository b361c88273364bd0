"""Shards of N-Quads -> a new store: built aside, by Oxigraph's bulk loader, and there wholly or not at all.

DIR/bulk/shards/    the shards of a build that is not finished; the next build goes on with them
DIR/bulk/graph/     what of them has been loaded
"""

from __future__ import annotations

import gzip
import io
import shutil
from typing import IO, TYPE_CHECKING, Any, Self, cast

import pyoxigraph as ox

from triplehelix.errors import StoreError
from triplehelix.identifiers import article_iri, quarantine_iri
from triplehelix.store import catalog, folder, texts
from triplehelix.store.catalog import StoredArticle
from triplehelix.store.changes import INDEX, index_graph
from triplehelix.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# Oxigraph sorts about a million quads at once; smaller loads leave it more files to merge.
_QUADS_A_LOAD = 1_000_000


def is_new(path: Path) -> bool:
    """Whether there is no graph yet, so that one can be built aside."""
    return not (path / "graph").exists()


class BulkLoad:
    """The making of a store from shards, as a `with` block; nobody sees any of it before `finish`.

    Attributes:
        path: the folder of the store.
        base: where the IRIs of its things begin.
        shards: the folder for shards that need no other place.
    """

    def __init__(self, path: Path, base: str | None = None) -> None:
        self.path, self.base = path, folder.prepare(path, base)
        self._aside = path / "bulk"
        self.shards = self._aside / "shards"
        self._waiting: list[bytes] = []
        self._quads = 0
        try:
            (path / "writing").touch()
            shutil.rmtree(self._aside / "graph", ignore_errors=True)  # loading it again is simpler than going on
            self.shards.mkdir(parents=True, exist_ok=True)
            self._raw: ox.Store | None = ox.Store(self._aside / "graph")
        except OSError as error:
            raise folder.open_error(error, path) from None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the folder free; what is not finished stays aside."""
        self._raw = None

    def load(self, quads: bytes, entries: Iterable[dict[str, Any]], count: int) -> None:
        """Take in a shard.

        Args:
            quads: its .nq.gz file.
            entries: the lines of its .jsonl.gz file.
            count: how many quads it holds.

        Raises:
            StoreError: the store cannot be written.
        """
        own: list[str] = []
        for entry in entries:
            if "article" in entry:
                stored = StoredArticle(**entry["article"])
                texts.write(self.path, stored.text_hash, entry["text"])
                own += self._own_quads(stored, entry["quarantine"], entry["index"])
        self._waiting += [quads, gzip.compress("".join(own).encode(), 1)]
        self._quads += count
        if self._quads >= _QUADS_A_LOAD:
            self._flush()

    def finish(self, link: Callable[[Store], object]) -> None:
        """Make the store what has been loaded.

        Args:
            link: what is left to do once all articles are there.

        Raises:
            StoreError: the store cannot be written, or another process has made it meanwhile.
        """
        self._flush()
        raw, self._raw = self._raw, None  # dropping the last reference is how pyoxigraph closes a store
        if raw is None:
            raise StoreError("finished already", self.path)
        with Store(self.path, self.base, raw, readonly=False) as store:
            del raw
            link(store)
        try:
            (self._aside / "graph").rename(self.path / "graph")
            shutil.rmtree(self._aside, ignore_errors=True)
            (self.path / "writing").unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"cannot be finished ({error.strerror or error})", self.path, "build it again") from None

    def _own_quads(self, stored: StoredArticle, refused: Iterable[str], index: Iterable[str]) -> list[str]:
        """What is in a store and not in the N-Quads: the entry in the catalog, the quarantine, and the index."""
        node = ox.NamedNode(article_iri(stored.name, self.base))
        quarantine = ox.NamedNode(quarantine_iri(stored.name, self.base))
        lines = [f"{quad} .\n" for quad in catalog.quads(node, stored)]
        lines += [f"{triple} {quarantine} .\n" for triple in refused]
        graphs = INDEX, index_graph(stored.name)
        return [*lines, *(f"{triple} {graph} .\n" for triple in index for graph in graphs)]

    def _flush(self) -> None:
        if self._raw is None or not self._waiting:
            return
        # A gzip file may consist of several, one after the other.
        content = cast("IO[bytes]", gzip.GzipFile(fileobj=io.BytesIO(b"".join(self._waiting))))
        self._waiting, self._quads = [], 0
        try:
            self._raw.bulk_load(content, ox.RdfFormat.N_QUADS)
        except (OSError, RuntimeError) as error:
            raise StoreError(f"cannot be written ({error})", self.path) from None
