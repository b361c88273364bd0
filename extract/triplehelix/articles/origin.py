"""Where an article comes from: what it is called, and what an error message calls it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from triplehelix.articles.decoding import one_line

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """One file, or one record of it.

    Attributes:
        name: what the article is called where the record gives no id: the file's stem, with "-0001" for a record.
        source: the file's name without directories, "-" for stdin.
        where: the path as the user gave it, with the line or number of the record: for error messages only.
    """

    name: str
    source: str
    where: str

    def record(self, number: int, place: str) -> Origin:
        """The record of this number, found at this place ("line 3") of the file."""
        return replace(self, name=f"{self.name}-{number:04}", where=f"{self.where}, {place}")


STDIN = Origin("stdin", "-", "stdin")


def origin_of(path: Path) -> Origin:
    """The origin of a whole file."""
    return Origin(path.stem, one_line(path.name), str(path))
