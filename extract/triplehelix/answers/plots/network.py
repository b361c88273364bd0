"""Answer -> who is connected with whom: a sign for each thing, a line for each row that brings two together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx
import pyoxigraph as ox

from triplehelix.answers.answer import Answer
from triplehelix.answers.plots import columns
from triplehelix.errors import QueryError
from triplehelix.questions.graph import HELIX, Cell
from triplehelix.vocabulary import OrganizationKind, PartnershipKind

#: How many things are drawn at most.
_MOST = 60
#: A column that stands between the two others, wherever it stands in the answer.
_BETWEEN = "through"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing.

    Attributes:
        key: its IRI, or its text.
        name: what stands beside it; '' for an agreement whose parties are drawn themselves.
        role: the column that it was first found in.
        kind: its kind of organisation, or ''.
        layer: the place of its column in the order of drawing.
    """

    key: str
    name: str
    role: str
    kind: str = ""
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes, given by their keys, with the kind and the status of the agreement, or ''."""

    start: str
    end: str
    kind: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """What is drawn.

    Attributes:
        is_layered: whether the columns of the answer are steps from left to right.
        left_out: how many nodes there are beside those drawn.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    is_layered: bool = False
    left_out: int = 0


def read(answer: Answer) -> Network:
    """The network of an answer: each row is a way through its things, in the order of the columns.

    Raises:
        QueryError: fewer than two columns that can be connected.
    """
    order = _order(answer)
    if len(order) < 2:
        raise QueryError("a network needs two columns with names of things", None, "choose map, timeline or bars")
    nodes: dict[str, Node] = {}
    edges: dict[Edge, None] = {}
    described = _described(answer, order)
    for row in answer.rows:
        cells = dict(zip(answer.columns, row, strict=True))
        way = [(layer, name) for layer, name in enumerate(order) if cells[name] is not None]
        for layer, name in way:
            kind = _kind(answer, cells, OrganizationKind) if name == described else ""
            _take(nodes, _node(answer, cells[name], name, kind, layer, order))
        kind, status = _kind(answer, cells, PartnershipKind), answer.name(cells.get("status"))
        for (_, one), (_, other) in pairwise(way):
            edges[Edge(_key(cells[one]), _key(cells[other]), kind, status)] = None
    return _kept(nodes, tuple(edges), is_layered=len(order) > 2)


def _order(answer: Answer) -> tuple[str, ...]:
    """The columns to connect, as steps of a way."""
    named = (*columns.things(answer), *columns.agreements(answer))
    found = [column for column in columns.shown(answer) if column in named]
    if len(found) == 1 and columns.is_agreement(next(iter(columns.cells(answer, found[0])), None)):
        found = [*(column for column in ("topic",) if column in answer.columns), *found]
    if _BETWEEN in found and len(found) == 3:
        candidate, with_ = (column for column in found if column != _BETWEEN)
        return (with_, _BETWEEN, candidate)
    return tuple(found)


def _described(answer: Answer, order: tuple[str, ...]) -> str:
    """The column whose things the column `kind` describes: the first that is neither a hub nor an agreement."""
    for column in order:
        filled = [cell for cell in columns.cells(answer, column) if cell is not None]
        if not any(columns.is_agreement(cell) or "/hub/" in _key(cell) for cell in filled):
            return column
    return ""


def _node(answer: Answer, cell: Cell, role: str, kind: str, layer: int, order: tuple[str, ...]) -> Node:  # noqa: PLR0913, PLR0917
    is_told = columns.is_agreement(cell) and any(column in columns.things(answer) for column in order)
    return Node(_key(cell), "" if is_told else columns.title_of(answer, cell), role.replace("_", " "), kind, layer)


def _take(nodes: dict[str, Node], node: Node) -> None:
    """Keep a node, and of two for one thing the one of the earlier column, with the kind that either knows."""
    other = nodes.setdefault(node.key, node)
    first = min(other, node, key=lambda one: one.layer)
    nodes[node.key] = replace(first, kind=other.kind or node.kind)


def _key(cell: Cell) -> str:
    return cell.value if isinstance(cell, ox.NamedNode | ox.Literal) else str(cell)


def _kind(answer: Answer, cells: dict[str, Cell], kinds: type[OrganizationKind] | type[PartnershipKind]) -> str:
    """The kind in a row, as words, where it is one of these."""
    cell = cells.get("kind")
    local = cell.value.removeprefix(HELIX) if isinstance(cell, ox.NamedNode) else ""
    return answer.name(cell) if local in list(kinds) else ""


def _first(nodes: dict[str, Node], edges: tuple[Edge, ...]) -> list[str]:
    """The keys that are drawn: whole parts that hang together, the largest first; of a part too large the core."""
    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((edge.start, edge.end) for edge in edges)
    found: list[str] = []
    for part in sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part))):
        if len(found) + len(part) <= _MOST or not found:
            found += sorted(part, key=lambda key: (-graph.degree[key], key))[:_MOST]
    return found


def _kept(nodes: dict[str, Node], edges: tuple[Edge, ...], *, is_layered: bool) -> Network:
    kept = frozenset(_first(nodes, edges))
    drawn = tuple(edge for edge in edges if {edge.start, edge.end} <= kept)
    return Network(tuple(n for n in nodes.values() if n.key in kept), drawn, is_layered, len(nodes) - len(kept))
