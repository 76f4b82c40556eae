"""Writes the sample videos: signs of one signer glued to phrases, drawn at 30 frames/s, encoded as H.264.

Input:  a folder with SIGN.pose for every sign (signbridge pose --face, here of the PopSign reference clips, MIT); a file with a
        phrase a line, its signs separated by blanks.
Output: SIGN-SIGN.mp4 for every phrase. The landmarks of the shipped samples came from MediaPipe Holistic 0.5 (JavaScript), so these
        recipes give the same films up to the difference between the extractors.

Needs numpy, OpenCV and ffmpeg.
"""
from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

import numpy as np

import pose_clips
from drawn_signer import HAND_SIZE, HEIGHT, LEFT_HAND, POSE, RIGHT_HAND, WIDTH, draw

RATE = 15  # of the clips; the films have twice as many
LEFT_SHOULDER, RIGHT_SHOULDER = POSE + 11, POSE + 12
LONGEST_GAP = 6  # frames
FRAMES_BETWEEN_SIGNS = 3


def without_gaps(clip: np.ndarray) -> np.ndarray:
    """Short gaps of a hand, filled by straight movement."""
    clip = clip.copy()
    for hand in (LEFT_HAND, RIGHT_HAND):
        joints = slice(hand, hand + HAND_SIZE)
        seen = np.where(~np.isnan(clip[:, hand, 0]))[0]
        for before, after in zip(seen[:-1], seen[1:]):
            if 1 < after - before <= LONGEST_GAP:
                for t in range(before + 1, after):
                    share = (t - before) / (after - before)
                    clip[t, joints] = clip[before, joints] * (1 - share) + clip[after, joints] * share
    return clip


def in_shoulder_widths(clip: np.ndarray) -> np.ndarray:
    """The middle of the shoulders is 0 and their distance 1 (medians over the clip), so that clips fit together."""
    left, right = clip[:, LEFT_SHOULDER], clip[:, RIGHT_SHOULDER]
    middle = np.nanmedian(((left + right) / 2)[:, :2], 0)
    width = np.nanmedian(np.linalg.norm((left - right)[:, :2], axis=1))
    out = clip.copy()
    out[..., :2] = (out[..., :2] - middle) / width
    out[..., 2] /= width
    return out


def signed(clip: np.ndarray) -> tuple[int, int]:
    """First and last frame (exclusive) with a hand, and one more on either side."""
    hands = np.where(~np.isnan(clip[:, LEFT_HAND, 0]) | ~np.isnan(clip[:, RIGHT_HAND, 0]))[0]
    return max(0, hands[0] - 1), min(len(clip), hands[-1] + 2)


def between(a: np.ndarray, b: np.ndarray, frames: int) -> list[np.ndarray]:
    return [a * (1 - share) + b * share for share in (k / (frames + 1) for k in range(1, frames + 1))]


def phrase(clips: list[np.ndarray]) -> np.ndarray:
    """The signs one after the other, with the rest before the first and after the last."""
    clips = [in_shoulder_widths(clip) for clip in clips]
    out = list(clips[0][:signed(clips[0])[0]])
    for i, clip in enumerate(clips):
        start, end = signed(clip)
        if i:
            out += between(out[-1], clip[start], FRAMES_BETWEEN_SIGNS)
        out += list(clip[start:end])
    return np.stack(out + list(clips[-1][signed(clips[-1])[1]:]))


def at_double_rate(clip: np.ndarray) -> np.ndarray:
    out = []
    for a, b in zip(clip[:-1], clip[1:]):
        middle = (a + b) / 2
        out += [a, np.where(np.isnan(middle), a, middle)]
    return np.stack(out + [clip[-1]])


def write(path: Path, clip: np.ndarray) -> None:
    command = [
        "ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(2 * RATE),
        "-i", "-", "-c:v", "libx264", "-preset", "slow", "-crf", "24", "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        for landmarks in clip:
            encoder.stdin.write(draw(landmarks).tobytes())
    if encoder.returncode:
        raise SystemExit(f"ffmpeg could not write {path}.")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("clips", type=Path, help="folder with SIGN.pose files")
    arguments.add_argument("phrases", type=Path, help="file with a phrase a line")
    arguments.add_argument("out", type=Path, help="folder for the .mp4 files")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for signs in map(str.split, options.phrases.read_text(encoding="utf8").splitlines()):
        if not signs:
            continue
        clips = [without_gaps(pose_clips.read(options.clips / f"{sign}.pose", RATE)) for sign in signs]
        clip = at_double_rate(phrase(clips))
        clip[..., :2] += 1.0  # any place will do: draw() finds the shoulders; it also seeds the noise
        path = options.out / f"{'-'.join(signs)}.mp4"
        write(path, clip)
        print(path.name, len(clip), path.stat().st_size, flush=True)


if __name__ == "__main__":
    main()
