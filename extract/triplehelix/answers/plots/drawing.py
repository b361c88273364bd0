"""An answer as a drawing that can be shown in a notebook and saved."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triplehelix.answers.answer import Answer
from triplehelix.answers.plots.views import View, check_plot, choose
from triplehelix.errors import MissingExtra, QueryError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from triplehelix.answers.plots.pen import Pen

#: What makes two drawings of one answer the same bytes, whoever's settings are in force.
_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",  # names stay text: they can be searched, and a reader brings the fonts for any script
    "svg.hashsalt": "triplehelix",
    "text.parse_math": False,  # a dollar is a dollar
    "axes.unicode_minus": False,
}
_RESOLUTION = 200


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of an answer; a notebook shows it as SVG.

    Attributes:
        answer: what is drawn.
        view: how.
    """

    answer: Answer
    view: View
    _draw: Callable[[Pen], Figure]

    def figure(self) -> Figure:
        """The drawing as a new figure of matplotlib, for whoever wants to go on with it."""
        return self._drawn(is_text=False)

    def png(self) -> bytes:
        """The drawing as PNG, at 200 dots an inch; the same bytes each time on one machine."""
        return self._written("png")

    def svg(self) -> bytes:
        """The drawing as SVG, with its names as text; the same bytes each time on one machine."""
        return self._written("svg")

    def save(self, path: str | Path) -> None:
        """Write the drawing to a file, as PNG or SVG by its suffix; one that is there is replaced.

        Raises:
            QueryError: another suffix, or a file that cannot be written.
        """
        target = Path(path)
        check_plot(target)
        content = self._written(target.suffix.lower().removeprefix("."))
        try:
            target.write_bytes(content)
        except OSError as fault:
            raise QueryError(f"cannot be written ({fault.strerror or fault})", target) from None

    def _repr_svg_(self) -> str:
        return self.svg().decode()

    def _written(self, form: str) -> bytes:
        from matplotlib import rc_context

        no_dates = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
        figure = self._drawn(is_text=form == "svg")
        target = io.BytesIO()
        with rc_context(_settings()), _without_warnings():
            figure.savefig(target, format=form, dpi=_RESOLUTION, metadata=no_dates, facecolor="white")
        return target.getvalue()

    def _drawn(self, *, is_text: bool) -> Figure:
        from matplotlib import rc_context

        from triplehelix.answers.plots.pen import Pen

        with rc_context(_settings()), _without_warnings():
            return self._draw(Pen(self.answer, is_text=is_text))


def plot(answer: Answer, view: str | None = None) -> Plot:
    """An answer as a drawing.

    Args:
        answer: with rows.
        view: network, map, timeline or bars; None takes what the question names, else what the columns suggest.

    Raises:
        QueryError: no rows, no such view, or no column that the view can show.
        MissingExtra: matplotlib or networkx is not installed.
    """
    chosen = choose(answer, view)
    try:
        import matplotlib as mpl  # noqa: F401 - an extra, and slow to import
        import networkx as nx  # noqa: F401
    except ImportError:
        raise MissingExtra("a drawing needs matplotlib and networkx", "plot") from None
    return Plot(answer, chosen, _drawer(answer, chosen))


def _drawer(answer: Answer, view: View) -> Callable[[Pen], Figure]:
    """What draws the answer, once it is read: what cannot be drawn is told before a pen is taken."""
    # ruff: noqa: PLC0415 -- each of them needs matplotlib
    from triplehelix.answers.plots import bars, mapdrawing, netdrawing, network, timeline, worldmap

    match view:
        case View.BARS:
            return partial(bars.draw, bars.read(answer), title=answer.title)
        case View.TIMELINE:
            return partial(timeline.draw, timeline.read(answer), title=answer.title)
        case View.NETWORK:
            return partial(netdrawing.draw, network.read(answer), title=answer.title)
        case View.MAP:
            return partial(mapdrawing.draw, worldmap.read(answer), title=answer.title)


def _settings() -> dict[str, Any]:
    from matplotlib import rcParamsDefault

    from triplehelix.answers.plots.pen import INK, SIZE, families

    mine = {"font.family": list(families()), "font.size": SIZE, "text.color": INK, "axes.edgecolor": INK}
    kept = {key: value for key, value in rcParamsDefault.items() if not key.startswith(("backend", "interactive"))}
    return {**kept, **_SETTINGS, **mine}


def _without_warnings() -> warnings.catch_warnings[None]:
    """No warning of a character without a glyph: `Pen` has seen to those that are drawn, and SVG keeps its text."""
    return warnings.catch_warnings(action="ignore", category=UserWarning)
