"""An article that comes, changes or goes -> the store, with everything linked that this links; and decisions obeyed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import URIRef

from triplehelix.gate import admit, report
from triplehelix.identifiers import article_iri, article_name
from triplehelix.linking import decisions, index, relinking
from triplehelix.linking.clusters import Link
from triplehelix.linking.rewriting import rewrite
from triplehelix.linking.view import View
from triplehelix.namespaces import HELIX, WGS84
from triplehelix.reasoning import infer
from triplehelix.store import Content, Parts, StoredArticle
from triplehelix.terms import to_oxigraph, to_rdflib

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rdflib import Graph

    from triplehelix.articles import Article
    from triplehelix.linking.decisions import Decisions
    from triplehelix.store import Store

_REPRINT = ox.NamedNode(str(HELIX.reprintOf))
_GAZETTEER = frozenset(ox.NamedNode(str(term)) for term in (HELIX.geonames, WGS84.lat, WGS84.long))


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as read: its triples before anything is linked, and how the catalog describes it."""

    parts: Parts
    text: str
    stored: StoredArticle


def put(store: Store, article: Article, graphs: Iterable[Graph], fingerprint: str = "") -> StoredArticle:
    """Take an article in, or replace what the store holds of it, and link what it names: all in one transaction.

    Args:
        store: open for writing.
        article: the article.
        graphs: what it asserts, what follows from it, and what the shapes refused.
        fingerprint: what read it.

    Raises:
        StoreError: the store cannot be written.
    """
    parts = Parts(*(frozenset(to_oxigraph(graph)) for graph in graphs))
    stored = StoredArticle.of(article, parts, fingerprint)
    store.keep_text(article.text_hash, article.text)
    _write(store, {article.name: Reading(parts, article.text, stored)})
    return store.article(article.name) or stored


def remove(store: Store, name: str) -> None:
    """Take an article out, and link anew what it held together or apart: all in one transaction.

    Raises:
        StoreError: the store cannot be written.
    """
    _write(store, {name: None})


def obey(store: Store) -> int:
    """Make the store follow the decisions in its folder, where it does not yet; how many articles that touched.

    Raises:
        StoreError: the file of decisions has a fault, or the store cannot be written.
    """
    return _write(store, {}) if decisions.write(decisions.load(store.path)) != _obeyed(store) else 0


def _obeyed(store: Store) -> str:
    return store.obeyed or decisions.write(decisions.Decisions())


def _write(store: Store, changed: Mapping[str, Reading | None]) -> int:
    decided = decisions.load(store.path)
    new = decided.all ^ decisions.parse(store.obeyed, store.path / decisions.FILE).all
    split = {d.other: d.other for d in new if "/article/" in d.other}
    named = {a.name for a in store.articles() if article_iri(a.name, store.base) in split} if split else set()
    every = {name: _reading(store, name) for name in sorted(named - changed.keys())} | dict(changed)
    contents = linked(store, every, decided, {iri for d in new for iri in d.pair})
    store.replace(contents, obeyed=decisions.write(decided) if decided.all else "")
    return len(contents)


def _reading(store: Store, name: str) -> Reading | None:
    """An article of the store, as it was read; None where there is no such article."""
    content, stored = store.content(name), store.article(name)
    if stored is None:
        return None
    return Reading(content.read or content.parts, store.text(stored.text_hash), stored)


@dataclass(frozen=True, slots=True)
class _Linking:
    """What was found out about a change.

    Attributes:
        links: {IRI of a thing, an agreement or an article: its link}; the store has those that are missing.
        together: {IRI of an agreement: a hash of its parties, as they are linked}.
    """

    store: Store
    view: View
    decided: Decisions
    links: Mapping[str, Link]
    together: Mapping[str, str]

    def link(self, iri: str) -> Link:
        return self.links.get(iri) or self.view.link(iri)

    def index(self, article: str) -> frozenset[ox.Triple]:
        return self.view.changed[article] if article in self.view.changed else self.view.stored(article)


