"""What comes back: rows with the sentences behind them, triples, or yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.errors import MissingExtra
from triplehelix.questions.graph import HELIX, PREFIXES, Cell

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]
    import rdflib

    from triplehelix.answers.plots import Plot

_INTEGER, _DECIMAL = PREFIXES["xsd"] + "integer", PREFIXES["xsd"] + "decimal"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article.

    Attributes:
        iri: the claim's own.
        statement: what the article states.
    """

    iri: str
    statement: ox.Triple


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of an article, and the claims that rest on it.

    Attributes:
        quote: the passage, letter by letter.
        article: the article's name.
        title: its title, or its name where it has none.
        start: offset of the quote in the stored text, in code points.
        end: offset of its end.
        iri: the passage's own.
        article_iri: the article's.
        claims: what rests on it, of what was asked for; by IRI.
    """

    quote: str
    article: str
    title: str
    start: int
    end: int
    iri: str
    article_iri: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing lies, as far as the graph knows.

    Attributes:
        country: ISO 3166-1 alpha-2 code, or ''.
        latitude: degrees north (WGS 84), or None.
        longitude: degrees east, or None.
        is_stated: whether that is where it lies, and not only what it is named for.
    """

    country: str
    latitude: float | None = None
    longitude: float | None = None
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question or a SELECT finds, in its order.

    Attributes:
        columns: the names over the rows.
        rows: one cell a column: an IRI, a literal or None, as pyoxigraph's values.
        labels: what the IRIs in the rows are called, by IRI; one that is missing has no label.
        passages: what is behind each row, one tuple a row; empty when evidence was not asked for or cannot be had.
        hidden: columns that tables for reading leave out.
        cut: why the answer is not whole ('stopped after 30 seconds'), or None when it is.
        asked: the saved question with what was said for its parameters ('foreign_clusters --hub Osaka'), or ''.
        aside: what of a question in plain words was not understood.
        reason: why there are no rows, where a saved question has none.
        title: the question as a person would ask it with these values, or ''.
        view: how the question would rather be drawn (network, map, timeline, bars), or None.
        spots: where the things in the rows lie, by IRI; looked up for questions that are drawn as a map.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    passages: tuple[tuple[Evidence, ...], ...] = ()
    hidden: tuple[str, ...] = ()
    cut: str | None = None
    asked: str = ""
    aside: tuple[str, ...] = ()
    reason: str | None = None
    title: str = ""
    view: str | None = None
    spots: Mapping[str, Spot] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def truncated(self) -> bool:
        """Whether rows are missing."""
        return self.cut is not None

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __str__(self) -> str:
        """The answer as a table."""
        from triplehelix.answers.formats import render  # noqa: PLC0415 - formats are built on answers

        return render(self, "table")

    def _repr_html_(self) -> str:
        """How a notebook shows the answer: its table, with the sentences of each row folded in under it."""
        from triplehelix.answers.notebook import html  # noqa: PLC0415 - built on answers

        return html(self)

    def plot(self, view: str | None = None) -> Plot:
        """The answer as a drawing, which a notebook shows and `.save("file.svg")` writes.

        Args:
            view: network, map, timeline or bars; None takes what the question names, else what the columns suggest.

        Raises:
            QueryError: no rows, no such view, or no column that it can show.
            MissingExtra: matplotlib or networkx is not installed.
        """
        from triplehelix.answers.plots import plot  # noqa: PLC0415 - built on answers

        return plot(self, view)

    def evidence(self, row: int | None = None) -> tuple[Evidence, ...]:
        """The passages behind a row (counted from 0), or behind all rows, each once; in the order of the rows."""
        rows = self.passages if row is None else self.passages[row : row + 1]
        return tuple(dict.fromkeys(one for passages in rows for one in passages))

    def name(self, cell: Cell) -> str:
        """A cell as a person reads it: the label of an IRI, the characters of a literal, '' where it is empty."""
        if isinstance(cell, ox.NamedNode):
            return self.labels.get(cell.value) or short(cell.value)
        if isinstance(cell, ox.Literal):
            return cell.value
        return "" if cell is None else str(cell)

    def names(self) -> Iterator[tuple[str, ...]]:
        """The rows as a person reads them."""
        return (tuple(map(self.name, row)) for row in self.rows)

    def to_json(self) -> str:
        """W3C SPARQL results JSON; with evidence, see `formats.render`."""
        from triplehelix.answers.formats import render  # noqa: PLC0415 - formats are built on answers

        return render(self, "json")

    def to_pandas(self, *, names: bool = True) -> pd.DataFrame:
        """A data frame with the columns of the answer, and the evidence, where asked for, as quote, article, quotes.

        Args:
            names: labels in place of IRIs.

        Raises:
            MissingExtra: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an extra, and slow to import
        except ImportError:
            raise MissingExtra("a data frame needs pandas", "pandas") from None
        rows = [tuple(self._plain(cell, names=names) for cell in row) for row in self.rows]
        frame = pd.DataFrame(rows, columns=list(self.columns))
        if self.passages:
            frame["quote"] = [found[0].quote if found else None for found in self.passages]
            frame["article"] = [found[0].title if found else None for found in self.passages]
            frame["quotes"] = [len(found) for found in self.passages]
        return frame

    def to_graph(self) -> rdflib.Graph:
        """The statements behind the rows, each with its claim, article and passage, as an rdflib graph.

        It is empty when evidence was not asked for.
        """
        from triplehelix.answers.evidence import triples  # noqa: PLC0415 - evidence is built on answers
        from triplehelix.terms import to_rdflib  # noqa: PLC0415 - rdflib is slow to import

        return to_rdflib(triples(self.evidence()))

    def _plain(self, cell: Cell, *, names: bool) -> object:
        if isinstance(cell, ox.Literal) and cell.datatype.value == _INTEGER:
            return int(cell.value)
        if isinstance(cell, ox.Literal) and cell.datatype.value == _DECIMAL:
            return float(cell.value)
        if isinstance(cell, ox.NamedNode) and not names:
            return cell.value
        return None if cell is None else self.name(cell)


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE gives, in the order of the engine; `cut` as in Answer."""

    triples: tuple[ox.Triple, ...]
    cut: str | None = None

    def to_graph(self) -> rdflib.Graph:
        """The triples as an rdflib graph."""
        from triplehelix.terms import to_rdflib  # noqa: PLC0415 - rdflib is slow to import

        return to_rdflib(self.triples)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an ASK gives; None when it was stopped before it knew (`cut` says why)."""

    holds: bool | None
    cut: str | None = None


def short(iri: str) -> str:
    """An IRI without a label, as short as it can be told: a kind's words, a prefixed name, or the IRI itself."""
    if iri.startswith(HELIX):
        return re.sub("(?<=[a-z])(?=[A-Z])|_", " ", iri.removeprefix(HELIX)).lower()
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri.removeprefix(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
