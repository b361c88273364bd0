"""Extraction -> trace: the candidates of every stage with what speaks against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triplehelix import partnerships, recognition, relations
from triplehelix.documents import Document
from triplehelix.facts import Entity, Facts, Partnership, Span
from triplehelix.links import Link, Links
from triplehelix.partnerships import Candidate as PartnershipCandidate
from triplehelix.reading import Extraction
from triplehelix.recognition import Candidate as MentionCandidate
from triplehelix.relations import Candidate as RelationCandidate

#: The least probability of a relation or partnership that is worth showing though it is not taken.
SHOWN = 0.1


@dataclass(frozen=True, slots=True)
class Trace:
    """One article, stage by stage.

    Attributes:
        mentions: every proposed mention, in the order of the text.
        relations: every relation that grammar reads, or that the trained reader gives at least SHOWN.
        partnerships: what grammar reads, and then what the trained reader sees beside it.
        unlikely: pairs that the reader gives at least SHOWN and that are not even candidates.
        facts: what came out.
    """

    document: Document
    mentions: tuple[MentionCandidate, ...]
    relations: tuple[RelationCandidate, ...]
    partnerships: tuple[PartnershipCandidate, ...]
    unlikely: tuple[Link, ...]
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

    def against(self, candidate: MentionCandidate) -> str | None:
        """What speaks against a mention, also when that was said of all mentions of the thing together."""
        if candidate.objection or self.entity_at(candidate.mention.span):
            return candidate.objection
        return "the reader is sure of no mention of it"

    def partnership_of(self, candidate: PartnershipCandidate) -> Partnership | None:
        """The partnership that a statement became, or None where it went into one that was told elsewhere."""
        made = (p for p in self.facts.partnerships if p.evidence == candidate.evidence)
        return next((p for p in made if set(p.parties) == set(candidate.parties)), None)


def trace(extraction: Extraction) -> Trace:
    """Ask each stage again, this time for everything that it considered."""
    document, facts, links = extraction.document, extraction.facts, extraction.links
    stated = tuple(partnerships.candidates(document, facts.entities, links))
    return Trace(
        document,
        recognition.candidates(document, extraction.seen),
        tuple(relations.candidates(document, facts.entities, links, SHOWN)),
        stated,
        tuple(_unlikely(links, stated)),
        facts,
    )


def _unlikely(links: Links, stated: Sequence[PartnershipCandidate]) -> Iterator[Link]:
    groups = [set(candidate.parties) for candidate in stated]
    for link in links.partnerships(SHOWN):
        if not any({link.subject, link.object} <= group for group in groups):
            yield link
