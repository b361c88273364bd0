"""Answer -> the kind of drawing that shows it best."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from triplehelix.answers.answer import Answer
from triplehelix.answers.plots import columns
from triplehelix.errors import QueryError

#: The suffixes that a drawing can be saved under.
SUFFIXES = (".png", ".svg")


class View(StrEnum):
    """How an answer is drawn."""

    NETWORK = "network"
    MAP = "map"
    TIMELINE = "timeline"
    BARS = "bars"


def choose(answer: Answer, wanted: str | None = None) -> View:
    """The view that was asked for, else the one that the question names, else what the columns suggest.

    Raises:
        QueryError: no such view, or no rows, or no column that can be drawn.
    """
    if not answer.rows:
        raise QueryError("there are no rows to draw", answer.asked or None, answer.reason)
    if wanted is not None and wanted not in list(View):
        raise QueryError(f"there is no view {wanted!r}", None, f"choose {', '.join(View)}")
    if wanted is not None:
        return View(wanted)
    if answer.view in list(View):
        return View(str(answer.view))
    if found := _suggested(answer):
        return found
    raise QueryError("no column can be drawn", None, "ask for names of things, countries, dates or numbers")


def _suggested(answer: Answer) -> View | None:
    if columns.numbers(answer):
        return View.BARS
    if len((*columns.things(answer), *columns.agreements(answer))) > 1:
        return View.NETWORK
    if columns.dates(answer):
        return View.TIMELINE
    return View.MAP if columns.countries(answer) else None


def check_plot(path: Path) -> None:
    """Refuse a file whose suffix names no format of a drawing, before anything is asked.

    Raises:
        QueryError: it is none of SUFFIXES.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise QueryError("no format for a drawing has this suffix", path, f"end it in one of {' '.join(SUFFIXES)}")
