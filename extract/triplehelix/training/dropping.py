"""Dropout that draws one byte a number: the one of torch takes a quarter of a training step on a processor."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """Zeroes a share of the numbers (rounded to 1/256) and scales the others up; does nothing outside of training."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.least = round(share * 256)
        self._random: np.random.Generator | None = None

    def forward(self, states: Tensor) -> Tensor:
        """States of any shape -> the same shape."""
        if not self.training or not self.least:
            return states
        if self._random is None:  # seeded by torch, so that one seed settles everything
            self._random = np.random.default_rng(int(torch.randint(2**31, ()).item()))
        drawn = torch.frombuffer(bytearray(self._random.bytes(states.numel())), dtype=torch.uint8)
        kept = (drawn >= self.least).view(states.shape)
        return states * kept * (256 / (256 - self.least))
