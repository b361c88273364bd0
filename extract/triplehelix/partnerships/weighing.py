"""Document + entities + links -> every partnership that may be one, with what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triplehelix.documents import Document
from triplehelix.facts import Entity, Span
from triplehelix.links import Links
from triplehelix.partnerships.seen import likelihood, supported, weighed
from triplehelix.partnerships.statements import Refusal, Statement, judged


@dataclass(frozen=True, slots=True)
class Candidate:
    """Parties (entity ids) that grammar or the trained reader ties.

    Attributes:
        by_grammar: whether the wording ties them; else the trained reader alone does.
        score: how likely the reader thinks them partners, the mean over their pairs; 1 where it was not asked.
        statement: what a partnership is made of; None where the words themselves say that there is none.
        objection: what speaks against it, None where it is kept.
    """

    parties: tuple[str, ...]
    evidence: Span
    by_grammar: bool
    score: float
    statement: Statement | None
    objection: str | None


def candidates(document: Document, entities: Sequence[Entity], links: Links | None = None) -> Iterator[Candidate]:
    """What grammar reads, and then what the trained reader sees beside it.

    Args:
        document: the article.
        entities: what it names.
        links: what the trained reader sees between them; without it, grammar alone is asked.
    """
    stated = []
    for told in judged(document, entities):
        candidate = _told(told, links)
        if candidate.statement and candidate.objection is None:
            stated.append(candidate.statement)
        yield candidate
    for statement, objection in weighed(document, entities, links, stated) if links else ():
        score = likelihood(statement.parties, links) if links else 1.0
        yield Candidate(statement.parties, statement.evidence, False, score, statement, objection)


def _told(told: Statement | Refusal, links: Links | None) -> Candidate:
    statement = told if isinstance(told, Statement) else None
    parties = told.parties if isinstance(told, Statement) else told.named
    score = likelihood(parties, links) if links else 1.0
    objection = None if isinstance(told, Statement) else f"the sentence says '{told.cue}'"
    if statement and links and not supported(statement, links):
        objection = "the reader rules it out"
    return Candidate(parties, told.evidence, True, score, statement, objection)
