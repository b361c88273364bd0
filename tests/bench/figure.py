"""Figures: what was measured, in seconds of a processor, and a ratio of two of them from one run."""

from __future__ import annotations

import gc
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work took.

    Attributes:
        cpu: seconds of a processor, those of processes that it started and waited for included.
        wall: seconds on the clock.
    """

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        name: what was measured, and what it was measured against.
        size: articles in the graph.
        ours: seconds that triplehelix took, or a count.
        theirs: seconds that the other took, or a count.
        ratio: how many times as fast (`is_speed`), or how many times as dear, triplehelix is.
        is_speed: whether a greater ratio is the better one.
        note: what else there is to say.
    """

    name: str
    size: int
    ours: float
    theirs: float
    ratio: float
    is_speed: bool
    note: str = ""

    @property
    def key(self) -> str:
        """What the figure is recorded under."""
        return f"{self.name} at {self.size:,}"

    def falls_short(self, recorded: float) -> bool:
        """Whether the ratio is worse than a recorded one by more than a quarter."""
        return self.ratio < 0.75 * recorded if self.is_speed else self.ratio > recorded / 0.75


def times_as_fast(name: str, size: int, ours: float, theirs: float, note: str = "") -> Figure:
    """A figure against something slower."""
    return Figure(name, size, ours, theirs, theirs / ours, is_speed=True, note=note)


def times_as_dear(name: str, size: int, ours: float, theirs: float, note: str = "") -> Figure:
    """A figure against a limit."""
    return Figure(name, size, ours, theirs, ours / theirs, is_speed=False, note=note)


def measured(work: Callable[[], T]) -> tuple[Cost, T]:
    """What a piece of work takes, and its result."""
    gc.collect()
    cpu, wall = _cpu(), time.perf_counter()
    result = work()
    return Cost(_cpu() - cpu, time.perf_counter() - wall), result


def cost(work: Callable[[], object]) -> float:
    """The seconds of a processor that a piece of work takes."""
    return measured(work)[0].cpu


def median_cost(works: Iterable[Callable[[], object]]) -> float:
    """The median of the seconds of a processor that several take, in the thread that calls this."""
    return statistics.median(_thread(work) for work in works)


def _thread(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return time.thread_time() - before


def _cpu() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)
