"""What an extractor is measured in: counts, and the faults behind them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """What is right, what was predicted and what the gold has; a share counts its cases as predicted and as gold."""

    right: float = 0.0
    predicted: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 0 when nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def share(self) -> float | None:
        """Share of the cases that are right, None when there are none."""
        return self.right / self.gold if self.gold else None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something missed or wrongly claimed.

    Attributes:
        verdict: 'missed Hub', 'wrong relation', 'trap', ….
    """

    article: str
    verdict: str
    what: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.article} {self.verdict}: {self.what}"
