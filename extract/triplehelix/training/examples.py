"""Gold articles -> lessons: windows of pieces with tag and kind targets, and the pairs of the whole article."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from triplehelix.mentions.finding import units
from triplehelix.mentions.labels import KINDS, LAYER_COUNT, begin_tag, inside_tag
from triplehelix.mentions.pieces import Ints, Pieces, cut, windows
from triplehelix.training.gold import GoldArticle, GoldMention, find_mentions
from triplehelix.training.pair_targets import PairTargets, pair_targets
from triplehelix.vocabulary import EntityClass

#: Target of a piece that is not asked for.
IGNORED = -100


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """An article with its targets; n pieces.

    Attributes:
        windows: piece ranges that the encoder reads one by one.
        tags: (layers, n) tag numbers, IGNORED on all but the first piece of a word.
        kinds: (n,) kind numbers, IGNORED outside mentions that have a kind.
    """

    pieces: Pieces
    windows: tuple[tuple[int, int], ...]
    tags: Ints
    kinds: Ints
    pairs: PairTargets


def lesson(article: GoldArticle, tokenizer: Tokenizer) -> Lesson:
    """The article's pieces with their targets."""
    pieces = cut(article.text, units(article.document), tokenizer)
    tags, kinds = targets(article, pieces)
    return Lesson(pieces, tuple(windows(pieces)), tags, kinds, pair_targets(article, pieces))


def targets(article: GoldArticle, pieces: Pieces) -> tuple[Ints, Ints]:
    """Tag targets (layers, n) and kind targets (n,) of an article."""
    tags = np.full((LAYER_COUNT, len(pieces)), IGNORED, dtype=np.int64)
    tags[:, pieces.firsts] = 0
    kinds = np.full(len(pieces), IGNORED, dtype=np.int64)
    for mention in find_mentions(article):
        _mark(article, mention, pieces, tags, kinds)
    return tags, kinds


def _mark(article: GoldArticle, mention: GoldMention, pieces: Pieces, tags: Ints, kinds: Ints) -> None:
    entity = article.entities[mention.entity]
    entity_class = EntityClass(entity.entity_class)
    span = mention.span
    inside = pieces.firsts[(pieces.starts[pieces.firsts] >= span.start) & (pieces.starts[pieces.firsts] < span.end)]
    if not len(inside):
        return
    # The inner layer repeats the outer one wherever nothing lies inside, so that it learns from every mention.
    for layer in range(mention.layer, LAYER_COUNT):
        if mention.layer == 1:
            _clear(tags[layer], pieces, inside)
        tags[layer, inside] = inside_tag(entity_class)
        tags[layer, inside[0]] = begin_tag(entity_class)
    if mention.layer == 0 and (entity_class, entity.kind) in KINDS:
        kinds[inside] = KINDS.index((entity_class, str(entity.kind)))


def _clear(tags: Ints, pieces: Pieces, inside: Ints) -> None:
    """Take the container of the words `inside` out of a layer of tags."""
    firsts = pieces.firsts
    start = int(np.searchsorted(firsts, inside[0]))
    end = start
    while start > 0 and _continues(tags[firsts[start]]):
        start -= 1
    while end + 1 < len(firsts) and _continues(tags[firsts[end + 1]]):
        end += 1
    tags[firsts[start : end + 1]] = 0


def _continues(tag: int) -> bool:
    return tag != 0 and tag % 2 == 0
