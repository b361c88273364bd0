"""Answer -> what lies where: the things of each row at their places, and lines between those of one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from triplehelix.answers.answer import Answer, Spot
from triplehelix.answers.plots import columns
from triplehelix.errors import QueryError
from triplehelix.places.capitals import capital_of, country_name
from triplehelix.questions.graph import Cell

#: What a thing lies in is no second end of a line.
_CONTAINERS = ("in",)

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """The things of one column that lie in one spot.

    Attributes:
        position: latitude and longitude, in degrees.
        country: its name.
        role: the column that the things stand in.
        names: the things, in the order of the answer; empty where only countries are known.
        is_exact: whether it is a known place, and not the capital that stands for a country.
    """

    position: Position
    country: str
    role: str
    names: tuple[str, ...]
    is_exact: bool


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The marks, lines between their positions, and how many rows lie nowhere that is known."""

    marks: tuple[Mark, ...]
    lines: tuple[tuple[Position, Position], ...]
    nowhere: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    position: Position
    country: str
    role: str
    name: str
    is_exact: bool


def read(answer: Answer) -> WorldMap:
    """The map of an answer: by the coordinates of its things, else by the countries that stand in its rows.

    Raises:
        QueryError: no row lies anywhere that is known.
    """
    rows = [list(_of_row(answer, dict(zip(answer.columns, row, strict=True)))) for row in answer.rows]
    found = [one for row in rows for one in row]
    if not found:
        raise QueryError("a map needs things or countries whose place is known", None, "choose network or timeline")
    marks: dict[tuple[Position, str], list[_Found]] = {}
    for one in found:
        marks.setdefault((one.position, one.role), []).append(one)
    lines = {(row[0].position, end.position): None for row in rows for end in row[1:]}
    drawn = tuple(line for line in lines if line[0] != line[1])
    return WorldMap(tuple(map(_mark, marks.values())), drawn, sum(not row for row in rows))


def _of_row(answer: Answer, cells: dict[str, Cell]) -> Iterator[_Found]:
    """What is known of where the things of a row lie, the first thing first."""
    named = [column for column in columns.things(answer) if column not in _CONTAINERS]
    coded = columns.countries(answer)
    if not named:
        for column in coded:
            yield from _at(Spot(answer.name(cells[column])), column, "")
    for place, column in enumerate(named):
        cell = cells[column]
        spot = answer.spots.get(cell.value) if isinstance(cell, ox.NamedNode) else None
        code = _country_beside(answer, column, is_first=place == 0)
        if spot is None and code:
            spot = Spot(answer.name(cells[code]))
        if spot and cell is not None:
            yield from _at(spot, column, columns.title_of(answer, cell))


def _country_beside(answer: Answer, column: str, *, is_first: bool) -> str:
    """The column with the country of a thing: `operator_country` for `operator`, and for the first thing `country`."""
    coded = columns.countries(answer)
    own = f"{column}_country"
    if own in coded:
        return own
    return "country" if is_first and "country" in coded else ""


def _at(spot: Spot, role: str, name: str) -> Iterator[_Found]:
    known = spot.latitude is not None and spot.longitude is not None
    position = (spot.latitude, spot.longitude) if known else capital_of(spot.country)
    if position and position[0] is not None and position[1] is not None:
        yield _Found((position[0], position[1]), country_name(spot.country), role, name, known and spot.is_stated)


def _mark(found: list[_Found]) -> Mark:
    names = tuple(dict.fromkeys(one.name for one in found if one.name))
    exact = all(one.is_exact for one in found)
    return Mark(found[0].position, found[0].country, found[0].role.replace("_", " "), names, exact)
