"""Work on many items -> its results in their order, on several processes where that pays."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from triplehelix.errors import TriplehelixError

T = TypeVar("T")
R = TypeVar("R")

#: A process that has fewer articles than this to read takes longer to start than to read them.
_WORTH_A_PROCESS = 8


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
