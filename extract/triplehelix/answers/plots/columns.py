"""Answer -> what its columns hold, as far as a drawing cares: things, countries, dates, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyoxigraph as ox

from triplehelix.answers.answer import Answer
from triplehelix.questions.graph import HELIX, PREFIXES, Cell

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NUMBERS = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double", "float"))
#: What tells the IRI of an agreement or an article from that of a thing: `identifiers` writes them so.
_AGREEMENT, _ARTICLE = "/partnership/", "/article/"


def shown(answer: Answer) -> tuple[str, ...]:
    """The columns that a person is to see."""
    return tuple(column for column in answer.columns if column not in answer.hidden)


def things(answer: Answer) -> tuple[str, ...]:
    """The columns of hubs, organisations, facilities, people and places, some of them perhaps agreements."""
    found = _that(answer, lambda cell: _is_thing(cell) and not is_article(cell))
    return tuple(column for column in found if column not in agreements(answer))


def agreements(answer: Answer) -> tuple[str, ...]:
    """The columns of agreements."""
    return _that(answer, is_agreement)


def countries(answer: Answer) -> tuple[str, ...]:
    """The columns of countries: two capital letters, and a name that says so."""
    named = (column for column in _that(answer, _is_code) if "country" in column or column == "home")
    return tuple(named)


def dates(answer: Answer) -> tuple[str, ...]:
    """The columns of years, months and days; an empty text counts as no date."""
    return _that(answer, lambda cell: _is_date(cell) or _is_blank(cell))


def numbers(answer: Answer) -> tuple[str, ...]:
    """The columns of numbers."""
    return _that(answer, lambda cell: isinstance(cell, ox.Literal) and cell.datatype.value in _NUMBERS)


def cells(answer: Answer, column: str) -> tuple[Cell, ...]:
    """The cells of a column, or a None for each row where there is no such column."""
    if column not in answer.columns:
        return (None,) * len(answer)
    place = answer.columns.index(column)
    return tuple(row[place] for row in answer.rows)


def is_agreement(cell: Cell) -> bool:
    """Whether a cell holds an agreement."""
    return isinstance(cell, ox.NamedNode) and _AGREEMENT in cell.value


def is_article(cell: Cell) -> bool:
    """Whether a cell holds an article."""
    return isinstance(cell, ox.NamedNode) and _ARTICLE in cell.value


def title_of(answer: Answer, cell: Cell) -> str:
    """What a drawing calls a cell: its name, and an agreement's without its kind, which stands elsewhere."""
    name = " ".join(answer.name(cell).split())
    return re.sub(r" \([a-z_]+\)$", "", name) if is_agreement(cell) else name


def _that(answer: Answer, holds: Callable[[Cell], bool]) -> tuple[str, ...]:
    """The shown columns of whose cells each that is not empty holds, and one at least is there."""
    found = []
    for column in shown(answer):
        filled = [cell for cell in cells(answer, column) if cell is not None]
        if all(map(holds, filled)) and not all(map(_is_blank, filled)):
            found.append(column)
    return tuple(found)


def _is_thing(cell: Cell) -> bool:
    return isinstance(cell, ox.NamedNode) and not cell.value.startswith(HELIX)


def _is_code(cell: Cell) -> bool:
    return isinstance(cell, ox.Literal) and bool(re.fullmatch("[A-Z]{2}", cell.value))


def _is_date(cell: Cell) -> bool:
    plain = isinstance(cell, ox.Literal) and cell.datatype.value not in _NUMBERS
    return plain and isinstance(cell, ox.Literal) and bool(_DATE.fullmatch(cell.value))


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, ox.Literal) and not cell.value
