"""Answer -> what happened when: a line for each event, with a mark where its date lies and as wide as it is vague."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pyoxigraph as ox
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.lines import Line2D

from triplehelix.answers.answer import Answer
from triplehelix.answers.plots import columns
from triplehelix.answers.plots.pen import GREY, INK, LINE, MARKERS, PALE, PALETTE, SIZE, Pen, width
from triplehelix.answers.plots.sheet import Frame, Margins, sheet
from triplehelix.errors import QueryError
from triplehelix.questions.graph import HELIX, Cell

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How many events are drawn at most, how wide their names may be and how wide the years are, in inches.
_MOST, _NAMES, _YEARS = 40, 3.6, 5.2
#: The columns that tell a date's kind apart, the first that is there is drawn in colours.
_COLOURED = ("status", "class", "kind")
_ENDS = ("until", "end", "end_date")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline.

    Attributes:
        name: what happened.
        said: its date as it is known ('2025-10'), or ''.
        until: when it ended, as known, or ''.
        group: what is told by its colour, or ''.
        is_firm: whether the date is its own, and not that of the article.
    """

    name: str
    said: str
    until: str = ""
    group: str = ""
    is_firm: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in the order of time, those without a date last, and how many more there are."""

    events: tuple[Event, ...]
    left_out: int = 0


def read(answer: Answer) -> Timeline:
    """The events of an answer, each once.

    Raises:
        QueryError: it has no column of dates.
    """
    dated = [column for column in columns.dates(answer) if column not in _ENDS]
    if not dated:
        raise QueryError("a timeline needs a column with dates", None, "choose network, map or bars")
    ends = next((column for column in _ENDS if column in answer.columns), "")
    coloured = next((column for column in _COLOURED if _has_kinds(answer, column)), "")
    parts = (columns.cells(answer, name) for name in (dated[0], ends, coloured, "dated_by"))
    names = _names(answer, {dated[0], ends})
    found = {
        Event(name, answer.name(day), answer.name(end), answer.name(group), answer.name(by) in {"", "agreement"})
        for name, day, end, group, by in zip(names, *parts, strict=True)
    }
    events = sorted(found, key=lambda event: (not event.said, event.said, event.name, event.group, event.until))
    return Timeline(tuple(events[:_MOST]), max(0, len(events) - _MOST))


def draw(timeline: Timeline, pen: Pen, title: str = "") -> Figure:
    """The timeline on a sheet, the earliest event on top."""
    events = timeline.events
    names = [pen.lines(event.name, _NAMES) for event in events]
    heights = [max(0.3, (name.count("\n") + 1) * SIZE * LINE + 0.12) for name in names]
    left = max(width(line) for name in names for line in name.split("\n")) + 0.15
    groups = tuple(dict.fromkeys(sorted(event.group for event in events if event.group)))
    frame = Frame(title, _notes(timeline), _legend(events, groups))
    figure, (axes,) = sheet(pen, frame, (_YEARS, sum(heights)), Margins(left, 0.3))
    spans = [span for event in events for span in _spans(event)]
    first, last = _limits(spans)
    axes.set(xlim=(date2num(first), date2num(last)), ylim=(sum(heights), 0))
    _set_axis(axes)
    top = 0.0
    for event, name, height in zip(events, names, heights, strict=True):
        _draw_event(axes, event, name, top + height / 2, groups)
        top += height
    return figure


def span_of(said: str) -> tuple[date, date]:
    """The first and the last day that a date as known may mean: '2025-10' is all of October."""
    year, month, day = (*map(int, said.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _names(answer: Answer, without: set[str]) -> list[str]:
    """What each row is about: its agreement, or else its first thing, or else its first word."""
    named = (*columns.agreements(answer), *columns.things(answer))
    others = [column for column in columns.shown(answer) if column not in without]
    column = next(iter((*named, *others)), answer.columns[0])
    return [columns.title_of(answer, cell) for cell in columns.cells(answer, column)]


def _has_kinds(answer: Answer, column: str) -> bool:
    return any(_is_kind(cell) for cell in columns.cells(answer, column)) and column not in answer.hidden


def _is_kind(cell: Cell) -> bool:
    return isinstance(cell, ox.NamedNode) and cell.value.startswith(HELIX)


def _spans(event: Event) -> list[tuple[date, date]]:
    return [span_of(said) for said in (event.said, event.until) if said]


def _limits(spans: list[tuple[date, date]]) -> tuple[date, date]:
    """The years to show: all of them, a year at least, with room for the dates beside the marks."""
    days = [day for span in spans for day in span] or [date(2000, 1, 1)]
    first, last = min(days), max(days)
    short = max(0, 365 - (last - first).days) // 2
    room = max(20, (last - first).days // 6)
    return first - timedelta(short + room // 3), last + timedelta(short + room)


def _set_axis(axes: Axes) -> None:
    locator = AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    axes.grid(axis="x", color=PALE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_yticks([])
    axes.tick_params(axis="x", length=0, colors=GREY)
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set_color(PALE)


def _draw_event(axes: Axes, event: Event, name: str, height: float, groups: tuple[str, ...]) -> None:
    start = axes.get_xlim()[0]
    outside = axes.get_yaxis_transform()
    axes.text(-0.02, height, name, transform=outside, ha="right", va="center", size=SIZE, color=INK, linespacing=1.15)
    axes.axhline(height, color=PALE, linewidth=0.5, zorder=0)
    colour, marker = _sign(event.group, groups)
    veil = {"boxstyle": "square,pad=0.15", "facecolor": "white", "linewidth": 0}
    spot = {
        "bbox": veil,
        "xytext": (8, 0),
        "textcoords": "offset points",
        "va": "center",
        "size": SIZE - 1,
        "color": GREY,
    }
    if not event.said:
        start += (axes.get_xlim()[1] - start) / 40
        axes.plot(start, height, marker=marker, markersize=6.5, color=colour, linestyle="")
        axes.annotate("no date", (start, height), style="italic", **spot)
        return
    first, last = (float(date2num(day)) for day in span_of(event.said))
    end = float(date2num(span_of(event.until)[1])) if event.until else last
    axes.plot([first, end], [height, height], color=colour, linewidth=5, alpha=0.35, solid_capstyle="round")
    middle = first if event.until else (first + last) / 2
    fill = colour if event.is_firm else "white"
    axes.plot(middle, height, marker=marker, markersize=6.5, color=colour, markerfacecolor=fill, linestyle="")
    said = f"{event.said} – {event.until}" if event.until else event.said
    axes.annotate(said, (end, height), **spot)


def _sign(group: str, groups: tuple[str, ...]) -> tuple[str, str]:
    place = groups.index(group) if group in groups else 0
    return PALETTE[place % len(PALETTE)], MARKERS[place % len(MARKERS)]


def _legend(events: tuple[Event, ...], groups: tuple[str, ...]) -> tuple[Artist, ...]:
    made: list[Artist] = []
    for group in groups:
        colour, marker = _sign(group, groups)
        made.append(Line2D([], [], color=colour, marker=marker, markersize=6.5, linestyle="", label=group))
    if any(event.said and not event.is_firm for event in events):
        hollow = {"color": GREY, "marker": "o", "markerfacecolor": "white", "linestyle": ""}
        made.append(Line2D([], [], markersize=6.5, label="dated by its article", **hollow))
    return tuple(made)


def _notes(timeline: Timeline) -> tuple[str, ...]:
    vague = any(event.said and len(event.said) < 10 for event in timeline.events)
    notes = ["A pale bar is a date known only to the month or the year, or the time until an end."] if vague else []
    if timeline.left_out:
        notes.append(f"The first {len(timeline.events)} of {len(timeline.events) + timeline.left_out} events.")
    return tuple(notes)
