"""Article -> facts: the whole extraction on one screen."""

from __future__ import annotations

from triplehelix.articles import Article
from triplehelix.countries import with_countries
from triplehelix.documents import segment
from triplehelix.entities import resolve
from triplehelix.facts import Facts
from triplehelix.links import link
from triplehelix.partnerships import assemble
from triplehelix.recognition import recognize
from triplehelix.relations import relate


def read_facts(article: Article) -> Facts:
    """Everything that an article states; the same article always gives the same facts."""
    document = segment(article)
    seen = recognize(document)
    entities = resolve(document, seen.mentions)
    links = link(document, seen, entities)
    relations = relate(document, entities, links)
    partnerships = assemble(document, entities)
    return Facts(with_countries(entities, relations, article.text), relations, partnerships)
