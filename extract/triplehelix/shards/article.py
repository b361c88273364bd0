"""Article -> all that the store takes of it: asserted, inferred, refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import Graph, URIRef

from triplehelix.articles import Article
from triplehelix.documents import segment
from triplehelix.errors import StoreError, TriplehelixError
from triplehelix.facts import Facts
from triplehelix.gate import admit, conforms, report
from triplehelix.identifiers import article_iri
from triplehelix.locating import positions
from triplehelix.prefixes import ID_BASE
from triplehelix.reasoning import conclusions
from triplehelix.triples import to_triples

if TYPE_CHECKING:
    from triplehelix.reasoning.axioms import Triple

Extractor = Callable[[Article], Facts]


@dataclass(frozen=True, slots=True)
class ArticleGraphs:
    """One article as the store takes it: what it asserts, what follows, what was refused and why."""

    asserted: Iterable[Triple]
    inferred: Iterable[Triple]
    quarantined: Iterable[Triple]

    def parts(self) -> tuple[Iterable[Triple], Iterable[Triple], Iterable[Triple]]:
        """The three, in this order."""
        return self.asserted, self.inferred, self.quarantined


def read(article: Article, extractor: Extractor, base: str = ID_BASE) -> ArticleGraphs:
    """Everything that becomes of one article, as a pure function: it needs no store, and no other article."""
    triples = to_triples(segment(article), extractor(article), base=base)
    if conforms(triples):
        return ArticleGraphs(triples, _following(triples), ())
    graph = Graph()
    graph += triples
    admission = admit(graph)
    reasons = report.to_graph(admission.violations, URIRef(article_iri(article.name, base)), base)
    return ArticleGraphs(admission.valid, _following(admission.valid), admission.quarantined + reasons)


def _following(valid: Iterable[Triple]) -> frozenset[Triple]:
    """Where the places are, and what follows from that and from everything else."""
    located = positions(valid)
    return located | conclusions(frozenset(valid) | located)


def read_safely(article: Article, extractor: Extractor, base: str) -> ArticleGraphs | TriplehelixError:
    """An error of one article as a value: it stops no other."""
    try:
        return read(article, extractor, base)
    except StoreError:
        raise
    except TriplehelixError as error:
        return error


def read_facts(article: Article) -> Facts:
    """What the trained reader finds in an article."""
    from triplehelix.reading import read_facts as read_with_model  # noqa: PLC0415 -- loads the model

    return read_with_model(article)
