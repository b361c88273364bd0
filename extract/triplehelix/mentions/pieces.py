"""Document -> word pieces with offsets and shapes, cut into windows.

The encoder is uncased; what a capital would have told it comes back as the shape of each piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from triplehelix.facts import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

#: Word shapes; a piece's shape number is `place * len(WORD_SHAPES) + word shape`.
WORD_SHAPES = ("lower", "capitalised", "upper", "mixed", "digits", "mark", "caseless")
#: Where the word stands: inside a sentence, at the start of one, in a heading (where capitals mean little).
PLACES = ("inside", "start", "heading")
SHAPE_COUNT = len(WORD_SHAPES) * len(PLACES)

#: Pieces of a window, without the two marks that the encoder wants at its ends.
WINDOW = 318
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that is cut into pieces by itself: a sentence.

    Attributes:
        heading: whether it is a title or heading.
    """

    span: Span
    heading: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces in the order of the text; five arrays of one length n.

    Attributes:
        ids: vocabulary numbers.
        shapes: shape numbers, below SHAPE_COUNT.
        starts: offset of the piece's first character in the article text.
        ends: offset after its last character.
        words: number of the word that the piece belongs to, rising.
        units: number of the unit that the piece belongs to, rising.
    """

    ids: Ints
    shapes: Ints
    starts: Ints
    ends: Ints
    words: Ints
    units: Ints

    def __len__(self) -> int:
        """The number of pieces."""
        return len(self.ids)

    def part(self, start: int, end: int) -> Pieces:
        """Pieces `start` to `end`."""
        return Pieces(
            self.ids[start:end],
            self.shapes[start:end],
            self.starts[start:end],
            self.ends[start:end],
            self.words[start:end],
            self.units[start:end],
        )

    @staticmethod
    def joined(parts: Sequence[Pieces]) -> Pieces:
        """Parts that follow one another as one whole."""
        return Pieces(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Pieces)))

    @property
    def firsts(self) -> Ints:
        """Indices of the first piece of every word."""
        fresh = np.diff(self.words, prepend=-1) != 0
        return np.flatnonzero(fresh)


def cut(text: str, units: Iterable[Unit], tokenizer: Tokenizer) -> Pieces:
    """Text and its sentences -> pieces; what lies outside the sentences is not read."""
    rows = [row for number, unit in enumerate(units) for row in _unit_rows(text, unit, number, tokenizer)]
    table = np.array(rows, dtype=np.int64).reshape(-1, 6)
    fresh = (np.diff(table[:, 4], prepend=-1) != 0) | (np.diff(table[:, 5], prepend=-1) != 0)
    words = np.cumsum(fresh) - 1
    return Pieces(table[:, 0], table[:, 1], table[:, 2], table[:, 3], words, table[:, 5])


def _unit_rows(text: str, unit: Unit, number: int, tokenizer: Tokenizer) -> Iterator[tuple[int, ...]]:
    base = unit.span.start
    sentence = unit.span.of(text)
    encoding = tokenizer.encode(sentence, add_special_tokens=False)
    bounds: dict[int | None, tuple[int, int]] = {}
    for word, (start, end) in zip(encoding.word_ids, encoding.offsets, strict=True):
        bounds[word] = (min(start, bounds.get(word, (start, end))[0]), end)
    shapes = {w: _shape(sentence[s:e], unit, first=w == 0) for w, (s, e) in bounds.items()}
    for piece, word, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        yield piece, shapes[word], base + start, base + end, word or 0, number


def _shape(word: str, unit: Unit, *, first: bool) -> int:
    place = 2 if unit.heading else int(first)
    return place * len(WORD_SHAPES) + WORD_SHAPES.index(word_shape(word))


def word_shape(word: str) -> str:
    """The shape of one word, one of WORD_SHAPES."""
    if not any(c.isalnum() for c in word):
        return "mark"
    if word.isdigit():
        return "digits"
    if word.islower():
        return "lower"
    if not any(c.isupper() for c in word):
        return "caseless"
    if word.isupper() and len(word) > 1:
        return "upper"
    return "capitalised" if word[0].isupper() and not any(c.isupper() for c in word[1:]) else "mixed"


def windows(pieces: Pieces, size: int = WINDOW) -> list[tuple[int, int]]:
    """Cut pieces into stretches of at most `size`, of about one length, between sentences where possible."""
    count = -(-len(pieces) // size)
    while True:
        cuts = _cuts(pieces, count, size)
        if all(end - start <= size for start, end in pairwise(cuts)):
            return list(pairwise(cuts))
        count += 1


def _cuts(pieces: Pieces, count: int, size: int) -> list[int]:
    breaks = np.flatnonzero(np.diff(pieces.units)) + 1
    cuts = [0]
    for number in range(1, count):
        wanted = cuts[-1] + (len(pieces) - cuts[-1]) // (count - number + 1)
        near = breaks[(breaks > cuts[-1]) & (breaks <= cuts[-1] + size)]
        cuts.append(int(near[np.argmin(abs(near - wanted))]) if len(near) else wanted)
    return [*cuts, len(pieces)] if len(pieces) else []


def with_marks(values: Ints, first: int, last: int) -> Ints:
    """An input row of the encoder: the values between its opening and closing mark."""
    return np.concatenate([[first], values, [last]]).astype(np.int64)
