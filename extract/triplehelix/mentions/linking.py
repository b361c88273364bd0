"""Reading + pairs of things -> how likely the text links them, by the pair head over the same encoder pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

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
from triplehelix.mentions.reading import Floats, Reading
from triplehelix.vocabulary import PartnershipKind, RelationType, Status


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
    if not reading.windows or not pairs:
        return [_nothing(pair) for pair in pairs]
    pieces = whole(reading)
    found = instances(pieces, pairs)
    scores = {n: _nothing(pair) for n, pair in enumerate(pairs)}
    if len(found.owners):
        states = np.concatenate([w.states for w in reading.windows])
        logits = network.run_pairs(states, pieces.units, found.spans, found.features)
        scores.update(_scored(pieces, pairs, found, logits))
    return [scores[n] for n in range(len(pairs))]


def whole(reading: Reading) -> Pieces:
    """The pieces of all windows, one after the other."""
    return Pieces.joined([w.pieces for w in reading.windows])


def _nothing(pair: tuple[Thing, Thing]) -> PairScore:
    can = allowed(pair[0].entity_class, pair[1].entity_class)
    return PairScore({r: 0.0 for r, yes in zip(RELATIONS, can, strict=False) if yes}, 0.0, {}, {}, {})


def _scored(
    pieces: Pieces, pairs: Sequence[tuple[Thing, Thing]], found: Instances, logits: Floats
) -> Iterator[tuple[int, PairScore]]:
    for owner, group in groupby(range(len(found.owners)), key=lambda row: int(found.owners[row])):
        rows = np.array(list(group))
        can = allowed(pairs[owner][0].entity_class, pairs[owner][1].entity_class)
        yield owner, _score(pieces, found.spans[rows], logits[rows].astype(np.float64), can)


def _score(pieces: Pieces, spans: NDArray[np.int64], logits: NDArray[np.float64], can: NDArray[np.bool_]) -> PairScore:
    links = _sigmoid(np.logaddexp.reduce(logits[:, :LINKS], axis=0))
    share = _softmax(logits[:, LINKS - 1])
    rest = share @ logits[:, LINKS:]
    kinds, statuses = _softmax(rest[: len(PARTNERSHIP_KINDS)]), _softmax(rest[len(PARTNERSHIP_KINDS) :])
    best = logits[:, :LINKS].argmax(axis=0)
    columns: list[RelationType | None] = [*RELATIONS, None]
    return PairScore(
        {r: round(float(p), 4) for r, p, yes in zip(RELATIONS, links, can, strict=False) if yes},
        round(float(links[-1]), 4) if can[-1] else 0.0,
        {k: round(float(p), 4) for k, p in zip(PARTNERSHIP_KINDS, kinds, strict=True)},
        {s: round(float(p), 4) for s, p in zip(STATUSES, statuses, strict=True)},
        {c: _evidence(pieces, spans[row]) for c, row, yes in zip(columns, best, can, strict=True) if yes},
    )


def _evidence(pieces: Pieces, row: NDArray[np.int64]) -> Evidence:
    a, b, c, d = row.tolist()
    return Evidence(
        Span(int(pieces.starts[a]), int(pieces.ends[b - 1])), Span(int(pieces.starts[c]), int(pieces.ends[d - 1]))
    )


def _sigmoid(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(0.5 * (1 + np.tanh(values / 2)), dtype=np.float64)


def _softmax(values: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(values - values.max())
    return np.asarray(raised / raised.sum(), dtype=np.float64)
