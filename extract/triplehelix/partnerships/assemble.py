"""Document + entities -> partnerships: statements put together, each with kind, status, date, topics and amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from triplehelix.documents import Document
from triplehelix.facts import Entity, Partnership
from triplehelix.links import Links
from triplehelix.partnerships.amounts import amounts
from triplehelix.partnerships.cues import kind_of
from triplehelix.partnerships.dating import date_of
from triplehelix.partnerships.statements import Statement
from triplehelix.partnerships.status import status_of
from triplehelix.partnerships.topics import topics
from triplehelix.partnerships.weighing import candidates
from triplehelix.vocabulary import PartnershipKind, Status

_GENERIC = PartnershipKind.COOPERATION_AGREEMENT
#: What a headline or a passing word leaves at, and what only a telling of the agreement itself says.
_LOOSE = frozenset({Status.ACTIVE, Status.ANNOUNCED})
_TOLD = frozenset({Status.SIGNED, Status.RENEWED, Status.ENDED})
_CALLED = re.compile(
    r"\b[Tt]his ((?:[\w-]+ ){0,3}(?:of understanding|of intent|agreement|contract|venture|licen[cs]e|MOU|MoU|partnership|consortium))\b"
)


def assemble(document: Document, entities: Sequence[Entity], links: Links | None = None) -> tuple[Partnership, ...]:
    """The partnerships that the article states, in the order of the text; what is told twice is one.

    Args:
        document: the article.
        entities: what it names.
        links: what the trained reader sees between them; without it, grammar alone is asked.
    """
    kept = (c.statement for c in candidates(document, entities, links) if c.statement and c.objection is None)
    found: list[Partnership] = []
    for statement in kept:
        partnership = _partnership(statement, document, links)
        at = next((i for i, known in enumerate(found) if _same(known, partnership)), None)
        if at is None:
            found.append(partnership)
        else:
            found[at] = _together(found[at], partnership)
    named = [_named_later(p, document) for p in found]
    return tuple(sorted(named, key=lambda p: (p.evidence, p.parties)))


def _named_later(partnership: Partnership, document: Document) -> Partnership:
    """An 'agreement' that a later sentence calls by what it is: 'this memorandum of understanding …'."""
    if partnership.kind is not _GENERIC:
        return partnership
    after = document.article.text[partnership.evidence.end :]
    kinds = [kind_of(match[1]) for match in _CALLED.finditer(after)]
    return replace(partnership, kind=next((k for k in kinds if k and k is not _GENERIC), _GENERIC))


def _partnership(statement: Statement, document: Document, links: Links | None) -> Partnership:
    stretches, status = [span.of(document.article.text) for span in statement.about], status_of(statement.words)
    return Partnership(
        parties=statement.parties,
        kind=kind_of(statement.words) or (links.kind(statement.parties) if links else None) or _GENERIC,
        status=status,
        date=date_of(stretches, status, document.published),
        topics=topics(statement.words),
        amount=next(iter(amounts(stretches[0])), None),
        evidence=statement.evidence,
    )


def _same(known: Partnership, other: Partnership) -> bool:
    """One agreement told twice: equal parties, and kinds that are equal or of which one is the general one."""
    return set(known.parties) == set(other.parties) and (
        known.kind is other.kind or _GENERIC in {known.kind, other.kind}
    )


def _together(known: Partnership, other: Partnership) -> Partnership:
    """The first telling, with what only the later one says."""
    kind = other.kind if known.kind is _GENERIC else known.kind
    status = other.status if known.status in _LOOSE and other.status in _TOLD else known.status
    return replace(
        known,
        kind=kind,
        status=status,
        date=(other.date or known.date) if status is not known.status else known.date or other.date,
        topics=known.topics or other.topics,
        amount=known.amount or other.amount,
    )
