"""Article -> Document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from triplehelix.documents.document import Block, BlockRole, Document, Sentence
from triplehelix.documents.lines import paragraphs
from triplehelix.documents.published import find_published
from triplehelix.documents.roles import assign_roles
from triplehelix.documents.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplehelix.articles import Article

#: A heading or a list item up to this length in characters is one sentence; a longer item is a paragraph with a bullet.
_ONE_SENTENCE = 200
_UNDIVIDED = frozenset({BlockRole.TITLE, BlockRole.HEADING, BlockRole.LIST_ITEM})


def segment(article: Article) -> Document:
    """Article -> Document: the text stays as it is, every part of it gets a span and a role."""
    text = article.text
    pieces = paragraphs(text)
    roles = assign_roles(text, pieces, article.title)
    blocks = tuple(Block(piece.span, role) for piece, role in zip(pieces, roles, strict=True))
    sentences = tuple(s for i, block in enumerate(blocks) for s in _sentences(text, i, block))
    return Document(article, blocks, sentences, _published(article, blocks))


def _sentences(text: str, index: int, block: Block) -> Iterator[Sentence]:
    if block.role in _UNDIVIDED and block.span.end - block.span.start <= _ONE_SENTENCE:
        yield Sentence(block.span, index)
    else:
        yield from (Sentence(span, index) for span in sentence_spans(text, block.span))


def _published(article: Article, blocks: tuple[Block, ...]) -> date | None:
    if article.published:
        return date.fromisoformat(article.published)
    return find_published([block.span.of(article.text) for block in blocks])
