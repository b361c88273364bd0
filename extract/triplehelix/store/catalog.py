"""The catalog graph: what the store knows of each article without looking into the article's graphs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

if TYPE_CHECKING:
    from triplehelix.articles import Article
    from triplehelix.store.changes import Parts

GRAPH = ox.NamedNode("urn:triplehelix:catalog")
_ENTRY = ox.NamedNode("urn:triplehelix:entry")
_TEXT = ox.NamedNode("urn:triplehelix:text")
_DECISIONS, _OBEYED = ox.NamedNode("urn:triplehelix:decisions"), ox.NamedNode("urn:triplehelix:obeyed")


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What the store knows of an article.

    Attributes:
        fingerprint: what read it; an article is read again when its content or its reader has changed.
        statements: triples that it asserts, claims and passages included.
        inferred: triples that follow from them.
        quarantined: triples that the shapes refused, the results of the validation included.
    """

    name: str
    title: str
    source: str
    text_hash: str
    content_hash: str
    fingerprint: str
    statements: int
    inferred: int
    quarantined: int

    @classmethod
    def of(cls, article: Article, parts: Parts, fingerprint: str) -> Self:
        """An article and its triples as the catalog describes them."""
        hashes = article.text_hash, article.content_hash
        sizes = len(parts.asserted), len(parts.inferred), len(parts.quarantine)
        return cls(article.name, article.title or article.name, article.source, *hashes, fingerprint, *sizes)


def all_articles(raw: ox.Store) -> tuple[StoredArticle, ...]:
    """Every article in the store, by name."""
    entries = raw.quads_for_pattern(None, _ENTRY, None, GRAPH)
    return tuple(sorted((_stored(quad) for quad in entries), key=lambda article: article.name))


def find(raw: ox.Store, node: ox.NamedNode) -> StoredArticle | None:
    """The article with this IRI, or None."""
    return next((_stored(quad) for quad in raw.quads_for_pattern(node, _ENTRY, None, GRAPH)), None)


def entry(raw: ox.Store, node: ox.NamedNode) -> frozenset[ox.Quad]:
    """The quads that the catalog holds of an article."""
    return frozenset(raw.quads_for_pattern(node, None, None, GRAPH))


def quads(node: ox.NamedNode, stored: StoredArticle) -> frozenset[ox.Quad]:
    """The entry of an article: its description as JSON, and its text's hash for `has_text`."""
    description = ox.Literal(json.dumps(asdict(stored), ensure_ascii=False))
    return frozenset(
        {ox.Quad(node, _ENTRY, description, GRAPH), ox.Quad(node, _TEXT, ox.Literal(stored.text_hash), GRAPH)}
    )


def has_text(raw: ox.Store, text_hash: str) -> bool:
    """Whether any article has the text with this hash; two articles may share one."""
    return next(raw.quads_for_pattern(None, _TEXT, ox.Literal(text_hash), GRAPH), None) is not None


def decisions(raw: ox.Store) -> frozenset[ox.Quad]:
    """The quad that says which decisions about identity the content of the store follows; none where there are none."""
    return frozenset(raw.quads_for_pattern(_DECISIONS, _OBEYED, None, GRAPH))


def obeyed(raw: ox.Store) -> str:
    """The decisions about identity that the content of the store follows, or nothing."""
    texts = (quad.object for quad in decisions(raw))
    return next((text.value for text in texts if isinstance(text, ox.Literal)), "")


def with_decisions(raw: ox.Store, text: str | None) -> frozenset[ox.Quad]:
    """The same quad as it shall be; as it is where the text is None."""
    if text is None:
        return decisions(raw)
    return frozenset({ox.Quad(_DECISIONS, _OBEYED, ox.Literal(text), GRAPH)} if text else ())


def _stored(quad: ox.Quad) -> StoredArticle:
    value = quad.object
    assert isinstance(value, ox.Literal)  # noqa: S101 -- `quads` writes nothing else
    return StoredArticle(**json.loads(value.value))
