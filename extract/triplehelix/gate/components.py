"""Shapes as Python closures: the components of SHACL that are compiled, and those that are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from triplehelix.gate.checks import Check, SetCheck, UncoveredError
from triplehelix.gate.index import Index
from triplehelix.gate.queries import asks_for_all, each_by_itself


def compile_shape(shapes: Graph, node: Node) -> Check:
    """A node shape as a check of a node, or a property shape as a check of the node that has the property.

    Raises:
        UncoveredError: the shape has a component that is not compiled.
    """
    values = _values(shapes, shapes.value(node, SH.path))
    each, together = _compile_parts(shapes, node)

    def check(focus: Node, index: Index) -> bool:
        found = values(focus, index)
        for value in found:  # plain loops: an `all` over a generator takes twice as long
            for one in each:
                if not one(value, index):
                    return False
        for whole in together:  # noqa: SIM110
            if not whole(focus, found, index):
                return False
        return True

    return check


def _compile_parts(shapes: Graph, node: Node) -> tuple[list[Check], list[SetCheck]]:
    """What a shape asks of each value, and of all of them together."""
    each: list[Check] = []
    together: list[SetCheck] = []
    for _, predicate, value in shapes.triples((node, None, None)):
        if predicate in _EACH:
            each.append(_EACH[predicate](shapes, value))
        elif predicate == SH.sparql and asks_for_all(shapes, node, value):
            continue  # `compile_queries` sees to it
        elif predicate in _TOGETHER:
            together.append(_TOGETHER[predicate](shapes, node, value))
        elif str(predicate).startswith(str(SH)) and predicate not in _SILENT:
            raise UncoveredError
    return each, together


def _values(shapes: Graph, path: Node | None) -> Callable[[Node, Index], list[Node]]:
    """What a path (a predicate, its inverse or a sequence) leads to from a node; without a path the node itself."""
    if path is None:
        return lambda focus, _: [focus]
    if isinstance(path, URIRef):
        return lambda focus, index: index.forward.get((focus, path), [])
    if (path, RDF.first, None) in shapes:
        steps = [_values(shapes, step) for step in Collection(shapes, path)]
        return lambda focus, index: _follow(focus, steps, index)
    inverse = shapes.value(path, SH.inversePath)
    if not isinstance(inverse, URIRef):
        raise UncoveredError
    return lambda focus, index: index.backward.get((focus, inverse), [])


def _follow(focus: Node, steps: list[Callable[[Node, Index], list[Node]]], index: Index) -> list[Node]:
    reached = [focus]
    for step in steps:
        reached = list({value: None for node in reached for value in step(node, index)})
    return reached


def _class(_: Graph, wanted: Node) -> Check:
    return lambda node, index: wanted in index.forward.get((node, RDF.type), ())


def _in(shapes: Graph, head: Node) -> Check:
    allowed = frozenset(Collection(shapes, head))
    return lambda node, _: node in allowed


def _or(shapes: Graph, head: Node) -> Check:
    checks = [compile_shape(shapes, node) for node in Collection(shapes, head)]
    return lambda node, index: any(check(node, index) for check in checks)


def _node_kind(_: Graph, kind: Node) -> Check:
    allowed = _NODE_KINDS.get(kind)
    if allowed is None:
        raise UncoveredError
    return lambda node, _: isinstance(node, allowed)


def _pattern(_: Graph, pattern: Node) -> Check:
    search = re.compile(str(pattern)).search
    return lambda node, _: not isinstance(node, BNode) and search(str(node)) is not None


def _min_length(_: Graph, least: Node) -> Check:
    number = int(str(least))
    return lambda node, _: not isinstance(node, BNode) and len(str(node)) >= number


def _max_length(_: Graph, most: Node) -> Check:
    number = int(str(most))
    return lambda node, _: not isinstance(node, BNode) and len(str(node)) <= number


def _datatype(_: Graph, datatype: Node) -> Check:
    is_well_formed = _WELL_FORMED.get(datatype)
    if is_well_formed is None:
        raise UncoveredError

    def check(node: Node, _: Index) -> bool:
        if not isinstance(node, Literal) or node.language:
            return False
        return (node.datatype or XSD.string) == datatype and bool(is_well_formed(str(node)))

    return check


def _bound(holds: Callable[[Decimal, Decimal], bool]) -> Callable[[Graph, Node], Check]:
    def compiled(_: Graph, bound: Node) -> Check:
        limit = _number(bound)
        if limit is None:
            raise UncoveredError
        return lambda node, _: (number := _number(node)) is not None and holds(number, limit)

    return compiled


def _min_count(_: Graph, __: Node, least: Node) -> SetCheck:
    number = int(str(least))
    return lambda _focus, values, _index: len(values) >= number


def _max_count(_: Graph, __: Node, most: Node) -> SetCheck:
    number = int(str(most))
    return lambda _focus, values, _index: len(values) <= number


def _has_value(_: Graph, __: Node, wanted: Node) -> SetCheck:
    return lambda _focus, values, _index: wanted in values


def _less_than(_: Graph, __: Node, other: Node) -> SetCheck:
    def check(focus: Node, values: list[Node], index: Index) -> bool:
        numbers = [_number(value) for value in values]
        others = [_number(value) for value in index.forward.get((focus, other), ())]
        return all(a is not None and b is not None and a < b for a in numbers for b in others)

    return check


def _qualified(shapes: Graph, node: Node, qualified: Node) -> SetCheck:
    check = compile_shape(shapes, qualified)
    most, least = shapes.value(node, SH.qualifiedMaxCount), shapes.value(node, SH.qualifiedMinCount)

    def holds(_: Node, values: list[Node], index: Index) -> bool:
        count = sum(check(value, index) for value in values)
        return (most is None or count <= int(str(most))) and (least is None or count >= int(str(least)))

    return holds


def _property(shapes: Graph, node: Node) -> Check:
    return compile_shape(shapes, node)


def _number(node: Node) -> Decimal | None:
    """An integer or a decimal as a number; None for anything else, ill-formed ones included."""
    if not isinstance(node, Literal) or node.datatype not in {XSD.integer, XSD.decimal}:
        return None
    return Decimal(str(node)) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", str(node)) else None


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) and date.fromisoformat(text))
    except ValueError:
        return False


_NODE_KINDS: Mapping[Node, type | tuple[type, ...]] = MappingProxyType(
    {SH.IRI: URIRef, SH.Literal: Literal, SH.IRIOrLiteral: (URIRef, Literal)}
)
#: Forms that are well-formed beyond doubt; there are others.
_WELL_FORMED: Mapping[Node, Callable[[str], object]] = MappingProxyType(
    {
        XSD.string: lambda _: True,
        XSD.integer: re.compile(r"[+-]?[0-9]+").fullmatch,
        XSD.decimal: re.compile(r"[+-]?[0-9]+(\.[0-9]+)?").fullmatch,
        XSD.date: _is_date,
        XSD.gYearMonth: re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])").fullmatch,
        XSD.gYear: re.compile(r"[0-9]{4}").fullmatch,
    }
)
#: Components that hold for each value by itself.
_EACH: Mapping[Node, Callable[[Graph, Node], Check]] = MappingProxyType(
    {
        SH["class"]: _class,
        SH["in"]: _in,
        SH["or"]: _or,
        SH.nodeKind: _node_kind,
        SH.pattern: _pattern,
        SH.minLength: _min_length,
        SH.maxLength: _max_length,
        SH.datatype: _datatype,
        SH.minInclusive: _bound(Decimal.__ge__),
        SH.maxInclusive: _bound(Decimal.__le__),
        SH.minExclusive: _bound(Decimal.__gt__),
        SH.maxExclusive: _bound(Decimal.__lt__),
        SH.node: _property,
        SH.property: _property,
    }
)
#: Components that hold for all values of a property together.
_TOGETHER: Mapping[Node, Callable[[Graph, Node, Node], SetCheck]] = MappingProxyType(
    {
        SH.minCount: _min_count,
        SH.maxCount: _max_count,
        SH.hasValue: _has_value,
        SH.lessThan: _less_than,
        SH.qualifiedValueShape: _qualified,
        SH.sparql: each_by_itself,
    }
)
#: What constrains nothing, or is read together with something else.
_SILENT = frozenset(
    {SH.path, SH.targetClass, SH.targetSubjectsOf, SH.name, SH.message, SH.description, SH.order, SH.group, SH.severity}
    | {SH.qualifiedMaxCount, SH.qualifiedMinCount, SH.declare}
)
