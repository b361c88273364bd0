"""linking/: which names are taken for one thing, over pairs that people judged; and why they are."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from triplehelix.facts import Entity
from triplehelix.identifiers import entity_iri
from triplehelix.linking.clusters import Link, cluster
from triplehelix.linking.decisions import Decisions
from triplehelix.linking.things import Thing, spelled
from triplehelix.vocabulary import EntityClass

PAIRS = Path(__file__).parent / "linking" / "pairs.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things as two articles tell of them, and whether they are one.

    `verdict` is 'same', 'different', or 'apart' where taking the two for one would be a grave fault.
    """

    verdict: str
    one: Thing
    other: Thing


def things() -> tuple[Pair, ...]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Pair(r["verdict"], _thing(r, "one", f"a{n}"), _thing(r, "other", f"b{n}")) for n, r in enumerate(rows))


def _thing(row: dict[str, str], side: str, article: str) -> Thing:
    of = EntityClass(row[f"{side}_class"])
    aliases = tuple(filter(None, row[f"{side}_aliases"].split("|")))
    kind, country = row[f"{side}_kind"] or None, row[f"{side}_country"] or None
    iri = entity_iri(article, Entity("e1", of, kind, row[side], aliases, country, ()))
    at = (spelled(row[f"{side}_at"], EntityClass.ORGANIZATION),) if row[f"{side}_at"] else ()
    names = frozenset({row[side]}), frozenset(aliases)
    return Thing(iri, of, *names, _set(kind), _set(country), frozenset(at))


def _set(value: str | None) -> frozenset[str]:
    return frozenset(filter(None, (value,)))


def joined(found: list[Thing]) -> dict[str, Thing]:
    """What all articles together say of each IRI."""
    by_iri: dict[str, Thing] = {}
    for thing in found:
        known = by_iri.get(thing.iri, thing)
        by_iri[thing.iri] = Thing(
            thing.iri,
            thing.entity_class,
            known.labels | thing.labels,
            known.aliases | thing.aliases,
            known.kinds | thing.kinds,
            known.countries | thing.countries,
            known.at | thing.at,
        )
    return by_iri


def linked(*found: Thing) -> dict[str, Link]:
    """The links of things that no article names beside one another, without any decision."""
    return cluster(joined(list(found)), lambda _one, _other: False, Decisions())


def is_one(pair: Pair) -> bool:
    links = linked(pair.one, pair.other)
    return links[pair.one.iri].canonical == links[pair.other.iri].canonical


GOLD = things()


def test_the_gold_has_pairs_enough_of_each_sort() -> None:
    count: dict[str, int] = defaultdict(int)
    for pair in GOLD:
        count[pair.verdict] += 1
    assert len(GOLD) >= 150
    assert min(count.values()) >= 40
    assert set(count) == {"same", "different", "apart"}


def test_no_pair_of_the_stay_apart_list_is_merged() -> None:
    assert [pair for pair in GOLD if pair.verdict == "apart" and is_one(pair)] == []


def test_names_are_linked_with_precision_and_recall_above_the_floors() -> None:
    merged = [pair for pair in GOLD if is_one(pair)]
    right = sum(pair.verdict == "same" for pair in merged)
    assert right / len(merged) >= 0.98
    assert right / sum(pair.verdict == "same" for pair in GOLD) >= 0.85
