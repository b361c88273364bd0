"""The pair head: states and mention pairs -> what links them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn

from triplehelix.mentions.pairs import FEATURE_SIZES, LINKS, MARK_COUNT, PARTNERSHIP_KINDS, STATUSES, Instances
from triplehelix.mentions.pieces import Ints
from triplehelix.training.dropping import Dropout
from triplehelix.training.pair_targets import PairTargets

#: Output columns: relations and partnership, kinds, statuses.
PARTS = (LINKS, len(PARTNERSHIP_KINDS), len(STATUSES))


def tensors(units: Ints, asked: Instances) -> Iterator[Tensor]:
    """Units (n,), spans (m, 4), features (m, f), marks (n,), members (k, n), in the order of the graph's inputs."""
    arrays = (units, asked.spans, asked.features, asked.marks, asked.members)
    return (torch.from_numpy(array) for array in arrays)


class Refiner(nn.Module):
    """States of a whole article -> states that know which mentions there are and what else each thing is called."""

    def __init__(self, layers: Sequence[nn.Module], width: int = 384) -> None:
        super().__init__()
        self.marks = nn.Embedding(MARK_COUNT, width)
        self.fuse = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(layers)
        nn.init.normal_(self.marks.weight, std=0.02)
        nn.init.zeros_(self.fuse.weight)
        nn.init.zeros_(self.fuse.bias)

    def forward(self, states: Tensor, marks: Tensor, members: Tensor) -> Tensor:
        """States (n, width), marks (n,), members (k, n) -> states (n, width)."""
        named = (members > 0).to(states.dtype).T @ (members @ states)
        refined = self.norm(states + self.marks(marks) + self.fuse(named))[None]
        for layer in self.layers:
            refined = layer(refined, None)
        return refined[0]


class PairHead(nn.Module):
    """Scores mention pairs by their states and by what a query made of both finds in their sentences."""

    def __init__(
        self, layers: Sequence[nn.Module], width: int = 384, inner: int = 128, heads: int = 4, dropout: float = 0.3
    ) -> None:
        super().__init__()
        self.refiner = Refiner(layers, width)
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
        self.dropout = Dropout(dropout)
        self.inner = inner

    def forward(self, states: Tensor, *asked: Tensor) -> Tensor:
        """States (n, width) and what `tensors` gives for m mention pairs -> logits (m, sum(PARTS))."""
        units, spans, features, marks, members = asked
        states = self.dropout(self.refiner(states, marks, members))
        sums = torch.cat([torch.zeros(1, states.shape[1]), states.cumsum(0)])
        means = [(sums[spans[:, k + 1]] - sums[spans[:, k]]) / (spans[:, k + 1] - spans[:, k])[:, None] for k in (0, 2)]
        ends = self.ends(torch.stack(means))
        subject, obj = ends[0, :, : self.inner], ends[1, :, self.inner :]
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


#: About how many links an article states: the scale of the loss, which would drown in pairs without any otherwise.
LINKS_EXPECTED = 30
ATTRIBUTE_WEIGHT = 0.2


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
