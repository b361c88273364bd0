"""Document -> reading: one pass of the network over each window, then mentions out of its tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from triplehelix.documents import BlockRole, Document
from triplehelix.facts import Mention, Span
from triplehelix.mentions import network
from triplehelix.mentions.decoding import Chunk, chunks, log_softmax
from triplehelix.mentions.labels import CLASSES, best_kind, kinds_of
from triplehelix.mentions.pieces import Pieces, Unit, cut, windows
from triplehelix.mentions.reading import Floats, Reading, Window
from triplehelix.mentions.trimming import trim
from triplehelix.vocabulary import EntityClass

_HEADINGS = (BlockRole.TITLE, BlockRole.HEADING)


#: One window -> tag logits (n, layers, tags), kind logits (n, kinds), states (n, width).
Run = Callable[[Pieces], tuple[Floats, Floats, Floats]]


def read(document: Document, run: Run = network.run, tokenizer: Tokenizer | None = None) -> Reading:
    """One pass of the trained reader over a document; boilerplate is not read.

    Args:
        document: what to read.
        run: the network; another one is measured by giving it here.
        tokenizer: that network's, by default the shipped one.

    Raises:
        TriplehelixError: the model is not there.
    """
    text = document.article.text
    pieces = cut(text, units(document), tokenizer or network.tokenizer())
    found: list[Found] = []
    seen: list[Window] = []
    for start, end in windows(pieces):
        part = pieces.part(start, end)
        tags, kinds, states = run(part)
        window = Window(part, kind_scores(kinds), states)
        found += found_in(text, window, tags)
        seen.append(window)
    return Reading(tuple(agreed(found)), tuple(seen))


def units(document: Document) -> Iterator[Unit]:
    """The sentences that are read."""
    for sentence in document.sentences:
        role = document.blocks[sentence.block].role
        if role is not BlockRole.BOILERPLATE:
            yield Unit(sentence.span, role in _HEADINGS)


def kind_scores(logits: Floats) -> Floats:
    """Kind logits -> log-probabilities within each class."""
    scores = logits.copy()
    for entity_class in CLASSES:
        part = kinds_of(entity_class)
        if part.stop:
            scores[:, part] = log_softmax(scores[:, part])
    return scores


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A mention before its kind is settled; `kinds` holds the log-probabilities of its words, averaged."""

    span: Span
    text: str
    entity_class: EntityClass
    score: float
    kinds: Floats


def found_in(text: str, window: Window, tags: Floats) -> Iterator[Found]:
    """Tag logits (n, layers, tags) of a window -> what it mentions, in the order of the text."""
    pieces = window.pieces
    firsts = pieces.firsts
    lasts = np.append(firsts[1:], len(pieces)) - 1
    for low, high in _sentences(pieces, firsts):
        rows = tags[firsts[low:high]]
        for chunk in _layered(chunks(rows[:, 0]), chunks(rows[:, 1])):
            words = slice(low + chunk.start, low + chunk.end)
            whole = Span(int(pieces.starts[firsts[words][0]]), int(pieces.ends[lasts[words][-1]]))
            span = trim(text, whole, chunk.entity_class)
            if span is not None:
                yield Found(span, span.of(text), chunk.entity_class, chunk.score, window.kinds[firsts[words]].mean(0))


def _sentences(pieces: Pieces, firsts: np.ndarray) -> Iterator[tuple[int, int]]:
    """Word ranges of the sentences: a mention never leaves its sentence."""
    bounds = np.flatnonzero(np.diff(pieces.units[firsts], prepend=-1, append=-1))
    yield from zip(bounds.tolist(), bounds[1:].tolist(), strict=False)


def _layered(outer: list[Chunk], inner: list[Chunk]) -> list[Chunk]:
    """The outer mentions, and the inner ones that lie truly inside one of them."""
    inside = [c for c in inner if any(_holds(o, c) for o in outer)]
    return sorted([*outer, *inside], key=lambda c: (c.start, -c.end))


def _holds(outer: Chunk, inner: Chunk) -> bool:
    other = outer.entity_class is not inner.entity_class and outer.end - outer.start > inner.end - inner.start
    return other and outer.start <= inner.start and inner.end <= outer.end


def agreed(found: list[Found]) -> Iterator[Mention]:
    """One name has one class and kind in an article: those that its mentions together speak for."""
    votes: dict[tuple[str, EntityClass], float] = defaultdict(float)
    for one in found:
        votes[one.text, one.entity_class] += one.score
    best: dict[str, EntityClass] = {}
    for name, entity_class in sorted(votes, key=lambda vote: (-votes[vote], vote)):
        best.setdefault(name, entity_class)
    kinds = {name: best_kind(np.sum([f.kinds for f in found if f.text == name], axis=0), best[name]) for name in best}
    for one in found:
        yield Mention(one.span, one.text, best[one.text], kinds[one.text], one.score)
