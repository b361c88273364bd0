"""A store held against the texts that it was read from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF

from triplehelix.errors import StoreError
from triplehelix.identifiers import graph_iri, inferred_iri
from triplehelix.namespaces import HELIX, OA, WGS84
from triplehelix.store import Store, StoredArticle

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from rdflib import Graph
    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not agree with its source: which article, which thing in it, and what is wrong."""

    article: str
    thing: str
    message: str

    def line(self) -> str:
        """The fault as one line."""
        return f"{self.article}: {self.thing}: {self.message}"


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was compared, and what does not agree.

    Attributes:
        articles: how many stored texts were hashed.
        quotes: how many quotes were compared with them.
        statements: how many statements were looked up among the claims.
    """

    store: Path
    articles: int
    quotes: int
    statements: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether everything agrees."""
        return not self.faults

    def lines(self) -> list[str]:
        """The report for a reader: a line a fault, and a line of sums."""
        compared = f"{self.quotes} quotes in {self.articles} articles, {self.statements} statements with their claims"
        verdict = "every one agrees" if self.ok else f"{len(self.faults)} faults"
        return [*(fault.line() for fault in self.faults), f"{self.store}: compared {compared}: {verdict}"]


#: How often an article is compared again that was changed while it was compared.
_ATTEMPTS = 10
#: What a gazetteer says of a place, and no article.
_FROM_ELSEWHERE = frozenset({HELIX.geonames, WGS84.lat, WGS84.long})


@dataclass(frozen=True, slots=True)
class _Count:
    quotes: int
    statements: int
    faults: tuple[Fault, ...]


def verify(store: str | Path | None = None) -> VerifyReport:
    """Hold every quote against the stored text of its article, and every statement against its claims.

    The default graph, which questions are asked of, is held against the graphs of the articles.

    Args:
        store: the folder; without it the default store.

    Raises:
        StoreError: there is no such store.
    """
    with Store.open(store, readonly=True) as opened:
        articles = opened.articles()
        counts = {article: _verify_article(article, opened) for article in articles}
        whole = _default_faults(opened, articles)
        path = opened.path
    _look_again(counts, path)
    return VerifyReport(
        store=path,
        articles=len(counts),
        quotes=sum(count.quotes for count in counts.values()),
        statements=sum(count.statements for count in counts.values()),
        faults=(*(fault for count in counts.values() for fault in count.faults), *whole),
    )


def _look_again(counts: dict[StoredArticle, _Count], path: Path) -> None:
    """Compare those with faults as they are now, in case a build replaced or dropped them while they were read.

    The graph is seen as it was when opened, and the texts as they are.
    """
    for _ in range(_ATTEMPTS):
        suspects = [article for article, count in counts.items() if count.faults]
        if not suspects:
            return
        with Store.open(path, readonly=True) as store:
            moved = [(old, store.article(old.name)) for old in suspects]
            moved = [(old, new) for old, new in moved if old != new]
            for old, new in moved:
                del counts[old]
                if new:
                    counts[new] = _verify_article(new, store)
        if not moved:
            return


def _verify_article(article: StoredArticle, store: Store) -> _Count:
    graph = store.asserted(article.name)
    passages = sorted(graph.subjects(RDF.type, HELIX.Passage), key=str)
    facts, claimed = _facts(graph), _claimed(graph)
    text_faults = _text_faults(article, store, graph, passages)
    faults = [*text_faults, *_claim_faults(article, facts, claimed), *_passage_faults(article, graph, passages)]
    return _Count(len(passages), len(facts), tuple(faults))


def _text_faults(article: StoredArticle, store: Store, graph: Graph, passages: list[Node]) -> Iterator[Fault]:
    try:
        text = store.text(article.text_hash)
    except StoreError as error:
        yield Fault(article.name, str(error.where), error.what)
        return
    if hashlib.sha256(text.encode()).hexdigest() != article.text_hash:
        yield Fault(article.name, f"{article.text_hash}.txt", "the stored text has changed: its hash is another one")
    for passage in passages:
        if not _agrees(passage, graph, text):
            yield Fault(article.name, str(passage), "the quote is not what the stored text has at its offsets")


def _agrees(passage: Node, graph: Graph, text: str) -> bool:
    start, end = str(graph.value(passage, OA.start)), str(graph.value(passage, OA.end))
    if not (start.isdecimal() and end.isdecimal()):
        return False
    before, after = (str(graph.value(passage, part) or "") for part in (OA.prefix, OA.suffix))
    return (
        text[int(start) : int(end)] == str(graph.value(passage, OA.exact))
        and text.endswith(before, 0, int(start))
        and text.startswith(after, int(end))
    )


def _passage_faults(article: StoredArticle, graph: Graph, passages: list[Node]) -> Iterator[Fault]:
    known = set(passages)
    for claim in sorted(graph.subjects(RDF.type, HELIX.Claim), key=str):
        if graph.value(claim, OA.hasSelector) not in known:
            yield Fault(article.name, str(claim), "the claim has no passage of the article")


def _default_faults(store: Store, articles: Iterable[StoredArticle]) -> list[Fault]:
    """Where the default graph is not the facts of the articles, each once: questions are asked of it alone."""
    names = {iri(article.name, store.base) for article in articles for iri in (graph_iri, inferred_iri)}
    graphs, default = {ox.NamedNode(name) for name in names}, ox.DefaultGraph()
    seen = store.raw.quads_for_pattern(None, None, None, default)
    stated = (quad for graph in graphs for quad in store.raw.quads_for_pattern(None, None, None, graph))
    missing = (q for q in stated if ox.Quad(q.subject, q.predicate, q.object, default) not in store.raw)
    faults = [_default_fault(quad, "no article states") for quad in seen if not _is_held(quad, graphs, store)]
    faults += [_default_fault(quad, "questions do not see") for quad in missing]
    return sorted(faults, key=Fault.line)


def _is_held(quad: ox.Quad, graphs: Container[object], store: Store) -> bool:
    holders = store.raw.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(holder.graph_name in graphs for holder in holders)


def _default_fault(quad: ox.Quad, what: str) -> Fault:
    return Fault("default graph", str(quad.subject), f"{what} {quad.predicate} {quad.object}")


def _facts(graph: Graph) -> set[tuple[Node, Node, Node]]:
    """What the article says of the world: not of itself, of claims or of passages."""
    aside = {node for kind in (HELIX.Article, HELIX.Claim, HELIX.Passage) for node in graph.subjects(RDF.type, kind)}
    return {triple for triple in graph if triple[0] not in aside and triple[1] not in _FROM_ELSEWHERE}


def _claimed(graph: Graph) -> set[tuple[Node | None, Node | None, Node | None]]:
    parts = (RDF.subject, RDF.predicate, RDF.object)
    claims = graph.subjects(RDF.type, HELIX.Claim)
    return {(graph.value(c, parts[0]), graph.value(c, parts[1]), graph.value(c, parts[2])) for c in claims}


def _claim_faults(
    article: StoredArticle,
    facts: set[tuple[Node, Node, Node]],
    claimed: set[tuple[Node | None, Node | None, Node | None]],
) -> Iterator[Fault]:
    for triple in sorted(facts - claimed, key=str):
        yield Fault(article.name, str(triple[0]), f"no claim stands for {triple[1].n3()} {triple[2].n3()}")
    for subject, predicate, value in sorted(claimed - facts, key=str):
        yield Fault(article.name, str(subject), f"a claim stands for what is not asserted: {predicate} {value}")
