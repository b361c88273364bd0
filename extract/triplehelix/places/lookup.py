"""A place's name as it stands in a text -> the place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from triplehelix.places.cities import City, cities_named
from triplehelix.places.place import Place
from triplehelix.places.regions import country_named, is_us_county, regions_named, state_of
from triplehelix.vocabulary import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Collection

# A country that the article has named already makes its cities this many times likelier: enough for Cambridge in
# Massachusetts, Birmingham in Alabama and Vancouver in Washington, not for Paris in Texas or Dublin in California.
_NEARNESS = 10
# A region of another country gives way to a city of a country named already when the city has at least so many people.
_RIVAL = 100_000

_REGION_WORD = (
    r"(?:prefecture|province|canton|county|state|region|governorate|district|oblast|voivodeship|department|territory|emirate"
    r"|land|metropolis|metropolitan (?:area|region))"
)
_REGION_FORMS = (
    re.compile(rf"(?i)(.+) {_REGION_WORD}"),
    re.compile(rf"(?i)(?:free |autonomous )?(?:{_REGION_WORD}|commonwealth|community|principality) of (?:the )?(.+)"),
    re.compile(r"(?:County|Region|Région|Land|Provincia di|Regione) (.+)"),
    re.compile(r"(.+)-(?:ken|fu|to|do|gun)"),
)
_COUNTRY_FORM = re.compile(r"(?:Federal )?(?:Republic|Kingdom|State|Commonwealth|Grand Duchy|Principality) of (.+)")
_CITY_FORMS = (
    re.compile(r"(?i)(?:metropolitan city|city|town|municipality|borough|metropolis|commune) of (.+)"),
    re.compile(r"(?i)(.+) (?:metropolitan city|city|town|municipality)"),
    re.compile(r"(.+)-(?:shi|ku|si)"),
)
_PART_FORM = re.compile(
    r"(?i)((?:greater|metropolitan|mainland|continental|upstate|downstate|downtown|central|inner|outer|upper|lower|rural|mid"
    r"|(?:north|south)?-?(?:north|south|east|west)(?:ern)?)[ -])(.+)"
)
# Towns bear these names too, but in news they are nearly always the word.
_WORD = re.compile(
    r"(?:Of|As|Along|Over|Most|Same|Both|Man|Bar|Male|Here|Even|Many|Much|Her|Him|Best|Young|March|April|May|June|July|August"
    r"|Monday|Sunday|Date|Union|Cent(?:er|re|ral)|Park|University|College|Institute|Industry|Commerce|Enterprise|Media|Normal"
    r"|Hub|Bank|Board|Police|Sun|Mission|Progress|Success|Hope|Imagine|Asia|Africa|Europe|America)"
)


def country_of(name: str, near: Collection[str] = ()) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that the place is or lies in, or None; see `lookup`."""
    place = lookup(name, near)
    return place.country if place else None


def lookup(name: str, near: Collection[str] = ()) -> Place | None:
    """The place of this name, or None for what is no place, or a place larger than a country.

    'Aichi Prefecture', 'City of Graz', 'Leuven, Belgium' and 'northern Italy' are understood. Of several places
    with one name a country comes first, then a region, then the city with most people.

    Args:
        name: the name as the text has it; without a capital letter it is none.
        near: codes of countries that the article has named already; they make their own places likelier.
    """
    return _lookup(name, frozenset(near))


def identified(name: str, country: str, kind: str) -> Place | None:
    """The place of this name, country and kind (a value of PlaceKind), or None where the gazetteer has none such."""
    place = lookup(name, (country,))
    return place if place and (place.country, place.kind) == (country, kind) else None


@lru_cache(maxsize=16384)
def _lookup(name: str, near: frozenset[str]) -> Place | None:
    name = (
        " ".join(name.split())
        .removeprefix("the ")
        .removeprefix("The ")
        .removesuffix("'s")
        .removesuffix("’s")
        .strip(" ,;:")
    )
    if not any(letter.isupper() for letter in name) or _WORD.fullmatch(name):
        return None
    if len(name) < 3:
        return country_named(name) if name in ("UK", "US") else None
    return _exact(name, near) or _after_comma(name) or _formed(name, near) or _part(name, near)


def _exact(name: str, near: frozenset[str]) -> Place | None:
    if name[0].islower():
        return None
    country = country_named(name)
    known = ([country] if country else []) + list(regions_named(name))
    best = next((place for place in known if place.country in near), known[0] if known else None)
    if best and (best.country in near or best.kind is PlaceKind.COUNTRY):
        return best
    city = _likeliest(name, near)
    rival = city is not None and city.country in near and city.population >= _RIVAL
    return _place(city) if city and (best is None or rival) else best


def _likeliest(name: str, near: frozenset[str], district: str | None = None) -> City | None:
    def weight(city: City) -> float:
        return city.weight(name) * (_NEARNESS if city.country in near else 1)

    found = cities_named(name)
    in_district = [city for city in found if city.district == district]
    return max(in_district or found, key=weight, default=None)


def _place(city: City | None) -> Place | None:
    if city is None:
        return None
    return Place(city.name, PlaceKind.CITY, city.country, None, city.geonames, city.lat, city.long)


def _after_comma(name: str) -> Place | None:
    """'Cambridge, MA', 'Leuven, Belgium', 'Uji City, Kyoto Prefecture, Japan'."""
    head, comma, tail = name.partition(", ")
    outer = (state_of(tail) or _lookup(tail, frozenset())) if comma else None
    if outer is None or not head[:1].isupper():
        return None
    state = outer.code[3:] if outer.code and outer.country == "US" else None
    city = _likeliest(head, frozenset({outer.country}), state) if state else None
    inner = _place(city) if city and city.district == state else _lookup(head, frozenset({outer.country}))
    known = inner is not None and inner.country == outer.country
    return inner if known else Place(head, PlaceKind.CITY, outer.country)


def _formed(name: str, near: frozenset[str]) -> Place | None:
    """A name with its class beside it: 'Skåne County', 'State of Victoria', 'City of Graz'."""
    for form in _REGION_FORMS:
        if match := form.fullmatch(name):
            found = regions_named(match[1], asked=True)
            if found:
                return next((place for place in found if place.country in near), found[0])
    if is_us_county(name):
        return Place(name, PlaceKind.REGION, "US")
    if match := _COUNTRY_FORM.fullmatch(name):
        return country_named(match[1])
    stems = (match[1] for form in _CITY_FORMS if (match := form.fullmatch(name)))
    return next((place for stem in stems if (place := _place(_likeliest(stem, near)))), None)


def _part(name: str, near: frozenset[str]) -> Place | None:
    """A part of a place, or what surrounds it: 'northern Italy', 'Greater Zurich', the 'Yilan District' of a city."""
    match = _PART_FORM.fullmatch(name)
    whole = match[2] if match else (region[1] if (region := _REGION_FORMS[0].fullmatch(name)) else "")
    inner = _lookup(whole, near) if whole[:1].isupper() else None
    return Place(name, PlaceKind.REGION, inner.country) if inner else None
