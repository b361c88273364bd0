"""No value of any parameter of any saved question changes the shape of its query, or reaches out of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.hostile import HOSTILE, shape
from triplehelix.answers import resolved
from triplehelix.cli import main
from triplehelix.errors import NameNotFound, QuestionError
from triplehelix.questions import ParameterType, Question, all_questions
from triplehelix.questions.guard import check_form, syntax_fault
from triplehelix.store import Store

#: A tame value of each type, for the small graph.
TAME = {
    ParameterType.COUNTRY: "JP",
    ParameterType.DATE: "2025",
    ParameterType.NUMBER: "7",
    ParameterType.TEXT: "words",
    ParameterType.THING: "Mizuhara Bay",
}
BLANKS = [(question, p.name) for question in all_questions() for p in question.parameters]
every_blank = pytest.mark.parametrize(("question", "name"), BLANKS, ids=[f"{q.name}-{name}" for q, name in BLANKS])
texts = st.text() | st.text(alphabet=st.sampled_from("\"'\\<>{}?$#@^.;\n\r\t _:aS")) | st.sampled_from(HOSTILE)


@pytest.fixture(scope="module")
def graph(small_path: Path) -> Iterator[Store]:
    with Store.open(small_path, readonly=True) as store:
        yield store


def tame(question: Question) -> dict[str, object]:
    """A value that does no harm for each parameter that must have one."""
    return {p.name: TAME[p.type] for p in question.parameters if p.required}


def bound(graph: Store, question: Question, name: str, value: str) -> str | None:
    """The query with a value in one of its blanks; None where the value is refused."""
    try:
        return resolved(graph, question, {**tame(question), name: value})
    except (QuestionError, NameNotFound):
        return None


def check_blank(graph: Store, question: Question, name: str, value: str) -> None:
    text = bound(graph, question, name, value)
    if text is None:
        return
    wanted = bound(graph, question, name, str(tame_value(question, name)))
    assert wanted is not None
    assert shape(text) == shape(wanted)
    assert check_form(text) == "SELECT"
    assert syntax_fault(text) is None


def tame_value(question: Question, name: str) -> str:
    parameter = question.parameter(name)
    if parameter.type is ParameterType.KIND:
        return {"PartnershipKind": "mou", "Status": "signed"}.get(parameter.classes[0], "company")
    return TAME[parameter.type]


@every_blank
def test_no_hostile_value_changes_the_shape_of_a_query(graph: Store, question: Question, name: str) -> None:
    assert len(set(HOSTILE)) >= 100
    for value in HOSTILE:
        check_blank(graph, question, name, value)


@pytest.mark.parametrize("kind", list(ParameterType))
def test_no_text_at_all_changes_the_shape_of_a_query(graph: Store, kind: ParameterType) -> None:
    question, name = next((q, name) for q, name in BLANKS if q.parameter(name).type is kind)

    @given(texts)
    @example('" } SERVICE <http://127.0.0.1/> { ?s ?p "')
    @example("\uff02 } SERVICE <http://127.0.0.1/> {")
    @example("1 } SERVICE <http://127.0.0.1/> {")
    def holds(value: str) -> None:
        check_blank(graph, question, name, value)

    holds()


@every_blank
def test_a_hostile_value_finds_what_a_word_that_nobody_uses_finds(graph: Store, question: Question, name: str) -> None:
    if question.parameter(name).type is ParameterType.TEXT and name != "currency":
        for value in ('" || true || "', '") || (1=1', "x' } #", "\\"):
            text = bound(graph, question, name, value)
            assert text is not None
            found = graph.query(text)
            assert isinstance(found, ox.QuerySolutions)
            assert list(found) == []


ON_THE_COMMAND_LINE = ['" } SERVICE <http://127.0.0.1/> { ?s ?p "', "x\x00y", "\udcff", "--", "-", "@/etc/passwd"]


@pytest.mark.parametrize("value", ON_THE_COMMAND_LINE)
def test_a_hostile_value_on_the_command_line_is_data_or_an_error_of_one_line(
    small_path: Path, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    code = main(["ask", "agreements_by_topic", f"--topic={value}", "--store", str(small_path)])
    written = capsys.readouterr()
    assert code in {0, 1}
    assert "Traceback" not in written.err
    assert (len(written.out.splitlines()), code) in {(2, 0), (0, 1)}
