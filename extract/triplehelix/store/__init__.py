"""Graphs of one article -> the store on disk, wholly or not at all."""

from __future__ import annotations

from triplehelix.store.catalog import StoredArticle
from triplehelix.store.changes import INDEX, Content, Parts
from triplehelix.store.folder import DEFAULT_FOLDER, default_path
from triplehelix.store.store import Store

__all__ = ["DEFAULT_FOLDER", "INDEX", "Content", "Parts", "Store", "StoredArticle", "default_path"]
