"""A store held against the texts that it was read from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF

from triplehelix.errors import StoreError
from triplehelix.namespaces import HELIX, OA
from triplehelix.store import Store, StoredArticle

if TYPE_CHECKING:
    from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class _Count:
    quotes: int
    statements: int
    faults: tuple[Fault, ...]


def verify(store: str | Path | None = None) -> VerifyReport:
    """Hold every quote against the stored text of its article, and every statement against its claims.

    Args:
        store: the folder; without it the default store.

    Raises:
        StoreError: there is no such store.
    """
    with Store.open(store, readonly=True) as opened:
        counts = [_verify_article(article, opened) for article in opened.articles()]
        return VerifyReport(
            store=opened.path,
            articles=len(counts),
            quotes=sum(count.quotes for count in counts),
            statements=sum(count.statements for count in counts),
            faults=tuple(fault for count in counts for fault in count.faults),
        )


def _verify_article(article: StoredArticle, store: Store) -> _Count:
    graph = store.asserted(article.name)
    passages = sorted(graph.subjects(RDF.type, HELIX.Passage), key=str)
    facts, claimed = _facts(graph), _claimed(graph)
    faults = [*_text_faults(article, store, graph, passages), *_claim_faults(article, facts, claimed)]
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
    return text[int(start) : int(end)] == str(graph.value(passage, OA.exact))


def _facts(graph: Graph) -> set[tuple[Node, Node, Node]]:
    """What the article says of the world: not of itself, of claims or of passages."""
    aside = {node for kind in (HELIX.Article, HELIX.Claim, HELIX.Passage) for node in graph.subjects(RDF.type, kind)}
    return {triple for triple in graph if triple[0] not in aside}


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
