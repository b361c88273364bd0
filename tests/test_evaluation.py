"""evaluation: gold articles -> the figures of an extractor. All organisations are invented.

The expected figures were computed once with the scorer that the annotation guide comes with, and are kept here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplehelix.articles import Article
from triplehelix.errors import ArticleError
from triplehelix.evaluation import Annotation, Evaluation, evaluate, from_json, held_out, read_gold, score
from triplehelix.facts import Entity, Facts, Partnership, Relation, Span
from triplehelix.vocabulary import EntityClass, PartnershipKind, RelationType, Status

TEXT = (
    "Brackwater Bio signed a memorandum with the Fellmoor Cluster and Étoile Vive SA in May 2021. "
    "Étoile Vive runs a 7,000 m2 plant for vaccines at Quillon Park. Ossian Labs was at the ceremony."
)


def entity(number: int, entity_class: str, name: str, kind: str | None = None, *aliases: str) -> dict[str, Any]:
    return {
        "id": f"e{number}",
        "class": entity_class,
        "kind": kind,
        "name": name,
        "aliases": list(aliases),
        "country": None,
    }


def relation(type_: str, subject: str, target: str, evidence: str = "Étoile Vive runs") -> dict[str, Any]:
    return {"type": type_, "subject": subject, "object": target, "evidence": evidence}


def partnership(*parties: str, date: str | None = "2021-05", **changed: str) -> dict[str, Any]:
    usual = {"kind": "mou", "status": "signed", "evidence": "signed a memorandum with the Fellmoor Cluster"}
    return {"parties": list(parties), **usual, "date": date, "topics": [], "amount": None, **changed}


GOLD: dict[str, Any] = {
    "id": "made-01",
    "title": "Three sign",
    "published": "2021-06-01",
    "text": TEXT,
    "entities": [
        entity(1, "Organization", "Brackwater Bio", "company"),
        entity(2, "Organization", "Fellmoor Cluster", "cluster_organization"),
        entity(3, "Organization", "Étoile Vive SA", "company", "Étoile Vive"),
        entity(4, "Facility", "7,000 m2 plant for vaccines"),
        entity(5, "Hub", "Quillon Park", "science_park"),
        entity(6, "Organization", "Ossian Labs", "company"),
        entity(7, "Place", "Fellmoor", "city"),
        entity(8, "Person", "Ina Brack"),
    ],
    "relations": [relation("operates", "e3", "e4"), relation("locatedIn", "e4", "e5")],
    "partnerships": [partnership("e1", "e2", "e3")],
    "traps": [{"parties": ["e1", "e6"], "why": "only at the ceremony"}],
}

#: {case: (prediction, figures)}; a figure with precision, recall and F1 is [p, r, f1, gold, predicted].
CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "everything right": (
        GOLD,
        {"entities": [1, 1, 1, 6, 6], "relations": [1, 1, 1, 2, 2], "partnerships": [1, 1, 1, 1, 1], "traps": "0/1"}
        | {"kinds": 1, "partnership_kind": 1, "partnership_status": 1, "partnership_date": 1, "grounded": 1},
    ),
    "nothing found": (
        {},
        {"entities": [0, 0, 0, 6, 0], "relations": [0, 0, 0, 2, 0], "partnerships": [0, 0, 0, 1, 0], "traps": "0/1"}
        | {"kinds": None, "partnership_kind": None, "grounded": None, "dates_invented": 0},
    ),
    "names folded, a cluster taken for a Hub, a plant half named, a wrong kind, a stranger": (
        {
            "entities": [
                entity(1, "Organization", "the BRACKWATER-BIO", "university"),
                entity(2, "Hub", "Fellmoor Cluster's", "regional_cluster"),
                entity(3, "Organization", "Etoile Vive", "company"),
                entity(4, "Facility", "the new vaccines plant"),
                entity(5, "Organization", "Quillon Park", "company"),
                entity(9, "Hub", "Nowhere Park", "campus"),
            ],
            "relations": [
                relation("operates", "e3", "e4"),
                relation("operates", "e3", "e4", "said twice"),
                relation("locatedIn", "e4", "e9", ""),
            ],
            "partnerships": [partnership("e1", "e2", status="planned", date="2021-05-17", evidence="not in the text")],
        },
        {"entities": [0.667, 0.667, 0.667, 6, 6], "Hub": [0, 0, 0, 1, 1], "Organization": [0.75, 0.75, 0.75, 4, 4]}
        | {"Facility": [1, 1, 1, 1, 1], "Place": [0, 0, 0, 1, 0], "relations": [0.5, 0.5, 0.5, 2, 2]}
        | {"partnerships": [0.667, 0.667, 0.667, 1, 1], "kinds": 0.333, "partnership_kind": 1, "partnership_status": 0}
        | {"partnership_date": 1, "grounded": 0.25, "traps": "0/1"},
    ),
    "one deal split in two, a trap, a date too vague": (
        {
            "entities": GOLD["entities"],
            "partnerships": [
                partnership("e1", "e2", date="2021", kind="licensing"),
                partnership("e1", "e3", "e6"),
                partnership("e4", "e5"),
            ],
        },
        {"partnerships": [0.222, 0.667, 0.333, 1, 3], "partnership_kind": 0, "partnership_date": 0, "traps": "1/1"}
        | {"grounded": 1, "relations": [0, 0, 0, 2, 0], "Person": [1, 1, 1, 1, 1]},
    ),
}


def listed(figure: object) -> object:
    return [figure[key] for key in ("p", "r", "f1", "gold", "pred")] if isinstance(figure, Mapping) else figure


def scored(prediction: Mapping[str, Any], gold: Mapping[str, Any] = GOLD) -> Evaluation:
    return score([from_json("made-01", gold)], {"made-01": from_json("made-01", prediction)})


@pytest.mark.parametrize("case", CASES)
def test_the_figures_are_those_of_the_guide(case: str) -> None:
    prediction, figures = CASES[case]
    found = scored(prediction).to_json()
    assert {name: listed(found[name]) for name in figures} == figures


def test_a_date_given_where_the_gold_has_none_is_invented() -> None:
    gold = GOLD | {"partnerships": [partnership("e1", "e2", "e3", date=None)]}
    assert scored(GOLD, gold).to_json()["dates_invented"] == 1
    assert scored(GOLD, gold).to_json()["partnership_date"] is None


def test_figures_are_averaged_over_mentions_and_not_over_articles() -> None:
    golds = [from_json(name, GOLD) for name in ("a", "b", "c")]
    found = score(
        golds, {"a": golds[0], "b": from_json("b", CASES["one deal split in two, a trap, a date too vague"][0])}
    ).to_json()
    assert listed(found["entities"]) == [1, 0.667, 0.8, 18, 12]
    assert listed(found["partnerships"]) == [0.417, 0.556, 0.476, 3, 4]
    assert found["traps"] == "1/3"


def test_faults_name_the_article_the_verdict_and_the_thing() -> None:
    faults = {str(fault) for fault in scored(CASES["one deal split in two, a trap, a date too vague"][0]).faults}
    assert faults == {
        "made-01 missed relation: operates Étoile Vive SA -> 7,000 m2 plant for vaccines",
        "made-01 missed relation: locatedIn 7,000 m2 plant for vaccines -> Quillon Park",
        "made-01 wrong partnership: Brackwater Bio + Étoile Vive SA + Ossian Labs",
        "made-01 wrong partnership: 7,000 m2 plant for vaccines + Quillon Park",
        "made-01 trap: Brackwater Bio + Ossian Labs (only at the ceremony)",
    }


def test_a_wrong_statement_about_a_stranger_names_the_stranger() -> None:
    prediction = {"entities": [entity(1, "Hub", "Nowhere Park"), GOLD["entities"][0] | {"id": "e2"}]}
    prediction["relations"] = [relation("manages", "e2", "e1")]
    assert "made-01 wrong relation: manages Brackwater Bio -> Nowhere Park" in map(str, scored(prediction).faults)


def test_kinds_are_counted_each() -> None:
    kinds = scored(
        CASES["names folded, a cluster taken for a Hub, a plant half named, a wrong kind, a stranger"][0]
    ).by_kind()
    assert (kinds["Organization/company"].right, kinds["Organization/company"].predicted) == (1, 2)
    assert (kinds["relations/operates"].right, kinds["relations/operates"].gold) == (1, 1)
    assert kinds["partnerships/mou"].f1 == pytest.approx(2 / 3)


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    golds = [from_json(f"n{number}", GOLD) for number in range(12)]
    halves = {gold.name: gold if number % 2 else Annotation(gold.name) for number, gold in enumerate(golds)}
    first, second = score(golds, halves), score(golds, halves)
    assert first.intervals == second.intervals
    interval = first.intervals["entities"]
    assert interval.low < first.count("entities").f1 < interval.high
    assert first.to_json()["intervals"]["entities"] == [round(interval.low, 3), round(interval.high, 3)]


def test_an_earlier_run_is_compared_figure_by_figure() -> None:
    before = json.loads(json.dumps(scored(GOLD).to_json()))
    changes = {
        change.name: change
        for change in scored(CASES["one deal split in two, a trap, a date too vague"][0]).against(before)
    }
    assert (changes["partnerships"].before, changes["partnerships"].after) == (1.0, 0.333)
    assert changes["partnerships"].worse
    assert not changes["entities"].worse
    assert changes["traps"].worse, "a trap more is worse"
    assert "-0.667  worse" in str(changes["partnerships"])
    assert scored(GOLD).against({}) == ()


def test_the_table_has_every_figure() -> None:
    lines = "\n".join(scored(GOLD).lines(kinds=True))
    assert [line.split()[0] for line in lines.splitlines()][:4] == ["articles", "entities", "Hub", "Organization"]
    assert "F1 1.000   (6 gold, 6 predicted)" in lines
    assert "Organization/company" in lines
    assert "traps" in lines


@pytest.mark.parametrize(
    ("name", "held"),
    [("asia-03", True), ("asia-04", False), ("x-12", True), ("9-lives", False), ("plain", False), ("v-0", True)],
)
def test_the_third_that_is_never_trained_on_is_told_by_the_number_that_ends_its_name(name: str, *, held: bool) -> None:
    assert held_out(name) is held


def gold_folder(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / f"{name}.json").write_text(json.dumps(GOLD | {"id": name}), encoding="utf-8")
    return folder


def perfect(article: Article) -> Facts:
    """What a reader would find who reads two companies, a plant and one deal."""

    def span(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    names = ((EntityClass.ORGANIZATION, "Brackwater Bio"), (EntityClass.ORGANIZATION, "Étoile Vive"))
    plant = "7,000 m2 plant for vaccines"
    found = [Entity(f"e{i}", c, "company", n, (), None, (span(n),)) for i, (c, n) in enumerate(names)]
    deal = Partnership(
        ("e0", "e1"), PartnershipKind.MOU, Status.SIGNED, "2021-05", (), None, span("signed a memorandum")
    )
    return Facts(
        (*found, Entity("e2", EntityClass.FACILITY, None, plant, (), None, (span(plant),))),
        (Relation(RelationType.OPERATES, "e1", "e2", span("Étoile Vive runs")),),
        (deal,),
    )


def test_an_extractor_is_measured_on_a_folder(tmp_path: Path) -> None:
    found = evaluate(gold_folder(tmp_path, "a-1", "a-2", "a-3"), extractor=perfect).to_json()
    assert found["articles"] == 3
    assert listed(found["entities"]) == [1, 0.5, 0.667, 18, 9]
    assert listed(found["partnerships"]) == [0.667, 0.667, 0.667, 3, 3]
    assert (found["grounded"], found["partnership_date"]) == (1, 1)


def test_only_the_articles_asked_for_are_read(tmp_path: Path) -> None:
    assert evaluate(gold_folder(tmp_path, "a-1", "a-2", "a-3"), extractor=perfect, only=held_out).articles == 1


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no gold article"):
        read_gold(tmp_path)
    (tmp_path / "notes.json").write_text('{"text": "no annotation"}', encoding="utf-8")
    with pytest.raises(ArticleError, match="no gold article"):
        read_gold(tmp_path)


@pytest.mark.parametrize("content", ["{", '{"entities": [{"id": "e1"}]}', "[1]", '{"entities": 3}'])
def test_a_broken_gold_file_is_an_error_that_names_it(tmp_path: Path, content: str) -> None:
    (tmp_path / "broken-1.json").write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"broken-1\.json|no gold article"):
        read_gold(tmp_path)


NAMES = st.sampled_from(
    ["Brackwater Bio", "the fellmoor cluster", "Étoile Vive", "Etoile vive sa", "plant", "Quillon Park", "Nobody", ""]
)
PREDICTIONS = st.lists(
    st.tuples(st.sampled_from([*EntityClass]), NAMES, st.sampled_from(["company", "cluster_organization", None])),
    max_size=8,
)


@given(PREDICTIONS, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=5))
def test_any_prediction_has_figures_between_0_and_1(
    things: list[tuple[str, str, str | None]], pairs: list[tuple[int, int]]
) -> None:
    prediction = {
        "entities": [entity(number, class_, name, kind) for number, (class_, name, kind) in enumerate(things)],
        "relations": [relation("operates", f"e{a}", f"e{b}") for a, b in pairs],
        "partnerships": [partnership(f"e{a}", f"e{b}") for a, b in pairs],
    }
    found = scored(prediction)
    for count in found.counts.values():
        assert 0 <= count.f1 <= 1
        assert 0 <= count.right <= max(count.predicted, count.right)
    assert found.count("entities").gold == 6
    assert sum(found.count(name).predicted for name in EntityClass) == len(things)


@given(PREDICTIONS)
def test_a_prediction_scored_against_itself_is_right(things: list[tuple[str, str, str | None]]) -> None:
    record = {"entities": [entity(n, c, f"{name} {n}", kind) for n, (c, name, kind) in enumerate(things)]}
    found = scored(record, record)
    assert all(
        count.f1 == 1
        for name, count in found.counts.items()
        if name in {"Hub", "Organization", "Facility", "Place", "Person"}
    )
