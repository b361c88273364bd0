"""Gold article -> the pairs of its entities, with what gold says of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

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
from triplehelix.mentions.pieces import Ints, Pieces
from triplehelix.training.gold import GoldArticle, find_mentions
from triplehelix.vocabulary import EntityClass, PartnershipKind, Status

#: How much more a trap counts than another pair without a partnership.
TRAP_WEIGHT = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class PairTargets:
    """The pairs of one article, p of them, with m mention pairs.

    Attributes:
        links: (p, LINKS) 1 where the text states it.
        weights: (p, LINKS) 0 where it cannot be.
        kinds: (p,) partnership kind, or -100.
        statuses: (p,) partnership status, or -100.
        names: the entity ids of each pair.
    """

    instances: Instances
    links: np.ndarray
    weights: np.ndarray
    kinds: Ints
    statuses: Ints
    names: tuple[tuple[str, str], ...]


def pair_targets(article: GoldArticle, pieces: Pieces) -> PairTargets:
    """Every ordered pair of entities that something could link, with what gold says of it."""
    things = _things(article)
    asked = [pair for pair in permutations(things, 2) if _can(things, pair).any()]
    found = instances(pieces, [(things[a], things[b]) for a, b in asked])
    # A pair whose mentions lie in what is not read has no rows.
    kept = sorted(set(found.owners.tolist()))
    names = tuple(asked[row] for row in kept)
    weights = np.array([_can(things, pair) for pair in names], dtype=np.float32).reshape(-1, LINKS)
    owners = np.searchsorted(kept, found.owners).astype(np.int64)
    targets = PairTargets(
        replace(found, owners=owners),
        links=_stated(article, names),
        weights=weights,
        kinds=np.full(len(names), -100, dtype=np.int64),
        statuses=np.full(len(names), -100, dtype=np.int64),
        names=names,
    )
    _agree(article, targets)
    return targets


def _things(article: GoldArticle) -> dict[str, Thing]:
    mentions = find_mentions(article)
    spans = {e.id: tuple(m.span for m in mentions if m.entity == n) for n, e in enumerate(article.entities)}
    return {e.id: Thing(spans[e.id], EntityClass(e.entity_class)) for e in article.entities if spans[e.id]}


def _can(things: dict[str, Thing], pair: tuple[str, str]) -> np.ndarray:
    return allowed(things[pair[0]].entity_class, things[pair[1]].entity_class)


def _stated(article: GoldArticle, names: Sequence[tuple[str, str]]) -> np.ndarray:
    """Links (p, LINKS) with the relations filled in."""
    stated = {(r.subject, r.object, r.type) for r in article.relations}
    links = np.zeros((len(names), LINKS), dtype=np.float32)
    for row, pair in enumerate(names):
        links[row, :-1] = [(*pair, r.value) in stated for r in RELATIONS]
    return links


def _agree(article: GoldArticle, targets: PairTargets) -> None:
    """Fill in the partnerships; traps count more, since they are what a careless reader falls for."""
    agreed = {pair: p for p in reversed(article.partnerships) for pair in permutations(p.parties, 2)}
    trapped = {pair for trap in article.traps for pair in permutations(trap.parties, 2)}
    for row, pair in enumerate(targets.names):
        if pair in agreed:
            targets.links[row, -1] = 1
            targets.kinds[row] = PARTNERSHIP_KINDS.index(PartnershipKind(str(agreed[pair].kind)))
            targets.statuses[row] = STATUSES.index(Status(str(agreed[pair].status)))
        elif pair in trapped:
            targets.weights[row, -1] *= TRAP_WEIGHT
