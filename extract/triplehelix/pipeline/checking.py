"""A store, or a file of RDF, held against the shapes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, SH

from triplehelix.errors import StoreError
from triplehelix.exports import FORMATS
from triplehelix.gate import Violation, validate, violations_in
from triplehelix.store import Store
from triplehelix.terms import to_rdflib

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class Finding:
    """A violation, and the article (or the file) that it was found in."""

    where: str
    violation: Violation

    def line(self) -> str:
        """One line: where, which shape, what thing, what is wrong and what to do."""
        shape = self.violation.shape.rpartition("#")[2]
        value = f" ({self.violation.value})" if self.violation.value is not None else ""
        return f"{self.where}: {shape}: {self.violation.focus}{value}: {self.violation.message}"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found.

    Attributes:
        where: the store or the file.
        violations: in the graph itself; a store that only this package has written has none.
        quarantine: why statements were kept out of the graph.
        quarantined: how many triples are kept out, the reasons not counted.
    """

    where: Path
    violations: tuple[Finding, ...]
    quarantine: tuple[Finding, ...] = ()
    quarantined: int = 0

    @property
    def conforms(self) -> bool:
        """Whether the graph holds nothing that breaks a shape; what is in quarantine is not in the graph."""
        return not self.violations

    def lines(self) -> list[str]:
        """The report for a reader: a line a violation, a line a reason for quarantine, and a line of sums."""
        verdict = "conforms" if self.conforms else f"{len(self.violations)} violations"
        kept_out = f"; {self.quarantined} triples in quarantine" if self.quarantined else ""
        return [
            *(finding.line() for finding in self.violations),
            *(f"quarantine: {finding.line()}" for finding in self.quarantine),
            f"{self.where}: {verdict}{kept_out}",
        ]


def check(store_or_file: str | Path | None = None) -> CheckReport:
    """The violations of the shapes in a store or a file, and what a store has in quarantine.

    Args:
        store_or_file: a store's folder, or a file with one of the suffixes that `export` writes; without it the
            default store.

    Raises:
        StoreError: there is no such store or file, or the file is not RDF.
    """
    path = Path(store_or_file) if store_or_file is not None else None
    if path is not None and path.suffix.lower() in FORMATS and not path.is_dir():
        return CheckReport(path, _findings(path.name, validate(_read_file(path))))
    if path is not None and path.is_file():
        raise StoreError("unknown suffix", path, f"use one of {' '.join(FORMATS)}")
    with Store.open(path, readonly=True) as store:
        return _check_store(store)


def _check_store(store: Store) -> CheckReport:
    violations: list[Finding] = []
    quarantine: list[Finding] = []
    quarantined = 0
    for article in store.articles():
        violations += _findings(article.name, validate(store.as_read(article.name)))
        if article.quarantined:
            refused = store.quarantined(article.name)
            quarantine += _findings(article.name, violations_in(refused))
            quarantined += _facts_in(refused)
    return CheckReport(store.path, tuple(violations), tuple(quarantine), quarantined)


def _findings(where: str, violations: Iterable[Violation]) -> tuple[Finding, ...]:
    return tuple(Finding(where, violation) for violation in violations)


def _facts_in(refused: Graph) -> int:
    results = set(refused.subjects(RDF.type, SH.ValidationResult))
    return sum(1 for subject in refused.subjects() if subject not in results)


def _read_file(path: Path) -> Graph:
    # Not rdflib's parsers: pyoxigraph's neither load a remote JSON-LD context nor expand XML entities from files.
    try:
        return to_rdflib(ox.parse(path=path, format=FORMATS[path.suffix.lower()]))
    except OSError as error:
        raise StoreError(f"cannot be read ({error.strerror or error})", path, "check the path") from None
    except (SyntaxError, TypeError) as error:
        raise StoreError(f"not RDF that can be read ({error})", path, "mend the file") from None
