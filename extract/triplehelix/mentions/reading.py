"""What the encoder saw: windows of pieces with their states, and the mentions found in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triplehelix.facts import Mention, Span
from triplehelix.mentions.labels import best_kind
from triplehelix.mentions.pieces import Pieces
from triplehelix.vocabulary import EntityClass

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """One pass of the encoder; n pieces.

    Attributes:
        kinds: (n, kinds) log-probabilities, in the order of labels.KINDS, per class normalised to 1.
        states: (n, width) last hidden states.
    """

    pieces: Pieces
    kinds: Floats
    states: Floats

    def under(self, span: Span) -> NDArray[np.int64]:
        """Indices of the pieces that lie in the span."""
        return np.flatnonzero((self.pieces.starts >= span.start) & (self.pieces.ends <= span.end))


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An article as the trained reader saw it; the windows follow one another without overlap."""

    mentions: tuple[Mention, ...]
    windows: tuple[Window, ...]

    def kind_of(self, spans: tuple[Span, ...], entity_class: EntityClass) -> str | None:
        """The kind that all mentions of one thing together speak for; None where the class has none.

        The log-probabilities of the pieces are averaged over each mention, then over the mentions.
        """
        rows = [w.kinds[under].mean(0) for s in spans for w in self.windows if len(under := w.under(s))]
        return best_kind(np.mean(rows, axis=0), entity_class) if rows else None
