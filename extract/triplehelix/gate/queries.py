"""Constraints in SPARQL, run by Oxigraph: one query for all focus nodes of a shape where that says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import SH, URIRef

from triplehelix.gate.checks import AllCheck, SetCheck, UncoveredError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rdflib import Graph
    from rdflib.term import Node

    from triplehelix.gate.index import Index

_UNKNOWN = re.compile(r"\$(?:PATH|shapesGraph|currentShape)\b")
_WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
# Beside these, a table of focus nodes joined to the pattern says what a focus node put into it says.
_PER_NODE = re.compile(
    r"\b(?:UNION|OPTIONAL|MINUS|GRAPH|SERVICE|VALUES|LIMIT|OFFSET|GROUP|HAVING|AS\s*[$?]this)\b", re.IGNORECASE
)
_THIS = ox.Variable("this")


def compile_queries(shapes: Graph, node: Node) -> tuple[AllCheck, ...]:
    """The constraints of a shape that are asked for all of its focus nodes at once."""
    constraints = sorted(shapes.objects(node, SH.sparql), key=str)
    return tuple(_all_at_once(shapes, c) for c in constraints if asks_for_all(shapes, node, c))


def asks_for_all(shapes: Graph, node: Node, constraint: Node) -> bool:
    """Whether a constraint can be asked for all focus nodes of its shape at once.

    Raises:
        UncoveredError: the constraint uses a variable that is not bound here.
    """
    query = _text(shapes, constraint)
    has_targets = any((node, target, None) in shapes for target in (SH.targetClass, SH.targetSubjectsOf))
    once = len(_WHERE.findall(query)) == len(re.findall(r"\bSELECT\b", query, re.IGNORECASE)) == 1
    return has_targets and once and _PER_NODE.search(query) is None


def each_by_itself(shapes: Graph, _: Node, constraint: Node) -> SetCheck:
    """A constraint as a check of one focus node.

    Raises:
        UncoveredError: the constraint uses a variable that is not bound here.
    """
    query = _text(shapes, constraint)

    def check(focus: Node, _: list[Node], index: Index) -> bool:
        if not isinstance(focus, URIRef):
            return False
        return _is_empty(index.store.query(query, substitutions={_THIS: ox.NamedNode(focus)}))

    return check


def _all_at_once(shapes: Graph, constraint: Node) -> AllCheck:
    before, opening, after = re.split(f"({_WHERE.pattern})", _text(shapes, constraint), flags=re.IGNORECASE)

    def check(nodes: Sequence[Node], index: Index) -> bool:
        if not nodes:
            return True
        if not all(isinstance(node, URIRef) for node in nodes):
            return False
        rows = " ".join(str(ox.NamedNode(str(node))) for node in nodes)
        return _is_empty(index.store.query(f"{before}{opening} VALUES $this {{ {rows} }} {after}"))

    return check


def _is_empty(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> bool:
    return isinstance(answer, ox.QuerySolutions) and next(answer, None) is None


def _text(shapes: Graph, constraint: Node) -> str:
    text = str(shapes.value(constraint, SH.select) or "")
    if not text or _UNKNOWN.search(text):
        raise UncoveredError
    return _prologue(shapes, constraint) + text


def _prologue(shapes: Graph, constraint: Node) -> str:
    declarations = {d for source in shapes.objects(constraint, SH.prefixes) for d in shapes.objects(source, SH.declare)}
    lines = sorted(f"PREFIX {shapes.value(d, SH.prefix)}: <{shapes.value(d, SH.namespace)}>\n" for d in declarations)
    return "".join(lines)
