"""Marked-up sentences -> documents and mentions, so that a test shows its case in one line.

'[O Rav AS] rents two floors of [H Havn Park]': the letter is the class (H hub, O organization, F facility, L place,
N person), optionally with a kind: '[O:university Bru University]'.
"""

from __future__ import annotations

import re
from datetime import date

from triplehelix.articles import Article
from triplehelix.documents import Document, segment
from triplehelix.entities import resolve
from triplehelix.facts import Entity, Mention, Span
from triplehelix.vocabulary import EntityClass

_CLASSES = {
    "H": EntityClass.HUB,
    "O": EntityClass.ORGANIZATION,
    "F": EntityClass.FACILITY,
    "L": EntityClass.PLACE,
    "N": EntityClass.PERSON,
}
_MARK = re.compile(r"\[([HOFLN])(?::(\w+))? ([^\]]+)\]")


def read(marked: str, published: date | None = None) -> tuple[Document, tuple[Mention, ...]]:
    """Marked text -> its document and the mentions marked in it."""
    text, mentions, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        span = Span(len(text), len(text) + len(match[3]))
        mentions.append(Mention(span, match[3], _CLASSES[match[1]], match[2]))
        text += match[3]
        at = match.end()
    article = Article("case", text + marked[at:], published=published.isoformat() if published else None, language="en")
    return segment(article), tuple(mentions)


def entities_of(marked: str, published: date | None = None) -> tuple[Document, tuple[Entity, ...]]:
    """Marked text -> its document and the entities resolved from the marked mentions."""
    document, mentions = read(marked, published)
    return document, resolve(document, mentions)
