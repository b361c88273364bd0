"""WorldMap -> a figure: numbered marks on a map of where people live, and a list of what the numbers stand for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from triplehelix.answers.plots.pen import GREY, INK, LINE, PALETTE, SIZE, Pen
from triplehelix.answers.plots.sheet import Frame, Margins, sheet
from triplehelix.answers.plots.spreading import separated
from triplehelix.answers.plots.worldmap import Mark, WorldMap
from triplehelix.places.capitals import inhabited

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Inches: the map is so wide, a mark so wide, a column of the list so wide.
_WIDE, _MARK = 8.6, 0.21
#: From so many marks on they are smaller.
_CROWD = 25
#: Degrees: south, north, west and east of where nearly everybody lives; the least to show of it; and room at the edges.
_WORLD = (-56.0, 74.0, -170.0, 180.0)
_LEAST, _ROOM = (22.0, 40.0), 8.0
#: The height of the map, as a share of its width.
_FLATTEST, _TALLEST = 0.42, 0.62
_LAND = "#C9CDD2"

Window = tuple[float, float, float, float]


def draw(worldmap: WorldMap, pen: Pen, title: str = "") -> Figure:
    """The map on a sheet, cut to where the marks are, with the list of their names below."""
    roles = list(dict.fromkeys(mark.role for mark in worldmap.marks))
    marks = sorted(worldmap.marks, key=lambda mark: (roles.index(mark.role), mark.country, mark.position))
    south, north, west, east = window = _window([mark.position for mark in marks])
    squeeze = math.cos(math.radians((south + north) / 2))
    high = _WIDE * (north - south) / ((east - west) * squeeze)
    rows = _list(marks, pen)
    below = max(len(column) for column in rows) * SIZE * LINE + 0.1
    legend = _legend(roles) if len(roles) > 1 else ()
    figure, (axes,) = sheet(pen, Frame(title, _notes(worldmap), legend), (_WIDE, high), Margins(bottom=below))
    axes.set(xlim=(0, _WIDE), ylim=(0, high), xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
    scale = (_WIDE / (east - west), high / (north - south))
    _draw_land(axes, window, scale)
    spots = {mark.position: _spot(mark.position, window, scale) for mark in marks}
    for start, end in worldmap.lines:
        bend = {"arrowstyle": "-", "connectionstyle": "arc3,rad=-0.15", "shrinkA": 0, "shrinkB": 0}
        look = {"color": GREY, "linewidth": 0.8, "alpha": 0.6, "zorder": 2}
        axes.add_patch(FancyArrowPatch(spots[start], spots[end], **bend, **look))
    _draw_marks(axes, marks, roles, spots)
    for place, column in enumerate(rows):
        for line, text in enumerate(column):
            y = -0.08 - line * SIZE * LINE
            axes.text(place * _WIDE / len(rows), y, text, va="top", size=SIZE, color=INK)
    return figure


def _window(positions: Sequence[tuple[float, float]]) -> Window:
    """South, north, west and east of what is shown: around the marks, and the whole world where they are far apart."""
    lats, longs = [lat for lat, _ in positions], [long for _, long in positions]
    if max(longs) - min(longs) > 130:
        return _WORLD
    lat, long = (max(lats) + min(lats)) / 2, (max(longs) + min(longs)) / 2
    squeeze = max(0.2, math.cos(math.radians(lat)))
    tall = max(max(lats) - min(lats) + 2 * _ROOM, _LEAST[0])
    wide = max(max(longs) - min(longs) + 2 * _ROOM, _LEAST[1], tall / squeeze / _TALLEST)
    tall = max(tall, wide * squeeze * _FLATTEST)
    return max(lat - tall / 2, -80), min(lat + tall / 2, 80), long - wide / 2, long + wide / 2


def _spot(position: tuple[float, float], window: Window, scale: tuple[float, float]) -> tuple[float, float]:
    south, _, west, _ = window
    return (position[1] - west) * scale[0], (position[0] - south) * scale[1]


def _draw_land(axes: Axes, window: Window, scale: tuple[float, float]) -> None:
    """A dot for each cell of a grid in which people live, which makes the continents without a file of coasts."""
    south, north, west, east = window
    step = min((size for size in (0.25, 0.5, 1.0, 1.5) if (east - west) / size < 190), default=1.5)
    cells = [cell for cell in inhabited(step) if south < cell[0] < north and west < cell[1] < east]
    if cells:
        x, y = np.array([_spot(cell, window, scale) for cell in cells]).T
        size = (scale[0] * step * 72 * 0.72) ** 2
        axes.scatter(x, y, s=size, color=_LAND, linewidth=0, zorder=1, rasterized=True)


def _draw_marks(
    axes: Axes, marks: Sequence[Mark], roles: Sequence[str], spots: dict[tuple[float, float], tuple[float, float]]
) -> None:
    true = np.array([spots[mark.position] for mark in marks])
    size = _MARK if len(marks) < _CROWD else _MARK * 0.75
    moved = separated(true, np.full((len(marks), 2), size), 0.02)
    for number, (mark, (x, y), (x0, y0)) in enumerate(zip(marks, moved, true, strict=True), 1):
        colour = PALETTE[roles.index(mark.role) % len(PALETTE)]
        if math.hypot(x - x0, y - y0) > size / 3:
            axes.plot([x0, x], [y0, y], color=INK, linewidth=0.6, zorder=3)
            axes.plot(x0, y0, marker="o", markersize=2.5, color=INK, zorder=3)
        form = _form(roles.index(mark.role))
        axes.plot(
            x, y, marker=form, markersize=size * 72, color=colour, markeredgecolor="white", zorder=4, clip_on=False
        )
        axes.text(
            x, y, str(number), size=size * 33, weight="bold", color="white", ha="center", va="center_baseline", zorder=5
        )


def _form(place: int) -> str:
    return "osDP"[place % 4]


def _list(marks: Sequence[Mark], pen: Pen) -> list[list[str]]:
    """The lines below the map, in columns: what each number stands for."""
    columns = 2 if len(marks) > 3 else 1
    room = _WIDE / columns - 0.25
    told = [_entry(number, mark, pen, room) for number, mark in enumerate(marks, 1)]
    half = math.ceil(sum(map(len, told)) / columns)
    made: list[list[str]] = [[] for _ in range(columns)]
    place = 0
    for lines in told:
        if made[place] and len(made[place]) + len(lines) > half and place < columns - 1:
            place += 1
        made[place] += lines
    return made


def _entry(number: int, mark: Mark, pen: Pen, room: float) -> list[str]:
    names = ", ".join(mark.names)
    text = f"{number}  {mark.country}: {names}" if names else f"{number}  {mark.country}"
    first, *rest = pen.lines(text, room - 0.2, count=6).split("\n")
    return [first, *(f"     {line}" for line in rest)]


def _legend(roles: Sequence[str]) -> tuple[Artist, ...]:
    return tuple(
        Line2D([], [], linestyle="", marker=_form(place), markersize=9, color=PALETTE[place % 6], label=role)
        for place, role in enumerate(roles)
    )


def _notes(worldmap: WorldMap) -> tuple[str, ...]:
    notes = ["Grey dots are where people live (GeoNames, CC BY 4.0)."]
    if not all(mark.is_exact for mark in worldmap.marks):
        notes[0] += " What has no known place stands where its name says, or at the capital of its country."
    if worldmap.nowhere:
        notes.append(f"{worldmap.nowhere} row{'' if worldmap.nowhere == 1 else 's'} without a known country left out.")
    return tuple(notes)
