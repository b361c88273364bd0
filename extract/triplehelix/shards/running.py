"""Tasks -> shards, on an engine: processes of this machine, or Ray."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from triplehelix.errors import MissingExtra, TriplehelixError
from triplehelix.prefixes import ID_BASE
from triplehelix.shards.article import Extractor, read_facts
from triplehelix.shards.fingerprint import fingerprint
from triplehelix.shards.pieces import pieces
from triplehelix.shards.shard import Made, Task, make
from triplehelix.workers import outlast

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
R = TypeVar("R")

#: How many articles a shard holds: enough that starting it costs nothing, few enough that losing one costs little.
SHARD = 200
_WINDOW = 4


class Engine(Protocol):
    """Runs a function on many values, somewhere; the results come in the order of the values.

    A value whose worker is killed is tried again. Only so many are taken from the iterable as are needed to keep the
    workers busy.
    """

    def __call__(self, work: Callable[[T], R], items: Iterable[T], jobs: int | None, /) -> Iterator[R]:
        """The results."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made into shards, and how.

    Attributes:
        paths: files, folders, addresses.
        folder: where the shards go, a folder or an address that every worker can reach.
        extractor: reads an article; a function that can be sent to a worker.
        base: where the IRIs of things begin.
        size: how many articles a shard holds.
    """

    paths: tuple[str | Path, ...]
    folder: str
    extractor: Extractor = read_facts
    base: str = ID_BASE
    size: int = SHARD

    def tasks(self) -> Iterator[Task]:
        """The shards to make, in a fixed order.

        Raises:
            ArticleError: a path is missing, or holds no articles.
            MissingExtra: a format or an address needs a library that is not installed.
        """
        mark = fingerprint(self.extractor)
        for number, group in enumerate(pieces(self.paths, self.size)):
            yield Task(f"part-{number:06d}", group, self.folder, mark, self.base)


def make_all(plan: Plan, *, engine: str = "processes", jobs: int | None = None) -> Iterator[tuple[Task, Made]]:
    """Every shard of a plan, in order, as each is there; those that are there already are not made again.

    Args:
        plan: what to make of what.
        engine: one of `ENGINES`.
        jobs: how many processes; None for as many as there are processors, or as the cluster has.

    Raises:
        ArticleError: a path is missing, or holds no articles.
        StoreError: a shard cannot be written.
        MissingExtra: the engine, an address or a format needs a library that is not installed.
    """
    sent = deque[Task]()

    def tasks() -> Iterator[Task]:
        for task in plan.tasks():
            sent.append(task)
            yield task

    for made in ENGINES[engine](partial(make, extractor=plan.extractor), tasks(), jobs):
        yield sent.popleft(), made


def on_ray(work: Callable[[T], R], items: Iterable[T], jobs: int | None = None, /) -> Iterator[R]:
    """An engine: the Ray cluster that $RAY_ADDRESS names, or one of `jobs` workers on this machine.

    Raises:
        MissingExtra: ray is not installed.
    """
    try:
        import ray  # noqa: PLC0415 -- an extra
    except ImportError:
        raise MissingExtra("the engine ray is not installed", "ray") from None
    ours = not ray.is_initialized()
    if ours:
        ray.init(num_cpus=jobs, include_dashboard=False, log_to_driver=False, logging_level="error")
    try:
        remote = ray.remote(max_retries=3, num_cpus=1)(lambda item: work(item))  # noqa: PLW0108 -- Ray takes no partial
        waiting: deque[Any] = deque()
        limit = _WINDOW * max(1, int(ray.cluster_resources().get("CPU", 1)))
        for item in items:
            waiting.append(remote.remote(item))
            if len(waiting) >= limit:
                yield ray.get(waiting.popleft())
        while waiting:
            yield ray.get(waiting.popleft())
    except ray.exceptions.WorkerCrashedError:
        remedy = "where memory is short, use fewer workers"
        raise TriplehelixError("a worker that was reading articles has been killed", None, remedy) from None
    finally:
        if ours:
            ray.shutdown()


ENGINES: Mapping[str, Engine] = MappingProxyType({"processes": outlast, "ray": on_ray})
