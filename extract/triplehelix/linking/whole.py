"""Every article of a store at once -> the store as if they had come one by one: what a bulk build ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from triplehelix.identifiers import article_iri
from triplehelix.linking import decisions, writing
from triplehelix.linking.index import index, predicate
from triplehelix.store import INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triplehelix.articles import Article
    from triplehelix.linking.writing import Linking
    from triplehelix.store import Store

# How many articles are written in one transaction.
_AT_ONCE = 100


def indexed(article: Article, asserted: Iterable[ox.Triple], base: str) -> frozenset[ox.Triple]:
    """The index of an article that `link_all` needs in the store, as a pure function of the article."""
    node = ox.NamedNode(article_iri(article.name, base))
    return index(asserted, node, article.name, article.text, article.text_hash)


def link_all(store: Store) -> int:
    """Link the articles of a store that holds them and their indexes as read; how many articles that changed.

    Raises:
        StoreError: the file of decisions has a fault, or the store cannot be written.
    """
    decided = decisions.load(store.path)
    parted = writing.parted(store, decided.all)
    view = writing.viewed(store, {name: writing.reading(store, name) for name in parted}, decided)
    names = {article.name for article in store.articles()}
    linking, moved = writing.find(store, view, decided, {*_subjects(store), *_decided(decided)}, names)
    for some in _batches(sorted(moved | parted)):
        readings = ((name, writing.reading(store, name)) for name in some)
        store.replace({name: writing.content(read, linking) for name, read in readings if read})
    store.add_to_indexes({name: _hashes(name, linking) for name in sorted(names - moved - parted)})
    store.replace({}, obeyed=decisions.write(decided) if decided.all else "")
    return len(moved | parted)


def _subjects(store: Store) -> Iterator[str]:
    """The things and the articles of a store."""
    for name in ("class", "text"):
        for quad in store.raw.quads_for_pattern(None, predicate(name), None, INDEX):
            yield str(quad.subject.value)  # type: ignore[union-attr]


def _decided(decided: decisions.Decisions) -> Iterator[str]:
    for decision in decided.all:
        yield from decision.pair


def _hashes(name: str, linking: Linking) -> frozenset[ox.Triple]:
    """What linking has found out about an article in which nothing is linked: the parties of its agreements."""
    own = {str(t.subject.value) for t in linking.index(name)}  # type: ignore[union-attr]
    return writing.told({iri: linking.link(iri) for iri in own}, linking)


def _batches(names: list[str]) -> Iterator[list[str]]:
    yield from (names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))
