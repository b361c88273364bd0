"""The pair head: states and mention pairs -> what links them; and its targets out of gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import torch
from torch import Tensor, nn

from triplehelix.mentions.pairs import (
    FEATURE_SIZES,
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
from triplehelix.vocabulary import PartnershipKind, Status

#: Output columns: relations and partnership, kinds, statuses.
PARTS = (LINKS, len(PARTNERSHIP_KINDS), len(STATUSES))


class PairHead(nn.Module):
    """Scores mention pairs by their states and by what a query made of both finds in their sentences."""

    def __init__(self, width: int = 384, inner: int = 128, heads: int = 4, dropout: float = 0.3) -> None:
        super().__init__()
        self.heads = heads
        self.ends = nn.Linear(width, 2 * inner)
        self.query = nn.Linear(2 * inner, inner)
        self.key = nn.Linear(width, inner)
        self.value = nn.Linear(width, inner)
        self.regions = nn.Embedding(9, heads)
        self.features = nn.ModuleList(nn.Embedding(size, 16) for size in FEATURE_SIZES)
        self.between = nn.Linear(width, inner)
        self.mix = nn.Linear(6 * inner + 16 * len(FEATURE_SIZES), 256)
        self.out = nn.Linear(256, sum(PARTS))
        # Links are rare: start from there, or the first steps only learn to say no.
        nn.init.constant_(self.out.bias[:LINKS], -3.0)
        self.dropout = nn.Dropout(dropout)
        self.inner = inner

    def forward(self, states: Tensor, units: Tensor, spans: Tensor, features: Tensor) -> Tensor:
        """States (n, width), units (n,), spans (m, 4), features (m, f) -> logits (m, sum(PARTS))."""
        states = self.dropout(states)
        sums = torch.cat([torch.zeros(1, states.shape[1]), states.cumsum(0)])
        means = [(sums[spans[:, k + 1]] - sums[spans[:, k]]) / (spans[:, k + 1] - spans[:, k])[:, None] for k in (0, 2)]
        subject = self.ends(means[0])[:, : self.inner]
        obj = self.ends(means[1])[:, self.inner :]
        gap = torch.stack([torch.minimum(spans[:, 1], spans[:, 3]), torch.maximum(spans[:, 0], spans[:, 2])])
        between = self.between((sums[gap[1]] - sums[gap[0]]) / (gap[1] - gap[0]).clamp(min=1)[:, None])
        context = self._context(states, units, spans, torch.cat([subject, obj], 1))
        known = [table(features[:, column]) for column, table in enumerate(self.features)]
        joined = torch.cat([subject, obj, subject * obj, (subject - obj).abs(), context, between, *known], 1)
        mixed = nn.functional.gelu(self.mix(self.dropout(joined)))
        logits: Tensor = self.out(self.dropout(mixed))
        return logits

    def _context(self, states: Tensor, units: Tensor, spans: Tensor, ends: Tensor) -> Tensor:
        """What each pair's query gathers from the sentences of its mentions, (m, inner)."""
        size = self.inner // self.heads
        query = self.query(ends).view(-1, self.heads, size).transpose(0, 1)
        key = self.key(states).view(-1, self.heads, size).permute(1, 2, 0)
        value = self.value(states).view(-1, self.heads, size).transpose(0, 1)
        places = torch.arange(states.shape[0])[None]
        scores = (query / size**0.5) @ key + self.regions(_regions(places, spans)).permute(2, 0, 1)
        scores = scores + torch.where(_readable(units, spans), 0.0, -1e4)[None]
        gathered: Tensor = scores.softmax(-1) @ value
        return gathered.transpose(0, 1).reshape(-1, self.inner)


def _regions(places: Tensor, spans: Tensor) -> Tensor:
    """Where each piece stands to both mentions: before, in or after each, (m, n) numbers below 9."""
    sides = [(places >= spans[:, k, None]).long() + (places >= spans[:, k + 1, None]).long() for k in (0, 2)]
    return 3 * sides[0] + sides[1]


def _readable(units: Tensor, spans: Tensor) -> Tensor:
    """The pieces that a pair may look at: from the one's sentence to the other's, or just these two if far apart."""
    first, second = units[spans[:, 0]][:, None], units[spans[:, 2]][:, None]
    low, high = torch.minimum(first, second), torch.maximum(first, second)
    between = (units[None] >= low) & (units[None] <= high) & (high - low <= 2)
    return between | (units[None] == low) | (units[None] == high)


#: How much more a trap counts than another pair without a partnership.
TRAP_WEIGHT = 2.0
#: About how many links an article states: the scale of the loss, which would drown in pairs without any otherwise.
LINKS_EXPECTED = 30
ATTRIBUTE_WEIGHT = 0.2


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
        Instances(owners, found.spans, found.features),
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
    return {e.id: Thing(spans[e.id], e.entity_class) for e in article.entities if spans[e.id]}


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
    trapped = {pair for trap in article.traps for pair in permutations(trap, 2)}
    for row, pair in enumerate(targets.names):
        if pair in agreed:
            targets.links[row, -1] = 1
            targets.kinds[row] = PARTNERSHIP_KINDS.index(PartnershipKind(agreed[pair].kind))
            targets.statuses[row] = STATUSES.index(Status(agreed[pair].status))
        elif pair in trapped:
            targets.weights[row, -1] *= TRAP_WEIGHT


def pooled(logits: Tensor, owners: Tensor, pairs: int) -> tuple[Tensor, Tensor, Tensor]:
    """Mention-pair logits -> per pair: links by log-sum-exp, kinds and statuses weighted by who speaks of partners."""
    links = logits[:, :LINKS]
    best = torch.full((pairs, LINKS), -1e4).scatter_reduce(0, owners[:, None].expand_as(links), links, "amax").detach()
    raised = (links - best[owners]).exp()
    total = torch.zeros(pairs, LINKS).index_add(0, owners, raised)
    share = (raised[:, -1] / total[owners, -1])[:, None]
    rest = torch.zeros(pairs, logits.shape[1] - LINKS).index_add(0, owners, share * logits[:, LINKS:])
    return best + total.log(), rest[:, : len(PARTNERSHIP_KINDS)], rest[:, len(PARTNERSHIP_KINDS) :]


def pair_loss(logits: Tensor, targets: PairTargets) -> Tensor:
    """Binary cross-entropy of the links over all pairs, plus that of kind and status where there is a partnership."""
    pairs = len(targets.names)
    links, kinds, statuses = pooled(logits, torch.from_numpy(targets.instances.owners), pairs)
    weights = torch.from_numpy(targets.weights)
    entropy = nn.functional.binary_cross_entropy_with_logits
    total: Tensor = entropy(links, torch.from_numpy(targets.links), weights, reduction="sum") / LINKS_EXPECTED
    if (targets.kinds >= 0).any():
        attributes = nn.functional.cross_entropy(kinds, torch.from_numpy(targets.kinds), ignore_index=-100)
        attributes = attributes + nn.functional.cross_entropy(
            statuses, torch.from_numpy(targets.statuses), ignore_index=-100
        )
        total = total + ATTRIBUTE_WEIGHT * attributes
    return total
