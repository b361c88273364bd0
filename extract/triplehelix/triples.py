"""Document + Facts -> the asserted graph of one article, with a claim and a passage behind every fact."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import quote

from rdflib import DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD, Graph, Literal, URIRef

from triplehelix.facts import Amount, Entity, Facts, Partnership, Relation, Span
from triplehelix.identifiers import (
    article_iri,
    claim_iri,
    entity_iris,
    is_description,
    partnership_iri,
    passage_iri,
)
from triplehelix.namespaces import HELIX, OA
from triplehelix.prefixes import ID_BASE
from triplehelix.vocabulary import EntityClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triplehelix.articles import Article
    from triplehelix.documents import Document

#: How many characters before and after a quote go with it (Web Annotation's TextQuoteSelector).
CONTEXT = 32

_NAMED = frozenset({EntityClass.ORGANIZATION, EntityClass.HUB, EntityClass.FACILITY})
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
Triple = tuple[URIRef, URIRef, URIRef | Literal]
# Looked up once: a claim stands behind every fact, and a term of a closed namespace takes as long as its triple.
_TYPE, _CLAIM, _DERIVED, _SELECTOR = RDF.type, HELIX.Claim, PROV.wasDerivedFrom, OA.hasSelector
_SUBJECT, _PREDICATE, _OBJECT = RDF.subject, RDF.predicate, RDF.object


@dataclass(frozen=True, slots=True)
class Statement:
    """One triple that an article asserts, and the piece of its text that says so (None where there is none)."""

    triple: Triple
    evidence: Span | None


def to_graph(document: Document, facts: Facts, *, places: Sequence[Entity] = (), base: str = ID_BASE) -> Graph:
    """Everything that one article asserts, as a graph without blank nodes and with canonical literals.

    Args:
        document: the article with its sentences; the sentence of a mention is the quote of a type, a name, a kind.
        facts: what the article says.
        places: places known beyond the article; one that stands within a name of the article is added as an entity.
        base: where the IRIs of things begin.

    Raises:
        KeyError: a relation or a partnership speaks of an entity that the facts do not have.
    """
    graph = Graph()
    graph += to_triples(document, facts, places=places, base=base)
    return graph


def to_triples(
    document: Document, facts: Facts, *, places: Sequence[Entity] = (), base: str = ID_BASE
) -> frozenset[Triple]:
    """The same as a set, which costs a fifth of a graph; see `to_graph`."""
    article = document.article
    facts = _with_places(facts, places)
    iris = {key: URIRef(iri) for key, iri in entity_iris(article.name, facts, base).items()}
    statements = list(_statements(document, facts, iris, base))
    claimed = [(statement.triple, statement.evidence) for statement in statements if statement.evidence]
    spans = {span for _, span in claimed}
    return frozenset(
        itertools.chain(
            _article_triples(document, URIRef(article_iri(article.name, base))),
            (statement.triple for statement in statements),
            *(_claim_triples(triple, span, article, base) for triple, span in claimed),
            *(_passage_triples(span, article, base) for span in spans),
        )
    )


def _statements(document: Document, facts: Facts, iris: dict[str, URIRef], base: str) -> Iterator[Statement]:
    for entity in facts.entities:
        yield from _entity_statements(entity, iris[entity.id], document)
    yield from _namings(document, facts, iris)
    for relation in facts.relations:
        yield _relation_statement(relation, iris)
    nodes: set[URIRef] = set()
    for partnership in dict.fromkeys(facts.partnerships):
        node = _partnership_node(partnership, document.article, iris, nodes, base)
        yield from _partnership_statements(partnership, node, facts, iris)


def _article_triples(document: Document, node: URIRef) -> Iterator[Triple]:
    article = document.article
    yield node, RDF.type, HELIX.Article
    yield node, RDFS.label, Literal(article.title or document.title or article.name)
    yield node, HELIX.textHash, Literal(article.text_hash)
    yield node, HELIX.contentHash, Literal(article.content_hash)
    yield node, HELIX.textLength, _integer(len(article.text))
    if document.published:
        yield node, SDO.datePublished, _date(document.published.isoformat())
    if article.url and (url := _url(article.url)):
        yield node, SDO.url, url
    for predicate, value in (
        (DCTERMS.publisher, article.publisher),
        (DCTERMS.language, article.language),
        (DCTERMS.source, article.source),
    ):
        if value:
            yield node, predicate, Literal(value)


def _entity_statements(entity: Entity, node: URIRef, document: Document) -> Iterator[Statement]:
    first = _sentence(entity.mentions[0], document) if entity.mentions else None
    yield Statement((node, RDF.type, HELIX[entity.entity_class.value]), first)
    if entity.kind:
        yield Statement((node, HELIX.kind, HELIX[entity.kind]), first)
    if entity.country:
        yield Statement((node, HELIX.country, Literal(entity.country)), first)
    yield Statement((node, RDFS.label, Literal(entity.name)), _where(entity, entity.name, document) or first)
    for alias in entity.aliases:
        yield Statement((node, SKOS.altLabel, Literal(alias)), _where(entity, alias, document) or first)


def _where(entity: Entity, name: str, document: Document) -> Span | None:
    """The sentence around the first mention that reads so, or None."""
    words = name.split()  # a name may be broken over two lines in the text
    spans = (m for m in entity.mentions if m.of(document.article.text).split() == words)
    return next((_sentence(span, document) for span in spans), None)


def _sentence(mention: Span, document: Document) -> Span:
    """The whole sentence of a mention, or all that it touches; the mention itself where no sentence was cut."""
    touched = [s.span for s in document.sentences if s.span.overlaps(mention)]
    spans = [*touched, mention]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _relation_statement(relation: Relation, iris: dict[str, URIRef]) -> Statement:
    return Statement((iris[relation.subject], HELIX[relation.type.value], iris[relation.object]), relation.evidence)


def _partnership_node(
    partnership: Partnership, article: Article, iris: dict[str, URIRef], taken: set[URIRef], base: str
) -> URIRef:
    # Two agreements of the same parties and kind in one quote differ in date or status only, and are two all the same.
    parties = sorted({str(iris[party]) for party in partnership.parties})
    first = partnership_iri(article.name, partnership, parties, article.text, base)
    node, count = URIRef(first), 1
    while node in taken:
        count += 1
        node = URIRef(f"{first}-{count}")
    taken.add(node)
    return node


def _partnership_statements(
    partnership: Partnership, node: URIRef, facts: Facts, iris: dict[str, URIRef]
) -> Iterator[Statement]:
    names = " + ".join(facts.entity(party).name for party in partnership.parties)
    values: list[tuple[URIRef, URIRef | Literal]] = [
        (RDF.type, HELIX.Partnership),
        (RDFS.label, Literal(f"{names} ({partnership.kind.value})")),
        (HELIX.partnershipKind, HELIX[partnership.kind.value]),
        (HELIX.status, HELIX[partnership.status.value]),
        *((HELIX.party, iris[party]) for party in partnership.parties),
        *((HELIX.topic, Literal(topic)) for topic in partnership.topics),
    ]
    if partnership.date:
        values.append((HELIX.date, _date(partnership.date)))
    if partnership.amount:
        values.extend(_amount_values(partnership.amount))
    for predicate, value in values:
        yield Statement((node, predicate, value), partnership.evidence)


def _amount_values(amount: Amount) -> Iterator[tuple[URIRef, Literal]]:
    yield HELIX.amountValue, Literal(_decimal(amount.value), datatype=XSD.decimal, normalize=False)
    yield HELIX.amountCurrency, Literal(amount.currency)


def _namings(document: Document, facts: Facts, iris: dict[str, URIRef]) -> Iterator[Statement]:
    """The places inside official names: not locations, but what the thing can be found by."""
    places = [entity for entity in facts.entities if entity.entity_class is EntityClass.PLACE]
    for entity in (e for e in facts.entities if e.entity_class in _NAMED and e.mentions):
        for place in (p for p in places if _is_named_for(entity, p)):
            evidence = _where(entity, entity.name, document) or _sentence(entity.mentions[0], document)
            yield Statement((iris[entity.id], HELIX.namedForPlace, iris[place.id]), evidence)


def _is_named_for(entity: Entity, place: Entity) -> bool:
    if is_description(entity.name):
        return False  # 'station near Calama' says where it is; it is not called after the place
    names = (place.name, *place.aliases)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", entity.name) for name in names if name)


def _with_places(facts: Facts, places: Iterable[Entity]) -> Facts:
    """The facts and those of the places that a name holds, each with the mentions of that name."""
    found = []
    for place in places:
        within = [e for e in facts.entities if e.entity_class in _NAMED and _is_named_for(e, place)]
        if within and not any(place.name in (e.name, *e.aliases) for e in facts.entities):
            found.append(replace(place, id=f"place {place.name}", mentions=within[0].mentions))
    return replace(facts, entities=(*facts.entities, *found))


def _claim_triples(triple: Triple, evidence: Span, article: Article, base: str) -> Iterator[Triple]:
    subject, predicate, value = triple
    claim = URIRef(claim_iri([_n3(term) for term in triple], article.name, evidence.of(article.text), base))
    yield claim, _TYPE, _CLAIM
    yield claim, _SUBJECT, subject
    yield claim, _PREDICATE, predicate
    yield claim, _OBJECT, value
    yield claim, _DERIVED, URIRef(article_iri(article.name, base))
    yield claim, _SELECTOR, URIRef(passage_iri(article.name, evidence.start, evidence.end, base))


def _n3(term: URIRef | Literal) -> str:
    return f"<{term}>" if isinstance(term, URIRef) else term.n3()


def _passage_triples(span: Span, article: Article, base: str) -> Iterator[Triple]:
    text = article.text
    passage = URIRef(passage_iri(article.name, span.start, span.end, base))
    yield passage, RDF.type, HELIX.Passage
    yield passage, HELIX.inArticle, URIRef(article_iri(article.name, base))
    yield passage, OA.exact, Literal(span.of(text))
    yield passage, OA.prefix, Literal(text[max(0, span.start - CONTEXT) : span.start])
    yield passage, OA.suffix, Literal(text[span.end : span.end + CONTEXT])
    yield passage, OA.start, _integer(span.start)
    yield passage, OA.end, _integer(span.end)


def _date(value: str) -> Literal:
    """A date typed by its precision; a plain string where it is none, for the shapes to refuse."""
    try:
        date.fromisoformat(f"{value}-01-01"[:10] if len(value) != 7 else f"{value}-01")
    except ValueError:
        return Literal(value)
    return Literal(value, datatype=_DATE_TYPES.get(len(value)), normalize=False)


def _decimal(value: float) -> str:
    """The canonical lexical form of xsd:decimal, as the store would make it: no exponent, no trailing zeros."""
    text = f"{Decimal(repr(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def _url(value: str) -> URIRef | None:
    """The address as an IRI, with the characters escaped that none may hold; None where it is no web address."""
    if not re.match(r"https?://\S", value):
        return None
    return URIRef("".join(quote(c) if c in ' <>"{}|\\^`' or ord(c) < 33 else c for c in value))
