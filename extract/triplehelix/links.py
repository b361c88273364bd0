"""Entities + the encoder's states -> how likely the text links each pair of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from triplehelix.documents import Document
from triplehelix.facts import Entity, Span
from triplehelix.mentions import Reading
from triplehelix.mentions.linking import Evidence, PairScore, score_pairs
from triplehelix.mentions.pairs import Thing, allowed
from triplehelix.vocabulary import EntityClass, PartnershipKind, RelationType, may_relate


@dataclass(frozen=True, slots=True)
class Link:
    """A relation or a partnership (type None) that the trained reader sees between two entities.

    Attributes:
        score: probability, 0 to 1.
        evidence: the sentences from one mention to the other.
    """

    type: RelationType | None
    subject: str
    object: str
    score: float
    evidence: Span


@dataclass(frozen=True, slots=True)
class Links:
    """The scores of every ordered pair of entity ids that may be linked at all, and the class of each id."""

    scores: dict[tuple[str, str], PairScore]
    document: Document
    classes: dict[str, EntityClass]

    def relation(self, kind: RelationType, subject: str, object_: str) -> float:
        """How likely the relation holds, 0 to 1."""
        score = self.scores.get((subject, object_))
        return score.relations.get(kind, 0.0) if score else 0.0

    def partnership(self, one: str, other: str) -> float:
        """How likely the two are partners in either reading of the pair, 0 to 1."""
        found = [self.scores[pair].partnership for pair in ((one, other), (other, one)) if pair in self.scores]
        return sum(found) / len(found) if found else 0.0

    def kind(self, parties: Sequence[str]) -> PartnershipKind | None:
        """The likeliest kind of a partnership of these parties, by the first pair of them that was scored."""
        found = (self.scores[pair].kinds for pair in permutations(parties, 2) if pair in self.scores)
        kinds = next((k for k in found if k), None)
        return max(sorted(kinds), key=lambda k: kinds[k]) if kinds else None

    def relations(self, least: float) -> Iterator[Link]:
        """The relations of at least this score, in the order of the entities."""
        for (subject, object_), score in self.scores.items():
            for kind, value in score.relations.items():
                if value >= least and may_relate(kind, self.classes[subject], self.classes[object_]):
                    yield Link(kind, subject, object_, value, self._stretch(score.evidence[kind]))

    def partnerships(self, least: float) -> Iterator[Link]:
        """The partner pairs of at least this score, each once, in the order of the entities."""
        for (one, other), score in self.scores.items():
            value = self.partnership(one, other)
            if one < other and value >= least and None in score.evidence:
                yield Link(None, one, other, value, self._stretch(score.evidence[None]))

    def _stretch(self, evidence: Evidence) -> Span:
        first, last = sorted((evidence.subject, evidence.object))
        inside = [s.span for s in self.document.sentences if s.span.end > first.start and s.span.start < last.end]
        return self.document.quotable(Span(inside[0].start, inside[-1].end))


def link(document: Document, reading: Reading, entities: Sequence[Entity]) -> Links:
    """Scores every ordered pair of entities whose classes allow a relation or a partnership."""
    things = {e.id: Thing(e.mentions, e.entity_class) for e in entities}
    pairs = [(a, b) for a, b in permutations(entities, 2) if allowed(a.entity_class, b.entity_class).any()]
    scores = score_pairs(reading, [(things[a.id], things[b.id]) for a, b in pairs])
    by_pair = {(a.id, b.id): score for (a, b), score in zip(pairs, scores, strict=True)}
    return Links(by_pair, document, {e.id: e.entity_class for e in entities})
