"""Work on many items -> its results in their order, on several processes where that pays."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

from triplehelix.errors import TriplehelixError

T = TypeVar("T")
R = TypeVar("R")

#: A process that has fewer articles than this to read takes longer to start than to read them.
_WORTH_A_PROCESS = 8
#: How many items a process has before it at most, where they come as a stream.
_AHEAD = 3
#: How often an item is tried whose process is killed.
_ATTEMPTS = 3


def spread(work: Callable[[T], R], items: Sequence[T], jobs: int | None = None) -> Iterator[R]:
    """The result of each item, in the order of the items; what an item raises is raised in its place.

    A result is yielded as soon as it and all before it are there. Work that cannot be sent to another process (a
    function made inside another one) is done in this one.

    Args:
        work: a function of one item; each process loads what it needs once.
        items: what to work on.
        jobs: how many processes; None for as many as there are processors, and fewer where there are few items.

    Raises:
        TriplehelixError: a process was killed from outside.
    """
    processes = processes_for(len(items), jobs)
    if processes < 2 or not _can_travel(work):
        yield from map(work, items)
        return
    # Spawned, not forked: a forked copy of a process with threads (onnxruntime, Oxigraph) may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as pool:
        try:
            yield from pool.map(work, items)
        except BrokenProcessPool:
            remedy = "where memory is short, use --jobs 1"
            raise TriplehelixError("a process that was reading articles has been killed", None, remedy) from None


def outlast(work: Callable[[T], R], items: Iterable[T], jobs: int | None = None, /) -> Iterator[R]:
    """As `spread`, for any number of items and for work that may be done twice: a killed process loses nothing.

    Items are taken as they are needed, a few a process, so that a stream of them takes no memory. An item whose process
    is killed is worked on again, and given up when that has happened three times.

    Raises:
        TriplehelixError: an item has killed three processes.
    """
    processes = jobs if jobs is not None else _processors()
    if processes < 2 or not _can_travel(work):
        yield from map(work, items)
        return
    stream, waiting = iter(items), deque[_Waiting[T]]()
    while True:
        try:
            yield from _through_a_pool(work, stream, waiting, processes)
        except BrokenProcessPool:
            if waiting and waiting[0].attempts >= _ATTEMPTS:
                remedy = "where memory is short, use fewer processes"
                raise TriplehelixError("a process that was reading articles has been killed", None, remedy) from None
        else:
            return


@dataclass(slots=True)
class _Waiting(Generic[T]):
    """An item whose result has not been yielded."""

    item: T
    attempts: int = 0


def _through_a_pool(
    work: Callable[[T], R], stream: Iterator[T], waiting: deque[_Waiting[T]], processes: int
) -> Iterator[R]:
    """Results from one pool until it breaks; `waiting` then holds what has to be done again."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as pool:
        futures = deque(pool.submit(work, one.item) for one in waiting)
        if waiting:
            waiting[0].attempts += 1  # the others may only have been near
        while True:
            for item in itertools.islice(stream, processes * _AHEAD - len(futures)):
                waiting.append(_Waiting(item))
                futures.append(pool.submit(work, item))
            if not futures:
                return
            result = futures[0].result()
            futures.popleft()
            waiting.popleft()
            yield result


def processes_for(items: int, jobs: int | None = None) -> int:
    """How many processes to use for so many items, 1 for this one alone."""
    wanted = jobs if jobs is not None else min(_processors(), items // _WORTH_A_PROCESS)
    return max(1, min(wanted, items))


def _processors() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_travel(work: object) -> bool:
    try:
        pickle.dumps(work)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True


def _begin() -> None:
    """A new process leaves ^C to the one that started it, and ends with it even where that one is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
