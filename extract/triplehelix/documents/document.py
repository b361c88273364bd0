"""An article cut into blocks and sentences, as frozen values; the text itself is never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from triplehelix.articles import Article
from triplehelix.facts import Span


class BlockRole(StrEnum):
    """What a block is for; facts are read from every role but boilerplate."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or caption.

    The span is trimmed of white space, and of a bullet or heading mark before the words ("• ", "- ", "## "): those are
    the only characters other than white space that lie outside every block.
    """

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, trimmed of white space; it never crosses a block.

    Attributes:
        block: index into `Document.blocks`.
    """

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its blocks and sentences, both in the order of the text and without overlap.

    Attributes:
        published: the article's own date where its file gives one, else the one found in its text, else None.
    """

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    published: date | None

    @property
    def title(self) -> str | None:
        """The headline as the text shows it, or None where no block looks like one."""
        titles = (b.span.of(self.article.text) for b in self.blocks if b.role is BlockRole.TITLE)
        return next(titles, None)

    def sentence_of(self, span: Span) -> Span:
        """The sentence that a stretch lies in; of a stretch that runs over several, from the first to the last."""
        touched = [s.span for s in self.sentences if s.span.overlaps(span)] or [span]
        return Span(min(touched[0].start, span.start), max(touched[-1].end, span.end))

    def quotable(self, span: Span) -> Span:
        """The span, without the title where it runs from there into the text: a quote is of the one or the other."""
        title = next((b.span for b in self.blocks if b.role is BlockRole.TITLE), None)
        below = [s.span.start for s in self.sentences if title and s.span.start >= title.end]
        runs_over = title is not None and span.start < title.end < span.end and below
        return Span(below[0], span.end) if runs_over else span
