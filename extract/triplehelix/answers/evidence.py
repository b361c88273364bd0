"""Statements -> the passages that state them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast
from urllib.parse import unquote

import pyoxigraph as ox

from triplehelix.answers.answer import Claim, Evidence
from triplehelix.questions.binding import Term, serialise
from triplehelix.questions.graph import PREFIXES, Cell, Queryable, select, value
from triplehelix.questions.question import Column, EvidencePattern, PatternTerm

#: How many statements one query looks up: far below what any engine refuses, and few round trips all the same.
_BATCH = 200

_CLAIM = """
    ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom ?article ; oa:hasSelector ?passage .
    ?passage oa:exact ?quote ; oa:start ?start ; oa:end ?end .
    OPTIONAL { ?article rdfs:label ?title }
"""


def of_rows(
    graph: Queryable, patterns: Sequence[EvidencePattern], columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[tuple[Evidence, ...], ...]:
    """The passages behind each row: those of the claims that state the patterns with the row's values in them.

    Returns:
        One tuple a row, ordered by article and offset; nothing at all where there are no patterns. A pattern with an
        empty cell states nothing.
    """
    if not patterns:
        return ()
    statements = [_statements(patterns, dict(zip(columns, row, strict=True))) for row in rows]
    asked = sorted({statement for row in statements for statement in row}, key=str)
    by_statement: dict[ox.Triple, list[Evidence]] = {}
    for start in range(0, len(asked), _BATCH):
        for passage in _stating(graph, asked[start : start + _BATCH]):
            for claim in passage.claims:
                by_statement.setdefault(claim.statement, []).append(passage)
    found = ([passage for statement in row for passage in by_statement.get(statement, ())] for row in statements)
    return tuple(_merged(passages) for passages in found)


def matching(graph: Queryable, pattern: str) -> tuple[Evidence, ...]:
    """The passages of the claims that a SPARQL pattern over ?claim, ?s, ?p and ?o selects, by article and offset."""
    query = f"""SELECT DISTINCT ?article ?passage ?start ?end ?quote ?title ?claim ?s ?p ?o
        WHERE {{ {pattern} {_CLAIM} }}"""
    return _merged(_evidence(row) for row in select(graph, query))


def _stating(graph: Queryable, statements: Iterable[ox.Triple]) -> tuple[Evidence, ...]:
    values = " ".join(f"({_term(s.subject)} {_term(s.predicate)} {_term(s.object)})" for s in statements)
    return matching(graph, f"VALUES (?s ?p ?o) {{ {values} }}")


def _statements(patterns: Sequence[EvidencePattern], row: dict[str, Cell]) -> list[ox.Triple]:
    filled = ([_fill(term, row) for term in (p.subject, p.predicate, p.object)] for p in patterns)
    return [
        ox.Triple(s, p, o)
        for s, p, o in filled
        if isinstance(s, ox.NamedNode) and isinstance(p, ox.NamedNode) and isinstance(o, ox.NamedNode | ox.Literal)
    ]


def _fill(term: PatternTerm, row: dict[str, Cell]) -> Cell:
    return row.get(term.name) if isinstance(term, Column) else ox.NamedNode(term)


def _term(term: Cell) -> str:
    return serialise(cast("Term", term))  # the graph holds no blank nodes and no quoted triples


def triples(passages: Iterable[Evidence]) -> Iterator[ox.Triple]:
    """The statements that rest on the passages, their claims, the passages themselves and the articles' labels."""
    for passage in {one.iri: one for one in passages}.values():
        yield _triple(passage.article_iri, "rdfs:label", ox.Literal(passage.title))
        yield _triple(passage.iri, "helix:inArticle", ox.NamedNode(passage.article_iri))
        yield _triple(passage.iri, "oa:exact", ox.Literal(passage.quote))
        yield _triple(passage.iri, "oa:start", ox.Literal(passage.start))
        yield _triple(passage.iri, "oa:end", ox.Literal(passage.end))
        for claim in passage.claims:
            yield claim.statement
            yield _triple(claim.iri, "rdf:subject", claim.statement.subject)
            yield _triple(claim.iri, "rdf:predicate", claim.statement.predicate)
            yield _triple(claim.iri, "rdf:object", claim.statement.object)
            yield _triple(claim.iri, "prov:wasDerivedFrom", ox.NamedNode(passage.article_iri))
            yield _triple(claim.iri, "oa:hasSelector", ox.NamedNode(passage.iri))


def _triple(subject: str, predicate: str, object_: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.Triple:
    prefix, _, local = predicate.partition(":")
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(PREFIXES[prefix] + local), object_)


def _evidence(row: tuple[Cell, ...]) -> Evidence:
    article, passage, start, end, quote, title, claim, *statement = row
    # a claim has an IRI, an IRI and a term, or the shapes would have refused it
    subject, predicate, object_ = cast("tuple[ox.NamedNode, ox.NamedNode, Term]", tuple(statement))
    name = unquote(value(article).rpartition("/")[2])
    return Evidence(
        quote=value(quote),
        article=name,
        title=value(title) or name,
        start=int(value(start)),
        end=int(value(end)),
        iri=value(passage),
        article_iri=value(article),
        claims=(Claim(value(claim), ox.Triple(subject, predicate, object_)),),
    )


def _merged(passages: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """One Evidence a passage, with all claims that rest on it, by article and offset."""
    ordered = sorted(passages, key=lambda passage: (*_place(passage), passage.title))
    return tuple(_joined(list(group)) for _, group in groupby(ordered, _place))


def _place(passage: Evidence) -> tuple[str, int, int, str]:
    return passage.article, passage.start, passage.end, passage.iri


def _joined(passages: list[Evidence]) -> Evidence:
    claims = {claim.iri: claim for passage in passages for claim in passage.claims}
    return replace(passages[0], claims=tuple(claims[iri] for iri in sorted(claims)))
