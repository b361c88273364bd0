"""questions/binding.py: a value takes the place of a variable, and of nothing else."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import HOSTILE, shape
from tests.made_questions import BAY, EX, parameter_of, question
from triplehelix.errors import NameNotFound, QuestionError
from triplehelix.questions.binding import bind, replace, serialise
from triplehelix.questions.lexer import variables
from triplehelix.questions.values import term, terms


def test_there_are_a_hundred_hostile_values() -> None:
    assert len(set(HOSTILE)) >= 100


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_stays_one_literal(value: str) -> None:
    check_one_literal(value)


@given(st.text())
def test_any_value_stays_one_literal(value: str) -> None:
    check_one_literal(value)


def check_one_literal(value: str) -> None:
    asked = question()
    bound = bind(asked, {"name": ox.Literal(value)})
    assert shape(bound) == shape(bind(asked, {"name": ox.Literal("tame")}))
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode(EX + "s"), ox.NamedNode(EX + "name"), ox.Literal(value)))
    solutions = store.query(bound)
    assert isinstance(solutions, ox.QuerySolutions)
    assert len(list(solutions)) == 1


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_no_thing_no_number_no_date_no_kind(value: str) -> None:
    if value in {"1", "-1", "1e5", "helix:Hub", "OR", "大阪", "a"}:
        return  # honest values of one of these types
    for asked in (parameter_of("number"), parameter_of("date"), parameter_of("kind", classes="[Status]")):
        with pytest.raises(QuestionError):
            term(BAY, asked.parameters[0], value)
    with pytest.raises(NameNotFound):
        term(BAY, parameter_of("thing").parameters[0], value)


def test_only_whole_variables_are_replaced() -> None:
    text = "SELECT ?s { ?s ?_n ?_name ; $_n \"?_n\" , <urn:?_n> , '?_n' } # ?_n"
    assert (
        replace(text, {"_n": "<urn:x>"})
        == "SELECT ?s { ?s <urn:x> ?_name ; <urn:x> \"?_n\" , <urn:?_n> , '?_n' } # ?_n"
    )


def test_an_optional_parameter_without_a_value_stays_a_variable() -> None:
    asked = parameter_of("text", "?__x")
    assert variables(bind(asked, {})) == {"s", "p", "__x"}
    assert terms(BAY, asked, {}) == {}


def test_a_required_parameter_needs_a_value() -> None:
    with pytest.raises(QuestionError, match="needs a value for 'x'; give --x"):
        bind(parameter_of("text"), {})
    with pytest.raises(QuestionError, match="needs a value for --x"):
        terms(BAY, parameter_of("text"), {})


def test_an_iri_is_written_only_when_sparql_can_write_it() -> None:
    assert serialise(ox.NamedNode("urn:é")) == "<urn:é>"
    assert serialise(ox.Literal('a"\n', language="en")) == '"a\\"\\n"@en'
