"""Question + values -> the SPARQL that is run, and the question as a person would ask it."""

from __future__ import annotations

from collections.abc import Mapping

from triplehelix.questions.binding import bind
from triplehelix.questions.catalogue import load
from triplehelix.questions.graph import Queryable
from triplehelix.questions.plain import Understood, is_plain, understand
from triplehelix.questions.question import Question
from triplehelix.questions.values import terms


def taken_for(graph: Queryable, question: Question | str) -> Understood:
    """The saved question that is meant, and what plain words say for its parameters.

    Raises:
        QuestionError: no such question; plain words that fit no question, or several.
    """
    if isinstance(question, str) and is_plain(question):
        return understand(graph, question)
    asked = load(question) if isinstance(question, str) else question
    return Understood(asked, {}, (), ())


def resolved(graph: Queryable, question: Question, values: Mapping[str, object]) -> str:
    """The SPARQL that is run for the question with these values, its header left off.

    Raises:
        QuestionError: no such parameter, or a value of the wrong type.
        NameNotFound: a name that fits nothing in the graph, or more than one thing.
    """
    text = bind(question, terms(graph, question, values))
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#+")).lstrip("\n")


def title(question: Question, values: Mapping[str, object]) -> str:
    """The question with these values: in the place of the defaults in its summary, else in brackets after it."""
    told, beside = question.summary, []
    for parameter in question.parameters:
        given = values.get(parameter.name)
        if given is None or str(given) == (parameter.default or ""):
            continue
        if parameter.default and parameter.default in told:
            told = told.replace(parameter.default, str(given), 1)
        else:
            beside.append(f"{parameter.name} {given}")
    return f"{told} ({', '.join(beside)})" if beside else told
