"""Store -> the graphs that are sent, each whole and as sorted N-Triples."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.identifiers import graph_iri, inferred_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triplehelix.store import Store


@dataclass(frozen=True, slots=True)
class Part:
    """One graph to send.

    Attributes:
        graph: its IRI in the other store, or None for the default graph.
        source: the graph in this store.
    """

    graph: str | None
    source: ox.NamedNode | ox.DefaultGraph

    @property
    def name(self) -> str:
        """Its IRI, or 'default graph'."""
        return self.graph or "default graph"

    def lines(self, store: Store) -> bytes:
        """Its triples as canonical N-Triples, sorted; about 500 bytes of memory a triple while they are made."""
        return canonical(quad.triple for quad in store.raw.quads_for_pattern(None, None, None, self.source))


def parts(store: Store, facts: str | None, *, facts_only: bool = False) -> tuple[Part, ...]:
    """What to send: the graphs of each article that hold anything, and last the facts, which the questions ask.

    Args:
        store: where from.
        facts: the IRI of the graph that takes the facts, or None for the default graph.
        facts_only: whether to leave out the graphs of the articles.
    """
    iris = (
        [] if facts_only else [iri(a.name, store.base) for a in store.articles() for iri in (graph_iri, inferred_iri)]
    )
    named = [Part(iri, node) for iri in iris if _holds(store, node := ox.NamedNode(iri))]
    return (*named, Part(facts, ox.DefaultGraph()))


def _holds(store: Store, graph: ox.NamedNode) -> bool:
    return next(iter(store.raw.quads_for_pattern(None, None, None, graph)), None) is not None


def canonical(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as RDFC-1.0 has them: canonical N-Triples, each once, sorted.

    Where there is no blank node, and the graphs of this package have none, the sorted lines are all there is to it; a
    graph with one goes through the whole algorithm.
    """
    listed = list(triples)
    if any(isinstance(term, ox.BlankNode) for triple in listed for term in (triple.subject, triple.object)):
        listed = _named_blanks(listed)
    return "".join(sorted({f"{triple} .\n" for triple in listed})).encode()


def _named_blanks(triples: list[ox.Triple]) -> list[ox.Triple]:
    dataset = ox.Dataset(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return [quad.triple for quad in dataset]


def digest(lines: bytes) -> str:
    """The canonical hash of a graph: the SHA-256 of what `canonical` makes of it, in hexadecimal digits."""
    return hashlib.sha256(lines).hexdigest()


def batches(lines: bytes, size: int) -> Iterator[str]:
    """The lines as texts of at most so many triples each."""
    listed = lines.splitlines(keepends=True)  # of bytes: str would break lines at U+2028, too
    for start in range(0, len(listed), size):
        yield b"".join(listed[start : start + size]).decode()
