"""File -> Article."""

from __future__ import annotations

from triplehelix.articles.article import Article

__all__ = ["Article"]
