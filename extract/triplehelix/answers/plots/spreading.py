"""Where the names of a network go: places in inches at which no two of them overlap."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
#: Inches between two boxes, between two parts of a network, and from one to its neighbour.
_GAP, _APART, _STEP = 0.08, 0.35, 0.55
_SEED = 20  # any, but always the same
_ROUNDS = 2000


def spread(
    graph: nx.Graph, sizes: Mapping[str, tuple[float, float]], layers: Mapping[str, int] | None = None
) -> dict[str, tuple[float, float]]:
    """The middle of each node's box, in inches, with y downwards; parts that hang together stand together.

    Args:
        graph: what is connected with what.
        sizes: how wide and high the box of each node is, its name included.
        layers: columns to stand in, from left to right; None lets what is connected pull itself together.
    """
    if layers:
        return _in_columns(graph, sizes, layers)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(map(str, part))))
    placed = [_part(graph, sorted(part, key=str), sizes) for part in parts]
    placed.sort(key=lambda part: -round(_height(part, sizes), 3))
    return _packed(placed, sizes)


def separated(points: Points, sizes: Points, gap: float = _GAP) -> Points:
    """The points moved as little as makes no two boxes around them overlap.

    Args:
        points: n by 2, the middles of the boxes.
        sizes: n by 2, their widths and heights.
        gap: to leave between them.
    """
    moved, count = points.astype(float).copy(), len(points)
    need = (sizes[:, None] + sizes[None]) / 2 + gap
    for _ in range(_ROUNDS if count > 1 else 0):
        apart = moved[:, None] - moved[None]
        over = need - np.abs(apart)
        hit = np.triu((over > 1e-6).all(axis=2), 1)
        if not hit.any():
            break
        for one, other in np.argwhere(hit):
            axis = int(np.argmin(over[one, other]))
            # two on the same spot part by their order, so that the outcome is always the same
            side = math.copysign(1, apart[one, other, axis] or -1)
            moved[one, axis] += side * over[one, other, axis] * 0.26
            moved[other, axis] -= side * over[one, other, axis] * 0.26
    return moved


def _part(
    graph: nx.Graph, nodes: Sequence[str], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    part = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from(sorted(graph.subgraph(nodes).edges, key=str))
    boxes = np.array([sizes[node] for node in nodes])
    if len(nodes) == 2:
        points = np.array([[0.0, 0.0], [0.0, 0.75]])
    else:
        start = nx.circular_layout(part)
        pulled = nx.spring_layout(part, pos=start, seed=_SEED, iterations=300)
        scale = _STEP * math.sqrt(len(nodes))
        points = np.array([pulled[node] for node in nodes]) * (scale * 1.4, scale)
    placed = separated(points, boxes)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, placed, strict=True)}


def _packed(
    parts: Sequence[Mapping[str, tuple[float, float]]], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """The parts in rows, like words on a page that is a little wider than high."""
    edges = [_extent(part, sizes) for part in parts]
    area = sum((x1 - x0 + _APART) * (y1 - y0 + _APART) for x0, y0, x1, y1 in edges)
    page = max(max((x1 - x0 for x0, _, x1, _ in edges), default=0), math.sqrt(area) * 1.25, 7.5)
    placed: dict[str, tuple[float, float]] = {}
    left = top = tallest = 0.0
    for part, (x0, y0, x1, y1) in zip(parts, edges, strict=True):
        if left and left + x1 - x0 > page:
            left, top, tallest = 0.0, top + tallest + _APART, 0.0
        placed |= {node: (x - x0 + left, y - y0 + top) for node, (x, y) in part.items()}
        left, tallest = left + x1 - x0 + _APART, max(tallest, y1 - y0)
    return placed


def _height(part: Mapping[str, tuple[float, float]], sizes: Mapping[str, tuple[float, float]]) -> float:
    _, top, _, bottom = _extent(part, sizes)
    return bottom - top


def _extent(
    part: Mapping[str, tuple[float, float]], sizes: Mapping[str, tuple[float, float]]
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the boxes of a part."""
    points = np.array([part[node] for node in part])
    halves = np.array([sizes[node] for node in part]) / 2
    low, high = (points - halves).min(axis=0), (points + halves).max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _in_columns(
    graph: nx.Graph, sizes: Mapping[str, tuple[float, float]], layers: Mapping[str, int]
) -> dict[str, tuple[float, float]]:
    """Columns side by side, each node near the middle of those that it is connected with in the column before."""
    placed: dict[str, tuple[float, float]] = {}
    left = 0.0
    for layer in sorted(set(layers.values())):
        nodes = sorted((node for node in layers if layers[node] == layer), key=str)
        wide = max(sizes[node][0] for node in nodes)
        wanted = {node: _pull(graph, node, placed) for node in nodes}
        nodes.sort(key=lambda node: (wanted[node], node))
        high = sum(sizes[node][1] + 2 * _GAP for node in nodes)
        top = sum(wanted.values()) / len(nodes) - high / 2
        for node in nodes:
            placed[node] = (left + wide / 2, top + sizes[node][1] / 2 + _GAP)
            top += sizes[node][1] + 2 * _GAP
        left += wide + 1.0
    return placed


def _pull(graph: nx.Graph, node: str, placed: Mapping[str, tuple[float, float]]) -> float:
    near = [placed[other][1] for other in graph.neighbors(node) if other in placed]
    return sum(near) / len(near) if near else 0.0
