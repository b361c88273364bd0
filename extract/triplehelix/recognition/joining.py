"""Document -> mentions: names known beforehand, and what the trained reader finds beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from triplehelix import places, registry
from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Mention, Span
from triplehelix.mentions import Reading
from triplehelix.recognition.plausibility import judged
from triplehelix.vocabulary import EntityClass

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_ADMINISTRATION = re.compile(
    rf"\b(?:(?:City|State|Province|County|Canton) of {_NAME}|{_NAME} (?:Prefecture|Province|County|Canton|Voivodeship))\b"
)


class Source(StrEnum):
    """Who proposes a mention."""

    READER = "reader"
    REGISTRY = "registry"
    GAZETTEER = "gazetteer"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that somebody proposes, and what speaks against it; None where it is kept."""

    mention: Mention
    source: Source
    objection: str | None


def recognize(document: Document, seen: Reading) -> Reading:
    """What the trained reader saw, its mentions joined with those of the registry, in the order of the text."""
    return replace(seen, mentions=tuple(c.mention for c in candidates(document, seen) if c.objection is None))


def candidates(document: Document, seen: Reading) -> tuple[Candidate, ...]:
    """Every mention that the reader, the registry or the gazetteer proposes, in the order of the text.

    A registered name wins over a mention that it equals, holds or only partly overlaps; a longer mention around it wins
    over the registered name ('Kyoto University' inside the name of one of its foundations).
    """
    known = tuple(_known(document))
    read = [_seen(mention, objection, known) for mention, objection in judged(seen.mentions, document, known)]
    kept = [c.mention for c in read if c.objection is None]
    added = [(k, Source.REGISTRY) for k in known] + [(a, Source.GAZETTEER) for a in _administrations(document)]
    beside = [Candidate(m, source, _overlapped(m, kept)) for m, source in added]
    return tuple(sorted([*read, *beside], key=lambda c: (c.mention.span.start, -c.mention.span.end)))


def _seen(mention: Mention, objection: str | None, known: Sequence[Mention]) -> Candidate:
    winner = next((k for k in known if _yields(mention, k)), None)
    beaten = f"the registry knows '{winner.text}' here" if winner else None
    return Candidate(mention, Source.READER, objection or beaten)


def _overlapped(mention: Mention, kept: Sequence[Mention]) -> str | None:
    other = next((k for k in kept if k.span.overlaps(mention.span)), None)
    return f"the reader sees '{other.text}' here" if other else None


def _known(document: Document) -> Iterator[Mention]:
    read = [b.span for b in document.blocks if b.role is not BlockRole.BOILERPLATE]
    for found in registry.find(document.article.text):
        if _inside(found.span, read):
            text = found.span.of(document.article.text)
            yield Mention(found.span, text, found.entry.entity_class, found.entry.kind)


def _administrations(document: Document) -> Iterator[Mention]:
    """'Kanagawa Prefecture', 'City of Rav': a place by its own wording, where the gazetteer knows it."""
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
