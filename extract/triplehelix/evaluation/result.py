"""The figures of an extractor, and how they compare with earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from triplehelix.evaluation.bootstrap import Interval
from triplehelix.evaluation.counts import Count, Fault

#: Figures with precision, recall and F1.
FIGURES = ("entities", "Hub", "Organization", "Facility", "Place", "Person", "relations", "partnerships")
#: Figures that are one share.
SHARES = ("kinds", "partnership_kind", "partnership_status", "partnership_date", "grounded")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure, earlier and now; None where there was no case.

    Attributes:
        falls: whether less of it is better (traps, invented dates).
    """

    name: str
    before: float | None
    after: float | None
    falls: bool = False

    @property
    def worse(self) -> bool:
        """Whether the figure has become worse."""
        before, after = self.before or 0.0, self.after or 0.0
        return after > before if self.falls else after < before

    def __str__(self) -> str:
        """One line: name, earlier, now, difference."""
        difference = (self.after or 0.0) - (self.before or 0.0)
        return (
            f"{self.name:20} {_shown(self.before)} -> {_shown(self.after)}  {difference:+.3f}{'  worse' * self.worse}"
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an extractor got right over a set of gold articles.

    Attributes:
        counts: the sums by name of figure: the names of FIGURES and SHARES, 'dates_invented', 'traps', and one a kind
            ('Organization/company', 'relations/operates', 'partnerships/mou'; a kind counts only where it is right).
        intervals: 95% intervals by name of figure.
        faults: everything missed or wrongly claimed, in the order of the articles.
    """

    articles: int
    counts: Mapping[str, Count]
    intervals: Mapping[str, Interval]
    faults: tuple[Fault, ...]

    def count(self, name: str) -> Count:
        """The sums of a figure; zeros where no article has a case of it."""
        return self.counts.get(name, Count())

    def by_kind(self) -> dict[str, Count]:
        """The sums of each kind, by name."""
        return {name: count for name, count in sorted(self.counts.items()) if "/" in name}

    def to_json(self) -> dict[str, Any]:
        """The figures as one JSON object, rounded to three places, without the faults.

        Keys: `articles`; each of FIGURES as {p, r, f1, gold, pred}; each of SHARES as a number or null;
        `dates_invented`; `traps` as 'claimed/all'; `by_kind`; `intervals` as {name: [low, high]}.
        """
        traps = self.count("traps")
        return {
            "articles": self.articles,
            **{name: _figure_json(self.count(name)) for name in FIGURES},
            **{name: _rounded(self.count(name).share) for name in SHARES},
            "dates_invented": int(self.count("dates_invented").right),
            "traps": f"{int(traps.right)}/{int(traps.gold)}",
            "by_kind": {name: _figure_json(count) for name, count in self.by_kind().items()},
            "intervals": {
                name: [round(self.intervals[name].low, 3), round(self.intervals[name].high, 3)]
                for name in (*FIGURES, *SHARES)
                if name in self.intervals
            },
        }

    def lines(self, *, kinds: bool = False) -> Iterator[str]:
        """A table to read; with `kinds`, one line a kind below it."""
        yield f"{'articles':33} {self.articles}"
        for name in FIGURES:
            yield _figure_line(name, self.count(name)) + self._interval(name)
        for name in SHARES:
            yield f"{name:33} {_shown(self.count(name).share)}{self._interval(name)}"
        yield f"{'dates_invented':33} {self.count('dates_invented').right:.0f}"
        yield f"{'traps':33} {self.count('traps').right:.0f}/{self.count('traps').gold:.0f}"
        if kinds:
            yield from (_figure_line(name, count) for name, count in self.by_kind().items())

    def against(self, previous: Mapping[str, Any]) -> tuple[Change, ...]:
        """Each figure beside the one of an earlier run.

        Args:
            previous: what `to_json` gave then; a figure that it lacks is left out.
        """
        now = self.to_json()
        return tuple(
            Change(name, _value(previous[name]), _value(now[name]), falls=name in ("traps", "dates_invented"))
            for name in (*FIGURES, *SHARES, "dates_invented", "traps")
            if name in previous
        )

    def _interval(self, name: str) -> str:
        interval = self.intervals.get(name)
        return f"  [{interval.low:.3f}, {interval.high:.3f}]" if interval else ""


def _value(entry: object) -> float | None:
    """The number that stands for an entry of the JSON form: F1, the share, or how many."""
    if isinstance(entry, Mapping):
        return float(entry["f1"])
    if isinstance(entry, str):
        return float(entry.partition("/")[0])
    return float(entry) if isinstance(entry, int | float) else None


def _figure_json(count: Count) -> dict[str, float]:
    return {
        "p": round(count.precision, 3),
        "r": round(count.recall, 3),
        "f1": round(count.f1, 3),
        "gold": int(count.gold),
        "pred": int(count.predicted),
    }


def _figure_line(name: str, count: Count) -> str:
    figures = f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
    return f"{name:33} {figures}   ({count.gold:.0f} gold, {count.predicted:.0f} predicted)"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _shown(value: float | None) -> str:
    return "  –  " if value is None else f"{value:.3f}"
