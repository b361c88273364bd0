"""Question + store -> Answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

import pyoxigraph as ox

from triplehelix.answers import evidence
from triplehelix.answers.answer import Answer
from triplehelix.answers.emptiness import why_empty
from triplehelix.questions.binding import bind, serialise
from triplehelix.questions.catalogue import load
from triplehelix.questions.graph import Cell, Queryable, select, value
from triplehelix.questions.plain import Understood, is_plain, understand
from triplehelix.questions.question import Question
from triplehelix.questions.values import terms

_BATCH = 500


def ask(
    graph: Queryable,
    question: Question | str,
    values: Mapping[str, object] | None = None,
    /,
    *,
    with_evidence: bool = True,
    **more: object,
) -> Answer:
    """The answer to a saved question.

    Args:
        graph: what to ask, such as an open Store.
        question: the question, its name, or the question in plain words (see `questions.plain`).
        values: the parameters by name, as a person would write them; those left out take their defaults.
        with_evidence: whether to look up the passages behind each row.
        more: further parameters, as keywords.

    Raises:
        QuestionError: no such question or parameter, or a value of the wrong type; plain words that fit no question, or
            several.
        NameNotFound: a name that fits nothing in the graph, or more than one thing.
    """
    taken = taken_for(graph, question)
    asked, given = taken.question, {**taken.values, **(values or {}), **more}
    columns, rows = _solutions(graph, resolved(graph, asked, given))
    return Answer(
        columns=columns,
        rows=rows,
        labels=labels(graph, (cell for row in rows for cell in row)),
        passages=evidence.of_rows(graph, asked.evidence, columns, rows) if with_evidence else (),
        hidden=asked.hidden,
        asked=taken.command,
        aside=taken.unused,
        reason=None if rows else why_empty(graph, asked, given),
    )


def taken_for(graph: Queryable, question: Question | str) -> Understood:
    """The saved question that is meant, and what plain words say for its parameters.

    Raises:
        QuestionError: as `ask`.
    """
    if isinstance(question, str) and is_plain(question):
        return understand(graph, question)
    asked = load(question) if isinstance(question, str) else question
    return Understood(asked, {}, (), ())


def resolved(graph: Queryable, question: Question, values: Mapping[str, object]) -> str:
    """The SPARQL that is run for the question with these values, its header left off.

    Raises:
        QuestionError: as `ask`.
    """
    text = bind(question, terms(graph, question, values))
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#+")).lstrip("\n")


def labels(graph: Queryable, cells: Iterable[Cell]) -> Mapping[str, str]:
    """What IRIs are called, by IRI: the first label of the alphabet, a plain one before one in a language."""
    asked = sorted({serialise(cell) for cell in cells if isinstance(cell, ox.NamedNode)})
    found: dict[str, list[tuple[str, str]]] = {}
    for start in range(0, len(asked), _BATCH):
        values = " ".join(asked[start : start + _BATCH])
        for thing, label in select(graph, f"SELECT ?s ?l WHERE {{ VALUES ?s {{ {values} }} ?s rdfs:label ?l }}"):
            language = (label.language or "") if isinstance(label, ox.Literal) else ""
            found.setdefault(value(thing), []).append((language, value(label)))
    return MappingProxyType({thing: min(named)[1] for thing, named in found.items()})


def _solutions(graph: Queryable, text: str) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    found = cast("ox.QuerySolutions", graph.query(text))  # a question is a SELECT: `catalogue.read` sees to that
    return tuple(variable.value for variable in found.variables), tuple(tuple(row) for row in found)
