"""Facts -> what OWL 2 RL makes of them: by the ontology's tables, or by owlrl where the tables do not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef

from triplehelix.reasoning.axioms import Template, close, uncovered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rdflib.term import Node

    from triplehelix.reasoning.axioms import Axioms, Triple

_TYPE = RDF.type
_TYPES = frozenset({_TYPE})  # rdflib compares two IRIs in Python, a set finds the same one by its hash
_SUBJECT, _VALUE = URIRef("urn:triplehelix:subject"), URIRef("urn:triplehelix:value")
_TRIVIAL_CLASSES = frozenset({OWL.Thing, RDFS.Resource})


def closure(facts: Collection[Triple], axioms: Axioms) -> set[Triple]:
    """The triples about individuals that follow from facts and are neither among them nor part of the ontology."""
    if axioms.uncovered or uncovered(facts):
        return by_owlrl(facts, axioms)
    return by_tables(facts, axioms)


def by_tables(facts: Collection[Triple], axioms: Axioms) -> set[Triple]:
    """The closure under axioms of one premise each: superclass, superproperty, domain, range, symmetric, inverse.

    Where no axiom has two premises, what follows from a triple follows from it alone, and from its predicate (or its
    class) alone. So each predicate is followed up once, with a stand-in for the things, and every triple is looked up.
    Types are compared, not asked: rdflib's are abstract classes, for which `isinstance` takes ten times as long.
    """
    reached: set[Triple] = set()
    templates = axioms.templates
    for subject, predicate, value in facts:
        key = predicate, value if predicate in _TYPES else None, type(value) is Literal
        template = templates.get(key) or templates.setdefault(key, _template(*key, axioms))
        for same in template.same:
            reached.add((subject, same, value))
        for turned in template.turned:
            reached.add((value, turned, subject))
        for cls in template.subject_classes:
            reached.add((subject, _TYPE, cls))
        for cls in template.value_classes:
            reached.add((value, _TYPE, cls))
    news = reached.difference(facts)
    news -= axioms.known
    return {triple for triple in news if type(triple[0]) is URIRef and type(triple[2]) is not BNode}


def _template(predicate: Node, cls: Node | None, is_literal: bool, axioms: Axioms) -> Template:
    """What follows from a triple with this predicate (a type: with this class), followed up with stand-ins."""
    value = cls if cls is not None else Literal("") if is_literal else _VALUE
    first = _SUBJECT, predicate, value
    reached: set[Triple] = {first}
    todo: list[Triple] = [first]
    while todo:
        for triple in _consequences(todo.pop(), axioms):
            if triple not in reached:
                reached.add(triple)
                todo.append(triple)
    found = sorted(triple for triple in reached - {first} if _is_news(triple, axioms))
    return Template(
        tuple(p for s, p, o in found if s == _SUBJECT and o == value and p != _TYPE),
        tuple(p for s, p, o in found if s == value and o == _SUBJECT),
        tuple(o for s, p, o in found if s == _SUBJECT and p == _TYPE),
        tuple(o for s, p, o in found if s == value and p == _TYPE),
    )


def by_owlrl(facts: Collection[Triple], axioms: Axioms) -> set[Triple]:
    """The same by owlrl itself, for any axiom of OWL 2 RL; about a thousand times slower."""
    graph = Graph()
    graph += axioms.graph
    graph += facts
    close(graph)
    return {triple for triple in set(graph) - set(facts) if _is_news(triple, axioms)}


def _consequences(triple: Triple, axioms: Axioms) -> Iterator[Triple]:
    subject, predicate, value = triple
    if predicate == _TYPE:
        for superclass in axioms.superclasses.get(value, ()):
            yield subject, RDF.type, superclass
    for superproperty in axioms.superproperties.get(predicate, ()):
        yield subject, superproperty, value
    for domain in axioms.domains.get(predicate, ()):
        yield subject, RDF.type, domain
    if isinstance(value, Literal):
        return  # a literal is the subject of nothing
    for range_ in axioms.ranges.get(predicate, ()):
        yield value, RDF.type, range_
    for inverse in axioms.inverses.get(predicate, ()):
        yield value, inverse, subject


def _is_news(triple: Triple, axioms: Axioms) -> bool:
    """Whether it tells something of an individual; owlrl also says that each thing is itself, and a Thing."""
    subject, predicate, value = triple
    if triple in axioms.known or not isinstance(subject, URIRef) or not isinstance(value, URIRef | Literal):
        return False
    return not (predicate == OWL.sameAs and subject == value) and not (predicate == _TYPE and value in _TRIVIAL_CLASSES)
