"""Lessons -> a fitted reader, the same for the same seed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from triplehelix.mentions.labels import LAYER_COUNT, TAG_COUNT
from triplehelix.mentions.pieces import CLS, SEP, Ints, with_marks
from triplehelix.training.examples import IGNORED, Lesson
from triplehelix.training.pairing import pair_loss, tensors
from triplehelix.training.reader import Reader


@dataclass(frozen=True, slots=True)
class Settings:
    """How a reader is fitted; the defaults are those of the shipped model.

    Attributes:
        batch: lessons (articles) of a step.
        renamed: share of name words exchanged in each pass over the articles.
    """

    epochs: int = 8
    batch: int = 1
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.1
    dropout: float = 0.1
    renamed: float = 0.6
    kind_weight: float = 0.5
    pair_weight: float = 1.0
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows as tensors, (windows, pieces); tags (windows, layers, pieces)."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    tags: Tensor
    kinds: Tensor


def batch_of(lessons: Sequence[Lesson]) -> Batch:
    """The windows of lessons in their order, padded to one length."""
    cuts = [(lesson, start, end) for lesson in lessons for start, end in lesson.windows]
    length = max(end - start for _, start, end in cuts) + 2

    def padded(row: Ints, first: int, last: int, filler: int) -> Ints:
        marked = with_marks(row, first, last)
        return np.concatenate([marked, np.full(length - len(marked), filler, dtype=np.int64)])

    ids = np.stack([padded(w.pieces.ids[s:e], CLS, SEP, 0) for w, s, e in cuts])
    shapes = np.stack([padded(w.pieces.shapes[s:e], 0, 0, 0) for w, s, e in cuts])
    tags = np.stack([[padded(row[s:e], IGNORED, IGNORED, IGNORED) for row in w.tags] for w, s, e in cuts])
    kinds = np.stack([padded(w.kinds[s:e], IGNORED, IGNORED, IGNORED) for w, s, e in cuts])
    mask = torch.zeros(ids.shape).masked_fill(torch.from_numpy(ids == 0), -1e4)[:, None, None, :]
    return Batch(torch.from_numpy(ids), torch.from_numpy(shapes), mask, torch.from_numpy(tags), torch.from_numpy(kinds))


def loss_of(reader: Reader, lessons: Sequence[Lesson], settings: Settings) -> Tensor:
    """The weighted sum of the heads' losses."""
    batch = batch_of(lessons)
    tags, kinds, states = reader(batch.ids, batch.shapes, batch.mask)
    logits = tags.view(*tags.shape[:2], LAYER_COUNT, TAG_COUNT).permute(0, 3, 2, 1)
    entropy = torch.nn.functional.cross_entropy
    total: Tensor = entropy(logits, batch.tags, ignore_index=IGNORED)
    if (batch.kinds != IGNORED).any():
        total = total + settings.kind_weight * entropy(kinds.transpose(1, 2), batch.kinds, ignore_index=IGNORED)
    return total + settings.pair_weight * _pair_losses(reader, lessons, states)


def _pair_losses(reader: Reader, lessons: Sequence[Lesson], states: Tensor) -> Tensor:
    row, total = 0, states.sum() * 0
    for lesson in lessons:
        parts = [states[row + n, 1 : 1 + end - start] for n, (start, end) in enumerate(lesson.windows)]
        row += len(parts)
        if lesson.pairs.names:
            found = lesson.pairs.instances
            asked = tensors(lesson.pieces.units, found)
            total = total + pair_loss(reader.pairs(torch.cat(parts), *asked), lesson.pairs)
    return total / len(lessons)


def fit(
    reader: Reader,
    lessons_of: Callable[[Random], list[Lesson]],
    settings: Settings,
    report: Callable[[str], None] = print,
) -> None:
    """Fit in place; `lessons_of` gives the lessons of one pass over the articles, always as many."""
    torch.manual_seed(settings.seed)
    random = Random(settings.seed)  # noqa: S311  (no secret; only repeatable)
    # The word embeddings hold half of all weights, and a hundred articles would only spoil them.
    reader.encoder.words.requires_grad_(False)
    optimizer = _optimizer(reader, settings)
    steps = settings.epochs * -(-len(lessons_of(random)) // settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps, settings.warmup))
    reader.train()
    for epoch in range(settings.epochs):
        start, losses = time.time(), []
        for group in _groups(lessons_of(random), settings.batch, random):
            loss = loss_of(reader, group, settings)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        report(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.time() - start:.0f} s")
    reader.eval()


def _optimizer(reader: Reader, settings: Settings) -> torch.optim.Optimizer:
    fresh: list[torch.nn.Parameter] = []
    known: list[torch.nn.Parameter] = []
    for name, parameter in reader.named_parameters():
        if parameter.requires_grad:
            own = not name.startswith(("encoder.", "pairs.refiner.layers")) or name == "encoder.shapes.weight"
            (fresh if own else known).append(parameter)
    rates = [{"params": known, "lr": settings.encoder_rate}, {"params": fresh, "lr": settings.head_rate}]
    return torch.optim.AdamW(rates, weight_decay=0.01)


def _rate(done: float, warmup: float) -> float:
    return done / warmup if done < warmup else max(0.0, (1 - done) / (1 - warmup))


def _groups(lessons: list[Lesson], size: int, random: Random) -> Iterator[list[Lesson]]:
    order = lessons.copy()
    random.shuffle(order)
    for start in range(0, len(order), size):
        yield order[start : start + size]
