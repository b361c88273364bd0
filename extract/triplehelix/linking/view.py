"""The index of a store as it will be once some articles have changed, without changing it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pyoxigraph as ox

from triplehelix.linking.clusters import Link
from triplehelix.linking.index import LINKS, predicate
from triplehelix.store import INDEX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplehelix.store import Store

_CLASS = predicate("class")


class View:
    """The index, looked up by subject or by value; it costs what is looked up, however big the store is.

    Attributes:
        changed: {article: its index as it will be, without links}; empty for one that goes.
        before: {article: its index as it is, without links}.
    """

    def __init__(self, store: Store, changed: Mapping[str, frozenset[ox.Triple]]) -> None:
        self._store = store
        self.changed = changed
        self.before = {name: frozenset(t for t in self._index(name) if t.predicate not in LINKS) for name in changed}
        old, new = frozenset().union(*self.before.values()), frozenset().union(*changed.values())
        self._gone = {t for t in old - new if not self._is_elsewhere(t)}
        self._old: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for triple in old:
            self._old[_iri(triple)].add((_name(triple), _value(triple)))
        self._by_subject: dict[str, list[ox.Triple]] = defaultdict(list)
        self._by_value: dict[tuple[str, str], list[str]] = defaultdict(list)
        for triple in new:
            self._by_subject[_iri(triple)].append(triple)
            self._by_value[triple.predicate.value, _value(triple)].append(_iri(triple))

    @property
    def _raw(self) -> ox.Store:
        return self._store.raw  # which the store gives up when it is closed, whoever still holds the view

    def about(self, iri: str) -> dict[str, set[str]]:
        """What the index says of a subject: {name of the predicate: values}; links as they are, not as they will be."""
        found: dict[str, set[str]] = defaultdict(set)
        for quad in self._raw.quads_for_pattern(ox.NamedNode(iri), None, None, INDEX):
            if quad.triple not in self._gone:
                found[_name(quad.triple)].add(_value(quad.triple))
        for triple in self._by_subject.get(iri, ()):
            found[_name(triple)].add(_value(triple))
        return found

    def having(self, name: str, value: str) -> set[str]:
        """The subjects of which the index says so."""
        wanted = predicate(name)
        stored = self._raw.quads_for_pattern(None, wanted, ox.Literal(value), INDEX)
        found = {_iri(quad.triple) for quad in stored if quad.triple not in self._gone}
        return found.union(self._by_value.get((wanted.value, value), ()))

    def articles(self, iri: str) -> set[str]:
        """The articles that name a thing, or tell of an agreement."""
        wanted = _CLASS if "/partnership/" not in iri else predicate("article")
        quads = self._raw.quads_for_pattern(ox.NamedNode(iri), wanted, None, None)
        named = (str(q.graph_name.value) for q in quads if q.graph_name != INDEX)  # type: ignore[union-attr]
        stored = {unquote(graph.rpartition("/")[2]) for graph in named} - self.changed.keys()
        return stored | {a for a, new in self.changed.items() if any(_iri(t) == iri for t in new)}

    def name_both(self, one: str, other: str) -> bool:
        """Whether some article names both things."""
        return not self.articles(one).isdisjoint(self.articles(other))

    def link(self, iri: str) -> Link:
        """The link that the store has for an IRI; to itself where it has none."""
        about = {_name(q.triple): _value(q.triple) for q in self._stored_links(iri)}
        return Link(about.get("is", iri), about.get("why", ""))

    def linked_to(self, canonical: str) -> set[str]:
        """The IRIs that the store links to one, that one included."""
        quads = self._raw.quads_for_pattern(None, predicate("is"), ox.Literal(canonical), INDEX)
        return {canonical, *(_iri(quad.triple) for quad in quads)}

    def subjects(self, name: str) -> set[str]:
        """The subjects that the changed articles say this of, before or after."""
        wanted = predicate(name)
        every = (*self.before.values(), *self.changed.values())
        return {_iri(t) for triples in every for t in triples if t.predicate == wanted}

    def values_before(self, iri: str, name: str) -> set[str]:
        """What the changed articles said of a subject."""
        return {value for found, value in self._old.get(iri, ()) if found == name}

    def stored(self, article: str) -> frozenset[ox.Triple]:
        """The index of an article that does not change, without links."""
        return frozenset(t for t in self._index(article) if t.predicate not in LINKS)

    def of_article(self, article: str) -> list[tuple[str, str, str]]:
        """The index of an article as it will be, without links: (subject, name of the predicate, value)."""
        triples = self.changed[article] if article in self.changed else self.stored(article)
        return [(_iri(t), _name(t), _value(t)) for t in triples]

    def together(self, iri: str) -> str | None:
        """The hash of the parties that an agreement has as the store links them; None for anything else."""
        quads = self._raw.quads_for_pattern(ox.NamedNode(iri), predicate("together"), None, INDEX)
        return next((_value(quad.triple) for quad in quads), None)

    def together_before(self, article: str) -> set[str]:
        """The hashes of the parties of an article's agreements, as the store has them."""
        return {_value(t) for t in self._index(article) if t.predicate == predicate("together")}

    def _stored_links(self, iri: str) -> list[ox.Quad]:
        node = ox.NamedNode(iri)
        return [q for p in LINKS for q in self._raw.quads_for_pattern(node, p, None, INDEX)]

    def _index(self, article: str) -> list[ox.Triple]:
        graph = ox.NamedNode(f"{INDEX.value}/{quote(article, safe='')}")
        return [quad.triple for quad in self._raw.quads_for_pattern(None, None, None, graph)]

    def _is_elsewhere(self, triple: ox.Triple) -> bool:
        own = {ox.NamedNode(f"{INDEX.value}/{quote(name, safe='')}") for name in self.changed}
        quads = self._raw.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        return any(quad.graph_name not in own | {INDEX} for quad in quads)


def _iri(triple: ox.Triple) -> str:
    return str(triple.subject.value)  # type: ignore[union-attr]


def _name(triple: ox.Triple) -> str:
    return str(triple.predicate.value).rpartition(":")[2]


def _value(triple: ox.Triple) -> str:
    return str(triple.object.value)  # type: ignore[union-attr]
