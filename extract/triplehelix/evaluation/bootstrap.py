"""Tallies -> how far each figure would vary had other articles of the same sort been drawn.

Percentile bootstrap over articles (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13), with a
fixed seed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from triplehelix.evaluation.counts import Count

_DRAWS = 1000
_SEED = 2026
_Sums = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds between which a figure lies in 95 of 100 draws of as many articles."""

    low: float
    high: float


def intervals(tallies: Sequence[Mapping[str, Count]]) -> dict[str, Interval]:
    """{name of figure: its 95% interval}, of F1 or, where the figure is a share, of the share.

    Args:
        tallies: the counts of each article, by name of figure.
    """
    if not tallies:
        return {}
    chance = [1 / len(tallies)] * len(tallies)
    weights = np.random.default_rng(_SEED).multinomial(len(tallies), chance, size=_DRAWS).astype(np.float64)
    names = sorted({name for counts in tallies for name in counts})
    return {name: _interval(weights @ _table(tallies, name)) for name in names}


def _table(tallies: Sequence[Mapping[str, Count]], name: str) -> _Sums:
    """One row an article, of the columns right, predicted, gold."""
    counts = (counts.get(name, Count()) for counts in tallies)
    return np.array([(count.right, count.predicted, count.gold) for count in counts], dtype=np.float64)


def _interval(sums: _Sums) -> Interval:
    """F1 is 2 right / (predicted + gold), and so equals the share where cases are counted as both."""
    right, predicted, gold = sums.T
    both = predicted + gold
    figures = np.divide(2 * right, both, out=np.zeros_like(right), where=both > 0)
    low, high = np.percentile(figures, [2.5, 97.5])
    return Interval(float(low), float(high))
