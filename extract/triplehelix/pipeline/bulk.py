"""Very many articles -> a new store, by way of shards: in parallel, in little memory, resumable."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triplehelix.errors import StoreError
from triplehelix.linking import link_all
from triplehelix.pipeline.outcomes import ArticleOutcome, BuildReport, Outcome
from triplehelix.shards import Plan, make, make_all, urls
from triplehelix.store import StoredArticle
from triplehelix.store.bulk import BulkLoad, is_new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from triplehelix.shards import Extractor, Made, Task

# Below this many files, or this much of records in one, the shards would take longer than they save.
_MANY_FILES = 1_000
_MUCH = 20_000_000


@dataclass(frozen=True, slots=True)
class Workers:
    """What runs the shards, and how many at a time; None for as many as there are processors."""

    engine: str = "processes"
    count: int | None = None


def is_bulk(paths: Sequence[str | Path], store: Path) -> bool:
    """Whether articles should be built in bulk: the store is new, and they are very many."""
    return is_new(store) and any(_is_large(str(path)) for path in paths)


def _is_large(path: str) -> bool:
    if urls.is_url(path):
        return True
    local = Path(path)
    files = [file for file in local.rglob("*") if file.is_file()] if local.is_dir() else [local]
    return len(files) >= _MANY_FILES or any(_is_large_file(file) for file in files)


def _is_large_file(file: Path) -> bool:
    return file.suffix.lower() in {".jsonl", ".parquet"} and file.is_file() and file.stat().st_size >= _MUCH


def build_in_bulk(  # noqa: PLR0913, PLR0917 -- what `build` was asked
    paths: Iterable[str | Path],
    path: Path,
    extractor: Extractor,
    progress: Callable[[int, int, str], None] | None,
    workers: Workers,
    base: str | None = None,
) -> BuildReport:
    """Make a new store of these articles, and link them once all are there.

    A killed build leaves its shards, and the next one goes on with them.

    Raises:
        StoreError: the store is not new, or cannot be written.
        ArticleError: a path is missing, or holds no articles.
        MissingExtra: the engine, an address or a format needs a library that is not installed.
    """
    if not is_new(path):
        raise StoreError("holds articles already", path, "name a new folder, or use `add`")
    outcomes: list[ArticleOutcome] = []
    with BulkLoad(path, base) as bulk:
        plan = Plan(tuple(paths), str(bulk.shards), extractor, bulk.base)
        names: set[str] = set()
        for task, made in make_all(plan, engine=workers.engine, jobs=workers.count):
            for outcome in _load(task, made, bulk, names, extractor):
                outcomes.append(outcome)
                names.add(outcome.name)
                if progress:
                    progress(len(outcomes), len(outcomes), outcome.name)
        bulk.finish(link_all)
    return BuildReport(path, tuple(outcomes))


def _load(task: Task, made: Made, bulk: BulkLoad, names: set[str], extractor: Extractor) -> Iterator[ArticleOutcome]:
    """Load a shard; it is made anew without those of its articles whose names earlier shards have."""
    entries = _entries(task)
    doubles = frozenset(name for entry in entries if (name := _name(entry)) in names)
    if doubles:
        task = replace(task, without=doubles)
        made, entries = make(task, extractor), _entries(task)
    bulk.load(urls.read(task.url(".nq.gz")), entries, made.quads)
    yield from map(_outcome, entries)


def _entries(task: Task) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(urls.read(task.url(".jsonl.gz"))).split(b"\n") if line]


def _name(entry: dict[str, Any]) -> str | None:
    return entry["article"]["name"] if "article" in entry else None


def _outcome(entry: dict[str, Any]) -> ArticleOutcome:
    if "article" not in entry:
        return ArticleOutcome(entry["failed"], Outcome.FAILED, message=entry["message"])
    stored = StoredArticle(**entry["article"])
    return ArticleOutcome(stored.name, Outcome.ADDED, stored.statements, stored.inferred, stored.quarantined)
