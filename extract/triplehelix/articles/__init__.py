"""File -> Article."""

from __future__ import annotations

from triplehelix.articles.article import Article
from triplehelix.articles.collection import Collection, collect
from triplehelix.articles.reading import SUFFIXES, read

__all__ = ["SUFFIXES", "Article", "Collection", "collect", "read"]
