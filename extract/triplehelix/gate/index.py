"""A graph as dictionaries, which answer ten times as fast as an rdflib graph."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.terms import to_oxigraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

    from triplehelix.reasoning.axioms import Triple


class Index:
    """The triples of a graph, by subject and by object; and, once asked for, an Oxigraph that holds them."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._triples = list(triples)
        self.forward: defaultdict[tuple[Node, Node], list[Node]] = defaultdict(list)
        self.backward: defaultdict[tuple[Node, Node], list[Node]] = defaultdict(list)
        self.subjects: defaultdict[Node, set[Node]] = defaultdict(set)
        for subject, predicate, value in self._triples:
            self.forward[subject, predicate].append(value)
            self.backward[value, predicate].append(subject)
            self.subjects[predicate].add(subject)

    @cached_property
    def store(self) -> ox.Store:
        """The same triples, for SPARQL."""
        store = ox.Store()
        store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in to_oxigraph(self._triples))
        return store
