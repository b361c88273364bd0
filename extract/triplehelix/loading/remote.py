"""A store elsewhere, as far as loading needs it: set a graph, read it back, count, drop."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode

import pyoxigraph as ox

from triplehelix.errors import RemoteError
from triplehelix.loading.parts import batches, canonical
from triplehelix.questions.binding import serialise
from triplehelix.questions.graph import value

if TYPE_CHECKING:
    from triplehelix.loading.connection import Connection
    from triplehelix.loading.profiles import Endpoints

#: Triples an update: Virtuoso takes 1,000 and refuses 1,500.
BATCH = 500
#: Rows a page where a graph comes back cut: Virtuoso gives 10,000 rows unless told otherwise.
PAGE = 5_000
#: N-Triples under the name of Turtle, which they are, because some stores take nothing else.
_TURTLE, _TRIPLES = "text/turtle; charset=utf-8", "application/n-triples"
_UPDATE, _RESULTS = "application/sparql-update; charset=utf-8", "application/sparql-results+json"
#: What a store says that does not take graphs this way, or not this one; anything else is a failure.
_REFUSALS = frozenset({400, 404, 405, 406, 411, 413, 414, 415, 500, 501})
_FORMS = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
}


class Remote:
    """A store elsewhere. A graph is named by its IRI, the default graph by None."""

    def __init__(self, line: Connection, where: Endpoints) -> None:
        self._line, self.where = line, where
        self._puts = where.data is not None

    def replace(self, graph: str | None, lines: bytes, aside: str) -> None:
        """Make a graph hold these triples and no others: the old ones or the new ones, never some of both.

        It is put whole where the store takes that; else it is built in batches in a graph aside, and moved.

        Args:
            graph: which.
            lines: N-Triples.
            aside: the IRI of a graph that nobody else uses.

        Raises:
            RemoteError: the graph holds what it held before.
        """
        if self._puts:
            try:
                self._put(graph, lines)
            except RemoteError as fault:
                if fault.status not in _REFUSALS or self.where.update is None:
                    raise
                self._puts = False
            else:
                return
        self._build(graph, lines, aside)

    def read(self, graph: str | None, expected: int) -> bytes:
        """What a graph holds, as `parts.canonical` has it; page by page where the store cuts its answers.

        Args:
            graph: which.
            expected: how many triples it should hold.

        Raises:
            RemoteError: it cannot be read whole.
        """
        found = canonical(self._whole(graph))
        if found.count(b"\n") >= expected or (number := self.count(graph)) <= found.count(b"\n"):
            return found
        return canonical(self._pages(graph, number))

    def count(self, graph: str | None) -> int:
        """How many triples a graph holds, as the store counts them."""
        inside = f"GRAPH {_iri(graph)} {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        rows = self._select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {inside} }}", alone=graph is None)
        return _number(rows[0][0] if rows else "")

    def counts(self, base: str) -> dict[str, int]:
        """How many triples each named graph holds whose IRI begins so."""
        inside = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {ox.Literal(base)}))"
        rows = self._select(f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ {inside} }} GROUP BY ?g")
        return {row[0]: _number(row[1]) for row in rows if row[0]}  # a group of nothing is a row without a graph

    def foreign_subject(self, base: str) -> str | None:
        """Something in the default graph whose IRI does not begin so, or None."""
        inside = f"?s ?p ?o FILTER(!STRSTARTS(STR(?s), {ox.Literal(base)}))"
        rows = self._select(f"SELECT ?s WHERE {{ {inside} }} LIMIT 1", alone=True)
        return rows[0][0] if rows else None

    def drop(self, graph: str) -> None:
        """Take a graph away; no matter if there is none."""
        if self.where.update is not None:
            self._update(f"DROP SILENT GRAPH {_iri(graph)}")
            return
        try:
            self._line.send("DELETE", str(self.where.data), params=self._which(graph))
        except RemoteError as fault:
            if fault.status != 404:
                raise

    def _put(self, graph: str | None, lines: bytes) -> None:
        self._line.send("PUT", str(self.where.data), params=self._which(graph), body=lines, form=_TURTLE)

    def _build(self, graph: str | None, lines: bytes, aside: str) -> None:
        try:
            self.drop(aside)
            for batch in batches(lines, BATCH):
                self._update(f"INSERT DATA {{ GRAPH {_iri(aside)} {{\n{batch}}} }}")
            if (held := self.count(aside)) != lines.count(b"\n"):
                raise RemoteError(f"took {held} of {lines.count(bytes([10]))} triples", self.where.update)
            self._update(f"MOVE GRAPH {_iri(aside)} TO {f'GRAPH {_iri(graph)}' if graph else 'DEFAULT'}")
        except RemoteError:
            with suppress(RemoteError):  # the line may be down; the next load sweeps
                self.drop(aside)
            raise

    def _update(self, text: str) -> None:
        self._line.send("POST", str(self.where.update), body=text.encode(), form=_UPDATE)

    def _which(self, graph: str | None) -> dict[str, str]:
        return {self.where.profile.parameter: graph} if graph else {"default": ""}

    def _whole(self, graph: str | None) -> list[ox.Triple]:
        if self.where.data is None:
            return self._construct(graph, "")
        try:
            answer = self._line.send("GET", self.where.data, params=self._which(graph), accept=_TRIPLES)
        except RemoteError as fault:
            if fault.status == 404:
                return []
            raise
        return self._triples(answer.content, answer.headers.get("Content-Type", ""))

    def _pages(self, graph: str | None, number: int) -> set[ox.Triple]:
        found: set[ox.Triple] = set()
        for start in range(0, number, PAGE):
            found.update(self._construct(graph, f" LIMIT {PAGE} OFFSET {start}"))
        if len(found) != number:  # pages without an order need not meet; that they hold all is what is counted here
            remedy = "raise how many rows the store gives"
            raise RemoteError(f"gives back {len(found)} of {number} triples of {graph}", self.where.query, remedy)
        return found

    def _construct(self, graph: str | None, window: str) -> list[ox.Triple]:
        inside = f"GRAPH {_iri(graph)} {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inside} }}{window}"
        return self._triples(*self._ask(text, _TRIPLES, alone=graph is None))

    def _select(self, text: str, *, alone: bool = False) -> list[list[str]]:
        said, _ = self._ask(text, _RESULTS, alone=alone)
        try:
            solutions = cast("ox.QuerySolutions", ox.parse_query_results(said, ox.QueryResultsFormat.JSON))
            return [[value(cell) for cell in row] for row in solutions]
        except (SyntaxError, ValueError, AttributeError) as fault:
            raise RemoteError(f"its answer is not what SPARQL gives ({fault})", self.where.query) from None

    def _ask(self, text: str, accept: str, *, alone: bool) -> tuple[bytes, str]:
        # As a form, because Virtuoso never answers a query that comes as application/sparql-query.
        plain = self.where.profile.plain
        asked = {"query": text, **({"default-graph-uri": plain} if alone and plain else {})}
        body, form = urlencode(asked).encode(), "application/x-www-form-urlencoded"
        answer = self._line.send("POST", self.where.query, body=body, form=form, accept=accept)
        return answer.content, answer.headers.get("Content-Type", "")

    def _triples(self, content: bytes, form: str) -> list[ox.Triple]:
        kind = _FORMS.get(form.partition(";")[0].strip().lower())
        if kind is None:
            raise RemoteError(f"gives {form or 'something'} where N-Triples were asked for", self.where.query)
        try:
            return [quad.triple for quad in ox.parse(content, kind)]
        except SyntaxError as fault:
            raise RemoteError(f"its answer is not N-Triples ({fault})", self.where.query) from None


def _iri(graph: str | None) -> str:
    return serialise(ox.NamedNode(graph or ""))


def _number(text: str) -> int:
    if not text.isdecimal():
        raise RemoteError(f"says {text!r} where it was asked to count")
    return int(text)
