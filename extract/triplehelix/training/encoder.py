"""The encoder: MiniLM (a BERT of 6 layers, 384 wide) with a shape embedding at its input."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from triplehelix.mentions.pieces import SHAPE_COUNT
from triplehelix.training.dropping import Dropout


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the base model (its config.json)."""

    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as BERT has it."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.query = nn.Linear(sizes.width, sizes.width)
        self.key = nn.Linear(sizes.width, sizes.width)
        self.value = nn.Linear(sizes.width, sizes.width)
        self.mix = nn.Linear(sizes.width, sizes.width)
        self.mix_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.rise = nn.Linear(sizes.width, sizes.inner)
        self.fall = nn.Linear(sizes.inner, sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States (batch, pieces, width) -> the same shape; mask (batch, 1, 1, pieces) is added to the attention."""
        states = self.mix_norm(states + self.dropout(self.mix(self._attend(states, mask))))
        risen = nn.functional.gelu(self.rise(states))
        out: Tensor = self.norm(states + self.dropout(self.fall(risen)))
        return out

    def _attend(self, states: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = states.shape
        shape = (batch, length, self.heads, width // self.heads)
        query, key, value = (f(states).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        # The query is scaled and not the scores: these are many more.
        scores = (query / (width // self.heads) ** 0.5) @ key.transpose(-1, -2)
        if mask is not None:
            scores = scores + mask
        mixed: Tensor = self.dropout(scores.softmax(-1)) @ value
        return mixed.transpose(1, 2).reshape(batch, length, width)


class Encoder(nn.Module):
    """Piece ids and shapes -> states."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.words: nn.Module = nn.Embedding(sizes.vocabulary, sizes.width)
        self.places = nn.Embedding(sizes.positions, sizes.width)
        self.shapes = nn.Embedding(SHAPE_COUNT, sizes.width)
        self.segment = nn.Parameter(torch.zeros(sizes.width))
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes, dropout) for _ in range(sizes.layers))
        self.dropout = Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Ids and shapes (batch, pieces) -> states (batch, pieces, width)."""
        places = torch.arange(ids.shape[1])
        embedded = self.words(ids) + self.places(places) + self.shapes(shapes) + self.segment
        states: Tensor = self.dropout(self.norm(embedded))
        for layer in self.layers:
            states = layer(states, mask)
        return states


_PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mix",
    "attention.output.LayerNorm": "mix_norm",
    "intermediate.dense": "rise",
    "output.dense": "fall",
    "output.LayerNorm": "norm",
}


def pretrained(folder: Path, dropout: float) -> Encoder:
    """The encoder with the weights of `folder`/model.safetensors; shapes start at nothing."""
    sizes = Sizes()
    weights = load_file(folder / "model.safetensors")
    encoder = Encoder(sizes, dropout)
    own = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "shapes.weight": torch.zeros(SHAPE_COUNT, sizes.width),
        "segment": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(sizes.layers):
        for theirs, ours in _PARTS.items():
            for end in ("weight", "bias"):
                own[f"layers.{number}.{ours}.{end}"] = weights[f"encoder.layer.{number}.{theirs}.{end}"]
    encoder.load_state_dict(own)
    return encoder
