"""Training examples for the recogniser: clips of single signs, varied and glued to sequences.

What made training work on few clips is here: sequences glued from single signs with real pieces of rest between them, mirroring,
random loss of the body (so that data sets of hands only teach the shape of the hand), unknown signs as a class of their own.

Used by train_signs.py. Needs numpy.
"""
from __future__ import annotations

import math
import random
from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from sign_network import HAND_SIZE, HANDS, LEFT_HAND, LEFT_SHOULDER, MIDDLE_FINGER, RIGHT_HAND, RIGHT_SHOULDER

UNKNOWN, IDLE = "<unk>", "<idle>"
HANDS_ONLY_SOURCE = "wlasl"
PALM_IN_SHOULDER_WIDTHS = 0.27
ARMS = [13, 14, 15, 16]
FINGERS = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16], [17, 18, 19, 20]]
MIRRORED = (
    [0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9] + [i + 1 if i % 2 else i - 1 for i in range(11, LEFT_HAND)]
    + list(range(RIGHT_HAND, RIGHT_HAND + HAND_SIZE)) + list(range(LEFT_HAND, RIGHT_HAND)))
"""Where each landmark comes from when left and right change places."""


@dataclass
class Clip:
    """One sign of one signer."""
    landmarks: np.ndarray
    """float32 [frames, 75, 2] at 15 frames/s, NaN where absent, in shoulder widths."""
    label: str
    """A label, or UNKNOWN (a sign outside of the vocabulary) or IDLE (no sign)."""
    has_body: bool
    teacher: np.ndarray | None
    """What another recogniser answers: probabilities of the first labels of the vocabulary."""
    signed: tuple[int, int] = field(init=False)
    """First frame with a hand and the frame after the last."""

    def __post_init__(self):
        hand = np.where(~np.isnan(self.landmarks[:, LEFT_HAND, 0]) | ~np.isnan(self.landmarks[:, RIGHT_HAND, 0]))[0]
        self.signed = (int(hand[0]), int(hand[-1]) + 1) if len(hand) else (0, len(self.landmarks))

    @classmethod
    def from_record(cls, record: dict) -> Clip:
        """From an entry of clips.pkl (see train_signs.py)."""
        return cls(to_body_units(record["x"]), record["y"], record["src"] != HANDS_ONLY_SOURCE, record["soft"])


@dataclass
class Example:
    landmarks: np.ndarray
    """float32 [frames, 75, 2]."""
    labels: list[int]
    teacher: np.ndarray | None


def to_body_units(x: np.ndarray) -> np.ndarray:
    """The middle of the shoulders becomes 0 and their distance 1; without a body, the palm gives the scale."""
    left, right = x[:, LEFT_SHOULDER], x[:, RIGHT_SHOULDER]
    seen = ~np.isnan(left[:, 0]) & ~np.isnan(right[:, 0])
    if seen.any():
        middle = ((left + right) / 2)[seen].mean(0)
        width = np.linalg.norm(left - right, axis=1)[seen].mean()
        return (x - middle) / max(width, 1e-6)
    palm = np.nanmean(np.concatenate([np.linalg.norm(x[:, wrist + MIDDLE_FINGER] - x[:, wrist], axis=1) for wrist in HANDS]))
    return (x - np.nanmean(x.reshape(-1, 2), 0)) * (PALM_IN_SHOULDER_WIDTHS / max(palm, 1e-6))


def resample(x: np.ndarray, frames: int) -> np.ndarray:
    """To a number of frames, between neighbours; where one of them is absent, the nearer one."""
    time = np.linspace(0, len(x) - 1, frames).astype(np.float32)
    before = np.floor(time).astype(int)
    after = np.minimum(before + 1, len(x) - 1)
    share = (time - before)[:, None, None]
    between = x[before] * (1 - share) + x[after] * share
    nearest = np.where(share < 0.5, x[before], x[after])
    return np.where(np.isnan(between), nearest, between).astype(np.float32)


def rotation(angle: float) -> np.ndarray:
    return np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]], np.float32)


