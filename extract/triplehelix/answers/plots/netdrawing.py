"""Network -> a figure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import networkx as nx
from matplotlib.lines import Line2D

from triplehelix.answers.plots.network import Edge, Network, Node
from triplehelix.answers.plots.pen import GREY, INK, LINE, MARKERS, PALETTE, SIZE, Pen, box
from triplehelix.answers.plots.sheet import Frame, sheet
from triplehelix.answers.plots.spreading import spread

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How wide a name may be, and how high the sign over it is, in inches.
_NAME, _SIGN = 1.45, 0.17
#: Inches between two lines that connect the same two things.
_ASIDE = 0.04
_PLAIN = "#9A9A9A"
_AGREEMENT = {"marker": "D", "markersize": 5.0, "color": INK}
#: What is not in force is drawn with broken lines.
_BROKEN = {"planned": (0, (5, 2)), "ended": (0, (1, 1.6))}


def draw(network: Network, pen: Pen, title: str = "") -> Figure:
    """The network on a sheet as large as its names need."""
    names = {node.key: pen.lines(node.name, _NAME, count=4) for node in network.nodes}
    sizes = {key: _size(name) for key, name in names.items()}
    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from((edge.start, edge.end) for edge in network.edges)
    layers = {node.key: node.layer for node in network.nodes} if network.is_layered else None
    places = spread(graph, sizes, layers)
    left, top = (min(places[key][axis] - sizes[key][axis] / 2 for key in names) for axis in (0, 1))
    wide, high = (max(places[key][axis] + sizes[key][axis] / 2 for key in names) for axis in (0, 1))
    colours = _Colours(network)
    notes = (f"The {len(names)} best connected things of {len(names) + network.left_out}.",) if network.left_out else ()
    figure, (axes,) = sheet(pen, Frame(title, notes, colours.legend()), (wide - left, high - top))
    axes.set(xlim=(left, wide), ylim=(high, top))
    axes.set_axis_off()
    middle = {key: (x, y - sizes[key][1] / 2 + _SIGN / 2) for key, (x, y) in places.items()}
    for edge, (x, y) in _side_by_side(network.edges, middle):
        axes.plot(x, y, zorder=1, linewidth=1.4, alpha=0.85, **colours.line(edge))
    for node in network.nodes:
        _draw_node(axes, node, names[node.key], middle[node.key], colours)
    return figure


def _side_by_side(
    edges: tuple[Edge, ...], middle: Mapping[str, tuple[float, float]]
) -> Iterator[tuple[Edge, tuple[list[float], list[float]]]]:
    """Each edge with the x and y of its ends; those between the same two nodes run beside each other."""
    alike = Counter(frozenset((edge.start, edge.end)) for edge in edges)
    seen: Counter[frozenset[str]] = Counter()
    for edge in edges:
        pair = frozenset((edge.start, edge.end))
        (x0, y0), (x1, y1) = (middle[key] for key in sorted((edge.start, edge.end)))
        aside = (seen[pair] - (alike[pair] - 1) / 2) * _ASIDE / (math.hypot(x1 - x0, y1 - y0) or 1)
        seen[pair] += 1
        dx, dy = (y0 - y1) * aside, (x1 - x0) * aside
        yield edge, ([x0 + dx, x1 + dx], [y0 + dy, y1 + dy])


def _size(name: str) -> tuple[float, float]:
    wide, high = box(name) if name else (_SIGN, 0.0)
    return max(wide, _SIGN), high + _SIGN


def _draw_node(axes: Axes, node: Node, name: str, spot: tuple[float, float], colours: _Colours) -> None:
    x, y = spot
    axes.plot(x, y, zorder=3, linestyle="", markeredgecolor="white", **colours.sign(node))
    if name:
        veil = {"boxstyle": "square,pad=0.1", "facecolor": "white", "alpha": 0.8, "linewidth": 0}
        below = y + _SIGN / 2 + 0.01 * LINE
        axes.text(x, below, name, ha="center", va="top", size=SIZE, color=INK, linespacing=1.1, bbox=veil, zorder=2)


def _sign(label: str, colour: str, marker: str) -> Line2D:
    return Line2D([], [], linestyle="", marker=marker, markersize=8, color=colour, label=label)


class _Colours:
    """Which colour, sign and line stands for what."""

    def __init__(self, network: Network) -> None:
        kinds = Counter(node.kind for node in network.nodes if node.kind)
        self._kinds = sorted(sorted(kinds, key=lambda kind: (-kinds[kind], kind))[: len(PALETTE)])
        named = sorted((node for node in network.nodes if node.name), key=lambda node: node.layer)
        self._roles = list(dict.fromkeys(node.role for node in named))
        self._kinded = list(dict.fromkeys(node.role for node in named if node.kind))
        self._others = any(node.kind not in self._kinds for node in named if node.role in self._kinded)
        self._told = list(dict.fromkeys(node.role for node in network.nodes if not node.name))
        lines = Counter(edge.kind for edge in network.edges if edge.kind)
        self._lines = sorted(sorted(lines, key=lambda kind: (-lines[kind], kind))[: len(PALETTE)])
        self._rest = len(lines) > len(self._lines)
        self._statuses = {edge.status for edge in network.edges} & set(_BROKEN)

    def sign(self, node: Node) -> dict[str, object]:
        """The sign of a node: its form tells the column, and its colour the kind, or the column where none is known."""
        if not node.name:
            return _AGREEMENT
        place = self._roles.index(node.role)
        colour = PALETTE[place % len(PALETTE)]
        if self._kinds:
            colour = PALETTE[self._kinds.index(node.kind)] if node.kind in self._kinds else GREY
        if self._kinds and node.role not in self._kinded:
            colour = INK
        return {"marker": MARKERS[place % len(MARKERS)], "markersize": 9.5, "color": colour}

    def line(self, edge: Edge) -> dict[str, object]:
        """The line of an edge: its colour tells the kind, broken lines what is not in force."""
        many = len(self._lines) > 1
        colour = PALETTE[self._lines.index(edge.kind)] if many and edge.kind in self._lines else _PLAIN
        return {"color": colour, "linestyle": _BROKEN.get(edge.status, "-")}

    def legend(self) -> tuple[Artist, ...]:
        made: list[Artist] = []
        made += [Line2D([], [], linestyle="", label=role, **_AGREEMENT) for role in self._told]
        for place, role in enumerate(self._roles):
            colour = INK if self._kinds else PALETTE[place % len(PALETTE)]
            made += [] if role in self._kinded else [_sign(role, colour, MARKERS[place % len(MARKERS)])]
        marker = MARKERS[self._roles.index(self._kinded[0])] if self._kinded else ""
        made += [_sign(kind, PALETTE[place], marker) for place, kind in enumerate(self._kinds)]
        made += [_sign("other kinds, or not known", GREY, marker)] if self._kinds and self._others else []
        if len(self._lines) > 1:
            made += [Line2D([], [], color=PALETTE[place], label=kind) for place, kind in enumerate(self._lines)]
            made += [Line2D([], [], color=_PLAIN, label="other kinds")] if self._rest else []
        broken = [status for status in _BROKEN if status in self._statuses]
        made += [Line2D([], [], color=_PLAIN, linestyle=_BROKEN[status], label=status) for status in broken]
        return tuple(made)
