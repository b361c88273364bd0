"""What one transaction takes out of the store and puts into it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DEFAULT = ox.DefaultGraph()
_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


@dataclass(frozen=True, slots=True)
class Graphs:
    """The named graphs of one article: what it asserts, what follows, what was refused and why."""

    asserted: ox.NamedNode
    inferred: ox.NamedNode
    quarantine: ox.NamedNode


@dataclass(frozen=True, slots=True)
class Content:
    """The triples of one article, graph by graph, and its entry in the catalog."""

    asserted: frozenset[ox.Triple] = frozenset()
    inferred: frozenset[ox.Triple] = frozenset()
    quarantine: frozenset[ox.Triple] = frozenset()
    entry: frozenset[ox.Quad] = frozenset()

    def quads(self, graphs: Graphs) -> Iterator[ox.Quad]:
        """The article's own graphs and its entry; not its part of the default graph."""
        yield from _quads(self.asserted, graphs.asserted)
        yield from _quads(self.inferred, graphs.inferred)
        yield from _quads(self.quarantine, graphs.quarantine)
        yield from self.entry

    def everything(self, graphs: Graphs) -> Iterator[ox.Quad]:
        """The same and the article's part of the default graph."""
        yield from self.quads(graphs)
        yield from _quads(self.asserted, _DEFAULT)
        yield from _quads(self.inferred, _DEFAULT)

    def facts(self) -> frozenset[ox.Triple]:
        """The article's part of the default graph."""
        return self.asserted | self.inferred


def read(raw: ox.Store, graphs: Graphs, entry: frozenset[ox.Quad]) -> Content:
    """What the store holds of an article."""
    return Content(
        _triples(raw, graphs.asserted), _triples(raw, graphs.inferred), _triples(raw, graphs.quarantine), entry
    )


def replace(raw: ox.Store, graphs: Graphs, old: Content, new: Content, facts: tuple[str, ...]) -> None:
    """Put the new content in the place of the old, in one transaction.

    It costs what the two hold, however big the store is. A triple leaves the default graph only when no other article's
    graphs hold it.

    Args:
        raw: the store.
        graphs: the named graphs of the article.
        old: what the store holds of the article.
        new: what it shall hold.
        facts: how the IRIs of graphs begin whose triples stand in the default graph too.

    Raises:
        OSError: the store cannot be written; nothing has changed then.
    """
    if old == Content():
        raw.extend(new.everything(graphs))  # the usual case, and hashing the quads would take as long as storing them
        return
    own = frozenset({graphs.asserted, graphs.inferred})
    before, after = set(old.quads(graphs)), set(new.quads(graphs))
    gone = [t for t in old.facts() - new.facts() if not _is_held_elsewhere(raw, t, own, facts)]
    delete = [*(before - after), *_quads(gone, _DEFAULT)]
    insert = [*(after - before), *_quads(new.facts() - old.facts(), _DEFAULT)]
    if delete:
        raw.update(f"DELETE DATA {{ {_data(delete)} }} ; INSERT DATA {{ {_data(insert)} }}")
    else:
        raw.extend(insert)  # one transaction as well, and needs no parsing


def _is_held_elsewhere(raw: ox.Store, triple: ox.Triple, own: frozenset[ox.NamedNode], facts: tuple[str, ...]) -> bool:
    holders = raw.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(is_within(quad, facts) and quad.graph_name not in own for quad in holders)


def is_within(quad: ox.Quad, graphs: tuple[str, ...]) -> bool:
    """Whether the quad stands in a named graph whose IRI begins so."""
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(graphs)


def _quads(triples: Iterable[ox.Triple], graph: _Graph) -> Iterator[ox.Quad]:
    return (ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)


def _triples(raw: ox.Store, graph: _Graph) -> frozenset[ox.Triple]:
    return frozenset(quad.triple for quad in raw.quads_for_pattern(None, None, None, graph))


def _data(quads: Iterable[ox.Quad]) -> str:
    by_graph: defaultdict[_Graph, list[str]] = defaultdict(list)
    for quad in quads:
        by_graph[quad.graph_name].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    plain = by_graph.pop(_DEFAULT, [])
    return "\n".join([*plain, *(f"GRAPH {graph} {{ {' '.join(lines)} }}" for graph, lines in by_graph.items())])
