"""Every gold file obeys the annotation format; one test a rule."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from triplehelix.articles import read
from triplehelix.folders import SEEDS
from triplehelix.vocabulary import (
    SIGNATURES,
    EntityClass,
    HubKind,
    OrganizationKind,
    PartnershipKind,
    PlaceKind,
    RelationType,
    Status,
)

GOLD = Path(__file__).parent / "gold"
FILES = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.rglob("*.json"))}
KINDS: dict[str, set[str | None]] = {
    EntityClass.HUB: set(HubKind),
    EntityClass.ORGANIZATION: set(OrganizationKind),
    EntityClass.FACILITY: {None},
    EntityClass.PLACE: {*PlaceKind, None},
    EntityClass.PERSON: {None},
}

Record = dict[str, Any]


def records() -> Iterator[tuple[str, Record]]:
    for path, record in FILES.items():
        yield str(path.relative_to(GOLD)), record


def full_text(record: Record) -> str:
    return f"{record['title']}\n{record['text']}"


def classes(record: Record) -> dict[str, str]:
    return {entity["id"]: entity["class"] for entity in record["entities"]}


def statements(record: Record) -> list[Record]:
    return [*record["relations"], *record["partnerships"]]


def test_there_is_gold_and_the_four_seeds_are_in_it() -> None:
    assert len(FILES) > 100
    assert {p.stem for p in FILES if p.parent.name == "seeds"} == {p.stem for p in (SEEDS / "articles").glob("*.txt")}


def test_an_id_is_the_file_name() -> None:
    assert [path.name for path, record in FILES.items() if record["id"] != path.stem] == []


def test_no_two_files_share_a_name() -> None:
    assert len({path.stem for path in FILES}) == len(FILES)


def test_a_publication_date_is_an_iso_date() -> None:
    for _, record in records():
        assert date.fromisoformat(record["published"])


def test_written_articles_have_120_to_600_words() -> None:
    lengths = {path.name: len(r["text"].split()) for path, r in FILES.items() if path.parent.name != "seeds"}
    assert {name: words for name, words in lengths.items() if not 120 <= words <= 600} == {}


def test_the_text_of_a_seed_is_that_of_its_article() -> None:
    for path, record in FILES.items():
        if path.parent.name == "seeds":
            (article,) = read(SEEDS / "articles" / f"{path.stem}.txt")
            assert article.text.strip() == record["text"].strip()


def test_entity_ids_are_unique() -> None:
    repeated = [name for name, record in records() if len(classes(record)) != len(record["entities"])]
    assert repeated == []


def test_every_name_and_alias_stands_in_the_text() -> None:
    absent = [
        (name, form)
        for name, record in records()
        for entity in record["entities"]
        for form in [entity["name"], *entity["aliases"]]
        if form not in full_text(record)
    ]
    assert absent == [], "a form must be copied from the text, letter by letter"


def test_no_form_of_an_entity_is_given_twice() -> None:
    repeated = [
        (name, entity["id"])
        for name, record in records()
        for entity in record["entities"]
        if len({entity["name"], *entity["aliases"]}) != 1 + len(entity["aliases"])
    ]
    assert repeated == []


def test_every_entity_has_a_class_and_a_kind_of_it() -> None:
    wrong = [
        (name, entity["id"], entity["class"], entity.get("kind"))
        for name, record in records()
        for entity in record["entities"]
        if entity.get("kind") not in KINDS[entity["class"]]
    ]
    assert wrong == [], "the kinds of each class are the closed lists of vocabulary.py"


def test_a_country_is_two_capitals_or_null() -> None:
    wrong = [
        (name, entity["id"], entity["country"])
        for name, record in records()
        for entity in record["entities"]
        if entity["country"] is not None and not re.fullmatch("[A-Z]{2}", entity["country"])
    ]
    assert wrong == []


def test_a_relation_runs_between_two_entities_of_the_classes_that_it_may_join() -> None:
    for name, record in records():
        class_of = classes(record)
        for relation in record["relations"]:
            assert relation["subject"] != relation["object"], (name, relation)
            subjects, objects = SIGNATURES[RelationType(relation["type"])]
            assert class_of[relation["subject"]] in subjects, (name, relation)
            assert class_of[relation["object"]] in objects, (name, relation)


def test_no_relation_is_given_twice() -> None:
    for name, record in records():
        triples = [(r["type"], r["subject"], r["object"]) for r in record["relations"]]
        assert len(triples) == len(set(triples)), name


def test_a_partnership_has_two_different_hubs_or_organizations_at_least() -> None:
    for name, record in records():
        class_of = classes(record)
        for partnership in record["partnerships"]:
            parties = partnership["parties"]
            assert len(set(parties)) == len(parties) >= 2, (name, parties)
            assert {class_of[party] for party in parties} <= {EntityClass.HUB, EntityClass.ORGANIZATION}, (
                name,
                parties,
            )


def test_a_partnership_has_a_kind_and_a_status_of_the_closed_lists() -> None:
    for _, record in records():
        for partnership in record["partnerships"]:
            assert PartnershipKind(partnership["kind"])
            assert Status(partnership["status"])


def test_the_date_of_a_partnership_is_a_year_a_month_or_a_day_or_null() -> None:
    dates = [partnership["date"] for _, record in records() for partnership in record["partnerships"]]
    assert [d for d in dates if d is not None and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", d)] == []


def test_an_amount_is_a_number_and_a_currency() -> None:
    amounts = [p["amount"] for _, record in records() for p in record["partnerships"] if p.get("amount")]
    assert [a for a in amounts if not (a["value"] > 0 and re.fullmatch("[A-Z]{3}", a["currency"]))] == []


def test_evidence_is_a_verbatim_part_of_the_text() -> None:
    invented = [
        (name, statement["evidence"])
        for name, record in records()
        for statement in statements(record)
        if not statement["evidence"] or statement["evidence"] not in full_text(record)
    ]
    assert invented == [], "a quote must be copied from the text, letter by letter"


def test_every_article_has_a_trap_between_entities() -> None:
    for name, record in records():
        assert record["traps"], name
        for trap in record["traps"]:
            assert len(set(trap["parties"])) >= 2, (name, trap)
            assert set(trap["parties"]) <= set(classes(record)), (name, trap)
            assert trap["why"], (name, trap)


def test_a_trap_is_no_partnership() -> None:
    both = [
        (name, trap["parties"])
        for name, record in records()
        for trap in record["traps"]
        for partnership in record["partnerships"]
        if set(trap["parties"]) <= set(partnership["parties"])
    ]
    assert both == []


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in FILES}))
def test_the_keys_of_every_file_are_those_of_the_format(folder: str) -> None:
    keys = {"id", "title", "publisher", "published", "language", "facts_from", "text"}
    for path, record in FILES.items():
        if path.parent.name == folder:
            assert set(record) - {"note"} == keys | {"entities", "relations", "partnerships", "traps"}, path.name
