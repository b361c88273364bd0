"""Article -> facts: the whole extraction on one screen."""

from __future__ import annotations

from dataclasses import dataclass

from triplehelix import mentions
from triplehelix.articles import Article
from triplehelix.countries import with_countries
from triplehelix.documents import Document, segment
from triplehelix.entities import resolve
from triplehelix.facts import Facts
from triplehelix.links import Links, link
from triplehelix.mentions import Reading
from triplehelix.partnerships import assemble
from triplehelix.recognition import recognize
from triplehelix.relations import relate


@dataclass(frozen=True, slots=True, eq=False)
class Extraction:
    """What each stage made of an article.

    Attributes:
        seen: what the trained reader saw, before anything was refused.
        links: what it sees between the entities.
    """

    document: Document
    seen: Reading
    links: Links
    facts: Facts


def read_facts(article: Article) -> Facts:
    """Everything that an article states; the same article always gives the same facts."""
    return extract(article).facts


def extract(article: Article) -> Extraction:
    """Article -> document -> mentions -> entities -> relations and partnerships, with what lies in between."""
    document = segment(article)
    seen = mentions.read(document)
    names = recognize(document, seen)
    entities = resolve(document, names.mentions)
    links = link(document, names, entities)
    relations = relate(document, entities, links)
    partnerships = assemble(document, entities, links)
    facts = Facts(with_countries(entities, relations, article.text), relations, partnerships)
    return Extraction(document, seen, links, facts)
