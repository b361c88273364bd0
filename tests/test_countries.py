"""Entities + relations -> countries."""

from __future__ import annotations

import pytest

from tests.markup import entities_of
from triplehelix.countries import with_countries
from triplehelix.relations import relate


def countries(marked: str) -> dict[str, str | None]:
    document, entities = entities_of(marked)
    found = with_countries(entities, relate(document, entities), document.article.text)
    return {e.name: e.country for e in found}


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("[O Rav Forum] ([L Oulu], [L Finland]) grew.", "FI"),
        ("The Swedish group [O Rav Forum] grew.", "SE"),
        ("Norway's [O Rav Forum] grew.", "NO"),
        ("[O Rav Japan Forum] grew.", "JP"),
        ("[O Rav Forum S.p.A.] grew.", "IT"),
        ("They were in Sweden. [O Rav Forum] grew.", None),
        ("Sweden and [O Rav Forum] grew.", None),
    ],
)
def test_the_country_follows_from_what_the_article_says(marked: str, country: str | None) -> None:
    name = next(n for n in countries(marked) if n.startswith("Rav"))
    assert countries(marked)[name] == country


def test_a_place_stated_for_the_body_outranks_its_name() -> None:
    assert countries("[O Rav Japan Forum], based in [L Oulu], grew.")["Rav Japan Forum"] == "FI"


def test_a_facility_takes_the_country_of_the_hub_it_stands_in() -> None:
    assert countries("[H Rav Park] is in [L Oulu]. [F Kiln Seven] stands in [H Rav Park].")["Kiln Seven"] == "FI"


def test_a_person_has_no_country() -> None:
    assert countries("The Swedish engineer [N Ayla Storm] of [O Rav Forum] spoke.")["Ayla Storm"] is None
