"""A pair head against gold pairs, given gold mentions: relations, partnerships, their kinds and statuses, traps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
import torch
from numpy.typing import NDArray

from triplehelix.mentions.finding import Run
from triplehelix.mentions.pairs import LINKS, RELATIONS
from triplehelix.training.examples import Lesson
from triplehelix.training.gold import GoldArticle
from triplehelix.training.pair_targets import PairTargets
from triplehelix.training.pairing import pooled, tensors
from triplehelix.training.reader import Reader


@dataclass(slots=True)
class PairTally:
    """Counts by relation name, 'relations' and 'partnerships'; shares as (right, all) under their names."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: PairTally) -> PairTally:
        """Both counts together."""
        return PairTally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    def count(self, name: str, found: AbstractSet[object], gold: AbstractSet[object]) -> None:
        """Count sets of facts under a name."""
        self.right[name] += len(found & gold)
        self.found[name] += len(found)
        self.gold[name] += len(gold)

    def lines(self) -> list[str]:
        """One line a name."""
        return [self._line(name) for name in sorted(self.gold)]

    def _line(self, name: str) -> str:
        right, found, gold = self.right[name], self.found[name], self.gold[name]
        precision, recall, both = right / max(1, found), right / max(1, gold), 2 * right / max(1, found + gold)
        return f"{name:22} P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({gold} gold)"


@dataclass(frozen=True, slots=True, eq=False)
class PairGuess:
    """Probabilities of links (p, LINKS), logits of kinds (p, kinds) and statuses (p, statuses), p pairs."""

    links: NDArray[np.float32]
    kinds: NDArray[np.float32]
    statuses: NDArray[np.float32]


def guess(reader: Reader, run: Run, lesson: Lesson) -> PairGuess:
    """What a reader says of the gold pairs."""
    states = np.concatenate([run(lesson.pieces.part(start, end))[2] for start, end in lesson.windows])
    targets = lesson.pairs
    found = targets.instances
    asked = tensors(lesson.pieces.units, found)
    with torch.inference_mode():
        links, kinds, statuses = pooled(
            reader.pairs(torch.from_numpy(states), *asked), torch.from_numpy(found.owners), len(targets.names)
        )
    return PairGuess(links.sigmoid().numpy() * (targets.weights > 0), kinds.numpy(), statuses.numpy())


def count_pairs(
    guesses: Iterable[tuple[GoldArticle, PairTargets, PairGuess]], relation_at: float, partnership_at: float
) -> PairTally:
    """Tally guesses at thresholds; a partnership's score is the mean of both orders."""
    tally = PairTally()
    for article, targets, guessed in guesses:
        stated = {(r.subject, r.object, r.type) for r in article.relations}
        said = {
            (*targets.names[row], RELATIONS[column].value)
            for row, column in np.argwhere(guessed.links[:, : LINKS - 1] > relation_at)
        }
        for name in [r.value for r in RELATIONS]:
            tally.count(name, {f for f in said if f[2] == name}, {f for f in stated if f[2] == name})
        tally.count("relations", set(said), set(stated))
        _count_partnerships(tally, article, targets, guessed, partnership_at)
    return tally


def _count_partnerships(
    tally: PairTally, article: GoldArticle, targets: PairTargets, guessed: PairGuess, threshold: float
) -> None:
    rows: dict[frozenset[str], list[int]] = defaultdict(list)
    for row, pair in enumerate(targets.names):
        if targets.weights[row, -1]:
            rows[frozenset(pair)].append(row)
    agreed = {frozenset(p): a for a in reversed(article.partnerships) for p in combinations(a.parties, 2)}
    said = {pair for pair, own in rows.items() if guessed.links[own, -1].mean() > threshold}
    tally.count("partnerships", set(said), set(agreed))
    traps = {frozenset(trap.parties) for trap in article.traps} - set(agreed)
    tally.count("traps claimed", said & traps, set(traps))
    for name, values, wanted in (
        ("partnership kind", guessed.kinds, targets.kinds),
        ("partnership status", guessed.statuses, targets.statuses),
    ):
        matched = {pair: rows[pair] for pair in said & set(agreed)}
        right = {p for p, own in matched.items() if values[own].mean(0).argmax() == wanted[own[0]]}
        tally.count(name, set(right), set(matched))
