"""registry: names known beforehand -> where they stand in a text. What the sentences say is invented."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplehelix import registry
from triplehelix.folders import SEEDS
from triplehelix.places import country_of
from triplehelix.registry import Entry, find, known
from triplehelix.vocabulary import EntityClass, HubKind, OrganizationKind

KINDS: dict[EntityClass, set[str]] = {EntityClass.HUB: set(HubKind), EntityClass.ORGANIZATION: set(OrganizationKind)}


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.span.of(text), mention.entry.name) for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lab of Kyoto University in Brack.", [("Kyoto University", "Kyoto University")]),
        ("A LAB OF KYOTO UNIVERSITY", [("KYOTO UNIVERSITY", "Kyoto University")]),
        ("with Kyoto University Hospital.", [("Kyoto University Hospital", "Kyoto University Hospital")]),
        ("Tokyo's JETRO and the PMDA", [("JETRO", "JETRO"), ("PMDA", "PMDA")]),
        ("Novartis, Roche and NOVARTIS.", [("Novartis", "Novartis"), ("Roche", "Roche"), ("NOVARTIS", "Novartis")]),
        ("Montreal InVivo (Quebec)", [("Montreal InVivo", "Montréal InVivo")]),
        ("MONTRÉAL INVIVO", [("MONTRÉAL INVIVO", "Montréal InVivo")]),
        ("the Bristol–Myers Squibb plant", [("Bristol–Myers Squibb", "Bristol Myers Squibb")]),
        (
            "Infineon Technologies AG and NXP N.V., both",
            [("Infineon Technologies AG", "Infineon"), ("NXP N.V.", "NXP")],
        ),
        ("The Swiss Roche Ltd. said so.", [("Roche Ltd.", "Roche")]),
        ("Pfizer President Ina Brack", [("Pfizer", "Pfizer")]),
        ("Pfizer CEO Ina Brack", [("Pfizer", "Pfizer")]),
        ("At Biopolis, one-north", [("Biopolis", "Biopolis"), ("one-north", "one-north")]),
        ("a Roche-backed firm", [("Roche", "Roche")]),
        ("King’s College London", [("King’s College London", "King's College London")]),
    ],
)
def test_a_registered_name_is_found_where_it_stands(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.span.of(text), mention.entry) for mention in find(text)] == [
        (written, known(name)) for written, name in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the biopolis of ants",
        "jetro and Jetro",
        "Rochester and Rochefort",
        "Ines Brack-Ferrari",
        "Noemí Fellmoor Sandoz",
        "Bank of Novartis",
        "Intel Bay Institute",
        "Kyoto University of the Arts",
        "École polytechnique du Brack",
        "a mayo clinic and the Turku university hospital",
        "Honda-Brack Works",
        "Upper Fellmoor Bioindustry Association",
        "AMGENX",
        "",
    ],
)
def test_what_is_no_registered_name_or_a_part_of_a_longer_one_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_whole_name_is_known_and_a_part_is_not() -> None:
    entry = known("Business Sweden")
    assert entry is not None
    assert (entry.entity_class, entry.kind, entry.country, entry.place) == ("Organization", "agency", "SE", "Stockholm")
    assert known("Swedish Trade and Invest Council") == entry
    assert known("Business Sweden office") is None
    assert known("Quillon Park") is None


def test_names_do_not_overlap_and_offsets_are_those_of_the_text() -> None:
    text = "İ Ⅻ ﬁ – University of Tokyo, University of Oxford; Kendall Square"
    mentions = find(text)
    assert [m.span.of(text) for m in mentions] == ["University of Tokyo", "University of Oxford", "Kendall Square"]
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(mentions))


def test_every_entry_has_a_kind_of_its_class() -> None:
    assert [entry.name for entry in registry.entries() if entry.kind not in KINDS[entry.entity_class]] == []
    assert len(registry.entries()) > 500


def test_every_place_lies_in_the_country_of_its_entry() -> None:
    placed = [entry for entry in registry.entries() if entry.place and entry.country]
    elsewhere = [
        (e.name, e.place) for e in placed if country_of(e.place or "", {e.country or ""}) not in (e.country, None)
    ]
    assert elsewhere == []


def test_every_name_of_the_registry_is_found_as_itself() -> None:
    lost = [entry.name for entry in registry.entries() if known(entry.name) != entry]
    assert lost == []


def test_no_two_entries_share_a_name() -> None:
    names = [name for entry in registry.entries() for name in (entry.name, *entry.aliases)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("name", registry.FILES)
def test_a_registry_holds_names_and_no_relations(name: str) -> None:
    with (SEEDS / name).open(encoding="utf-8", newline="") as file:
        assert csv.DictReader(file).fieldnames == ["name", "class", "kind", "country", "aliases", "wikidata", "place"]


def test_without_its_files_the_registry_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "SEEDS", tmp_path)
    assert registry.entries() == ()


@given(st.text(max_size=80), st.sampled_from(registry.entries()))
def test_any_text_around_a_name_is_searched(text: str, entry: Entry) -> None:
    whole = f"{text}\n{entry.name}\n{text}"
    assert entry in [mention.entry for mention in find(whole)]
    assert all(mention.span.of(whole) for mention in find(whole))
