"""queries/: every saved question is well kept, and its answer is the one that was agreed on.

`UPDATE_ANSWERS=1 pytest tests/test_queries.py` writes the agreed answers anew, to be reviewed as a diff.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.small_graph import ANSWERS
from triplehelix.answers import Answer, ask, render
from triplehelix.cli.options import FORMATS
from triplehelix.errors import NameNotFound
from triplehelix.folders import QUERIES
from triplehelix.namespaces import HELIX
from triplehelix.prefixes import PREFIXES
from triplehelix.questions import ParameterType, Question, all_questions, names
from triplehelix.questions.guard import check
from triplehelix.questions.lexer import TokenKind, prefixes, tokens, used_prefixes
from triplehelix.questions.values import kinds_of
from triplehelix.store import Store

GOLDEN = Path(__file__).parent / "golden"

#: What the small graph has in the place of the seeds' names: {default: value}.
IN_THE_SMALL_GRAPH = {
    "BioValley France": "Valmont Santé",
    "Montréal InVivo": "Fjordlund Cluster",
    "Osaka": "Mizuhara",
    "medicine": "biotechnology",
}

every_question = pytest.mark.parametrize("question", all_questions(), ids=names())


@pytest.fixture(scope="module")
def seeds(seeds_path: Path) -> Iterator[Store]:
    with Store.open(seeds_path, readonly=True) as store:
        yield store


@pytest.fixture(scope="module")
def small(second_opinions_path: Path) -> Iterator[Store]:
    with Store.open(second_opinions_path, readonly=True) as store:
        yield store


def elsewhere(question: Question) -> dict[str, str | None]:
    """The defaults, with what the small graph has in the place of the seeds' names."""
    return {p.name: IN_THE_SMALL_GRAPH.get(p.default or "", p.default) for p in question.parameters}


def columns(question: Question) -> list[str]:
    found = ox.Store().query(question.text)
    assert isinstance(found, ox.QuerySolutions)
    return [variable.value for variable in found.variables]


def words(question: Question) -> list[str]:
    return [token.text for token in tokens(question.text) if token.kind is TokenKind.WORD]


def compare(answer: Answer, path: Path) -> None:
    written = render(answer, "csv", names=True)
    if os.environ.get("UPDATE_ANSWERS"):
        path.write_bytes(written.encode())
    assert path.read_bytes().decode() == written


# -- how they are kept


def test_there_are_at_least_thirty() -> None:
    assert len(names()) >= 30


@pytest.mark.parametrize("folder", [GOLDEN, ANSWERS])
def test_each_has_its_agreed_answer_and_each_answer_its_question(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [f"{name}.csv" for name in names()]


def test_the_folder_holds_nothing_else() -> None:
    assert {path.suffix for path in QUERIES.iterdir()} == {".rq"}


@every_question
def test_it_opens_with_its_question(question: Question) -> None:
    assert question.text.startswith("#+ summary: ")
    assert question.summary.endswith("?")
    assert question.description.endswith(".")
    assert question.tags == tuple(sorted(question.tags))
    assert question.tags


@every_question
def test_its_name_is_a_noun_phrase_in_snake_case(question: Question) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", question.name)


@every_question
def test_its_header_stands_above_its_prefixes_and_those_above_its_query(question: Question) -> None:
    parts = r"(#\+[^\n]*\n)+(PREFIX [a-z]+: <[^>]+>\n)+\nSELECT DISTINCT [^#]*\n"
    assert re.fullmatch(parts, question.text)


@every_question
def test_its_prefixes_are_sorted_used_and_the_repositorys(question: Question) -> None:
    declared = prefixes(question.text)
    assert list(declared) == sorted(declared)
    assert set(declared) == used_prefixes(question.text)
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}


@every_question
def test_its_terms_are_the_ontologys(question: Question) -> None:
    said = (token.text for token in tokens(question.text) if token.kind is TokenKind.NAME)
    for name in said:
        prefix, _, local = name.partition(":")
        if prefix == "helix" and local:
            assert HELIX[local]


@every_question
def test_it_is_portable(question: Question) -> None:
    used = {word.upper() for word in words(question)}
    assert not used & {"GRAPH", "SERVICE", "FROM", "LATERAL"}
    assert {"DISTINCT", "ORDER"} <= used


@every_question
def test_it_passes_the_guard(question: Question) -> None:
    check(question.text)


@every_question
def test_it_orders_its_rows_by_every_column(question: Question) -> None:
    order = question.text.partition("ORDER BY")[2]
    assert set(re.findall(r"\?([a-z_]+)", order)) == set(columns(question)) - unordered(question)


def unordered(question: Question) -> set[str]:
    """Columns that one of the others decides: a partnership has one kind, one status and at most one date."""
    known = {"kind", "status", "date"} if {"partnership", "agreement"} & set(columns(question)) else set()
    return known - set(re.findall(r"\?([a-z_]+)", question.text.partition("ORDER BY")[2]))


@every_question
def test_its_columns_are_words(question: Question) -> None:
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", column) for column in columns(question))


@every_question
def test_its_evidence_and_hidden_columns_are_columns(question: Question) -> None:
    known = set(columns(question))
    assert {column for pattern in question.evidence for column in pattern.columns} <= known
    assert set(question.hidden) <= known
    assert question.evidence or "COUNT" in words(question)


@every_question
def test_its_parameters_are_documented(question: Question) -> None:
    reserved = {"store", "form", "format", "names", "iris", "evidence", "sparql", "help", "question", "with_evidence"}
    for parameter in question.parameters:
        assert parameter.description
        assert parameter.name not in reserved
        assert parameter.default is not None or not parameter.required
        assert parameter.type is not ParameterType.KIND or kinds_of(parameter)


@every_question
def test_its_view_is_one_that_is_drawn(question: Question) -> None:
    assert question.view in {None, "bars", "map", "network", "timeline"}


# -- what they answer


@every_question
def test_over_the_seeds_it_gives_the_agreed_answer(question: Question, seeds: Store) -> None:
    compare(ask(seeds, question), GOLDEN / f"{question.name}.csv")


@every_question
def test_over_the_small_graph_it_gives_the_agreed_answer(question: Question, small: Store) -> None:
    compare(ask(small, question, elsewhere(question)), ANSWERS / f"{question.name}.csv")


@every_question
def test_a_row_that_rests_on_a_statement_has_a_sentence(question: Question, small: Store) -> None:
    answer = ask(small, question, elsewhere(question))
    assert answer.rows
    assert not question.evidence or all(answer.passages)


@every_question
def test_a_name_that_nothing_has_is_reported(question: Question, small: Store) -> None:
    for parameter in question.parameters:
        if parameter.type is ParameterType.THING:
            with pytest.raises(NameNotFound, match=f"^--{parameter.name}: no .* is called 'Xyzzy'"):
                ask(small, question, {**elsewhere(question), parameter.name: "Xyzzy"})


@every_question
def test_it_can_be_written_in_every_format_for_rows(question: Question, small: Store) -> None:
    answer = ask(small, question, elsewhere(question))
    for form in FORMATS[:6]:
        assert render(answer, form)
