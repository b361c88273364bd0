"""What a place is called in another language or script -> the places that it may be.

GeoNames lists the other names of a city ('大阪', 'Осака', 'Genf'); they are looked for in its raw text, because parsing
all of it costs half a second, and one search takes milliseconds.
"""

from __future__ import annotations

import json

from triplehelix.places.cities import City, cities_called, cities_named
from triplehelix.places.lookup import lookup
from triplehelix.places.place import Place, plain
from triplehelix.vocabulary import PlaceKind

#: What stands after a place's name in East Asian scripts and says what it is: prefecture, city, ward, town, village.
_CLASS_LETTERS = "府市都道県縣区區町村省시도군구"


def places_called(name: str) -> tuple[Place, ...]:
    """The places that bear the name in any language, the most likely one first; none when nothing does.

    Args:
        name: in any script; one in Latin letters needs a capital, as in `lookup`.
    """
    wanted = " ".join(name.split())
    if plain(wanted).isascii() and (known := lookup(wanted)):
        return tuple(dict.fromkeys([known, *map(_place, cities_named(wanted))]))
    if wanted.isascii():
        return ()
    spellings = dict.fromkeys((wanted, f"{wanted} 시", wanted.rstrip(_CLASS_LETTERS)))
    return tuple(_place(city) for spelling in spellings if len(spelling) > 1 for city in _cities(spelling))


def _cities(name: str) -> list[City]:
    return sorted(cities_called(json.dumps(name)), key=lambda city: (-city.population, city.geonames))


def _place(city: City) -> Place:
    return Place(city.name, PlaceKind.CITY, city.country, None, city.geonames, city.lat, city.long)
