"""Article -> Document: blocks with a role, sentences, publication date."""

from __future__ import annotations

from triplehelix.documents.document import Block, BlockRole, Document, Sentence
from triplehelix.documents.segmenting import segment

__all__ = ["Block", "BlockRole", "Document", "Sentence", "segment"]
