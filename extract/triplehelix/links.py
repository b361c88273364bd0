"""Entities + the encoder's states -> how likely the text links each pair of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from triplehelix.documents import Document
from triplehelix.facts import Entity, Span
from triplehelix.mentions import Reading, Window
from triplehelix.mentions.pairs import Thing, allowed
from triplehelix.mentions.scoring import Evidence, PairScore, score_pairs
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


#: How many word pieces are scored together: an article of 700 words. The work grows with the square of it.
_TOGETHER = 1_000


def link(document: Document, reading: Reading, entities: Sequence[Entity]) -> Links:
    """Scores every ordered pair of entities whose classes allow a relation or a partnership, part by part.

    A pair that several parts of a long article name has the score of the part that says most of it.
    """
    scores: dict[tuple[str, str], PairScore] = {}
    for part in _parts(reading):
        things = _things(part, entities)
        pairs = [(a, b) for a, b in permutations(things, 2) if allowed(*(things[e].entity_class for e in (a, b))).any()]
        for pair, score in zip(pairs, score_pairs(part, [(things[a], things[b]) for a, b in pairs]), strict=True):
            if pair not in scores or _most(score) > _most(scores[pair]):
                scores[pair] = score
    return Links(scores, document, {e.id: e.entity_class for e in entities})


def _parts(reading: Reading) -> Iterator[Reading]:
    """Runs of windows that have no more pieces than are scored together."""
    run: list[Window] = []
    for window in reading.windows:
        if run and sum(len(w.pieces) for w in run) + len(window.pieces) > _TOGETHER:
            yield replace(reading, windows=tuple(run))
            run = []
        run.append(window)
    if run:
        yield replace(reading, windows=tuple(run))


def _things(part: Reading, entities: Sequence[Entity]) -> dict[str, Thing]:
    """The entities that a part mentions, with their mentions in it."""
    first, last = int(part.windows[0].pieces.starts[0]), int(part.windows[-1].pieces.ends[-1])
    inside = {e.id: tuple(m for m in e.mentions if first <= m.start and m.end <= last) for e in entities}
    return {e.id: Thing(inside[e.id], e.entity_class) for e in entities if inside[e.id]}


def _most(score: PairScore) -> float:
    return max([score.partnership, *score.relations.values()])
