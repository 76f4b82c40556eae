"""Weights rounded to int4 while training goes on, so that the model learns to live with it.

The rounding is that of ONNX Runtime's MatMulNBits (symmetric, blocks of 32 along the input): the value of greatest magnitude in a
block becomes -8, and with it the scale is set. Used by finetune_gloss2text.py for the last part of the training. Needs torch.
"""
from __future__ import annotations

import torch
from torch import Tensor, nn

BLOCK = 32
LOWEST, HIGHEST = -8, 7
UNQUANTISED = "lm_head"  # shares its weights with the embedding, which is not trained


def round_to_int4(weights: Tensor) -> Tensor:
    """The weights as they come back from int4, in the same shape."""
    blocks = weights.reshape(-1, BLOCK)
    greatest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    scale = greatest / LOWEST
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return (torch.clamp(torch.round(blocks / scale), LOWEST, HIGHEST) * scale).reshape(weights.shape)


class Int4Linear(nn.Linear):
    """Computes with rounded weights; the gradient goes to the exact ones (straight-through estimator)."""

    def forward(self, x: Tensor) -> Tensor:
        with torch.no_grad():
            rounded = round_to_int4(self.weight)
        weight = self.weight + (rounded - self.weight).detach() if self.weight.requires_grad else rounded
        return nn.functional.linear(x, weight, self.bias)


def make_int4_aware(model: nn.Module) -> nn.Module:
    """Turns the linear layers of a model, but for its last, into Int4Linear, in place."""
    for name, module in model.named_modules():
        if type(module) is nn.Linear and UNQUANTISED not in name:
            module.__class__ = Int4Linear
    return model