def linked(
    store: Store, changed: Mapping[str, Reading | None], decided: Decisions, decided_anew: Iterable[str]
) -> dict[str, Content]:
    """What the store shall hold of the articles that change, and of those that a change of theirs touches.

    Args:
        store: as it is.
        changed: {name: the article as read, or None where it goes}.
        decided: what people decided.
        decided_anew: the IRIs in decisions that the store does not follow yet.
    """
    view = View(store, {name: _index(store, name, r, decided) if r else frozenset() for name, r in changed.items()})
    things = relinking.thing_links(view, decided, decided_anew)
    touched = {*changed, *(name for iri in relinking.moved(things, view) for name in view.articles(iri))}

    def of(iri: str) -> str:
        return (things.get(iri) or view.link(iri)).canonical

    told, together = relinking.agreement_links(view, touched, of)
    touched |= {name for iri in relinking.moved(told, view) for name in view.articles(iri)}
    articles = relinking.reprint_links(view, store.text)
    touched |= {article_name(node) for node in relinking.moved(articles, view)}
    linking = _Linking(store, view, decided, things | told | articles, together)
    readings = {name: changed[name] if name in changed else _reading(store, name) for name in sorted(touched)}
    return {name: _content(reading, linking) if reading else Content() for name, reading in readings.items()}


def _index(store: Store, name: str, reading: Reading, decided: Decisions) -> frozenset[ox.Triple]:
    node = article_iri(name, store.base)
    parts = rewrite(reading.parts, decided.splits(node), demote=False)
    return index.index(parts.asserted, ox.NamedNode(node), name, reading.text, reading.stored.text_hash)


def _content(reading: Reading, linking: _Linking) -> Content:
    node = article_iri(reading.stored.name, linking.store.base)
    known = linking.index(reading.stored.name)
    own = {iri: linking.link(iri) for iri in {str(t.subject.value) for t in known}}  # type: ignore[union-attr]
    parts = _rewritten(reading.parts, own, linking, node)
    sizes = (len(parts.asserted), len(parts.inferred), len(parts.quarantine))
    stored = replace(reading.stored, statements=sizes[0], inferred=sizes[1], quarantined=sizes[2])
    read = reading.parts if parts != reading.parts else None
    return Content(parts, read, known | _told(own, linking), linking.store.entry(stored))


def _told(own: Mapping[str, Link], linking: _Linking) -> frozenset[ox.Triple]:
    """The links of an article's things, agreements and text, as its index has them."""
    found = {(iri, "is", link.canonical) for iri, link in own.items() if link.canonical != iri}
    found |= {(iri, "why", link.why) for iri, link in own.items() if link.why}
    hashes = ((iri, linking.together.get(iri) or linking.view.together(iri)) for iri in own)
    found |= {(iri, "together", key) for iri, key in hashes if key}
    return frozenset(ox.Triple(ox.NamedNode(s), index.predicate(p), ox.Literal(o)) for s, p, o in found)


def _rewritten(parts: Parts, own: Mapping[str, Link], linking: _Linking, node: str) -> Parts:
    names = {iri: link.canonical for iri, link in own.items() if iri not in {link.canonical, node}}
    whole = rewrite(rewrite(parts, linking.decided.splits(node), demote=False), names)
    if len(set(names.values())) < len(names) or not set(own).isdisjoint(names.values()):
        whole = _admitted(whole, linking.store.base, node)
    if own[node].canonical == node:
        return whole
    reprint = ox.Triple(ox.NamedNode(node), _REPRINT, ox.NamedNode(own[node].canonical))
    return replace(whole, inferred=whole.inferred | {reprint})


def _admitted(parts: Parts, base: str, node: str) -> Parts:
    """The parts of an article of which two things have become one: what that makes nonsense of is refused."""
    admission = admit(to_rdflib(parts.asserted))
    reasons = report.to_graph(admission.violations, URIRef(node), base)
    valid = frozenset(to_oxigraph(admission.valid))
    subjects = {t.subject for t in valid}
    located = to_rdflib(t for t in parts.inferred if t.predicate in _GAZETTEER and t.subject in subjects)
    inferred = frozenset(to_oxigraph(located + infer(admission.valid + located)))
    return Parts(valid, inferred, parts.quarantine | set(to_oxigraph(admission.quarantined + reasons)))
