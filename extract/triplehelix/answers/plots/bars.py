"""Answer -> how much of what: bars, one a row and number, in the order of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from matplotlib.patches import Patch

from triplehelix.answers.answer import Answer
from triplehelix.answers.plots import columns
from triplehelix.answers.plots.pen import INK, LINE, PALE, PALETTE, SIZE, Pen, width
from triplehelix.answers.plots.sheet import Frame, Margins, sheet
from triplehelix.errors import QueryError
from triplehelix.places.capitals import country_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How many bars are drawn at most, and how many numbers of each row.
_MOST, _SERIES = 45, 4
_NAMES, _LENGTH, _BAR = 3.4, 4.6, 0.17
#: Numbers of different units stand in panels of their own.
_UNIT = "currency"
_HATCHES = ("", "////", "....", "xxxx")


@dataclass(frozen=True, slots=True)
class Bar:
    """The numbers of one row."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Panels of bars, by unit ('' where there is none), what each number counts, and how many rows are left out."""

    panels: tuple[tuple[str, tuple[Bar, ...]], ...]
    series: tuple[str, ...]
    left_out: int = 0


def read(answer: Answer) -> Bars:
    """The bars of an answer.

    Raises:
        QueryError: it has no column of numbers.
    """
    series = columns.numbers(answer)[:_SERIES]
    if not series:
        raise QueryError("bars need a column with numbers", None, "choose network, map or timeline")
    names = _names(answer)
    units = [answer.name(cell) for cell in columns.cells(answer, _UNIT)]
    values = list(zip(*(map(_number, columns.cells(answer, column)) for column in series), strict=True))
    rows = list(zip(units, names, values, strict=True))
    panels: dict[str, list[Bar]] = {}
    most = min(_MOST // len(series), 30)
    for unit, name, value in rows[:most]:
        panels.setdefault(unit, []).append(Bar(name, value))
    made = tuple((unit, tuple(bars)) for unit, bars in panels.items())
    return Bars(made, tuple(column.replace("_", " ") for column in series), max(0, len(rows) - most))


def draw(bars: Bars, pen: Pen, title: str = "") -> Figure:
    """The bars on a sheet, the first row on top."""
    names = {bar.name: pen.lines(bar.name, _NAMES) for _, panel in bars.panels for bar in panel}
    left = max(width(line) for name in names.values() for line in name.split("\n")) + 0.15
    step = max(0.3, _BAR * len(bars.series) + 0.14)
    lines = max(name.count("\n") + 1 for name in names.values())
    step = max(step, lines * SIZE * LINE + 0.08)
    counts = [len(panel) for _, panel in bars.panels]
    legend = tuple(_patch(place, name) for place, name in enumerate(bars.series))
    shown = sum(counts)
    notes = (f"The first {shown} of {shown + bars.left_out} rows.",) if bars.left_out else ()
    size = (_LENGTH, step * shown)
    figure, panels = sheet(pen, Frame(title, notes, legend), size, Margins(left, 0.05), counts)
    for axes, (unit, rows) in zip(panels, bars.panels, strict=True):
        _draw_panel(axes, rows, names, unit)
    return figure


def told(value: float) -> str:
    """A number as a person reads it: '380 million'."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _draw_panel(axes: Axes, rows: tuple[Bar, ...], names: dict[str, str], unit: str) -> None:
    series = len(rows[0].values)
    longest = max((value for row in rows for value in row.values), default=0) or 1
    thick = 0.78 / series
    for place in range(series):
        offset = (place - (series - 1) / 2) * thick
        heights = [number + offset for number in range(len(rows))]
        values = [row.values[place] for row in rows]
        axes.barh(
            heights, values, thick * 0.9, color=PALETTE[place], hatch=_HATCHES[place], edgecolor="white", linewidth=0
        )
        for height, value in zip(heights, values, strict=True):
            words = " ".join(filter(None, (told(value), unit)))
            axes.text(value + longest * 0.01, height, words, va="center", size=SIZE - 1, color=INK)
    axes.set_yticks(range(len(rows)), [names[row.name] for row in rows], size=SIZE, linespacing=1.1)
    axes.set(xlim=(min(0, *(v for row in rows for v in row.values)), longest * 1.3), ylim=(len(rows) - 0.5, -0.5))
    axes.tick_params(axis="both", length=0)
    axes.set_xticks([])
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color(PALE)


def _patch(place: int, name: str) -> Patch:
    return Patch(facecolor=PALETTE[place], hatch=_HATCHES[place], edgecolor="white", linewidth=0, label=name)


def _names(answer: Answer) -> list[str]:
    """What each row counts: its things and agreements, or the articles, or the countries, or its first word."""
    counted = set(columns.numbers(answer))
    named = (*columns.agreements(answer), *columns.things(answer))
    articles = [c for c in columns.shown(answer) if all(map(columns.is_article, columns.cells(answer, c)))]
    chosen = named or tuple(articles) or columns.countries(answer)[:1]
    rest = tuple(column for column in columns.shown(answer) if column not in counted and column != _UNIT)
    cells = zip(*(columns.cells(answer, column) for column in chosen or rest[:1] or answer.columns[:1]), strict=True)
    if chosen and chosen == columns.countries(answer)[:1]:
        return [country_name(answer.name(row[0])) for row in cells]
    return [" – ".join(filter(None, (columns.title_of(answer, cell) for cell in row))) for row in cells]


def _number(cell: object) -> float:
    return float(cell.value) if isinstance(cell, ox.Literal) else 0.0
