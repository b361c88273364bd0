"""Question + store -> Answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import pyoxigraph as ox

from triplehelix.answers import evidence
from triplehelix.answers.answer import Answer
from triplehelix.answers.emptiness import why_empty
from triplehelix.answers.labels import labels
from triplehelix.answers.own import ask_own
from triplehelix.answers.spots import spots
from triplehelix.answers.taking import resolved, taken_for, title
from triplehelix.errors import QuestionError
from triplehelix.questions.catalogue import is_saved
from triplehelix.questions.graph import Cell, Queryable
from triplehelix.questions.plain import is_plain
from triplehelix.questions.question import Question
from triplehelix.store import Store


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

    A question of one's own over a Store runs in a process that can be killed, as `sparql` does (see `own`).

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
    if isinstance(graph, Store) and not is_saved(asked):
        return _own(graph, asked, given, with_evidence=with_evidence)
    columns, rows = _solutions(graph, resolved(graph, asked, given))
    found = Answer(columns, rows, hidden=asked.hidden, asked=taken.command, aside=taken.unused, view=asked.view)
    told = question if isinstance(question, str) and is_plain(question) else title(asked, given)
    reason = None if rows else why_empty(graph, asked, given)
    return _looked_up(graph, asked, replace(found, title=told, reason=reason), with_evidence=with_evidence)


def _looked_up(graph: Queryable, question: Question, found: Answer, *, with_evidence: bool) -> Answer:
    """The answer with what the graph says of the things in its rows: their names, their places, their sentences."""
    cells = [cell for row in found.rows for cell in row]
    return replace(
        found,
        labels=labels(graph, cells),
        passages=evidence.of_rows(graph, question.evidence, found.columns, found.rows) if with_evidence else (),
        spots=spots(graph, cells) if question.view == "map" else {},
    )


def _own(store: Store, question: Question, values: Mapping[str, object], *, with_evidence: bool) -> Answer:
    found = ask_own(store, question, values, with_evidence=with_evidence)
    if not isinstance(found, Answer):
        raise QuestionError("gives no rows", question.name, "ask it with `ask_file`, or on the command line")
    return found


def _solutions(graph: Queryable, text: str) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    found = cast("ox.QuerySolutions", graph.query(text))  # a question is a SELECT: `catalogue.read` sees to that
    return tuple(variable.value for variable in found.variables), tuple(tuple(row) for row in found)