class ExampleMaker:
    """Draws examples without end; the two random generators decide everything."""

    def __init__(self, vocabulary: list[str], clips: list[Clip], choices: random.Random, noise: np.random.Generator):
        self._index = {label: i for i, label in enumerate(vocabulary)}
        self._unknown_index = len(vocabulary)
        self._choices, self._noise = choices, noise
        self._signs: dict[tuple[str, bool], list[Clip]] = defaultdict(list)
        self._unknown: dict[bool, list[Clip]] = {True: [], False: []}
        for clip in clips:
            if clip.label == UNKNOWN:
                self._unknown[clip.has_body].append(clip)
            elif clip.label != IDLE:
                self._signs[clip.label, clip.has_body].append(clip)
        self._labels = {body: [label for label, has_body in self._signs if has_body == body] for body in (True, False)}
        self._rest = self._rest_pieces(clips)

    def draw(self, signs: int) -> Example:
        """An example of so many signs by one kind of data (with or without body)."""
        chance = self._choices.random
        body = chance() < 0.62
        picked = [self._pick(body) for _ in range(signs)]
        parts = [self._vary(clip, tight=signs > 1 or chance() < 0.5) for clip, _ in picked]
        if body and (signs > 1 or chance() < 0.2):
            parts = self._with_rest(parts)
        x = self._distort(self._glue(parts))
        if chance() < 0.5:
            x[..., 0] = -x[..., 0]
            x = x[:, MIRRORED]
        if body:
            self._disturb_body(x)
        self._lose_hands(x)
        return Example(x.astype(np.float32), [label for _, label in picked], picked[0][0].teacher if signs == 1 else None)

    @staticmethod
    def _rest_pieces(clips: list[Clip]) -> list[np.ndarray]:
        """What signers do before and after a sign, and when they do not sign."""
        whole = [clip for clip in clips if clip.has_body]
        before = [clip.landmarks[:clip.signed[0]] for clip in whole if clip.signed[0] >= 4]
        after = [clip.landmarks[clip.signed[1]:] for clip in whole if len(clip.landmarks) - clip.signed[1] >= 4]
        return before + after + [clip.landmarks for clip in clips if clip.label == IDLE]

    def _pick(self, body: bool) -> tuple[Clip, int]:
        if self._choices.random() < 0.13:
            return self._choices.choice(self._unknown[body]), self._unknown_index
        label = self._choices.choice(self._labels[body])
        return self._choices.choice(self._signs[label, body]), self._index[label]

    def _vary(self, clip: Clip, tight: bool) -> np.ndarray:
        """Cut, tempo and hands of a sign, as another signer might do it."""
        r = self._choices
        x = self._cut(clip, tight)
        frames = int(np.clip(len(x) * r.uniform(0.65, 1.45), 6, 72))
        x = resample(x, frames)
        if r.random() < 0.3:
            time = np.linspace(0, 1, frames)
            uneven = np.clip(time + r.uniform(-0.12, 0.12) * np.sin(np.pi * time), 0, 1)
            x = x[np.round(uneven * (frames - 1)).astype(int)]
        for wrist in HANDS:
            self._vary_hand(x, wrist)
        return x

    def _cut(self, clip: Clip, tight: bool) -> np.ndarray:
        r, x, (first, end) = self._choices, clip.landmarks, clip.signed
        if tight:
            return x[max(0, first - r.randint(0, 2)):end + r.randint(0, 2)]
        start = r.randint(0, first) if first > 0 else 0
        stop = len(x) - (r.randint(0, len(x) - end) if end < len(x) else 0)
        return x[start:stop]

    def _vary_hand(self, x: np.ndarray, wrist: int) -> None:
        """Turns, scales and moves a hand about its wrist; now and then one finger is longer or shorter."""
        r = self._choices
        hand = x[:, wrist:wrist + HAND_SIZE]
        turn, scale = rotation(r.gauss(0, 0.12)), math.exp(r.gauss(0, 0.1))
        shift = self._noise.normal(0, 0.06, 2).astype(np.float32)
        root = hand[:, :1]
        x[:, wrist:wrist + HAND_SIZE] = (hand - root) @ turn * scale + root + shift
        if r.random() < 0.3:
            finger = [wrist + joint for joint in r.choice(FINGERS)]
            x[:, finger] += (x[:, finger] - x[:, wrist:wrist + 1]) * r.gauss(0, 0.08)

    def _with_rest(self, parts: list[np.ndarray]) -> list[np.ndarray]:
        out = []
        for i, part in enumerate(parts):
            if self._choices.random() < (0.5 if i == 0 else 0.12):
                out.append(self._rest_piece())
            out.append(part)
        if self._choices.random() < 0.5:
            out.append(self._rest_piece())
        return out

    def _rest_piece(self) -> np.ndarray:
        return resample(self._choices.choice(self._rest), self._choices.randint(3, 14))

    def _glue(self, parts: list[np.ndarray]) -> np.ndarray:
        """With one to five frames of straight movement between the parts."""
        out = [parts[0]]
        for part in parts[1:]:
            frames = self._choices.randint(1, 5)
            share = (np.arange(1, frames + 1, dtype=np.float32) / (frames + 1))[:, None, None]
            out += [out[-1][-1] * (1 - share) + part[0] * share, part]
        return np.concatenate(out)

    def _distort(self, x: np.ndarray) -> np.ndarray:
        """Another camera: turned, stretched, sheared, noisy."""
        r = self._choices
        angle, aspect, shear = r.gauss(0, 0.08), math.exp(r.gauss(0, 0.1)), r.gauss(0, 0.06)
        x = x @ (rotation(angle) @ np.array([[aspect, shear], [0, 1]], np.float32)).T
        return x + self._noise.normal(0, 1, x.shape).astype(np.float32) * r.choice([0, 0.005, 0.012])

    def _disturb_body(self, x: np.ndarray) -> None:
        chance, normal = self._choices.random, self._noise.normal
        if chance() < 0.12:
            x[:, :LEFT_HAND] = np.nan
        elif chance() < 0.2:
            x[:, :LEFT_HAND] += normal(0, 0.05, (1, LEFT_HAND, 2)).astype(np.float32)
        if chance() < 0.1:
            x[:, ARMS] += normal(0, 0.15, (1, len(ARMS), 2)).astype(np.float32)

    def _lose_hands(self, x: np.ndarray) -> None:
        """As trackers do: single frames of one hand, or all for a moment."""
        r = self._choices
        if r.random() < 0.3:
            share = r.uniform(0.05, 0.35)
            for wrist in HANDS:
                x[self._noise.random(len(x)) < share, wrist:wrist + HAND_SIZE] = np.nan
        if r.random() < 0.2:
            start = r.randint(0, max(0, len(x) - 6))
            x[start:start + r.randint(1, 4), LEFT_HAND:] = np.nan
