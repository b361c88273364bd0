"""Tag scores -> mentions, by the best legal sequence of tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triplehelix.mentions.labels import CLASSES, TAG_COUNT
from triplehelix.vocabulary import EntityClass

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A mention as words `start` to `end` (half-open) of the words that were tagged.

    Attributes:
        score: mean probability of the class over the words, 0 to 1.
    """

    start: int
    end: int
    entity_class: EntityClass
    score: float


def _forbidden() -> Floats:
    """(from, to) penalties: an inside tag follows only its own class."""
    penalty = np.zeros((TAG_COUNT, TAG_COUNT), dtype=np.float32)
    for number in range(len(CLASSES)):
        begin, inside = 1 + 2 * number, 2 + 2 * number
        allowed = np.isin(np.arange(TAG_COUNT), (begin, inside))
        penalty[~allowed, inside] = -1e4
    return penalty


_PENALTY = _forbidden()


def best_tags(scores: Floats) -> list[int]:
    """Log-probabilities (words, tags) -> the legal tag sequence with the highest sum."""
    if not len(scores):
        return []
    best = scores[0].copy()
    best[2::2] = -1e4
    back = np.zeros(scores.shape, dtype=np.int64)
    for row in range(1, len(scores)):
        paths = best[:, None] + _PENALTY
        back[row] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[row]
    tags = [int(best.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        tags.append(int(back[row, tags[-1]]))
    return tags[::-1]


def log_softmax(logits: Floats) -> Floats:
    """Along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def chunks(logits: Floats) -> list[Chunk]:
    """Tag logits (words, tags) of one layer -> its mentions in the order of the text."""
    scores = log_softmax(logits)
    tags = best_tags(scores)
    probabilities = np.exp(scores)
    return [
        Chunk(start, end, CLASSES[number], _score(probabilities[start:end], number))
        for start, end, number in _runs(tags)
    ]


def _runs(tags: list[int]) -> Iterator[tuple[int, int, int]]:
    start = None
    for place, tag in enumerate([*tags, 0]):
        if start is not None and (tag == 0 or tag % 2 == 1):
            yield start, place, (tags[start] - 1) // 2
            start = None
        if tag % 2 == 1:
            start = place


def _score(probabilities: Floats, number: int) -> float:
    both = probabilities[:, 1 + 2 * number] + probabilities[:, 2 + 2 * number]
    return round(float(both.mean()), 4)
