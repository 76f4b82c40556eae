"""The recogniser asl-signs as a PyTorch network: normalisation, a stack of dilated convolutions, a CTC and an isolated head.

Input:  landmarks, float32 [batch, frames, 75, 2] at 15 frames/s: 33 of the body, 21 of the left and 21 of the right hand, x and y
        in pixels of any frame, NaN where absent; an even number of frames.
Output: log_probs [batch, frames / 2, 1 + labels + 1] (0 is the CTC blank, the last is the unknown sign) and logits
        [batch, labels + 1] for the clip as a whole (the last is the unknown sign).

Used by train_signs.py and export_signs.py. Needs torch.
"""
from __future__ import annotations

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

LANDMARKS = 75
LEFT_HAND, RIGHT_HAND, HAND_SIZE = 33, 54, 21
HANDS = (LEFT_HAND, RIGHT_HAND)
LEFT_SHOULDER, RIGHT_SHOULDER = 11, 12
MIDDLE_FINGER = 9  # its first joint: with the wrist it gives the size of the palm
UPPER_BODY = [0, 2, 5, 9, 10, 11, 12, 13, 14, 15, 16]
FRAMES_PER_STEP = 2
FEATURES = 279


def without_nan(x: Tensor) -> Tensor:
    return torch.where(x == x, x, torch.zeros_like(x))


def length(x: Tensor) -> Tensor:
    """Euclidean, over the last dimension, which stays. Written out because ONNX has no operator that all runtimes share."""
    return (x ** 2).sum(-1, keepdim=True).sqrt()


def or_one(x: Tensor) -> Tensor:
    """A divisor: 1 where nothing was measured."""
    return torch.where(x > 0, x, torch.ones_like(x))


