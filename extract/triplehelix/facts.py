"""What an article says, as frozen values: mentions, entities, relations, partnerships.

Offsets are half-open and count Unicode code points of the stored article text: `article.text[span.start:span.end]`.
The JSON form (`to_json`) is the annotation format that the gold corpus and `triplehelix extract` share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from triplehelix.vocabulary import EntityClass, PartnershipKind, RelationType, Status


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of the stored article text, `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece itself."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, or a noun phrase that stands for one thing, where it stands in the text.

    Attributes:
        kind: the most likely kind (a value of the vocabulary's kind lists), or None where the class has none.
        score: confidence of the class, 0 to 1; 1 for names that a registry knows.
    """

    span: Span
    text: str
    entity_class: EntityClass
    kind: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that the article names, with every mention of it in the order of the text.

    Attributes:
        id: unique within the article ("e1", "e2", …).
        name: the fullest form in the text.
        aliases: the other surface forms in the text.
        country: ISO 3166-1 alpha-2 code, or None where the text does not say.
    """

    id: str
    entity_class: EntityClass
    kind: str | None
    name: str
    aliases: tuple[str, ...]
    country: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A binary relation between two entities (ids), with the quote that states it."""

    type: RelationType
    subject: str
    object: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money: value in units of the currency (ISO 4217)."""

    value: float
    currency: str


@dataclass(frozen=True, slots=True)
class Partnership:
    """An agreement or collaboration between two or more entities (ids), with the quote that states it.

    Attributes:
        date: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as precise as the text gives it, or None.
    """

    parties: tuple[str, ...]
    kind: PartnershipKind
    status: Status
    date: str | None
    topics: tuple[str, ...]
    amount: Amount | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one article states."""

    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    partnerships: tuple[Partnership, ...] = ()

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id.

        Raises:
            KeyError: no entity has it.
        """
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)


def to_json(facts: Facts, text: str) -> dict[str, Any]:
    """Facts -> the annotation format of the gold corpus: keys `entities`, `relations`, `partnerships`.

    Beside the quote (`evidence`), each statement carries its offsets into the article text (`start`, `end`).
    """
    return {
        "entities": [_entity_json(e) for e in facts.entities],
        "relations": [
            {"type": r.type.value, "subject": r.subject, "object": r.object, **_evidence_json(r.evidence, text)}
            for r in facts.relations
        ],
        "partnerships": [_partnership_json(p, text) for p in facts.partnerships],
    }


def _entity_json(entity: Entity) -> dict[str, Any]:
    kind = {"kind": entity.kind} if entity.kind else {}
    return {
        "id": entity.id,
        "class": entity.entity_class.value,
        **kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "country": entity.country,
    }


def _partnership_json(partnership: Partnership, text: str) -> dict[str, Any]:
    amount = partnership.amount
    return {
        "parties": list(partnership.parties),
        "kind": partnership.kind.value,
        "status": partnership.status.value,
        "date": partnership.date,
        "topics": list(partnership.topics),
        "amount": {"value": amount.value, "currency": amount.currency} if amount else None,
        **_evidence_json(partnership.evidence, text),
    }


def _evidence_json(span: Span, text: str) -> dict[str, Any]:
    return {"evidence": span.of(text), "start": span.start, "end": span.end}
