"""Every saved question over a graph of gold: thirty annotated articles about invented organisations from everywhere.

`UPDATE_ANSWERS=1 pytest tests/test_gold_answers.py` writes the agreed answers anew, to be reviewed as a diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gold_facts import FICTIONAL, gold_facts
from tests.test_queries import compare, every_question
from triplehelix.answers import ask
from triplehelix.pipeline import add
from triplehelix.questions import Question, load, names
from triplehelix.store import Store

AGREED = Path(__file__).parent / "golden_gold"

#: Named one by one, so that further gold changes no answer.
ARTICLES = """
    agrifood-01 agrifood-08 agrifood-15 americas-05 americas-12 americas-19 asia-bio-04 asia-bio-11 asia-bio-18
    digital-03 digital-10 energy-05 energy-12 europe-02 europe-09 europe-16 medtech-06 medtech-13 messy-03 messy-10
    messy-17 mideast-africa-02 mideast-africa-09 mideast-africa-16 oceania-south-03 oceania-south-10 sectors-01
    sectors-08 sectors-15 sectors-22
""".split()

#: What is asked where the default is not in this graph, or finds little: {question: {parameter: value}}.
VALUES: dict[str, dict[str, str]] = {
    "agreements_by_amount": {"minimum": "50000000"},
    "agreements_by_topic": {"topic": "food"},
    "agreements_in_force": {"day": "2019"},
    "agreements_in_period": {"from": "2021", "until": "2022-06"},
    "articles_about": {"thing": "Senegal"},
    "facilities": {"place": "Complexo Eólico do Pecém Norte"},
    "foreign_clusters": {"hub": "Kirchberg-Nord Fintech Complex"},
    "foreign_facilities": {"place": "Rokko Cell Terrace"},
    "foreign_partners": {"hub": "Luxembourg"},
    "hub_members": {"hub": "Texas"},
    "hubs_in_place": {"place": "Nova Scotia"},
    "news_since": {"since": "2025-08"},
    "partners": {"thing": "Israel"},
    "partnership_chain": {"from": "Abobo Digital", "to": "Norrkabel AB"},
    "people_and_roles": {"thing": "Senegal"},
    "possible_partners": {"thing": "Palmwire"},
    "statement_evidence": {"thing": "Norrbark Forest Cluster"},
    "ties_by_country": {"hub": "Kirchberg-Nord Fintech Complex"},
    "timeline": {"hub": "Switzerland"},
}

#: What finds nothing, because each of these articles speaks of organisations of its own.
EMPTY = {
    "conflicting_agreements",
    "conflicting_facts",
    "corroborated_agreements",
    "corroborated_statements",
    "organizations_in_several_hubs",
}


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("gold") / "store"
    add([FICTIONAL / f"{name}.json" for name in ARTICLES], path, extractor=gold_facts)
    with Store.open(path, readonly=True) as store:
        yield store


def test_the_graph_holds_thirty_articles(gold: Store) -> None:
    assert [article.name for article in gold.articles()] == ARTICLES
    assert len(ARTICLES) == 30


def test_each_question_has_its_agreed_answer_and_each_answer_its_question() -> None:
    assert sorted(path.name for path in AGREED.iterdir()) == [f"{name}.csv" for name in names()]


def test_values_are_given_to_questions_that_take_them() -> None:
    for name, values in VALUES.items():
        assert set(values) <= {parameter.name for parameter in load(name).parameters}


@every_question
def test_over_the_gold_it_gives_the_agreed_answer(question: Question, gold: Store) -> None:
    answer = ask(gold, question, VALUES.get(question.name, {}))
    compare(answer, AGREED / f"{question.name}.csv")
    assert bool(answer.rows) == (question.name not in EMPTY)
    assert not question.evidence or all(answer.passages)
