"""The trainable reader: the encoder with a tag head, a kind head and a pair head."""

from __future__ import annotations

import copy

from torch import Tensor, nn

from triplehelix.mentions.labels import KINDS, LAYER_COUNT, TAG_COUNT
from triplehelix.training.dropping import Dropout
from triplehelix.training.encoder import Encoder
from triplehelix.training.pairing import PairHead


class Reader(nn.Module):
    """Pieces -> tag logits of both layers, kind logits, states; the pair head is called by itself."""

    def __init__(self, encoder: Encoder, width: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        self.width = width
        self.encoder = encoder
        self.tags = nn.Linear(width, LAYER_COUNT * TAG_COUNT)
        self.kinds = nn.Linear(width, len(KINDS))
        self.pairs = PairHead([copy.deepcopy(layer) for layer in list(encoder.layers)[-2:]], width)
        self.dropout = Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """(batch, pieces) ids and shapes -> tags (…, layers * tags), kinds (…, kinds), states (…, width)."""
        states = self.encoder(ids, shapes, mask)
        dropped = self.dropout(states)
        return self.tags(dropped), self.kinds(dropped), states
