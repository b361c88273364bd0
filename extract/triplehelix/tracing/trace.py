"""Extraction -> trace: the candidates of every stage with what speaks against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from triplehelix import partnerships, recognition, relations
from triplehelix.documents import Document
from triplehelix.facts import Entity, Facts, Partnership, Span
from triplehelix.links import Link
from triplehelix.reading import Extraction

#: The least probability of a relation or partnership that is worth showing though it is not taken.
SHOWN = 0.1


@dataclass(frozen=True, slots=True)
class Trace:
    """One article, stage by stage.

    Attributes:
        mentions: every proposed mention, in the order of the text.
        relations: every relation that grammar reads, or that the trained reader gives at least SHOWN.
        told: the statements that make the partnerships, and the refusals, in the order of their finding.
        unstated: partnerships that the trained reader gives at least SHOWN and that no statement makes.
        facts: what came out.
    """

    document: Document
    mentions: tuple[recognition.Candidate, ...]
    relations: tuple[relations.Candidate, ...]
    told: tuple[partnerships.Statement | partnerships.Refusal, ...]
    unstated: tuple[Link, ...]
    facts: Facts

    @property
    def text(self) -> str:
        """The article's stored text."""
        return self.document.article.text

    def name(self, entity_id: str) -> str:
        """What the entity with this id is called."""
        return self.facts.entity(entity_id).name

    def entity_at(self, span: Span) -> Entity | None:
        """The entity that is mentioned exactly there, or None."""
        return next((e for e in self.facts.entities if span in e.mentions), None)

    def partnership_of(self, statement: partnerships.Statement) -> Partnership | None:
        """The partnership that a statement became, or None where it went into one that was told before."""
        made = (p for p in self.facts.partnerships if p.evidence == statement.evidence)
        return next((p for p in made if set(p.parties) == set(statement.parties)), None)


def trace(extraction: Extraction) -> Trace:
    """Ask each stage again, this time for everything that it considered."""
    document, facts = extraction.document, extraction.facts
    return Trace(
        document,
        recognition.candidates(document, extraction.seen),
        tuple(relations.candidates(document, facts.entities, extraction.links, SHOWN)),
        tuple(partnerships.judged(document, facts.entities)),
        tuple(_unstated(extraction)),
        facts,
    )


def _unstated(extraction: Extraction) -> Iterator[Link]:
    stated = [set(p.parties) for p in extraction.facts.partnerships]
    seen = extraction.links.partnerships(SHOWN)
    yield from (link for link in seen if not any({link.subject, link.object} <= parties for parties in stated))