class Normalise(nn.Module):
    """[B, T, 75, 2] landmarks -> [B, T, 279] features and a mask [B, T] of the frames in which anything was seen.

    Features: upper body and hands relative to the clip's mean shoulders; each hand relative to its wrist, in palm sizes; its
    movement since the last frame; one wrist relative to the other; what is present."""

    def forward(self, landmarks: Tensor) -> tuple[Tensor, Tensor]:
        seen = (landmarks == landmarks).to(landmarks.dtype)[..., :1]
        points = without_nan(landmarks)
        hand_seen = [seen[:, :, wrist:wrist + 1] for wrist in HANDS]
        in_body, has_shoulders = self._relative_to_shoulders(points, seen)
        palm = self._palm_size(points, hand_seen)
        features = [in_body[:, :, UPPER_BODY].flatten(2), in_body[:, :, LEFT_HAND:].flatten(2)]
        for wrist, present in zip(HANDS, hand_seen):
            features.append(((points[:, :, wrist:wrist + HAND_SIZE] - points[:, :, wrist:wrist + 1]) / palm * present).flatten(2))
        for wrist, present in zip(HANDS, hand_seen):
            features.append(self._movement(points[:, :, wrist:wrist + HAND_SIZE], present, palm))
        between_wrists = points[:, :, RIGHT_HAND:RIGHT_HAND + 1] - points[:, :, LEFT_HAND:LEFT_HAND + 1]
        features.append((between_wrists / palm * hand_seen[0] * hand_seen[1]).flatten(2) * 0.25)
        anything = (seen.sum(2) > 0).to(landmarks.dtype)[..., 0]
        features += [hand_seen[0][:, :, 0], hand_seen[1][:, :, 0], has_shoulders[:, :, 0]]
        return torch.cat(features, -1), anything

    @staticmethod
    def _relative_to_shoulders(points: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        """In shoulder widths from the middle of the shoulders, both means over the clip; 0 in clips without a body."""
        left, right = points[:, :, LEFT_SHOULDER:LEFT_SHOULDER + 1], points[:, :, RIGHT_SHOULDER:RIGHT_SHOULDER + 1]
        both = seen[:, :, LEFT_SHOULDER:LEFT_SHOULDER + 1] * seen[:, :, RIGHT_SHOULDER:RIGHT_SHOULDER + 1]
        count = both.sum(1, keepdim=True)
        body = (count > 0).to(points.dtype)
        middle = (((left + right) / 2) * both).sum(1, keepdim=True) / count.clamp_min(1)
        width = or_one((length(left - right) * both).sum(1, keepdim=True) / count.clamp_min(1))
        return (points - middle) / width * seen * body, both * body

    @staticmethod
    def _palm_size(points: Tensor, hand_seen: list[Tensor]) -> Tensor:
        """Mean over the clip and both hands."""
        palms = [length(points[:, :, wrist + MIDDLE_FINGER:wrist + MIDDLE_FINGER + 1] - points[:, :, wrist:wrist + 1]) for wrist in HANDS]
        total = sum((palm * present).sum(1, keepdim=True) for palm, present in zip(palms, hand_seen))
        count = sum(present.sum(1, keepdim=True) for present in hand_seen)
        return or_one(total / count.clamp_min(1))

    @staticmethod
    def _movement(hand: Tensor, present: Tensor, palm: Tensor) -> Tensor:
        """To the next frame, where both have the hand; the last frame has none."""
        step = (hand[:, 1:] - hand[:, :-1]) / palm * present[:, 1:] * present[:, :-1]
        return torch.cat([step, torch.zeros_like(step[:, :1])], 1).flatten(2)


class Block(nn.Module):
    """A residual block: widen, depthwise convolution in time, narrow."""

    def __init__(self, width: int, kernel: int, dilation: int, dropout: float = 0.2):
        super().__init__()
        self.up = nn.Conv1d(width, 2 * width, 1)
        self.dw = nn.Conv1d(2 * width, 2 * width, kernel, groups=2 * width, dilation=dilation, padding=(kernel // 2) * dilation)
        self.bn = nn.BatchNorm1d(2 * width)
        self.dn = nn.Conv1d(2 * width, width, 1)
        self.dr = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.dr(self.dn(functional.silu(self.bn(self.dw(self.up(x))))))


class Net(nn.Module):
    """15 frames/s in, 7.5 steps/s out. The names of the layers are those of the checkpoints, so they stay short."""

    def __init__(self, labels: int, width: int = 224):
        super().__init__()
        self.norm = Normalise()
        self.stem = nn.Linear(FRAMES_PER_STEP * FEATURES, width)
        self.ln = nn.LayerNorm(width)
        self.drop = nn.Dropout(0.2)
        self.b = nn.Sequential(*[Block(width, kernel=7, dilation=dilation) for dilation in (1, 1, 2, 1, 2, 1)])
        self.ctc = nn.Sequential(nn.Dropout(0.3), nn.Linear(width, 1 + labels + 1))
        self.q = nn.Linear(width, 4)  # four heads of attention that pool the clip
        self.iso = nn.Sequential(
            nn.Linear(4 * width, 2 * width), nn.BatchNorm1d(2 * width), nn.SiLU(), nn.Dropout(0.5), nn.Linear(2 * width, labels + 1))

    def forward(self, landmarks: Tensor) -> tuple[Tensor, Tensor]:
        hidden, pooled = self.encode(landmarks)
        return functional.log_softmax(self.ctc(hidden), -1), self.iso(pooled)

    def encode(self, landmarks: Tensor) -> tuple[Tensor, Tensor]:
        """[B, steps, width] and, pooled over the clip, [B, 4 * width]."""
        features, anything = self.norm(landmarks)
        batch = features.shape[0]
        steps = features.reshape(batch, -1, FRAMES_PER_STEP * FEATURES)
        mask = anything.reshape(batch, -1, FRAMES_PER_STEP).amax(-1)[..., None]
        hidden = self.drop(self.ln(self.stem(steps))) * mask
        hidden = self.b(hidden.transpose(1, 2)).transpose(1, 2)
        attention = torch.softmax(self.q(hidden) - 1e4 * (1 - mask), 1)
        return hidden, torch.matmul(attention.transpose(1, 2), hidden).flatten(1)
