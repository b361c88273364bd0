"""Every saved question has the same rows on rdflib, the embedded Oxigraph, an Oxigraph server, Jena and Virtuoso."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
import pytest
import rdflib
import requests

from tests.jena import Jena
from tests.test_queries import elsewhere, every_question
from triplehelix.answers import resolved
from triplehelix.exports import export
from triplehelix.loading import Target, load
from triplehelix.questions import Question, all_questions
from triplehelix.store import Store
from triplehelix.terms import to_rdflib

Row: TypeAlias = tuple[tuple[str, ...], ...]
Values: TypeAlias = Callable[[Question], dict[str, str | None]]

#: How each graph is asked: the seeds with the parameters of their golden answers, which are the defaults.
ASKED: dict[str, Values] = {"seeds": lambda _: {}, "small": elsewhere}


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph and the text of each question about it, with the rows that the embedded Oxigraph finds."""

    name: str
    folder: Path
    texts: dict[str, str]
    columns: dict[str, tuple[str, ...]]
    rows: dict[str, set[Row]]


@pytest.fixture(scope="module", params=ASKED)
def asked(request: pytest.FixtureRequest) -> Asked:
    folder: Path = request.getfixturevalue({"seeds": "seeds_path", "small": "second_opinions_path"}[request.param])
    with Store.open(folder, readonly=True) as store:
        texts = {q.name: resolved(store, q, ASKED[request.param](q)) for q in all_questions()}
        columns = {name: tuple(v.value for v in select(store, text).variables) for name, text in texts.items()}
        rows = {name: rows_of(select(store, text)) for name, text in texts.items()}
    return Asked(request.param, folder, texts, columns, rows)


def select(store: Store, text: str) -> ox.QuerySolutions:
    found = store.query(text)
    assert isinstance(found, ox.QuerySolutions)
    return found


def rows_of(found: ox.QuerySolutions) -> set[Row]:
    return {tuple(term(cell) for cell in row) for row in found}


def term(cell: object) -> tuple[str, ...]:
    """A cell by its kind and its parts."""
    match cell:
        case ox.NamedNode():
            return ("iri", cell.value)
        case ox.Literal():
            return ("literal", cell.value, cell.datatype.value, cell.language or "")
    return ("empty",)


@pytest.fixture(scope="module")
def in_memory(asked: Asked) -> rdflib.Graph:
    with Store.open(asked.folder, readonly=True) as store:
        return to_rdflib(store.raw.quads_for_pattern(None, None, None, ox.DefaultGraph()))


@pytest.fixture(scope="module")
def served(asked: Asked, oxigraph_url: str) -> str:
    assert load(Target(oxigraph_url, "oxigraph", prune=True, replace=True), asked.folder).equal
    return f"{oxigraph_url}/query"


@pytest.fixture(scope="module")
def virtuoso(asked: Asked, virtuoso_url: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRIPLEHELIX_USER", "dba")
        patch.setenv("TRIPLEHELIX_PASSWORD", "dba")
        assert load(Target(virtuoso_url, "virtuoso", prune=True), asked.folder).equal
    return f"{virtuoso_url}/sparql"


@pytest.fixture(scope="module")
def jena(asked: Asked, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[Row]]:
    if not Jena.is_there():
        pytest.skip("Jena is not installed (apt-get install libapache-jena-java default-jre-headless)")
    folder = tmp_path_factory.mktemp("jena")
    with Store.open(asked.folder, readonly=True) as store:
        export(store, folder / "graph.nq")
    found = Jena(folder).ask(folder / "graph.nq", asked.texts)
    return {
        name: {tuple(term(row[column]) for column in asked.columns[name]) for row in rows}
        for name, rows in found.items()
    }


def over_http(url: str, text: str) -> set[Row]:
    accept = {"Accept": "application/sparql-results+json"}
    answer = requests.post(url, {"query": text}, headers=accept, timeout=60)
    assert answer.ok, answer.text
    return parsed(answer.content)


def parsed(said: bytes) -> set[Row]:
    found = ox.parse_query_results(said, ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    return rows_of(found)


def test_each_question_has_rows_in_one_graph_or_the_other(asked: Asked) -> None:
    empty = {name for name, rows in asked.rows.items() if not rows}
    if asked.name == "seeds":  # four articles do not answer everything
        assert len(empty) < len(asked.rows) / 2
        assert not {"foreign_clusters", "foreign_partners", "partners"} & empty
    else:
        assert empty == set()


@every_question
def test_rdflib_gives_the_same_rows(question: Question, asked: Asked, in_memory: rdflib.Graph) -> None:
    # by their characters, since rdflib makes literals of the IRIs that MIN finds
    found: Iterable[Iterable[object]] = in_memory.query(asked.texts[question.name])  # type: ignore[assignment]
    characters = {tuple("" if cell is None else str(cell) for cell in row) for row in found}
    assert characters == {tuple("".join(cell[1:2]) for cell in row) for row in asked.rows[question.name]}


@every_question
def test_a_served_oxigraph_gives_the_same_rows(question: Question, asked: Asked, served: str) -> None:
    assert over_http(served, asked.texts[question.name]) == asked.rows[question.name]


@every_question
def test_virtuoso_gives_the_same_rows(question: Question, asked: Asked, virtuoso: str) -> None:
    assert over_http(virtuoso, asked.texts[question.name]) == asked.rows[question.name]


@every_question
def test_jena_gives_the_same_rows(question: Question, asked: Asked, jena: dict[str, set[Row]]) -> None:
    assert jena[question.name] == asked.rows[question.name]
