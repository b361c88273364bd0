"""What people decided about things: DIR/identity.csv, a line a pair, sorted, so that it can be reviewed as a diff.

verdict,one,other,names
differ,https://…/organization/norvik,https://…/organization/norvik-cells,Norvik | Norvik Cells
same,…

`one` and `other` are IRIs as `identifiers` makes them, the smaller first; where `other` is an article, the thing that
it names is another than that of this name elsewhere. `names` is for the reader. The file may be edited, or merged by
git; the next command that writes to the store obeys it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from triplehelix.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

FILE = "identity.csv"
_HEADER = ("verdict", "one", "other", "names")


class Verdict(StrEnum):
    """What was decided of a pair."""

    SAME = "same"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One line of the file."""

    verdict: Verdict
    one: str
    other: str
    names: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two IRIs."""
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Decisions:
    """All lines of the file, one a pair."""

    all: frozenset[Decision] = frozenset()

    def differ(self, one: str, other: str) -> bool:
        """Whether the two were told apart."""
        pair = {one, other}
        return any(d.verdict is Verdict.DIFFER and {d.one, only_in(d.one, d.other)} == pair for d in self.all)

    def splits(self, article: str) -> dict[str, str]:
        """{IRI: the one that a thing has in this article (an IRI) instead, where it is another thing there}."""
        return {d.one: only_in(*d.pair) for d in self.all if d.other == article and d.verdict is Verdict.DIFFER}

    def same_pairs(self, iris: Container[str]) -> list[tuple[str, str]]:
        """The pairs among some IRIs that were said to be one, sorted."""
        said = (d.pair for d in self.all if d.verdict is Verdict.SAME)
        return sorted(pair for pair in said if pair[0] in iris and pair[1] in iris)

    def beside(self, iri: str) -> Iterator[str]:
        """The other IRIs of all pairs that this one is in."""
        for decision in self.all:
            if iri in decision.pair:
                yield decision.other if decision.one == iri else decision.one

    def with_(self, decision: Decision) -> Decisions:
        """The decisions and this one, in place of another about the same pair."""
        return Decisions(self.without(*decision.pair).all | {decision})

    def without(self, one: str, other: str) -> Decisions:
        """The decisions but that about a pair."""
        pair = ordered(one, other)
        return Decisions(frozenset(d for d in self.all if d.pair != pair))


def only_in(iri: str, other: str) -> str:
    """The IRI of what an article (the other IRI) calls by the name of a thing elsewhere; the other where it is none."""
    folder, _, last = iri.rpartition("/")
    return f"{folder}/{other.rpartition('/')[2]}/{last}" if "/article/" in other else other


def ordered(one: str, other: str) -> tuple[str, str]:
    """A pair in the order in which the file has it: an article last, else by the alphabet."""
    pair = sorted((one, other), key=lambda iri: ("/article/" in iri, iri))
    return pair[0], pair[1]


def load(folder: Path) -> Decisions:
    """The decisions in a store's folder; none where there is no file.

    Raises:
        StoreError: the file cannot be read, or a line of it is none.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"cannot be read ({error})", path, "mend the file, or delete it") from None
    return parse(text, path)


def parse(text: str, path: Path) -> Decisions:
    """The decisions in a text of this form.

    Raises:
        StoreError: a line is no decision, or two lines decide one pair in two ways.
    """
    found: dict[tuple[str, str], Decision] = {}
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        if not row or tuple(row) == _HEADER:
            continue
        decision = _decision(row, f"{path}:{number}")
        if found.setdefault(decision.pair, decision).verdict is not decision.verdict:
            raise StoreError("decides a pair that another line decides otherwise", f"{path}:{number}", "delete one")
    return Decisions(frozenset(found.values()))


def _decision(row: list[str], where: str) -> Decision:
    verdict, one, other, *names = [*row, "", ""] if len(row) < 3 else row
    if verdict not in set(Verdict) or "://" not in one or "://" not in other or one == other:
        raise StoreError("no decision", where, f"write {','.join(_HEADER)} with two IRIs, or delete the line")
    return Decision(Verdict(verdict), *ordered(one, other), " ".join(names))


def write(decisions: Decisions) -> str:
    """The text of the file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows((d.verdict.value, d.one, d.other, d.names) for d in sorted(decisions.all))
    return out.getvalue()
