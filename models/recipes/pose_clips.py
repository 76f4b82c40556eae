"""Reads clips of landmarks from .pose files (pose-format 0.2), as `signbridge pose --face` writes them.

Used by drawn_samples.py. Needs numpy only.
"""
from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

HOLISTIC = {"FACE_LANDMARKS": 468, "LEFT_HAND_LANDMARKS": 21, "POSE_LANDMARKS": 33, "RIGHT_HAND_LANDMARKS": 21}
"""The components of a clip, in the order of MediaPipe's holistic landmarks."""


class Reader:
    def __init__(self, data: bytes):
        self.data, self.position = data, 0

    def numbers(self, code: str) -> tuple:
        values = struct.unpack_from("<" + code, self.data, self.position)
        self.position += struct.calcsize("<" + code)
        return values

    def string(self) -> str:
        (size,) = self.numbers("H")
        return self.numbers(f"{size}s")[0].decode("utf8")

    def floats(self, *shape: int) -> np.ndarray:
        count = int(np.prod(shape))
        values = np.frombuffer(self.data, "<f4", count, self.position).reshape(shape)
        self.position += 4 * count
        return values


def component(reader: Reader) -> tuple[str, int]:
    """Name and number of points; names, limbs and colours of the points are passed over."""
    name, _ = reader.string(), reader.string()
    points, limbs, colours = reader.numbers("3H")
    for _ in range(points):
        reader.string()
    reader.position += 4 * limbs + 6 * colours
    return name, points


def read(path: Path, rate: float) -> np.ndarray:
    """The first person's landmarks, float32 [frames, 543, 3] at a rate (nearest frames), NaN where absent.

    The unit is the height of the frame, for x and y alike."""
    reader = Reader(path.read_bytes())
    version, _, height, _, count = reader.numbers("f4H")
    if round(version, 3) != 0.2:
        raise SystemExit(f"{path} is not of pose-format version 0.2: make it with signbridge pose --face.")
    components = [component(reader) for _ in range(count)]
    if not HOLISTIC.items() <= dict(components).items():
        raise SystemExit(f"{path} lacks parts of MediaPipe Holistic: make it with signbridge pose --face.")
    frames_per_second, frames, people = reader.numbers("fIH")
    points = sum(size for _, size in components)
    landmarks = reader.floats(frames, people, points, 3)[:, 0] / height
    landmarks[reader.floats(frames, people, points)[:, 0] == 0] = np.nan
    return at_rate(in_order(landmarks, components), frames_per_second, rate)


def in_order(landmarks: np.ndarray, components: list[tuple[str, int]]) -> np.ndarray:
    starts = dict(zip((name for name, _ in components), np.cumsum([0] + [size for _, size in components])))
    return np.concatenate([landmarks[:, starts[name]:starts[name] + size] for name, size in HOLISTIC.items()], 1)


def at_rate(landmarks: np.ndarray, frames_per_second: float, rate: float) -> np.ndarray:
    count = max(1, round(len(landmarks) * rate / frames_per_second))
    nearest = np.minimum(np.round(np.arange(count) * frames_per_second / rate).astype(int), len(landmarks) - 1)
    return landmarks[nearest]
