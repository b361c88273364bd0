"""Document -> mentions: names known beforehand, and what the trained reader finds beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from triplehelix import mentions, places, registry
from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Mention, Span
from triplehelix.mentions import Reading
from triplehelix.recognition.plausibility import plausible
from triplehelix.vocabulary import EntityClass

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_ADMINISTRATION = re.compile(
    rf"\b(?:(?:City|State|Province|County|Canton) of {_NAME}|{_NAME} (?:Prefecture|Province|County|Canton|Voivodeship))\b"
)


def recognize(document: Document) -> Reading:
    """What the trained reader saw, its mentions joined with those of the registry, in the order of the text.

    A registered name wins over a mention that it equals, holds or only partly overlaps; a longer mention around it wins
    over the registered name ('Kyoto University' inside the name of one of its foundations).
    """
    seen = mentions.read(document)
    known = tuple(_known(document))
    kept = [m for m in plausible(seen.mentions, document) if not any(_yields(m, k) for k in known)]
    added = [k for k in (*known, *_administrations(document)) if not any(m.span.overlaps(k.span) for m in kept)]
    return replace(seen, mentions=tuple(sorted([*kept, *added], key=lambda m: (m.span.start, -m.span.end))))


def _known(document: Document) -> Iterator[Mention]:
    read = [b.span for b in document.blocks if b.role is not BlockRole.BOILERPLATE]
    for found in registry.find(document.article.text):
        if _inside(found.span, read):
            text = found.span.of(document.article.text)
            yield Mention(found.span, text, found.entry.entity_class, found.entry.kind)


def _administrations(document: Document) -> Iterator[Mention]:
    """'Kanagawa Prefecture', 'City of Oulu': a place by its own wording, where the gazetteer knows it."""
    read = [b.span for b in document.blocks if b.role is not BlockRole.BOILERPLATE]
    for match in _ADMINISTRATION.finditer(document.article.text):
        place = places.lookup(match.group())
        if place and _inside(span := Span(*match.span()), read):
            yield Mention(span, match.group(), EntityClass.PLACE, place.kind.value)


def _inside(span: Span, blocks: Sequence[Span]) -> bool:
    return any(block.covers(span) for block in blocks)


def _yields(mention: Mention, known: Mention) -> bool:
    """Whether a mention gives way: it overlaps the registered name, and is no longer name around it."""
    longer = mention.span.covers(known.span) and mention.span != known.span
    return mention.span.overlaps(known.span) and not longer
