"""questions/values.py: what a person types becomes a term of the parameter's type."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.made_questions import BAY, EX, HELIX, parameter_of, question
from triplehelix.errors import QuestionError
from triplehelix.questions import Question
from triplehelix.questions.binding import bind, serialise
from triplehelix.questions.graph import PREFIXES
from triplehelix.questions.values import term, terms


@pytest.mark.parametrize(
    ("kind", "variable", "given_", "expected"),
    [
        ("text", "?_x", "Bay", '"Bay"'),
        ("date", "?_x", "2025", '"2025"'),
        ("date", "?_x", "2025-10", '"2025-10"'),
        ("date", "?_x_xsd_date", "2025-10-31", f'"2025-10-31"^^<{PREFIXES["xsd"]}date>'),
        ("number", "?_x", "5", f'"5"^^<{PREFIXES["xsd"]}integer>'),
        ("number", "?_x", "-5.0", f'"-5"^^<{PREFIXES["xsd"]}integer>'),
        ("number", "?_x", "0.50", f'"0.5"^^<{PREFIXES["xsd"]}decimal>'),
        ("country", "?_x", "jp", '"JP"'),
        ("country", "?_x", "UK", '"GB"'),
        ("country", "?_x", "", '""'),
        ("country", "?_x", "Bay", '"JP"'),
        ("thing", "?_x_iri", "bay", f"<{EX}bay>"),
    ],
)
def test_a_value_becomes_a_term_of_its_type(kind: str, variable: str, given_: str, expected: str) -> None:
    assert serialise(term(BAY, parameter_of(kind, variable).parameters[0], given_)) == expected


@pytest.mark.parametrize("given_", ["cooperation agreement", "Cooperation-Agreement", "helix:cooperation_agreement"])
def test_a_kind_is_known_however_it_is_written(given_: str) -> None:
    parameter = parameter_of("kind", classes="[PartnershipKind]").parameters[0]
    assert term(BAY, parameter, given_) == ox.NamedNode(HELIX + "cooperation_agreement")


@pytest.mark.parametrize(
    ("asked", "given_", "message"),
    [
        (parameter_of("date"), "2025-13", "--x: not a date: '2025-13'; write it 2025, 2025-10 or 2025-10-31"),
        (parameter_of("date"), "next year", "not a date"),
        (parameter_of("date", "?_x_xsd_date"), "2025", "not a day: '2025'; write it 2025-10-31"),
        (parameter_of("number"), "many", "not a number: 'many'"),
        (parameter_of("number"), "inf", "not a number"),
        (parameter_of("number"), "1e999999", "not a number"),
        (parameter_of("number", "?_x_integer"), "1.5", "not a whole number"),
        (parameter_of("kind", classes="[Status]"), "mou", "not a known kind: 'mou'; one of: announced, signed"),
        (parameter_of("text"), "\udcff", "the value is not Unicode text"),
        (parameter_of("country"), "Nowhere", "no place is called 'Nowhere'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(asked: Question, given_: str, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        term(BAY, asked.parameters[0], given_)


def test_an_unknown_parameter_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="there is no parameter --nam; did you mean --name"):
        terms(BAY, question(), {"nam": "x"})
    with pytest.raises(QuestionError, match="known parameters: name"):
        bind(question(), {"nam": ox.Literal("x")})


def test_a_value_outside_the_enumeration_is_refused() -> None:
    header = "#+ enumerate:\n#+   - x: [a, b]\n"
    asked = question(parameter_of("text").text.replace("#+ x-params", f"{header}#+ x-params"))
    assert term(BAY, asked.parameters[0], "a") == ox.Literal("a")
    with pytest.raises(QuestionError, match="not an allowed value: 'c'; one of: a, b"):
        term(BAY, asked.parameters[0], "c")
