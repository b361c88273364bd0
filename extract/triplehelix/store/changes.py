"""What one transaction takes out of the store and puts into it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: The graph that holds each triple of every article's index once, as the default graph does with their facts.
INDEX = ox.NamedNode("urn:triplehelix:index")
_DEFAULT = ox.DefaultGraph()
_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


@dataclass(frozen=True, slots=True)
class Graphs:
    """The named graphs of one article: what it asserts, what follows, what was refused and why, and its index."""

    asserted: ox.NamedNode
    inferred: ox.NamedNode
    quarantine: ox.NamedNode
    index: ox.NamedNode
    read: tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]


@dataclass(frozen=True, slots=True)
class Parts:
    """The triples of one article, graph by graph."""

    asserted: frozenset[ox.Triple] = frozenset()
    inferred: frozenset[ox.Triple] = frozenset()
    quarantine: frozenset[ox.Triple] = frozenset()

    def quads(self, graphs: Iterable[ox.NamedNode]) -> Iterator[ox.Quad]:
        """The same in these three graphs."""
        for triples, graph in zip((self.asserted, self.inferred, self.quarantine), graphs, strict=True):
            yield from _quads(triples, graph)

    def facts(self) -> frozenset[ox.Triple]:
        """The article's part of the default graph."""
        return self.asserted | self.inferred


@dataclass(frozen=True, slots=True)
class Content:
    """All that the store holds of one article.

    Attributes:
        parts: its triples, as questions see them.
        read: the same as they were read, before things were linked across articles; None where that is the same.
        index: what the article's things can be found and told apart by.
        entry: its entry in the catalog.
    """

    parts: Parts = Parts()
    read: Parts | None = None
    index: frozenset[ox.Triple] = frozenset()
    entry: frozenset[ox.Quad] = frozenset()

    def quads(self, graphs: Graphs) -> Iterator[ox.Quad]:
        """The article's own graphs and its entry; not its part of the graphs that all articles share."""
        yield from self.parts.quads((graphs.asserted, graphs.inferred, graphs.quarantine))
        yield from (self.read or Parts()).quads(graphs.read)
        yield from _quads(self.index, graphs.index)
        yield from self.entry


@dataclass(frozen=True, slots=True)
class Change:
    """What the store holds of an article, and what it shall hold."""

    graphs: Graphs
    old: Content
    new: Content


def read(raw: ox.Store, graphs: Graphs, entry: frozenset[ox.Quad]) -> Content:
    """What the store holds of an article."""
    parts, before = _parts(raw, (graphs.asserted, graphs.inferred, graphs.quarantine)), _parts(raw, graphs.read)
    return Content(parts, None if before == Parts() else before, _triples(raw, graphs.index), entry)


def replace(
    raw: ox.Store,
    changes: Sequence[Change],
    facts: tuple[str, ...],
    gone: frozenset[ox.Quad] = frozenset(),
    more: frozenset[ox.Quad] = frozenset(),
) -> None:
    """Put the new content of some articles in the place of the old, in one transaction.

    It costs what the articles hold, however big the store is. A triple leaves a shared graph only when no other
    article's graphs hold it.

    Args:
        raw: the store.
        changes: the articles, each once.
        facts: how the IRIs of graphs begin whose triples stand in the default graph too.
        gone: quads of no article that the transaction is to take out as well.
        more: quads of no article that it is to put in.

    Raises:
        OSError: the store cannot be written; nothing has changed then.
    """
    facts_layer = _Layer(
        _DEFAULT,
        facts,
        frozenset(g for c in changes for g in (c.graphs.asserted, c.graphs.inferred)),
        _union(c.old.parts.facts() for c in changes),
        _union(c.new.parts.facts() for c in changes),
    )
    index_layer = _Layer(
        INDEX,
        (f"{INDEX.value}/",),
        frozenset(c.graphs.index for c in changes),
        _union(c.old.index for c in changes),
        _union(c.new.index for c in changes),
    )
    after = itertools.chain(*(c.new.quads(c.graphs) for c in changes), more)
    if not gone and all(c.old == Content() for c in changes):
        # the usual case, and hashing the quads would take as long as storing them
        raw.extend(itertools.chain(after, facts_layer.fresh(), index_layer.fresh()))
        return
    old, new = {*gone, *(q for c in changes for q in c.old.quads(c.graphs))}, set(after)
    delete = [*(old - new), *facts_layer.gone(raw), *index_layer.gone(raw)]
    insert = [*(new - old), *facts_layer.fresh(), *index_layer.fresh()]
    if delete:
        raw.update(f"DELETE DATA {{ {_data(delete)} }} ; INSERT DATA {{ {_data(insert)} }}")
    else:
        raw.extend(insert)  # one transaction as well, and needs no parsing


@dataclass(frozen=True, slots=True)
class _Layer:
    """A graph that holds once what the graphs of articles hold, and what some of them held and shall hold.

    Attributes:
        prefixes: how the IRIs of the articles' graphs begin.
        own: the graphs of the articles that change.
    """

    shared: _Graph
    prefixes: tuple[str, ...]
    own: frozenset[ox.NamedNode]
    old: frozenset[ox.Triple]
    new: frozenset[ox.Triple]

    def gone(self, raw: ox.Store) -> Iterator[ox.Quad]:
        left = self.old - self.new
        return _quads((t for t in left if not _is_held_elsewhere(raw, t, self.own, self.prefixes)), self.shared)

    def fresh(self) -> Iterator[ox.Quad]:
        return _quads(self.new - self.old, self.shared)


def _union(sets: Iterable[frozenset[ox.Triple]]) -> frozenset[ox.Triple]:
    return frozenset[ox.Triple]().union(*sets)


def _is_held_elsewhere(raw: ox.Store, triple: ox.Triple, own: frozenset[ox.NamedNode], facts: tuple[str, ...]) -> bool:
    holders = raw.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(is_within(quad, facts) and quad.graph_name not in own for quad in holders)


def is_within(quad: ox.Quad, graphs: tuple[str, ...]) -> bool:
    """Whether the quad stands in a named graph whose IRI begins so."""
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(graphs)


def _quads(triples: Iterable[ox.Triple], graph: _Graph) -> Iterator[ox.Quad]:
    return (ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)


def _parts(raw: ox.Store, graphs: tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode]) -> Parts:
    return Parts(*(_triples(raw, graph) for graph in graphs))


def _triples(raw: ox.Store, graph: _Graph) -> frozenset[ox.Triple]:
    return frozenset(quad.triple for quad in raw.quads_for_pattern(None, None, None, graph))


def _data(quads: Iterable[ox.Quad]) -> str:
    by_graph: defaultdict[_Graph, list[str]] = defaultdict(list)
    for quad in quads:
        by_graph[quad.graph_name].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    plain = by_graph.pop(_DEFAULT, [])
    return "\n".join([*plain, *(f"GRAPH {graph} {{ {' '.join(lines)} }}" for graph, lines in by_graph.items())])
