"""A sheet of paper for a drawing: the question above, the legend and the notes below, all measured in inches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from triplehelix.answers.plots.pen import GREY, INK, LARGE, LINE, SIZE, SMALL, Pen, width

_EDGE = 0.2
_HANDLE = 0.55  # what a sign of the legend and the gaps beside it take


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a drawing.

    Attributes:
        title: the question.
        notes: what a reader must know, a line each.
        legend: matplotlib's signs, each with its label.
    """

    title: str
    notes: tuple[str, ...] = ()
    legend: tuple[Artist, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """Inches that axes keep free for their own labels."""

    left: float = 0
    bottom: float = 0
    right: float = 0


def sheet(
    pen: Pen, frame: Frame, size: tuple[float, float], margins: Margins | None = None, panels: Sequence[float] = (1,)
) -> tuple[Figure, tuple[Axes, ...]]:
    """A figure with axes of exactly this size, and room for everything around them.

    Args:
        pen: writes.
        frame: what stands around.
        size: of all axes together, in inches, without the margins.
        margins: for the labels of the axes.
        panels: how the height is shared between axes that stand over each other; one is the usual case.
    """
    keep = margins or Margins()
    wide = max(6.0, size[0] + keep.left + keep.right + 2 * _EDGE)
    large = LARGE * min(max(wide / 9, 1), 1.6)
    title = pen.lines(frame.title, wide - 2 * _EDGE, large, 4, "bold")
    above = (title.count("\n") + 1) * large * LINE + _EDGE if title else 0
    columns, rows = _legend_grid(pen, frame, wide - 2 * _EDGE)
    notes = "\n".join(pen.lines(note, wide - 2 * _EDGE, SMALL, 3) for note in frame.notes)
    told = (notes.count("\n") + 1) * SMALL * LINE + 0.06 if notes else 0
    gaps = (len(panels) - 1) * (keep.bottom + 0.1)
    below = rows * SIZE * LINE * 1.15 + (0.1 if rows else 0)
    high = _EDGE + above + size[1] + gaps + keep.bottom + below + told + _EDGE
    figure = Figure(figsize=(wide, high))
    if title:
        figure.text(
            _EDGE / wide, 1 - _EDGE / high, title, size=large, weight="bold", color=INK, va="top", linespacing=1.2
        )
    if frame.legend:
        _legend(pen, figure, frame, columns, ((_EDGE - 0.05) / wide, (_EDGE + told) / high))
    if notes:
        figure.text(_EDGE / wide, _EDGE / high, notes, size=SMALL, color=GREY, va="bottom", linespacing=1.2)
    return figure, tuple(_axes(figure, size, keep, panels, 1 - (_EDGE + above) / high))


def _axes(figure: Figure, size: tuple[float, float], keep: Margins, panels: Sequence[float], top: float) -> list[Axes]:
    wide, high = figure.get_size_inches()
    left = _EDGE + keep.left + max(0.0, (wide - 2 * _EDGE - size[0] - keep.left - keep.right) / 2)
    made = []
    for share in panels:
        tall = size[1] * share / sum(panels)
        made.append(figure.add_axes((left / wide, top - tall / high, size[0] / wide, tall / high)))
        top -= (tall + keep.bottom + 0.1) / high
    return made


def _legend_grid(pen: Pen, frame: Frame, room: float) -> tuple[int, int]:
    """How many columns and rows the legend takes in so many inches."""
    if not frame.legend:
        return 1, 0
    widest = max(width(pen.write(str(sign.get_label()))) for sign in frame.legend) + _HANDLE
    columns = min(len(frame.legend), max(1, int(room / widest)))
    return columns, math.ceil(len(frame.legend) / columns)


def _legend(pen: Pen, figure: Figure, frame: Frame, columns: int, corner: tuple[float, float]) -> None:
    figure.legend(
        handles=list(frame.legend),
        labels=[pen.write(str(sign.get_label())) for sign in frame.legend],
        loc="lower left",
        bbox_to_anchor=corner,
        borderaxespad=0,
        borderpad=0.2,
        ncols=columns,
        frameon=False,
        fontsize=SIZE,
        labelspacing=0.25,
        columnspacing=1.5,
        handlelength=1.6,
    )
