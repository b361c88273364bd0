"""Article -> facts: the whole extraction on one screen."""

from __future__ import annotations

from triplehelix.articles import Article
from triplehelix.countries import with_countries
from triplehelix.documents import segment
from triplehelix.entities import resolve
from triplehelix.facts import Facts
from triplehelix.mentions import find_mentions
from triplehelix.partnerships import assemble
from triplehelix.relations import relate


def read_facts(article: Article) -> Facts:
    """Everything that an article states; the same article always gives the same facts."""
    document = segment(article)
    entities = resolve(document, find_mentions(document))
    relations = relate(document, entities)
    partnerships = assemble(document, entities)
    return Facts(with_countries(entities, relations, article.text), relations, partnerships)
