"""The question that the project began with, over the seed articles: however it is asked, it has one answer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from triplehelix.answers import Answer, ask, resolved
from triplehelix.errors import NameNotFound
from triplehelix.questions import Question, all_questions, names
from triplehelix.store import Store

ENGLISH = [
    "Which foreign clusters partner with Osaka?",
    "what clusters abroad cooperate with osaka",
    "With which overseas hubs does Osaka work together?",
    "Osaka: partner clusters in other countries?",
    "List Osaka's international partner clusters",
    "Name the international hubs that collaborate with Osaka.",
]
JAPANESE = [
    "大阪と提携している海外のクラスターは？",
    "大阪のパートナーである外国のクラスターは？",
    "大阪府と協力している海外のクラスターを教えてください",
    "大阪と連携する国際クラスターの一覧",
    "どの海外クラスターが大阪と提携していますか",
    "大阪市の海外提携クラスターは？",
]
MIXED = [
    "Which foreign clusters partner with 大阪?",
    "Osakaと提携している海外のクラスターは？",
    "大阪 と提携している foreign clusters は？",
]
CLUSTERS = ["Montréal InVivo", "BioValley France", "Bioindustry Park Silvano Fumero", "Clust-ER HEALTH"]

every_question = pytest.mark.parametrize("question", all_questions(), ids=names())


@pytest.fixture(scope="module")
def store(seeds_path: Path) -> Iterator[Store]:
    with Store.open(seeds_path, readonly=True) as opened:
        yield opened


def clusters(answer: Answer) -> list[str]:
    return [row[answer.columns.index("cluster")] for row in answer.names()]


def test_the_saved_question_finds_the_four_clusters(store: Store) -> None:
    assert clusters(ask(store, "foreign_clusters", hub="Osaka")) == CLUSTERS


@pytest.mark.parametrize("sentence", [*ENGLISH, *JAPANESE, *MIXED])
def test_it_has_one_answer_in_every_phrasing_and_language(store: Store, sentence: str) -> None:
    answer = ask(store, sentence)
    assert clusters(answer) == CLUSTERS
    assert answer.asked.startswith("foreign_clusters --hub ")
    assert answer.aside == ()


@pytest.mark.parametrize("name", ["Osaka", "osaka", "OSAKA", "大阪", "大阪府", "大阪市", "오사카", "Осака"])
def test_the_place_is_found_in_any_language(store: Store, name: str) -> None:
    assert clusters(ask(store, "foreign_clusters", hub=name)) == CLUSTERS


def test_a_slip_in_the_name_gets_a_suggestion(store: Store) -> None:
    with pytest.raises(NameNotFound, match=r"is called 'Oska'; did you mean Osaka \(Place, JP\)"):
        ask(store, "which foreign clusters partner with Oska?")


def test_a_country_that_the_graph_does_not_have_is_named_as_it_was_said(store: Store) -> None:
    with pytest.raises(NameNotFound, match="is called 'Iceland'"):
        ask(store, "Which foreign clusters partner with Iceland?")


# -- how fast the questions are


def best(times: int, run: object, *arguments: object, **more: object) -> float:
    """The least seconds that a function takes, which is what it takes where nobody else is at work."""
    assert callable(run)
    found = []
    for _ in range(times):
        started = time.perf_counter()
        run(*arguments, **more)
        found.append(time.perf_counter() - started)
    return min(found)


@every_question
def test_with_its_evidence_it_takes_less_than_50_milliseconds(store: Store, question: Question) -> None:
    assert best(7, ask, store, question) < 0.05


def test_the_store_adds_little_to_the_engine(store: Store) -> None:
    texts = [resolved(store, question, {}) for question in all_questions()]

    def run(graph: Store | ox.Store) -> None:
        for text in texts:
            assert list(graph.query(text)) is not None  # type: ignore[arg-type]

    assert best(9, run, store) < 1.5 * best(9, run, store.raw)
