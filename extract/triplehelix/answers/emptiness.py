"""An answer without rows -> why it has none: which value emptied it, or that nothing of the kind is stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from triplehelix.questions.binding import bind, serialise
from triplehelix.questions.graph import Queryable, select, value
from triplehelix.questions.question import Parameter, ParameterType, Question
from triplehelix.questions.values import term, terms

if TYPE_CHECKING:
    import pyoxigraph as ox

_SAID = """
SELECT (COUNT(DISTINCT ?claim) AS ?count) WHERE {{
  {{ ?claim rdf:subject {0} }} UNION {{ ?claim rdf:object {0} }}
}}"""
_FIRST, _LAST = "0001", "9999"


def why_empty(graph: Queryable, question: Question, given: Mapping[str, object]) -> str:
    """Why a question has no rows with these values, as one sentence for a person.

    Each value that narrows the answer is left out in turn, then all of them; what brings rows is the reason. Where
    nothing does, the thing that was asked about has no such statement, or no article states anything of the kind.

    Args:
        graph: what was asked.
        question: what was asked of it.
        given: the values, as `ask` takes them; those left out count with their defaults.
    """
    values = {p.name: str(given.get(p.name) or p.default or "") for p in question.parameters}
    looser = [one for parameter in question.parameters for one in _looser(parameter, values[parameter.name])]
    for filters in ([[one] for one in looser], [looser] if len(looser) > 1 else []):
        found = [(one, _count(graph, question, {**given, **dict(one)})) for one in filters]
        if any(count for _, count in found):
            return "; ".join(_said(one, values, count) for one, count in found if count)
    return _nothing(graph, question, values)


def _looser(parameter: Parameter, said: str) -> Iterator[tuple[str, str | None]]:
    """What to put in the place of a value so that it narrows nothing; nothing where it must stay."""
    match parameter.type:
        case ParameterType.DATE:
            yield from ((parameter.name, day) for day in (_FIRST, _LAST) if said != day)
        case ParameterType.NUMBER:
            yield from [(parameter.name, "0")] if said != "0" else []
        case ParameterType.TEXT | ParameterType.COUNTRY:
            yield from [(parameter.name, "")] if said else []
        case ParameterType.KIND | ParameterType.THING:
            yield from [(parameter.name, None)] if said and not parameter.required else []


def _count(graph: Queryable, question: Question, values: Mapping[str, object]) -> int:
    found = graph.query(bind(question, terms(graph, question, values)))
    return sum(1 for _ in cast("ox.QuerySolutions", found))  # a question is a SELECT


def _said(filters: list[tuple[str, str | None]], values: Mapping[str, str], count: int) -> str:
    names = dict.fromkeys(name for name, _ in filters)
    left_out = " and ".join(f"--{name} {values[name]}" for name in names)
    return f"without {left_out} there would be {count} row{'' if count == 1 else 's'}"


def _nothing(graph: Queryable, question: Question, values: Mapping[str, str]) -> str:
    named = [p for p in question.parameters if p.type is ParameterType.THING and values[p.name]]
    if not named:
        return "no article states anything of the kind"
    nodes = [serialise(term(graph, p, values[p.name])) for p in named]
    counts = [int(value(row[0])) for node in nodes for row in select(graph, _SAID.format(node))]
    told = ", ".join(f"{values[p.name]} ({count} statements)" for p, count in zip(named, counts, strict=True))
    return f"the graph knows {told}, but no article states this of {'it' if len(named) == 1 else 'them'}"
