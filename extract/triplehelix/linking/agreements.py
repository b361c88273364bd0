"""Partnerships of the same parties in several articles -> which of them are one agreement."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from triplehelix.linking.clusters import Groups, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Two dates of one agreement (when it was announced, signed, took effect) lie no more months apart than this.
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Agreement:
    """A partnership as one article tells it.

    Attributes:
        parties: IRIs, before they are linked.
        date: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', or ''.
    """

    iri: str
    article: str
    parties: frozenset[str]
    kind: str
    date: str


def cluster(agreements: Iterable[Agreement]) -> dict[str, Link]:
    """The link of each agreement; all of them have the same parties, once these are linked.

    Two articles tell of one agreement when they give it the same kind and dates that may be those of one, or two kinds
    and one date. Two agreements of one article stay two, and the closest pairs are joined first.
    """
    known = {a.iri: a for a in agreements}

    def of_one_article(left: frozenset[str], right: frozenset[str]) -> bool:
        articles = {known[iri].article for iri in left}
        return any(known[iri].article in articles for iri in right) or any(
            distance(known[a], known[b]) is None for a in left for b in right
        )

    groups = Groups(known, of_one_article)
    for _, one, other in sorted(_near(known)):
        groups.join(one, other)
    return {iri: Link(min(group), _why(iri, group, known)) for group in groups.all() for iri in group}


def _near(known: Mapping[str, Agreement]) -> Iterator[tuple[tuple[int, int], str, str]]:
    for one, other in combinations(sorted(known), 2):
        if known[one].article != known[other].article and (far := distance(known[one], known[other])) is not None:
            yield far, one, other


def distance(one: Agreement, other: Agreement) -> tuple[int, int] | None:
    """How unlike two tellings are, (0, 0) least; None where they are no tellings of one agreement."""
    apart = _months_apart(one.date, other.date)
    if one.kind != other.kind:
        return (2, 0) if apart == 0 else None
    if apart is None:
        return 1, 0
    return (0, apart) if apart <= _MONTHS else None


def _months_apart(one: str, other: str) -> int | None:
    """How many months two dates are apart at least, 0 where one may be the other; None where one is missing."""
    if not one or not other:
        return None
    (first, last), (begin, end) = _range(one), _range(other)
    if one.startswith(other) or other.startswith(one):
        return 0
    return max(1, begin - last, first - end)


def _range(date: str) -> tuple[int, int]:
    """The first and the last month that a date may be in, counted from the year 0."""
    year = int(date[:4]) * 12
    return (year + int(date[5:7]) - 1,) * 2 if len(date) > 4 else (year, year + 11)


def _why(iri: str, group: frozenset[str], known: Mapping[str, Agreement]) -> str:
    if iri == min(group):
        return ""
    mine, first = known[iri], known[min(group)]
    if mine.kind == first.kind:
        return "the same parties and kind" + (", and dates that may be one" if mine.date and first.date else "")
    return "the same parties" + (" and date" if mine.date and first.date else ", and what joins them in other articles")
