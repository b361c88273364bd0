"""What became of each article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Outcome(StrEnum):
    """What a build did with an article."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DROPPED = "dropped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ArticleOutcome:
    """What became of one article.

    Attributes:
        name: the article's name, or the path of what could not be read as one.
        statements: triples that it asserts, claims and passages included.
        inferred: triples that follow from them.
        quarantined: triples that the shapes refused, the results of the validation included.
        message: why it failed, else empty.
    """

    name: str
    outcome: Outcome
    statements: int = 0
    inferred: int = 0
    quarantined: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What became of all articles, those taken in first, in the order of their reading.

    Attributes:
        store: the folder of the store.
        skipped: files in the folders given that are no articles.
    """

    store: Path
    outcomes: tuple[ArticleOutcome, ...]
    skipped: tuple[Path, ...] = ()

    @property
    def failed(self) -> tuple[ArticleOutcome, ...]:
        """Those that could not be read."""
        return self.of(Outcome.FAILED)

    @property
    def read(self) -> int:
        """How many articles were read and taken in; an unchanged one is not read again."""
        return len(self.of(Outcome.ADDED)) + len(self.of(Outcome.CHANGED))

    def of(self, outcome: Outcome) -> tuple[ArticleOutcome, ...]:
        """Those with this outcome."""
        return tuple(article for article in self.outcomes if article.outcome is outcome)

    def lines(self) -> list[str]:
        """The report for a reader: a line for each article that failed, and a line of sums."""
        counts = [(len(self.of(outcome)), outcome.value) for outcome in Outcome]
        done = ", ".join(f"{count} {word}" for count, word in counts if count) or "nothing to do"
        read = sum(article.statements for article in self.outcomes)
        inferred = sum(article.inferred for article in self.outcomes)
        quarantined = sum(article.quarantined for article in self.outcomes)
        sums = f"{read} statements, {inferred} inferred, {quarantined} quarantined"
        return [*(article.message for article in self.failed), f"{self.store}: {done}; {sums}"]
