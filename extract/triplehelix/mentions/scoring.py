"""Reading + pairs of things -> how likely the text links them, by the pair head over the same encoder pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triplehelix.facts import Span
from triplehelix.mentions import network
from triplehelix.mentions.pairs import (
    LINKS,
    PARTNERSHIP_KINDS,
    RELATIONS,
    STATUSES,
    Instances,
    Thing,
    allowed,
    instances,
)
from triplehelix.mentions.pieces import Pieces
from triplehelix.mentions.reading import Reading
from triplehelix.vocabulary import PartnershipKind, RelationType, Status

Floats64 = NDArray[np.float64]

#: The columns of the links: relations, then partnership (None).
_COLUMNS: tuple[RelationType | None, ...] = (*RELATIONS, None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The mention pair that speaks most for a link: the two mentions, as spans of the article text."""

    subject: Span
    object: Span


@dataclass(frozen=True, slots=True, eq=False)
class PairScore:
    """What the text says of an ordered pair of things, as probabilities from 0 to 1.

    Attributes:
        relations: subject -> object; only relations that the classes allow. Several may hold.
        partnership: 0 where the classes do not allow one.
        kinds: of the partnership, if it is one; they sum to 1.
        statuses: likewise.
        evidence: where the likeliest relation stands (key) and where the partnership stands (None).
    """

    relations: dict[RelationType, float]
    partnership: float
    kinds: dict[PartnershipKind, float]
    statuses: dict[Status, float]
    evidence: dict[RelationType | None, Evidence]


def score_pairs(reading: Reading, pairs: Sequence[tuple[Thing, Thing]]) -> list[PairScore]:
    """Score ordered pairs; a pair whose mentions lie outside what was read scores 0 everywhere.

    Raises:
        TriplehelixError: the model is not there.
    """
    scores: dict[int, PairScore] = {}
    if reading.windows and pairs:
        pieces = Pieces.joined([w.pieces for w in reading.windows])
        found = instances(pieces, pairs)
        if len(found.owners):
            states = np.concatenate([w.states for w in reading.windows])
            logits = network.run_pairs(states, pieces.units, found)
            scores.update(_scored(pieces, pairs, found, logits.astype(np.float64)))
    return [scores.get(number) or _nothing(pair) for number, pair in enumerate(pairs)]


def _nothing(pair: tuple[Thing, Thing]) -> PairScore:
    can = allowed(pair[0].entity_class, pair[1].entity_class)
    return PairScore({r: 0.0 for r, yes in zip(RELATIONS, can, strict=False) if yes}, 0.0, {}, {}, {})


def _scored(
    pieces: Pieces, pairs: Sequence[tuple[Thing, Thing]], found: Instances, logits: Floats64
) -> Iterator[tuple[int, PairScore]]:
    """All pairs at once: the rows of a pair follow one another, so that each is a stretch of the arrays."""
    owners, starts = np.unique(found.owners, return_index=True)
    links, kinds, statuses = _pooled(logits, starts)
    edges = pieces.starts[found.spans[:, ::2]], pieces.ends[found.spans[:, 1::2] - 1]
    spans = np.stack([edges[0][:, 0], edges[1][:, 0], edges[0][:, 1], edges[1][:, 1]], axis=1).tolist()
    best = _best(logits[:, :LINKS], starts).tolist()
    tables = links.round(4).tolist(), kinds.round(4).tolist(), statuses.round(4).tolist()
    for owner, link, kind, status, rows in zip(owners.tolist(), *tables, best, strict=True):
        can = allowed(pairs[owner][0].entity_class, pairs[owner][1].entity_class)
        yield (
            owner,
            PairScore(
                {r: p for r, p, yes in zip(RELATIONS, link, can, strict=False) if yes},
                link[-1] if can[-1] else 0.0,
                dict(zip(PARTNERSHIP_KINDS, kind, strict=True)),
                dict(zip(STATUSES, status, strict=True)),
                {c: _evidence(spans[row]) for c, row, yes in zip(_COLUMNS, rows, can, strict=True) if yes},
            ),
        )


def _pooled(logits: Floats64, starts: NDArray[np.int64]) -> tuple[Floats64, Floats64, Floats64]:
    """Rows -> pairs: links by log-sum-exp; kinds and statuses by the rows that speak of a partnership."""
    links = np.logaddexp.reduceat(logits[:, :LINKS], starts)
    sizes = np.diff(starts, append=len(logits))
    share = np.exp(logits[:, LINKS - 1] - np.repeat(links[:, -1], sizes))
    rest = np.add.reduceat(share[:, None] * logits[:, LINKS:], starts)
    count = len(PARTNERSHIP_KINDS)
    return 0.5 * (1 + np.tanh(links / 2)), _softmax(rest[:, :count]), _softmax(rest[:, count:])


def _best(links: Floats64, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The row that speaks most for each link of each pair, (pairs, LINKS)."""
    sizes = np.diff(starts, append=len(links))
    top = np.repeat(np.maximum.reduceat(links, starts), sizes, axis=0)
    rows = np.where(links == top, np.arange(len(links))[:, None], len(links))
    return np.asarray(np.minimum.reduceat(rows, starts), dtype=np.int64)


def _evidence(row: list[int]) -> Evidence:
    return Evidence(Span(row[0], row[1]), Span(row[2], row[3]))


def _softmax(values: Floats64) -> Floats64:
    raised = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)
